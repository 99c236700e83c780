"""News of contacts on their way to those who subscribed.

The invariant: what is to be sent is written down, with what was told, in the transaction that finds it; it is taken to
be sent under the name of a lot, and only then sent. Whatever dies in between leaves a lot that is taken again, under
the same name, once its time is over: nothing is lost, and whoever is sent a lot twice can tell by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import Connection, Row, Select, and_, delete, func, insert, or_, select, update

from telcon.contacts import Contact
from telcon.store import tables
from telcon.store.auditing import Deed, last_change, note, now
from telcon.store.news_tables import news, news_told, subscriptions
from telcon.store.transactions import Transactions

LEASE = timedelta(minutes=15)
"""How long a lot is left to whoever took it; who sends takes less, or is dead."""
PATIENCE = timedelta(days=14)
"""How long sending is tried."""
_MOST = 300
ReportKey = tuple[int, str]
"""A report by its page and its own place there, which outlives new versions of the page."""


class NewsState(StrEnum):
    """Where a piece of news is; `lapsed`: the record tells of the contact no more, `given up`: it could not be sent."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    LAPSED = "lapsed"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class Told:
    """What a subscriber was told of a report's contact: its status, and the sides whose accounts there were."""

    status: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was asked for when the record was looked through last, and up to which version of a page and edition."""

    asked: str
    version: int
    edition: int


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news; by `reports`, those that it tells of, its contact is found whatever its id is by then."""

    number: int
    occasion: str
    contact_id: str
    reports: tuple[ReportKey, ...]
    made_at: str


@dataclass(frozen=True, slots=True)
class Lot:
    """News that go out together; `again`: it was sent before, perhaps in vain."""

    name: str
    items: tuple[Item, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class Stuck:
    """What could not be sent yet, or not at all: how many, since when, and the last failure."""

    subscription: str
    way: str
    state: NewsState
    count: int
    since: str
    failure: str


class Book:
    """What one subscriber was told, open to be written in."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self.looked = _looked(connection, name)
        told = connection.execute(select(news_told).where(news_told.c.subscription == name))
        self.told: Mapping[ReportKey, Told] = {
            (row.page_id, row.report): Told(row.status, tuple(row.sides)) for row in told
        }

    def tell(self, told: Mapping[ReportKey, Told]) -> None:
        """Write down what the subscriber is told of from now on."""
        changed = {key: what for key, what in told.items() if self.told.get(key) != what}
        for page, report in changed.keys() & self.told.keys():
            this = (news_told.c.page_id == page) & (news_told.c.report == report)
            self._connection.execute(delete(news_told).where(news_told.c.subscription == self._name, this))
        rows = [
            {"subscription": self._name, "page_id": page, "report": report, "status": what.status, "sides": what.sides}
            for (page, report), what in changed.items()
        ]
        if rows:
            self._connection.execute(insert(news_told), rows)

    def put(self, ways: Iterable[str], occasion: str, contact_id: str, reports: Sequence[ReportKey]) -> None:
        """Let a piece of news be sent in each of some ways."""
        at = now()
        row = {"subscription": self._name, "occasion": occasion, "contact_id": contact_id, "reports": list(reports)}
        rest = {"made_at": at, "state": NewsState.DUE, "lot": "", "tries": 0, "changed_at": at, "failure": ""}
        rows = [row | rest | {"way": way} for way in ways]
        if rows:
            self._connection.execute(insert(news), rows)

    def close(self, looked: Looked) -> None:
        """Write down how far the record was looked through."""
        row = {"asked": looked.asked, "version": looked.version, "edition": looked.edition}
        if self.looked is None:
            self._connection.execute(insert(subscriptions).values(row | {"name": self._name, "started_at": now()}))
        elif self.looked != looked:
            self._connection.execute(update(subscriptions).where(subscriptions.c.name == self._name).values(row))


class News:
    """Who subscribed to a record's news, what they were told, and what is on its way."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def read(self, name: str) -> Book:
        """What a subscriber was told, not to be written in."""
        with self._transactions.reading() as connection:
            return Book(connection, name)

    @contextmanager
    def open(self, name: str) -> Iterator[Book]:
        """What a subscriber was told: all that is written within is kept, or where something is raised, nothing."""
        with self._transactions.writing() as connection:
            yield Book(connection, name)

    def looked_by(self, name: str) -> Looked | None:
        """How far the record was looked through for a subscriber; None for one who is not known."""
        with self._transactions.reading() as connection:
            return _looked(connection, name)

    def looked(self) -> tuple[int, int]:
        """The latest version of a page, and the edition of the record."""
        with self._transactions.reading() as connection:
            return connection.scalar(select(func.max(tables.page_versions.c.id))) or 0, last_change(connection)

    def places(self) -> dict[str, tuple[ReportKey, int]]:
        """Of each report that counts, by its name: how it is known here, and the version of the page that it is on."""
        reports, versions = tables.reports.c, tables.page_versions.c
        query = select(reports.member, versions.page_id, versions.id).join_from(tables.reports, tables.page_versions)
        with self._transactions.reading() as connection:
            rows = connection.execute(query.where(reports.contact_id.is_not(None))).all()
        return {row.member: ((row.page_id, place_of(row.member)), row.id) for row in rows}

    def take(self, name: str, way: str, *, most: int, after: int = 0, rest: timedelta = timedelta()) -> Lot | None:
        """Take what is to be sent next, at most so many; None where nothing is. `after`: news with higher numbers.

        What somebody took and did not send in time comes first, as it was. What failed is left alone for a `rest`.
        """
        with self._transactions.writing() as connection:
            self._give_up(connection, name, way)
            mine = news.c.subscription == name, news.c.way == way, news.c.id > after
            left = news.c.state == NewsState.SENDING, news.c.changed_at < _ago(LEASE)
            lot = connection.scalar(select(news.c.lot).where(*mine, *left).order_by(news.c.id).limit(1))
            rested = or_(news.c.failure == "", news.c.changed_at <= _ago(rest))
            due = and_(news.c.state == NewsState.DUE, rested)
            lot = lot or connection.scalar(select(news.c.lot).where(*mine, due, news.c.lot != "").limit(1))
            chosen = news.c.lot == lot if lot else due
            found = _rows(connection, select(news).where(*mine, chosen), most if not lot else None)
            if not found:
                return None
            called = lot or uuid4().hex
            change = {"state": NewsState.SENDING, "lot": called, "changed_at": now(), "tries": news.c.tries + 1}
            _change(connection, [row.id for row in found], change)
        return Lot(called, tuple(map(_item, found)), any(row.tries for row in found))

    def sent(self, lot: Lot, name: str, way: str, *, lapsed: Iterable[int] = ()) -> None:
        """Write down that a lot was sent, save for news whose contacts are told of no more."""
        gone = set(lapsed)
        numbers = [item.number for item in lot.items if item.number not in gone]
        with self._transactions.writing() as connection:
            _change(connection, numbers, {"state": NewsState.SENT, "changed_at": now(), "failure": ""})
            _change(connection, sorted(gone), {"state": NewsState.LAPSED, "changed_at": now()})
            if numbers:
                note(connection, Deed.NEWS_SENT, name, f"{way}: {len(numbers)}")

    def failed(self, lot: Lot, failure: str, *, surely: bool) -> None:
        """Write down that a lot was not sent; `surely`: nobody can have it, so that it need not go out as it was."""
        change: dict[str, object] = {"state": NewsState.DUE, "changed_at": now(), "failure": failure[:500]}
        with self._transactions.writing() as connection:
            _change(connection, [item.number for item in lot.items], change | ({"lot": ""} if surely else {}))

    def latest(self, name: str, way: str, *, most: int) -> list[Item]:
        """The latest news of a subscription in one way, sent or not, the newest first."""
        query = select(news).where(news.c.subscription == name, news.c.way == way, news.c.state != NewsState.LAPSED)
        with self._transactions.reading() as connection:
            return [_item(row) for row in connection.execute(query.order_by(news.c.id.desc()).limit(most))]

    def stuck(self) -> list[Stuck]:
        """What could not be sent yet, or was given up."""
        columns = news.c.subscription, news.c.way, news.c.state
        query = select(*columns, func.count(), func.min(news.c.made_at), func.max(news.c.failure)).group_by(*columns)
        wanted = news.c.state.in_((NewsState.DUE, NewsState.SENDING, NewsState.GIVEN_UP))
        with self._transactions.reading() as connection:
            rows = connection.execute(query.where(wanted).order_by(*columns)).all()
        return [Stuck(row[0], row[1], NewsState(row[2]), row[3], row[4], row[5]) for row in rows]

    def _give_up(self, connection: Connection, name: str, way: str) -> None:
        mine = news.c.subscription == name, news.c.way == way, news.c.state == NewsState.DUE
        old = news.c.made_at < _ago(PATIENCE)
        gone = update(news).where(*mine, old).values(state=NewsState.GIVEN_UP, changed_at=now())
        connection.execute(gone)


def _looked(connection: Connection, name: str) -> Looked | None:
    row = connection.execute(select(subscriptions).where(subscriptions.c.name == name)).one_or_none()
    return Looked(row.asked, row.version, row.edition) if row else None


def place_of(member: str) -> str:
    """A report's place on its page, out of its own name (`contacts/members.py`): who met, and which of several."""
    return member.partition(":")[2]


def keys_of(contact: Contact, places: Mapping[str, tuple[ReportKey, int]]) -> list[ReportKey]:
    """How the reports of a contact are known here."""
    return [places[telling.member][0] for telling in contact.tellings if telling.member in places]


def _rows(connection: Connection, query: Select[tuple[object]], most: int | None) -> Sequence[Row[tuple[object]]]:
    ordered = query.order_by(news.c.id).with_for_update(skip_locked=True)
    return connection.execute(ordered if most is None else ordered.limit(most)).all()


def _change(connection: Connection, numbers: Sequence[int], change: Mapping[str, object]) -> None:
    for start in range(0, len(numbers), _MOST):
        part = numbers[start : start + _MOST]
        connection.execute(update(news).where(news.c.id.in_(part)).values(**change))


def _item(row: Row[tuple[object]]) -> Item:
    reports = tuple((int(page), str(report)) for page, report in row.reports)
    return Item(row.id, row.occasion, row.contact_id, reports, row.made_at)


def _ago(time: timedelta) -> str:
    return (datetime.now(UTC) - time).isoformat(timespec="seconds")
