"""When a page with markup came out: what it shows, held against what it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from telcon.model.markups import Markup, Zone
from telcon.model.spans import Span
from telcon.model.texts import Noted, Role
from telcon.model.views import View
from telcon.text.marked import OUTSIDE
from telcon.text.metadata import note_published
from telcon.text.shapes import Shape

Verdicts = Mapping[int, tuple[Role, str]]

NEAR = 1
"""Days that what is shown may lie from what is declared: pages show their own clock and declare UTC."""

_OTHERS = frozenset({Zone.RELATED, Zone.COMMENTS, Zone.FOOTER, Zone.ADVERTISEMENT, Zone.CAPTION})
_SHORT = 120
_ABOVE = 4
_DAY = len("2025-03-12")
_WRITTEN = frozenset({Role.LEAD, Role.BODY})
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")


def note_marked_published(view: View, shapes: Sequence[Shape], verdicts: Verdicts, markup: Markup) -> Noted | None:
    """The stamp that the page shows, where it agrees with what it declares; None where only a declaration counts.

    A shown day without a time takes the time that is declared for that day; a declared day without a time the clock
    that stands beside the day on the page.
    """
    declared = markup.declared.published
    zones = {shape.number: markup.places[shape.number - 1].zone for shape in shapes}
    free = [shape for shape in shapes if zones[shape.number] not in OUTSIDE]
    around = [shape for shape in shapes if zones[shape.number] not in _OTHERS]
    stamps = [note for note in (note_published(view, free, verdicts), *_around(view, around, verdicts)) if note]
    if declared is None:
        return stamps[0] if stamps else None
    near = next((stamp for stamp in stamps if _days_between(stamp.value, declared) <= NEAR), None)
    if near is not None and len(near.value) > _DAY:
        return near
    if near is not None and len(declared) > _DAY and declared.startswith(near.value):
        return replace(near, value=declared, rule="text/marked_times.py: stamp, with its time as declared")
    return _beside_day(view, free, verdicts, declared) or near


def _around(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> Iterator[Noted]:
    """Stamps on short lines from a little above the headline to the article's first paragraph."""
    head = next((i for i, shape in enumerate(shapes) if verdicts[shape.number][0] is Role.HEADLINE), 0)
    for index in range(max(head - _ABOVE, 0), len(shapes)):
        shape = shapes[index]
        if verdicts[shape.number][0] in _WRITTEN:
            return
        stamp = shape.stamp
        if stamp is not None and stamp.value is not None and len(shape) <= _SHORT:
            span = view.to_raw(Span(shape.start + stamp.start, shape.start + stamp.stop))
            yield Noted(stamp.value, span, "text/marked_times.py: stamp near the headline")


def _days_between(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:_DAY]) - date.fromisoformat(other[:_DAY])).days)


def _beside_day(view: View, shapes: Sequence[Shape], verdicts: Verdicts, declared: str) -> Noted | None:
    """The clock on a short line that holds month and day of the declared day in figures."""
    month, number = int(declared[5:7]), int(declared[8:10])
    day = re.compile(rf"(?<!\d)0?{month}\s?[./-]\s?0?{number}(?!\d)|(?<!\d)0?{number}\s?[./-]\s?0?{month}(?!\d)")
    for shape in shapes if len(declared) == _DAY else ():
        if verdicts[shape.number][0] in _WRITTEN:
            return None
        clock = _CLOCK.search(shape.text)
        if clock and len(shape) <= _SHORT and day.search(shape.text):
            seconds = f":{clock[3]}" if clock[3] else ""
            value = f"{declared}T{int(clock[1]):02}:{clock[2]}{seconds}"
            span = view.to_raw(Span(shape.start, shape.start + len(shape.text)))
            return Noted(value, span, "text/marked_times.py: clock beside the declared day")
    return None
