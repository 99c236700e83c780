"""Entries of the ledger, for people and for spreadsheets."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date

from telcon.cli.listings import ID_SHOWN, PIPED_WIDTH, clean, quoted
from telcon.contacts import Entry
from telcon.messages import name_matter, name_speakers, name_stage, name_standing, name_state, say


def entry_lines(entry: Entry) -> Iterator[str]:
    """An entry as text: a heading, then who says what of it in which words."""
    parts = [name_matter(entry.matter, entry.object), name_stage(entry.stage)]
    parts += [say("made {date}", date=entry.made)] if entry.made else []
    parts += [say("due {date}", date=entry.due)] if entry.due else []
    yield f"  {', '.join(parts)}"
    for remark in entry.remarks:
        told = remark.agreement
        teller = name_speakers(told.speaker, told.said_by) if told.speaker or told.said_by else ""
        yield quoted(remark.telling, told.evidence, teller, indent=6)


def entry_text(entry: Entry, *, today: date) -> str:
    """An entry by itself: its id, sides and standing, then its lines."""
    sides, standing = ", ".join(map(name_state, entry.sides)), name_standing(entry.standing(today))
    return "\n".join((f"{entry.id}  {sides}: {standing}", *entry_lines(entry)))


def entries_to_table(entries: Sequence[Entry], *, today: date) -> str:
    """A table for people: as wide as the terminal, one line an entry where it goes into a pipe."""
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in (say("ID"), say("DUE"), say("STANDING"), say("STAGE"), say("MATTER"), say("SIDES"), say("CONTACTS")):
        table.add_column(heading, no_wrap=True)
    table.add_column(say("WORDS"), overflow="fold")
    for entry in entries:
        matter, sides = name_matter(entry.matter, entry.object), ", ".join(map(name_state, entry.sides))
        standing, count = name_standing(entry.standing(today)), str(len(entry.contacts))
        words = entry.remarks[-1].agreement.evidence.words
        cells = (entry.id[:ID_SHOWN], entry.due or "-", standing, name_stage(entry.stage), matter, sides, count, words)
        table.add_row(*(Text(clean(cell)) for cell in cells))
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())
