"""Who wrote to whom: senders and addressees who stand farther off, or are those whom the page speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.inflections import NOMINATIVE, Case
from telcon.model.actors import Actor
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, How, Sort
from telcon.reports.distinct import each_once
from telcon.reports.parties import JOINTLY, Parties, is_joint
from telcon.reports.people.memories import Memory
from telcon.reports.people.runs import Run, Runs, spans_of
from telcon.reports.scenes import Presence

OF, CLOSE, HEAD, SEVERAL, BESIDE, TOLD = 6, 20, 40, 2, 2, 80
ADDRESSING = ("proposed", "telling", "thanked")
"""Words behind which those stand who are asked, told or thanked."""
VAGUE = 4
"""Offices that a title may mean that tells of none: *lãnh đạo Việt Nam*."""
CLAUSE = 6
"""Letters between a message and the one who sent it, where a passive or a relative clause tells of it: *được ông A*."""


class MessagePartyFinder:
    """Finds the parties of messages of one sentence, and of words that only name a channel."""

    def __init__(self, runs: Runs, memory: Memory) -> None:
        self.runs, self.memory = runs, memory
        self.scene, self.presences = runs.scene, runs.presences

    def find(self, cue: Cue) -> Iterator[Parties]:
        """Sender and addressee of a message that stands beside neither, from the surest constraint to the vaguest."""
        yield from self._paired(cue)
        yield from self._thanked_for(cue)
        yield from self._sent(cue)
        yield from self._introduced(cue)
        yield from self._answered(cue)
        yield from self._wished_in(cue)
        yield from self._carried(cue)
        yield from self._handed(cue)
        yield from self.by_case(cue)
        yield from self.on_occasion(cue)
        yield from self._flanking(cue)

    def _sent(self, cue: Cue) -> Iterator[Parties]:
        """Who sent it to whom, both named behind it: *bức thư ông A gửi ông B*, *bức thư được ông A gửi tới ông B*.

        One word between them is the act: *a letter A sent B*.
        """
        clauses = [m for m in self.scene.between(cue.span.stop, cue.span.stop + CLOSE, "of") if "relative" in m.flags]
        start = clauses[0].span.stop if clauses else cue.span.stop
        sender = next((p for p in self.presences if 0 <= p.start - start <= CLAUSE and p.leader), None)
        if sender and self.runs.hangs(sender) and not self.scene.between(cue.span.stop, sender.start, "by"):
            sender = None
        if sender is None or not sender.leader or not cue.noun:
            return
        for mark in self.scene.between(sender.stop, sender.stop + CLOSE, "to")[:1]:
            other = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= OF), None)
            if other and other.leader:
                yield Parties((sender.leader, other.leader), "sent", sender.leader, spans_of([sender, other]))
        reached = next((p for p in self.presences if p.start >= sender.stop), None)
        gap = self.runs.clean[sender.stop : reached.start].strip(" ") if reached else ""
        if reached and reached.leader and gap.isalpha() and not self.scene.between(sender.stop, reached.start, "and"):
            yield Parties((sender.leader, reached.leader), "sent", sender.leader, spans_of([sender, reached]))

    def _thanked_for(self, cue: Cue) -> Iterator[Parties]:
        """Whose message is answered by another, in which he is thanked for it: *В ответном письме А поблагодарил Б*."""
        thanks = self.scene.between(cue.span.start - CLOSE, cue.span.start, "thanked") if cue.noun else []
        letters = [c for c in self.scene.cues if thanks and c.kind is Kind.MESSAGE and c.span.stop <= cue.span.start]
        people = self.runs.leaders(before=cue) if letters else ()
        for subject in self.runs.subjects(cue) if len(people) == SEVERAL else ():
            own = self.runs.actors(subject)
            if len(own) == 1 and own[0] in people and subject[-1].stop <= thanks[-1].span.start:
                other = next(actor for actor in people if actor != own[0])
                yield Parties((own[0], other), "thanked", other, spans_of(subject))

    def _wished_in(self, cue: Cue) -> Iterator[Parties]:
        """Who said something in it to whom, both named before it: *A congratulated B in a letter*."""
        inside = self.scene.settings(cue, "within") if cue.noun else []
        told = self.runs.leaders(before=cue) if inside else ()
        if len(told) == 1 and any("definite" in mark.flags for mark in inside):
            told += tuple(actor for actor in self.memory.pair if told[0] in self.memory.pair and actor != told[0])
        ties = self.scene.between(cue.span.stop, cue.span.stop + CLOSE, "to", "from")
        addressed = any(0 <= p.start - tie.span.stop <= OF for p in self.presences for tie in ties)
        if len(told) == 2 and len(self.scene.cues) == 1 and not addressed:
            yield Parties(told, "sent", told[0])

    def _carried(self, cue: Cue) -> Iterator[Parties]:
        """Whose message somebody hands over, by the endings: *министр передал королю послание президента*."""
        ties = self.scene.between(cue.span.stop, cue.span.stop + OF, "of", "from") if cue.noun else []
        sender = next((p for p in self.presences if ties and 0 <= p.start - ties[0].span.stop <= 1 and p.leader), None)
        if sender is None or sender.leader is None or not sender.leader.leads or not sender.naming.cases:
            return
        clause = [p for p in self.presences if p.leader and p is not sender and not self._is_parted(cue, p)]
        reached = [p for p in clause if self._is_reached(cue, p)]
        carriers = [p for p in clause if p.naming.cases == NOMINATIVE and p.leader and not p.leader.leads]
        others = self.runs.actors(reached)
        if carriers and others and sender.leader not in others:
            yield Parties((sender.leader, *others), "sent", sender.leader, spans_of([sender, *reached]), apart=True)

    def _introduced(self, cue: Cue) -> Iterator[Parties]:
        """Who says something in it, behind a comma, and to whom he writes: *Trong thư, ông A chúc mừng ông B*.

        Whoever was written to before goes before whom the sentence names.
        """
        opens = [m for m in self.scene.settings(cue, "within") if m.span.start - self.scene.span.start <= OF]
        comma = self.runs.clean.find(",", cue.span.stop, cue.span.stop + (TOLD if opens else CLOSE))
        stop = comma if comma >= 0 else cue.span.stop + CLOSE
        tied = [m for m in self.scene.between(cue.span.stop, stop, "to", "from", "of") if "relative" not in m.flags]
        first = next((p for p in self.presences if p.start >= max(comma, cue.span.stop)), None)
        near = first is not None and (comma >= 0 or first.start - cue.span.stop <= HEAD)
        sender = first.leader if first and near and cue.noun and opens and not tied else None
        if not first or not sender or not sender.leads or self.runs.hangs(first):
            return
        if first.naming.how is not How.NAME and len(first.naming.roles) >= VAGUE:
            return
        run = self.runs.at(self.presences.index(first))
        several, reached = self.runs.actors(run), self._addressed(run[-1])
        if len(several) > 1 and reached and reached.leader not in several and reached.leader:
            apart = not self.scene.between(self.scene.span.start, cue.span.stop, "together")
            people = (reached.leader, *several)
            yield Parties(people, "introduced", sender, spans_of([*run, reached]), apart)
        elif (other := self._written_to(sender, first)) and other.country != sender.country:
            yield Parties((sender, other), "introduced", sender, spans_of([first]))

    def _addressed(self, last: Presence) -> Presence | None:
        """Who is asked, told or thanked by those of whom one is named right before the word."""
        other = next((p for p in self.presences if p.start >= last.stop), None)
        marks = self.scene.between(last.stop, other.start, *ADDRESSING) if other else []
        told = [m for m in marks if m.meaning == "thanked" or m.flags & {"urged", "hearer"}]
        return other if other and told and 0 <= other.start - told[-1].span.stop <= 1 else None

    def _answered(self, cue: Cue) -> Iterator[Parties]:
        """Whose message opens a sentence, and the other one of the two spoken of: *Thư của bà B có đoạn viết …*."""
        opens = cue.noun and cue.span.start - self.scene.span.start <= 1 and not self.scene.sentence.headline
        ties = self.scene.between(cue.span.stop, cue.span.stop + OF, "of") if opens else []
        sender = next((p.leader for p in self.presences if ties and 0 <= p.start - ties[0].span.stop <= 1), None)
        if sender and sender.leads and sender in self.memory.pair:
            yield Parties((sender, *(a for a in self.memory.pair if a != sender)), "introduced", sender)

    def _written_to(self, sender: Actor, first: Presence) -> Actor | None:
        """To whom somebody writes who speaks in a message: to the one written to before, else to one named behind."""
        behind = [p.leader for p in self.presences if p.start > first.stop and p.leader and p.leader.leads]
        others = [actor for actor in behind if actor.country != sender.country]
        reached, pair = self.memory.reached, self.memory.pair
        if reached and reached != sender and (not others or reached in others or sender == self.memory.earlier):
            return reached
        if sender in pair and not others:
            return next((actor for actor in pair if actor != sender), None)
        return next(iter(others), None)

    def _handed(self, cue: Cue) -> Iterator[Parties]:
        """Who sends it to those named right before it: *A gửi tới B và C bức điện*."""
        last = max((i for i, p in enumerate(self.presences) if p.stop <= cue.span.start), default=None)
        if not cue.noun or last is None or cue.span.start - self.presences[last].stop > OF:
            return
        run = self.runs.up_to(last)
        others = self.runs.actors(run)
        article = self.scene.between(run[-1].stop, cue.span.start, "article")
        given = self.scene.between(run[0].start - OF, run[0].start, "to") or article
        for subject in self.runs.subjects(cue) if given and others else ():
            own = self.runs.actors(subject)
            if subject[-1].stop <= run[0].start and len(own) == 1:
                yield Parties((*own, *others), "handed", own[0], spans_of([*subject, *run]), apart=True)

    def by_channel(self, cue: Cue) -> Iterator[Parties]:
        """Those whom words like *by telephone* join, which only name the channel."""
        if "channel" in cue.flags:
            yield from self.by_case(cue)
            yield from self._told(cue)
            two = self.runs.leaders() if len(self.runs.leaders()) == 2 else self._flanked(cue)
            if len(two) == 2:
                yield Parties(two, "sentence")

    def _flanked(self, cue: Cue) -> tuple[Actor, ...]:
        """The only two leaders before a channel, of whom one stands right before it: *A trấn an B qua điện thoại …*."""
        before = [p for p in self.presences if p.stop <= cue.span.start and p.leader]
        near = before and cue.span.start - before[-1].stop <= BESIDE
        told = near and not any(other.span.start < cue.span.start for other in self.scene.cues)
        return self.runs.leaders(before=cue) if told else ()

    def _told(self, cue: Cue) -> Iterator[Parties]:
        """Who told somebody through a channel named behind him: *A briefed B by phone on his talks with C*."""
        other = next((p for p in reversed(self.presences) if p.stop <= cue.span.start), None)
        told = [m for m in self.scene.marks if other and "hearer" in m.flags and 0 <= other.start - m.span.stop <= 1]
        for subject in self.runs.subjects(cue) if told and other and cue.span.start - other.stop <= CLOSE else ():
            own = self.runs.actors(subject)
            if other and other.leader and len(own) == 1 and own[0] != other.leader:
                yield Parties((own[0], other.leader), "object", own[0], spans_of([*subject, other]))

    def written_by_case(self, cue: Cue) -> Iterator[Parties]:
        """Who wrote to whom by their endings, where a message tells to whom: *Телеграммы ему направили А и Б*."""
        if cue.kind is Kind.MESSAGE:
            yield from self.by_case(cue)

    def by_case(self, cue: Cue) -> Iterator[Parties]:
        """Who reaches whom, by their endings, wherever they stand: *Письмо королю отправил также Путин*.

        An accusative, which looks like a genitive, only at the head of the sentence or right behind the words: *По
        телефону Путина поздравили …*.
        """
        clause = [p for p in self.presences if p.leader and not self._is_parted(cue, p)]
        reached = [p for p in clause if self._is_reached(cue, p)]
        acting = [p for p in clause if p.naming.cases == NOMINATIVE]
        others, own = self.runs.actors(reached), each_once([p.leader for p in acting if p.leader and p.leader.leads])
        own = own or tuple(actor for actor in (self.memory.topic,) if actor and actor.leads and actor not in others)
        if len(others) == 1 and others[0] not in own and own:
            yield Parties((*others, *own), "sent", own[0], spans_of([*reached, *acting]), apart=True)
        elif len(own) == 1 and others and own[0] not in others:
            yield Parties((*own, *others), "sent", own[0], spans_of([*acting, *reached]), apart=True)
        elif len(own) > 1 and not others and cue.kind is Kind.MESSAGE and (to := self._addressee(own)):
            yield Parties((to, *own), "sent", own[0], spans_of(acting), apart=True)

    def _addressee(self, senders: tuple[Actor, ...]) -> Actor | None:
        """To whom several write of whom a sentence names none by his ending: the one whom the page speaks of."""
        known = (self.memory.host, self.memory.topic, self.memory.earlier)
        return next((actor for actor in known if actor and actor.leads and actor not in senders), None)

    def _is_reached(self, cue: Cue, presence: Presence) -> bool:
        cases, start = presence.naming.cases, presence.start
        if Case.NOMINATIVE in cases or any(
            0 <= start - m.span.stop <= 1
            for m in self.scene.marks
            if len(m.span) and m.meaning not in ("telling", "manner")
        ):
            return False
        if Case.DATIVE in cases:
            return Case.GENITIVE not in cases
        first = start == self.scene.span.start or 0 <= start - cue.span.stop <= 1
        if cue.kind is Kind.MESSAGE:  # to congratulate takes the accusative: *президента поздравил король*
            first = "greeting" in cue.flags and (first or 0 <= cue.span.start - presence.stop <= 1)
        return first and Case.ACCUSATIVE in cases

    def _is_parted(self, cue: Cue, presence: Presence) -> bool:
        """Whether another cue, a semicolon or a quotation mark stands between a message and a naming."""
        start, stop = sorted((cue.span.start, presence.start))
        gap = self.runs.clean[start:stop]
        return any(sign in gap for sign in ";«»") or any(
            start < other.span.start < stop for other in self.scene.cues if other is not cue
        )

    def _paired(self, cue: Cue) -> Iterator[Parties]:
        """Those who wrote to each other, pair by pair: *ông A và ông B; bà C và ông D đã trao đổi điện mừng*."""
        head = self.runs.clean[self.scene.span.start : cue.span.start]
        if "mutual" not in cue.flags or ";" not in head:
            return
        pairs, start = list[tuple[Actor, ...]](), self.scene.span.start
        for part in head.split(";"):
            stop = start + len(part)
            inside = (p.leader for p in self.presences if start <= p.start and p.stop <= stop)
            people = each_once([actor for actor in inside if actor])
            if len(people) == 2 and people[0].country != people[1].country:
                pairs.append(people)
            start = stop + 1
        yield Parties((*(p[0] for p in pairs), *(p[1] for p in pairs)), "subjects", paired=bool(pairs))

    def listed(self, cue: Cue) -> Iterator[Parties]:
        """Those listed behind the one they wrote to, whom nobody writes before it: *Gửi điện mừng ông X có: A; B và C*.

        The list opens with a colon, or one word stands before it.
        """
        if cue.kind is not Kind.MESSAGE:
            return
        named = [i for i, p in enumerate(self.presences) if p.start >= cue.span.stop][:2]
        if len(named) < 2 or any(p.leader for p in self.presences if p.stop <= cue.span.start):
            return
        reached, first = (self.presences[i] for i in named)
        gap = self.runs.clean[reached.stop : first.start].strip()
        word = gap.isalpha() and len(gap) <= OF and not self.scene.between(reached.stop, first.start, "and", "to")
        if not (gap.endswith(":") or word) or (cue.noun and cue.span.start - self.scene.span.start > OF):
            return
        parts = [i for i, p in enumerate(self.presences) if self.runs.clean[: p.start].endswith("; ")]
        run = [p for i in (named[1], *(i for i in parts if i > named[1])) for p in self.runs.at(i)]
        senders = self.runs.actors(run)
        if reached.leader and len(senders) > 1 and reached.leader not in senders:
            yield Parties((reached.leader, *senders), "listed", senders[0], spans_of(run), apart=True)

    def on_occasion(self, cue: Cue) -> Iterator[Parties]:
        """Senders to the one whose day it is: *Nhân dịp ông X được bầu, ông A; ông B đã gửi điện mừng*."""
        for mark in self.scene.between(self.scene.span.start, cue.span.start, "occasion")[:1]:
            honoured = next((p for p in self.presences if p.start >= mark.span.stop and p.leader), None)
            if honoured and "," in self.runs.clean[mark.span.stop : honoured.start]:
                return
            for run in self.runs.subjects(cue):
                senders = tuple(a for a in self.runs.actors(run) if honoured and a != honoured.leader)
                if honoured and honoured.leader and is_joint(senders) and honoured not in run:
                    yield Parties((*senders, honoured.leader), JOINTLY, senders[0], spans_of(run))
                elif honoured and honoured.leader and senders and honoured not in run:
                    yield Parties((honoured.leader, *senders), "occasion", senders[0], spans_of(run), apart=True)

    def _flanking(self, cue: Cue) -> Iterator[Parties]:
        """The nearest person on each side of a message, the other one of the pair where one side has nobody."""
        before = [p.leader for p in self.presences if p.stop <= cue.span.start and p.leader]
        clause = self.runs.clean.find(";", cue.span.stop, self.scene.span.stop)
        behind = [p for p in self.presences if p.start >= cue.span.stop and p.leader and not -1 < clause < p.start]
        left, host = before[-1] if before else self.memory.topic, self.memory.host
        if "directed" in cue.flags and "likewise" in self.scene.meanings:
            host = host or self.memory.reached
        if not behind and "directed" in cue.flags and len(joint := self._co_senders(cue)) >= SEVERAL:
            if self.memory.reached and self.memory.reached not in joint:
                yield Parties((self.memory.reached, *joint), "flanking", joint[0], apart=True)
            return
        run = self.runs.at(self.presences.index(behind[0])) if behind else ()
        others = self.runs.actors(run) if behind and not self._is_untied(cue, left, behind[0]) else ()
        if host and left and left != host and not self._is_beside(cue, run):
            yield Parties((left, host), "flanking", left)
        elif left and others and left not in others:
            within = bool(before) and bool(self.scene.settings(cue, "within"))
            sent = "directed" in cue.flags or within or self.scene.between(cue.span.stop, run[0].start, "to")
            wrote = (
                left if (sent and not self._acts_behind(cue, run[0])) or self._acts_before(cue, run[0]) else others[0]
            )
            yield Parties((left, *others), "flanking", wrote, apart=True)
        elif left and left in self.memory.pair and "directed" in cue.flags:
            yield Parties(self.memory.pair, "flanking", left)

    def _acts_behind(self, cue: Cue, other: Presence) -> bool:
        """Whether the one behind a message wrote it, by the endings: *победу Путина в телеграмме назвал Атамбаев*."""
        left = [p for p in self.presences if p.stop <= cue.span.start and p.leader][-1:]
        return other.naming.cases == NOMINATIVE and not any(Case.NOMINATIVE in p.naming.cases for p in left)

    def _acts_before(self, cue: Cue, other: Presence) -> bool:
        """Whether the one before a message wrote it, by the endings: *Си телеграммой отозвался на победу Кима*."""
        left = [p for p in self.presences if p.stop <= cue.span.start and p.leader][-1:]
        apart = other.start - cue.span.stop > 1 and Case.NOMINATIVE not in other.naming.cases
        return apart and bool(other.naming.cases) and any(p.naming.cases == NOMINATIVE for p in left)

    def _co_senders(self, cue: Cue) -> tuple[Actor, ...]:
        """Several who wrote, named without the one to whom: *Tổng thống A và Thủ tướng B cũng gửi điện mừng*."""
        run: Run = next(iter(self.runs.subjects(cue)), ())
        return () if any(p.naming.sort is Sort.GROUP for p in run) else self.runs.actors(run)

    def _is_beside(self, cue: Cue, run: Run) -> bool:
        """Whether those named behind a message stand before the next one: *A gửi thư; trong điện mừng, B …*."""
        later = (c for c in self.scene.cues if c.span.start > cue.span.stop and c.kind is Kind.MESSAGE)
        return bool(run) and not any(run[0].start < c.span.start for c in later)

    def _is_untied(self, cue: Cue, left: Actor | None, other: Presence) -> bool:
        """Whether a word that needs somebody tied to it has no leader whose it is: *đọc thư của ông B*."""
        if "partner" not in cue.flags:
            return False
        owned = self.scene.between(cue.span.stop, cue.span.stop + OF, "of", "from")
        return not (left and left.leads and owned and other.start - owned[0].span.stop <= 1)
