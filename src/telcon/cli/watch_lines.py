"""The lines that a watch prints, so that a person can follow."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from telcon.cli.failures import complain
from telcon.messages import say, say_count, tell_reason
from telcon.store import Outcome
from telcon.watching import Back, Done, Failed, Filed, Lost, Noted, Polled

if TYPE_CHECKING:
    from telcon.watching import Event


class Teller:
    """Tells on standard error of what happens, with the time; `quiet`: only of what went wrong."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def begin(self, record: str, sources: int) -> None:
        """Say what is watched."""
        told = say_count("watching {count} source", "watching {count} sources", sources)
        self._say(say("{record}: {told} - stop with Ctrl-C", record=record, told=told))

    def end(self) -> None:
        """Say that it is over."""
        self._say(say("stopped; what was read is written"))

    def tell(self, event: Event) -> None:
        """Tell of something that happened."""
        self._tell(event)

    @singledispatchmethod
    def _tell(self, event: object) -> None:
        """Others are nothing that people follow."""

    @_tell.register
    def _(self, event: Polled) -> None:
        if event.fresh:
            told = say("{listed} pages listed, {fresh} new", listed=event.listed, fresh=event.fresh)
            self._say(f"{event.source}: {told}")

    @_tell.register
    def _(self, event: Filed) -> None:
        if event.outcome is Outcome.UNCHANGED:
            return
        if event.skipped:
            told = say("passed over ({reason})", reason=tell_reason(event.skipped))
        elif event.contacts:
            told = say_count("{count} contact", "{count} contacts", event.contacts)
        else:
            told = say("no contact")
        if event.outcome is Outcome.REVISED:
            told = say("a new version, {told}", told=told)
        self._say(f"{event.source}: {event.address} - {told}")

    @_tell.register
    def _(self, event: Noted) -> None:
        complain(f"{event.source}: {event.address}", tell_reason(event.words))

    @_tell.register
    def _(self, event: Failed) -> None:
        if event.again_at:
            then = datetime.fromisoformat(event.again_at).astimezone()
            advice = say("tried again from {time}", time=then.strftime("%Y-%m-%d %H:%M"))
        else:
            advice = say("not tried again")
        complain(f"{event.source}: {event.address}", tell_reason(event.reason), advice)

    @_tell.register
    def _(self, event: Lost) -> None:
        complain("", say("no source can be reached"), say("the network is gone? It is tried again until it is back"))

    @_tell.register
    def _(self, event: Back) -> None:
        complain("", say("sources can be reached again"))

    @_tell.register
    def _(self, event: Done) -> None:
        parts = [say_count("{count} list", "{count} lists", event.lists)]
        parts += [say_count("{count} new page", "{count} new pages", event.new)]
        parts += [say_count("{count} new version", "{count} new versions", event.revised)] if event.revised else []
        failed = event.failed
        parts += [say_count("{count} could not be read", "{count} could not be read", failed)] if failed else []
        self._say(", ".join(parts))

    def _say(self, words: str) -> None:
        if not self._quiet:
            shown = "".join(letter if letter.isprintable() else " " for letter in words)
            print(f"{datetime.now():%H:%M:%S}  {shown}", file=sys.stderr, flush=True)
