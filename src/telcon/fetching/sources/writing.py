"""Writing sources down, for people to change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta

from telcon.fetching.lists import Form
from telcon.fetching.sources.source import BACK, EVERY, MOST, Source

HEAD = """\
# What `telcon watch` watches. Leave out what you do not want, add what you know: docs/watching.md tells of every key.

# Whom the owner of a site can write to: it stands in every request. Nothing is asked for while it is empty.
contact = ""

# How often lists are asked for (30m, 2h, 1d), where a source says nothing else, and how old new pages may be.
every = "30m"
back = "7d"

# Names that may be on a private network or this machine; without them such addresses are refused.
allow = []
"""


def sources_to_toml(sources: Iterable[Source]) -> str:
    """A file of sources, ready to be changed: the usual keys with what they mean, then each source."""
    return "\n".join([HEAD, *("\n".join(_lines(source)) + "\n" for source in sources)])


def _lines(source: Source) -> Iterator[str]:
    yield "[[source]]"
    yield f"name = {_text(source.name)}"
    told = {"language": source.language, "side": source.side, "kind": source.kind or ""}
    yield from (f"{key} = {_text(value)}" for key, value in told.items() if value)
    for form in Form:
        addresses = [_text(at.address) for at in source.lists if at.form is form]
        if addresses:
            listed = ", ".join(addresses)
            yield f"{form} = {listed}" if len(addresses) == 1 else f"{form} = [{listed}]"
    if source.pages:
        yield f"pages = [{', '.join(map(_text, source.pages))}]"
    times = {"every": (source.every, EVERY), "back": (source.back, BACK)}
    yield from (f"{key} = {_text(_time(value))}" for key, (value, usual) in times.items() if value != usual)
    if source.most != MOST:
        yield f"most = {source.most}"


def _text(value: str) -> str:
    """A basic string of TOML, which JSON's strings are too."""
    return json.dumps(value, ensure_ascii=False)


def _time(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    for unit, length in (("d", 86_400), ("h", 3600), ("m", 60)):
        if seconds % length == 0:
            return f"{seconds // length}{unit}"
    return f"{seconds}s"
