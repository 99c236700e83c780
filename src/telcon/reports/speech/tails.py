"""Verbs of speech that stand behind what they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.spans import Span
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.speakers import SIDES
from telcon.reports.speech.standings import VERBS
from telcon.reports.speech.unnamed import Subject
from telcon.reports.speech.utterances import MARKS, Passage, end_before, trim

TAIL, CLAUSE, CLOSING, PLACE = 45, 25, 90, 24


def is_tail(passage: Passage, clean: str, frames: Sequence[Frame], subject: Subject, content: int) -> bool:
    """Whether nothing but a place, a day or a source stands behind the verb, and the clause before it.

    A side that takes its leader's position tells nothing: *…, 中方主张在联合国框架内解决*.
    """
    if subject.presence and subject.presence.naming.sort in SIDES and subject.voice.leading:
        return False
    start = end_before(clean, subject.start, over=" \xa0–—-")
    if start <= passage.span.start or clean[start - 1] != "," or start - passage.span.start < CLAUSE:
        return False
    close = min([frame.span.start for frame in frames if frame.last], default=passage.span.stop)
    content = min(content, close)
    end = trim(clean, Span(content, close))
    closing = passage.ending(end.stop, "says")
    if closing and "tells" in closing.flags and closing.span.start >= content and len(end) <= CLOSING:
        return True
    rest = clean[content:close].strip(" .…" + MARKS)
    told = any(content <= cue.span.start < close for cue in passage.cues)
    if passage.word(content, "frame"):
        return not passage.between(content, passage.span.stop, *VERBS) and ", " not in rest
    return not rest or (
        len(rest) <= TAIL
        and (
            passage.word(content, "adjunct", "publicly", "quotes") is not None
            or any(date.start == content and end.stop - date.stop <= PLACE and not told for date in passage.dates)
        )
    )
