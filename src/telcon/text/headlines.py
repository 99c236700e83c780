"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from telcon.model.texts import Role
from telcon.text.shapes import PARAGRAPH, Shape

Verdicts = Mapping[int, tuple[Role, str]]

_LONGEST = 260
_REACH = 40
_WORD = re.compile(r"[^\W\d_]{2,}")
_NEIGHBOURS = frozenset({Role.DATELINE, Role.BYLINE})
_ENOUGH = 1.9


def find_headline(shapes: Sequence[Shape], verdicts: Verdicts, opening: int) -> int | None:
    """Index of the headline among `shapes`; `opening` is the index of the first paragraph. None where there is none."""
    told = {word for shape in shapes[opening : opening + 4] for word in _WORD.findall(shape.folded[:800])}
    later: dict[str, int] = {}
    for shape in shapes:
        later[shape.folded] = later.get(shape.folded, 0) + 1
    best, found = _ENOUGH, None
    for index in range(max(0, opening - _REACH), opening):
        score = _score(shapes, verdicts, index, told=told, later=later, opening=opening)
        if score > best:
            best, found = score, index
    return found


def _score(
    shapes: Sequence[Shape],
    verdicts: Verdicts,
    index: int,
    *,
    told: set[str],
    later: Mapping[str, int],
    opening: int,
) -> float:
    shape = shapes[index]
    if shape.number in verdicts or len(shape) > _LONGEST or len(shape.words) < 3:
        return 0.0
    words = set(_WORD.findall(shape.folded))
    shared = len(words & told) / max(len(words), 1)
    score = 2.2 * min(len(shape), 80) / 80 + 2.5 * shared
    near = [verdicts.get(shapes[place].number) for place in (index - 1, index + 1, index + 2) if 0 <= place < opening]
    score -= 1.2 * shape.breaks
    score += 1.0 * any(verdict is not None and verdict[0] in _NEIGHBOURS for verdict in near)
    score += 0.6 * (later[shape.folded] > 1)
    score -= 1.4 * (shape.ended and len(shape) > PARAGRAPH // 2)
    score -= 0.6 * (len(shape) > 150)
    score -= 1.0 * (shape.loud and len(shape) < 40)
    score -= 0.7 * (shape.titled and len(shape.words) < 8)
    score += 0.5 * (index == 0 or verdicts.get(shapes[index - 1].number) is not None)
    return score - 1.5 * _wraps_page_name(shapes, index)


def _wraps_page_name(shapes: Sequence[Shape], index: int) -> bool:
    """A line that is another line and the outlet's name is the page's title tag, not its headline."""
    head = re.split(r"\s[-–|]\s(?=[^-–|]+$)", shapes[index].folded)[0]
    if head == shapes[index].folded:
        return False
    nearby = shapes[index + 1 : index + 12]
    return any(
        other.folded.startswith(head) and not shapes[index].folded.startswith(other.folded + "?") for other in nearby
    )
