"""Wordings of a page's furniture, found where in a line they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from telcon.languages import Pack, load_pack
from telcon.languages.lexicons import Hit, Lexicon
from telcon.languages.sheets import Form
from telcon.model.values import value

SHEET = "furniture"
_EDGE = re.compile(r"[\w]")
_LABEL = re.compile(r"\s*(?:[:：▸►»>→]|\([^()]*\)?\s*:?$)")
_CELL_END = re.compile(r"\s*(?:$|[|/›»·•☰]|\s{2}|\(\d+\)|[:：]?$|\.{1,3}$|-$)")


@value(frozen=True, slots=True)
class Cue:
    """One wording of furniture at `[start, stop)` of the clean text, standing where its form counts."""

    meaning: str
    start: int
    stop: int
    source: str


@cache
def load_furniture(code: str) -> Lexicon[Form]:
    """The furniture sheet of a language as a lexicon; empty where the pack has none."""
    pack = load_pack(code)
    forms = pack[SHEET].forms if SHEET in pack.sheets else ()
    timeless = [form for form in forms if not form.meaning.startswith("month-")]
    wordings = ((spelling, form) for form in timeless for spelling in form.spellings())
    return Lexicon(wordings, spaced=pack.spaced)


@cache
def load_offices(code: str) -> frozenset[str]:
    """The words that stand before people's names and join them; empty where the pack has no sheet of titles."""
    pack = load_pack(code)
    titles = pack["titles"].forms if "titles" in pack.sheets else ()
    joints = pack["particles"].meaning("and", "with") if "particles" in pack.sheets else ()
    return frozenset(word for text in _spell((*titles, *joints)) for word in text.split())


def _spell(forms: Iterable[Form]) -> Iterator[str]:
    return (text for form in forms for text in form.spellings())


def find_cues(pack: Pack, folded: str, starts: Sequence[int], stops: Sequence[int]) -> list[list[Cue]]:
    """The cues of each line; `starts` and `stops` are where the lines stand in the folded text."""
    cues: list[list[Cue]] = [[] for _ in starts]
    for hit in load_furniture(pack.code).find(folded):
        number = bisect_right(starts, hit.start) - 1
        start, stop = starts[number], stops[number]
        if hit.stop > stop:
            continue
        for form in hit.entries:
            for flag in form.flags:
                if _stands(folded, hit, start, stop, flag=flag):
                    cues[number].append(Cue(form.meaning, hit.start, hit.stop, form.source))
                    break
    return cues


def _stands(folded: str, hit: Hit[Form], first: int, last: int, *, flag: str) -> bool:
    start, stop = hit.start, hit.stop
    if flag == "within":
        return True
    if flag == "end":
        return last - stop <= 4 and not _EDGE.search(folded, stop, last)
    if start > first and (start - first > 6 or _EDGE.search(folded, first, start)):
        return False
    if flag == "start":
        return True
    rest = folded[stop : min(last, stop + 24)]
    return bool((_CELL_END if flag == "whole" else _LABEL).match(rest))


def name_cues(cues: Sequence[Cue]) -> frozenset[str]:
    """The meanings among some cues."""
    return frozenset(cue.meaning for cue in cues)


def spell_meanings(pack: Pack, prefix: str) -> Iterator[tuple[str, str]]:
    """Each spelling of the meanings that begin with `prefix`, with its meaning, the longest spellings first."""
    forms = pack[SHEET].forms if SHEET in pack.sheets else ()
    pairs = [(text, form.meaning) for form in forms if form.meaning.startswith(prefix) for text in form.spellings()]
    yield from sorted(pairs, key=lambda pair: -len(pair[0]))
