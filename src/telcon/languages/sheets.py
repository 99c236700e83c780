"""Line sheets: the ways to say a meaning (`*.forms.txt`) and the sentences that prove them (`*.cases.txt`).

A forms sheet::

    # a comment
    [phone noun]                      a heading: the meaning, then its flags
    cuộc (điện đàm|điện thoại)        a form: words; (a|b) is a choice, (a)? may be left out; {n} is a slot

A cases sheet::

    [phone noun]
    Hai ông có {cuộc điện đàm} đầu tiên.            what is between braces must be found, with the heading's meaning
    Tối {21/1}, hai ông gặp nhau. => 2025-01-21 @ 2025-01-22     value after =>, one a mark (|), page date after @
    Sân khấu kịch nói đông khách.                   no braces: nothing must be found

Both are read by people who know the language and no Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, product
from pathlib import Path

from telcon.inflections import Case as Grammatical
from telcon.inflections import Inflection
from telcon.letters.han import part_pattern
from telcon.model.spans import Span
from telcon.model.values import value

HEADING = re.compile(r"\[([^\]]+)\]\s*$")
INFLECTED = frozenset({"declines", "animate", "agrees"})
"""Flags of headings under which forms stand in the nominative: nouns, nouns for persons, adjectives."""

CHOICE = re.compile(r"\(([^()]*)\)(\?)?")


class SheetError(ValueError):
    """A sheet has a line that cannot be read; the message names the file and the line."""


@value(frozen=True, slots=True)
class Form:
    """One way of saying a meaning; `source` is where it stands (`vi/contacts.forms.txt:12`), `sheet` the subject.

    `inflected` are its spellings with the cases that each may stand in, where its heading says that it is inflected.
    """

    meaning: str
    flags: frozenset[str]
    pattern: str
    source: str
    sheet: str
    inflected: tuple[tuple[str, frozenset[Grammatical]], ...] = ()

    def spellings(self) -> list[str]:
        """Every literal string that the form stands for, choices, optional parts and cases written out, in order."""
        return [spelling for spelling, _ in self.inflected] if self.inflected else self.bases()

    def bases(self) -> list[str]:
        """Every literal string that the pattern stands for as it is written, in order."""
        # Gaps that parts left out leave are closed in all at once, of which there are tens of thousands.
        spelled = "\n".join(_expand(" ".join(self.pattern.split())))
        while "  " in spelled:
            spelled = spelled.replace("  ", " ")
        return sorted(set(spelled.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")))


@value(frozen=True, slots=True)
class Case:
    """A sentence with what must be found in it: no `marks` where nothing must be."""

    meaning: str
    text: str
    marks: tuple[Span, ...]
    values: tuple[str, ...]
    published: str | None
    source: str


@dataclass(frozen=True)
class Sheet:
    """The forms of one subject in one language, and its cases."""

    name: str
    forms: tuple[Form, ...]
    cases_path: Path

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases beside the forms, read when first asked for."""
        return tuple(_read_cases(self.cases_path)) if self.cases_path.exists() else ()

    def meaning(self, *names: str) -> tuple[Form, ...]:
        """The forms of the meanings named, in the order of the sheet."""
        return tuple(form for form in self.forms if form.meaning in names)


def load_sheet(folder: Path, name: str, inflection: Inflection | None = None) -> Sheet:
    """Read `name.forms.txt` and `name.cases.txt` of a language's folder.

    Raises `SheetError` for a line that is no comment, heading or form.
    """
    path = folder / f"{name}.forms.txt"
    forms = _read_forms(path, name)
    if inflection:
        forms = (_inflect(form, inflection) for form in forms)
    return Sheet(name, tuple(forms), folder / f"{name}.cases.txt")


def _inflect(form: Form, inflection: Inflection) -> Form:
    """The form with its cases, where its heading has a flag that says so; the flag has then done its duty."""
    if form.flags.isdisjoint(INFLECTED):
        return form
    if "agrees" in form.flags:
        each = [inflection.adjective(base) for base in form.bases()]
    else:
        each = [inflection.phrase(base, animate="animate" in form.flags) for base in form.bases()]
    inflected: dict[str, frozenset[Grammatical]] = {}
    for forms in each:
        for spelling, cases in forms.items():
            inflected[spelling] = inflected.get(spelling, frozenset()) | cases
    return replace(form, flags=form.flags - INFLECTED, inflected=tuple(sorted(inflected.items())))


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.strip()
        if text and not text.startswith("# ") and text != "#":
            yield f"{path.parent.name}/{path.name}:{number}", text


def _read_forms(path: Path, sheet: str) -> Iterator[Form]:
    meaning, flags = "", frozenset[str]()
    for source, line in _lines(path):
        if heading := HEADING.match(line):
            meaning, *words = heading[1].split()
            flags = frozenset(words)
        elif not meaning:
            raise SheetError(f"{source}: a form before any [heading]")
        else:
            yield Form(meaning, flags, part_pattern(line), source, sheet)


def _read_cases(path: Path) -> Iterator[Case]:
    meaning = ""
    for source, line in _lines(path):
        if heading := HEADING.match(line):
            meaning = heading[1].split()[0]
            continue
        sentence, _, wanted = line.partition("=>")
        if not wanted and " @ " in sentence:
            sentence, _, published = sentence.rpartition(" @ ")
        else:
            wanted, _, published = wanted.partition("@")
        text, marks = _unmark(sentence.strip(), source)
        values = tuple(value.strip() for value in wanted.split("|") if value.strip()) or (meaning,) * len(marks)
        yield Case(meaning, text, marks, values, published.strip() or None, source)


def _unmark(sentence: str, source: str) -> tuple[str, tuple[Span, ...]]:
    text, marks, opened = "", [], -1
    for letter in sentence:
        if letter == "{":
            opened = len(text)
        elif letter == "}":
            if opened < 0:
                raise SheetError(f"{source}: a closing brace without an opening one")
            marks.append(Span(opened, len(text)))
            opened = -1
        else:
            text += letter
    if opened >= 0:
        raise SheetError(f"{source}: an opening brace without a closing one")
    return text, tuple(marks)


def _expand(pattern: str) -> Iterator[str]:
    # Plain text, what stands in brackets, whether it may be left out, plain text, …
    parts = CHOICE.split(pattern)
    if any("(" in text for text in parts[::3]):
        yield from _expand_nested(pattern)
        return
    options = [
        (body.split("|") + [""] * bool(mark), text) for body, mark, text in zip(*[iter(parts[1:])] * 3, strict=True)
    ]
    for endings in product(*([option + text for option in choice] for choice, text in options)):
        yield parts[0] + "".join(endings)


def _expand_nested(pattern: str) -> Iterator[str]:
    """The first bracket one alternative at a time: those within it have nothing to do with the others."""
    start, bars = pattern.index("("), list[int]()
    stop, depth = start, 0
    for stop in range(start, len(pattern)):
        depth += (pattern[stop] == "(") - (pattern[stop] == ")")
        if depth == 0:
            break
        if depth == 1 and pattern[stop] == "|":
            bars.append(stop)
    options = [pattern[first + 1 : last] for first, last in pairwise((start, *bars, stop))]
    mark = pattern.startswith("?", stop + 1)
    rests = list(_expand(pattern[stop + 1 + mark :]))
    for option in options + [""] * mark:
        for inner in _expand(option):
            yield from (pattern[:start] + inner + rest for rest in rests)
