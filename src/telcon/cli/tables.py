"""Readings as people read them: a block a contact, each value beside the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from telcon.exports import PageRow
from telcon.exports.exchange import ContactRow, DurationRow, LeftoverRow, StatementRow
from telcon.messages import (
    name_kind,
    name_length,
    name_side,
    name_source,
    name_speaker,
    name_speakers,
    name_status,
    name_topic,
    say,
    tell_reason,
)

WORDS_SHOWN = 160


def print_row(console: Console, row: PageRow) -> None:
    """Print one page's row: a heading, its contacts, its statements, and the leftovers where the row holds them."""
    console.print(Text(printable(row.title or row.id), style="bold"), soft_wrap=False)
    console.print(Text(" · ".join(printable(part) for part in _about(row)), style="dim"))
    for block in _blocks(row):
        console.print(Padding(block, (0, 0, 0, 2)))
    console.print()


def printable(words: str) -> str:
    """Words of a page without line breaks, terminal codes and other characters that move things about."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _about(row: PageRow) -> Iterable[str]:
    return (part for part in (row.id, row.outlet, row.published, row.lang, row.url) if part)


def _blocks(row: PageRow) -> Iterable[RenderableType]:
    if row.skipped:
        yield Text(say("passed over: {reason}", reason=printable(tell_reason(row.skipped))), style="yellow")
        return
    if isinstance(row.flags, list):
        yield Text(say("flagged: {flags}", flags=", ".join(row.flags)), style="yellow")
    if not row.contacts:
        yield Text(say("no contact found"), style="dim")
    for index, contact in enumerate(row.contacts):
        said = [statement for statement in row.statements if statement.contact == index]
        yield Group(_heading(contact), Padding(_values(contact, said), (0, 0, 0, 2)))
    loose = [statement for statement in row.statements if statement.contact is None]
    if loose:
        yield _grid(
            [(say("said"), name_speakers(statement.speaker, statement.said_by), statement.text) for statement in loose]
        )
    if isinstance(row.leftovers, list):
        yield from _leftovers(row.leftovers)


def _heading(contact: ContactRow) -> Text:
    who = " – ".join(f"{name_speaker(person.name)} ({person.country})" for person in contact.participants)
    heading = Text(printable(who) or say("unnamed"), style="bold cyan")
    heading.append(f"  {name_kind(contact.kind)}, {name_status(contact.status)}", style="default")
    return heading.append("" if contact.focus else say(", in passing"), style="dim")


def _values(contact: ContactRow, said: list[StatementRow]) -> Table:
    tellers = ", ".join(name_source(source.name, source.side) for source in contact.reported_by)
    rows = [
        (say("date"), contact.date or contact.date_in_page or "", "date"),
        (say("how long"), _length(contact.duration), "duration"),
        (say("asked by"), name_side(contact.initiator) if contact.initiator else "", "initiator"),
        (say("told by"), tellers, "reported_by"),
        (say("topics"), ", ".join(map(name_topic, contact.topics)), "topics"),
    ]
    shown = [
        (say("kind"), name_kind(contact.kind), _words(contact, "kind")),
        (say("status"), name_status(contact.status), _words(contact, "status")),
    ]
    shown = [row for row in shown if row[2]]
    shown += [(label, value, _words(contact, field)) for label, value, field in rows if value]
    shown += [(say("said"), name_speakers(statement.speaker, statement.said_by), statement.text) for statement in said]
    return _grid(shown)


def _grid(rows: list[tuple[str, str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", min_width=10)
    grid.add_column(overflow="fold", style="italic")
    for label, value, words in rows:
        grid.add_row(label, Text(printable(value)), Text(_quoted(words)))
    return grid


def _words(contact: ContactRow, field: str) -> str:
    """The words of a field's claims, as they stand, each once."""
    return " … ".join(dict.fromkeys(claim.words for claim in contact.claims if claim.field == field and claim.words))


def _quoted(words: str) -> str:
    words = printable(words)
    if len(words) > WORDS_SHOWN:
        words = f"{words[: WORDS_SHOWN - 1]}…"
    return f"“{words}”" if words else ""


def _length(duration: DurationRow | None) -> str:
    return name_length(duration.minutes, duration.bound) if duration else ""


def _leftovers(leftovers: list[LeftoverRow]) -> Iterable[RenderableType]:
    yield (
        Text(say("cues that came to nothing"), style="bold")
        if leftovers
        else Text(say("no cue came to nothing"), style="dim")
    )
    if leftovers:
        yield _grid([(f"@{leftover.start}", tell_reason(leftover.reason), leftover.words) for leftover in leftovers])
