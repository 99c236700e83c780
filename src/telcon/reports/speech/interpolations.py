"""Who tells of something behind or within it: *…, said Ushakov*; *Taiwan, it said, is …*.

Only in languages whose packs say so (`speech_within`).
"""

from __future__ import annotations

from telcon.model.mentions import How, Mark, Sort
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.subjects import SubjectFinder
from telcon.reports.speech.unnamed import Subject
from telcon.reports.speech.utterances import MARKS, end_before, skip_blanks

HEADS = ("head", "press", "again")
"""Words before the name of a medium, or for one told of before: *said the news agency ANI*, *said the paper*."""

SIGNS = frozenset(",?!—–-" + MARKS)
ENDS = frozenset(",.;:(—–" + MARKS)
FIRST, LEAST = 4, 3


def find_teller(subjects: SubjectFinder, verb: Mark) -> Subject | None:
    """Who stands right behind a verb that closes what was said: *“…,” said Ushakov*."""
    clean, start = subjects.clean, subjects.passage.span.start
    place = end_before(clean, verb.span.start, over=" \xa0")
    if verb.meaning != "says" or verb.flags & {"hearer", "shared"} or place <= start or clean[place - 1] not in SIGNS:
        return None
    if subjects.passage.ending(place - 1, "frame"):
        return None
    head = subjects.passage.word(skip_blanks(clean, verb.span.stop), *HEADS)
    place = head.span.stop if head else verb.span.stop
    presence = next((p for p in subjects.presences if 0 <= p.start - place <= 1), None)
    if presence is None:
        return _pointed_at(subjects, verb, head) if head and head.meaning == "again" else None
    if presence.naming.how is How.PRONOUN or presence.naming.sort in (Sort.STATE, Sort.CAPITAL):
        return None
    if not _closes(subjects, presence.stop):
        return None
    voice = subjects.voices.of(presence, subjects.draft)
    return Subject(voice, verb.span.start, presence) if voice else None


def _pointed_at(subjects: SubjectFinder, verb: Mark, word: Mark) -> Subject | None:
    """Whoever was told of last, where a word for him stands behind a verb: *…, said the paper*."""
    voice = subjects.voices.again(word) if _closes(subjects, word.span.stop) else None
    return Subject(voice, verb.span.start) if voice else None


def _closes(subjects: SubjectFinder, place: int) -> bool:
    """Whether a clause ends with the one who stands before `place`, but for when and where it was said."""
    stop = pass_by(subjects, place)
    rest = subjects.clean[stop : subjects.passage.span.stop].lstrip(" )")
    return (
        stop > place or not rest or rest[0] in ENDS or subjects.passage.word(place + 1, "adjunct", "joins") is not None
    )


def stands_within(subjects: SubjectFinder, verb: Mark, subject: Subject) -> bool:
    """Whether one who tells stands, between commas, within what he tells of: *Taiwan, it said, is …*."""
    clean, passage = subjects.clean, subjects.passage
    start = subjects.before(subject.start)
    if start - passage.span.start < FIRST or clean[start - 1] != "," or verb.meaning != "says":
        return False
    stop = pass_by(subjects, verb.span.stop)
    rest = clean[stop : passage.span.stop]
    if passage.word(skip_blanks(clean, stop + 1), "quotes"):
        return False
    return rest.startswith(",") and rest[1:2] == " " and len(rest.split()) > LEAST


def tells_within(subjects: SubjectFinder, before: Saying, saying: Saying) -> bool:
    """Whether who tells stands within what another one said: *the two agreed, Rao said, to go on*."""
    if before.quoted or before.tail or saying.quoted or saying.chain[-1] in before.chain:
        return False
    inner = before.verb.span.stop < saying.start
    return inner and stands_within(subjects, saying.verb, Subject(saying.chain[-1], saying.start))


def pass_by(subjects: SubjectFinder, place: int) -> int:
    """The end of what tells when, where and to whom it was said, from `place` on."""
    clean, passage = subjects.clean, subjects.passage
    while True:
        at = skip_blanks(clean, place)
        date = next((span for span in passage.dates if span.start == at), None)
        word = passage.word(at, "publicly", "adverb", "frame")
        if date is None and word is None:
            return place
        place = date.stop if date else word.span.stop if word else place


def find_between(subjects: SubjectFinder, place: int) -> Subject | None:
    """Who tells between two parts of what he said: *“…,” said Ushakov, “…”*; `place` is where the second begins."""
    place = subjects.before(end_before(subjects.clean, place, over=",. "))
    if verb := subjects.passage.ending(place, "says"):
        return subjects.of(verb)
    presence = next((p for p in subjects.presences if p.stop == place), None)
    verb = subjects.passage.ending(subjects.before(presence.start), "says") if presence else None
    return find_teller(subjects, verb) if verb else None
