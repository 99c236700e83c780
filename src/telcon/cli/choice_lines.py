"""The values that pages tell for one field of a contact, for people: which is shown, who tells which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from telcon.cli.listings import duration_text, wrapped
from telcon.contacts import Choice, Option
from telcon.messages import name_field, name_kind, name_side, name_source, name_status, say
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration


def choice_lines(field: str, choice: Choice[Any]) -> Iterator[str]:
    """`  length: accounts disagree`, and below it each value with those who tell it."""
    name = name_field(field)
    yield say("  {field}: accounts disagree", field=name) if choice.disagree else f"  {name}:"
    for option in choice.options:
        yield wrapped(f"{_value(option.value)} - {_tellers(option)}", 6)


def _tellers(option: Option[Any]) -> str:
    pages = sorted({telling.page.label for telling in option.tellings})
    if option.author:
        return say("corrected by {author}", author=option.author)
    named = [name_source(source.name, source.side) for source in option.sources]
    return ", ".join(named or pages)


def _value(told: object) -> str:
    if isinstance(told, Duration):
        return duration_text(told)
    if isinstance(told, Kind):
        return name_kind(told)
    if isinstance(told, Status):
        return name_status(told)
    text = str(told)
    return text if text[:1].isdigit() or text[:1] == "X" else name_side(text)
