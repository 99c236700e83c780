"""Where a text tells a date, and what its words say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from telcon.languages.packs import Pack
from telcon.mentions.dates.expressions import Calendar, DateMention
from telcon.mentions.dates.openings import DIGITS, ENDED, Openings
from telcon.mentions.dates.patterns import Found, Scanner, Slots
from telcon.mentions.dates.wordings import read_clock, read_expression, read_tense
from telcon.mentions.numerals import numeral_pattern, numeral_words, once_per_pack
from telcon.model.spans import Span
from telcon.model.values import value

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_GIVEN = {
    "day": _DAY,
    "month": _MONTH,
    "year": _YEAR,
    "brief": r"[0-2]\d(?!\d)",
    "reign": r"\d{1,3}(?!\d)",
    "century": r"1\d\d(?!\d)",
    "between": _DAY,
    "endday": _DAY,
    "endmonth": _MONTH,
    "endyear": _YEAR,
    "dash": " ?[-–—] ?",
    "hour": r"(?:2[0-4]|[01]?\d)(?!\d)",
    "minute": r"[0-5]?\d(?!\d)",
    "endhour": r"(?:2[0-4]|[01]?\d)(?!\d)",
    "endminute": r"[0-5]?\d(?!\d)",
    "sep": r" ?[/.–-] ?",
    "break": r"(?: ?\(|, | )",
    "open": r" ?\(",
    "close": r"\)",
    "stop": r"(?=[ \xa0]?[,.;:!?)\n]|\Z)",
    "gap": "[ \xa0]",
    "start": r"(?:(?<=\n)|(?<=[.!?:] )|(?<=[\"“(])|(?<![\s\S]))",
}
_DIGITAL = (
    "day",
    "month",
    "year",
    "brief",
    "reign",
    "century",
    "between",
    "endday",
    "endmonth",
    "endyear",
    "hour",
    "minute",
    "endhour",
    "endminute",
)
_OPENINGS: dict[str, Openings] = dict.fromkeys(_DIGITAL, dict.fromkeys(DIGITS, ENDED)) | {
    "sep": dict.fromkeys("/.–-"),
    "dash": dict.fromkeys("-–—"),
}
_PUNCTUATION = re.compile(r"\)?,?[ \xa0]?\(?")


@value(frozen=True, slots=True)
class _Reader:
    slots: Slots
    dates: Scanner
    following: Scanner
    zones: Scanner


def find_dates(folded: str, pack: Pack) -> list[DateMention]:
    """Find every wording of a date in a folded text, in order, no two overlapping; spans are in `folded`."""
    reader, mentions = _load_reader(pack), list[DateMention]()
    for found in find_date_forms(folded, pack):
        if found.form.meaning == "none":
            continue
        mention = _read_mention(found, folded, reader, pack)
        if found.form.meaning == "following" and mentions:
            mention = _in_list(mention, mentions[-1])
        mentions.append(mention)
    return mentions


def _in_list(mention: DateMention, before: DateMention) -> DateMention:
    """A bare day behind a date is one of the same month: 2月12日、13日."""
    day, first = mention.expression, before.expression
    if not (isinstance(day, Calendar) and isinstance(first, Calendar)) or day.month or day.day is None:
        return mention
    month = replace(day, year=first.year, month=first.month, years=first.years, months=first.months)
    return replace(mention, expression=month)


def find_date_forms(folded: str, pack: Pack) -> Iterator[Found]:
    """Find the forms behind the dates of a folded text, those that guard against a date (`none`) too."""
    reader = _load_reader(pack)
    done = 0
    for found in reader.dates.find(folded):
        if found.span.start < done:
            continue
        item: Found | None = found
        while item:
            yield item
            done = item.span.stop
            item = (
                reader.following.find_at(folded, _skip_gap(folded, done)) if found.form.meaning == "calendar" else None
            )


def _skip_gap(folded: str, place: int) -> int:
    return place + folded.startswith((" ", "\xa0"), place)


@once_per_pack
def build_slots(pack: Pack) -> Slots:
    """The slots that the pack's sheets of dates and durations share."""
    number = numeral_pattern(pack)
    given = _GIVEN | {"n": number, "more": number}
    forms = [form for name in ("dates", "durations") if name in pack.sheets for form in pack[name].forms]
    words = frozenset(numeral_words(pack))
    numbers: Openings = dict.fromkeys(words, words | ENDED) | dict.fromkeys(DIGITS, ENDED | {".", ","})
    return Slots(given, forms, openings=_OPENINGS | {"n": numbers, "more": numbers})


def _read_mention(found: Found, folded: str, reader: _Reader, pack: Pack) -> DateMention:
    span = _close_bracket(found.span, folded)
    words = folded[span.start : span.stop]
    part = reader.slots.held("part", words)
    return DateMention(
        span,
        read_expression(found, reader.slots, pack),
        found.form.source,
        part=part,
        clock=read_clock(reader.slots.find("clock", words), part),
        zone=_read_zone(folded, found.span.stop, reader),
        future=read_tense(found, reader.slots),
        dateline="dateline" in found.form.flags,
    )


def _close_bracket(span: Span, folded: str) -> Span:
    opened = folded.rfind("(", span.start, span.stop) > folded.rfind(")", span.start, span.stop)
    return Span(span.start, span.stop + 1) if opened and folded[span.stop : span.stop + 1] == ")" else span


def _read_zone(folded: str, place: int, reader: _Reader) -> str | None:
    gap = _PUNCTUATION.match(folded, place)
    found = reader.zones.find_at(folded, gap.end()) if gap else None
    return reader.slots.held("zone", folded[found.span.start : found.span.stop]) if found else None


@once_per_pack
def _load_reader(pack: Pack) -> _Reader:
    slots, forms = build_slots(pack), pack["dates"].forms
    apart = {"zone", "following"}
    return _Reader(
        slots,
        Scanner((form for form in forms if form.meaning not in apart and "slot." not in form.meaning), slots),
        Scanner((form for form in forms if form.meaning == "following"), slots),
        Scanner((form for form in forms if form.meaning == "zone"), slots),
    )
