"""Places along a line, moved apart where they crowd: in order, and no farther than is needed."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wished: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Places in the order of those wished for (ascending), at least `gap` apart and between `low` and `high`.

    The sum of the squares of what they are moved by is the least there is. Where `high - low` has no room for all,
    they stand as far apart as it has.
    """
    if len(wished) > 1:
        gap = min(gap, (high - low) / (len(wished) - 1))
    room = high - gap * (len(wished) - 1)
    blocks: list[tuple[float, int]] = []
    for number, place in enumerate(wished):
        mean, size = place - gap * number, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    placed = [min(max(mean, low), room) for mean, size in blocks for _ in range(size)]
    return [place + gap * number for number, place in enumerate(placed)]


def has_moved(wished: Sequence[float], placed: Sequence[float]) -> bool:
    """Whether some stand elsewhere than wished for, by more than the eye sees."""
    return any(abs(one - other) > 1 for one, other in zip(wished, placed, strict=True))
