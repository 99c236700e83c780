"""Cutting the article into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from telcon.languages.packs import Pack
from telcon.mentions.numerals import once_per_pack
from telcon.model.mentions import Sentence
from telcon.model.spans import Span
from telcon.model.texts import Role, Text
from telcon.model.values import value
from telcon.text.paragraphs import TITLES, cut_paragraphs

CAPITALS = "".join(letter for letter in map(chr, range(0xC0, 0x1EF9)) if letter.isupper())
END = re.compile(
    r"[.!?…](?:"
    r"(?:[\"”’»」』')\]]| [”»](?=\s))*\s+(?=[\"“‘«「『《【'(\[-]*\s?[A-Z" + CAPITALS + r"0-9\u3400-\u9fff])"
    # Where the space is lost.
    r"|(?<=[^\W\d_A-Z](?:[^\W\d_A-Z]|[”\"’»])[.!?…])(?=[A-Z" + CAPITALS + r"][^\W\d_A-Z]))"
)
UNSPACED_END = re.compile(r"(?:[。！？!?]|……)[”’」』）)\"]*\s*")
ATTRIBUTION = 60
"""Characters of the longest attribution behind a quotation."""

QUOTED = re.compile("[.!?…] ?[”」』]")
LONGEST_WORD = 12
"""Letters of the longest abbreviation, and one more."""

LONGEST = 2000
"""Characters beyond which words without a stop are no sentence: ten times the length of a long one."""

PAUSES = ("; ", ", ", "；", "，", " ")


@value(frozen=True, slots=True)
class _Signs:
    """Where sentences of a language end, and the abbreviations whose stop ends none."""

    end: re.Pattern[str]
    abbreviation: re.Pattern[str]
    attribution: re.Pattern[str] | None


def cut_sentences(text: Text, pack: Pack) -> tuple[Sentence, ...]:
    """Cut the article's lines into sentences, in order; a paragraph wrapped over lines is put together first.

    What goes on without a stop for more than `LONGEST` characters is cut at its pauses.
    """
    view, signs, found = text.view, _load_signs(pack), list[Sentence]()
    for number, (span, line) in enumerate(cut_paragraphs(text)):
        lead = line.role is Role.LEAD
        for piece in _pieces(view.clean, span, signs):
            for part in _parts(view.clean, piece):
                found.append(Sentence(part, line.number, line.role in TITLES, lead, number))
    return tuple(found)


@once_per_pack
def _load_signs(pack: Pack) -> _Signs:
    words = cast(list[str], pack.settings.get("abbreviations", []))
    # The letters of initials, and the listed words.
    abbreviation = re.compile(rf"(?:^|[\s(“\"«.])(?:{'|'.join(['[A-ZĐА-Я]', *map(re.escape, words)])})\.$")
    return _Signs(END if pack.spaced else UNSPACED_END, abbreviation, _attribution(pack))


def _attribution(pack: Pack) -> re.Pattern[str] | None:
    """What tells who said the words before it, where a language puts that behind their full stop: “……。”他说。"""
    if pack.settings.get("attribution_behind") is not True:
        return None
    verbs = {re.escape(text) for form in pack["speech"].meaning("says") for text in form.spellings()}
    return re.compile(rf"[^.!?;:,“”「」]{{2,{ATTRIBUTION}}}(?:{'|'.join(verbs)})\.")


def _pieces(clean: str, span: Span, signs: _Signs) -> Iterator[Span]:
    start = span.start
    for end in signs.end.finditer(clean, span.start, span.stop):
        before = clean[max(span.start, end.start() - LONGEST_WORD) : end.start() + 1]
        if before[-1] == "." and signs.abbreviation.search(before):
            continue
        if signs.attribution and QUOTED.match(end[0]) and signs.attribution.match(clean, end.end(), span.stop):
            continue
        yield _trim(clean, start, end.end())
        start = end.end()
    if start < span.stop:
        yield _trim(clean, start, span.stop)


def _parts(clean: str, piece: Span) -> Iterator[Span]:
    """A sentence as it is, or in parts where it has no end."""
    start = piece.start
    while piece.stop - start > LONGEST:
        stop = _pause(clean, start + LONGEST // 2, start + LONGEST)
        yield _trim(clean, start, stop)
        start = stop
    yield _trim(clean, start, piece.stop) if start > piece.start else piece


def _pause(clean: str, start: int, stop: int) -> int:
    """Where a pause ends: the last within `[start, stop)`, semicolons before commas; `stop` where there is none."""
    for sign in PAUSES:
        if (place := clean.rfind(sign, start, stop)) >= 0:
            return place + len(sign)
    return stop


def _trim(clean: str, start: int, stop: int) -> Span:
    while start < stop and clean[start].isspace():
        start += 1
    while stop > start and clean[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
