"""Counts of what the corpus holds, as its data card shows them. Run it to print the tables anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from telcon.evaluation import Row, read_rows
from telcon.evaluation.rows import ContactRow
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"
CARD = CORPUS / "DATACARD.md"
KINDS = ("phone", "video", "call", "meeting", "message", "contact")
STATUSES = ("held", "planned", "proposed", "denied")
LEVELS = ("leaders", "officials")


def list_golds() -> list[Path]:
    """The gold files of the corpus, in order."""
    return sorted(CORPUS.glob("dev/*.gold.jsonl"))


def draw_tables() -> str:
    """Draw the tables of the data card, in Markdown."""
    rows = [row for gold in list_golds() for row in read_rows(gold)]
    languages = sorted({row.lang or "" for row in rows})
    by_language = {code: [row for row in rows if row.lang == code] for code in languages}
    return "\n\n".join(
        (
            _draw_pages(by_language),
            _draw_contacts("kind", KINDS, by_language, lambda contact: contact.kind),
            _draw_contacts("status", STATUSES, by_language, lambda contact: contact.status),
            _draw_contacts("level", LEVELS, by_language, lambda contact: contact.level),
        )
    )


def _draw(header: list[str], lines: list[list[object]]) -> str:
    cells = [header, ["---"] * len(header), *([str(cell) for cell in line] for line in lines)]
    return "\n".join("| " + " | ".join(line) + " |" for line in cells)


def _draw_pages(by_language: dict[str, list[Row]]) -> str:
    lines: list[list[object]] = []
    for code, rows in by_language.items():
        contacts = sum(len(row.contacts) for row in rows)
        quiet = sum(not row.contacts for row in rows)
        lines.append([code, len(rows), quiet, contacts, sum(len(row.statements) for row in rows)])
    total = [sum(int(str(line[column])) for line in lines) for column in range(1, 5)]
    return _draw(["language", "pages", "without a contact", "contacts", "statements"], [*lines, ["all", *total]])


def _draw_contacts(
    field: str, values: tuple[str, ...], by_language: dict[str, list[Row]], pick: Callable[[ContactRow], str | None]
) -> str:
    lines: list[list[object]] = []
    for code, rows in by_language.items():
        counts = Counter(pick(contact) for row in rows for contact in row.contacts)
        lines.append([code, *(counts[value] for value in values)])
    total = [sum(int(str(line[column])) for line in lines) for column in range(1, len(values) + 1)]
    return _draw([f"contacts by {field}", *values], [*lines, ["all", *total]])


if __name__ == "__main__":
    print(draw_tables())
