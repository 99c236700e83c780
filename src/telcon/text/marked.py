"""What each line of a page with markup is: the markup is one more hint beside the line's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telcon.model.markups import Block, Markup, Place, Zone
from telcon.model.texts import Role
from telcon.text.marked_headlines import find_marked_headline
from telcon.text.roles import assign_roles
from telcon.text.shapes import LONG, PARAGRAPH, Shape
from telcon.text.verdicts import judge_alone

Verdict = tuple[Role, str]

OUTSIDE: Mapping[Zone, Verdict] = {
    Zone.NAVIGATION: (Role.MENU, "markup: a menu"),
    Zone.ASIDE: (Role.TEASER, "markup: beside the article"),
    Zone.RELATED: (Role.TEASER, "markup: related pages"),
    Zone.COMMENTS: (Role.COMMENT, "markup: comments"),
    Zone.FOOTER: (Role.JUNK, "markup: the page's foot"),
    Zone.SHARING: (Role.MENU, "markup: sharing and forms"),
    Zone.ADVERTISEMENT: (Role.ADVERTISEMENT, "markup: an advertisement or a notice over the page"),
    Zone.CAPTION: (Role.CAPTION, "markup: a caption"),
}
"""What lines are that lie in a part of the page where no article is."""

HEADING = Role.SUBHEADING, "markup: a heading in the article's element"
BEHIND = Role.TEASER, "markup: behind the article's element"

_WRITTEN = frozenset({Role.LEAD, Role.BODY, Role.SUBHEADING})
_ARTICLE = frozenset({Zone.MAIN, Zone.LEAD})
_SIGNS = {Zone.BYLINE: (Role.BYLINE, "markup: a byline"), Zone.STAMP: (Role.MENU, "markup: beside the date")}
_MOSTLY = 0.8


def assign_marked(shapes: Sequence[Shape], markup: Markup) -> dict[int, Verdict]:
    """The role and the rule of every line that is not blank, by line number.

    Lines in menus, among related pages and their like are left out first; what the rest is, is told as on a page of
    text, from the headline that the markup shows. Then the article's element has its say.
    """
    places = {shape.number: markup.places[shape.number - 1] for shape in shapes}
    verdicts = {shape.number: OUTSIDE[zone] for shape in shapes if (zone := places[shape.number].zone) in OUTSIDE}
    free = [shape for shape in shapes if shape.number not in verdicts]
    if free:
        told = assign_roles(free, find_marked_headline(free, places, markup.declared))
        verdicts |= _Amending(free, places, told).run()
    return verdicts


@dataclass(frozen=True)
class _Amending:
    """What was told of lines by their words and neighbours, held against where they stand in the markup."""

    shapes: Sequence[Shape]
    places: Mapping[int, Place]
    told: Mapping[int, Verdict]

    def run(self) -> dict[int, Verdict]:
        amended = dict(self.told)
        head = self._headline()
        written = [index for index, shape in enumerate(self.shapes) if index > head and self._is_written(shape)]
        paragraphs = self._paragraphs(written)
        for index, shape in enumerate(self.shapes):
            if index <= head:
                continue
            known, place = self.told[shape.number], self.places[shape.number]
            if place.zone in _SIGNS and not _is_own(shape, known[0]) and not shape.prose:
                amended[shape.number] = _SIGNS[place.zone]
            elif written and written[0] <= index <= written[-1] and place.in_main:
                amended[shape.number] = self._judge_inside(index, place, known, strict=paragraphs)
            elif written and index > written[-1] and known[0] in _WRITTEN and not place.in_main:
                amended[shape.number] = BEHIND
        return amended

    def _headline(self) -> int:
        heads = [index for index, shape in enumerate(self.shapes) if self.told[shape.number][0] is Role.HEADLINE]
        return heads[-1] if heads else -1

    def _is_written(self, shape: Shape) -> bool:
        """A paragraph in the article's element that its own words do not make something else."""
        place, (role, _) = self.places[shape.number], self.told[shape.number]
        if place.zone not in _ARTICLE or not place.in_main or place.linked:
            return False
        return role in _WRITTEN or ((shape.ended or shape.prose) and not _is_own(shape, role))

    def _paragraphs(self, written: Sequence[int]) -> bool:
        """Whether nearly all that is written in the article's element stands in elements for paragraphs."""
        long = [self.places[self.shapes[index].number] for index in written if len(self.shapes[index]) >= PARAGRAPH]
        return sum(place.block is not Block.BOX for place in long) > _MOSTLY * len(long)

    def _judge_inside(self, index: int, place: Place, known: Verdict, *, strict: bool) -> Verdict:
        shape, (role, _) = self.shapes[index], known
        if role is Role.HEADLINE or place.zone not in _ARTICLE or _is_own(shape, role):
            return known
        if place.linked and (not shape.ended or place.block is Block.HEADING):
            return Role.TEASER, "markup: a link between paragraphs"
        if strict and place.block is Block.BOX and not shape.ended and len(shape) < LONG:
            return Role.TEASER, "markup: in a box between paragraphs"
        if place.block is Block.HEADING:
            return known if role in _WRITTEN and shape.ended else HEADING
        if role is Role.TEASER and place.block is Block.PARAGRAPH and self._stands_above(index):
            return Role.SUBHEADING, "markup: short, between the article's paragraphs"
        if role in _WRITTEN or not (shape.ended or shape.prose or place.block in {Block.ITEM, Block.QUOTATION}):
            return known
        return Role.BODY, "markup: a paragraph in the article's element"

    def _stands_above(self, index: int) -> bool:
        """A line without a stop, right above a paragraph of the article."""
        return not self.shapes[index].ended and self._is_written(self.shapes[index + 1])


def _is_own(shape: Shape, role: Role) -> bool:
    """Given away by its own words, or by the picture beside it, not by where it stands among lines."""
    return role in {Role.CAPTION, Role.DATELINE} or judge_alone(shape) is not None
