"""What each line of a page is, from the line itself and from its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.texts import Role
from telcon.text.headlines import find_headline, is_told
from telcon.text.heads import fill_head
from telcon.text.pictures import find_pictures
from telcon.text.shapes import PARAGRAPH, Shape
from telcon.text.verdicts import LABELLED, judge_alone
from telcon.text.walks import Walk

Verdict = tuple[Role, str]

_SENTENCE, _WORDS, _USUAL = 5, 2, 100
_STAMPS = frozenset({Role.DATELINE, Role.BYLINE, Role.JUNK})
_NAMED = 24
_LABEL = 12
_BELOW = 2


def assign_roles(shapes: Sequence[Shape], headline: int | None = None) -> dict[int, Verdict]:
    """The role and the rule of every line that is not blank, by line number; `headline` is its index where known."""
    verdicts = {shape.number: verdict for shape in shapes if (verdict := judge_alone(shape))}
    find_pictures(shapes, verdicts)
    opening = _find_opening(shapes, verdicts, 0 if headline is None else headline + 1)
    if opening is None:
        return _without_paragraphs(shapes, verdicts)
    if headline is None:
        headline = find_headline(shapes, verdicts, opening)
    if headline is None:
        headline = _find_only(shapes, verdicts, opening)
    if headline is None and (below := _find_below(shapes, verdicts, opening)):
        verdicts[shapes[below].number] = (Role.HEADLINE, "below the first paragraph, above the page's day")
    start = _find_lead(shapes, verdicts, opening) if headline is None else headline
    for index in range(start):
        verdicts.setdefault(shapes[index].number, (Role.MENU, "above the headline"))
    if headline is not None:
        verdicts[shapes[headline].number] = (Role.HEADLINE, "the likeliest line above the first paragraph")
        fill_head(shapes, verdicts, headline, opening)
    Walk(shapes, verdicts, opening).run()
    return verdicts


def _find_opening(shapes: Sequence[Shape], verdicts: dict[int, Verdict], start: int) -> int | None:
    free = [index for index in range(start, len(shapes)) if shapes[index].number not in verdicts]
    for index in free:
        if shapes[index].prose and not _trails_off(shapes, index) and not _names_next(shapes, index):
            return index
    ended = [index for index in free if shapes[index].ended and len(shapes[index].words) > 7]
    return ended[0] if ended else None


def _find_only(shapes: Sequence[Shape], verdicts: dict[int, Verdict], opening: int) -> int | None:
    """A page's first line is its headline where it shows no other, also where it opens with a word for pictures.

    So is a short line that stands alone, or below the page's day, right above the first paragraph; and, of several, the
    last that shares its words with the first paragraphs.
    """
    known = [verdicts.get(shape.number) for shape in shapes[:opening]]
    told = [
        index
        for index in range(opening)
        if _is_plain(shapes[index], known[index]) and is_told(shapes[index], shapes[opening : opening + 2])
    ]
    if told:
        return next(index for index in told if shapes[index].folded == shapes[told[-1]].folded)
    free = [index for index, verdict in enumerate(known) if verdict is None or verdict[0] not in _STAMPS]
    same = len({shapes[index].folded for index in free}) == 1
    return free[0] if same and free[-1] == opening - 1 and _is_plain(shapes[free[0]], known[free[0]]) else None


def _find_below(shapes: Sequence[Shape], verdicts: dict[int, Verdict], opening: int) -> int | None:
    """On a page that opens with its first paragraph: a line between that and the page's day."""
    if opening or len(shapes) <= _BELOW or verdicts.get(shapes[1].number):
        return None
    stamp, verdict = shapes[_BELOW].stamp, verdicts.get(shapes[_BELOW].number)
    dated = stamp is not None and stamp.value is not None and verdict is not None and verdict[0] is Role.DATELINE
    return 1 if dated and not shapes[1].prose and _is_plain(shapes[1], None) else None


def _is_plain(line: Shape, verdict: Verdict | None) -> bool:
    """No sentence, no list and no name; a line with a word for pictures or for origins tells more than a name."""
    if line.ended or line.mark or line.goes_on or len(line.words) < (_WORDS if verdict is None else _SENTENCE):
        return False
    if verdict is None:
        whole = not line.breaks or len(line) <= _USUAL
        return whole and (not line.portrait or len(line.words) > _SENTENCE)
    return verdict[1] == LABELLED or (verdict[0] is Role.CREDIT and ":" not in line.text[:_LABEL])


def _names_next(shapes: Sequence[Shape], index: int) -> bool:
    """A path of sections that ends with the beginning of the next line."""
    line, after = shapes[index], shapes[index + 1 : index + 2]
    return bool(after) and line.text.endswith(("...", "…")) and after[0].folded[:_NAMED] in line.folded


def _find_lead(shapes: Sequence[Shape], verdicts: dict[int, Verdict], opening: int) -> int:
    """Where a page without headline begins: sentences right above the first paragraph are its too."""
    for index in range(opening - 1, -1, -1):
        above, known = shapes[index], verdicts.get(shapes[index].number)
        if known and known[0] is Role.CAPTION:
            continue
        if known or not (above.goes_on or ((above.ended or above.breaks) and len(above.words) > _SENTENCE)):
            break
        opening = index
        verdicts[above.number] = (Role.LEAD, "a sentence above the first paragraph")
    return opening


def _trails_off(shapes: Sequence[Shape], index: int) -> bool:
    """Wrapped lines that together end in no sentence are a wrapped headline."""
    last = index
    while shapes[last].goes_on:
        last += 1
    return last > index and not shapes[last].ended and len(shapes[last]) < PARAGRAPH


def _without_paragraphs(shapes: Sequence[Shape], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    free = [shape for shape in shapes if shape.number not in verdicts]
    if free:
        best = max(free, key=len)
        verdicts[best.number] = (Role.HEADLINE, "the longest line of a page without paragraphs")
    for shape in free:
        verdicts.setdefault(shape.number, (Role.JUNK, "a page without paragraphs"))
    return verdicts
