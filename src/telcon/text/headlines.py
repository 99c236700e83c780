"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from telcon.letters.han import HAN
from telcon.model.texts import Role
from telcon.text.pictures import is_doubled
from telcon.text.shapes import PARAGRAPH, Shape

Verdicts = Mapping[int, tuple[Role, str]]

_LONGEST = 260
_REACH = 40
_USUAL = 100
_NAMED = 20
_TOUCHING = 1.8
_NEAR = ((-1, 1.0), (1, 1.0), (2, 0.7))
_WORD = re.compile(rf"([^\W\d_]{{2,}})|(?=({HAN.pattern} {HAN.pattern}))")
_NEIGHBOURS = frozenset({Role.DATELINE, Role.BYLINE})
_ENOUGH = 1.6
_FEW = 5
_NAME = 6
_SHORT = 4
_MOTTO = 5
_DECKED = 0.4
_DECK = 45
_FAR = 800
_WORDS = re.compile(r"[^\W\d_]+")
_NAMED_WITHIN = re.compile(r"(?<=[^\W_][, ] )[^\W\d_a-z][^\W\d_]+|(?<=[^\W_] )[^\W\d_a-z][^\W\d_]+")
_DASHES = ("——", "–", "—", "- ")
_PARTED = re.compile(r"\s[-–—▪•·|>]\s")


def find_headline(shapes: Sequence[Shape], verdicts: Verdicts, opening: int) -> int | None:
    """Index of the headline among `shapes`; `opening` is the index of the first paragraph. None where there is none."""
    told = {word for shape in shapes[opening : opening + 4] for word in _find_words(shape.folded)}
    later: dict[str, int] = {}
    for shape in shapes:
        later[shape.folded] = later.get(shape.folded, 0) + 1
    best = 0.0
    found: int | None = None
    apart = not _touches(shapes, max(opening - _REACH, 0), opening)
    for index in range(max(0, opening - _REACH), opening):
        score = _score(shapes, verdicts, index, told=told, later=later, opening=opening)
        if score <= _ENOUGH:
            continue
        score -= _TOUCHING * (apart and _touches(shapes, index, opening))
        if found is None or score > best:
            best, found = score, index
    if found is None:
        return None
    above = _find_above(shapes, verdicts, found)
    if _is_above_deck(shapes, verdicts, above, found, opening):
        score = _score(shapes, verdicts, above, told=told, later=later, opening=opening)
        score += max(weight * _is_signed(shapes, verdicts, found + step, opening) for step, weight in _NEAR)
        if score > _DECKED:
            found = above
    return _find_first(shapes, verdicts, found)


def _find_above(shapes: Sequence[Shape], verdicts: Verdicts, found: int) -> int:
    """The next line above that is not the page's day or who signed it."""
    above = found - 1
    while above > 0 and _is_signed(shapes, verdicts, above, found):
        above -= 1
    return above


def _is_above_deck(shapes: Sequence[Shape], verdicts: Verdicts, index: int, deck: int, opening: int) -> bool:
    """A line that may be the headline above a longer line that says more, and no motto, ticker or section."""
    shape, below = shapes[index], shapes[deck]
    return (
        index >= 0
        and shape.number not in verdicts
        and len(shape) <= _USUAL
        and len(shape.words) >= _SHORT
        and not (shape.titled or _is_ticker(shape) or _PARTED.search(shape.text))
        and len(below) >= max(_DECK, len(shape))
        and is_told(shape, shapes[opening : opening + 4])
        and (1 < index == deck - 1 or _is_same_story(shape, below, shapes[opening : opening + 4]))
    )


def _is_same_story(shape: Shape, below: Shape, paragraphs: Sequence[Shape]) -> bool:
    """At the top of a page, where outlets and sections stand, a line shares words with its deck, or has two names."""
    shared = len(_find_words(shape.folded) & _find_words(below.folded))
    if below.text.startswith(_DASHES) or shared > 1 or (shape.dense and shared):
        return True
    names = {word for line in paragraphs for word in _NAMED_WITHIN.findall(line.text[:_FAR])}
    return shape.number == below.number - 1 and sum(word in names for word in _WORDS.findall(shape.text)) > 1


def is_told(shape: Shape, paragraphs: Sequence[Shape]) -> bool:
    """The paragraphs have a name of the line, or two long words of it, or a pair of its Han characters."""
    small = {word for line in paragraphs for word in _find_words(line.folded)}
    if shape.dense:
        return not small.isdisjoint(_find_words(shape.folded))
    names = {word for line in paragraphs for word in _NAMED_WITHIN.findall(line.text[:_FAR])}
    shared = sum(len(word) >= _FEW and word in small for word in _find_words(shape.folded))
    return shared > 1 or any(word in names for word in _WORDS.findall(shape.text))


def _find_words(folded: str) -> set[str]:
    """The words of a line's beginning; of Han characters each pair that stands side by side."""
    return {word or pair for word, pair in _WORD.findall(folded[:_FAR])}


def _is_ticker(shape: Shape) -> bool:
    """One word in capitals, a colon and news."""
    head, colon, _ = shape.text.partition(":")
    return bool(colon) and head.isupper() and " " not in head.strip()


def _find_first(shapes: Sequence[Shape], verdicts: Verdicts, found: int) -> int:
    """A headline that stands on the page several times is the article's where it stands first."""
    head = shapes[found].folded
    same = (i for i in range(max(0, found - _REACH), found) if shapes[i].folded == head)
    return next((index for index in same if shapes[index].number not in verdicts), found)


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
    if (
        shape.number in verdicts
        or len(shape) > _LONGEST
        or len(shape.words) < 2
        or shape.portrait
        or shape.mark
        or shape.signed
    ):
        return 0.0
    words = _find_words(shape.folded)
    shared = len(words & told) / max(len(words), 1)
    score = 2.2 * min(len(shape), 80) / 80 + 2.5 * shared * min(len(words), _FEW) / _FEW
    score -= (1.2 if len(shape) <= _USUAL else 3.0) * (shape.breaks and not _asks(shape))
    signed = max(weight * _is_signed(shapes, verdicts, index + step, opening) for step, weight in _NEAR)
    score += signed - (0.5 if signed else 2.0) * is_doubled(shapes, index)
    score += 0.6 * (later[shape.folded] > 1)
    score -= 2.4 * (shape.ended and len(shape) > PARAGRAPH // 2 and not _asks(shape))
    score -= 4.0 * (shape.numbered and _counts_on(shapes, index))
    score -= 1.0 * (len(shape.words) < _SHORT)
    score -= 2.0 * (HAN.search(shape.text) is not None and shape.text.startswith("(") and shape.text.endswith(")"))
    score -= 3.0 * (_names_outlet(shape) or (index == 0 and _is_outlet(shape)))
    score += 1.5 * _is_page_name(shapes, index)
    score -= 0.6 * (len(shape) > 150)
    score -= 1.0 * (shape.loud and len(shape) < 40)
    score -= 0.7 * (shape.titled and len(shape.words) < 8)
    score += 0.5 * (index == 0 or verdicts.get(shapes[index - 1].number) is not None)
    return score - 3.0 * _wraps_page_name(shapes, index)


def _asks(shape: Shape) -> bool:
    """Question or call, with no full stop in it: headlines may be both."""
    return len(shape) <= _USUAL and shape.text.rstrip("\"”»’'")[-1:] in "!?…" and ". " not in shape.text


def _counts_on(shapes: Sequence[Shape], index: int) -> bool:
    """The first of several numbered headings."""
    return any(shape.numbered and not shape.ended for shape in shapes[index + 1 :])


def _names_outlet(shape: Shape) -> bool:
    """Some words in capitals, then a dash and a few others."""
    head, dash, rest = shape.text.partition(" - ")
    return bool(dash) and head.isupper() and " " in head and len(rest.split()) <= _MOTTO


def _is_outlet(shape: Shape) -> bool:
    """Some words behind one for outlets, and no sign."""
    return "outlet" in shape.cues and len(shape.words) <= _NAME and not re.search(r"[:?!]", shape.text)


def _is_signed(shapes: Sequence[Shape], verdicts: Verdicts, place: int, opening: int) -> bool:
    verdict = verdicts.get(shapes[place].number) if 0 <= place < opening else None
    return verdict is not None and verdict[0] in _NEIGHBOURS


def _touches(shapes: Sequence[Shape], index: int, opening: int) -> bool:
    """No blank line between a line and the first paragraph."""
    return shapes[opening].number - shapes[index].number == opening - index


def _is_page_name(shapes: Sequence[Shape], index: int) -> bool:
    """A line near it repeats it with the outlet's name behind."""
    line = shapes[index].folded
    nearby = shapes[max(index - 12, 0) : index]
    return len(line) >= _NAMED and any(
        other.folded.startswith((f"{line} |", f"{line} -", f"{line} –")) for other in nearby
    )


def _wraps_page_name(shapes: Sequence[Shape], index: int) -> bool:
    """A line that is another line with the outlet's name, or below its sections, is not the headline."""
    line, nearby = shapes[index].folded, shapes[index + 1 : index + 12]
    if any(_NAMED <= len(other) < len(line) and line.endswith(other.folded) for other in nearby):
        return True
    head = re.split(r"\s[-–|]\s(?=[^-–|]+$)", line)[0]
    if head == shapes[index].folded or len(head) < _NAMED:
        return False
    return any(
        other.folded.startswith(head) and not shapes[index].folded.startswith(other.folded + "?") for other in nearby
    )
