"""Every language says what the shared list of meanings asks of it, and proves it by a case."""

from __future__ import annotations

import tomllib

import pytest

from telcon.languages import load_pack, pack_codes
from telcon.languages.packs import FOLDER
from telcon.letters.folding import fold
from telcon.roster import load_roster_in
from telcon.roster.entries import StateForm

MEANINGS = tomllib.loads((FOLDER / "meanings.toml").read_text(encoding="utf-8"))
OPTIONAL: dict[str, dict[str, str]] = MEANINGS.pop("optional")
PAIRS = [(code, name) for code in pack_codes() for name in MEANINGS]
each_sheet = pytest.mark.parametrize(("code", "name"), PAIRS, ids=[f"{code}/{name}" for code, name in PAIRS])


@each_sheet
def test_every_meaning_has_a_form(code: str, name: str) -> None:
    missing = set(MEANINGS[name]) - {form.meaning for form in load_pack(code)[name].forms}
    assert not missing, f"{code}/{name}.forms.txt cannot say: {sorted(missing)}"


@each_sheet
def test_every_meaning_is_found_in_a_case(code: str, name: str) -> None:
    told = {value for case in load_pack(code)[name].cases if case.marks for value in (case.meaning, *case.values)}
    missing = set(MEANINGS[name]) - told
    assert not missing, f"{code}/{name}.cases.txt has no sentence for: {sorted(missing)}"


@each_sheet
def test_no_meaning_is_unknown(code: str, name: str) -> None:
    sheet = load_pack(code)[name]
    headings = {form.meaning for form in sheet.forms} | {case.meaning for case in sheet.cases}
    unknown = headings - set(MEANINGS[name]) - set(OPTIONAL.get(name, ()))
    assert not unknown, f"{code}/{name} has headings that meanings.toml does not list: {sorted(unknown)}"


@pytest.mark.parametrize("name", MEANINGS)
def test_every_meaning_has_a_gloss(name: str) -> None:
    assert all(gloss.strip() for gloss in MEANINGS[name].values())


@pytest.mark.parametrize("code", pack_codes())
def test_no_state_is_said_to_be_nothing(code: str) -> None:
    pack = load_pack(code)
    roster = load_roster_in(code, inflection=pack.inflection)
    states = {fold(words).strip() for words, entry in roster.wordings() if isinstance(entry, StateForm)}
    titles = [form for form in pack["titles"].forms if form.meaning == "nothing"] if "titles" in pack.sheets else []
    lost = {words for form in titles for words in form.spellings() if fold(words).strip() in states}
    assert not lost, f"{code}/titles.forms.txt hides the states {sorted(lost)} under [nothing]"
