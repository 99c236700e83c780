"""Each contact is told of once when it is new, when it was held, and when both sides have told of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telcon.contacts import Ruling
from telcon.model.contacts import Kind, Status
from telcon.news import Subscriptions, foresee
from telcon.store import Store, Wish
from tests.news.conftest import KREMLIN, XINHUA, Receiver, Round, add

Write = Callable[[str], Subscriptions]


@pytest.fixture
def hook(write: Write, receiver: Receiver) -> Callable[..., Subscriptions]:
    """A subscription by webhook that is told of everything, or of what the further lines ask for."""

    def made(more: str = 'start = "all"') -> Subscriptions:
        return write(
            f'[[subscription]]\nname = "all"\nwebhook = "{receiver.address}"\nsecret = "HOOK_SECRET"\n{more}\n'
        )

    return made


def occasions(receiver: Receiver) -> list[str]:
    return [told["occasion"] for told in receiver.told]


def test_a_contact_is_told_of_once(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    assert [outcome.sent for outcome in tell_all(hook())] == [1]
    add(store, "two")
    assert [outcome.sent for outcome in tell_all(hook())] == [0]
    add(store, "three", date="2025-03-01")
    tell_all(hook())
    assert occasions(receiver) == ["new", "new"]
    assert [told["contact"]["date"] for told in receiver.told] == ["2025-01-21", "2025-03-01"]


def test_a_plan_is_told_of_again_once_it_was_held(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one", status=Status.PLANNED)
    tell_all(hook())
    add(store, "two", status=Status.PROPOSED)
    tell_all(hook())
    add(store, "three")
    tell_all(hook())
    add(store, "four", status=Status.PLANNED)
    tell_all(hook())
    assert occasions(receiver) == ["new", "held"]
    assert [told["contact"]["status"] for told in receiver.told] == ["planned", "held"]


def test_the_second_sides_own_account_is_told_of_once(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one", reported_by=(KREMLIN,))
    tell_all(hook())
    for name in ("two", "three"):
        add(store, name, reported_by=(XINHUA,))
        tell_all(hook())
    assert occasions(receiver) == ["new", "both sides"]


def test_what_the_record_held_before_is_known_to_a_new_subscription(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one", status=Status.PLANNED)
    tell_all(hook(""))
    assert receiver.came == []
    add(store, "two")
    add(store, "three", date="2025-03-01")
    tell_all(hook(""))
    assert sorted(occasions(receiver)) == ["held", "new"]


def test_contacts_that_are_joined_are_not_told_of_again(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    add(store, "two", date="2025-03-01")
    tell_all(hook())
    one, two = store.contacts()
    wish = Wish(Ruling.SAME, one.tellings[0].member, (two.tellings[0].member,))
    number = store.decide(wish, author="Lan")
    assert len(store.contacts()) == 1
    tell_all(hook())
    store.undo(number, author="Lan")
    assert len(store.contacts()) == 2
    tell_all(hook())
    assert len(receiver.came) == 2


def test_a_page_that_changed_is_no_news(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    tell_all(hook())
    before = {telling.member for contact in store.contacts() for telling in contact.tellings}
    add(store, "one", words="one, corrected")
    assert before.isdisjoint(telling.member for contact in store.contacts() for telling in contact.tellings)
    tell_all(hook())
    assert len(receiver.came) == 1


def test_asking_for_more_does_not_bring_what_is_long_known(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one", kind=Kind.VIDEO)
    tell_all(hook('kinds = ["phone"]'))
    add(store, "two", date="2025-03-01")
    tell_all(hook('kinds = ["phone"]'))
    add(store, "three", date="2025-04-01", kind=Kind.VIDEO)
    tell_all(hook('kinds = ["phone", "video"]'))
    assert [told["contact"]["date"] for told in receiver.told] == ["2025-03-01", "2025-04-01"]


@pytest.mark.parametrize(
    ("asked", "dates"),
    [
        ('people = ["Путин"]', ["2025-01-21", "2025-03-01"]),
        ('people = ["Modi", "Tập Cận Bình"]', ["2025-01-21", "2025-03-01"]),
        ('people = ["Modi"]', []),
        ('states = ["IN", "Trung Quốc"]', ["2025-01-21", "2025-03-01"]),
        ('topics = ["iran"]', ["2025-03-01"]),
        ('kinds = ["video"]', ["2025-03-01"]),
        ('statuses = ["planned"]', ["2025-03-01"]),
        ('since = "2025-02"', ["2025-03-01"]),
        ('states = ["RU"]\ntopics = ["iran", "trade_economy"]\nkinds = ["phone"]', ["2025-01-21"]),
    ],
)
def test_any_of_each_and_all_together_are_asked_for(
    store: Store, hook: Callable[..., Subscriptions], asked: str, dates: list[str]
) -> None:
    add(store, "one")
    add(store, "two", date="2025-03-01", kind=Kind.VIDEO, status=Status.PLANNED, topics=("iran",))
    ((_, finds),) = foresee(store, hook(f'start = "all"\n{asked}'))
    assert [find.contact.date for find in finds] == dates


def test_foreseeing_writes_nothing(
    store: Store, receiver: Receiver, hook: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    for _ in range(2):
        ((_, finds),) = foresee(store, hook())
        assert len(finds) == 1
    assert store.news.stuck() == []
    tell_all(hook())
    assert len(receiver.came) == 1
