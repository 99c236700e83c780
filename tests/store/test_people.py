"""Users, sessions and tokens in the record, and the log of what is changed."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from argon2 import PasswordHasher, extract_parameters

from telcon.contacts import Ruling
from telcon.store import (
    AuditQuestion,
    Deed,
    Doer,
    Refusal,
    RefusedError,
    Role,
    Store,
    Way,
    Wish,
    acting,
    machine_user,
    open_store,
    passwords,
)
from telcon.store.passwords import check_password, hash_password, is_password
from tests.store.readings import page, reading

PASSWORD = "đường sắt xuyên Á"


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: quick)
    passwords._stand_in.cache_clear()


def test_every_change_is_written_down_with_who_made_it_from_where(store: Store) -> None:
    one = page("one", url="https://example.org/one")
    with acting(Doer("Lan", Way.SCREEN, "192.0.2.7")):
        store.add(reading(one))
        number = store.decide(Wish(Ruling.HIDE, "https://example.org/one"), author="Lan")
    store.add(reading(one))
    store.add_again(reading(one))
    store.add(reading(page("one", extra="more", url="https://example.org/one")))
    store.undo(number, author="somebody else")
    told = [(line.who, line.way, line.address, line.deed, line.subject) for line in store.audit(most=10)[::-1]]
    here = (machine_user(), Way.PROGRAM, "")
    assert told == [
        ("Lan", Way.SCREEN, "192.0.2.7", Deed.PAGE_ADDED, "https://example.org/one"),
        ("Lan", Way.SCREEN, "192.0.2.7", Deed.DECIDED, str(number)),
        (*here, Deed.PAGE_REREAD, "https://example.org/one"),
        (*here, Deed.PAGE_REVISED, "https://example.org/one"),
        (*here, Deed.UNDONE, str(number)),
    ]
    assert store.audit(most=1)[0].detail == "hide https://example.org/one (somebody else)"


def test_what_fails_is_not_written_down(store: Store) -> None:
    with pytest.raises(RefusedError):
        store.users.add("Lan", Role.EDITOR, PASSWORD)
    assert not store.undo(7, author="Lan")
    assert store.audit(most=10) == []


def test_the_log_only_grows(store: Store, record: Path) -> None:
    store.add(reading(page()))
    for change in ("UPDATE audit SET who = 'nobody'", "DELETE FROM audit"):
        with sqlite3.connect(record) as connection, pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute(change)


def test_the_log_answers_by_who_what_and_when(store: Store) -> None:
    store.users.add("Lan", Role.ADMINISTRATOR, None)
    store.add(reading(page()))
    day = store.audit(most=1)[0].at[:10]
    for asked, count in (
        (AuditQuestion(deeds=(Deed.USER_ADDED,)), 1),
        (AuditQuestion(who="nobody"), 0),
        (AuditQuestion(since=day, until=day), 2),
        (AuditQuestion(since=day[:4], until=day[:7]), 2),
        (AuditQuestion(until="2024"), 0),
        (AuditQuestion(since="2999-01"), 0),
    ):
        assert len(store.audit(asked, most=10)) == count, asked


def test_only_changes_of_content_make_another_edition(store: Store, record: Path) -> None:
    first, pulse = store.edition(), store.pulse()
    lan = store.users.add("Lan", Role.ADMINISTRATOR, PASSWORD)
    store.sessions.begin(lan)
    store.users.check("Lan", "wrong")
    assert (store.edition(), store.pulse() != pulse) == (first, True)
    with open_store(record) as other:
        other.add(reading(page()))
        edition = other.edition()
    assert store.edition() == edition > first
    store.add(reading(page()))
    assert store.edition() == edition, "a page that is held changes nothing"
    store.decide(Wish(Ruling.HIDE, "page"), author="Lan")
    assert store.edition() > edition


def test_two_administrators_do_not_both_go(store: Store) -> None:
    names = ("Lan", "Minh")
    for name in names:
        store.users.add(name, Role.ADMINISTRATOR, None)

    def go(name: str) -> str:
        try:
            store.users.change_role(name, Role.READER)
        except RefusedError as error:
            return error.refusal
        return "gone"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(go, names)) == sorted(["gone", Refusal.LAST_RULES])
    left = next(user for user in store.users.all() if user.role is Role.ADMINISTRATOR)
    with pytest.raises(RefusedError, match="one administrator must be left"):
        store.users.disable(left.name)


def test_a_password_is_kept_anew_when_its_parameters_are_dated(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.users.add("Lan", Role.ADMINISTRATOR, PASSWORD)

    def kept() -> str:
        with store._reading() as connection:
            return str(connection.exec_driver_sql("SELECT password FROM users").scalar())

    before = kept()
    assert store.users.check("lan", PASSWORD) and kept() == before
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: stronger)
    assert store.users.check("lan", PASSWORD)
    assert extract_parameters(kept()).memory_cost == 16
    assert store.users.check("lan", PASSWORD)


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("elevenchars", Refusal.PASSWORD_SHORT),
        ("x" * 1025, Refusal.PASSWORD_LONG),
        ("abababababababab", Refusal.PASSWORD_PLAIN),
        ("NGUYEN thi Lan", Refusal.PASSWORD_PLAIN),
    ],
)
def test_some_words_are_no_password(password: str, refusal: Refusal) -> None:
    with pytest.raises(RefusedError) as caught:
        check_password(password, "Nguyen Thi Lan")
    assert caught.value.refusal is refusal


def test_long_passwords_and_any_letters_will_do() -> None:
    for password in ("mật khẩu mười hai", "电话 外交 记录 一二三四五六", "a b c d e " * 100):
        check_password(password, "Lan")
        assert is_password(password, hash_password(password))
    assert not is_password("a b c d e " * 100, hash_password("a b c d e " * 99))
    assert not is_password("anything", None)
    assert not is_password("anything", "no hash at all")


def test_the_parameters_are_those_that_are_recommended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    parameters = extract_parameters(passwords.hasher().hash("x"))
    assert parameters.type.name == "ID" and parameters.memory_cost >= 19 * 1024 and parameters.time_cost >= 2
