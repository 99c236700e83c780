"""What a rule that is named with a claim says, and which examples protect it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telcon.languages.packs import load_pack, pack_codes
from telcon.languages.sheets import Case, Form, Sheet
from telcon.letters.folding import fold

_SOURCE = re.compile(r"(\w+)/(\w+)\.forms\.txt:\d+")
_SLOT = re.compile(r"\\\{\w+\\\}")
_SHOWN = 5


def form_of(rule: str) -> tuple[Sheet, Form] | None:
    """The form that a rule such as `vi/contacts.forms.txt:12` points at, with its sheet; None for a rule in code."""
    found = _SOURCE.search(rule)
    if not found or found[1] not in pack_codes() or found[2] not in (sheets := load_pack(found[1]).sheets):
        return None
    sheet = sheets[found[2]]
    return next(((sheet, form) for form in sheet.forms if form.source == found[0]), None)


def protecting_cases(sheet: Sheet, form: Form) -> list[Case]:
    """Up to five cases whose marked words hold the form; where none does, cases of its meaning."""
    marked = [case for case in sheet.cases if _holds(case, form)]
    return (marked or [case for case in sheet.cases if case.meaning == form.meaning])[:_SHOWN]


def _holds(case: Case, form: Form) -> bool:
    marked = [fold(case.text[mark.start : mark.stop]) for mark in case.marks]
    return any(pattern.search(words) for pattern in _patterns(form) for words in marked)


def _patterns(form: Form) -> Iterator[re.Pattern[str]]:
    for spelling in form.spellings():
        inner = _SLOT.sub(".+", re.escape(fold(spelling)))
        yield re.compile(rf"(?<!\w){inner}(?!\w)")
