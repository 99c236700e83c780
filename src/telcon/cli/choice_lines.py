"""The values that pages tell for one field of a contact, for people: which is shown, who tells which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from telcon.cli.listings import wrapped
from telcon.contacts import Choice, Option
from telcon.messages import name_field, name_source, name_value, say


def choice_lines(field: str, choice: Choice[Any]) -> Iterator[str]:
    """`  length: accounts disagree`, and below it each value with those who tell it."""
    name = name_field(field)
    yield say("  {field}: accounts disagree", field=name) if choice.disagree else f"  {name}:"
    for option in choice.options:
        yield wrapped(f"{name_value(field, option.value)} - {_tellers(option)}", 6)


def _tellers(option: Option[Any]) -> str:
    pages = sorted({telling.page.label for telling in option.tellings})
    if option.author:
        return say("corrected by {author}", author=option.author)
    named = [name_source(source.name, source.side) for source in option.sources]
    return ", ".join(named or pages)
