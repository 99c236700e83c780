"""Namings joined by *and* within a sentence, and the people whom they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from telcon.inflections import NOMINATIVE, Case
from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Kind, Office
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.parties import WEAK
from telcon.reports.people.casts import LEADERS, Cast
from telcon.reports.people.clause_ends import JOINED, STANDING, ClauseEnds, acts_in_headline, opens_clause
from telcon.reports.people.endings import agree, disagree
from telcon.reports.people.served import leave_out_served
from telcon.reports.people.shared_offices import (
    closes_list,
    closes_place,
    counts_state,
    counts_states,
    is_counted,
    led_by_states,
    share_office,
    shared_office,
)
from telcon.reports.people.surroundings import GAP, PLACED, Surroundings
from telcon.reports.scenes import ADJUNCTS, POSTPOSED, Presence, Scene, opens_clause_about

SENT = ((Office.ENVOY,), (Office.MINISTER,))
"""Offices of those who act in somebody's stead, though nobody is named."""
DONE = ("directed", "object", "received")
MANY = 4
BEHIND, FARTHEST, TURN, OWNED = 60, 80, 12, 4
QUOTES = "“«「"
ATTRIBUTE = 30
NOTE = re.compile(r" ?\([^()]*\)")
Run = Sequence[Presence]


class Runs:
    """The namings of one sentence that may take part in a contact, media and platforms left out."""

    def __init__(self, scene: Scene, clean: str, cast: Cast, days: Sequence[Span] = ()) -> None:
        self.scene, self.clean, self.cast, self.days = scene, clean, cast, days
        taking_part = (p for p in leave_out_served(scene, clean) if p.naming.sort not in (Sort.MEDIUM, Sort.PLATFORM))
        many = scene.marks if "many" in scene.meanings else ()
        self.led = {m.span.stop: m.span.start for m in many if "led" in m.flags}
        self.presences = list(self._with_states([self._led(p) for p in taking_part if not self._is_note(p)]))
        self.governed = self._governed()
        self.people: dict[tuple[int, ...], tuple[Actor, ...]] = {}
        self.acting: dict[int, list[Run]] = {}
        self.around = Surroundings(scene, clean, days, self.governed)
        self.ends = ClauseEnds(scene, clean, self.presences, self.governed)

    def _is_note(self, presence: Presence) -> bool:
        """Whether a state only stands in brackets behind somebody: *ông A (Pháp)*."""
        return (
            presence.naming.sort in STANDING
            and self.clean[max(presence.start - 1, 0)] == "("
            and self.clean[presence.stop : presence.stop + 1] == ")"
        )

    def _led(self, presence: Presence) -> Presence:
        """A state with the words for its leader and others' before it: *lãnh đạo các nước Nga, Đức*."""
        start = self.led.get(presence.start - 1) if self.led and presence.naming.sort is Sort.STATE else None
        return presence if start is None else Presence(presence.naming, presence.actors, start, presence.stop, None)

    def _with_states(self, presences: Sequence[Presence]) -> Iterator[Presence]:
        """The namings, a person with the state behind *of* that is his as one: *Macron of France, Kallas of …*."""
        skipped: Presence | None = None
        for presence, behind in zip_longest(presences, presences[1:]):
            if presence is skipped:
                continue
            one = presence.leader
            if one and behind and behind.naming.sort is Sort.STATE and behind.naming.country == one.country:
                ties = self.scene.between(presence.stop, behind.start, "of")
                if ties and len(ties[0].span) >= behind.start - presence.stop - 2:
                    skipped = behind
                    yield Presence(presence.naming, presence.actors, presence.start, behind.stop, one)
                    continue
            yield presence

    def _governed(self) -> set[int]:
        """Where a naming begins that hangs on a preposition, or is what an act is done to."""
        marks = [m for m in self.scene.marks if m.flags.isdisjoint(("leads", "relative"))]
        adjuncts = [m.span.stop for m in marks if _ties_down(m)]
        acts = [cue.span.stop for cue in self.scene.cues if not cue.flags.isdisjoint(DONE)]
        quoted = [stop for stop in acts if not self.clean.startswith((",", GAP), stop)]
        near = {stop + gap for stop in (*adjuncts, *acts) for gap in (0, 1)}
        tied = near | {stop + 2 for stop in quoted} | set(self._tied_over_attribute())
        behind = (m.span for m in self.scene.marks if POSTPOSED in m.flags)
        closed = {span.start for span in behind if self.clean.startswith(",", span.stop)}
        return tied | {p.start for p in self.presences if closed & {p.stop, p.stop + 1}} if closed else tied

    def _tied_over_attribute(self) -> Iterator[int]:
        """Where those begin who stand behind a word of tying and what is said of them: 同来访的普京."""
        for mark in self.scene.marks:
            if mark.meaning in ADJUNCTS and "ahead" in mark.flags and "faint" not in mark.flags:
                start = next((p.start for p in self.presences if p.start >= mark.span.stop), None)
                if start and start - mark.span.stop <= ATTRIBUTE and "," not in self.clean[mark.span.stop : start]:
                    yield start

    def at(self, i: int) -> Run:
        """The run that begins with the naming at `i`."""
        stop, closed = i + 1, False
        while stop < len(self.presences):
            left, right = self.presences[stop - 1], self.presences[stop]
            last = bool(self.scene.between(left.stop, right.start, "and"))
            if not self._joined(left, right) or (closed and not last and not counts_state(left, right, self.clean)):
                break
            stop, closed = stop + 1, closed or last
        return self.presences[i:stop]

    def up_to(self, i: int) -> Run:
        """The run that ends with the naming at `i`."""
        start = i
        while start > 0 and self._joined(self.presences[start - 1], self.presences[start]):
            start -= 1
        return self.presences[start : i + 1]

    def _joined(self, left: Presence, right: Presence) -> bool:
        if (
            any(left.stop <= cue.span.start < right.start for cue in self.scene.cues)
            or right.start in self.led.values()
        ):
            return False
        gap = NOTE.sub("", self.clean[left.stop : right.start]).strip(" ")
        if left.leader and left.leader in right.actors:
            return gap in (",", "、") and left.leader == right.leader and not self._acts_next(left, right)
        if gap in (",", "、", "-", "–", "—"):
            listed = gap != "," or agree(left, right)
            apart = (gap == "," and self._acts_next(left, right)) or (
                not listed
                and (
                    disagree(left, right)
                    or self.ends.ends_clause(left)
                    or self.ends.is_apposed(left, right)
                    or opens_clause(left, right, self.scene, self.clean)
                    or acts_in_headline(right, self.scene, self.presences, self.clean)
                    or closes_place(left, right, self.presences)
                    or (
                        right.naming.sort is Sort.PERSON
                        and left.naming.sort is not Sort.BODY
                        and self._tells_where(left)
                    )
                )
            )
            return right.naming.sort is not Sort.GROUP and right.naming.how is not How.PRONOUN and not apart
        if self.ends.repeats_tie(left, right):
            return True
        if gap == ";" and not self._is_reached(left):
            cues = [cue.span for cue in self.scene.cues if not cue.noun]
            acts = any(0 <= span.start - right.stop <= JOINED for span in cues) and cues[0].stop <= left.start
            return left.leader is not None and right.leader is not None and right.naming.how is How.NAME and not acts
        if not gap:
            sorts = left.naming.sort is Sort.GROUP or counts_states(left, right, self.presences, self.clean)
            return sorts or share_office(left, right) or self._head(left, right)
        marks = [m for m in self.scene.between(left.stop, right.start, "and", "with") if "relative" not in m.flags]
        if ";" in gap or (marks and self.scene.between(left.stop, right.start, "turn")):
            return False
        if self.scene.between(left.stop, right.start, "invited") or (_is_named(right) and self._tells_where(left)):
            return False
        if right.naming.country and self.scene.between(left.stop, right.start, "passive"):
            return False
        if right.naming.how is How.PRONOUN and right.naming.sort is Sort.PERSON and not self._only_and(gap, marks):
            return False
        if Case.DATIVE in left.naming.cases and disagree(left, right):  # Позвонил Путину и Пашинян
            return False
        if marks and all(m.meaning == "with" for m in marks) and marks[0].span.start - left.stop > 1:
            listed = gap.startswith(",") and marks[0].span.start - left.stop == len(", ")  # с королём, с премьером
            return listed and agree(left, right) and self.hangs(left)  # kể với ông B
        return bool(marks) and len(gap) - sum(len(span) for span in {mark.span for mark in marks}) <= JOINED

    def _is_reached(self, presence: Presence) -> bool:
        """Whether somebody, or one before him in his list, is whom the last act is done to: *gửi B và C; D …*."""
        act = max((c.span.stop for c in self.scene.cues if c.span.stop <= presence.start), default=presence.start)
        return any(act <= p.start <= presence.start and self.hangs(p) for p in self.presences)

    def _tells_where(self, presence: Presence) -> bool:
        """Whether a place stands right behind *in*, its state before it or not: 在马来西亚布城."""
        if presence.naming.sort not in STANDING:
            return False
        start, country = presence.start, presence.naming.country
        own = (p for p in self.presences if p.naming.sort is Sort.STATE and p.naming.country == country)
        if before := next((p for p in own if 0 <= start - p.stop <= JOINED), None):
            start = before.start
        within = self.scene.between(start - PLACED, start, "within")
        return any(start - mark.span.stop <= 1 and POSTPOSED not in mark.flags for mark in within)

    def _acts_next(self, left: Presence, right: Presence) -> bool:
        """Whether a comma parts whom one act is done to from who does the next: *A gọi cho B, C gọi cho D*."""
        acts = (cue.span.start for cue in self.scene.cues if not cue.noun and cue.flags & {"directed", "object"})
        near = left.naming.sort is Sort.PERSON and any(0 <= start - right.stop <= JOINED for start in acts)
        return near and self._is_reached(left)

    def _only_and(self, gap: str, marks: Sequence[Mark]) -> bool:
        """Whether no other word joins them: *gọi cho ông A và chúc ông …* does not."""
        return len(gap) <= max((len(mark.span) for mark in marks), default=0)

    def _head(self, left: Presence, right: Presence) -> bool:
        """Whether a headline opens with two names side by side: 习近平普京会谈, *Trump Putin call*."""
        one, other = left.leader, right.leader
        named = left.naming.how is right.naming.how is How.NAME and one and other and one.country != other.country
        return bool(named) and self.scene.sentence.headline and left.start - self.scene.span.start <= 1

    def actors(self, run: Run) -> tuple[Actor, ...]:
        """The people of a run.

        A capital or a body stands for the leader whom the page names, a state behind an office for who holds it there
        (*lãnh đạo Đức, Pháp và Anh*); any other state stands for nobody.
        """
        if not run:
            return ()
        place = tuple([presence.start for presence in run])
        if place not in self.people:
            self.people[place] = self._people(run)
        return self.people[place]

    def subjects(self, cue: Cue, *, whole: bool = False) -> list[Run]:
        """Runs of namings on the left that may act, nearest first; those that hang on a preposition do not.

        `whole`: with the partners in a contact told of before, who may act together once more.
        """
        place = cue.span.start
        before = len([p for p in self.presences if p.stop <= place])
        if before not in self.acting:
            self.acting[before] = list(self._find_subjects(before - 1, place))
        behind = (*self._acting_in_clause(cue), *(() if cue.noun else self._acting_behind(cue)))
        runs = [run for run in self.acting[before] if not self._is_host(run, cue)]
        return [*behind, *(runs if whole else [self._without_partners(run, place) for run in runs])]

    def _is_host(self, run: Run, cue: Cue) -> bool:
        """Whether somebody stands behind a word that says whose guest one was: *был у Путина, потом прилетел к Си*."""
        owners = self.scene.between(run[0].start - OWNED, run[0].start, "owner") if "visit" in cue.flags else ()
        return not cue.noun and any(run[0].start - mark.span.stop <= 1 for mark in owners)

    def _without_partners(self, run: Run, stop: int) -> Run:
        """Those of a run who act, without the partners in a contact told of before: A同B通话，谈到和C通话."""
        told = any(run[-1].stop <= cue.span.start < stop - 1 for cue in self.scene.cues)
        ties = self.scene.between(run[0].stop, run[-1].start, "with") if told else []
        ways = [m for m in ties if "ahead" in m.flags and not closes_list(m, self.presences, self.clean)]
        cut = next((i for i, p in enumerate(run) if ways and p.start >= ways[0].span.stop), len(run))
        return run[:cut]

    def _find_subjects(self, last: int, stop: int) -> Iterator[Run]:
        while last >= 0:
            run = self.up_to(last)
            last -= len(run)
            if self._tells_where(run[-1]) or self._is_inside(run) or self._only_tells(run[-1], stop):
                continue
            if self.ends.stands_aside(run, stop) or self.ends.presides(run[-1]):
                continue
            if self.actors(run) and not self.hangs(run[0]) and ";" not in self.clean[run[-1].stop : stop]:
                yield run
            elif len(run) == 1 and not run[0].actors and run[0].naming.roles[:1] in SENT and not self.hangs(run[0]):
                return

    def _is_inside(self, run: Run) -> bool:
        """Whether a capital behind a contact stands within a clause: *gọi cho A để xin dùng sân bay Tashkent, …*."""
        start, cues = run[0].start, [cue.span.stop for cue in self.scene.cues]
        if len(run) > 1 or run[0].naming.sort is not Sort.CAPITAL or min(cues, default=start) >= start:
            return False
        ends = {*cues, *(mark.span.stop for mark in self.scene.marks)}
        return self.clean[start - 2].islower() and start - 1 not in ends

    def is_sent(self, cue: Cue) -> bool:
        """Whether somebody who leads nothing, and whom nobody names, acts: *A's minister, A's wife spoke to B*."""
        acts = (c for c in reversed(self.scene.cues) if not c.noun and c.span.stop <= cue.span.start)
        cue = next(acts, cue) if "channel" in cue.flags else cue
        people = (p for p in reversed(self.presences) if p.naming.sort not in STANDING)
        last = next((p for p in people if p.stop <= cue.span.start), None)
        if last is None or self.around.owns_who_acts(last, cue):
            return last is not None
        if last.actors or last.naming.sort is not Sort.PERSON or self.hangs(last):
            return False
        roles = last.naming.roles
        return bool(roles) and roles[0] not in LEADING and "," not in self.clean[last.stop : cue.span.start]

    def _only_tells(self, presence: Presence, stop: int) -> bool:
        """Whether an official gives his leader's words for what was done: *ông Peskov nói: "Hôm nay sẽ điện đàm"*."""
        aide = presence.leader
        if not aide or aide.leads or not set(QUOTES) & set(self.clean[presence.stop : stop]):
            return False
        return any(m.meaning == "telling" and 0 <= m.span.start - presence.stop <= 1 for m in self.scene.marks)

    def _people(self, run: Run) -> tuple[Actor, ...]:
        people: list[Actor] = []
        office = shared_office(run[0]) or (shared_office(run[-1]) if led_by_states(run) else ())
        named = False
        if is_counted(run):
            run, office = run[:-1], run[-1].naming.roles or LEADERS
        if run[0].start in self.led.values():
            if sum(p.naming.sort is Sort.STATE and p.start >= run[0].start for p in self.presences) >= MANY:
                return ()
            office = LEADERS
        for presence in run:
            if own := shared_office(presence):
                office, named = own, set(own).issuperset(LEADERS) and self._are_many(presence)
            for actor in presence.actors:
                if actor.sort is Sort.PERSON and not (named and presence.naming.how is How.OFFICE):
                    people.append(actor)
                elif actor.country and (actor.sort is not Sort.STATE or office):
                    known = named or not office
                    leader = self.cast.named_leader(actor.country) if known else self.cast.bearer(actor.country, office)
                    people += [leader] if leader else []
        named_for = {actor.country for actor in people if actor.name}
        return each_once([actor for actor in people if actor.name or actor.country not in named_for])

    def _are_many(self, leader: Presence) -> bool:
        """Whether leaders of many states are meant, who are nobody in particular, but for whom the page names."""
        run = self.at(self.presences.index(leader))
        return next((i for i, p in enumerate(run) if i and p.naming.sort is not Sort.STATE), len(run)) >= MANY

    def state_leaders(self, run: Run) -> tuple[Actor, ...]:
        """The leaders whom the page names of states put side by side: *cuộc gọi Nga - Mỹ*."""
        countries = [presence.naming.country for presence in run]
        leaders = [self.cast.named_leader(country) for country in countries if country]
        return tuple(leader for leader in leaders if leader) if len(run) >= 2 else ()

    def act_one_by_one(self, subject: Run, cue: Cue) -> bool:
        """Whether those who act did so each on his own: *ông A rồi bà B gọi cho ông C*, *ông A và bà B lần lượt …*.

        So do hosts, each at home, and callers like others before them: A、B和C也同D通了电话.
        """
        before = self.scene.between(subject[-1].stop, cue.span.start, "with", "together", "likewise")
        alone = all(cue.span.start - m.span.stop > 1 for m in before if m.meaning != "likewise")  # A và B cùng tiếp C
        if "host" in cue.flags and WEAK not in cue.flags and alone and self._lead_states(subject):
            return True
        if cue.kind is Kind.PHONE and any(m.meaning == "likewise" for m in before):
            return True
        joints = self.scene.between(subject[0].stop, subject[-1].start, "and")
        stop = next((p.stop for p in self.presences if 0 <= p.start - cue.span.stop <= 1), cue.span.stop)
        named = self.scene.between(min(subject[-1].stop, cue.span.start - TURN), stop + TURN, "respectively")
        return bool(named) or any("each" in mark.flags for mark in joints)

    def _lead_states(self, run: Run) -> bool:
        """Whether all of a run lead a state, each his own."""
        actors = self.actors(run)
        return all(actor.leads for actor in actors) and len({actor.country for actor in actors}) == len(actors)

    def spoken_for(self, aide: Actor) -> Actor | None:
        """The leader whom the page names of the state for which an aide speaks; a minister speaks for himself."""
        return self.cast.named_leader(aide.country) if aide.role is Office.OTHER and aide.country else None

    def leaders(self, *, before: Cue | None = None) -> tuple[Actor, ...]:
        """All leaders whom the sentence names one by one, or names before a cue."""
        stop = before.span.start if before else self.scene.span.stop
        return each_once([p.leader for p in self.presences if p.leader and p.leader.leads and p.stop <= stop])

    def acts(self, presence: Presence) -> bool:
        """Whether a naming can only be a subject, by its ending."""
        return presence.naming.cases == NOMINATIVE

    def _acting_in_clause(self, cue: Cue) -> Iterator[Run]:
        """Who acts in a clause about him: *đón ông A, người còn có hẹn với ông B*."""
        marks = self.scene.between(self.scene.span.start, cue.span.start, "who", "event")
        for mark in [*filter(opens_clause_about, marks)][-1:]:
            named = any(mark.span.stop <= p.start < cue.span.start and p.leader for p in self.presences)
            if not named and "," not in self.clean[mark.span.stop : cue.span.start]:
                yield from ((p,) for p in self.presences if p.stop + len(", ") == mark.span.start and p.leader)

    def _acting_behind(self, cue: Cue) -> Iterator[Run]:
        """Those who act and, by their ending, stand behind the act: *Путину позвонил Трамп*."""
        for i, presence in enumerate(self.presences):
            gap = self.clean[cue.span.stop : presence.start]
            if presence.start < cue.span.stop or not any(map(self.acts, self.at(i))):
                continue
            if len(gap) <= BEHIND and not any(sign in gap for sign in ",;:—"):
                yield self.at(i)
            return

    def hangs(self, presence: Presence) -> bool:
        """Whether a naming hangs on a preposition, or is what an act is done to."""
        return presence.start in self.governed


def _ties_down(mark: Mark) -> bool:
    """Whether whoever stands right behind a word does not act: a preposition, or one for telling or for guests."""
    attended = mark.meaning == "among" and POSTPOSED not in mark.flags
    return mark.meaning in ADJUNCTS or "hearer" in mark.flags or attended


def _is_named(presence: Presence) -> bool:
    return presence.naming.how is How.NAME and presence.naming.sort is Sort.PERSON


def spans_of(run: Run) -> tuple[Span, ...]:
    """Where the namings of a run stand."""
    return tuple(presence.naming.span for presence in run)


def names_people(*runs: Run) -> bool:
    """Whether some naming is a person's or a group's, not only a state's."""
    return any(presence.naming.sort not in STANDING for run in runs for presence in run)
