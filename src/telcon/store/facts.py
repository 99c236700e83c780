"""What is known of all contacts at a glance, to be searched: who took part, for which states, what about, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any

import msgspec
from sqlalchemy import Connection, String, Table, cast, select

from telcon.contacts.members import Hold
from telcon.letters.sought import bare, written_words
from telcon.model.dates import parse_edtf
from telcon.model.values import value
from telcon.store import tables
from telcon.store.selecting import states_called, written_as
from telcon.store.transactions import Transactions

_REPORTS = tables.reports.c
LEAST = 2
"""Letters of a name by which somebody is found: one Han character stands in too many."""
Ids = tuple[str, ...]


@value(frozen=True, slots=True)
class Facts:
    """Ids of contacts by what is known of them; `names` of who took part or told by all their words (`written_as`),
    `versions` by the versions of pages that tell of them, `days` by the first and last day, as ordinals.
    """

    versions: Mapping[int, Ids]
    names: Mapping[str, Ids]
    states: Mapping[str, Ids]
    topics: Mapping[str, Ids]
    days: Mapping[tuple[int, int], Ids]

    def called(self, words: str, topic: str | None) -> set[str]:
        """The contacts of which somebody, a state, a teller or the topic is called so; `words` are folded."""
        named = _is_named(words)
        found = [ids for written, ids in self.names.items() if named(written)]
        found += [self.states.get(code, ()) for code in states_called(words)]
        return set[str]().union(*found, self.topics.get(topic or "", ()))

    def within(self, date: str) -> set[str]:
        """The contacts that may lie within a time (EDTF)."""
        dated = parse_edtf(date)
        first, last = dated.first_day(), dated.last_day()
        if not first or not last:
            return set()
        since, until = first.toordinal(), last.toordinal()
        return set[str]().union(*(ids for days, ids in self.days.items() if days[0] <= until and days[1] >= since))

    def told_on(self, versions: Iterable[int]) -> set[str]:
        """The contacts of which some of these versions of pages tell."""
        return set[str]().union(*(self.versions[version] for version in versions if version in self.versions))


def load_facts(connection: Connection) -> Facts:
    """What the record holds of all its contacts."""
    told = (
        _REPORTS.contact_id,
        _REPORTS.version_id,
        _REPORTS.first_day,
        _REPORTS.last_day,
        _REPORTS.hold,
        _REPORTS.date,
    )
    query = select(*told, cast(_REPORTS.topics, String)).where(_REPORTS.contact_id.is_not(None))
    versions, topics, days = _Gathering(), _Gathering(), _Gathering()
    for contact, version, first, last, hold, date, about in connection.execute(query):
        versions[version].add(contact)
        topics[about].add(contact)
        if date and hold in (Hold.DAY, Hold.STRETCH):
            days[first, last].add(contact)
    names, states = _Gathering(), _Gathering()
    for contact, name, person, country in _of_reports(connection, tables.participants, "name", "person", "country"):
        names[written_as(name, person)].add(contact)
        states[country].add(contact)
    for contact, name in _of_reports(connection, tables.sources, "name"):
        names[written_as(name, None)].add(contact)
    by_topic = _Gathering()
    for about, ids in topics.items():
        for topic in msgspec.json.decode(about):
            by_topic[topic] |= ids
    return Facts(*(found.as_tuples() for found in (versions, names, states, by_topic, days)))


class RememberedFacts:
    """What is known of all contacts, loaded again once the record has changed."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._loading = Lock()
        self._edition: int | None = None
        self._facts: Facts | None = None

    def load(self, connection: Connection) -> Facts:
        """The facts as they stand."""
        edition = self._transactions.edition()
        with self._loading:
            if self._facts is None or edition != self._edition:
                self._facts, self._edition = load_facts(connection), edition
            return self._facts


def _is_named(words: str) -> Callable[[str], bool]:
    """A test of all names of somebody: with marks as they are typed, where the names have any."""
    written = written_words(words)
    wanted, marked = f" {bare(written)} ", f" {written} "
    if len(wanted.replace(" ", "")) < LEAST:
        return lambda _: False
    if wanted == marked:
        return lambda names: wanted in bare(names)
    return lambda names: marked in names or (wanted in names and bare(names) == names)


class _Gathering(defaultdict[Any, set[str]]):
    """Ids of contacts by something, while they are gathered."""

    def __init__(self) -> None:
        super().__init__(set)

    def as_tuples(self) -> dict[Any, Ids]:
        return {key: tuple(ids) for key, ids in self.items()}


def _of_reports(connection: Connection, table: Table, *names: str) -> Iterable[Any]:
    """What a table of reports' parts has in these columns, each once for each contact."""
    joined = select(_REPORTS.contact_id, *(table.c[name] for name in names)).distinct()
    of_reports = joined.join(tables.reports, _REPORTS.id == table.c.report_id)
    return connection.execute(of_reports.where(_REPORTS.contact_id.is_not(None)))
