"""Whose a contact is that a noun names: *Trump's call with Xi*, *their meeting*, *a call from A to B*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.inflections import ALL
from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Kind, Office
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.reports.drafts import Family, family
from telcon.reports.parties import REQUESTED, Parties
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.memories import Memory
from telcon.reports.people.runs import Run, Runs, names_people, spans_of
from telcon.reports.scenes import Presence

TIES = ("with", "to", "from")
"""Words that tie a partner to his contact."""

OWNED, PAIR, NEAR, LINKED, THANKS, ADJECTIVE, BETWEEN = 45, 25, 60, 5, 12, 25, 12
FEW = 2
"""Words that may stand between *with* and the state of a leader; more tell of somebody else: *với lực lượng Mỹ ở …*."""

DAY = 10
GIVING, OF = 3, 6
"""Words between the one who gives and the one who is given: *will give*; letters in which *a* stands."""
RELATIVE, CLOSE = 6, 20
"""Letters between a noun and the one who had it, where a clause tells whose it was: *a call that he had*."""
"""Letters in which a day may be told behind a word: *gửi ngày 25/10*; so may a clause be: *gửi sau khi …*."""


class NounPartyFinder:
    """Finds the parties of nouns by signs of possession and by the words *from* and *to*."""

    def __init__(self, runs: Runs, memory: Memory) -> None:
        self.runs, self.memory = runs, memory
        self.scene, self.clean, self.presences = runs.scene, runs.clean, runs.presences

    def way(self, cue: Cue, partners: Run) -> str:
        """How a noun ties its partners: *a call to B* reached them, *a call from B*, 收到普京的贺电 came from them."""
        told = cue.flags.isdisjoint(("to", "together"))
        marks = self.scene.between(cue.span.stop, partners[0].start, *TIES) if told else []
        if partners[-1].stop <= cue.span.start:
            before = self.scene.between(self.scene.span.start, partners[0].start, *TIES)
            marks = [mark for mark in before if mark.meaning == "from" and "ahead" in mark.flags][-1:]
        if marks and (marks[0].meaning == "with" or (cue.kind is Kind.MEETING and marks[0].meaning == "to")):
            return "with"
        return {"to": "reached", "from": "came"}.get(marks[-1].meaning if marks else "", "with")

    def comes_from(self, cue: Cue, partners: Run) -> bool:
        """Whether a word for receiving stands right before those from whom it came: 接普京来电, 获普京来电."""
        start = partners[0].start
        tied = any("ahead" in m.flags for m in self.scene.between(start - LINKED, start, "from"))
        return tied and family(cue) is not Family.PERSON

    def names_others(self, cue: Cue) -> bool:
        """Whether a noun names its parties one by one: it then speaks of nobody else."""
        if cue.noun and (self._is_of_many(cue) or self._is_of_states(cue) or self._is_of_unnamed(cue)):
            return True
        marks = self.marks_behind(cue, "between")[:1] if cue.noun else []
        named = (p for p in self.presences if p.naming.sort is Sort.PERSON and p.naming.how in (How.NAME, How.OFFICE))
        near = next((p.start for p in named if marks and p.start >= marks[0].span.stop), None)
        return bool(marks) and (near is None or near - marks[0].span.stop <= BETWEEN)

    def _is_of_states(self, cue: Cue) -> bool:
        """Whether two states stand side by side right behind, not both of whose leaders the page names."""
        first = next((i for i, p in enumerate(self.presences) if 0 <= p.start - cue.span.stop <= 1), None)
        run = self.runs.at(first) if first is not None else ()
        states = len(run) == 2 and all(p.naming.sort is Sort.STATE for p in run)
        return states and len(self.runs.state_leaders(run)) < 2

    def is_of_others(self, cue: Cue) -> bool:
        """Whether a noun that names no two leaders is of those whom it names, of somebody else, or of states."""
        return self._only_states(cue) or self.names_others(cue) or self.is_with_others(cue)

    def _only_states(self, cue: Cue) -> bool:
        """Whether two states, and nobody else, stand before talks: *Russia and Japan began talks in January*."""
        before = [i for i, p in enumerate(self.presences) if p.stop <= cue.span.start]
        run = self.runs.up_to(before[-1]) if before and cue.noun and "loose" in cue.flags else ()
        return len(run) == len(before) > 1 and all(p.naming.sort is Sort.STATE for p in run)

    def _is_of_unnamed(self, cue: Cue) -> bool:
        """Whether it is of two leaders whom nothing names: *hội nghị thượng đỉnh của lãnh đạo hai nước*."""
        ties = self.marks_behind(cue, "of")[:1]
        groups = (p for p in self.presences if p.naming.sort is Sort.GROUP and p.naming.size and not p.actors)
        return any(0 <= p.start - m.span.stop <= 1 and _leads(p.naming.roles) for p in groups for m in ties)

    def is_of_one(self, own: tuple[Actor, ...], cue: Cue) -> bool:
        """Whether two speak of calls with others: these are not of both, but of the one on whose site it stands."""
        return len(own) > 1 and "plural" in cue.flags and family(cue) is Family.REMOTE

    def is_of_neither(self, cue: Cue) -> bool:
        """Whether two speak of calls with others, and nothing says which of them had these."""
        if "plural" not in cue.flags or self.memory.owner in self.memory.pair:
            return False
        return any(self.is_of_one(self.runs.actors(subject), cue) for subject in self.runs.subjects(cue))

    def is_event(self, cue: Cue) -> bool:
        """Whether a noun is part of a name, as of a summit of many: *the results of the Negev Summit*."""
        head = self.clean[cue.span.start : cue.span.start + 1]
        before = self.clean[max(self.scene.span.start, cue.span.start - CLOSE) : cue.span.start].split()
        named = head.isupper() and bool(before) and before[-1][:1].isupper() and not self.scene.sentence.headline
        return named and cue.kind is Kind.MEETING and cue.span.start > self.scene.span.start + 1

    def is_with_others(self, cue: Cue) -> bool:
        """Whether a noun ties a partner right behind it who leads nothing: *cuộc gặp với các cựu binh*."""
        behind = [*self.marks_behind(cue, "with"), *self.marks_behind(cue, "from")]
        tie = next((m for m in behind if m.span.start - cue.span.stop <= 1), None)
        if cue.noun and any(self._is_with_unknown(cue, mark) for mark in behind):
            return True
        if not cue.noun or tie is None or "among" in self.scene.meanings:
            return False
        other = next((p for p in self.scene.presences if p.start >= tie.span.stop), None)
        stop = other.start if other else self.scene.span.stop
        gap = self.clean[tie.span.stop : min(stop, tie.span.stop + OWNED)]
        if other and other.naming.sort is Sort.MEDIUM and len(gap) <= DAY:
            return True
        if other and other.naming.sort is Sort.STATE and len(gap.split()) > FEW and gap.strip(" ")[:1].islower():
            return True
        return ("," in gap or len(gap) == OWNED) and gap.strip(" ")[:1].islower()

    def _is_with_unknown(self, cue: Cue, tie: Mark) -> bool:
        """Whether a word ties what stands in quotation marks: *переговоры по программе с «евротройкой»*."""
        named = any(cue.span.stop <= p.start < tie.span.start and p.leader for p in self.presences)
        gap = self.clean[cue.span.stop : tie.span.start]
        return self.clean.startswith(" «", tie.span.stop) and not named and "," not in gap

    def _is_of_many(self, cue: Cue) -> bool:
        """Whether those who lead many stand right behind a noun, by their ending: *встреча лидеров стран G7*."""
        joints = self.scene.between(cue.span.stop, cue.span.stop + LINKED, "oblique")
        stop = joints[0].span.stop if joints and joints[0].span.start - cue.span.stop <= 1 else cue.span.stop
        if any(0 <= mark.span.start - stop <= 1 for mark in self.scene.between(stop, self.scene.span.stop, "many")):
            return True
        return any(
            0 <= p.start - stop <= 1
            and p.naming.sort is Sort.GROUP
            and (bool(joints) or not (p.naming.size or p.actors))
            for p in self.scene.presences
            if p.naming.cases
        )

    def is_met(self, cue: Cue, presence: Presence) -> bool:
        """Whether a noun names only its partner, who stands right behind it: *có cuộc gặp Tổng thống A*.

        Several, one by one, where it means several contacts.
        """
        run = self.runs.at(self.presences.index(presence))
        named = presence.naming.sort is Sort.PERSON and presence.naming.how is not How.TITLE and presence.leader
        several = "plural" in cue.flags or self.scene.between(cue.span.start - NEAR, cue.span.start, "respectively")
        return bool(named) and (bool(several) or len(self.runs.actors(run)) == 1)

    def owners(self, cue: Cue) -> Run:
        """Whose contact a noun tells of, right behind it: *звонок А*."""
        for mark in self.marks_behind(cue, "of")[:1]:
            gap = self.clean[cue.span.stop : mark.span.start]
            first = next((i for i, p in enumerate(self.presences) if p.start >= cue.span.stop), None)
            close = first is not None and 0 <= self.presences[first].start - mark.span.stop <= LINKED
            if first is not None and close and "," not in gap and len(gap) <= ADJECTIVE:
                return self.runs.at(first)
        near = next((i for i, p in enumerate(self.presences) if 0 <= p.start - cue.span.stop <= 1), None)
        bare = near is not None and self.presences[near].naming.cases == ALL
        return self.runs.at(near) if bare and near is not None and cue.noun else ()

    def planning(self, cue: Cue) -> list[Run]:
        """Whose plan a contact is of whom an official speaks: *Песков подтвердил планы Путина на разговор с А*."""
        near = [p for p in self.presences if p.leader and p.leader.leads and 0 < cue.span.start - p.stop <= LINKED]
        owned = [p for p in near if any(m.span.start == p.start for m in self.scene.marks if m.meaning == "of")]
        teller = next(iter(self.runs.subjects(cue)), ())
        speaks = [p.leader for p in teller if p.leader and not p.leader.leads]
        own = [p for p in owned if p.leader and speaks and p.leader.country == speaks[0].country]
        return [own] if own else []

    def is_told_in(self, cue: Cue, presence: Presence, tie: Mark) -> bool:
        """Whether somebody is told something in it, by his ending: *в ходе разговора выразил ему признательность*."""
        if not cue.noun or cue.kind is Kind.MESSAGE or tie.meaning != "to" or len(tie.span):
            return False
        start = max([cue.span.stop, *(p.stop for p in self.owners(cue) if p.stop < presence.start)])
        return not self.runs.around.only_manner(start, presence.start)

    def marks_behind(self, cue: Cue, meaning: str) -> list[Mark]:
        """Marks of a meaning close behind a cue, not behind another cue whose they are.

        That is one behind a comma, or one that only dates the first: *cuộc gọi diễn ra trước cuộc gặp giữa A và B*.
        """
        start = cue.span.stop
        marks = self.scene.between(start, min(start + NEAR, self.scene.span.stop), meaning)
        if not marks:
            return marks
        later = [c.span.start for c in self.scene.cues if c.span.start >= start and self._parts(start, c)]
        return [m for m in marks if not any(c < m.span.start for c in later)]

    def _parts(self, start: int, cue: Cue) -> bool:
        """Whether what stands behind a cue is of it alone, and not of the noun that ends at `start`."""
        return "," in self.clean[start : cue.span.start] or (cue.noun and bool(self.scene.settings(cue, "apart")))

    def is_addressed_elsewhere(self, cue: Cue) -> bool:
        """Whether a message is to somebody who is no party to contacts: *trong thư gửi cử tri*."""
        ties = [mark.span.stop for mark in self.scene.between(cue.span.stop, cue.span.stop + OWNED, "to")]
        ties += [cue.span.stop] if "directed" in cue.flags else []
        if any("urged" in m.flags for m in self.scene.between(self.scene.span.start, cue.span.start, "proposed")):
            return False  # A urged B in a letter to …
        reached = [stop for stop in ties if "," not in self.clean[cue.span.stop : stop]]
        behind = [self.clean[stop : stop + DAY].strip() for stop in reached]
        timed = any(mark.meaning != "to" and mark.span.start - 1 in reached for mark in self.scene.marks)
        if timed or any(not words or not words[0].isalpha() or any(map(str.isdigit, words)) for words in behind):
            return False
        return bool(reached) and not any(0 <= p.start - stop <= LINKED for stop in reached for p in self.presences)

    def is_others_talk(self, cue: Cue, partners: Run) -> bool:
        """Whether a state is called upon to talk to another, or somebody speaks of a contact with a state.

        *Шольц призвал Москву начать переговоры с Киевом*, *Зеленский заявил, что звонок в Москву …*.
        """
        if names_people(partners) or self.scene.meanings.isdisjoint(("telling", "proposed")):
            return False
        start, stop = self.scene.span.start, cue.span.start
        urged = [m.span.stop for m in self.scene.between(start, stop, "proposed") if "urged" in m.flags]
        told = [m.span.stop for m in self.scene.between(start, stop, "telling")]
        on_state = any(
            0 <= p.start - place <= 1 and p.naming.sort in STANDING for place in urged for p in self.presences
        )
        return on_state or any(self.clean.startswith(",", place) for place in told)

    def meets_already(self, subject: Run, cue: Cue) -> bool:
        """Whether those on the left are a group that another cue joins: *hai ông bàn bạc, nhắc cuộc gặp với bà C*."""
        grouped = any(p.naming.sort is Sort.GROUP for p in subject)
        far = cue.span.start - subject[-1].stop > ADJECTIVE
        return grouped and (far or any(subject[-1].stop <= c.span.start < cue.span.start for c in self.scene.cues))

    def possessor(self, cue: Cue) -> Run:
        """Whose contact it is, by a sign of possession before the noun: *Trump's first call with Putin*."""
        for mark in reversed(self.scene.between(cue.span.start - OWNED, cue.span.start, "possessive")):
            gap = self.clean[mark.span.stop : cue.span.start]
            place = next((i for i, p in enumerate(self.presences) if p.stop == mark.span.start), None)
            between = any(mark.span.stop <= p.start < cue.span.start for p in self.presences)
            if place is None or between or set(gap) & set(",;:"):
                return ()
            return self.runs.up_to(place)
        return ()

    def requested(self, cue: Cue) -> Iterator[Parties]:
        """Who answers another one's wish for a contact, told right behind the noun: 婉拒了B的通话请求."""
        stop = cue.span.stop
        known = "asked_by_preceding" in self.scene.meanings
        asks = self.scene.between(stop, stop + CLOSE, "asked_by_preceding") if known else []
        if not asks or asks[0].span.start - cue.span.stop > 1:
            return
        ties = [m for m in self.scene.between(cue.span.start - RELATIVE, cue.span.start, "of") if "leads" in m.flags]
        asker = next((p for p in self.presences if ties and 0 <= ties[-1].span.start - p.stop <= 1 and p.leader), None)
        answer = self.scene.between(asker.start - CLOSE, asker.start, "denied", "accepted", "planned") if asker else []
        for subject in self.runs.subjects(cue) if answer and asker and asker.leader else ():
            own = self.runs.actors(subject)
            if len(own) == 1 and subject[-1].stop <= answer[0].span.start and asker and asker.leader:
                yield Parties((own[0], asker.leader), REQUESTED, asker.leader, (asker.naming.span,))

    def held_by(self, cue: Cue) -> Iterator[Parties]:
        """Who had it with whom, in a clause right behind the noun: *a call (that) he held on Monday with B*."""
        place = next((i for i, p in enumerate(self.presences) if p.start >= cue.span.stop), None)
        owner = self.presences[place] if place is not None and cue.noun else None
        gap = self.clean[cue.span.stop : owner.start].strip(" ") if owner else ","
        if not owner or not owner.leader or len(gap) >= RELATIVE or not (gap.isalpha() or not gap):
            return
        if self.scene.between(cue.span.stop, owner.start, *TIES, "between", "of", "by"):
            return
        others_told = (c for c in self.scene.cues if c.span.start >= owner.stop and "close" not in c.flags)
        stop = next((c.span.start for c in others_told), self.scene.span.stop)
        for tie in self.scene.between(owner.stop, min(stop, owner.stop + NEAR), "with", "from")[:1]:
            run = next((self.runs.at(i) for i, p in enumerate(self.presences) if p.start >= tie.span.stop), ())
            between = any(owner.stop <= p.start < tie.span.start and p.leader for p in self.presences)
            others = self.runs.actors(run)
            if between or "ahead" in tie.flags or not others or owner.leader in others:
                return
            if run[0].start - tie.span.stop <= LINKED and self.clean.startswith(" ", owner.stop):
                how, caller = ("came", others[0]) if tie.meaning == "from" else ("with", owner.leader)
                yield Parties((owner.leader, *others), how, caller, spans_of([owner, *run]))

    def theirs(self, cue: Cue) -> Iterator[Parties]:
        """Those whose contact *their* says that it is: who act in the sentence, else the last pair."""
        marks = self.scene.between(cue.span.start - PAIR, cue.span.start, "article")
        if not any("pair" in mark.flags for mark in marks[-1:]):
            return
        for subject in self.runs.subjects(cue):
            if len(self.runs.actors(subject)) >= 2 and names_people(subject):
                yield Parties(self.runs.actors(subject), "subjects", None, spans_of(subject))
        before = [p for p in self.presences if p.stop <= cue.span.start]
        states = len(before) > 1 and all(p.naming.sort is Sort.STATE for p in before[-2:])
        # Russia and Ghana resume their talks; the foreign ministers spoke of their first meeting
        if not states and not any(p.naming.sort is Sort.GROUP and p.naming.roles and not p.actors for p in before):
            yield Parties(self.memory.pair, "subjects")

    def thanked_for(self, cue: Cue, owners: Run) -> Iterator[Parties]:
        """Who gives thanks for the contact of another one, or waits for it: *A cảm ơn cuộc gọi của B*."""
        named = self.scene.between(cue.span.start - THANKS, cue.span.start, "thanked", "planned")
        own = self.runs.actors(owners)
        if len(own) != 1 or not any(m.meaning == "thanked" or "awaited" in m.flags for m in named):
            return
        for subject in self.runs.subjects(cue):
            others = self.runs.actors(subject)
            if len(others) == 1 and others[0] != own[0]:
                yield Parties((others[0], own[0]), "thanked", own[0], spans_of([*subject, *owners]))

    def given(self, cue: Cue) -> Iterator[Parties]:
        """Who gave it to the one named right before it: *A gave B lunch*, *A gave B a call*."""
        last = next((i for i, p in reversed([*enumerate(self.presences)]) if p.stop <= cue.span.start), None)
        if last is None or not self._is_right_behind(cue, self.presences[last]):
            return
        reached = self.runs.up_to(last)
        start, others = reached[0].start, self.runs.actors(reached)
        if not names_people(reached) or self.runs.hangs(reached[0]):
            return
        for subject in self.runs.subjects(cue):
            gap, own = self.clean[subject[-1].stop : start], self.runs.actors(subject)
            several = len(own) > 1 and len(others) > 1
            if subject[-1].stop > start or several or not set(own).isdisjoint(others) or set(gap) & set(",;:"):
                continue
            acts = not any(subject[-1].stop <= c.span.start < start for c in self.scene.cues)
            joined = self.scene.between(subject[-1].stop, start, "and", *TIES)
            if acts and not joined and 0 < len(gap.split()) <= GIVING:
                people = (*others, *own) if len(own) > 1 else (*own, *others)
                how = "object" if cue.kind is Kind.MEETING else "reached"
                apart = how == "reached" or len(own) == 1
                yield Parties(people, how, own[0], spans_of([*subject, *reached]), apart)

    def _is_right_behind(self, cue: Cue, reached: Presence) -> bool:
        """Whether a noun stands right behind somebody, with *a* before it, or a meal without."""
        articles = self.scene.between(reached.stop, cue.span.start, "article")
        named = any("named" in m.flags and cue.span.start - m.span.stop <= 1 for m in articles)
        gap = cue.span.start - reached.stop
        bare = cue.kind is Kind.MESSAGE or (cue.kind is Kind.MEETING and cue.flags.isdisjoint(("loose", "plural")))
        return (named and gap <= OF) or (gap == 1 and bare)

    def from_to(self, cue: Cue) -> Iterator[Parties]:
        """Who came to whom, both named behind the noun: *a call from A to B*."""
        yield from self._from_before(cue)
        by = () if family(cue) is Family.PERSON else ("by",)
        named = sum(p.stop - p.start for p in self.presences if p.start >= cue.span.stop and p.leader)
        marks = self.scene.between(cue.span.stop, cue.span.stop + NEAR + named, "from", "to", *by)
        if [mark.meaning for mark in marks[:2]] not in (["from", "to"], ["by", "to"]):
            return
        runs = [
            self.runs.at(i)
            for mark in marks[:2]
            for i, p in enumerate(self.presences)
            if 0 <= p.start - mark.span.stop <= LINKED
        ]
        if len(runs) == 2 and all(self.runs.actors(run) for run in runs):
            senders, reached = self.runs.actors(runs[0]), self._reached_too(runs[1])
            others, spans = self.runs.actors(reached), spans_of([*runs[0], *reached])
            people = (*others, *senders) if len(others) == 1 else (senders[0], *others)
            yield Parties(people, "came", senders[0], spans, apart=True)

    def _reached_too(self, run: Run) -> Run:
        """Those reached with all who stand behind the same word in a row: *to A, to B and to C*."""
        for mark in self.scene.between(run[-1].stop, self.scene.span.stop, "to"):
            first = next((i for i, p in enumerate(self.presences) if 0 <= p.start - mark.span.stop <= LINKED), None)
            gap = self.clean[run[-1].stop : mark.span.start].strip(" ,")
            joints = self.scene.between(run[-1].stop, mark.span.start, "and")
            if first is None or len(gap) > sum(len(m.span) for m in joints):
                break
            run = [*run, *self.runs.at(first)]
        return run

    def _from_before(self, cue: Cue) -> Iterator[Parties]:
        """From whom it came, named right before the noun: *премьер получил от президента письмо*."""
        sender = next((p for p in self.presences if 0 <= cue.span.start - p.stop <= 1), None)
        ties = self.scene.between(sender.start - LINKED, sender.start, "from") if sender else []
        if not sender or not sender.leader or not ties or sender.start - ties[-1].span.stop > 1:
            return
        for subject in self.runs.subjects(cue):
            own = self.runs.actors(subject)
            if len(own) == 1 and own[0] != sender.leader and subject[-1].stop <= ties[-1].span.start:
                yield Parties((own[0], sender.leader), "came", sender.leader, spans_of([*subject, sender]))


def _leads(roles: Sequence[Office]) -> bool:
    return bool(roles) and roles[0] in LEADING
