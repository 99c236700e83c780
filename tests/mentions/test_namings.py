"""Every case of a noun phrase and whom it points at."""

from __future__ import annotations

import pytest

from telcon.languages.packs import FOLDER
from telcon.languages.sheets import Case, Sheet
from tests.mentions.reading import find_namings, tell

CASES = Sheet("namings", (), FOLDER / "vi" / "namings.cases.txt").cases


@pytest.mark.parametrize("case", [pytest.param(case, id=case.source) for case in CASES])
def test_the_phrases_between_braces_point_at_these(case: Case) -> None:
    namings = find_namings(case.text)
    found = [case.text[naming.start : naming.stop] for naming in namings]
    assert found == [case.text[mark.start : mark.stop] for mark in case.marks]
    assert [tell(naming, value) for naming, value in zip(namings, case.values, strict=True)] == list(case.values)


def test_some_sentences_point_at_nobody() -> None:
    assert sum(not case.marks for case in CASES) >= 10
