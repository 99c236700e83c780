"""Entries of the ledger, for people and for spreadsheets."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from telcon.cli.listings import ID_SHOWN, PIPED_WIDTH, clean, quoted
from telcon.contacts import Entry
from telcon.exports.ledgers import entry_row
from telcon.messages import name_matter, name_speakers, name_stage, name_standing, name_state, say

COLUMNS = ("id", "sides", "matter", "object", "stage", "standing", "due", "made", "contacts", "pages", "words")


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


def entries_to_csv(entries: Iterable[Entry], *, today: date) -> str:
    """A table with a heading, one entry a row, with the words of its first remark."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        row = entry_row(entry, today=today)
        sides, contacts = "; ".join(row.sides), "; ".join(row.contacts)
        told = (row.matter, row.object, row.stage, row.standing, row.due, row.made)
        writer.writerow([row.id, sides, *told, contacts, _page_count(entry), clean(row.remarks[0].words)])
    return written.getvalue()


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


def _page_count(entry: Entry) -> int:
    return len({remark.telling.page.label for remark in entry.remarks})
