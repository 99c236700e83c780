"""Subjects behind their verbs: *said Ushakov*, *сообщил журналистам Песков*, *говорится в сообщении Кремля*."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.inflections import Case
from telcon.languages.packs import Pack
from telcon.mentions.numerals import once_per_pack
from telcon.model.mentions import Mark, Sort
from telcon.model.spans import Span
from telcon.reports.scenes import Presence
from telcon.reports.speech.utterances import MARKS, Passage, end_before, skip_blanks, skip_words

BETWEEN = ("adverb", "publicly", "to", "head", "place", "official", "above", "office", "frame", "rank")
"""Words that may stand between a verb and its subject behind it."""

PLACES = frozenset({Sort.BODY, Sort.MEDIUM, Sort.STATE, Sort.CAPITAL})
COMMAS, JOINED = (",", "、"), 6
CITED = 2
"""Most words between a word of quoting and the name of the one quoted."""

DATIVE = frozenset({Case.DATIVE})
STEPS, DASHES = 6, " \xa0–—-"
TITLE, STOPS = 7, frozenset(",;:.!?()–—" + MARKS)
"""Most words of a title between a verb and the name behind it, and signs that stand in none."""


@once_per_pack
def inverts(pack: Pack) -> bool:
    """Whether a subject may stand behind its verb."""
    return pack.settings.get("inversion") is True


def may_act(passage: Passage, clean: str, presence: Presence) -> bool:
    """Whether a naming may be a subject, as far as its endings tell: in the nominative, or a place where it is said."""
    cases = presence.naming.cases
    if not cases or Case.NOMINATIVE in cases:
        return True
    place = end_before(clean, presence.start)
    office = passage.office(place)
    if office and Case.GENITIVE in cases:
        within = " " in clean[office.span.start : office.span.stop]
        return within or _opens(passage, clean, office) or _is_where(passage, clean, office.span.start)
    if presence.naming.sort not in PLACES:
        return False
    # *в Кремле*, *в сообщении Кремля*, *в пресс-службе Кремля*, *сайт Кремля*
    if any(w.meaning == "again" and w.span.start < presence.start < w.span.stop for w in passage.words):
        return True
    document = passage.ending(place, "account", "frame")
    if document and (document.meaning == "frame" or _opens(passage, clean, document)):
        return True
    return _is_where(passage, clean, document.span.start if document else presence.start)


def _opens(passage: Passage, clean: str, word: Mark) -> bool:
    """Whether a word opens a clause: *Канцелярия Беннета сообщает*."""
    place = end_before(clean, word.span.start)
    return place <= passage.span.start or not clean[place - 1].isalnum()


def _is_where(passage: Passage, clean: str, start: int) -> bool:
    """Whether *in* stands before what begins at `start`, one word between: *в коротком релизе*."""
    place = end_before(clean, start)
    if passage.ending(place, "place"):
        return True
    before = clean.rfind(" ", passage.span.start, place)
    word = clean[before + 1 : place]
    return before > 0 and word.isalpha() and word.islower() and passage.ending(before, "place") is not None


def find_host(presences: Sequence[Presence], clean: str, place: Presence) -> Presence:
    """The body at a place, where its name stands before it, else the place: *Посольство США в Москве сообщило*."""
    stop = end_before(clean, clean.rfind(" ", 0, end_before(clean, place.start)))
    named = (p for p in presences if p.stop == stop and Case.NOMINATIVE in p.naming.cases)
    return next(named, place)


def stands_free(passage: Passage, clean: str, presence: Presence) -> bool:
    """Whether a naming hangs on nothing, as far as its ending and the word before it tell: not *в Белом доме*."""
    hangs = passage.ending(end_before(clean, presence.start), "of", "place", "to", "publicly", "adjunct")
    return hangs is None and (not presence.naming.cases or Case.NOMINATIVE in presence.naming.cases)


def find_behind(passage: Passage, clean: str, presences: Sequence[Presence], verb: Mark) -> Presence | None:
    """The naming behind a verb that may be its subject, with no more than adverbs, dates and hearers between.

    A name may stand behind a longer title, of which not all words are known: *рассказал посол в Москве X*.
    """
    near = _find_close(passage, clean, presences, verb)
    if near and near.naming.sort is Sort.MEDIUM:  # *заявил РИА Новости Рябков*
        return find_titled(passage, clean, presences, verb, heard=near) or near
    if near is None or not near.naming.name or near.naming.sort is not Sort.PERSON:
        return find_titled(passage, clean, presences, verb) or near
    return near


def find_titled(
    passage: Passage, clean: str, presences: Sequence[Presence], verb: Mark, *, heard: Presence | None = None
) -> Presence | None:
    """Who is named in the nominative behind a verb, or whoever `heard` it, with a title in small letters before him."""
    start = skip_blanks(clean, heard.stop if heard else verb.span.stop)
    if not clean[start : start + 1].islower() or passage.word(start, "that", "clause", "quotes", "adjunct"):
        return None
    for presence in presences:
        gap = clean[start : presence.start]
        if presence.start < start or not presence.naming.name or presence.naming.sort is not Sort.PERSON:
            continue
        if set(gap) & STOPS or len(gap.split()) > TITLE or passage.between(start, presence.start, "says", "acts"):
            return None
        hangs = passage.ending(end_before(clean, presence.start), "of", "place", "to", "adjunct", "quotes", "joins")
        if (not presence.naming.cases or Case.NOMINATIVE in presence.naming.cases) and not hangs:
            return presence
    return None


def _find_close(passage: Passage, clean: str, presences: Sequence[Presence], verb: Mark) -> Presence | None:
    place = skip_blanks(clean, verb.span.stop)
    owned = "document" in verb.flags
    for _ in range(STEPS):
        found = next((p for p in presences if p.start == place), None)
        if found and found.naming.cases == DATIVE:
            place = skip_blanks(clean, found.stop)
            continue
        if not found and clean[end_before(clean, verb.span.start, over=DASHES) - 1] == ",":
            found = _within(passage, presences, place)
        if found:
            whose = owned and Case.GENITIVE in found.naming.cases
            return found if whose or may_act(passage, clean, found) else None
        day = next((date for date in passage.dates if date.start == place), None)
        between = None if day else passage.word(place, *BETWEEN) or passage.office_from(place)
        if between is None and (cited := _past_cited(passage, clean, presences, place)):
            place = skip_blanks(clean, cited)
            continue
        if not between and not day:
            return None
        owned = owned or (between is not None and between.meaning in ("official", "again"))
        place = skip_blanks(clean, between.span.stop if between else day.stop if day else place)
        if clean[place : place + 1] == ",":
            return None
    return None


def _within(passage: Passage, presences: Sequence[Presence], place: int) -> Presence | None:
    """The naming that begins within words for somebody told of before: *в пресс-службе* of *пресс-служба Ватикана*."""
    again = passage.word(place, "again")
    return next((p for p in presences if again and again.span.start < p.start < again.span.stop), None)


def _past_cited(passage: Passage, clean: str, presences: Sequence[Presence], place: int) -> int | None:
    """The end of whom a paper quotes, where he stands before its name: *сообщила со ссылкой на Кремль газета …*."""
    word = passage.word(place, "quotes")
    cited = next((p for p in presences if p.start >= word.span.stop), None) if word else None
    if word is None or cited is None:
        return None
    gap = clean[word.span.stop : cited.start]
    return None if "," in gap or len(gap.split()) > CITED else cited.stop


def may_join(other: Presence, presence: Presence) -> bool:
    """Whether both are people, or both bodies or media."""
    sorts = (other.naming.sort, presence.naming.sort)
    return bool(other.leader and presence.leader) or all(sort in (Sort.BODY, Sort.MEDIUM) for sort in sorts)


def run_behind(passage: Passage, clean: str, presences: Sequence[Presence], first: Presence) -> list[Presence]:
    """A subject behind its verb with those joined to it on its right."""
    run = [first]
    for other in presences:
        start, stop = run[-1].stop, other.start
        joined = clean[start:stop].strip() in COMMAS or passage.between(start, stop, "joins")
        if 0 < stop - start <= JOINED and joined and may_join(other, first) and Case.NOMINATIVE in other.naming.cases:
            run.append(other)
    return run


def find_parentheses(passage: Passage, clean: str) -> list[tuple[Mark, Presence, Span]]:
    """Verbs of speech with the subject behind them, between commas: *this, said Ushakov, was …*."""
    found: list[tuple[Mark, Presence, Span]] = []
    for verb in passage.words:
        if verb.meaning != "says":
            continue
        start = end_before(clean, verb.span.start, over=DASHES)
        presence = find_behind(passage, clean, passage.outside, verb)
        if presence is None or start <= passage.span.start or clean[start - 1] != ",":
            continue
        stop = skip_words(passage, clean, presence.stop, "publicly", "adverb")
        if clean[stop : stop + 1] == "," and stop + 1 < passage.span.stop and clean[start - 2] not in MARKS:
            found.append((verb, presence, Span(start - 1, stop + 1)))
    return found
