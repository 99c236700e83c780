"""Pages whose article repeats another's, whole or in part: how much of it, which stretches, and from which one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from telcon.contacts.alignments import Stretch, align, weigh_paragraphs
from telcon.contacts.articles import Article
from telcon.contacts.comparing import Reason
from telcon.contacts.origins import common_credit, compare_origins, is_same_outlet
from telcon.contacts.translations import translated_share
from telcon.model.spans import Span
from telcon.model.values import value

TELLING, ENOUGH = 45, 90
"""Letters, names and quotations aside: from the first on a stretch says that somebody copied (pages of the corpus that
are independent reach 36), from the second on all such stretches together make a copy, a sentence or two.
"""
WHOLE = 0.5
"""The share of the copy's article from which it is a copy as a whole: what is cut, put in and rewritten counts."""
_OF_A_PARAGRAPH = 30
_BEARING = 1 / 3


class Extent(StrEnum):
    """How much of a page was taken from another: the article, several paragraphs of it, or one; or all, translated."""

    WHOLE = "whole"
    PART = "part"
    PARAGRAPH = "paragraph"
    TRANSLATION = "translation"


@value(frozen=True, slots=True)
class Taken:
    """A stretch that was taken over: where it stands in the copy's text and in the origin's."""

    here: Span
    there: Span


@value(frozen=True, slots=True)
class Copy:
    """A page (`copy`) that took text from another (`origin`), each by the name that its reports are named by.

    `share`: the part of the copy's article that was taken over, from 0 to 1 (of a translation, of its numbers).
    `credited`: whom both pages name as the one they took it from. `reasons` speak for the direction where their score
    is above 0, against it below.
    """

    copy: str
    origin: str
    extent: Extent
    share: float
    taken: tuple[Taken, ...] = ()
    credited: str | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def grounds(self) -> tuple[Reason, ...]:
        """What speaks for the direction, the strongest first."""
        return tuple(sorted((it for it in self.reasons if it.score > 0), key=lambda reason: -reason.score))

    def bears_on(self, places: Sequence[Span]) -> bool:
        """Whether what a page tells at these places of its text was told by the origin before.

        A page may take over one paragraph and tell of a contact in its own words elsewhere.
        """
        entire = self.extent in (Extent.WHOLE, Extent.TRANSLATION)
        if entire or not places:
            return entire
        inside = sum(any(_lies_in(place, taken.here) for taken in self.taken) for place in places)
        return inside >= _BEARING * len(places)


def find_copy(one: Article, other: Article) -> Copy | None:
    """Compare two articles; None where neither repeats the other. Their order does not matter."""
    copy, origin, reasons = _tell_apart(*sorted((one, other), key=lambda article: article.name))
    if translated := translated_share(copy, origin):
        return Copy(copy.name, origin.name, Extent.TRANSLATION, round(translated, 2), reasons=reasons)
    stretches = align(copy, origin)
    telling = [stretch for stretch in stretches if stretch.weight >= TELLING]
    if sum(stretch.weight for stretch in telling) < ENOUGH:
        return None
    share = sum(stretch.stop - stretch.start for stretch in stretches) / len(copy.letters)
    extent = _find_extent(share, stretches, copy, origin)
    # A paragraph that one outlet prints again and again is its own: background, or a notice to readers.
    if is_same_outlet(one.page, other.page) and extent is not Extent.WHOLE:
        return None
    taken = tuple(_place(stretch, copy, origin) for stretch in telling)
    return Copy(copy.name, origin.name, extent, round(share, 2), taken, common_credit(copy, origin), reasons)


def _tell_apart(one: Article, other: Article) -> tuple[Article, Article, tuple[Reason, ...]]:
    """The copy, its origin and why; where nothing tells them apart, the order of their names does."""
    reasons = compare_origins(one, other)
    if sum(reason.score for reason in reasons) >= 0:
        return one, other, reasons
    return other, one, tuple(Reason(reason.feature, -reason.score, reason.seen) for reason in reasons)


def _find_extent(share: float, stretches: Iterable[Stretch], copy: Article, origin: Article) -> Extent:
    if share >= WHOLE:
        return Extent.WHOLE
    taken = weigh_paragraphs(stretches, copy, origin)
    several = sum(weight >= _OF_A_PARAGRAPH for weight in taken.values()) > 1
    return Extent.PART if several else Extent.PARAGRAPH


def _place(stretch: Stretch, copy: Article, origin: Article) -> Taken:
    there = origin.span(stretch.origin_start, stretch.origin_stop)
    return Taken(copy.span(stretch.start, stretch.stop), there)


def _lies_in(place: Span, taken: Span) -> bool:
    return place.start < taken.stop and taken.start < place.stop
