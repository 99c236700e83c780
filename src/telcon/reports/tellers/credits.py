"""Clauses that only tell who told of a contact: *Об этом сообщили в пресс-службе Кремля*, *…, передаёт ТАСС*.

Only in languages where a subject may stand behind its verb. They add tellers, no statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from telcon.inflections import Case
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft, Sighting
from telcon.reports.scenes import Presence
from telcon.reports.speech.audiences import PUBLICLY, Setting
from telcon.reports.speech.speakers import SIDES, Voice, Voices
from telcon.reports.speech.utterances import MARKS, end_before

SMALL = ("adverb", "publicly", "to", "head", "place", "above", "joins", "according", "frame", "rank", "indefinite")
HEADS = ("account", "office", "official", "press", "quotes", "again")
OWNED = ("account", "office", "again")
"""Words behind which stands whose press office it is; *в пресс-службе* alone means whoever was told of last."""

LEADING = frozenset({"place", "quotes", "head", "office", "account"})
TELLS = frozenset({"tells", "public"})
OPENING, FAR, UNKNOWN = 6, 14, 3
"""Most words before a verb behind what it tells of, also with a clause between; most unknown ones in a row."""

STOPS, LINKS = ".;:!?", " \xa0–—-()" + MARKS


def find_credits(
    here: Setting, before: list[tuple[Draft, Sighting]], clean: str, voices: Voices
) -> tuple[tuple[Voice, ...], tuple[Draft, ...]]:
    """Those whom a clause names that only tells who told, and the contacts of which they did.

    Those are the contacts told of in its own sentence, else in the one `before` it, else the one in hand.
    """
    credit = CreditFinder(here, clean, voices).find()
    if credit is None:
        return (), ()
    told, named = credit
    own = [(d, s) for d, s in here.seen if s.parties and told.covers(s.cue.span)]
    seen = own or [(d, s) for d, s in before if s.parties]
    drafts = [d for d, s in seen if not s.aside] or [d for d, _ in seen] or [d for d in [here.about] if d]
    return named, each_once(drafts)


class CreditFinder:
    """Finds those whom the credit clauses of one passage name."""

    def __init__(self, here: Setting, clean: str, voices: Voices) -> None:
        self.here, self.passage, self.clean, self.voices = here, here.passage, clean, voices

    def find(self) -> tuple[Span, tuple[Voice, ...]] | None:
        """What stands before the verb of the first clause that only credits, and whom it names; None without one."""
        for verb in self.passage.words:
            if verb.meaning != "says" or "wish" in verb.flags or self._is_denied(verb):
                continue
            ahead = self._ahead(verb)
            voices, stop = self._walk(verb.span.stop)
            voices = ahead or voices  # behind him who tells stands where he did: *сообщил журналистам в Кремле*
            closes = not self.clean[stop : self.passage.span.stop].strip(LINKS + STOPS)
            points = self._points(verb)
            quoted = not points and any(q.start < verb.span.start for q in self.passage.quotations)
            if self._is_heard(verb) or (quoted and not self._is_public()):
                voices = [voice for voice in voices if not voice.leading]
            if voices and (points or (closes and self._trails(verb))):
                voices = [*self.here.outer, *voices, *self._behind_inserted(stop)]
                return Span(self.passage.span.start, verb.span.start), each_once(voices)
        return self._framed()

    def _is_heard(self, verb: Mark) -> bool:
        """Whether somebody hears it who stands right behind the verb: *Об этом сказал ему сам Моди*."""
        near = (p for p in self.passage.outside if 0 <= p.start - verb.span.stop <= 1)
        return any(p.naming.sort is Sort.PERSON and p.naming.cases == {Case.DATIVE} for p in near)

    def _is_public(self) -> bool:
        """Whether words are said to everybody; a leader's quoted ones may else be those that the other one heard."""
        posted = any(presence.naming.sort is Sort.PLATFORM for presence in self.passage.outside)
        return posted or bool(self.passage.between(self.passage.span.start, self.passage.span.stop, *PUBLICLY))

    def _framed(self) -> tuple[Span, tuple[Voice, ...]] | None:
        """An attribution at the head of a passage whose own naming is no more than part of one: *Как сообщает X, …*."""
        mark = next((w for w in self.passage.words if w.meaning == "according"), None)
        if mark is None or mark.span.start - self.passage.span.start > 1:
            return None
        voices = [voice for voice in self._walk(mark.span.stop)[0] if not voice.leading]
        return (self.passage.span, each_once(voices)) if voices else None

    def _behind_inserted(self, stop: int) -> list[Voice]:
        """Whoever told it to the one that a clause between commas names: *Об этом, пишет PAP, сказал X*."""
        later = self.passage.word(self._skip(stop + 1), "says") if self.clean[stop : stop + 1] == "," else None
        return self._walk(later.span.stop)[0] if later else []

    def _ahead(self, verb: Mark) -> list[Voice]:
        """Whoever stands between the pointer and the verb: *Об этом Трюдо написал …*."""
        place = end_before(self.clean, verb.span.start)
        near = [p for p in self.passage.presences if p.stop == place and p.naming.sort is Sort.PERSON]
        he = [p for p in near if p.naming.how is How.PRONOUN and Case.NOMINATIVE in p.naming.cases]
        meant = [voice for p in he if (voice := self.voices.of(p, self.here.about))]
        return meant or [voice for presence in near for voice in self._voice(presence, None)]

    def _is_denied(self, verb: Mark) -> bool:
        place = end_before(self.clean, verb.span.start)
        return self.passage.ending(place, "negative", "future", "subordinate") is not None

    def _points(self, verb: Mark) -> bool:
        """Whether little more than a pointer at what was told stands before the verb: *Об этом*, *О разговоре*."""
        start = self.passage.span.start
        if "points" in verb.flags and verb.span.start - start <= 1:
            return True
        head = self.clean[start : verb.span.start]
        quoted = any(quotation.start < verb.span.start for quotation in self.passage.quotations)
        if quoted or any(sign in head for sign in ";:"):
            return False
        if "," in head or len(head.split()) > OPENING:
            return self._opens_far(verb, head)
        told = any(start <= cue.span.start < verb.span.start and self._is_pointed_at(cue) for cue in self.passage.cues)
        return told or bool(self.passage.between(start, verb.span.start, "above"))

    def _is_pointed_at(self, cue: Cue) -> bool:
        """Whether a contact is what the clause tells of, not where or when it was said: *О беседе*, not *В беседе*."""
        start, stop = self.passage.span.start, cue.span.start
        about = any(scene.between(start, stop, "about") for scene in self.passage.scenes)
        return cue.noun and (about or stop - start <= 1)

    def _opens_far(self, verb: Mark, head: str) -> bool:
        """Whether the pointer opens the sentence, and no other verb of telling stands before this one."""
        start = self.passage.span.start
        alone = not self.passage.between(start, verb.span.start, "says")
        return alone and len(head.split()) <= FAR and self.passage.word(start, "above") is not None

    def _trails(self, verb: Mark) -> bool:
        """Whether the verb only tells and opens the last clause, behind a comma."""
        if not verb.flags & TELLS:
            return False
        place = end_before(self.clean, verb.span.start, over=LINKS)
        while word := self.passage.ending(place, "adverb", "publicly"):
            place = end_before(self.clean, word.span.start, over=LINKS)
        return place > self.passage.span.start and self.clean[place - 1] == ","

    def _walk(self, place: int) -> tuple[list[Voice], int]:
        """Those named from a place on with no more than words of telling between, and where they end."""
        stop, end = place, self.passage.span.stop
        head: Mark | None = None
        voices: list[Voice] = []
        unknown, fresh, led = 0, False, False
        while (place := self._skip(place)) < end:
            presence = next((p for p in self.passage.presences if p.start == place), None)
            word = self._word(place)
            if presence:
                voices += self._voice(presence, head)
                place = stop = presence.stop
                head, unknown, fresh, led = None, 0, False, False
            elif word:
                head = word if word.meaning in HEADS else head
                place, unknown, fresh, led = word.span.stop, 0, False, word.meaning in LEADING
                stop = max(stop, place)
            elif day := next((date for date in self.passage.dates if date.start == place), None):
                place = stop = day.stop
            elif self.clean[place] == ",":
                place, fresh = place + 1, True
            elif fresh or unknown == UNKNOWN or not (near := self._plain_word(place, led=led)):
                break
            else:
                place, unknown = near, unknown + 1
        if head and head.meaning == "again" and (told := self.voices.again(head)):
            voices.append(told)
        return voices, stop

    def _skip(self, place: int) -> int:
        while place < self.passage.span.stop and self.clean[place] in LINKS:
            place += 1
        return place

    def _word(self, place: int) -> Mark | None:
        word = self.passage.word(place, *SMALL, *HEADS, "says")
        return None if word and word.meaning == "says" and not word.flags & TELLS else word

    def _plain_word(self, place: int, *, led: bool) -> int | None:
        """The end of a word in small letters, or of a name that no sheet knows: a site, a word in quotation marks.

        `led`: a word for a house or a place before it lets it begin with a capital.
        """
        stop = place
        while stop < self.passage.span.stop and (self.clean[stop].isalnum() or self.clean[stop] in "-."):
            stop += 1
        word = self.clean[place:stop].rstrip(".")
        named = led or "." in word or self.clean[place - 1] in MARKS
        return place + len(word) if word and (word[0].islower() or named) else None

    def _voice(self, presence: Presence, head: Mark | None) -> Iterator[Voice]:
        """For whom a naming tells: a body for itself, a person where he is the subject or it is his office."""
        naming = presence.naming
        if naming.sort in (Sort.BODY, Sort.MEDIUM):
            voice = self.voices.of(presence, self.here.about)
        elif naming.sort in SIDES:
            voice = self._of_side(presence, head)
        elif naming.sort is not Sort.PERSON or naming.how is How.PRONOUN:
            return
        elif head and head.meaning in OWNED and Case.GENITIVE in naming.cases:
            named = self.voices.of(presence, self.here.about)
            voice = named and self.voices.note(self.voices.office(named, presence))
        elif not naming.cases or Case.NOMINATIVE in naming.cases or (head and head.meaning == "quotes"):
            voice = self.voices.of(presence, self.here.about)
        else:
            return
        if voice:
            yield voice

    def _of_side(self, presence: Presence, head: Mark | None) -> Voice | None:
        """A side, its people, its government's office; the office of the one who takes part for it."""
        if head and head.meaning == "office":
            return self.voices.government(presence)
        if head and "house" in head.flags:
            return self.voices.house(presence, self.here.about)
        return self.voices.of(presence, self.here.about) if presence.naming.how is How.TITLE else None
