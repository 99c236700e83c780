"""Lists page by page: the place behind which a page begins is named by what stands there, not by a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import HTTPException, Query

from telcon.messages import say
from telcon.model.values import value

T = TypeVar("T")
After = Annotated[str, Query(max_length=200, description="What `next` of the part before named; empty for the first.")]
Size = Annotated[int, Query(ge=1, le=1000, description="How many rows a part has at most.")]


@value(frozen=True, slots=True)
class Part(Generic[T]):
    """Part of a list; `next` is what the following part begins behind, None at the end."""

    rows: Sequence[T]
    total: int
    next: str | None


def part_after(found: Sequence[T], name: Callable[[T], str], after: str, size: int) -> Part[T]:
    """The rows behind the one that is called `after`, all from the first where it is empty; 400 where none is."""
    start = 0
    if after:
        start = next((place for place, row in enumerate(found, start=1) if name(row) == after), -1)
    if start < 0:
        raise HTTPException(400, say("the list has no {place} any more: begin again without `after`", place=after))
    rows = found[start : start + size]
    following = name(rows[-1]) if rows and start + size < len(found) else None
    return Part(rows, len(found), following)
