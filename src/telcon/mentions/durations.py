"""Where a text tells how long something took."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.languages.packs import Pack
from telcon.mentions.dates.finding import build_slots
from telcon.mentions.dates.patterns import Found, Scanner, Slots
from telcon.mentions.numerals import once_per_pack, read_numeral
from telcon.model.durations import Bound, Duration
from telcon.model.spans import Span
from telcon.model.values import value

_MINUTES = {"minute": 1, "quarter": 15, "hour": 60}
_HALF_DAY = 720
"""Minutes after which a clock shows the same: from 11 a.m. to 1 p.m."""


@value(frozen=True, slots=True)
class DurationMention:
    """Words that tell a length; `span` is in the folded text, `rule` the sheet and line of the form."""

    span: Span
    duration: Duration
    rule: str


@value(frozen=True, slots=True)
class _Reader:
    slots: Slots
    scanner: Scanner


def find_durations(folded: str, pack: Pack) -> list[DurationMention]:
    """Find every length of hours and minutes in a folded text, in order, no two overlapping.

    Whose length it is, is not asked here.
    """
    slots = _load_reader(pack).slots
    mentions = (_read_mention(found, slots, pack) for found in find_duration_forms(folded, pack))
    return [mention for mention in mentions if mention]


def find_duration_forms(folded: str, pack: Pack) -> Iterator[Found]:
    """Find the forms behind the lengths of a folded text, those that guard against one (`none`) too."""
    return _load_reader(pack).scanner.find(folded)


def _read_mention(found: Found, slots: Slots, pack: Pack) -> DurationMention | None:
    if found.form.meaning == "none":
        return None
    minutes = _count_minutes(found, slots, pack)
    return (
        DurationMention(found.span, Duration(minutes, _read_bound(found, slots)), found.form.source)
        if minutes
        else None
    )


def _count_minutes(found: Found, slots: Slots, pack: Pack) -> int:
    # Headings: `[length]` counts units, `[length half]` adds half a unit, `[length quarter]` a quarter; `[half]` is
    # half a unit, `[fixed 45]` so many minutes, `[clock]` is 1h30, `[range]` from one hour to another.
    if found.form.meaning == "range":
        return (_read_clock(found, "end") - _read_clock(found, "")) % _HALF_DAY
    if found.form.meaning == "clock":
        return int(found.slots["hour"]) * 60 + int(found.slots.get("minute", 0))
    more = read_numeral(found.slots["more"], pack) or 0 if "more" in found.slots else 0
    if found.form.meaning == "fixed":
        return round(next(int(flag) for flag in found.form.flags if flag.isdigit()) + more)
    unit = _MINUTES[slots.value("unit", found.slots["unit"]) or ""]
    if found.form.meaning == "half":
        return unit // 2
    count = (read_numeral(found.slots["n"], pack) or 0) if "n" in found.slots else 1
    part = 0.5 * ("half" in found.form.flags) + 0.25 * ("quarter" in found.form.flags)
    return round((count + part) * unit + more)


def _read_clock(found: Found, which: str) -> int:
    return int(found.slots[f"{which}hour"]) * 60 + int(found.slots.get(f"{which}minute", 0))


def _read_bound(found: Found, slots: Slots) -> Bound:
    told = slots.value("bound", found.slots["bound"]) if "bound" in found.slots else None
    return Bound(told or next((flag for flag in found.form.flags if flag in set(Bound)), Bound.EXACT))


@once_per_pack
def _load_reader(pack: Pack) -> _Reader:
    slots = build_slots(pack)
    return _Reader(slots, Scanner((form for form in pack["durations"].forms if "slot." not in form.meaning), slots))
