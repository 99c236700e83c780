"""What a page tells of agreements and follow-ups: a pipeline, a treaty to be prolonged, a visit to come.

A matter counts where a word beside it tells how far it has come, or a date that lies ahead. It came up in the contact
that the statement, or else the sentence, is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from telcon.languages import load_pack
from telcon.languages.lexicons import Lexicon, longest
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.dates import Calendar, DateMention
from telcon.mentions.numerals import once_per_pack
from telcon.model.contacts import Agreement, Evidence, Matter, Report, Stage, Statement, Status, Term
from telcon.model.dates import parse_edtf
from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.places import Places
from telcon.reports.speech.utterances import trim

if TYPE_CHECKING:
    from telcon.reports.stories import Story

NEAR, JOINED, HOST = 80, 30, 30
"""Letters: how far from a matter its date and the word that tells its stage may stand, how far behind another matter
one that shares its stage, and how far behind a visit the state that is visited."""
SEMICOLON = re.compile("[;；]")
COMMA = re.compile("[,，、]")
MATTERS, STAGES = {matter.value: matter for matter in Matter}, {stage.value: stage for stage in Stage}
FIRM, AHEAD = frozenset({Stage.REFUSED, Stage.DONE}), frozenset({Stage.PROPOSED, Stage.PLANNED})
STATES = frozenset({Sort.STATE, Sort.CAPITAL})


def add_agreements(story: Story, statements: Sequence[Statement], reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of a page, each with the agreements that came up in its contact, in the order of the page."""
    if not reports:
        return ()
    reader = _Reader(story, statements, reports)
    found: dict[int, list[Agreement]] = defaultdict(list)
    for number in sorted(set(_matter_scenes(story))):
        about = story.about[number]
        for contact, agreement in reader.read(story.scenes[number].span, story.drafts.index(about) if about else None):
            found[contact].append(agreement)
    return tuple(
        replace(report, agreements=tuple(found[number])) if number in found else report
        for number, report in enumerate(reports)
    )


def _matter_scenes(story: Story) -> Iterator[int]:
    """The numbers of the sentences that name a matter."""
    folded, scenes = story.text.view.folded, story.scenes
    first, last = scenes[0].span.start, scenes[-1].span.stop
    starts = [scene.span.start for scene in scenes]
    for _, start, _ in _lexicons(load_pack(story.text.language)).matters.place(folded[first:last]):
        number = bisect_right(starts, first + start) - 1
        if not scenes[number].sentence.headline:
            yield number


@value(frozen=True, slots=True)
class _Lexicons:
    """The words of the sheet, and those among them that name a matter, by which sentences are chosen."""

    words: Lexicon[Form]
    matters: Lexicon[Form]


@once_per_pack
def _lexicons(pack: Pack) -> _Lexicons:
    wordings = [(spelling, form) for form in pack["agreements"].forms for spelling in form.spellings()]
    matters = [(spelling, form) for spelling, form in wordings if form.meaning in MATTERS]
    return _Lexicons(Lexicon(wordings, spaced=pack.spaced), Lexicon(matters, spaced=pack.spaced))


@value(frozen=True, slots=True)
class _Word:
    """A word of the sheet; `span` is in the view."""

    span: Span
    form: Form

    @property
    def stage(self) -> Stage | None:
        """The stage that it tells, None for a word that names a matter."""
        return STAGES.get(self.form.meaning)


@value(frozen=True, slots=True)
class _Told:
    """A matter that a clause tells of, how far it has come, and the dates that stand nearest to it."""

    clause: Span
    word: _Word
    stage: Stage
    dates: tuple[DateMention, ...]


class _Reader:
    """Reads sentence after sentence."""

    def __init__(self, story: Story, statements: Sequence[Statement], reports: Sequence[Report]) -> None:
        self.story, self.reports = story, reports
        self.view = story.text.view
        self.lexicon = _lexicons(load_pack(story.text.language)).words
        self.dates, self.namings = Places(story.mentions.dates), Places(story.mentions.namings)
        self.cues = [cue.span for cue in story.mentions.cues]
        told = [(self.view.from_raw(s.evidence.span), s) for s in statements if s.contact is not None]
        self.said = sorted(told, key=lambda pair: len(pair[0]))

    def read(self, sentence: Span, about: int | None) -> Iterator[tuple[int, Agreement]]:
        """What a sentence tells of, each with the number of the contact in which it came up."""
        hits = longest(self.lexicon.find(self.view.folded[sentence.start : sentence.stop]))
        words = [
            _Word(Span(sentence.start + hit.start, sentence.start + hit.stop), form)
            for hit in hits
            for form in hit.entries
        ]
        for clause in _cut(self.view.clean, sentence):
            once: set[tuple[str, frozenset[str]]] = set()
            for told in self._staged(clause, [word for word in words if clause.covers(word.span)]):
                statement = self._statement_of(told.word)
                number = self._in_which(statement.contact if statement else about)
                form = told.word.form
                if number is None or (form.meaning, form.flags) in once or not (statement or self._stands_alone(told)):
                    continue
                once.add((form.meaning, form.flags))
                yield number, self._agreement(told, statement, self.reports[number])

    def _staged(self, clause: Span, words: Sequence[_Word]) -> Iterator[_Told]:
        """The matters of a clause of which something tells how far they have come, with the dates nearest to each."""
        matters = _narrowed([word for word in words if word.form.meaning in MATTERS])
        dealt: list[list[DateMention]] = [[] for _ in matters]
        for mention in self.dates.within(clause) if matters else ():
            nearest = min(range(len(matters)), key=lambda number: _gap(matters[number].span, mention.span))
            if _gap(matters[nearest].span, mention.span) <= NEAR:
                dealt[nearest].append(mention)
        last: Stage | None = None
        for number, word in enumerate(matters):
            start = matters[number - 1].span.stop if number else clause.start
            stop = self._part_end(word, matters[number + 1].span.start if number + 1 < len(matters) else clause.stop)
            joined = last if number and word.span.start - start <= JOINED else None
            last = self._stage(word, words, Span(start, stop)) or joined
            if last or any(self._lies_ahead(mention) for mention in dealt[number]):
                yield _Told(clause, word, last or Stage.PLANNED, tuple(dealt[number]))

    def _stage(self, matter: _Word, words: Sequence[_Word], room: Span) -> Stage | None:
        """The stage told by the first such word before the matter, behind the one before it; else by one behind it.

        Words that no comma parts from the matter come first; of several, one that says that it is done or refused.
        Verbs whose object stands behind them (flag) tell nothing of what stands before them.
        """
        told = [word for word in words if word.stage and room.covers(word.span) and not word.span.meets(matter.span)]
        before = [word for word in told if 0 <= matter.span.start - word.span.stop <= NEAR]
        close = [word for word in before if not COMMA.search(self.view.clean, word.span.stop, matter.span.start)]
        behind = [word for word in told if word.span.start >= matter.span.stop and "object" not in word.form.flags]
        near = close or before or behind
        firm = next((word for word in near if word.stage in FIRM), None)
        return firm.stage if firm else near[0].stage if near else None

    def _part_end(self, word: _Word, stop: int) -> int:
        """Where the part of a clause ends that a comma makes behind a matter."""
        found = COMMA.search(self.view.clean, word.span.stop, stop)
        return found.start() if found else stop

    def _statement_of(self, word: _Word) -> Statement | None:
        """The innermost statement that the word is part of."""
        return next((statement for span, statement in self.said if span.covers(word.span)), None)

    def _in_which(self, number: int | None) -> int | None:
        """The contact in which something came up: of one still to come, the one held by the same people beside it."""
        if number is None or self.reports[number].status is Status.HELD:
            return number
        people = set(self.reports[number].participants)
        held = [
            n for n, one in enumerate(self.reports) if one.status is Status.HELD and set(one.participants) == people
        ]
        return max(held, key=lambda n: self.reports[n].focus, default=number)

    def _stands_alone(self, told: _Told) -> bool:
        """Whether the page itself tells of more than a wish, and the word is none that tells of a contact."""
        return told.stage is not Stage.PROPOSED and not any(cue.meets(told.word.span) for cue in self.cues)

    def _agreement(self, told: _Told, statement: Statement | None, report: Report) -> Agreement:
        span = self.view.from_raw(statement.evidence.span) if statement else told.clause
        words = Span(max(told.clause.start, span.start), min(told.clause.stop, span.stop))
        terms = tuple(self._terms(told, report))
        ahead = told.stage is Stage.DONE and any(term.due for term in terms)
        return Agreement(
            MATTERS[told.word.form.meaning],
            self._object(told.word),
            Stage.PLANNED if ahead else told.stage,
            self._evidence(trim(self.view.clean, words)),
            terms,
            statement.speaker if statement else (),
            statement.said_by if statement else (),
            told.word.form.source,
        )

    def _terms(self, told: _Told, report: Report) -> Iterator[Term]:
        """The dates, but for that of the contact itself; those whose year nobody knows are left out.

        A month named beside what is to come is the next one of that name.
        """
        day, today = _day(report.date), _day(self.story.published)
        nearest = min(told.dates, key=lambda mention: _gap(told.word.span, mention.span), default=None)
        for mention in told.dates:
            next_one = mention is nearest and told.stage in AHEAD and _names_month(mention)
            dating = self.story.dater.resolve(mention, Status.PLANNED if next_one else None)
            last = dating.edtf.last_day() if dating and dating.edtf else None
            if dating and last and str(dating.edtf) != report.date:
                known = day is not None or today is not None
                ahead = (day is None or last > day) and (today is None or last >= today)
                due = ahead if known else told.stage in AHEAD
                yield Term(str(dating.edtf), due, self._evidence(mention.span))

    def _lies_ahead(self, mention: DateMention) -> bool:
        dating = self.story.dater.resolve(mention, None)
        return dating is not None and self.story.dater.ahead(dating)

    def _object(self, word: _Word) -> str:
        """What narrows the matter: a flag of its words, or the state that is visited."""
        flag = next(iter(sorted(word.form.flags)), "")
        if flag or word.form.meaning != Matter.VISIT:
            return flag.upper() if word.form.meaning == Matter.VISIT else flag
        behind = self.namings.within(Span(word.span.stop, word.span.stop + HOST))
        return next((naming.country for naming in behind if naming.sort in STATES and naming.country), "")

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(self.view.to_raw(span), self.view.words(span))


def _narrowed(matters: Sequence[_Word]) -> list[_Word]:
    """The matters of a clause; of one matter those that are narrowed, where some are: *the agreement on New START*.

    What is beside an anniversary is what it is the anniversary of.
    """
    narrow = {word.form.meaning for word in matters if word.form.flags}
    days = [word.span for word in matters if word.form.meaning == Matter.ANNIVERSARY]
    return [
        word
        for word in matters
        if (word.form.flags or word.form.meaning not in narrow)
        and (word.span in days or all(_gap(word.span, day) > JOINED for day in days))
    ]


def _cut(clean: str, span: Span) -> Iterator[Span]:
    """The sentence, or the parts of it that semicolons make."""
    start = span.start
    for match in SEMICOLON.finditer(clean, span.start, span.stop):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.stop)


def _names_month(mention: DateMention) -> bool:
    return isinstance(mention.expression, Calendar) and mention.expression.day is None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.stop, other.start - one.stop)


def _day(text: str | None) -> date | None:
    try:
        return parse_edtf(text[:10]).last_day() if text else None
    except ValueError:
        return None
