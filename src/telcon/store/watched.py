"""What is known of addresses that are watched, or were listed by one that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from dataclasses import fields as fields_of

from sqlalchemy import Row, delete, insert, select

from telcon.store.transactions import Transactions
from telcon.store.watch_tables import addresses, robots

FEW = 500
"""Addresses asked for in one query: databases limit how many values a query has."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What was heard of an address last.

    `source` names what is watched there, or listed it; `is_list`: it lists pages, and is none. `stamp`: what the list
    said of its time. `digest`: SHA-256 (hex) of what it held. Times are UTC (ISO 8601): when it was asked, when it held
    something new, and when it is to be asked again (empty: not before the list gives it another stamp). `steady`: how
    many visits in a row brought nothing new; `failures`: how many failed, with the reason of the last.
    """

    address: str
    source: str
    is_list: bool = False
    stamp: str = ""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    asked_at: str = ""
    changed_at: str = ""
    steady: int = 0
    failures: int = 0
    failure: str = ""
    next_at: str = ""


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The robots.txt of a site (`https://example.org`), None where it could not be had; kept until then (Unix time)."""

    origin: str
    words: str | None
    until: float


class WatchedAddresses:
    """The addresses of a record. What is written here is no change of what the record tells, and is not audited."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def load(self, wanted: Iterable[str]) -> dict[str, Watched]:
        """What is known of some addresses, by address; those that nothing is known of are left out."""
        asked = list(dict.fromkeys(wanted))
        with self._transactions.reading() as connection:
            lots = (asked[start : start + FEW] for start in range(0, len(asked), FEW))
            rows = (row for lot in lots for row in connection.execute(_ALL.where(addresses.c.address.in_(lot))))
            return {row.address: _to_watched(row) for row in rows}

    def due(self, source: str, now: str, *, lists: bool = False) -> list[Watched]:
        """The pages, or the lists, of a source to be asked for by now (UTC, ISO 8601), longest waiting first."""
        columns = addresses.c
        waiting = columns.is_list.is_(lists), columns.next_at != "", columns.next_at <= now
        with self._transactions.reading() as connection:
            query = _ALL.where(columns.source == source, *waiting).order_by(columns.next_at, columns.id)
            return list(map(_to_watched, connection.execute(query)))

    def save(self, known: Iterable[Watched]) -> None:
        """Write down what was heard of addresses, in place of what was known of them."""
        rows = {entry.address: asdict(entry) for entry in known}
        if rows:
            with self._transactions.writing() as connection:
                for lot in _lots(rows):
                    connection.execute(delete(addresses).where(addresses.c.address.in_(lot)))
                    connection.execute(insert(addresses), list(lot.values()))

    def rules(self, now: float) -> list[SiteRules]:
        """What sites ask of programs, as far as it still counts (Unix time)."""
        with self._transactions.reading() as connection:
            rows = connection.execute(select(robots).where(robots.c.until > now))
            return [SiteRules(row.origin, row.words, row.until) for row in rows]

    def save_rules(self, rules: Iterable[SiteRules]) -> None:
        """Write down what sites ask of programs."""
        rows = {rule.origin: asdict(rule) for rule in rules}
        if rows:
            with self._transactions.writing() as connection:
                for lot in _lots(rows):
                    connection.execute(delete(robots).where(robots.c.origin.in_(lot)))
                    connection.execute(insert(robots), list(lot.values()))


_NAMES = tuple(field.name for field in fields_of(Watched))
_ALL = select(addresses)


def _to_watched(row: Row[tuple[object, ...]]) -> Watched:
    return Watched(*(getattr(row, name) for name in _NAMES))


def _lots(rows: Mapping[str, dict[str, object]]) -> Iterator[dict[str, dict[str, object]]]:
    keys = list(rows)
    for start in range(0, len(keys), FEW):
        yield {key: rows[key] for key in keys[start : start + FEW]}
