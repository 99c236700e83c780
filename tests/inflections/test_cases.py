"""Every line of the cases of a language's inflection."""

from __future__ import annotations

import pytest

from telcon.inflections import Case, Forms
from telcon.languages import load_pack, pack_codes
from telcon.languages.packs import FOLDER

OBLIQUE = tuple(Case)[1:]
PACKS = [load_pack(code) for code in pack_codes() if load_pack(code).inflection]


def list_lines(code: str) -> list[tuple[str, str, list[str]]]:
    """Heading, base and forms of each line."""
    found, heading = [], ""
    for line in (FOLDER / code / "inflection.cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            base, _, forms = line.partition(" => ")
            found.append((heading, base, forms.split(" | ")))
    return found


LINES = [pytest.param(pack.code, *line, id=line[1]) for pack in PACKS for line in list_lines(pack.code)]


def inflect(code: str, heading: str, base: str) -> Forms:
    inflection = load_pack(code).inflection
    assert inflection
    return {"person": inflection.person, "noun": inflection.phrase, "agrees": inflection.adjective}[heading](base)


@pytest.mark.parametrize(("code", "heading", "base", "wanted"), LINES)
def test_each_form_stands_in_its_case(code: str, heading: str, base: str, wanted: list[str]) -> None:
    forms = inflect(code, heading, base)
    assert base in forms
    if heading == "agrees":
        assert set(wanted) <= set(forms)
        return
    assert [form for form, case in zip(wanted, OBLIQUE, strict=True) if case not in forms.get(form, ())] == []


@pytest.mark.parametrize(("code", "heading", "base", "wanted"), LINES)
def test_a_name_in_any_case_leads_back_to_the_nominative(code: str, heading: str, base: str, wanted: list[str]) -> None:
    inflection = load_pack(code).inflection
    assert inflection
    for form, case in zip(wanted, OBLIQUE, strict=True) if heading == "person" else ():
        assert base in inflection.bases(form, [case])
