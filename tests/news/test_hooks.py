"""Webhooks are signed, tried again, never sent where nobody should look, and lost by no crash."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from telcon.contacts import Ruling
from telcon.fetching import Bounds
from telcon.news import SendingError, Subscriptions, tell
from telcon.news.hooks import Hooks, key_of, send_hook, sign
from telcon.store import Deed, Store, Wish
from telcon.store import news as store_news
from telcon.store.news import News
from tests.news.conftest import SECRET, Receiver, Round, add, means

Write = Callable[[str], Subscriptions]


@pytest.fixture
def hook(write: Write, receiver: Receiver) -> Subscriptions:
    asked = f'webhook = "{receiver.address}"\nsecret = "HOOK_SECRET"\nstart = "all"\nlanguage = "vi"\n'
    return write(f'record = "https://record.example/"\n[[subscription]]\nname = "all"\n{asked}')


def test_a_message_is_what_the_api_gives_signed_as_the_standard_says(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round
) -> None:
    add(store, "one")
    tell_all(hook)
    ((headers, body),) = receiver.came
    told = json.loads(body)
    contact = store.contacts()[0]
    assert (told["type"], told["subscription"], told["occasion"]) == ("contact", "all", "new")
    assert told["address"] == f"https://record.example/contacts/{contact.id}"
    assert told["title"].startswith("Vladimir Putin – Tập Cận Bình")
    assert told["contact"]["id"] == contact.id
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(SECRET.encode(), signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["content-type"] == "application/json"
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60


def test_a_secret_in_base64_stands_for_its_bytes() -> None:
    secret, body = base64.b64encode(b"twenty-four bytes of key").decode(), b'{"type":"ping"}'
    assert key_of(f"whsec_{secret}") == b"twenty-four bytes of key"
    digest = hmac.new(b"twenty-four bytes of key", b"msg_1.1731705121." + body, hashlib.sha256).digest()
    headers = sign("msg_1", body, f"whsec_{secret}", 1731705121)
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"


def test_a_secret_that_is_no_base64_though_it_says_so_is_told() -> None:
    with pytest.raises(SendingError, match="no base64"):
        key_of("whsec_%%%")


def test_a_receiver_that_fails_is_tried_again_at_once_and_in_the_next_round(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round
) -> None:
    add(store, "one")
    receiver.statuses = [503, 500, 204]
    assert tell_all(hook)[0].sent == 1
    assert len({headers["webhook-id"] for headers, _ in receiver.came}) == 1
    add(store, "two", date="2025-03-01")
    receiver.statuses = [503]
    (outcome,) = tell_all(hook)
    assert (outcome.sent, outcome.failures) == (0, ("the receiver cannot take it now (HTTP 503)",))
    (stuck,) = store.news.stuck()
    assert (stuck.count, stuck.state, stuck.failure) == (1, "due", "the receiver cannot take it now (HTTP 503)")
    receiver.statuses = [200]
    assert tell_all(hook)[0].sent == 1
    assert store.news.stuck() == []


def test_those_who_go_round_and_round_leave_a_failing_receiver_alone_for_a_while(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round
) -> None:
    add(store, "one")
    receiver.statuses = [400]
    for _ in range(3):
        tell_all(hook, rest=timedelta(minutes=5))
    assert len(receiver.came) == 1
    tell_all(hook)
    assert len(receiver.came) == 2


@pytest.mark.parametrize("status", [400, 410, 302, 503])
def test_who_does_not_take_it_is_not_pressed(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round, status: int
) -> None:
    add(store, "one")
    receiver.statuses = [status]
    (outcome,) = tell_all(hook)
    assert (outcome.sent, len(receiver.came)) == (0, 3 if status == 503 else 1)
    assert f"(HTTP {status})" in outcome.failures[0]


def test_one_that_is_never_taken_keeps_no_other_back(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round
) -> None:
    for month in range(1, 7):
        add(store, f"page {month}", date=f"2025-{month:02}-01")
    receiver.statuses = [400, 204]
    (outcome,) = tell_all(hook)
    assert (outcome.sent, len(outcome.failures)) == (5, 1)
    receiver.statuses, receiver.came = [400], []
    for day in range(1, 7):
        add(store, f"day {day}", date=f"2026-01-{day * 4:02}")
    assert (tell_all(hook)[0].sent, len(receiver.came)) == (0, 3)


def test_a_slow_receiver_is_not_waited_for(
    store: Store, receiver: Receiver, hook: Subscriptions, tmp_path: Path
) -> None:
    add(store, "one")
    receiver.slow = 1.5
    hooks = Hooks(
        tries=2, pause=0, allowed=frozenset({"127.0.0.1"}), bounds=Bounds(connecting=1, silence=0.3, total=0.6)
    )
    begun = time.monotonic()
    (outcome,) = tell(store, hook, means(tmp_path, hooks=hooks))
    assert time.monotonic() - begun < 2.5
    assert outcome.sent == 0


def test_private_addresses_are_refused_unless_allowed_by_name(
    store: Store, receiver: Receiver, hook: Subscriptions, write: Write, tmp_path: Path
) -> None:
    add(store, "one")
    (outcome,) = tell(store, hook, means(tmp_path, hooks=Hooks(pause=0)))
    assert (outcome.sent, receiver.came) == (0, [])
    assert "this machine itself" in outcome.failures[0]
    text = (tmp_path / "subscriptions.toml").read_text(encoding="utf-8")
    allowing = write(f'allow = ["127.0.0.1"]\n{text}')
    assert tell(store, allowing, means(tmp_path, hooks=Hooks(pause=0)))[0].sent == 1


@pytest.mark.parametrize("address", ["http://user:word@example.org/", "http://127.0.0.1:22/", "http://x\r\ny/"])
def test_odd_addresses_are_refused(address: str) -> None:
    with pytest.raises(SendingError):
        send_hook(address, "msg_1", b"{}", SECRET, Hooks(tries=1, allowed=frozenset({"127.0.0.1"})))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lot that was taken and not sent is another's at once."""
    monkeypatch.setattr(store_news, "LEASE", timedelta(seconds=-5))


@pytest.mark.usefixtures("impatient")
def test_a_crash_behind_the_sending_sends_the_same_again(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")
    with monkeypatch.context() as dying:
        dying.setattr(News, "sent", _die)
        with pytest.raises(KeyboardInterrupt):
            tell_all(hook)
    assert tell_all(hook)[0].sent == 1
    assert tell_all(hook)[0].sent == 0
    ids = [headers["webhook-id"] for headers, _ in receiver.came]
    assert len(ids) == 2
    assert len(set(ids)) == 1


@pytest.mark.usefixtures("impatient")
def test_a_crash_before_the_sending_loses_nothing(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")
    for where in ("telcon.store.news.Book.close", "telcon.store.news.News.take", "telcon.news.telling.send_hook"):
        with monkeypatch.context() as dying:
            dying.setattr(where, _die)
            with pytest.raises(KeyboardInterrupt):
                tell_all(hook)
    assert receiver.came == []
    assert tell_all(hook)[0].sent == 1
    assert len(receiver.came) == 1


def test_what_somebody_else_is_sending_is_left_to_them(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round, tmp_path: Path
) -> None:
    add(store, "one")
    inner: list[int] = []

    def while_sending(_: float) -> None:
        inner.append(tell(store, hook, means(tmp_path))[0].sent)

    receiver.statuses = [503, 204]
    hooks = Hooks(pause=0.01, sleep=while_sending, allowed=frozenset({"127.0.0.1"}))
    assert tell_all(hook, hooks=hooks)[0].sent == 1
    assert inner == [0]


def test_a_contact_of_which_no_page_tells_any_more_is_not_sent(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round
) -> None:
    add(store, "one")
    receiver.statuses = [503]
    tell_all(hook)
    receiver.statuses, receiver.came = [204], []
    store.decide(Wish(Ruling.HIDE, "https://example.org/one"), author="Lan")
    assert tell_all(hook)[0].sent == 0
    assert receiver.came == []
    assert store.news.stuck() == []


def test_what_was_sent_stands_in_the_log(store: Store, hook: Subscriptions, tell_all: Round) -> None:
    add(store, "one")
    edition = store.edition()
    tell_all(hook)
    (line,) = [line for line in store.audit(most=9) if line.deed is Deed.NEWS_SENT]
    assert (line.subject, line.detail) == ("all", "webhook: 1")
    assert store.edition() == edition


def test_what_cannot_be_sent_for_weeks_is_given_up(
    store: Store, receiver: Receiver, hook: Subscriptions, tell_all: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")
    receiver.statuses = [503]
    tell_all(hook)
    monkeypatch.setattr(store_news, "PATIENCE", timedelta(seconds=-5))
    receiver.statuses, receiver.came = [204], []
    tell_all(hook)
    assert [(stuck.state, stuck.count) for stuck in store.news.stuck()] == [("given up", 1)]
    assert receiver.came == []


def _die(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
