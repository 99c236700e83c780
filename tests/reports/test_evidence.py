"""What holds of every page of the corpus: words stand where they are said to, and every value has its claim."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import telcon
from telcon.model.contacts import Evidence, Report
from telcon.model.readings import Reading

PAGES = sorted((Path(__file__).resolve().parents[2] / "corpus" / "dev" / "vi").glob("*.txt"))
BYTE_ORDER_MARK = "\ufeff"
each_page = pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
WRONG_ENCODING = ("áº", "á»")


def _decompose(text: str) -> str:
    """Part letters from their marks, but for lines in a wrong encoding, whose letters are none yet."""
    lines = text.split("\n")
    mangled = [any(sign in line for sign in WRONG_ENCODING) for line in lines]
    pairs = zip(lines, mangled, strict=True)
    return "\n".join(line if wrong else unicodedata.normalize("NFD", line) for line, wrong in pairs)


DAMAGES: dict[str, Callable[[str], str]] = {
    "decomposed": _decompose,
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: BYTE_ORDER_MARK + text,
    "hard spaces": lambda text: text.replace("ông ", "ông\xa0"),
    "soft hyphens": lambda text: text.replace("đàm", "đ\xadàm"),
    "trailing spaces": lambda text: text.replace("\n", "  \n"),
}


@cache
def _read(page: Path) -> Reading:
    return telcon.read(_load(page), lang="vi")


@cache
def _load(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _evidence(reading: Reading) -> list[Evidence]:
    claims = [claim for report in reading.contacts for claim in report.claims]
    found = [evidence for claim in claims for evidence in claim.evidence]
    found += [statement.evidence for statement in reading.statements]
    return found + [leftover.evidence for leftover in reading.leftovers]


def test_the_corpus_is_there() -> None:
    assert len(PAGES) >= 20


@each_page
def test_all_words_stand_where_they_are_said_to(page: Path) -> None:
    text = _load(page)
    for evidence in _evidence(_read(page)):
        assert evidence.words
        assert evidence.words == text[evidence.span.start : evidence.span.stop]


@each_page
def test_every_value_of_a_contact_has_its_claim(page: Path) -> None:
    for report in _read(page).contacts:
        told = {(claim.field, claim.value) for claim in report.claims}
        assert {("kind", report.kind.value), ("status", report.status.value)} <= told
        for person in report.participants:
            assert ("participant", f"{person.name} ({person.country})") in told
        assert _optional(report) <= told
        assert all(claim.rule and claim.evidence for claim in report.claims)


def _optional(report: Report) -> set[tuple[str, str]]:
    told = {("date", report.date)} if report.date else set()
    if report.duration:
        told.add(("duration", f"{report.duration.minutes} {report.duration.bound.value}"))
    if report.initiator:
        told.add(("initiator", report.initiator))
    return told | {("topic", topic) for topic in report.topics}


@each_page
def test_a_claim_without_a_value_on_the_report_is_none(page: Path) -> None:
    for report in _read(page).contacts:
        fields = [claim.field for claim in report.claims]
        assert all(fields.count(field) <= 1 for field in ("kind", "status", "date", "duration", "initiator"))
        assert ("date" in fields) == (report.date is not None)
        assert ("duration" in fields) == (report.duration is not None)


@each_page
def test_contacts_are_between_people_of_different_states(page: Path) -> None:
    for report in _read(page).contacts:
        assert len({person.country for person in report.participants}) >= 2


@each_page
def test_statements_belong_to_contacts_of_the_page(page: Path) -> None:
    reading = _read(page)
    for statement in reading.statements:
        assert statement.speaker
        assert statement.contact is None or 0 <= statement.contact < len(reading.contacts)


@each_page
def test_the_same_page_reads_the_same(page: Path) -> None:
    assert telcon.read(_load(page), lang="vi") == _read(page)


@pytest.mark.parametrize("damage", DAMAGES)
@each_page
def test_damage_changes_no_contact(page: Path, damage: str) -> None:
    text = DAMAGES[damage](_load(page))
    reading = telcon.read(text, lang="vi")
    assert [_show(report) for report in reading.contacts] == [_show(report) for report in _read(page).contacts]
    assert all(evidence.words == text[evidence.span.start : evidence.span.stop] for evidence in _evidence(reading))


def _show(report: Report) -> tuple[object, ...]:
    return (
        report.participants,
        report.kind,
        report.status,
        report.focus,
        report.date,
        report.date_in_page,
        report.duration,
        report.initiator,
        report.reported_by,
        report.topics,
    )
