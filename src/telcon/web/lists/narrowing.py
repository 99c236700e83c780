"""Links that narrow what a page shows: each keeps all else that the address asks for."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import Request

from telcon.messages import name_channel, name_status, say
from telcon.model.contacts import Kind, Status
from telcon.model.values import value
from telcon.web.catalogues.directory import Sort

YEARS = 8
"""Years that have a link of their own."""


@value(frozen=True, slots=True)
class Choice:
    """One link: what it chooses in words, where it leads, and whether it is chosen; `kind` and `status` have marks."""

    told: str
    address: str
    chosen: bool
    kind: Kind | None = None
    status: Status | None = None


@value(frozen=True, slots=True)
class Row:
    """Links of which the reader chooses; `told` is what they narrow by."""

    told: str
    choices: tuple[Choice, ...]


class Narrowing:
    """The links of one page; `place` is the part of the page that they lead back to."""

    def __init__(self, request: Request, place: str = "") -> None:
        self._kept = [(name, it) for name, it in request.query_params.multi_items() if name not in ("lang", "page")]
        self._path, self._place = request.url.path, f"#{place}" if place else ""

    def by_kind(self) -> Row:
        """The channels; several may be chosen."""
        choices = [Choice(name_channel(it), *self._toggled("kind", it), kind=it) for it in Kind]
        return Row(say("Channel"), (self._all("kind"), *choices))

    def by_status(self, *, usual: Status | None = None) -> Row:
        """The statuses; several may be chosen; where none is asked for, the usual one is, or all are."""
        chosen = frozenset({usual.value} if usual else ())
        choices = [Choice(name_status(it), *self._toggled("status", it, chosen), status=it) for it in Status]
        return Row(say("Status"), tuple(choices) if usual else (self._all("status"), *choices))

    def by_sort(self, title: str) -> Row:
        """Leaders or states."""
        names = {Sort.LEADERS: say("leaders"), Sort.STATES: say("states")}
        usual = Sort.LEADERS
        asked = next((it for key, it in self._kept if key == "by" and it), usual)
        choices = (
            Choice(told, self._with(("by", "" if it is usual else it)), it == asked) for it, told in names.items()
        )
        return Row(title, tuple(choices))

    def by_period(self, years: Sequence[int], *, usual: str) -> Row:
        """All time, and single years, the latest first; `usual` is what is shown where nothing is asked for."""
        asked = {name: it for name, it in self._kept if name in ("since", "until") and it}
        choices = [Choice(usual, self._with(("since", ""), ("until", "")), not asked)]
        for year in map(str, years[:YEARS]):
            chosen = asked == {"since": year, "until": year}
            choices.append(Choice(year, self._with(("since", year), ("until", year)), chosen))
        return Row(say("Time"), tuple(choices))

    def kept(self, *names: str) -> list[tuple[str, str]]:
        """What a form carries on, save what it asks for itself."""
        return [(name, it) for name, it in self._kept if name not in names and it]

    def _all(self, name: str) -> Choice:
        return Choice(say("all"), self._with((name, "")), not any(it for key, it in self._kept if key == name))

    def _toggled(self, name: str, option: str, usual: frozenset[str] = frozenset()) -> tuple[str, bool]:
        chosen = frozenset(it for key, it in self._kept if key == name and it) or usual
        then = chosen ^ {option}
        return self._with((name, ""), *((name, it) for it in sorted(then if then != usual else ()))), option in chosen

    def _with(self, *changed: tuple[str, str]) -> str:
        names = {name for name, _ in changed}
        return self._address([pair for pair in self._kept if pair[0] not in names] + [it for it in changed if it[1]])

    def _address(self, asked: Sequence[tuple[str, str]]) -> str:
        return f"{self._path}{'?' if asked else ''}{urlencode(asked)}{self._place}"
