"""Every case of a noun phrase and whom it points at."""

from __future__ import annotations

import pytest

from telcon.languages.sheets import Case
from tests.cases import whole_cases
from tests.mentions.reading import find_namings, tell

CASES = whole_cases("namings")


@pytest.mark.parametrize(("code", "case"), [pytest.param(*each, id=each[1].source) for each in CASES])
def test_the_phrases_between_braces_point_at_these(code: str, case: Case) -> None:
    namings = find_namings(case.text, code)
    found = [case.text[naming.start : naming.stop] for naming in namings]
    assert found == [case.text[mark.start : mark.stop] for mark in case.marks]
    assert [tell(naming, value) for naming, value in zip(namings, case.values, strict=True)] == list(case.values)


def test_some_sentences_point_at_nobody() -> None:
    assert sum(not case.marks for _, case in CASES) >= 10
