"""Sentences that go on with what a leader was saying, without a word that tells so: *Hai bên cần …*, 双方要…"""

from __future__ import annotations

from telcon.model.mentions import How, Sort
from telcon.model.spans import Span
from telcon.reports.scenes import Presence
from telcon.reports.speech.speakers import SIDES, Voice
from telcon.reports.speech.utterances import Passage, skip_blanks, skip_words

SPEAKERS = (Sort.GROUP, *SIDES)


def runs_on(passage: Passage, before: Passage | None, chain: tuple[Voice, ...], said: Span | None, clean: str) -> bool:
    """Whether a sentence is another one of the leader whose words (`said`) ended the one before it in its paragraph.

    It speaks of *us*, or says what both, or a side, should do; words of its own for who says it, it has none.
    """
    if before is None or said is None or not chain or before.paragraph != passage.paragraph:
        return False
    alone = chain[-1].leading and len(chain[-1].sources) == 1
    if not alone or passage.quotations or passage.first != before.first + len(before.scenes):
        return False
    start = skip_words(passage, clean, passage.span.start, "turn", "adverb")
    ours = passage.word(start, "ours") is not None
    return before.span.covers(said) and (ours or any(_opens(passage, p, start, clean) for p in passage.presences[:1]))


def _opens(passage: Passage, presence: Presence, start: int, clean: str) -> bool:
    if not 0 <= presence.start - start <= 1:
        return False
    if presence.naming.how is How.SPEAKER:
        return True
    if presence.naming.sort not in SPEAKERS:
        return False
    stop = skip_blanks(clean, presence.stop)
    return bool(passage.word(stop, "should") or passage.word(skip_words(passage, clean, stop, "adverb"), "should"))
