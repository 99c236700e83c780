"""What the endings of names say where other languages have small words: whose it is, to whom, by whom.

In a language whose words change, a naming in the genitive alone is tied as one behind *of*, in the dative as one behind
*to*, in the instrumental as one behind *by*. Where a preposition stands before it, that one speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from telcon.inflections import Case
from telcon.languages.packs import Pack
from telcon.model.mentions import Mark, Naming
from telcon.model.spans import Span

PARTICLES, OBLIQUE, OWNER = "particles", "oblique", "owner"
CASES = frozenset(map(str, Case))
LINKS = frozenset(
    {"with", "to", "from", "by", "between", "of", "according", "about", "apart", "within", OBLIQUE, OWNER}
)
SETTING = frozenset({"about", "apart", "within"})
"""Prepositions that by themselves do not say that what stands behind them cannot act."""

DIRECT = frozenset({str(Case.ACCUSATIVE), str(Case.GENITIVE)})


def govern_namings(namings: Sequence[Naming], marks: Sequence[Mark], pack: Pack) -> tuple[Mark, ...]:
    """The marks of a page with those that the cases of its namings stand for, in order of position."""
    if pack.inflection is None:
        return tuple(marks)
    links = {mark.span.stop + 1: mark for mark in marks if mark.sheet == PARTICLES and mark.meaning in LINKS}
    starts = {naming.start: naming for naming in namings}
    kept = [mark for mark in marks if _fits(mark, starts.get(mark.span.stop + 1))]
    added = [tie for naming in namings if (tie := _tie(naming, links.get(naming.start)))]
    return tuple(sorted((*kept, *added), key=lambda mark: (mark.span.start, mark.span.stop)))


def _fits(mark: Mark, naming: Naming | None) -> bool:
    """Whether a preposition of one case (flag) has a naming behind it that may stand in that case."""
    wanted = mark.flags & CASES
    if mark.sheet != PARTICLES or not wanted:
        return True
    return naming is not None and (not naming.cases or bool(wanted & naming.cases))


def _tie(naming: Naming, link: Mark | None) -> Mark | None:
    if link is not None and not _fits(link, naming):
        if link.meaning not in SETTING:
            return _mark(naming, OBLIQUE)
        link = None  # an adverb here: *принятый накануне президентом*
    if not naming.cases or Case.NOMINATIVE in naming.cases or (link and link.meaning not in SETTING):
        return None
    if link is not None:
        return _mark(naming, OBLIQUE)
    if naming.cases & DIRECT:
        return _mark(naming, "of")
    if Case.DATIVE in naming.cases:
        return _mark(naming, "to")
    return _mark(naming, "by" if Case.INSTRUMENTAL in naming.cases else OBLIQUE)


def _mark(naming: Naming, meaning: str) -> Mark:
    return Mark(Span(naming.start, naming.start), PARTICLES, meaning, frozenset(), naming.rule)
