"""What stands between the headline and the first paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.texts import Role
from telcon.text.pictures import is_doubled
from telcon.text.shapes import PARAGRAPH, Shape

Verdict = tuple[Role, str]


def fill_head(shapes: Sequence[Shape], verdicts: dict[int, Verdict], headline: int, opening: int) -> None:
    """Lines between the headline and the first paragraph: its second half, a lead, a byline."""
    for index in range(headline + 1, opening):
        shape = shapes[index]
        if shape.number in verdicts:
            continue
        if shape.folded == shapes[headline].folded:
            verdicts[shape.number] = (Role.TEASER, "the headline once more")
        elif index == headline + 1 and shape.text[:1].islower() and not shapes[headline].ended:
            verdicts[shape.number] = (Role.HEADLINE, "goes on with the headline")
        elif shape.portrait or is_doubled(shapes, index):
            verdicts[shape.number] = (Role.CAPTION, "people's names, or a line twice, below the headline")
        elif shape.text.endswith(":") and index == opening - 1 and len(shape.words) > 5:
            verdicts[shape.number] = (Role.LEAD, "announces the first paragraph")
        elif shape.ended and len(shape.words) > 5:
            verdicts[shape.number] = (Role.LEAD, "a sentence below the headline")
        elif index == opening - 1 and (shape.numbered or _is_entry(shapes, verdicts, index)):
            verdicts[shape.number] = (Role.SUBHEADING, "numbered or timed, before the first paragraph")
        elif shape.titled and len(shape.words) <= 5 and index == opening - 1 and shapes[opening].mark:
            verdicts[shape.number] = (Role.SUBHEADING, "a name above the first item of a list")
        elif shape.titled and len(shape.words) <= 5:
            verdicts[shape.number] = (Role.BYLINE, "a name below the headline")
        elif len(shape) >= PARAGRAPH and len(shape.words) > 12 and not shape.mark:
            verdicts[shape.number] = (Role.LEAD, "a long line below the headline")
        else:
            verdicts[shape.number] = (Role.MENU, "short, between headline and first paragraph")


def _is_entry(shapes: Sequence[Shape], verdicts: dict[int, Verdict], index: int) -> bool:
    """A line below a time of day: the heading of an entry of a page that is kept up to date."""
    above = shapes[index - 1]
    stamp = above.stamp
    if stamp is None or not stamp.timed or stamp.value is not None or stamp.rest:
        return False
    return verdicts.get(above.number, (None,))[0] is Role.DATELINE
