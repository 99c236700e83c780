"""Contacts over time."""

from __future__ import annotations

from datetime import date

from telcon.contacts import Contact, make_series
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration
from tests.contacts.test_accounts import telling


def contact(name: str, day: str | None, **changes: object) -> Contact:
    return Contact(name, (telling(name, date=day, **changes),))


def test_a_series_sums_up_what_was_held_and_what_became_of_plans() -> None:
    summed = make_series(
        [
            contact("c", "2025-03-18", duration=Duration(150), initiator="US", topics=("iran",)),
            contact("a", "2024-01-01", kind=Kind.MEETING, topics=("energy", "iran")),
            contact("b", "2025-02-12", topics=("iran",)),
            contact("undated", None, duration=None),
            contact("silent", "2023-05-05", topics=()),
            contact("open", "2025-06-01", status=Status.PLANNED),
            contact("wish", None, status=Status.PROPOSED),
            contact("lapsed", "2025-03-30", status=Status.PLANNED),
            contact("no", "2025-04-01", status=Status.DENIED),
        ],
        today=date(2025, 5, 1),
    )
    assert [it.id for it in summed.held] == ["silent", "a", "b", "c", "undated"]
    assert summed.first and summed.last and summed.longest
    assert (summed.first.id, summed.last.id, summed.longest.id) == ("silent", "c", "c")
    assert [(gap.days, gap.before.id) for gap in summed.gaps] == [(408, "a"), (241, "silent"), (34, "b")]
    assert dict(summed.kinds) == {Kind.MEETING: 1, Kind.PHONE: 4}
    assert dict(summed.initiators) == {"RU": 4, "US": 1}
    assert {year: dict(topics) for year, topics in summed.topics.items()} == {
        2024: {"energy": 1, "iran": 1},
        2025: {"iran": 2},
    }
    assert [it.id for it in summed.open] == ["open", "wish"]
    assert [it.id for it in summed.lapsed] == ["lapsed"]
    assert [it.id for it in summed.denied] == ["no"]


def test_nothing_amounts_to_nothing() -> None:
    summed = make_series([], today=date(2025, 5, 1))
    assert (summed.first, summed.last, summed.longest, summed.gaps) == (None, None, None, ())
