"""Dates and times as pages print them about themselves."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from telcon.languages import Pack, load_pack
from telcon.model.values import value
from telcon.text.furniture import spell_meanings

_TIME = r"(?<![\d:./])(?P<hour>[012]?\d)\s?[:hg]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d|:)"
# A time right after a year, and before letters, as dumps glue them.
_TIME_ALONE = r"(?:(?<=19\d\d)|(?<=20\d\d))(?P<hour2>[012]?\d):(?P<minute2>[0-5]\d)(?!\d)"
_NUMBERS = (
    r"(?<![\d./-])(?P<d1>[0-3]?\d)\s?[./-]\s?(?P<m1>[01]?\d)\s?[./-]\s?(?P<y1>(?:19|20)\d\d)(?=\d?\d:\d\d|\D|$)",
    r"(?<!\d)(?P<y2>(?:19|20)\d\d)[-./](?P<m2>[01]?\d)[-./](?P<d2>[0-3]?\d)(?=[T\D]|$)",
    r"(?<!\d)(?P<y3>(?:19|20)\d\d)\s?年\s?(?P<m3>[01]?\d)\s?月\s?(?P<d3>[0-3]?\d)\s?日",
)
# A year counted from the beginning of an era; one of three digits stands without its name too.
_ERA = r"(?:(?:{era})\s?(?P<y6>\d{{1,3}})|(?<!\d)(?P<y7>1\d\d))\s?年\s?(?P<m6>[01]?\d)\s?月\s?(?P<d6>[0-3]?\d)\s?日"
# The day with which an agency of Taiwan signs, behind its credits: （譯者：…）1110511.
_SIGNED = r"(?<=\))\s?(?P<y8>1\d\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)\s?$"
_CLOCK = re.compile(r"\d\s?[:hg]\s?\d", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
# A day with a year of two digits, as forums and small papers print it.
_BRIEF = re.compile(r"(?<![\d./-])([0-3]?\d)([./])([01]?\d)\2([0-3]\d)(?![\d/-]|\.\d)")
_NEAR = 30


@value(frozen=True, slots=True)
class Stamp:
    """A moment at `[start, stop)` of a line.

    `value` is ISO 8601, None where the year is missing or only an age is told. `rest` is what else the line says once
    words about time are taken out.
    """

    value: str | None
    start: int
    stop: int
    rest: str
    timed: bool


class StampReader:
    """Finds stamps in lines of one language."""

    def __init__(self, pack: Pack) -> None:
        self._months = {text.lower(): int(name[-2:]) for text, name in spell_meanings(pack, "month-")}
        named = "|".join(re.escape(text) for text in self._months) or "(?!)"
        year = "|".join(re.escape(text) for text, _ in spell_meanings(pack, "year")) or "(?!)"
        worded = (
            rf"(?<!\d)(?P<d4>[0-3]?\d)(?:st|nd|rd|th)?[\s,.-]{{0,2}}(?P<m4>{named})(?!\w)"
            rf"[\s,./-]{{0,2}}(?:(?:{year})\s)?(?P<y4>(?:19|20)\d\d)(?=\d?\d:\d\d|\d?\d\s(?:{named})|\D|$)",
            rf"(?<!\w)(?P<m5>{named})\s(?P<d5>[0-3]?\d)(?:st|nd|rd|th)?(?:[,.]\s?|\s)(?P<y5>(?:19|20)\d\d)(?!\d)",
        )
        eras = list(spell_meanings(pack, "era-"))
        self._era = int(eras[0][1].partition("-")[2]) if eras else 0
        reigns = (_ERA.format(era=_choose(pack, "era-")), _SIGNED) if eras else ()
        self._date = re.compile("|".join((*_NUMBERS, *worded, *reigns)), re.IGNORECASE)
        self._year = re.compile(rf"{_YEAR}|(?:\d\s?年)|\)\s?1\d{{6}}\s?$" if eras else _YEAR)
        halves = [_choose(pack, "forenoon"), _choose(pack, "afternoon")]
        self._time = re.compile(
            rf"(?:{_TIME}|{_TIME_ALONE})(?:\s?'?\s?(?:(?P<am>{halves[0]})|(?P<pm>{halves[1]}))(?!\w))?", re.I
        )
        words = "|".join(_choose(pack, name) for name in ("weekday", "posted", "updated", "views", "day"))
        ages = rf"\d+\s(?:{_choose(pack, 'age')})"
        self._about = re.compile(
            rf"{ages}|(?<!\w)(?:{words})(?!\w)|[+-]\d{{1,2}}(?::00)?|\d+(?:[.,]\d+)*|[^\w\s]+|(?<!\w)utc(?!\w)",
            re.IGNORECASE,
        )
        self._age = re.compile(rf"(?<!\w){ages}(?!\w)", re.IGNORECASE)
        self._short = re.compile(r"(?<![\d./])[0-3]?\d[./-][01]?\d(?![\d./-])")

    def find(self, line: str) -> Stamp | None:
        """The first date of a line with the time beside it; a lone time, age or date without year has no value."""
        dates = self._date.finditer(line) if self._year.search(line) else ()
        dated = next((match for match in dates if self._day(match)), None)
        clocks = self._time.finditer(line) if _CLOCK.search(line) else ()
        times = [match for match in clocks if not dated or not _overlap(match, dated)]
        if dated is None:
            return self._undated(line, times)
        return self._join(line, dated, self._day(dated) or "", times)

    def _join(self, line: str, dated: re.Match[str], day: str, times: list[re.Match[str]]) -> Stamp:
        """A day with the nearest time beside it."""
        times = [match for match in times if not _overlap(match, dated)]
        timed = min(times, key=lambda match: _gap(match, dated), default=None)
        if timed is not None and _gap(timed, dated) > _NEAR:
            timed = None
        first, last = min(m.start() for m in (dated, timed or dated)), max(m.end() for m in (dated, timed or dated))
        clock = self._clock(timed) if timed else ""
        return Stamp(f"{day}{clock}", first, last, self._rest(line, [dated, *times]), bool(clock))

    def _undated(self, line: str, times: list[re.Match[str]]) -> Stamp | None:
        brief = _BRIEF.search(line)
        if brief and (day := _write_day(2000 + int(brief[4]), int(brief[3]), int(brief[1]))):
            return self._join(line, brief, day, times)
        loose = [*times, *self._age.finditer(line), *self._short.finditer(line)]
        if not loose:
            return None
        return Stamp(None, loose[0].start(), loose[0].end(), self._rest(line, loose), bool(times))

    def _rest(self, line: str, used: list[re.Match[str]]) -> str:
        for match in used:
            line = line[: match.start()] + " " * (match.end() - match.start()) + line[match.end() :]
        if self._year.search(line):
            line = self._date.sub(" ", line)
        return " ".join(self._about.sub(" ", line).split())

    def _day(self, match: re.Match[str]) -> str | None:
        for form in "12345":
            if match[f"y{form}"]:
                month = match[f"m{form}"]
                number = int(month) if month.isdigit() else self._months[" ".join(month.lower().split())]
                return _write_day(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
        if self._era and match["y8"]:
            return _write_day(self._era + int(match["y8"]), int(match["m8"]), int(match["d8"]))
        counted = (match["y6"] or match["y7"]) if self._era else None
        return _write_day(self._era + int(counted), int(match["m6"]), int(match["d6"])) if counted else None

    def _clock(self, match: re.Match[str]) -> str:
        hour = int(match["hour"] or match["hour2"])
        minute = match["minute"] or match["minute2"]
        if match["pm"] and hour < 12:
            hour += 12
        if match["am"] and hour == 12:
            hour = 0
        if hour > 23:
            return ""
        return f"T{hour:02}:{minute}" + (f":{match['second']}" if match["second"] else "")


@cache
def load_stamps(code: str) -> StampReader:
    """The reader of stamps for a language."""
    return StampReader(load_pack(code))


def _write_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _choose(pack: Pack, meaning: str) -> str:
    return "|".join(re.escape(text) for text, _ in spell_meanings(pack, meaning)) or "(?!)"


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start() - other.end(), other.start() - one.end())
