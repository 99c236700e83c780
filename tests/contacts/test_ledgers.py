"""The ledger of agreements and follow-ups."""

from __future__ import annotations

from datetime import date

import pytest

from telcon.contacts import Contact, Entry, make_ledger
from telcon.model.contacts import Agreement, Evidence, Matter, Stage, Standing, Term
from telcon.model.spans import Span
from tests.contacts.test_accounts import telling

WORDS = Evidence(Span(0, 4), "word")


def agreed(stage: Stage = Stage.AGREED, *dates: str, **changes: object) -> Agreement:
    terms = tuple(Term(day.strip("()"), not day.startswith("("), WORDS) for day in dates)
    given = {"matter": Matter.PROJECT, "object": "pipeline", "stage": stage, "evidence": WORDS, "terms": terms}
    return Agreement(**given | changes)  # type: ignore[arg-type]


def contact(name: str, day: str | None, *agreements: Agreement) -> Contact:
    return Contact(name, (telling(name, date=day, agreements=agreements),))


def shown(entries: list[Entry]) -> list[tuple[list[str], str | None, str]]:
    return [([it.id for it in entry.contacts], entry.due, entry.stage) for entry in entries]


def test_one_agreement_over_several_contacts_is_one_entry() -> None:
    contacts = [
        contact("b", "2025-01-21", agreed(Stage.PLANNED, "2027", "(2023-02)")),
        contact("a", "2024-01-01", agreed(Stage.PROPOSED)),
        contact("c", "2025-06-01", agreed(Stage.AGREED, "2027-03")),
    ]
    (entry,) = make_ledger(contacts)
    assert shown([entry]) == [(["a", "b", "c"], "2027-03", "agreed")]
    assert (entry.sides, entry.made) == (("CN", "RU"), "2023-02")
    assert make_ledger(reversed(contacts)) == [entry]


def test_other_times_are_other_agreements() -> None:
    told = [
        contact("a", "2024-01-01", agreed(Stage.PLANNED, "2027")),
        contact("b", "2025-01-01", agreed(Stage.PLANNED, "2030")),
    ]
    assert shown(make_ledger(told)) == [(["a"], "2027", "planned"), (["b"], "2030", "planned")]


def test_what_names_no_time_joins_where_there_is_one_only() -> None:
    two = [contact("a", "2024-01-01", agreed(Stage.PLANNED, "2027"), agreed(Stage.PLANNED, "2030"))]
    vague = contact("b", "2025-01-01", agreed())
    assert [it for it, _, _ in shown(make_ledger([*two, vague]))] == [["a"], ["a"], ["b"]]


def test_general_matters_are_one_within_their_contact_only() -> None:
    talks = agreed(matter=Matter.TALKS, object="")
    told = make_ledger([contact("a", "2024-01-01", talks, talks), contact("b", "2025-01-01", talks)])
    assert [[it.id for it in entry.contacts] for entry in told] == [["a"], ["b"]]
    assert [len(entry.remarks) for entry in told] == [2, 1]


@pytest.mark.parametrize(
    ("stage", "dates", "standing"),
    [
        (Stage.PLANNED, ["2025-03"], Standing.OPEN),
        (Stage.PLANNED, ["2025-02"], Standing.PAST),
        (Stage.AGREED, [], Standing.OPEN),
        (Stage.DONE, ["2024"], Standing.DONE),
        (Stage.REFUSED, ["2026"], Standing.OFF),
    ],
)
def test_what_became_of_it(stage: Stage, dates: list[str], standing: Standing) -> None:
    (entry,) = make_ledger([contact("a", "2024-01-01", agreed(stage, *dates))])
    assert entry.standing(date(2025, 3, 1)) is standing


def test_the_last_contact_says_how_far_it_has_come() -> None:
    told = [contact("a", "2024-01-01", agreed()), contact("b", "2025-01-01", agreed(Stage.REFUSED), agreed())]
    assert make_ledger(told)[0].stage is Stage.REFUSED


def test_no_contacts_have_no_ledger() -> None:
    assert make_ledger([contact("a", None)]) == []
