"""Those whom a passage names beside the one who tells: *Axios reports, citing an aide*, *It was confirmed by Ushakov*.

They tell of the contacts that the passage tells of. They add tellers, no statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from telcon.model.contacts import Source
from telcon.model.mentions import Mark
from telcon.reports.sayings import SayingFinder
from telcon.reports.speakers import Voice
from telcon.reports.utterances import end_before

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


def _cited(finder: SayingFinder) -> Iterator[Voice]:
    passage = finder.passage
    for word in passage.words:
        if word.meaning == "quotes":
            yield from finder.cited(word)[0]
        elif word.meaning == "says":
            yield from _by_whom(finder, word)


def _by_whom(finder: SayingFinder, verb: Mark) -> tuple[Voice, ...]:
    """By whom it was told: *was confirmed by Ushakov*, *được Điện Kremlin xác nhận*."""
    place = end_before(finder.clean, verb.span.start)
    if finder.passage.ending(place, "passive"):
        return finder.behind(verb)
    near = next((p for p in finder.presences if p.stop == place), None)
    inner = near and finder.passage.ending(end_before(finder.clean, near.start), "passive")
    return finder.voiced(near) if near and inner else ()
