"""Topics by sides as a page shows them: a column a side, one for all who speak for none, alike statements as one."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.contacts import Account, Contact, Matrix
from telcon.contacts.accounts import find_sides
from telcon.contacts.renderings import Said, line_up
from telcon.messages import name_state, name_topic, say
from telcon.model.values import value
from telcon.web.contacts.agreeing import sides_heard
from telcon.web.contacts.facts import Saying, saying

WIDEST = 3
"""Columns that fit beside each other."""
POINTS, COMPARED = 3, 150
"""Bare mentions of a topic that are shown in a cell, and statements of a contact that are compared with each other."""


@value(frozen=True, slots=True)
class Column:
    """Accounts that stand in one column: those of a government (`side`), or of those who speak for nobody."""

    side: str | None
    name: str
    accounts: tuple[Account, ...]


@value(frozen=True, slots=True)
class MatrixCell:
    """Statements, each with its other renderings behind it; where there are none, words that touch on the topic."""

    statements: tuple[tuple[Said, ...], ...]
    points: tuple[Saying, ...]


@value(frozen=True, slots=True)
class MatrixRow:
    """A topic; `alone` is the one side of those concerned that tells of it, where only one does."""

    name: str
    alone: str | None
    cells: tuple[MatrixCell, ...]


def matrix_columns(matrix: Matrix) -> list[Column]:
    """Governments first; those who speak for nobody share a column where theirs would be too many."""
    sides = [Column(it.side, name_state(it.side), (it,)) for it in matrix.accounts if it.side]
    others = [it for it in matrix.accounts if not it.side]
    if len(sides) + len(others) > WIDEST and len(others) > 1:
        return [*sides, Column(None, say("nobody’s side"), tuple(others))]
    return [*sides, *(Column(None, it.name, (it,)) for it in others)]


def matrix_rows(contact: Contact, matrix: Matrix, columns: Sequence[Column]) -> list[MatrixRow]:
    """Topics of the first side alone, those of several, those of the others alone; statements on no topic last."""
    heard = sides_heard(contact, matrix)
    rows = [(_rank(matrix, topic, heard), _row(contact, matrix, topic, columns, heard)) for topic in matrix.topics]
    return [row for _, row in sorted(rows, key=lambda ranked: ranked[0])]


def rendered_statements(contact: Contact) -> list[tuple[Said, ...]]:
    """Statements that several pages tell, each with all its renderings."""
    said = [Said(telling, it) for telling in contact.tellings for it in telling.statements]
    return [group for group in line_up(said[:COMPARED]) if len(group) > 1]


def _rank(matrix: Matrix, topic: str, heard: Sequence[str]) -> tuple[bool, int]:
    telling = [code for code in matrix.sides(topic) if code in heard]
    if not telling:
        return not topic, len(heard) + 1
    if len(telling) > 1:
        return not topic, 1
    return not topic, 0 if telling[0] == heard[0] else 1 + heard.index(telling[0])


def _row(contact: Contact, matrix: Matrix, topic: str, columns: Sequence[Column], heard: Sequence[str]) -> MatrixRow:
    telling = [code for code in matrix.sides(topic) if code in heard]
    alone = telling[0] if len(telling) == 1 and len(heard) > 1 else None
    cells = tuple(_cell(contact, matrix, topic, column) for column in columns)
    return MatrixRow(name_topic(topic) if topic else say("other words"), alone, cells)


def _cell(contact: Contact, matrix: Matrix, topic: str, column: Column) -> MatrixCell:
    cells = [matrix.cell(topic, account) for account in column.accounts]
    said = [Said(telling, statement) for cell in cells for telling, statement in cell.statements]
    sides = find_sides(contact)
    points = (saying(telling.page, claim, sides) for cell in cells for telling, claim in cell.points if claim.evidence)
    return MatrixCell(tuple(line_up(said[:COMPARED])), () if said else tuple(points)[:POINTS])
