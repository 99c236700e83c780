"""Forms with slots, made into regular expressions and found all at once.

On top of what sheets say of forms: words before `<` and after `>` must stand there and are not part of the span;
`[slot.x value]` headings list the words that fill `{x}`; forms under `[none]` are found and yield nothing, so that a
longer wording guards a shorter one. Of a slot that stands in several choices of a form, the one that is filled counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from telcon.languages.sheets import Form
from telcon.letters.folding import fold, fold_pattern
from telcon.mentions.dates.compiling import compile_form, compile_part
from telcon.mentions.dates.openings import OpeningReader, Openings, Seconds, second_word
from telcon.model.spans import Span
from telcon.model.values import value

_WORD = re.compile(r"\w+")
_DIGITS = "0123456789"


@value(frozen=True, slots=True)
class Found:
    """A form found: `span` without its context, `whole` with it, and what filled its slots."""

    form: Form
    span: Span
    whole: Span
    slots: Mapping[str, str]


class Slots:
    """What may fill the slots of a sheet's forms: patterns given, and words listed under `[slot.x value]`."""

    def __init__(self, given: Mapping[str, str], forms: Iterable[Form], *, openings: Mapping[str, Openings]) -> None:
        self.patterns = dict(given)
        self._compiled: dict[str, re.Pattern[str]] = {}
        self.values: dict[str, dict[str, str]] = defaultdict(dict)
        listed: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            if form.meaning.startswith("slot."):
                name = form.meaning.removeprefix("slot.")
                spellings = [fold(spelling) for spelling in form.spellings()]
                self.values[name] |= dict.fromkeys(spellings, next(iter(form.flags), ""))
                listed[name] += [fold_pattern(form.pattern)] if "{" in form.pattern else spellings
        for name, patterns in listed.items():
            wordings = sorted(patterns, key=len, reverse=True)
            self.patterns[name] = "(?:" + "|".join(compile_part(wording, self.patterns) for wording in wordings) + ")"
        if "monthname" in self.patterns:
            self.patterns["endmonthname"], self.values["endmonthname"] = (
                self.patterns["monthname"],
                self.values["monthname"],
            )
        self.openings = OpeningReader(self.values, openings)

    def value(self, name: str, words: str) -> str | None:
        """What is listed beside the words that filled a slot."""
        return self.values[name].get(" ".join(words.split()))

    def find(self, name: str, words: str) -> str | None:
        """The first of `words` that could fill a slot."""
        found = self._searching(name).search(words)
        return found[0] if found else None

    def held(self, name: str, words: str) -> str | None:
        """The value of the longest listed wording that `words` hold."""
        held = [found[0] for found in self._searching(name).finditer(words)]
        return self.value(name, max(held, key=len)) if held else None

    def _searching(self, name: str) -> re.Pattern[str]:
        if name not in self._compiled:
            self._compiled[name] = re.compile(rf"(?<!\w){self.patterns[name]}(?!\w)")
        return self._compiled[name]


class _Wording:
    """A form and, once it is first asked for, its regular expression."""

    def __init__(self, form: Form, slots: Slots) -> None:
        self.form = form
        self._slots = slots
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = re.compile(compile_form(self.form.pattern, self._slots.patterns))
        return self._pattern


class Scanner:
    """Finds forms in a folded text: leftmost, then longest, `[none]` before others of the same length."""

    def __init__(self, forms: Iterable[Form], slots: Slots) -> None:
        ordered = sorted(forms, key=lambda form: form.meaning != "none")
        self._wordings = [_Wording(form, slots) for form in ordered]
        by_start: dict[str, list[tuple[Seconds, _Wording]]] = defaultdict(list)
        for wording in self._wordings:
            for key, seconds in slots.openings.read(wording.form.spellings()).items():
                by_start[key].append((seconds, wording))
        self._keys = list(by_start)
        self._automaton = AhoCorasick(self._keys)
        self._digital = [key.isdigit() for key in self._keys]
        self._by_second = {key: _sort_by_second(pairs) for key, pairs in by_start.items()}

    def find(self, folded: str) -> Iterator[Found]:
        """Yield what is found, in order, no two overlapping."""
        done = 0
        for start, stop, key in self._starts(folded):
            found = self._longest_of(key, folded, start, stop) if start >= done else None
            if found and found.span.start > start:
                found = self._longer(found, folded)
            if found:
                done = found.whole.stop if found.form.meaning == "none" else found.span.stop
                yield found

    def _longer(self, found: Found, folded: str) -> Found:
        # A wording that needs words before it gives way to a longer one that needs none.
        word = _WORD.match(folded, found.span.start)
        key = word[0] if word else ""
        if key[:1].isdigit():
            key = key[0]
        other = self._longest_of(key, folded, found.span.start, found.span.start + len(key))
        return other if other and other.span.stop > found.span.stop else found

    def _longest_of(self, key: str, folded: str, start: int, stop: int) -> Found | None:
        # Of the wordings that begin with `key`, which stands at `[start, stop)`.
        by_second = self._by_second.get(key)
        if by_second is None:
            return None
        fitting = by_second.get(second_word(folded, stop)) or by_second[""]
        return _longest(fitting, folded, start) if fitting else None

    def find_at(self, folded: str, place: int) -> Found | None:
        """The longest form that begins at `place`."""
        return _longest(self._wordings, folded, place)

    def _starts(self, folded: str) -> list[tuple[int, int, str]]:
        keys, digital = self._keys, self._digital
        padded = f" {folded} "
        return sorted(
            [
                (start, stop, keys[index])
                for index, start, stop in self._automaton.find_matches_as_indexes(folded, overlapping=True)
                if not padded[start].isalnum() and (digital[index] or not padded[stop + 1].isalnum())
            ]
        )


def _sort_by_second(pairs: Sequence[tuple[Seconds, _Wording]]) -> Mapping[str, list[_Wording]]:
    """Wordings by the word or sign that stands second; under "" those behind whose first word anything may stand."""
    known = {"", *(second for seconds, _ in pairs for second in seconds or ())}
    return {
        second: [wording for seconds, wording in pairs if seconds is None or "" in seconds or second in seconds]
        for second in known
    }


def _longest(wordings: Iterable[_Wording], folded: str, start: int) -> Found | None:
    best: tuple[Form, re.Match[str]] | None = None
    for wording in wordings:
        match = wording.pattern.match(folded, start)
        if match and (best is None or match.end() > best[1].end()):
            best = wording.form, match
    if best is None:
        return None
    form, match = best
    slots = {name.rstrip(_DIGITS): words for name, words in match.groupdict().items() if words is not None}
    return Found(form, Span(*match.span("core")), Span(*match.span()), slots)
