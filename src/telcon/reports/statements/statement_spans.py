"""Where what somebody said begins and ends, and whether it is given in his own words."""

from __future__ import annotations

import re

from telcon.model.contacts import Utterance
from telcon.model.mentions import Mark, Sort
from telcon.model.spans import Span
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.utterances import MARKS, Passage, end_before, skip_blanks, trim

PAUSE = re.compile("[,;:]")
GLUED = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")
"""A stop without a space behind it."""

COLON, THAT, OPENING, LEAST, REMARK, WHOLE, NOUN, FEW = 45, 90, 70, 12, 12, 1.6, 25, 2


def find_content(passage: Passage, clean: str, verb: Mark) -> int:
    """Where what is said begins behind a verb: past its object, *rằng* or a colon; at the verb where it is the act."""
    if verb.meaning == "acts":
        return verb.span.start
    return _past_links(passage, clean, _past_hearer(passage, clean, verb))


def _past_hearer(passage: Passage, clean: str, verb: Mark) -> int:
    place, stop = verb.span.stop, _next_quotation(passage, verb.span.stop)
    if "hearer" in verb.flags:
        named = _past_naming(passage, clean, place)
        if named == place and (linked := _past_link(passage, clean, place)):
            return linked
        return _past_setting(passage, clean, named, open_end=named > place) or named
    if (told := _past_setting(passage, clean, place)) is not None:
        return told
    pause = PAUSE.search(clean, place, min(place + COLON, stop))
    if pause and pause[0] == ":":
        return pause.end()
    limit = min(place + THAT, stop)
    that = next((w.span for w in passage.between(place, limit, "that") if "clause" in w.flags), None)
    run_in = that is not None and not set(",;").intersection(clean[place : that.start].rstrip(" ,"))
    if that and run_in and not _speaks(passage, clean, place, that.start):
        return that.stop
    if hearer := passage.word(skip_blanks(clean, place), "to"):
        return _past_naming(passage, clean, hearer.span.stop)
    told = _past_naming(passage, clean, place)
    return told if told > place and passage.word(skip_blanks(clean, told), "that") else place


def _past_setting(passage: Passage, clean: str, place: int, *, open_end: bool = False) -> int | None:
    """Behind *that*, where only when, where and to whom it was said stands before: *said on Monday in Tokyo that …*.

    With `open_end`, also where *that* is left out: *told him by phone on Monday the war must end*.
    """
    start = place
    while True:
        at = skip_blanks(clean, place)
        if word := passage.word(at, "that"):
            return word.span.stop if place > start else None
        step = _past_step(passage, clean, at, named=not open_end)
        if (step is None or step <= place) and place > start and (linked := _past_link(passage, clean, place)):
            return linked
        if step is None or step <= place:
            return place if open_end and place > start and clean[at : at + 1].isalpha() else None
        place = step


def _past_link(passage: Passage, clean: str, place: int) -> int | None:
    """Behind the first *that* near a place, where nobody speaks, or is named, and no comma stands before it."""
    that = next((word.span for word in passage.between(place, place + COLON, "that") if "link" in word.flags), None)
    if that is None or "," in clean[place : that.start] or _speaks(passage, clean, place, that.start):
        return None
    named = any(place <= p.start < that.start and p.naming.sort is Sort.PERSON for p in passage.presences)
    return None if named else that.stop


def _past_step(passage: Passage, clean: str, at: int, *, named: bool) -> int | None:
    """The end of a date, a place, a channel or somebody to whom it was said, from `at` on; None for other words.

    `named`: whoever hears it may stand there without a word before him.
    """
    if near := next((span.stop for span in passage.dates if span.start == at), None):
        return near
    word = passage.word(at, "publicly", "adverb", "frame", "to", "adjunct")
    if word and word.meaning not in ("to", "adjunct"):
        return word.span.stop
    after = skip_blanks(clean, word.span.stop) if word else at
    near = next((p.stop for p in passage.presences if 0 <= p.start - after <= 1), None)
    if word is None and (near is None or not named):
        return next((cue.span.stop for cue in passage.cues if cue.span.start == at and "channel" in cue.flags), None)
    near = near or next((span.stop for span in passage.dates if span.start == after), None)
    if near or (publicly := passage.word(after, "publicly")):
        return near or (publicly.span.stop if publicly else None)
    noun = next((cue for cue in passage.cues if 0 <= cue.span.start - after <= NOUN), None)
    gap = clean[after : noun.span.start].split() if noun else []
    return noun.span.stop if noun and noun.noun and len(gap) <= FEW else None


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
            after = skip_blanks(clean, presence.stop)
            known = None if any(day.start == after for day in passage.dates) else passage.word(after, "known")
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
