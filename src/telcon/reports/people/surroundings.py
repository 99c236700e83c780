"""What stands around a naming: what it hangs on, and whether it only says where somebody was."""

from __future__ import annotations

from collections.abc import Sequence, Set

from telcon.model.mentions import Cue, Mark
from telcon.model.spans import Span
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.scenes import ADJUNCTS, Presence, Scene

PLACED, SHORT, OWNED, FEW = 8, 2, 4, 3
FEWEST, MOST = 2, 5
"""Words that describe somebody before his name, a comma behind them: *with an old friend, B*."""
TYING = ("with", "to", "from", "by", "between", "telling", "when", "within")
GAP = "  "
"""What parts the clauses of a headline between Han characters: 习近平致电祝贺　李克强致电慰问."""


class Surroundings:
    """The words around the namings of one sentence.

    `days`: where its dates stand; `governed`: where namings begin that hang on a preposition or an act.
    """

    def __init__(self, scene: Scene, clean: str, days: Sequence[Span], governed: Set[int]) -> None:
        self.scene, self.clean, self.days, self.governed = scene, clean, days, governed

    def is_owned(self, presence: Presence) -> bool:
        """Whether a genitive is of the contact named before it or hangs on a preposition: *после визита Путина*."""
        owning = (*ADJUNCTS, "invited")
        words = [mark.span for mark in self.scene.marks if mark.meaning in owning and len(mark.span)]
        spans = [*words, *(other.span for other in self.scene.cues)]
        return any(0 <= presence.start - span.stop <= 1 for span in spans)

    def only_manner(self, start: int, stop: int) -> bool:
        """Whether nothing but a day and words of manner, between commas or not, stands between an act and a naming."""
        marks = self.scene.between(start, stop, "manner", "together", "respectively")
        days = [day for day in self.days if start <= day.start and day.stop <= stop]
        told = [m.span for m in marks if not any(day.covers(m.span) for day in days)] + days
        said = sum(len(self.clean[span.start : span.stop].replace(" ", "")) for span in told)
        gap = self.clean[start:stop].replace(" ", "")
        gap = gap[1:-1] if told and gap.startswith(",") and gap.endswith(",") else gap
        return GAP not in self.clean[start:stop] and len(gap) <= said

    def is_described(self, tie: Mark, presence: Presence) -> bool:
        """Whether words without a name for the one who follows stand behind a word of tying: *with an old friend, B*.

        A comma or a word for where or when closes them: *with an old friend, B, on Monday*.
        """
        gap = self.clean[tie.span.stop : presence.start]
        words = gap.removesuffix(", ").split()
        if not gap.endswith(", ") or gap.count(",") > 1 or not FEWEST <= len(words) <= MOST or not gap[1:2].islower():
            return False
        if self.scene.between(tie.span.stop, presence.start, *TYING) or presence.leader is None:
            return False
        spans = [*(cue.span for cue in self.scene.cues), *(p.naming.span for p in self.scene.presences)]
        if any(tie.span.stop <= span.start < presence.start for span in spans):
            return False
        stop = presence.stop
        closed = self.clean[stop : stop + 1] in (",", ".") or self.scene.between(stop, stop + PLACED, "within", "and")
        return bool(closed) and any(p.leader for p in self.scene.presences if p.stop <= tie.span.start)

    def only_setting(self, start: int, stop: int) -> bool:
        """Whether nothing but days, words of manner and places stands between: *принял сегодня в Сочи премьера*.

        A place that no sheet knows is a capital behind a short word.
        """
        marks = self.scene.between(start, stop, "manner", "together", "respectively", "in_person", "venue")
        days = [day for day in self.days if start <= day.start and day.stop <= stop]
        houses = [p.naming.span for p in self.scene.presences if p.naming.sort in STANDING]
        spans = [*(m.span for m in marks), *days]
        letters = list(self.clean[start:stop])
        for span in spans:
            letters[span.start - start : span.stop - start] = " " * len(span)
        for span in [house for house in houses if start <= house.start and house.stop <= stop]:
            letters[span.start - start : span.stop - start] = "X" * len(span)
        words = "".join(letters).split()
        fit = all(word.replace("-", "").isalpha() and (word[0].isupper() or len(word) <= SHORT) for word in words)
        return fit and len(words[-1] if words else self.clean) > SHORT

    def is_place(self, presence: Presence) -> bool:
        """Whether a state or a capital only tells where it was: *cuộc gặp tại Paris với ông A*."""
        if presence.naming.sort not in STANDING or presence.naming.cases:
            return presence.naming.sort in STANDING and presence.start in self.governed
        return bool(self.scene.between(presence.start - PLACED, presence.start, "within"))

    def leads_there(self, cue: Cue, presence: Presence) -> bool:
        """Whether a place stands right behind an act's words that lead to it: *was welcomed to Nairobi by A*."""
        near = presence.naming.sort in STANDING and presence.start - cue.span.stop <= 1
        return near and not cue.noun and "received" in cue.flags and cue.flags.isdisjoint(("directed", "object"))

    def is_from(self, cue: Cue, presence: Presence) -> bool:
        """Whether a place only tells from where somebody was reached: *позвонил из Тбилиси Медведеву*."""
        if presence.naming.sort not in STANDING or "directed" not in cue.flags:
            return False
        ties = self.scene.between(cue.span.stop, presence.start, "from")
        return any(presence.start - mark.span.stop <= 1 for mark in ties)

    def owns_who_acts(self, owner: Presence, cue: Cue) -> bool:
        """Whether few words for somebody else stand between a sign of possession and an act: *A's chief aide met B*."""
        if cue.noun or cue.flags.isdisjoint(("past", "present")):
            return False
        signs = self.scene.between(owner.stop, owner.stop + OWNED, "possessive")
        words = self.clean[signs[0].span.stop : cue.span.start] if signs and signs[0].span.start == owner.stop else ""
        named = words.replace(" ", "").replace("-", "")
        told = self.scene.between(owner.stop, cue.span.start, "to", "planned", "proposed", "and", "with")
        return named.isalpha() and named[0].islower() and len(words.split()) <= FEW and not told
