"""Sayings that tell only that something was told, not what."""

from __future__ import annotations

from collections.abc import Iterable

from telcon.letters.han import HAN
from telcon.model.contacts import Utterance
from telcon.model.spans import Span
from telcon.reports.speech.audiences import Setting
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.utterances import end_before

LEAST, FEW = 12, 6
LEAST_HAN = 7
"""Where each character is a word of its own, with a space beside it: four of them."""
OBJECT = 3
"""Most words behind a verb that name no object of it."""

NEAR = 25
"""How far from the beginning of what is said the words stand by which somebody says that he says nothing."""


def is_empty(here: Setting, saying: Saying, said: tuple[Span, Utterance], clean: str, lengths: Iterable[Span]) -> bool:
    """Whether only the telling is told of, not what is said: *đưa tin theo cách của mình*.

    `said` is where in `clean` it stands and how it is given; `lengths` are the places of all durations.
    """
    span, kind = said
    if saying.verb.meaning == "denies" or "bare" in saying.verb.flags:
        return True
    if kind is Utterance.DIRECT or saying.whole or "whole" in saying.verb.flags:
        return False
    if here.passage.word(span.start, "joins"):
        return True
    short = len(span) < (LEAST_HAN if HAN.match(clean, span.start) else LEAST)
    if short or "tells" not in saying.verb.flags:
        agreed = "common" in saying.verb.flags and any(span.covers(cue.span) for cue in here.passage.cues)
        return short and not agreed
    linked = here.passage.ending(end_before(clean, saying.content), "that", "known")
    few = not linked and len(clean[span.start : span.stop].split()) < FEW
    spans = (
        *(cue.span for cue in here.passage.cues if "channel" not in cue.flags),
        *(presence.naming.span for presence in here.passage.presences),
        *lengths,
    )
    return few and not any(span.covers(known) for known in spans)


def tells_that(saying: Saying, stop: int, clean: str, *, spoken: bool, public: bool) -> bool:
    """Whether a leader tells that a contact took place where the verb says no more than that something is told.

    He does in `public`, or by a verb like *lên tiếng*, unless what it tells is no contact (`spoken`: it names one):
    *công bố khoản hỗ trợ*.
    """
    if "bare" in saying.verb.flags:
        return spoken or len(clean[saying.verb.span.stop : stop].split()) <= OBJECT
    return public and "takes" not in saying.verb.flags


def keeps_silent(here: Setting, saying: Saying) -> bool:
    """Whether an official only says that he says nothing: *nêu rõ ông “không thể xác nhận cũng như phủ nhận”*."""
    start = saying.quoted.start if saying.quoted else saying.content
    words = (word for word in (*here.passage.words, *here.passage.inner) if word.meaning == "silent")
    return not saying.chain[-1].leading and any(0 <= word.span.start - start <= NEAR for word in words)
