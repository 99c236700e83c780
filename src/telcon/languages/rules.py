"""What a rule that is named with a claim says, and which examples protect it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from telcon.languages.packs import load_pack, pack_codes
from telcon.languages.sheets import Case, Form, Sheet
from telcon.letters.folding import fold

_SOURCE = re.compile(r"(\w+)/(\w+)\.forms\.txt:\d+")
_SLOT = re.compile(r"\{\w+\}")
# Where a form says what must stand beside it, `<` and `>` end the words that it reads.
_ENDS = re.compile(r"[<>]")
_SHOWN = 5


def form_of(rule: str) -> tuple[Sheet, Form] | None:
    """The form that a rule such as `vi/contacts.forms.txt:12` points at, with its sheet; None for a rule in code."""
    found = _SOURCE.search(rule)
    if not found or found[1] not in pack_codes() or found[2] not in (sheets := load_pack(found[1]).sheets):
        return None
    sheet = sheets[found[2]]
    return next(((sheet, form) for form in sheet.forms if form.source == found[0]), None)


def protecting_cases(sheet: Sheet, form: Form) -> list[Case]:
    """Up to five cases whose marked words hold the form; else cases that hold it at all; else cases of its meaning."""
    wordings = list(_wordings(form))
    marked = (case for case in sheet.cases if _hold(wordings, (case.text[it.start : it.stop] for it in case.marks)))
    anywhere = (case for case in sheet.cases if _hold(wordings, [case.text]))
    alike = (case for case in sheet.cases if case.meaning == form.meaning)
    return next(filter(None, (list(islice(cases, _SHOWN)) for cases in (marked, anywhere, alike))), [])


def _hold(wordings: Sequence[tuple[str, str]], texts: Iterable[str]) -> bool:
    # Some forms have thousands of spellings: most are ruled out by their letters, before a pattern is made of them.
    folded = [_fold(text) for text in texts]
    return any(part in text and re.search(pattern, text) for part, pattern in wordings for text in folded)


def _wordings(form: Form) -> Iterator[tuple[str, str]]:
    """For each spelling its longest part without a slot, and the pattern that it matches by."""
    for spelling in form.spellings():
        words = " ".join(_ENDS.sub(" ", fold(spelling)).split())
        parts = _SLOT.split(words)
        yield max(parts, key=len).strip(), rf"(?<!\w){'.+'.join(map(re.escape, parts))}(?!\w)"


_fold = cache(fold)
