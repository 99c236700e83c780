"""Sentences with whom their namings mean, their cues and marks."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.actors import Actor
from telcon.model.mentions import Cue, Mark, Naming, Sentence, Sort
from telcon.model.spans import Span
from telcon.model.values import value

ADJECTIVE, AIMED = 12, 24
"""Letters of an adjective behind *before the*, and between *for* and what somebody goes for."""
POSTPOSED = "behind"
"""Flag of words that stand behind the contact that they are said of: 会谈后."""
ON_DAY = "on day"
"""Flag of words that stand for an act on the day right before them."""

ADJUNCTS = frozenset({"with", "to", "from", "of", "between", "according", "by", "asked_by_following", "oblique"})


def opens_clause_about(mark: Mark) -> bool:
    """Whether a word opens a clause in which the one named before its comma acts: *A, who had called him*."""
    return mark.meaning == "who" or "who" in mark.flags


@value(frozen=True, slots=True, eq=False)
class Presence:
    """A naming in a sentence with whom it means; a group means several, something unresolved nobody.

    `leader` is the one person meant, if it is one and a person.
    """

    naming: Naming
    actors: tuple[Actor, ...]
    start: int
    stop: int
    leader: Actor | None

    @classmethod
    def of(cls, naming: Naming, actors: tuple[Actor, ...]) -> Presence:
        """A naming as it stands, with those whom it means."""
        leader = actors[0] if len(actors) == 1 and actors[0].sort is Sort.PERSON else None
        return cls(naming, actors, naming.span.start, naming.span.stop, leader)


@value(frozen=True, slots=True, eq=False)
class Scene:
    """One sentence with all that stands in it, in order of position.

    `number` counts the page's sentences, `first` tells that a paragraph begins with it, `meanings` are those of its
    marks.
    """

    number: int
    sentence: Sentence
    span: Span
    presences: Sequence[Presence]
    cues: Sequence[Cue]
    marks: Sequence[Mark]
    meanings: frozenset[str]
    first: bool

    def between(self, start: int, stop: int, *meanings: str) -> list[Mark]:
        """Marks of the meanings within `[start, stop)`."""
        if self.meanings.isdisjoint(meanings):
            return []
        return [m for m in self.marks if start <= m.span.start and m.span.stop <= stop and m.meaning in meanings]

    def settings(self, cue: Cue, *meanings: str) -> list[Mark]:
        """Marks of the meanings right before a cue; those that stand behind what they are said of, right behind it.

        A word like *planned* may stand between, behind an article any other: *ahead of their planned meeting*, *before
        the Russian call*.
        """
        if self.meanings.isdisjoint(meanings):
            return []
        start, stop = cue.span.start, cue.span.stop
        if "planned" in self.meanings:
            epithets = (m.span for m in self.marks if "epithet" in m.flags)
            start = next((span.start for span in epithets if 0 <= start - span.stop <= 1), start)
        return [
            m
            for m in self.marks
            if m.meaning in meanings
            and 0 <= (m.span.start - stop if POSTPOSED in m.flags else start - m.span.stop) <= self._reach(m, start)
        ]

    def _reach(self, setting: Mark, start: int) -> int:
        """How far a word may set apart what begins at a place: over one adjective, behind an article."""
        if setting.meaning != "apart" or "definite" not in setting.flags:
            return 1
        stop = setting.span.stop
        spans = [*(p.naming.span for p in self.presences), *(c.span for c in self.cues), *(m.span for m in self.marks)]
        return 1 if any(stop <= span.start < start for span in spans) else ADJECTIVE

    def is_aim(self, cue: Cue) -> bool:
        """Whether a noun is what somebody goes for: *has landed in Nairobi for talks*, *for her annual meeting*."""
        if not cue.noun or "aim" not in self.meanings:
            return False
        start = cue.span.start
        aims = [m for m in self.between(start - AIMED, start, "aim") if len(m.span)]
        behind = aims[-1].span.stop if aims else start
        return (
            bool(aims)
            and not any(behind <= p.start < start for p in self.presences)
            and not self._parted(behind, start)
        )

    def _parted(self, start: int, stop: int) -> bool:
        """Whether another cue stands between: *for talks and a meeting*."""
        return any(start <= other.span.start < stop for other in self.cues)
