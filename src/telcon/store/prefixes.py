"""Looking for names of hexadecimal digits by how they begin."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, and_, false, true

_DIGITS = re.compile(r"[0-9a-f]*")


def begins_with(column: ColumnElement[Any], start: str) -> ColumnElement[bool]:
    """Whether a digest or an id begins so. By their order, as an index has them: LIKE would go through all of them."""
    start = start.lower()
    if not _DIGITS.fullmatch(start):
        return false()
    if not start:
        return true()
    following = "a" if start[-1] == "9" else chr(ord(start[-1]) + 1)
    return and_(column >= start, column < start[:-1] + following)
