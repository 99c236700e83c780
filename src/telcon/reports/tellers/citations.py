"""Those whom a passage names beside the one who tells: *Axios reports, citing an aide*, *It was confirmed by Ushakov*.

They tell of the contacts that the passage tells of. They add tellers, no statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from telcon.model.contacts import Source
from telcon.model.mentions import Mark
from telcon.reports.drafts import Draft
from telcon.reports.speech.audiences import Setting
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.sayings import SayingFinder
from telcon.reports.speech.speakers import Voice
from telcon.reports.speech.utterances import Passage, end_before

CITED = ("quotes", "passive")
"""Meanings of words without which a passage cites nobody."""


def find_cited(finder: SayingFinder, numbers: Iterable[int]) -> Iterator[tuple[int, Source]]:
    """Whom a passage cites, and by whom it was told, as tellers of the contacts (by number) that it tells of.

    Those who took part are none: one who *was briefed by Putin* heard him in the contact itself.
    """
    voices = [voice for voice in _cited(finder) if not voice.leading]
    for number in dict.fromkeys(numbers):
        for voice in voices:
            for source in voice.sources:
                yield number, source


def points_at_contact(passage: Passage) -> bool:
    """Whether a passage points at the contact in hand, or cites somebody on it: *It was confirmed by Ushakov*."""
    quotes = any(word.meaning == "quotes" for word in passage.words)
    opens = passage.word(passage.span.start, "says", "according")
    return quotes or opens is not None or "above" in passage.meanings or any(cue.noun for cue in passage.cues)


def find_told_ahead(here: Setting, sayings: Sequence[Saying]) -> Iterator[tuple[Draft, Source]]:
    """Those according to whom a passage speaks, for the contacts that it tells of before anybody else says a thing."""
    if not sayings or not here.frames or here.frames[0].last:
        return
    start, stop = here.frames[0].span.stop, sayings[0].start
    for draft, sighting in here.seen:
        if sighting.parties and start <= sighting.cue.span.start < stop:
            yield from ((draft, source) for voice in here.outer if not voice.leading for source in voice.sources)


def _cited(finder: SayingFinder) -> Iterator[Voice]:
    passage = finder.passage
    for word in passage.words:
        if word.meaning == "quotes":
            yield from finder.citing.cited(word)[0]
        elif word.meaning == "says":
            yield from _by_whom(finder, word)


def _by_whom(finder: SayingFinder, verb: Mark) -> tuple[Voice, ...]:
    """By whom it was told: *was confirmed by Ushakov*, *được Điện Kremlin xác nhận*; what one wants is not told."""
    if "takes" in verb.flags:
        return ()
    place = end_before(finder.clean, verb.span.start)
    if finder.passage.ending(place, "passive"):
        return finder.citing.behind(verb)
    near = next((p for p in finder.presences if p.stop == place), None)
    inner = near and finder.passage.ending(end_before(finder.clean, near.start), "passive")
    return finder.citing.voiced(near) if near and inner else ()
