"""Whom an act is done to, or with whom a contact was: behind its word, tied to it, in a list, or before it."""

from __future__ import annotations

from functools import partial

from telcon.inflections import Case
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Sort
from telcon.reports.cues.turns import IN_TURN
from telcon.reports.participants.bare_parties import BarePartyFinder
from telcon.reports.participants.listed_parties import ListedPartyFinder
from telcon.reports.participants.noun_parties import TIES, NounPartyFinder
from telcon.reports.participants.tied_runs import find_completed, find_described, find_relative, find_tied
from telcon.reports.parties import is_parted
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.runs import DONE, Run, Runs
from telcon.reports.scenes import Presence

NEAR, FAR, ADJECTIVE, OWN = 60, 80, 25, 2
REACHING = tuple([tie for tie in TIES if tie != "with"])
REACHED = frozenset({Case.DATIVE, Case.ACCUSATIVE, Case.GENITIVE, Case.NOMINATIVE})


class PartnerFinder:
    """Finds the partners of the cues of one sentence."""

    def __init__(
        self, runs: Runs, clean: str, *, owned: NounPartyFinder, listed: ListedPartyFinder, bare: BarePartyFinder
    ) -> None:
        self.runs, self.clean, self.scene, self.presences = runs, clean, runs.scene, runs.presences
        self.owned, self.listed, self.bare = owned, listed, bare
        self._objects: dict[int, Run] = {}

    def of(self, cue: Cue) -> Run:
        """Whom an act is done to, or with whom a contact was; looked for once, though each constraint asks."""
        place = cue.span.start
        if place not in self._objects:
            self._objects[place] = self.listed.in_turn(cue, self._find_partners(cue) or self._shared_partners(cue))
        return self._objects[place]

    def are_unknown(self, cue: Cue) -> bool:
        """Whether an act names for its partners only several who are nobody the page knows: 同两人见面：一位是议长."""
        partners = () if cue.noun else self.of(cue)
        return len(partners) == 1 and partners[0].naming.size > 0 and not partners[0].actors

    def _shared_partners(self, cue: Cue) -> Run:
        """Whom the act behind it is done to as well: *gặp và hội kiến với B*, *A gửi thư, B gửi điện tới C*."""
        later = next((other for other in self.scene.cues if other.span.start >= cue.span.stop), None)
        if cue.flags.isdisjoint(DONE) or later is None or cue.noun or later.noun:
            return ()
        gap = self.clean[cue.span.stop : later.span.start].strip(" ")
        marks = self.scene.between(cue.span.stop, later.span.start, "and")
        joined = gap == "," or (marks and len(gap) <= sum(len(mark.span) for mark in marks))
        sent = gap.startswith(",") and cue.kind is later.kind is Kind.MESSAGE
        return self.of(later) if joined or sent else ()

    def _find_partners(self, cue: Cue) -> Run:
        passive = ("by",) if "object" in cue.flags else ()
        ties = TIES if cue.noun or not cue.flags.isdisjoint(DONE) else TIES[:1]
        return (
            find_relative(self.runs, cue)
            or find_completed(self.runs, cue)
            or self._counted(cue, ties)
            or self._right_behind(cue)
            or find_tied(self.runs, cue, *(REACHING if _is_sent(cue) else TIES), *passive)
            or find_described(self.runs, cue)
            or self.listed.partners(cue, ties)
            or self._partners_behind(cue)
        )

    def _counted(self, cue: Cue, ties: tuple[str, ...]) -> Run:
        """Those listed behind a word that only counts them: *повидал трёх президентов: А, Б и В*."""
        first = next((p for p in self.presences if p.start >= cue.span.stop), None)
        counted = first is not None and first.naming.sort is Sort.GROUP and not first.actors
        return self.listed.partners(cue, ties) if counted else ()

    def _right_behind(self, cue: Cue) -> Run:
        """Whom an act is done to that takes its partner without a preposition: 会见了普京."""
        place = next((i for i, p in enumerate(self.presences) if p.start >= cue.span.stop), None)
        bare = place is not None and not cue.noun and cue.flags & {"directed", "object"}
        if place is None or not bare or not self.runs.around.only_manner(cue.span.stop, self.presences[place].start):
            return ()
        if not self._is_object(cue, self.presences[place]):
            return ()
        return self.runs.at(place + 1 if self._only_owns(place) else place)

    def _only_owns(self, place: int) -> bool:
        """Whether the one right behind an act only tells whose the next one is: 看望了普京的长子."""
        owner, owned = self.presences[place], next(iter(self.presences[place + 1 :]), None)
        links = self.scene.between(owner.stop, owned.start, "of") if owned and owned.naming.sort is Sort.PERSON else []
        leads = any("leads" in m.flags and m.span.start - owner.stop <= 1 for m in links)
        return bool(leads and owned) and owned is not None and owned.start - links[-1].span.stop <= 1

    def _partners_behind(self, cue: Cue) -> Run:
        for i, presence in enumerate(self.presences):
            if presence.start < cue.span.stop:
                continue
            if presence.start - cue.span.stop > FAR or self._another_cue(cue, presence):
                break
            if self._is_object(cue, presence):
                them = presence.naming.sort is Sort.GROUP and not presence.naming.size
                return () if them else self.runs.at(i)
        return self._fronted(cue)

    def _fronted(self, cue: Cue) -> Run:
        """Whom an act is done to, by his ending, before the act: *Путину позвонил Трамп*, *Рахмона принял Путин*."""
        if cue.noun or cue.flags.isdisjoint(DONE[:2]) or "partner" in cue.flags:
            return () if cue.noun else self.bare.with_before(cue)
        written = cue.kind is Kind.MESSAGE and "close" in cue.flags  # Асаду написал Путин
        done = "object" in cue.flags and not written
        wanted, other = (Case.ACCUSATIVE, Case.DATIVE) if done else (Case.DATIVE, Case.GENITIVE)
        for i, presence in enumerate(self.presences):
            near = 0 < cue.span.start - presence.stop <= NEAR and "," not in self.clean[presence.stop : cue.span.start]
            cases = presence.naming.cases
            owned = "object" in cue.flags and self.runs.around.is_owned(presence)
            if near and self.bare.is_group_met(cue, presence):
                return (presence,)
            sure = other not in cases or self._is_first(presence, cue)
            if near and wanted in cases and sure and Case.NOMINATIVE not in cases and not owned:
                return self.runs.at(i)
        return ()

    def _is_first(self, presence: Presence, cue: Cue) -> bool:
        """Whether somebody opens the sentence whom the one who acts behind the verb reached: *Клаудии звонил Карни*."""
        acts = any(p.start >= cue.span.stop and self.runs.acts(p) for p in self.presences)
        return acts and "object" not in cue.flags and presence.start - self.scene.span.start <= 1

    def _is_object(self, cue: Cue, presence: Presence) -> bool:
        gap = self.clean[cue.span.stop : presence.start]
        elsewhere = self.runs.around.is_from(cue, presence) or self.runs.around.leads_there(cue, presence)
        owns = self.scene.between(presence.stop, presence.stop + OWN, "possessive")  # welcomed Putin's offer
        if ";" in gap or elsewhere or owns or self.runs.acts(presence):
            return False
        if "close" in cue.flags:
            return self.runs.around.only_manner(cue.span.stop, presence.start) and not self.bare.is_given_name(presence)
        if cue.noun and "object" in cue.flags and not gap.strip(" "):
            return self.owned.is_met(cue, presence)
        if cue.flags & {"directed", "received", "object"} and self.runs.around.only_manner(
            cue.span.stop, presence.start
        ):
            return True
        if "object" in cue.flags and self.runs.around.only_setting(cue.span.stop, presence.start):
            return Case.ACCUSATIVE in presence.naming.cases and Case.NOMINATIVE not in presence.naming.cases
        told_of = bool(presence.naming.cases) and presence.naming.cases.isdisjoint(REACHED)  # написал о Шольце
        if "directed" in cue.flags and presence.leader and len(gap) <= ADJECTIVE and "," not in gap and not told_of:
            return not self._another_person(cue, presence)
        wanted = TIES if cue.noun or cue.flags & {"directed", "received"} else TIES[: 1 + ("to" in cue.flags)]
        if "passive" in cue.flags:
            wanted = () if presence.naming.sort in STANDING else ("by",)
        ties = self.scene.between(cue.span.stop, presence.start, *TIES, "by", "respectively")
        ties = [mark for mark in ties if mark.meaning != "respectively" or "each" in mark.flags]  # first with A
        marks = [mark for mark in ties if "relative" not in mark.flags]
        gap = self.clean[cue.span.stop : marks[-1].span.start] if marks else gap
        parted = is_parted(gap) and not (cue.noun and IN_TURN.fullmatch(gap.rstrip()))
        if ("channel" in cue.flags and gap.strip(" ")) or parted or self._another_person(cue, presence):
            return False
        if marks and self.owned.is_told_in(cue, presence, marks[-1]):
            return False
        wanted = (*wanted, "by") if "received" in cue.flags else wanted
        return any(
            (mark.meaning in wanted or "each" in mark.flags)
            and (presence.start - mark.span.stop <= 5 or self.runs.around.is_described(mark, presence))
            for mark in marks[-1:]
        )

    def _another_person(self, cue: Cue, presence: Presence) -> bool:
        """Whether somebody else stands between a cue and a naming, other than the one whose contact it is."""
        holding = (
            self.runs.around.is_place,
            partial(self.runs.around.leads_there, cue),
            partial(self.runs.around.is_from, cue),
        )
        places = [p for p in self.presences if any(holds(p) for holds in holding)]
        people = (p for p in self.presences if p.naming.sort is not Sort.GROUP and p not in places)
        between = [p for p in people if cue.span.stop <= p.start and p.stop <= presence.start]
        owners = self.owned.owners(cue) if between else ()
        return any(p not in owners for p in between)

    def _another_cue(self, cue: Cue, presence: Presence) -> bool:
        """Whether words for another contact stand between, not for the act's own channel: *позвонил по телефону Б*."""
        between = (c for c in self.scene.cues if cue.span.stop <= c.span.start < presence.start)
        return any("channel" not in c.flags or c.span.start - cue.span.stop > 1 for c in between)


def _is_sent(cue: Cue) -> bool:
    """Whether a message goes one way, so that *with* stands only between those who send it: A与B致函C."""
    return cue.kind is Kind.MESSAGE and "directed" in cue.flags and not cue.noun
