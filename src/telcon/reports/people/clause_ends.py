"""Where a clause or phrase ends with somebody who is named, and where a list goes on behind him."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from telcon.letters.han import HAN
from telcon.model.mentions import How, Mark, Sort
from telcon.reports.scenes import Presence, Scene

STANDING = frozenset({Sort.STATE, Sort.CAPITAL, Sort.BODY})
REPEATED = frozenset({"of", "from", "to"})
SETTINGS = frozenset({"apart", "within"})
JOINED, CITED, NEXT = 5, 25, 12


class ClauseEnds:
    """Tells for the namings of one sentence whether a comma behind them closes a clause or goes on with a list.

    `governed`: where those begin that hang on a preposition or are what an act is done to.
    """

    def __init__(self, scene: Scene, clean: str, presences: Sequence[Presence], governed: Set[int]) -> None:
        self.scene, self.clean, self.presences, self.governed = scene, clean, presences, governed

    def _hangs(self, presence: Presence) -> bool:
        return presence.start in self.governed

    def ends_clause(self, presence: Presence) -> bool:
        """Whether a clause or phrase of its own ends with the naming.

        *theo ông A, …*, *sau khi điện đàm với ông A, …*, *sau cuộc điện đàm với ông A, …*, *Gặp ông A, …*; a list goes
        on (*sau cuộc gặp với ông A, bà B và ông C, …*).
        """
        if (one := self._apposed_to(presence)) is not None:
            return self.ends_clause(one)
        start = presence.start
        if presence is self.presences[0] and presence.naming.sort in STANDING and self._is_only_place(presence):
            return True
        told = self.scene.between(self.scene.span.start, start, "according")
        if any(start - m.span.stop <= 1 or self._is_told_by(m, presence) for m in told):
            return True
        if any(start - m.span.stop <= 1 for m in self.scene.between(self.scene.span.start, start, "between", "among")):
            return False
        opened = self._stands_in_clause(start) or self._is_fronted(presence) or self._opens_aside(presence)
        return opened and self._hangs(presence) and not self._heads_list(presence)

    def _apposed_to(self, presence: Presence) -> Presence | None:
        """The name of the same one, behind which his office stands: *in a letter to A, President of Iran, …*."""
        before = next((p for p in reversed(self.presences) if p.stop <= presence.start), None)
        same = before is not None and before.leader is not None and before.leader == presence.leader
        return before if before and same and self.clean[before.stop : presence.start].strip(" ") == "," else None

    def _stands_in_clause(self, place: int) -> bool:
        """Whether a clause that *when* opens goes on at a place: nobody acts behind a comma in between."""
        opened = self.scene.between(self.scene.span.start, place, "when")[-1:]
        comma = self.clean.find(",", opened[0].span.stop, place) if opened else -1
        return bool(opened) and not any(0 <= comma < p.start < place and not self._hangs(p) for p in self.presences)

    def _opens_aside(self, presence: Presence) -> bool:
        """Whether words that tie nobody open the sentence, and nobody stands before the naming: *Besides A, B …*."""
        opening = self.scene.between(self.scene.span.start, presence.start, "oblique")[:1]
        opens = opening and opening[0].span.start - self.scene.span.start <= 1
        return bool(opens) and presence is self.presences[0]

    def _is_only_place(self, presence: Presence) -> bool:
        """Whether a state or a capital only tells where it was or after what: *Sau Bắc Kinh, ông A thăm Nhật Bản*."""
        before = self.scene.between(self.scene.span.start, presence.start, "apart", "within", "when")
        return any(presence.start - mark.span.stop <= 1 for mark in before)

    def _is_told_by(self, mark: Mark, presence: Presence) -> bool:
        """Whether a body is the first one named behind *according*, close by: *theo thông tin từ Nhà Trắng, …*."""
        first = next((p for p in self.presences if p.start >= mark.span.stop), None)
        near = presence.start - mark.span.stop <= CITED and "," not in self.clean[mark.span.stop : presence.start]
        return first is presence and near and presence.naming.sort in STANDING

    def _is_fronted(self, presence: Presence) -> bool:
        """Whether a naming is the partner in a contact that opens the clause or is only its setting."""
        cue = next((c for c in reversed(self.scene.cues) if c.span.stop <= presence.start), None)
        between = [p for p in self.presences if cue and cue.span.stop <= p.start < presence.start]
        if cue is None or any(p.naming.sort not in STANDING for p in between):
            return False
        if self.scene.settings(cue, *SETTINGS):
            return cue.noun
        if cue.noun and "plural" in cue.flags:  # Telegrams from A, B and C reached D
            return False
        return not any(p.stop <= cue.span.start and p.naming.sort not in STANDING for p in self.presences)

    def _heads_list(self, presence: Presence) -> bool:
        """Whether *and* joins the last of those behind a naming, and a comma parts them from who acts.

        Of a plural (*calls with A, B and C*) all are of the list where nobody stands behind them.
        """
        behind = [p for p in self.presences if p.start >= presence.stop]
        for left, right in pairwise(behind):
            gap = self.clean[left.stop : right.start].strip(" ")
            joints = self.scene.between(left.stop, right.start, "and")
            if not joints or len(gap) - len(joints[0].span) > JOINED:
                if gap != ",":
                    return False
                continue
            after = next((p for p in behind if p.start >= right.stop and not self._is_tied_place(p)), None)
            if after is None:
                return any("plural" in c.flags for c in self.scene.cues if c.span.stop <= presence.start)
            if not self.scene.between(right.stop, after.start, "and"):
                return self.clean[right.stop : after.start].strip(" ") == ","
        return False

    def _is_tied_place(self, presence: Presence) -> bool:
        """Whether a place only says whose or where: *King Salman of Saudi Arabia*."""
        within = self.scene.between(presence.start - JOINED, presence.start, "within")
        return presence.naming.sort in STANDING and (self._hangs(presence) or bool(within))

    def stands_aside(self, run: Sequence[Presence], stop: int) -> bool:
        """Whether some stand in what is told of another, and a comma closes it before `stop`.

        *A, whom B had met, …*; *A, người vừa thăm B, gặp C*.
        """
        start = self.scene.span.start
        whom = self.scene.between(start, run[0].start, "with", "to", "owner")
        opened = [m.span.stop for m in whom if "relative" in m.flags][-1:]
        who = self.scene.between(start, run[0].start, "who")[-1:]
        opened += [m.span.stop for m in who if any(self._is_described(p, m) for p in self.presences)]
        inside = any("," not in self.clean[place : run[0].start] for place in opened)
        return inside and "," in self.clean[run[-1].stop : stop]

    def _is_described(self, presence: Presence, who: Mark) -> bool:
        return presence.leader is not None and presence.stop + len(", ") == who.span.start

    def is_apposed(self, left: Presence, right: Presence) -> bool:
        """Whether a name between commas tells who is meant before it: *người tiền nhiệm của ông A, B, …*."""
        one, other = left.leader, right.leader
        compatriots = one and other and one.key != other.key and one.country == other.country
        closed = right.naming.how is How.NAME and self.clean.startswith(",", right.stop)
        owned = bool(self.scene.between(left.start - JOINED, left.start, "of"))
        return bool(compatriots) and closed and owned

    def presides(self, presence: Presence) -> bool:
        """Whether others met under somebody's eyes, right behind his name: 在A主持下会晤."""
        marks = self.scene.between(presence.stop, presence.stop + NEXT, "among")
        return any("under" in m.flags and m.span.start - presence.stop <= 1 for m in marks)

    def repeats_tie(self, left: Presence, right: Presence) -> bool:
        """Whether the word that ties somebody is said again before the next one: *điện mừng của A, của B và của C*."""
        marks = [m for m in self.scene.marks if m.meaning in REPEATED]
        own = next((m for m in marks if 0 <= left.start - m.span.stop <= 1), None)
        again = next((m for m in marks if 0 <= right.start - m.span.stop <= 1 and m.span.start >= left.stop), None)
        if own is None or again is None or not left.leader or not right.leader:
            return False
        joints = self.scene.between(left.stop, again.span.start, "and")
        said = sum(len(span) for span in {mark.span for mark in joints})
        gap = self.clean[left.stop : again.span.start].replace(" ", "").replace(",", "")
        same = (
            self.clean[own.span.start : own.span.stop].lower() == self.clean[again.span.start : again.span.stop].lower()
        )
        return same and len(gap) <= said and gap != self.clean[left.stop : again.span.start]


def opens_clause(left: Presence, right: Presence, scene: Scene, clean: str) -> bool:
    """Whether a comma between Han characters parts clauses: lists have 、, unless *and* closes them."""
    closing = scene.between(right.stop, right.stop + JOINED, "and")
    return bool(HAN.match(clean, left.stop - 1)) and not any(m.span.start - right.stop <= 1 for m in closing)


def acts_in_headline(state: Presence, scene: Scene, presences: Sequence[Presence], clean: str) -> bool:
    """Whether a headline's last state does something: *A gọi cho lãnh đạo Đài Loan, Trung Quốc phản đối*."""
    last = scene.sentence.headline and state is presences[-1] and state.naming.sort is Sort.STATE
    if not last or not any(cue.span.stop <= state.start for cue in scene.cues):
        return False
    stop = state.stop + 1
    said = any(m.span.start == stop and m.meaning != "telling" for m in scene.marks)
    return clean[stop : stop + 1].islower() and not said
