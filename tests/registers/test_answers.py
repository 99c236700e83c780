"""What a service answers is read line by line; what cannot be taken is counted with its reason."""

from __future__ import annotations

import pytest

from telcon.model.contacts import Office
from telcon.registers import RegisterError, read_answer
from telcon.registers.answers import Holding, Passed
from tests.registers.conftest import row, table

HEAD = Office.HEAD_OF_STATE


def test_a_line_is_read() -> None:
    told = table(
        row("FJ", "Q5", "2026-06-01", "2026-11-20", en="Ada Example", ru="Ада Пример", hans="艾达·示例", zh="x")
    )
    names = (("en", "Ada Example"), ("ru", "Ада Пример"), ("zh", "艾达·示例"))
    assert read_answer(HEAD, told).holdings == (Holding(HEAD, "FJ", "Q5", "2026-06-01", "2026-11-20", True, names),)


def test_a_name_for_all_languages_stands_in_for_those_in_latin_letters() -> None:
    (told,) = read_answer(HEAD, table(row("FJ", "Q5", "2026-06-01", mul="Ada Example"))).holdings
    assert told.names == (("en", "Ada Example"), ("vi", "Ada Example"))


@pytest.mark.parametrize(
    ("precision", "date"), [(14, None), (11, "2026-06-01"), (10, "2026-06"), (9, "2026"), (8, None), (7, None)]
)
def test_dates_are_no_finer_than_they_are_known(precision: int, date: str | None) -> None:
    told = read_answer(HEAD, table(row("FJ", "Q5", "2026-06-01", startPrecision=precision)))
    assert [holding.start for holding in told.holdings] == ([date] if date else [])
    assert told.passed == ({} if date else {Passed.UNDATED: 1})


@pytest.mark.parametrize("unknown", [None, "http://www.wikidata.org/.well-known/genid/f00"])
def test_an_end_that_came_nobody_knows_when_is_no_open_one(unknown: object) -> None:
    (told,) = read_answer(HEAD, table(row("FJ", "Q5", "2026-06-01", stopTold=unknown))).holdings
    assert (told.stop, told.ended) == (None, True)
    (told,) = read_answer(HEAD, table(row("FJ", "Q5", "2026-06-01"))).holdings
    assert (told.stop, told.ended) == (None, False)


def test_what_cannot_be_taken_is_counted() -> None:
    told = table(
        row("FJ", "Q5", "2026-06-01", rank="DeprecatedRank"),
        row("FJ", None, "2026-06-01"),
        row("FJ", "L5-F1", "2026-06-01"),
        row("FJ", "Q5", None),
        row("FJ", "Q5", None, startTold=None),
        row("FJ", "Q5", "44-03-15"),
        {"code": "FJ"},
        row("FJ", "Q6", "2026-06-01"),
    )
    answer = read_answer(HEAD, told)
    assert [holding.person for holding in answer.holdings] == ["Q6"]
    assert answer.passed == {Passed.DEPRECATED: 1, Passed.NOBODY: 2, Passed.UNDATED: 2, Passed.AMISS: 2}


def test_the_same_line_twice_counts_once() -> None:
    lines = (row("FJ", "Q5", "2020-01-01", stop) for stop in ("2024-01-01", "2022-01-01", "2022-01-01"))
    assert [holding.stop for holding in read_answer(HEAD, table(*lines)).holdings] == ["2022-01-01"]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"<!doctype html><title>502</title>", "it answered with a page instead of results"),
        (b"", "its answer is no JSON"),
        (b"SPARQL-QUERY: queryStr=SELECT", "its answer is no JSON"),
        (b'{"head": {"vars": []}, "results": {"bindings": [{"code": ', "its answer breaks off or is damaged"),
        (table(row("FJ", "Q5", "2026-06-01"))[:-9] + b"java.util.concurrent.TimeoutException", "its answer breaks off"),
        (b'{"head": {}, "boolean": true}', "its answer is no table of results"),
        (b'{"results": {"bindings": [{"code": 5}]}}', "its answer is no table of results"),
        (b'{"results": {"bindings": []}}', "it knows of nobody"),
        (b'{"results": {"bindings": [{"code": {"type": "literal", "value": "\xff"}}]}}', "its answer"),
    ],
)
def test_what_is_no_answer_is_told_apart(body: bytes, complaint: str) -> None:
    with pytest.raises(RegisterError) as error:
        read_answer(HEAD, body)
    assert str(error.value).startswith(complaint)
