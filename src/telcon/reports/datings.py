"""Which date belongs to a cue: the fittest of those in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from telcon.mentions import Mentions
from telcon.mentions.dates import Calendar, DatedValue, DateMention, Vague, resolve_date
from telcon.model.dates import Edtf, Precision
from telcon.model.mentions import Cue
from telcon.reports.scenes import Scene

FAR = 110


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with the mention that it was read from."""

    mention: DateMention
    value: DatedValue

    @property
    def edtf(self) -> Edtf | None:
        """The date resolved, or as far as the page goes."""
        return self.value.date or self.value.in_page


class Dater:
    """Reads the dates of a page in order, each resolved with the page's own date and the one told of last."""

    def __init__(self, mentions: Mentions, published: str | None) -> None:
        self.mentions, self.published = mentions, published
        self.anchor: Edtf | None = None

    def dates(self, scene: Scene, *, future: bool | None = None) -> list[Dating]:
        """All dates of a sentence that can be resolved; the last one becomes the anchor of those to come."""
        found = []
        for mention in self.mentions.dates:
            if scene.span.start <= mention.span.start and mention.span.stop <= scene.span.stop:
                value = resolve_date(mention, published=self.published, anchor=self.anchor, future=future)
                if value and not isinstance(mention.expression, Vague):
                    found.append(Dating(mention, value))
                    if found[-1].edtf and found[-1].edtf.precision is Precision.DAY:
                        self.anchor = found[-1].edtf
        return found


def choose_date(cue: Cue, scene: Scene, datings: list[Dating], clean: str) -> Dating | None:
    """The date that fits a cue best, None where those in its sentence belong to something else."""
    ranked = sorted(
        (cost, i) for i, dating in enumerate(datings) if (cost := _cost(cue, scene, dating, clean)) is not None
    )
    return datings[ranked[0][1]] if ranked else None


def _cost(cue: Cue, scene: Scene, dating: Dating, clean: str) -> int | None:
    span = dating.mention.span
    gap = cue.span.start - span.stop if span.stop <= cue.span.start else span.start - cue.span.stop
    if gap > FAR or not dating.edtf:
        return None
    near = [m for m in scene.marks if m.sheet == "particles" and 0 <= span.start - m.span.stop <= 6]
    if any(mark.meaning == "since" for mark in near):
        return None
    if any(c is not cue and 0 <= span.start - c.span.stop <= 15 < span.start - cue.span.stop for c in scene.cues):
        return None
    start, stop = sorted((cue.span.start, span.start))
    others = [c for c in scene.cues if start < c.span.start < stop and c is not cue]
    cost = max(gap, 0) + 40 * len(others) + 25 * clean[start:stop].count(";")
    if isinstance(dating.mention.expression, Calendar) and dating.mention.expression.day:
        cost -= 15
    return cost
