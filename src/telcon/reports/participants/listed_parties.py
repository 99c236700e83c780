"""Partners whom a cue names in a list behind words for many: *với nhiều lãnh đạo, trong đó có A và B*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from telcon.inflections import Case
from telcon.model.actors import Actor
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.reports.parties import ATTENDED, PRESIDED, Parties
from telcon.reports.people.runs import DONE, Run, Runs, names_people, spans_of
from telcon.reports.scenes import POSTPOSED, Presence

COLON, DASH = ": ", " — "
REACH, FARTHEST, NEXT, WHOLE = 90, 60, 40, 140
NEAR, OPENING, OF, OPENED, THREE = 2, 16, 6, 5, 3


class ListedPartyFinder:
    """Finds the members of lists in one sentence."""

    def __init__(self, runs: Runs) -> None:
        self.runs, self.scene, self.clean, self.presences = runs, runs.scene, runs.clean, runs.presences

    def partners(self, cue: Cue, ties: Sequence[str]) -> Run:
        """Those listed behind a word that ties a partner to the cue, or behind an act that takes one."""
        for i, presence in enumerate(self.presences):
            if cue.span.stop <= presence.start <= cue.span.stop + REACH and (start := self._opening(presence, cue)):
                return self.runs.at(i) if self._is_tied(cue, start, ties) else ()
        return ()

    def in_turn(self, cue: Cue, partners: Run) -> Run:
        """The partners, with those named farther on, each at his hour: *lần lượt tiếp A lúc 9 giờ, B lúc 10 giờ*."""
        turns = self.scene.between(self.scene.span.start, cue.span.start, "respectively")
        near = any(cue.span.start - mark.span.stop <= OF for mark in turns)
        if not near or cue.noun or not partners or partners[0].start < cue.span.stop:
            return partners
        others = (c.span.start for c in self.scene.cues if c.span.start > cue.span.start and "loose" not in c.flags)
        told = (m.span.start for m in self.scene.marks if m.meaning == "telling")
        semicolon = self.clean.find(";", cue.span.stop, self.scene.span.stop)
        last = partners[-1].stop
        stop = min([*others, *(t for t in told if t > last), semicolon if semicolon >= 0 else self.scene.span.stop])
        more = (p for p in self.presences if last <= p.start < stop and p.leader and p.naming.roles)
        return (*partners, *(p for p in more if p.naming.how is How.NAME and not self.runs.hangs(p)))

    def _opening(self, presence: Presence, cue: Cue) -> int:
        """Where the words or the colon stand that open a list with its first member; 0 if it opens none."""
        if not presence.leader:
            return 0
        words = [m for m in self.scene.between(self.scene.span.start, presence.start, "among") if not m.flags]
        if words and presence.start - words[-1].span.stop <= 1:
            return words[-1].span.start
        group = any(p.stop == presence.start - len(DASH) and p.naming.sort is Sort.GROUP for p in self.presences)
        ending = bool(presence.naming.cases) and Case.NOMINATIVE not in presence.naming.cases
        told = ending and not set(self.clean[cue.span.stop : presence.start]) & set(",;")  # принял двух гостей — А и Б
        signs = (COLON, DASH) if group or told else (COLON,)  # с коллегами — А и Б
        found = (sign for sign in signs if self.clean.endswith(sign, 0, presence.start))
        return next((presence.start - len(sign) for sign in found), 0)

    def _is_tied(self, cue: Cue, start: int, ties: Sequence[str]) -> bool:
        """Whether nobody is named between a cue and the list but those whose it is, and something ties the list."""
        marks = self.scene.between(cue.span.stop, start, *ties, "of")
        owned = {p for m in marks if m.meaning == "of" for p in self.presences if 0 <= p.start - m.span.stop <= 1}
        between = [p for p in self.presences if cue.span.stop <= p.start < start and p not in owned]
        if any(p.leader for p in between) or any(cue.span.stop <= c.span.start < start for c in self.scene.cues):
            return False
        tied = [m for m in marks if m.meaning != "of"]
        near = not tied or start - tied[-1].span.stop <= FARTHEST
        return near and (bool(tied) or not cue.flags.isdisjoint(DONE)) and ";" not in self.clean[cue.span.stop : start]

    def received(self, cue: Cue, hosts: Run) -> Iterator[Parties]:
        """Whom somebody received one by one, listed behind the act: 获习近平会见的有普京、卢拉和莫迪."""
        for mark in self.scene.between(cue.span.stop, cue.span.stop + NEAR, "of"):
            first = next((i for i, p in enumerate(self.presences) if p.start >= mark.span.stop), None)
            if "leads" not in mark.flags or first is None or self.presences[first].start - mark.span.stop > OPENING:
                continue
            run, own = self.runs.at(first), self.runs.actors(hosts)
            guests = tuple(actor for actor in self.runs.actors(run) if actor not in own)
            if len(own) == 1 and guests and "object" in cue.flags:
                yield Parties((*own, *guests), "object", own[0], spans_of([*hosts, *run]), apart=True)

    def with_guests(self, parties: Parties, cue: Cue) -> Parties:
        """Those who met, with a leader in whose presence it was, told before or behind: *… dưới sự chủ trì của ông C*.

        *C chủ trì cuộc gặp giữa A và B*, 在C见证下，A与B会谈, A会见B，C在座.
        """
        if third := self._third_side(parties, cue):
            return replace(parties, actors=(*parties.actors, third), apart=False)
        host = self._hosting(cue) if parties.how == "between" else self._hosted_by(cue)
        if host and host.leads and host.country not in {actor.country for actor in parties.actors}:
            return replace(parties, actors=(*parties.actors, host), apart=False)
        if "among" not in self.scene.meanings:
            return parties
        for mark in self.scene.between(self.scene.span.start, self.scene.span.stop, "among"):
            if "attended" not in mark.flags or not self._is_said_of(mark, cue):
                continue
            if "broker" in mark.flags and cue.kind is not Kind.MEETING:
                continue
            brought = "brings" in mark.flags
            if not self._are_brought(mark, parties, cue) if brought else self._is_of_another(mark, cue):
                continue
            countries = {actor.country for actor in parties.actors}
            guests = [guest for guest in self._guests(mark) if guest.leads and guest.country not in countries]
            if guests:
                return replace(parties, actors=(*parties.actors, *guests), apart=False)
        return parties

    def _is_of_another(self, mark: Mark, cue: Cue) -> bool:
        """Whether another contact stands between a word for taking part and this one."""
        start, stop = min(mark.span.stop, cue.span.stop), max(mark.span.start, cue.span.start)
        return any(start <= other.span.start < stop for other in self.scene.cues)

    def _hosting(self, cue: Cue) -> Actor | None:
        """Who was host to a meeting between others, by the act right before it: *C hosted talks between A and B*."""
        acts = (c for c in self.scene.cues if _receives(c) and 0 <= cue.span.start - c.span.stop <= NEXT)
        act = next(acts, None)
        if act is None or any(act.span.stop <= p.start < cue.span.start for p in self.presences):
            return None
        hosts = next((self.runs.actors(run) for run in self.runs.subjects(act)), ())
        return hosts[0] if len(hosts) == 1 else None

    def _hosted_by(self, cue: Cue) -> Actor | None:
        """Who was host to it, by the act right behind a noun: *A and B agreed after talks hosted on Friday by C*."""
        pairs = zip(self.scene.cues, self.scene.cues[1:], strict=False)
        acts = (c for n, c in pairs if n.noun and _receives(c) and cue in (n, c) and c.span.start - n.span.stop <= 1)
        act = next(acts, None)
        ways = self.scene.between(act.span.stop, act.span.stop + NEXT, "by")[:1] if act else []
        if act is None or not ways or "," in self.clean[act.span.stop : ways[0].span.start]:
            return None
        return next((p.leader for p in self.presences if 0 <= p.start - ways[0].span.stop <= 1), None)

    def _third_side(self, parties: Parties, cue: Cue) -> Actor | None:
        """The third leader named where three sides are spoken of: *đề xuất với A cuộc gặp ba bên có cả B*."""
        near = self.scene.between(cue.span.start - NEXT, cue.span.stop + NEXT, "together")
        beside = any(-1 <= m.span.start - cue.span.stop <= 1 and "sides" in m.flags for m in near)
        counted = cue.noun and cue.kind is Kind.MEETING and (beside or "together" in cue.flags)
        people = self.runs.leaders() if counted else ()
        others = [actor for actor in people if actor not in parties.actors]
        return others[0] if len(people) == THREE and len(others) == 1 else None

    def _is_said_of(self, mark: Mark, cue: Cue) -> bool:
        """Whether a word for taking part goes with a contact: right before its parties, or at the end of a clause."""
        if mark.span.start >= cue.span.stop:
            ends = not self.clean[mark.span.stop : mark.span.stop + NEAR].strip()[:1].isalnum()
            return ends or POSTPOSED not in mark.flags
        aside = POSTPOSED not in mark.flags or "under" in mark.flags
        return aside or "," not in self.clean[mark.span.stop : cue.span.start]

    def _are_brought(self, mark: Mark, parties: Parties, cue: Cue) -> bool:
        """Whether those who met stand right behind the word by which somebody brings them together."""
        first = min([span.start for span in parties.spans], default=0)
        return not cue.noun and cue.kind in (Kind.MEETING, Kind.CONTACT) and 0 <= first - mark.span.stop <= 1

    def _guests(self, mark: Mark) -> tuple[Actor, ...]:
        """Who took part as well: named right behind the word, or before it, a day or a place between."""
        if POSTPOSED not in mark.flags:
            near = [i for i, p in enumerate(self.presences) if 0 <= p.start - mark.span.stop <= 1]
            return self.runs.actors(self.runs.at(near[0])) if near else ()
        before = [i for i, p in enumerate(self.presences) if p.stop <= mark.span.start and p.naming.sort is Sort.PERSON]
        last = self.presences[before[-1]].stop if before else 0
        near_it = before and "," not in self.clean[last : mark.span.start] and mark.span.start - last <= NEXT
        return self.runs.actors(self.runs.up_to(before[-1])) if near_it else ()

    def attended(self, cue: Cue, pair: tuple[Actor, ...]) -> Iterator[Parties]:
        """Those with whose part in it a contact went on: *cuộc họp trực tuyến có sự tham gia của A, B và C*.

        Ministers only go with those who lead. `pair`: whose contact it may be that somebody presided over.
        """
        if "among" not in self.scene.meanings:
            return
        yield from self._attending(cue, pair)
        yield from self._gathered(cue)
        for mark in self.scene.between(cue.span.stop, cue.span.stop + WHOLE, "among"):
            first = next((i for i, p in enumerate(self.presences) if 0 <= p.start - mark.span.stop <= 1), None)
            run = self.runs.at(first) if "attended" in mark.flags and first is not None else ()
            if not run or not names_people(run) or any(p.naming.sort is Sort.GROUP for p in run):
                continue
            guests = self.runs.actors(run)
            if not all(guest.leads for guest in guests):
                continue
            if (host := self._host(cue, mark)) and host.leader and host.leader not in guests:
                yield Parties((host.leader, *guests), "between", None, spans_of([host, *run]))
            for subject in self.runs.subjects(cue):
                hosts = tuple(actor for actor in self.runs.actors(subject) if actor not in guests)
                yield Parties((*hosts, *guests), "between", None, spans_of([*subject, *run]))
            opens = cue.span.start - self.scene.span.start <= OPENED
            yield Parties(guests, ATTENDED if opens else "between", None, spans_of(run))

    def _gathered(self, cue: Cue) -> Iterator[Parties]:
        """Whom somebody brought together for it: *C brought together A and B for talks*."""
        for mark in self.scene.between(self.scene.span.start, cue.span.start, "among")[-1:]:
            first = next((i for i, p in enumerate(self.presences) if 0 <= p.start - mark.span.stop <= 1), None)
            run = self.runs.at(first) if mark.flags == {"attended"} and first is not None else ()
            guests = self.runs.actors(run)
            behind = self.clean[run[-1].stop : cue.span.start] if run else ","
            hosts = [p for p in self.presences if p.leader and p.stop <= mark.span.start and not self.runs.hangs(p)]
            if len(guests) < 2 or not hosts or "," in behind or len(behind) > NEXT:
                continue
            host = hosts[-1]
            acts = "," not in self.clean[host.stop : mark.span.start] and mark.span.start - host.stop <= NEXT
            if acts and host.leader and host.leader not in guests:
                yield Parties((host.leader, *guests), "between", None, spans_of([host, *run]))

    def _host(self, cue: Cue, attended: Mark) -> Presence | None:
        """Who gave what others attended, behind *by*: *cuộc họp do A chủ trì ở Oslo có sự tham dự của B và C*."""
        ways = [m.span.stop for m in self.scene.between(cue.span.stop, attended.span.start, "by")]
        hosts = (p for p in self.presences if p.leader and p.leader.leads and p.stop <= attended.span.start)
        return next((p for p in hosts if any(0 <= p.start - stop <= 1 for stop in ways)), None)

    def _attending(self, cue: Cue, pair: tuple[Actor, ...]) -> Iterator[Parties]:
        """Those named right before the words for their part in it: …视频会议，A、B和C在线参加; 会谈由C主持."""
        for mark in self.scene.between(cue.span.stop, self.scene.span.stop, "among"):
            behind = self.clean[mark.span.stop : mark.span.stop + NEAR].strip()
            near = (i for i, p in enumerate(self.presences) if 0 <= mark.span.start - p.stop <= NEAR)
            last = next(near, None) if POSTPOSED in mark.flags and not behind[:1].isalnum() else None
            run = self.runs.up_to(last) if last is not None else ()
            guests = self.runs.actors(run)
            if not guests or run[0].start < cue.span.stop or not all(guest.leads for guest in guests):
                continue
            for subject in self.runs.subjects(cue):
                hosts = tuple(actor for actor in self.runs.actors(subject) if actor not in guests)
                yield Parties((*hosts, *guests), "between", None, spans_of([*subject, *run]))
            if cue.span.start - self.scene.span.start <= 1 and set(guests).isdisjoint(pair):
                yield Parties((*pair, *guests), PRESIDED, None, spans_of(run))

    def convened(self, cue: Cue) -> Iterator[Parties]:
        """Who invites several at once to talks: *A gửi lời mời tới B, C và D tham gia cuộc họp trực tuyến*."""
        for mark in self.scene.between(self.scene.span.start, cue.span.start, "invited")[-1:]:
            first = next((i for i, p in enumerate(self.presences) if p.start >= mark.span.stop), None)
            run = [p for p in (self.runs.at(first) if first is not None else ()) if p.naming.how is How.NAME]
            guests = self.runs.actors(run)
            near = run and run[-1].stop <= cue.span.start and self._is_invited(mark, run[0])
            for subject in self.runs.subjects(cue) if near and guests else ():
                hosts = self.runs.actors(subject)
                if len(hosts) == 1 and subject[-1].stop <= mark.span.start:
                    yield Parties((*hosts, *guests), "invited", hosts[0], spans_of([*subject, *run]))
                    return

    def _is_invited(self, mark: Mark, guest: Presence) -> bool:
        """Whether a guest stands right behind the word, or behind what describes him: *two neighbours, B and C*."""
        return guest.start - mark.span.stop <= OF or self.runs.around.is_described(mark, guest)


def _receives(act: Cue) -> bool:
    """Whether an act is that of a host: *hosted*."""
    return not act.noun and "object" in act.flags and act.kind is Kind.MEETING
