"""Parties of acts that name no partner behind them: who acts for both, is thanked, called upon or named before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from telcon.model.actors import Actor
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Mark, Sort
from telcon.reports.distinct import each_once
from telcon.reports.participants.by_endings import find_reached_before, find_urged
from telcon.reports.parties import Parties
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.memories import Memory
from telcon.reports.people.referents import called_before
from telcon.reports.people.runs import Run, Runs, names_people, spans_of
from telcon.reports.scenes import Presence

DASHES = ("-", "–", "—")
QUOTES = tuple("“\"'‘«")
STRAIGHT = tuple("\"'”’")
"""Signs that close a quotation, where they stand right behind a word."""
ACTS_ON = ("directed", "object", "received", "channel")
"""Flags of acts that one does to another."""
ADDRESSED = ("with", "thanked", "invited")
NEAR, CLOSE, NEXT, WITH, PREPOSITION, OF, PAIR = 60, 20, 6, 9, 4, 5, 2


class BarePartyFinder:
    """Finds the parties of acts of one sentence whose partner stands elsewhere."""

    def __init__(self, runs: Runs, clean: str, memory: Memory) -> None:
        self.runs, self.clean, self.memory = runs, clean, memory
        self.scene, self.presences = runs.scene, runs.presences

    def answered(self, cue: Cue) -> Iterator[Parties]:
        """Those who picked up, named behind *is*; the caller is who the page was speaking of.

        Words that only tell who was at the other end leave open with whom, where the page speaks of two others.
        """
        owner = next((p for p in self.presences if 0 <= p.start - cue.span.stop <= 1 and p.leader), None)
        owner = owner or next((p for p in self.presences if p.stop == cue.span.start and p.leader), None)
        ways = [m.span.stop for m in self.scene.between(cue.span.stop, cue.span.stop + NEAR, "is")[:1]]
        for stop in ways or self._dash(cue.span.stop):
            start = next((i for i, p in enumerate(self.presences) if p.start >= stop), None)
            acting = [p.leader for p in self.presences if p.stop <= cue.span.start and self.runs.acts(p)]
            topic = owner.leader if owner and owner.stop <= stop else next(iter(acting[-1:]), self.memory.earlier)
            run = self.runs.at(start) if start is not None else ()
            topic = topic or self._listening(cue, stop)
            if topic and topic.leads:
                others = tuple(actor for actor in self.runs.actors(run) if actor != topic)
                if (
                    "directed" not in cue.flags
                    and not owner
                    and topic in self.memory.pair
                    and not set(others) & set(self.memory.pair)
                ):
                    return
                caller = next(iter(others), None) if "received" in cue.flags else topic
                yield Parties((topic, *others), "answered", caller, spans_of(run), apart=True)

    def _listening(self, cue: Cue, stop: int) -> Actor | None:
        """Who speaks of the one at the other end, or acts behind a comma: 电话那头是A，B听了半小时."""
        before = [p.leader for p in self.presences if p.stop <= cue.span.start and p.leader]
        behind = (p for p in self.presences if p.start > stop and p.leader and not self.runs.hangs(p))
        later = next((p for p in behind if "," in self.clean[stop : p.start]), None)
        return before[-1] if before else later.leader if later else None

    def _dash(self, start: int) -> list[int]:
        """Where a dash ends that stands for *is*: *Ещё один собеседник Путина — Си Цзиньпин*."""
        stop = min(start + NEAR, self.scene.span.stop)
        return [place + len(" — ") for place in [self.clean.find(" — ", start, stop)] if place >= 0]

    def called_upon(self, cue: Cue) -> Iterator[Parties]:
        """Who calls on somebody to do it with him, or thanks him for it: *A kêu gọi B gặp mặt*, *A cảm ơn B đã gọi*."""
        yield from find_urged(self.runs, cue)
        before = self.scene.between(self.scene.span.start, cue.span.start, "proposed", "thanked")
        for mark in [m for m in before if m.meaning == "thanked" or ("urged" in m.flags and not cue.noun)][-1:]:
            other = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= 1), None)
            if other and other.naming.size == PAIR and "urged" in mark.flags:
                yield from self._urged(other, cue, mark)
            if other is None or not other.leader or cue.span.start - other.stop > CLOSE:
                continue
            inside = self.scene.settings(cue, "within")
            if mark.meaning == "thanked" and cue.noun and any(len(m.span) for m in inside):
                continue
            for subject in self.runs.subjects(cue):
                own = self.runs.actors(subject)
                if subject[-1].stop <= mark.span.start and len(own) == 1 and own[0] != other.leader:
                    caller = other.leader if mark.meaning == "thanked" else own[0]
                    how = "thanked" if mark.meaning == "thanked" else "called upon"
                    yield Parties((own[0], other.leader), how, caller, spans_of([*subject, other]))

    def _urged(self, pair: Presence, cue: Cue, mark: Mark) -> Iterator[Parties]:
        """Two whom a third one calls on to meet each other: *A gọi cho B và C, giục hai ông gặp nhau*."""
        for subject in self.runs.subjects(cue) if cue.span.start - pair.stop <= CLOSE else ():
            own = self.runs.actors(subject)
            told = each_once([p.leader for p in self.presences if p.stop <= mark.span.start and p.leader])
            two = pair.actors or tuple(actor for actor in told if actor.leads and actor not in own)
            if subject[-1].stop <= mark.span.start and len(own) == 1 and len(two) == PAIR and own[0] not in two:
                yield Parties(two, "called upon", own[0], spans_of([pair]))
                return

    def identified(self, cue: Cue, partners: Run) -> Iterator[Parties]:
        """Who is named behind *is* where the act only says which one he is: 上一位同习近平通话的英相是约翰逊."""
        leads = [m for m in self.scene.between(cue.span.stop, cue.span.stop + OF, "of") if "leads" in m.flags]
        named = self.scene.between(cue.span.stop, cue.span.stop + CLOSE, "is") if leads and partners else []
        for mark in named[:1]:
            place = next((i for i, p in enumerate(self.presences) if 0 <= p.start - mark.span.stop <= 1), None)
            if place is None or "," in self.clean[cue.span.stop : mark.span.start]:
                return
            own, others = self.runs.actors(self.runs.at(place)), self.runs.actors(partners)
            if len(own) == 1 and own[0] not in others:
                yield Parties((*own, *others), "object", own[0], spans_of([*partners, self.presences[place]]))

    def pair_behind(self, cue: Cue) -> Iterator[Parties]:
        """Two names tied by a dash right behind: *điện đàm Biden - Zelensky*."""
        for i, presence in enumerate(self.presences):
            run = self.runs.at(i)
            near = 0 < presence.start - cue.span.stop <= 2 and len(run) >= 2 and names_people(run)
            if near and self.clean[run[0].stop : run[1].start].strip() in DASHES:
                yield self.joint(run[:2], "dash")

    def pair_of_states(self, cue: Cue) -> Iterator[Parties]:
        """The leaders of states side by side right behind a noun: *cuộc gọi Nga - Mỹ*."""
        for i, presence in enumerate(self.presences):
            if cue.span.stop <= presence.start <= cue.span.stop + 2 and presence.naming.sort in STANDING:
                yield Parties(self.runs.state_leaders(self.runs.at(i)), "states", spans=spans_of(self.runs.at(i)))

    def passive(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """Who acts behind the word of a passive, and who is reached before it: *ông A được ông B tiếp tại Điện C*."""
        for run in subjects[:1] if cue.flags & {"directed", "object"} else ():
            marks = self.scene.between(run[0].start - CLOSE, run[0].start, "passive")[-1:]
            if marks and (host := self._received_behind(marks[0], run, cue)):
                yield host
            way = self.clean[run[-1].stop : cue.span.start]
            near = marks and run[0].start - marks[0].span.stop <= 1 and len(way) <= 2 * CLOSE and "," not in way
            told = [i for i, p in enumerate(self.presences) if near and p.stop <= marks[0].span.start]
            before = [i for i in told if self.presences[i].naming.sort not in STANDING]
            reached = self.runs.up_to(before[-1]) if before else ()
            own, others = self.runs.actors(run), self.runs.actors(reached)
            close = reached and names_people(run, reached) and self._is_told_of(reached[-1], marks[0])
            spans = spans_of([*reached, *run])
            if close and len(own) == 1 and others and own[0] not in others:
                each = "respectively" in self.scene.meanings
                yield Parties((own[0], *others), "passive", own[0], spans, apart=each)
            elif close and len(others) == 1 and own and others[0] not in own:
                yield Parties((*others, *own), "passive", own[0], spans, apart="together" not in self.scene.meanings)

    def _is_told_of(self, reached: Presence, passive: Mark) -> bool:
        """Whether the one who is reached stands right before the word of a passive, or acts in the clause before it."""
        gap = self.clean[reached.stop : passive.span.start]
        joints = self.scene.between(reached.stop, passive.span.start, "and")
        if (
            len(gap) <= NEAR
            and "," not in gap
            and any(
                m.span.start - reached.stop <= 1 for m in self.scene.between(reached.stop, passive.span.start, "is")
            )
        ):
            return True
        joined = any(passive.span.start - m.span.stop <= 1 for m in joints) or gap.endswith(", ")
        return len(gap) <= CLOSE or (joined and len(gap) <= NEAR and not any(sign in gap for sign in ";:"))

    def _received_behind(self, passive: Mark, run: Run, cue: Cue) -> Parties | None:
        """Who is reached behind a comma, where the passive opens the sentence: *Được ông B tiếp, ông A nói …*."""
        if passive.span.start - self.scene.span.start > OF or cue.span.start - run[-1].stop > CLOSE:
            return None
        comma = self.clean.find(",", cue.span.stop, self.scene.span.stop)
        place = next((i for i, p in enumerate(self.presences) if 0 <= comma < p.start and p.leader), None)
        reached = (
            self.runs.at(place) if place is not None and self.presences[place].start - comma <= PREPOSITION else ()
        )
        own, others = self.runs.actors(run), self.runs.actors(reached)
        if len(own) != 1 or not others or own[0] in others:
            return None
        return Parties((own[0], *others), "passive", own[0], spans_of([*run, *reached]))

    def with_before(self, cue: Cue) -> Run:
        """With whom somebody did it who is named behind him: *С Путиным Эрдоган виделся*, *С Си говорил Путин*."""
        behind = any(p.start >= cue.span.stop and self.runs.acts(p) for p in self.presences)
        for i, presence in enumerate(self.presences[:-1]):
            acts = self.presences[i + 1]
            tied = any(presence.start - m.span.stop == 1 for m in self.scene.between(0, presence.start, "with"))
            near = bool(presence.naming.cases) and acts.start - presence.stop <= 1 and acts.stop <= cue.span.start
            if tied and near and self.runs.acts(acts) and "," not in self.clean[acts.stop : cue.span.start]:
                return (presence,)
            run = self.runs.at(i)
            gap = self.clean[run[-1].stop : cue.span.start]
            if len(run) > 1 and run[-1].leader == presence.leader:  # с Мелони, премьером Италии, говорил …
                gap = gap.removeprefix(",")
            if tied and behind and presence.naming.cases and 0 < len(gap) <= NEAR and "," not in gap:
                between = (p for p in self.presences if run[-1].stop <= p.start < cue.span.start)
                return () if any(p.leader for p in between) else run
        return ()

    def spoken_with(self, cue: Cue) -> Iterator[Parties]:
        """Whom the page was speaking of, and with whom, where nobody is told to act: *С Эрдоганом говорили о газе*."""
        before = [p for p in self.presences if p.stop <= cue.span.start and p.naming.sort is Sort.PERSON]
        last, other = before[-1] if before else None, self.memory.earlier
        if last is None or not last.naming.cases or not last.leader or not other or not other.leads:
            return
        tied = any(last.start - m.span.stop == 1 for m in self.scene.between(0, last.start, "with"))
        gap = self.clean[last.stop : cue.span.start]
        if tied and "," not in gap and len(gap) <= NEAR and not any(map(self.runs.acts, self.presences)):
            yield Parties((other, last.leader), "topic", None, spans_of([last]))

    def is_group_met(self, cue: Cue, presence: Presence) -> bool:
        """Whether somebody named behind an act met the two told of before it: *обоих лидеров принял эмир Катара*."""
        group = presence.naming.sort is Sort.GROUP and bool(presence.naming.size) and not presence.naming.cases
        return (
            group
            and "object" in cue.flags
            and any(0 <= p.start - cue.span.stop <= 1 and self.runs.acts(p) for p in self.presences)
        )

    def is_given_name(self, presence: Presence) -> bool:
        """Whether a name for the one called follows: *called him a friend*, *called X "…"*, *called the Oslo plan*."""
        if presence.naming.sort in (Sort.STATE, Sort.CAPITAL) and self.scene.between(
            presence.start - OF, presence.stop, "article"
        ):
            return True
        gap = self.clean[presence.stop : presence.stop + 3]
        behind = "" if gap.lstrip(",")[:1] in STRAIGHT else gap.lstrip(" ,")  # "I will call B," he said
        marks = self.scene.between(presence.stop, presence.stop + CLOSE, "article")
        named = any(mark.flags & {"named", "owned"} and mark.span.start - presence.stop <= 1 for mark in marks)
        marks = self.scene.between(presence.stop, presence.stop + CLOSE, "is")
        named = named or any(mark.span.start - presence.stop <= 1 for mark in marks)
        return named or behind[:1] in QUOTES

    def greeted(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """Who called or wrote, and whom a greeting names: *ông A và ông B gọi điện, chúc mừng ông C*.

        It stands behind the act, or before it where who acts stands behind: *Поздравить Си позвонил Путин*.
        """
        marks = self.scene.between(cue.span.stop, cue.span.stop + NEAR // 2, "greeting")[:1]
        if subjects and subjects[0][0].start > cue.span.stop:
            marks = marks or self.scene.between(cue.span.start - NEAR, cue.span.start, "greeting")[-1:]
        for mark in marks if "directed" in cue.flags else ():
            other = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= 1), None)
            other = other or self._greeted_before(cue, mark)
            for run in subjects[:1] if other and other.leader else ():
                own = tuple(actor for actor in self.runs.actors(run) if other and actor != other.leader)
                if own and other and other.leader:
                    spans = spans_of([*run, other])
                    yield Parties((other.leader, *own), "greeted", own[0], spans, apart=True)

    def _greeted_before(self, cue: Cue, greeting: Mark) -> Presence | None:
        """Who is tied to a greeting by a word before him: 轮番打来，向普京道贺."""
        near = (p for p in self.presences if p.start >= cue.span.stop and 0 <= greeting.span.start - p.stop <= 1)
        other = next(near, None)
        ties = self.scene.between(other.start - OF, other.start, "to") if other else []
        return other if any("ahead" in mark.flags for mark in ties) else None

    def two_on_the_left(self, cue: Cue) -> Iterator[Parties]:
        """An act whose partner was named before the one who acts: *X viết: "Cảm ơn ông Y đã gọi điện"*.

        All those before are partners where the words tell of several: 柬泰领导人会谈　特朗普先后致电.
        """
        people = [p for p in self.presences if p.stop <= cue.span.start and p.leader and p.leader.leads]
        joined = len(people) >= 2 and self.scene.between(people[-2].stop, people[-1].start, "and")
        if len(people) < 2 or joined or self.runs.hangs(people[-1]):
            return
        several = self.scene.between(people[-1].stop, cue.span.start, "respectively")
        own, others = people[-1].leader, self.runs.actors(people[:-1] if several else people[-2:-1])
        if own:
            spans = spans_of(people if several else people[-2:])
            yield Parties((own, *others), "left", own, spans, apart=True)

    def arriving(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """Who called or received whom the page was speaking of: *Ông A đang ở Florida. Ông B gọi tới lúc nửa đêm*.

        A guest is the last foreigner of whom the page spoke: *Ông B chủ trì lễ đón*.
        """
        told = [p.leader for p in self.presences if subjects and p.stop <= subjects[0][0].start and self.runs.acts(p)]
        reached, arrives = find_reached_before(self.runs, cue), "arrives" in cue.flags or self._reaches_him(cue)
        too = bool(self.scene.between(subjects[0][-1].stop, cue.span.start, "likewise")) if subjects else False
        before = called_before(self.memory, too=too) if "arrives" in cue.flags else None
        other = reached or next((actor for actor in reversed(told) if actor), before or self.memory.earlier)
        own_part = subjects[0][-1].stop if subjects else cue.span.start
        tied = self.scene.between(self.scene.span.start, cue.span.start, "thanked")
        tied += [m for m in self.scene.between(own_part, cue.span.start, "to") if "ahead" in m.flags]
        for subject in subjects[: 0 if tied and "arrives" in cue.flags else 1]:
            own = self.runs.actors(subject)
            if "arrives" in cue.flags and len(own) == 1 and own[0] in (pair := self.memory.pair) and len(pair) == PAIR:
                other = pair[own[0] == pair[0]]
                named = any(p.leader == other and p.start >= cue.span.stop for p in self.presences)
                other = self.memory.earlier if named and self.memory.earlier else other
            elif "host" in cue.flags and arrives and not told:
                other = self._guest(own)
            last = subject[0].start > cue.span.stop and self.runs.around.only_setting(cue.span.stop, subject[0].start)
            behind = "directed" in cue.flags and cue.kind is not Kind.MESSAGE and (bool(reached) or last)
            behind = behind and self.runs.acts(subject[0])
            behind = behind or ("arrives" in cue.flags and len(own) > 1)
            if not (arrives and len(own) == 1) and not behind:
                continue
            if own and other and other.leads and other.country not in {actor.country for actor in own}:
                how = "reached" if "directed" in cue.flags else "object"
                yield Parties((other, *own) if behind else (*own, other), how, own[0], spans_of(subject), apart=behind)

    def _guest(self, hosts: tuple[Actor, ...]) -> Actor | None:
        """The foreigner whom the page spoke of last, who leads a state."""
        known = (self.memory.earlier, self.memory.topic, self.memory.leader, *self.memory.pair)
        home = {actor.country for actor in hosts}
        return next((actor for actor in known if actor and actor.leads and actor.country not in home), None)

    def _reaches_him(self, cue: Cue) -> bool:
        """Whether a pronoun in its own case stands with an act: *его накануне принимал Путин*, *Путин встретил её*."""
        marks = self.scene.between(cue.span.start - NEAR, cue.span.stop + NEAR, "him") if "object" in cue.flags else ()
        for mark in marks:
            if mark.span.start >= cue.span.stop:
                return mark.span.start - cue.span.stop <= 1
            between = [p for p in self.presences if mark.span.stop <= p.start < cue.span.start]
            if "," not in self.clean[mark.span.stop : cue.span.start] and not any(p.leader for p in between):
                return True
        return False

    def caller_told(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """The last pair, one of whom is told to have made the call: *Trump made the call at his desk*."""
        for subject in subjects[:1] if "known" in cue.flags else ():
            own = self.runs.actors(subject)
            if len(own) == 1 and own[0] in self.memory.pair and len(self.memory.pair) == PAIR:
                yield Parties(self.memory.pair, "subjects", own[0], spans_of(subject))

    def accompanied(self, cue: Cue) -> Iterator[Parties]:
        """Who acts together with those named behind *with* before the act: *ông A hôm nay cùng ông B và ông C họp*."""
        yield from self._fronted(cue)
        last = max((i for i, p in enumerate(self.presences) if p.stop <= cue.span.start), default=None)
        if last is None or not cue.flags.isdisjoint(ACTS_ON) or cue.span.start - self.presences[last].stop > CLOSE:
            return
        run = self.runs.up_to(last)
        tied = self.scene.between(run[0].start - NEXT, run[0].start, "with")
        gap = self.clean[run[-1].stop : cue.span.start]
        if not tied or "," in gap or not names_people(run):
            return
        for subject in self.runs.subjects(cue)[:1]:
            own, others = self.runs.actors(subject), self.runs.actors(run)
            near = 0 <= tied[0].span.start - subject[-1].stop <= NEAR
            met = any(subject[-1].stop <= other.span.start < run[0].start for other in self.scene.cues)
            if near and not met and len(own) == 1 and own[0] not in others:
                yield Parties((*own, *others), "subjects", None, spans_of([*subject, *run]))

    def _fronted(self, cue: Cue) -> Iterator[Parties]:
        """With whom somebody did it, told first, behind *with* and before a comma: *Với vua A, ông nói chuyện …*."""
        before = [p for p in self.presences if p.stop <= cue.span.start]
        for other, acts in pairwise(before[-2:]):
            tied = self.scene.between(other.start - WITH, other.start, "with")
            opens = tied and (self.scene.span.start + 1 >= tied[-1].span.start or self._closes(tied[-1].span.start))
            beside = acts.start - other.stop == len(", ") and self.clean.startswith(",", other.stop)
            if opens and beside and acts.leader and other.leader and acts.leader != other.leader:
                yield Parties((acts.leader, other.leader), "object", acts.leader, spans_of((other, acts)))

    def _closes(self, place: int) -> bool:
        """Whether a semicolon stands before a place."""
        return self.clean[self.scene.span.start : place].rstrip().endswith(";")

    def is_told(self, other: Actor) -> bool:
        """Whether somebody hangs on *with* or a word for telling: *A discussed bees with B at a meeting*.

        So he does on one by which he is thanked, urged or invited.
        """
        marks = [m for m in self.scene.marks if m.meaning in ADDRESSED or m.flags & {"hearer", "urged"}]
        places = (p.start for p in self.presences if p.leader == other)
        return any(0 <= start - mark.span.stop <= 1 for start in places for mark in marks)

    def are_told(self, people: tuple[Actor, ...]) -> bool:
        """Whether two hang on one preposition together: *the call was reported to A and B*."""
        last = max(i for i, p in enumerate(self.presences) if p.leader in people)
        run = self.runs.up_to(last)
        return self.runs.hangs(run[0]) and set(people) <= set(self.runs.actors(run))

    def others_act(self, subject: Run, cue: Cue) -> bool:
        """Whether people whom nobody names stand before an act: *the two presidents told their ministers to meet*."""
        between = [p for p in self.presences if subject[-1].stop <= p.start and p.stop <= cue.span.start]
        if not between or between[-1].naming.sort is not Sort.PERSON or between[-1].actors:
            return False
        return "," not in self.clean[between[-1].stop : cue.span.start]

    def joint(self, run: Run, how: str) -> Parties:
        """The people of a run as those of one contact; the last pair, where one of the two stands for both."""
        actors = self.runs.actors(run)
        if len(actors) == 1 and actors[0] in self.memory.pair:
            actors = self.memory.pair
        return Parties(actors, how, None, spans_of(run))
