"""Where what somebody said begins and ends, and whether it is given in his own words."""

from __future__ import annotations

import re

from telcon.model.contacts import Utterance
from telcon.model.mentions import Mark
from telcon.model.spans import Span
from telcon.reports.attributions import Frame
from telcon.reports.utterances import MARKS, Passage, end_before, skip_blanks, trim

PAUSE = re.compile("[,;:]")
GLUED = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")
"""A stop without a space behind it."""

COLON, THAT, OPENING, LEAST, REMARK, WHOLE = 45, 90, 70, 12, 12, 1.6


def find_content(passage: Passage, clean: str, verb: Mark) -> int:
    """Where what is said begins behind a verb: past its object, *rằng* or a colon; at the verb where it is the act."""
    if verb.meaning == "acts":
        return verb.span.start
    return _past_links(passage, clean, _past_hearer(passage, clean, verb))


def _past_hearer(passage: Passage, clean: str, verb: Mark) -> int:
    place, stop = verb.span.stop, _next_quotation(passage, verb.span.stop)
    if "hearer" in verb.flags:
        return _past_naming(passage, clean, place)
    if (told := _past_setting(passage, clean, place)) is not None:
        return told
    pause = PAUSE.search(clean, place, min(place + COLON, stop))
    if pause and pause[0] == ":":
        return pause.end()
    limit = min(place + THAT, stop)
    that = next((w.span for w in passage.between(place, limit, "that") if "clause" in w.flags), None)
    if that and not _speaks(passage, clean, place, that.start) and "," not in clean[place : that.start].rstrip(" ,"):
        return that.stop
    if hearer := passage.word(skip_blanks(clean, place), "to"):
        return _past_naming(passage, clean, hearer.span.stop)
    told = _past_naming(passage, clean, place)
    return told if told > place and passage.word(skip_blanks(clean, told), "that") else place


def _past_setting(passage: Passage, clean: str, place: int) -> int | None:
    """Behind *that*, where only when, where and to whom it was said stands before: *said on Monday in Tokyo that …*."""
    start = place
    while True:
        at = skip_blanks(clean, place)
        if word := passage.word(at, "that"):
            return word.span.stop if place > start else None
        word = passage.word(at, "publicly", "adverb", "frame", "to", "adjunct")
        near = next((span.stop for span in passage.dates if span.start == at), None)
        if near is None and (word is None or word.meaning in ("to", "adjunct")):
            after = skip_blanks(clean, word.span.stop) if word else at
            near = next((p.stop for p in passage.presences if 0 <= p.start - after <= 1), None)
            near = near or next((w.span.stop for w in (passage.word(after, "publicly"),) if w), None)
        step = near or (word.span.stop if word and word.meaning not in ("to", "adjunct") else None)
        if step is None or step <= place:
            return None
        place = step


def _speaks(passage: Passage, clean: str, start: int, stop: int) -> bool:
    """Whether another verb of speech stands there; after *một buổi* it is a noun."""
    verbs = passage.between(start, stop, "says", "acts")
    return any(not passage.ending(end_before(clean, verb.span.start), "nominal") for verb in verbs)


def _past_naming(passage: Passage, clean: str, place: int) -> int:
    place = skip_blanks(clean, place)
    while word := passage.word(place, "head"):
        place = skip_blanks(clean, word.span.stop)
    for presence in passage.presences:
        if 0 <= presence.start - place <= 1:
            known = passage.word(skip_blanks(clean, presence.stop), "known")
            return known.span.stop if known else presence.stop
    if word := passage.word(place, "publicly", "adverb"):
        return word.span.stop
    return place


def _past_links(passage: Passage, clean: str, place: int) -> int:
    while True:
        at = skip_blanks(clean, place)
        if clean[at : at + 1] in (",", ":"):
            place = at + 1
        elif word := passage.word(at, "that"):
            place = word.span.stop
        else:
            return at


def _next_quotation(passage: Passage, place: int) -> int:
    return min([q.start - 1 for q in passage.quotations if q.start > place], default=passage.span.stop)


def shape_content(
    passage: Passage, clean: str, span: Span, frames: list[Frame], *, quoted: Span | None = None
) -> tuple[Span, Utterance]:
    """The span of a statement as it is kept, and whether it is direct; `quoted` is a quotation that it wholly is."""
    if quoted:
        return quoted, Utterance.DIRECT
    span = _without_frames(span, frames)
    span = trim(clean, span)
    for quotation in passage.quotations:
        if span.start <= quotation.start and quotation.stop <= span.stop and _is_whole(clean, span, quotation, passage):
            return quotation, Utterance.DIRECT
    return span, Utterance.INDIRECT


def _without_frames(span: Span, frames: list[Frame]) -> Span:
    for frame in frames:
        if frame.span.start <= span.start < frame.span.stop:
            span = Span(min(frame.span.stop, span.stop), span.stop)
        if span.start < frame.span.start < span.stop <= frame.span.stop:
            span = Span(span.start, frame.span.start)
    return span


def _is_whole(clean: str, span: Span, quotation: Span, passage: Passage) -> bool:
    """Whether the quotation is all that was said, or says at the end how the contact was."""
    if quotation.start - span.start <= 1:
        rest = clean[quotation.stop : span.stop].strip(MARKS + " .")
        return len(quotation) * WHOLE >= len(span) or rest.startswith(",")
    if span.stop - quotation.stop > 1:
        return False
    near = [cue for cue in passage.cues if span.start <= cue.span.start < quotation.start]
    spoken = [cue for cue in near if not passage.between(cue.span.stop, quotation.start, "joins")]
    opening = quotation.start - span.start
    return len(quotation) > opening * 2 or (bool(spoken) and opening <= OPENING)


def cut_content(passage: Passage, clean: str, start: int, stop: int) -> int:
    """Where what was said ends: before a clause of its own, or before what they only dealt with."""
    for presence in passage.outside:
        if start < presence.start < stop and presence.leader and _follows(clean, ";", presence.start):
            stop = presence.start
            break
    for word in passage.between(start, stop, "parts", "turn"):
        if _follows(clean, ";", word.span.start):
            stop = word.span.start
            break
    for word in passage.between(start, stop, "quotes"):
        if _follows(clean, ",", word.span.start, since=start):
            stop = word.span.start
            break
    stop = end_before_remark(passage, clean, Span(start, stop))
    for word in passage.between(start, stop, "deals"):
        joins = passage.ending(end_before(clean, word.span.start), "joins")
        if joins and _follows(clean, ",", joins.span.start):
            return joins.span.start
    return stop


def end_before_remark(passage: Passage, clean: str, span: Span) -> int:
    """Where words end before what the page adds of its own, before where they were said, or at a lost space."""
    stop = span.stop
    if glued := GLUED.search(clean, span.start, stop):
        stop = glued.start() if clean[glued.end()].isupper() else stop
    for word in passage.between(span.start, stop, "remark", "withholds", "frame"):
        if _ends(clean, word, span.start, stop):
            return end_before(clean, word.span.start, over=" ,")
    return stop


def _ends(clean: str, word: Mark, start: int, stop: int) -> bool:
    """Whether the page speaks itself from a word on, or tells where it was said, with nothing more behind."""
    if end_before(clean, word.span.start, over=" ,") - start < LEAST:
        return False
    if word.meaning == "remark":
        return "," in clean[max(start, word.span.start - REMARK) : word.span.start]
    return word.meaning == "withholds" or not any(sign in clean[word.span.stop : stop] for sign in ",;:")


def _follows(clean: str, sign: str, place: int, *, since: int = 0) -> bool:
    """Whether a sign stands before `place`, with no more than spaces between."""
    return clean.endswith(sign, since, end_before(clean, place))


def before_links(passage: Passage, clean: str, stop: int) -> int:
    """The end of a clause, without the words that link the next one to it."""
    while word := passage.ending(end_before(clean, stop, over=" ,"), "joins", "parts", "turn"):
        stop = word.span.start
    return stop
