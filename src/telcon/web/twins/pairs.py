"""Who with whom as JSON."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request, Response

from telcon.web.answers import struct_answer
from telcon.web.catalogues.directory import Sort
from telcon.web.courses.grids import find_grid
from telcon.web.describing import answers
from telcon.web.twins.sides import Asked, SideRow, side_row

router = APIRouter()


class PairRow(msgspec.Struct, frozen=True):
    """Two sides, and how many contacts they had."""

    one: SideRow
    other: SideRow
    contacts: int


class GridRow(msgspec.Struct, frozen=True):
    """Those with most contacts, with their totals, and how many each two of them had; none where a pair is left out.

    `contacts` counts all that were looked at, `left_out` the sides with fewer.
    """

    contacts: int
    sides: list[SideRow]
    totals: list[int]
    pairs: list[PairRow]
    left_out: int


@router.get("/pairs", **answers(GridRow, "Who had contacts with whom.", errors=(400,)))
def list_pairs(request: Request, asked: Asked, by: Sort = Sort.LEADERS) -> Response:
    """How many contacts each two leaders or states had, for those who had most; held ones where no status is given."""
    grid = find_grid(request, asked, by)
    cells = [cell for place, row in enumerate(grid.rows) for cell in row[place + 1 :] if cell]
    pairs = [PairRow(side_row(it.one), side_row(it.other), it.count) for it in cells]
    row = GridRow(grid.count, list(map(side_row, grid.sides)), list(grid.totals), pairs, grid.others)
    return struct_answer(row)
