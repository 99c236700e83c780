"""The accounts of a contact for other programs, as JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from telcon.contacts import Account, Cell, Choice, Contact, Matrix, Option
from telcon.exports.exchange import DurationRow, SourceRow
from telcon.model.durations import Duration


class OptionLine(msgspec.Struct, frozen=True):
    """One value of a field, with those named for it and the pages that tell it."""

    value: str | DurationRow
    sources: list[SourceRow]
    pages: list[str]


class ChoiceLine(msgspec.Struct, frozen=True):
    """All values of a field, the one shown first."""

    field: str
    disagree: bool
    options: list[OptionLine]


class SaidLine(msgspec.Struct, frozen=True):
    """A statement within an account."""

    page: str
    speaker: list[str]
    said_by: list[str]
    kind: str
    words: str


class PointLine(msgspec.Struct, frozen=True):
    """A topic that an account tells of, with the words that say so."""

    page: str
    cited: list[str]
    words: str


class CellLine(msgspec.Struct, frozen=True):
    """What one account holds on one topic; `side` is a state's code, None for an independent source."""

    topic: str
    side: str | None
    source: str | None
    statements: list[SaidLine]
    points: list[PointLine]


class MatrixLine(msgspec.Struct, frozen=True):
    """A contact's accounts side by side; `topic` is empty for statements on none."""

    contact: str
    choices: list[ChoiceLine]
    cells: list[CellLine]


def matrix_line(contact: Contact, matrix: Matrix) -> MatrixLine:
    """The accounts of a contact, for programs."""
    cells = [
        _cell(topic, account, matrix.cell(topic, account))
        for topic in matrix.topics
        for account in matrix.tellers(topic)
    ]
    return MatrixLine(contact.id, [choice_line(field, choice) for field, choice in contact.choices.items()], cells)


def choice_line(field: str, choice: Choice[Any]) -> ChoiceLine:
    """All values of a field with who tells them."""
    return ChoiceLine(field, choice.disagree, list(map(option_line, choice.options)))


def option_line(option: Option[Any]) -> OptionLine:
    """One value of a field with who tells it."""
    told = option.value
    return OptionLine(
        DurationRow(told.minutes, told.bound.value) if isinstance(told, Duration) else str(told),
        [SourceRow(source.name, source.side) for source in option.sources],
        [telling.page.label for telling in option.tellings],
    )


def _cell(topic: str, account: Account, cell: Cell) -> CellLine:
    said = [
        SaidLine(telling.page.label, list(it.speaker), list(it.said_by), it.kind.value, it.evidence.words)
        for telling, it in cell.statements
    ]
    points = [
        PointLine(telling.page.label, list(claim.cited), claim.evidence[0].words)
        for telling, claim in cell.points
        if claim.evidence
    ]
    return CellLine(topic, account.side, None if account.side else account.name, said, points)
