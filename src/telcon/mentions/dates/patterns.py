"""Forms with slots, made into regular expressions and found all at once.

On top of what sheets say of forms: words before `<` and after `>` must stand there and are not part of the span;
`[slot.x value]` headings list the words that fill `{x}`; forms under `[none]` are found and yield nothing, so that a
longer wording guards a shorter one. Of a slot that stands in several choices of a form, the one that is filled counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from telcon.languages.sheets import Form
from telcon.letters.folding import fold
from telcon.model.spans import Span

_TOKEN = re.compile(r"\{(\w+)\}|\)\?|[()|<>]|[^\S\n]+|.")
_SLOT = re.compile(r"\{(\w+)\}")
_HEAD = re.compile(r"(?:\(\(\{\w+\}\) \)\?)?\{\w+\}")
_WORD = re.compile(r"\w+")
_GAP = "[ \xa0]{1,2}"
_LEFT = r"(?:(?=[,;])|(?<![^\W_])(?<![/.,:–+-]))"
_RIGHT = r"(?![^\W_])(?![/.,:–-]\d)(?! ?[%º°€$])"
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Found:
    """A form found: `span` without its context, `whole` with it, and what filled its slots."""

    form: Form
    span: Span
    whole: Span
    slots: Mapping[str, str]


class Slots:
    """What may fill the slots of a sheet's forms: patterns given, and words listed under `[slot.x value]`."""

    def __init__(
        self, given: Mapping[str, str], forms: Iterable[Form], *, openings: Mapping[str, frozenset[str]]
    ) -> None:
        self.patterns = dict(given)
        self.openings = openings
        self._compiled: dict[str, re.Pattern[str]] = {}
        self.values: dict[str, dict[str, str]] = defaultdict(dict)
        listed: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            if form.meaning.startswith("slot."):
                name = form.meaning.removeprefix("slot.")
                spellings = [fold(spelling) for spelling in form.spellings()]
                self.values[name] |= dict.fromkeys(spellings, next(iter(form.flags), ""))
                listed[name] += [fold(form.pattern)] if "{" in form.pattern else spellings
        for name, patterns in listed.items():
            wordings = sorted(patterns, key=len, reverse=True)
            self.patterns[name] = "(?:" + "|".join(self._unnamed(wording) for wording in wordings) + ")"

    def _unnamed(self, wording: str) -> str:
        return _strip_names(_translate_tokens(_attach_gaps(wording), self.patterns))

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


class Scanner:
    """Finds forms in a folded text: leftmost, then longest, `[none]` before others of the same length."""

    def __init__(self, forms: Iterable[Form], slots: Slots) -> None:
        ordered = sorted(forms, key=lambda form: form.meaning != "none")
        compiled = [(form, compile_form(form.pattern, slots.patterns)) for form in ordered]
        self._forms = [(form, re.compile(pattern)) for form, pattern in compiled]
        self._by_start: dict[str, list[int]] = defaultdict(list)
        for index, (form, _) in enumerate(compiled):
            for token in {_first(spelling, slots) for spelling in form.spellings()}:
                for key in token:
                    self._by_start[key].append(index)
        self._gates = {
            key: re.compile(_gate([ordered[index] for index in indexes], slots))
            for key, indexes in self._by_start.items()
        }
        self._keys = list(self._gates)
        self._automaton = AhoCorasick(self._keys)

    def find(self, folded: str) -> Iterator[Found]:
        """Yield what is found, in order, no two overlapping."""
        done = 0
        for start, key in self._starts(folded):
            if start < done or not self._gates[key].match(folded, start):
                continue
            found = self._longest(folded, start, key)
            if found and found.span.start > start:
                found = self._longer(found, folded)
            if found:
                done = found.whole.stop if found.form.meaning == "none" else found.span.stop
                yield found

    def _longer(self, found: Found, folded: str) -> Found:
        # A wording that needs words before it gives way to a longer one that needs none.
        word = _WORD.match(folded, found.span.start)
        key = word[0] if word else ""
        other = self._longest(folded, found.span.start, key[0] if key[:1].isdigit() else key)
        return other if other and other.span.stop > found.span.stop else found

    def find_at(self, folded: str, place: int) -> Found | None:
        """The longest form that begins at `place`."""
        return self._longest(folded, place, None)

    def _starts(self, folded: str) -> Iterator[tuple[int, str]]:
        starts = []
        for index, start, stop in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum():
                continue
            key = self._keys[index]
            if not key.isdigit() and folded[stop : stop + 1].isalnum():
                continue
            starts.append((start, key))
        return iter(sorted(starts))

    def _longest(self, folded: str, start: int, key: str | None) -> Found | None:
        best: tuple[Form, re.Match[str]] | None = None
        for index in range(len(self._forms)) if key is None else self._by_start.get(key, ()):
            form, pattern = self._forms[index]
            match = pattern.match(folded, start)
            if match and (best is None or match.end() > best[1].end()):
                best = form, match
        if best is None:
            return None
        form, match = best
        slots = {name.rstrip(_DIGITS): words for name, words in match.groupdict().items() if words is not None}
        return Found(form, Span(*match.span("core")), Span(*match.span()), slots)


def compile_form(pattern: str, slots: Mapping[str, str]) -> str:
    """Make a form's pattern a regular expression, its core in the group `core` and its slots in groups of their own."""
    return _LEFT + _translate_tokens(_attach_gaps(_bound(pattern)), slots) + _RIGHT


def _gate(forms: Iterable[Form], slots: Slots) -> str:
    # One pattern that tells whether any of the forms fits; forms that begin alike share their beginning.
    rests: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        text = _attach_gaps(_bound(form.pattern).replace("<", "").replace(">", "", 1))
        shared = _HEAD.match(text)
        rests[shared[0] if shared else ""].append(text[shared.end() if shared else 0 :])
    parts = []
    for head, tails in rests.items():
        joined = "|".join(_strip_names(_translate_tokens(tail, slots.patterns)) for tail in tails)
        parts.append(f"{_strip_names(_translate_tokens(head, slots.patterns))}(?:{joined})")
    return f"{_LEFT}(?:{'|'.join(parts)}){_RIGHT}"


def _bound(pattern: str) -> str:
    # Marks the core of a pattern that needs no context.
    bounded = pattern.replace("< ", "<").replace(" >", ">")
    if "<" not in bounded:
        bounded = "<" + bounded
    return fold(bounded if ">" in bounded else bounded + ">")


def _strip_names(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


def _translate_tokens(pattern: str, slots: Mapping[str, str]) -> str:
    counts: dict[str, int] = defaultdict(int)
    return "".join(_translate(token, slots, counts) for token in _TOKEN.finditer(pattern))


def _attach_gaps(pattern: str) -> str:
    # A part that may be left out takes one of the spaces beside it along.
    opened: list[int] = []
    text = list(pattern)
    for place, letter in enumerate(pattern):
        if letter == "(":
            opened.append(place)
        elif letter == ")":
            start = opened.pop()
            if pattern[place + 1 : place + 2] != "?":
                continue
            if start and text[start - 1] == " ":
                text[start - 1], text[start], text[place] = "", "( (", "))"
            elif pattern[place + 2 : place + 3] == " " and (not start or pattern[start - 1] in " (|<"):
                text[start], text[place], text[place + 2] = "((", ") )", ""
    return "".join(text)


def _translate(token: re.Match[str], slots: Mapping[str, str], counts: dict[str, int]) -> str:
    text = token[0]
    if name := token[1]:
        counts[name] += 1
        return f"(?P<{name}{counts[name] if counts[name] > 1 else ''}>{slots[name]})"
    marks = {"(": "(?:", ")": ")", ")?": ")?", "|": "|", "<": "(?P<core>", ">": ")"}
    return marks.get(text) or (_GAP if text.isspace() else re.escape(text))


def _first(spelling: str, slots: Slots) -> frozenset[str]:
    # The words or digits that a wording can begin with.
    words = fold(spelling).replace("<", "").replace("{start}", "").strip()
    slot = _SLOT.match(words)
    if not slot:
        return frozenset({words[0] if words[0] in _DIGITS + "," else words.split()[0].strip(",")})
    name = slot[1]
    if name not in slots.values:
        return frozenset(_DIGITS) | _words_of(name, slots)
    return frozenset().union(*(_first(wording, slots) for wording in slots.values[name]))


def _words_of(name: str, slots: Slots) -> frozenset[str]:
    return slots.openings.get(name, frozenset())
