"""Where a text tells how long something took."""

from __future__ import annotations

from dataclasses import dataclass

from telcon.languages.packs import Pack
from telcon.mentions.dates.finding import build_slots
from telcon.mentions.dates.patterns import Found, Scanner, Slots
from telcon.mentions.numerals import once_per_pack, read_numeral
from telcon.model.durations import Bound, Duration
from telcon.model.spans import Span

_MINUTES = {"minute": 1, "hour": 60}


@dataclass(frozen=True, slots=True)
class DurationMention:
    """Words that tell a length; `span` is in the folded text, `rule` the sheet and line of the form."""

    span: Span
    duration: Duration
    rule: str


@dataclass(frozen=True, slots=True)
class _Reader:
    slots: Slots
    scanner: Scanner


def find_durations(folded: str, pack: Pack) -> list[DurationMention]:
    """Find every length of hours and minutes in a folded text, in order, no two overlapping.

    Whose length it is, is not asked here.
    """
    reader = _load_reader(pack)
    mentions = (_read_mention(found, reader.slots, pack) for found in reader.scanner.find(folded))
    return [mention for mention in mentions if mention]


def _read_mention(found: Found, slots: Slots, pack: Pack) -> DurationMention | None:
    if found.form.meaning == "none":
        return None
    minutes = _count_minutes(found, slots, pack)
    bounds = [slots.value("bound", found.slots[name]) for name in ("bound", "bound2") if name in found.slots]
    bounds += [flag for flag in found.form.flags if flag in set(Bound)]
    if not minutes:
        return None
    return DurationMention(found.span, Duration(minutes, _join_bounds(bounds)), found.form.source)


def _count_minutes(found: Found, slots: Slots, pack: Pack) -> int:
    # Headings: `[length]` counts units, `[length half]` adds half a unit, `[half]` is half a unit.
    units = [
        _MINUTES[slots.value("unit", found.slots[name]) or ""] for name in ("unit", "unit2") if name in found.slots
    ]
    if found.form.meaning == "half":
        return units[0] // 2
    counts = [read_numeral(found.slots[name], pack) or 0 for name in ("n", "n2") if name in found.slots]
    counts += [float(found.slots[name]) for name in ("hour", "minute") if name in found.slots]
    if "half" in found.form.flags:
        counts[0] += 0.5
    units += [60, 1][len(units) :] if len(counts) > len(units) else []
    return round(sum(count * unit for count, unit in zip(counts, units, strict=True)))


def _join_bounds(bounds: list[str | None]) -> Bound:
    # "about" beside a nearer word ("khoảng hơn", "kéo dài khoảng gần") leaves the nearer one.
    known = [Bound(bound) for bound in bounds if bound]
    return next((bound for bound in known if bound is not Bound.ABOUT), known[0] if known else Bound.EXACT)


@once_per_pack
def _load_reader(pack: Pack) -> _Reader:
    slots = build_slots(pack)
    return _Reader(slots, Scanner((form for form in pack["durations"].forms if "slot." not in form.meaning), slots))
