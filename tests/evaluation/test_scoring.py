"""Scoring on rows small enough to count by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from telcon.evaluation import GoldError, Score, evaluate, parse_row
from telcon.evaluation.names import are_similar, fold_name
from telcon.evaluation.rows import ContactRow, DurationRow
from telcon.evaluation.values import find_days, is_date_right, is_duration_right

TEXT = "Hai bên nhất trí tăng cường hợp tác về năng lượng."
PUTIN, XI = {"name": "Vladimir Putin", "country": "RU"}, {"name": "Xi Jinping", "country": "CN"}
CALL: dict[str, Any] = {
    "participants": [PUTIN, XI],
    "level": "leaders",
    "kind": "phone",
    "status": "held",
    "date": "2025-01-21",
    "focus": True,
    "reported_by": [{"name": "Kremlin", "side": "RU"}],
    "topics": ["energy", "taiwan"],
}
STATEMENT = {"speaker": ["Xi Jinping"], "kind": "indirect", "begins": "tăng cường hợp", "ends": "năng lượng"}
PAGE: dict[str, Any] = {
    "id": "p",
    "file": "p.txt",
    "title": "Điện đàm Nga - Trung",
    "published": "2025-01-22T10:46",
    "body_lines": [1, 2, 3, 4],
    "contacts": [CALL],
    "statements": [STATEMENT],
}


def score(gold: dict[str, Any], **changed: Any) -> Score:
    """Score a page against a prediction that differs from it in what is named."""
    rows = [parse_row(json.dumps(row), "here") for row in (gold, gold | changed)]
    outcome = evaluate(rows[:1], rows[1:], {"p": TEXT})
    assert not outcome.absent
    return outcome.score


def test_a_perfect_reading_has_full_figures_and_no_miss() -> None:
    figures = score(PAGE).figures()
    assert {name for name, value in figures.items() if value is None} == {"quiet"}
    assert {value for value in figures.values() if value is not None} == {1.0}
    assert not score(PAGE).misses


@pytest.mark.parametrize(
    ("changed", "figure", "value"),
    [
        ({"body_lines": [1, 2, 9]}, "body", 4 / 7),
        ({"title": "điện đàm NGA - Trung!"}, "title", 1.0),
        ({"title": "Khác"}, "title", 0.0),
        ({"published": "2025-01-22"}, "published", 1.0),
        ({"contacts": []}, "contact", 0.0),
        ({"contacts": [CALL, CALL]}, "contact", 2 / 3),
        ({"contacts": [CALL | {"participants": [XI, PUTIN]}]}, "contact", 1.0),
        ({"contacts": [CALL | {"participants": [PUTIN]}]}, "contact", 0.0),
        ({"contacts": [CALL | {"focus": False}]}, "focus", 0.0),
        ({"contacts": [CALL | {"kind": "video"}]}, "kind", 0.0),
        ({"contacts": [CALL | {"date": "2025-01"}]}, "date", 1.0),
        ({"contacts": [CALL | {"date": "2025-01"}]}, "date_strict", 0.0),
        ({"contacts": [CALL | {"date": "2025"}]}, "date", 0.0),
        ({"contacts": [CALL | {"topics": ["energy"]}]}, "topics", 2 / 3),
        ({"contacts": [CALL | {"reported_by": []}]}, "sources", 0.0),
        ({"statements": []}, "statement", 0.0),
        ({"statements": [STATEMENT | {"start": 17, "stop": 49}]}, "statement", 1.0),
        ({"statements": [STATEMENT | {"start": 0, "end": 9}]}, "statement", 0.0),
        ({"statements": [STATEMENT | {"speaker": []}]}, "speaker", 0.0),
        ({"statements": [STATEMENT | {"kind": "direct"}]}, "direct", 0.0),
    ],
)
def test_a_mistake_costs_what_it_should(changed: dict[str, Any], figure: str, value: float) -> None:
    assert score(PAGE, **changed).figures()[figure] == pytest.approx(value)


def test_a_page_without_contacts_is_right_when_nothing_is_found() -> None:
    quiet = PAGE | {"contacts": [], "statements": []}
    assert score(quiet).figures()["quiet"] == 1.0
    assert score(quiet, contacts=[CALL]).figures()["quiet"] == 0.0


def test_contacts_of_officials_are_neither_asked_for_nor_held_against() -> None:
    gold = PAGE | {"contacts": [CALL, CALL | {"level": "officials", "participants": [PUTIN, PUTIN]}]}
    assert score(gold, contacts=[CALL]).figures()["contact"] == 1.0
    found = [CALL, CALL | {"participants": [PUTIN, PUTIN]}]
    assert score(gold, contacts=found).figures()["contact"] == 1.0


def test_partial_gold_holds_nothing_against_other_finds() -> None:
    gold = PAGE | {"partial": True, "contacts": [CALL | {"initiator": None}]}
    found = [CALL | {"initiator": "RU"}, CALL | {"participants": [PUTIN, PUTIN], "focus": False}]
    figures = score(gold, contacts=found).figures()
    assert figures["contact"] == 1.0
    assert figures["initiator"] is None


def test_misses_say_what_was_wanted() -> None:
    (miss,) = score(PAGE, title=None).misses
    assert str(miss) == 'p\ttitle\twant "Điện đàm Nga - Trung"\tgot ""'


def test_names_are_compared_across_spellings() -> None:
    assert fold_name("Điện  Élysée!") == "dien elysee"
    assert are_similar("Zelensky", "Zelenskyy")
    assert are_similar("Volodymyr Zelensky", "Volodymyr")
    assert are_similar("Xi Jinping", "Tập Cận Bình") is False
    assert are_similar("Xi Jinping", "习近平")
    assert are_similar("Saudi Press Agency", "News Agency") is False


def test_dates_cover_days() -> None:
    assert [str(day) for day in find_days("2024-12") or ()] == ["2024-12-01", "2024-12-31"]
    assert [str(day) for day in find_days("2025-08-07/2025-08-08") or ()] == ["2025-08-07", "2025-08-08"]
    assert find_days("XXXX-02-08") is None
    assert find_days("2025-02-30") is None
    assert is_date_right(ContactRow(date=None), ContactRow(date=None))
    assert not is_date_right(ContactRow(date=None), ContactRow(date="2025"))


def test_durations_may_differ_by_two_minutes() -> None:
    want = ContactRow(duration=DurationRow(90, "over"))
    assert is_duration_right(want, ContactRow(duration=DurationRow(92, "over")))
    assert not is_duration_right(want, ContactRow(duration=DurationRow(90, "about")))
    assert not is_duration_right(want, ContactRow())


@pytest.mark.parametrize("line", ["{", '{"contacts": []}', '{"id": "p", "contacts": 3}', "[]"])
def test_a_bad_line_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(GoldError, match=r"^gold\.jsonl:7: "):
        parse_row(line, "gold.jsonl:7")
