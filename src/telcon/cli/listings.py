"""Contacts in writing, for people and for spreadsheets."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from telcon.contacts.comparing import Reason
from telcon.exports.spreadsheets import person_text
from telcon.messages import name_feature, name_kind, name_status, say, tell_reason
from telcon.model.contacts import Evidence
from telcon.store import Contact, Excerpt, Telling

ID_SHOWN = 8
PIPED_WIDTH = 1000


def contacts_to_table(contacts: Sequence[Contact], words: Mapping[str, str] | None = None) -> str:
    """A table for people: as wide as the terminal, one line a contact where it goes into a pipe.

    `words` were found in contacts, by their ids; with them the table has a column more.
    """
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in (say("ID"), say("DATE"), say("KIND"), say("STATUS")):
        table.add_column(heading, no_wrap=True)
    table.add_column(say("WHO"), overflow="fold")
    table.add_column(say("PAGES"), justify="right")
    if words is not None:
        table.add_column(say("WORDS"), overflow="fold")
    for contact in contacts:
        who = ", ".join(map(person_text, contact.participants))
        cells = (contact.id[:ID_SHOWN], contact.date or "-", name_kind(contact.kind), name_status(contact.status), who)
        found = () if words is None else (Text(clean(words.get(contact.id, ""))),)
        table.add_row(*(Text(clean(cell)) for cell in cells), _count_text(contact), *found)
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _count_text(contact: Contact) -> str:
    """`5`; `5 (3)` where only three of five pages copy no other."""
    pages, sources = contact.page_count, contact.source_count
    return str(pages) if pages == sources else f"{pages} ({sources})"


def clean(text: str) -> str:
    """A text on one line, without characters that would steer a terminal."""
    return " ".join("".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text).split())


def quoted(telling: Telling, evidence: Evidence, teller: str = "", *, indent: int) -> str:
    """Words of a page, wrapped, with who says them and where they stand: `Kremlin: “…” - page, line 6`."""
    line = telling.page.line_number(evidence.span.start)
    where = say("{page}, line {line}", page=telling.page.label, line=line)
    return wrapped(f"{teller + ': ' if teller else ''}“{evidence.words}” - {where}", indent)


def excerpt_text(excerpt: Excerpt) -> str:
    """Words found on a page, with their surroundings: `“… Tô Lâm …” - page, line 6`."""
    where = say("{page}, line {line}", page=excerpt.page.label, line=excerpt.line)
    cut_before, cut_behind = excerpt.is_cut
    return f"“{'… ' if cut_before else ''}{excerpt.words}{' …' if cut_behind else ''}” - {where}"


def reasons_text(reasons: Iterable[Reason]) -> str:
    """Why two reports are held the same or not: `day +5, the same day; channel +1, both phone`."""
    return "; ".join(f"{name_feature(it.feature)} {it.score:+g}, {tell_reason(it.seen)}" for it in reasons)


def wrapped(text: str, indent: int) -> str:
    """A text broken to the width of the terminal (80 in a pipe), every line indented."""
    width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80
    spaces = " " * indent
    return textwrap.fill(
        clean(text), max(width, indent + 30), initial_indent=spaces, subsequent_indent=spaces, break_on_hyphens=False
    )
