"""What stands between the headline and the first paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.texts import Role
from telcon.text.headlines import is_told
from telcon.text.pictures import is_doubled
from telcon.text.shapes import PARAGRAPH, Shape

Verdict = tuple[Role, str]

_FEW = 5
_MANY = 12
_STRAY = 2
_LISTING = frozenset({"-", "–", "*", "•"})


def fill_head(shapes: Sequence[Shape], verdicts: dict[int, Verdict], headline: int, opening: int) -> None:
    """Lines between the headline and the first paragraph: its second half, a lead, a byline."""
    for index in range(headline + 1, opening):
        if shapes[index].number not in verdicts:
            touching = index == headline + 1
            verdict = _find_more(shapes, index, headline, touching=touching)
            verdict = verdict or _find_lead(shapes, index, headline, opening)
            verdicts[shapes[index].number] = verdict or _find_rest(shapes, verdicts, index, opening)


def _find_more(shapes: Sequence[Shape], index: int, headline: int, *, touching: bool) -> Verdict | None:
    shape = shapes[index]
    if shape.folded == shapes[headline].folded:
        return Role.TEASER, "the headline once more"
    if touching and shape.text[:1].islower() and len(shape) > _STRAY and not shapes[headline].ended:
        return Role.HEADLINE, "goes on with the headline"
    return None


def _says_more(shapes: Sequence[Shape], index: int, headline: int, opening: int) -> bool:
    """The line below the headline, or one of a list below it, in whose words the first paragraphs go on."""
    above = shapes[index - 1]
    listed = shapes[index].mark in _LISTING and (above.mark in _LISTING or above.text[-1] == ":")
    plain = not (shapes[index].dense or shapes[index].breaks)
    return plain and (listed or index == headline + 1) and is_told(shapes[index], shapes[opening : opening + 4])


def _find_lead(shapes: Sequence[Shape], index: int, headline: int, opening: int) -> Verdict | None:
    shape = shapes[index]
    if shape.goes_on and _leads_over(shapes, index, opening):
        return Role.LEAD, "goes on in the first paragraph"
    if shape.portrait or is_doubled(shapes, index):
        return Role.CAPTION, "people's names, or a line twice, below the headline"
    told = len(shape.words) >= _FEW and not (shape.titled or shape.loud)
    if told and _says_more(shapes, index, headline, opening):
        return Role.LEAD, "says more than the headline, of what the first paragraphs tell"
    if shape.text.endswith(":") and index == opening - 1 and told:
        return Role.LEAD, "announces the first paragraph"
    if shape.ended and len(shape.words) > _FEW:
        return Role.LEAD, "a sentence below the headline"
    return None


def _find_rest(shapes: Sequence[Shape], verdicts: dict[int, Verdict], index: int, opening: int) -> Verdict:
    shape = shapes[index]
    named = shape.titled and len(shape.words) <= _FEW
    if index == opening - 1 and (shape.numbered or _is_entry(shapes, verdicts, index)):
        return Role.SUBHEADING, "numbered or timed, before the first paragraph"
    if named and index == opening - 1 and shapes[opening].mark:
        return Role.SUBHEADING, "a name above the first item of a list"
    if named:
        return Role.BYLINE, "a name below the headline"
    if len(shape) >= PARAGRAPH and len(shape.words) > _MANY and not shape.mark:
        return Role.LEAD, "a long line below the headline"
    return Role.MENU, "short, between headline and first paragraph"


def _leads_over(shapes: Sequence[Shape], index: int, opening: int) -> bool:
    """Each line from here to the first paragraph goes on in the next."""
    return all(shape.goes_on for shape in shapes[index:opening])


def _is_entry(shapes: Sequence[Shape], verdicts: dict[int, Verdict], index: int) -> bool:
    """A line below a time of day: the heading of an entry of a page that is kept up to date."""
    above = shapes[index - 1]
    stamp = above.stamp
    if stamp is None or not stamp.timed or stamp.value is not None or stamp.rest:
        return False
    return verdicts.get(above.number, (None,))[0] is Role.DATELINE
