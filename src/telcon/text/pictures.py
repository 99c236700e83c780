"""Lines that belong to a picture, told by the lines around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from telcon.model.texts import Role
from telcon.text.shapes import Shape

Verdict = tuple[Role, str]

CLINGING = "what a picture shows, below a line that is not the article's"
_ASIDE = frozenset({Role.JUNK, Role.MENU, Role.TEASER})
_SPACED = 0.6
_NUMBER = re.compile(r"[^\W\d_]\s(?:[-–]\s)?\d{1,2}\W*$")
_SERIAL = re.compile(r"[^\W\d_][\"”’]?\s[-–]\s\d{1,2}$")
_CAPTION = 180
_ENOUGH = 5
_FEW = 3
_MARKED, _MARKS = 0.5, 0.05
_NAMED = 6


def find_pictures(shapes: Sequence[Shape], verdicts: dict[int, Verdict]) -> None:
    """Add to `verdicts` the texts and captions of pictures that their neighbours give away."""
    if _is_marked(shapes):
        for shape in shapes:
            named = len(shape.words) >= _FEW and not shape.accented and _NUMBER.search(shape.text) is not None
            if shape.number not in verdicts and (shape.plain or named):
                numbered = _NUMBER.search(shape.text) is not None
                verdicts[shape.number] = (Role.CAPTION if numbered else Role.JUNK, "without the marks of its language")
            elif shape.number not in verdicts and _opens_without_marks(shape):
                verdicts[shape.number] = (Role.JUNK, "opens with what stands for a picture")
    spaced, written = _is_spaced(shapes), False
    for index, shape in enumerate(shapes):
        if shape.number in verdicts or not index:
            continue
        if reason := _captions(shapes, verdicts, index, spaced=spaced, written=written):
            verdicts[shape.number] = (Role.CAPTION, reason)
        written = written or shape.prose


def is_doubled(shapes: Sequence[Shape], index: int) -> bool:
    """The same line twice with nothing between: what a picture shows, and its caption."""
    return any(
        0 <= place < len(shapes)
        and shapes[place].folded == shapes[index].folded
        and abs(shapes[place].number - shapes[index].number) == 1
        for place in (index - 1, index + 1)
    )


def _is_marked(shapes: Sequence[Shape]) -> bool:
    """Most lines of some length have letters beyond the plain alphabet, more than a name has (*Türkiye*)."""
    long = [shape for shape in shapes if len(shape.words) >= _ENOUGH]
    if sum(not shape.plain for shape in long) <= _MARKED * len(long):
        return False
    return sum(shape.marks for shape in long) > _MARKS * sum(len(shape.text) for shape in long)


def _opens_without_marks(shape: Shape) -> bool:
    """A title behind another one without its marks, as pages name pictures: *thu tuong a dien dam Thủ tướng …*."""
    words = shape.text.split(maxsplit=_NAMED)[:_NAMED]
    return shape.accented and len(words) == _NAMED and all(word.isascii() and word.islower() for word in words)


def _is_spaced(shapes: Sequence[Shape]) -> bool:
    """Most paragraphs stand behind a blank line."""
    gaps = [after.number - shape.number > 1 for shape, after in pairwise(shapes) if after.prose]
    return sum(gaps) > _SPACED * len(gaps)


def _captions(
    shapes: Sequence[Shape], verdicts: Mapping[int, Verdict], index: int, *, spaced: bool, written: bool
) -> str:
    """Why a line is a caption; empty where it is none."""
    shape, above = shapes[index], shapes[index - 1]
    if _SERIAL.search(shape.text[-8:]) and len(shape.words) > _ENOUGH:
        return "ends with a picture's number"
    if written and is_doubled(shapes, index):
        return "a line twice"
    before = verdicts.get(above.number)
    if before is None or len(shape) > _CAPTION or shape.breaks or not (spaced or not shape.ended):
        return ""
    pictured, touching = before[0] is Role.CAPTION, shape.number - above.number == 1
    serial = "picture" in above.cues or above.plain or _SERIAL.search(above.text[-8:])
    if pictured and serial and _NUMBER.search(above.text):
        return "below a picture's number"
    after = shapes[index + 1] if index + 1 < len(shapes) else None
    if after is None or not touching:
        return ""
    clear = after.number - shape.number > 1
    if pictured and not clear and verdicts.get(after.number, (None,))[0] is Role.CAPTION:
        return "between two lines of a picture"
    if not (spaced and written):
        return ""
    if pictured and clear and before[1] == CLINGING:
        return "below what a picture shows"
    return CLINGING if before[0] in _ASIDE and not clear and not shape.ended else ""
