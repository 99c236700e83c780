"""Days counted from that of something else, told behind them: *spoke a day after the strikes of March 18*."""

from __future__ import annotations

from dataclasses import replace

from telcon.mentions.dates import Calendar, DateMention, Origin, Shift, Weekday
from telcon.model.mentions import Cue
from telcon.reports.days.countings import counts_from_neighbour
from telcon.reports.scenes import Scene

FAR = 90
"""Letters between the counting words and the day from which they count."""


def count_from_behind(cue: Cue, scene: Scene, mentions: list[DateMention], clean: str) -> DateMention | None:
    """The day of a cue, counted from a day that stands behind the counting words; none where it is told otherwise.

    The cue is the last one before these words, or opens the clause behind both: *A day after the vote of 5 May, A …*.
    """
    for place, mention in enumerate(mentions):
        base = _find_base(scene, mentions, place, clean)
        if base and (_is_last_before(cue, scene, mention, mentions) or _is_behind(cue, base, clean)):
            return _counted(mention)
    return None


def not_counted(cue: Cue, scene: Scene, mentions: list[DateMention], clean: str) -> list[DateMention]:
    """The dates without the counting words before a cue whose day stands behind it: *two days after talks on 3 May*."""
    bases = ((mention, _find_base(scene, mentions, i, clean)) for i, mention in enumerate(mentions))
    counting = [m for m, base in bases if base and m.span.stop <= cue.span.start < base.span.start]
    if counting and "summit" in cue.flags:
        return []
    return [mention for mention in mentions if mention not in counting]


def _find_base(scene: Scene, mentions: list[DateMention], place: int, clean: str) -> DateMention | None:
    """The day from which a mention counts what it stands beside, told in the words behind it."""
    mention, behind = mentions[place], mentions[place + 1 : place + 2]
    if not counts_from_neighbour(mention) or not behind or not _is_day(behind[0]):
        return None
    opens = place == 0 and not any(cue.span.stop <= mention.span.start for cue in scene.cues)
    if opens and not clean.startswith(",", behind[0].span.stop):
        return None  # Через два дня после встречи с А Б 26 марта позвонил В
    start, stop = mention.span.stop, behind[0].span.start
    gap = clean[start:stop]
    if len(gap) > FAR or gap.count(",") > 1 or ";" in gap:
        return None
    comma = clean.find(",", start, stop)
    if comma < 0:
        return behind[0]
    told = scene.between(comma, stop, "telling", "and", "according", "planned")
    return None if told or any(comma < p.start < stop for p in scene.presences) or _opens(scene, comma) else behind[0]


def _opens(scene: Scene, comma: int) -> bool:
    """Whether the clause behind a comma tells of another contact."""
    return any(cue.span.start > comma for cue in scene.cues)


def _is_day(mention: DateMention) -> bool:
    when = mention.expression
    return isinstance(when, Weekday) or (isinstance(when, Calendar) and bool(when.day) and not when.until)


def _is_last_before(cue: Cue, scene: Scene, mention: DateMention, mentions: list[DateMention]) -> bool:
    start = mention.span.start
    if cue.span.stop > start or mentions[0] is not mention:
        return False
    return not any(cue.span.stop <= other.span.start < start for other in scene.cues)


def _is_behind(cue: Cue, base: DateMention, clean: str) -> bool:
    return base.span.stop < cue.span.start and clean.startswith(",", base.span.stop)


def _counted(mention: DateMention) -> DateMention:
    when = mention.expression
    if not isinstance(when, Shift):
        return mention
    return replace(mention, expression=replace(when, amount=-when.amount, origin=Origin.BEHIND))
