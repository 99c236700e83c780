"""A contact as each side tells it: topics by accounts, with the statements and points that each account holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from telcon.contacts.merging import Contact
from telcon.contacts.tellings import Telling
from telcon.model.contacts import Claim, Statement
from telcon.model.values import value

TOPIC = "topic"


@value(frozen=True, slots=True)
class Account:
    """Who tells: a government (`side`, its state's code) by whatever mouth, or an independent source by its name."""

    side: str | None
    name: str = ""


@value(frozen=True, slots=True)
class Cell:
    """What one account holds on one topic: statements, and points that it is cited for."""

    statements: tuple[tuple[Telling, Statement], ...] = ()
    points: tuple[tuple[Telling, Claim], ...] = ()


@value(frozen=True, slots=True)
class Matrix:
    """Topics by accounts. Statements on no topic stand under the topic `""`."""

    accounts: tuple[Account, ...]
    topics: tuple[str, ...]
    cells: Mapping[tuple[str, Account], Cell]

    def cell(self, topic: str, account: Account) -> Cell:
        """What an account holds on a topic; an empty cell where it holds nothing."""
        return self.cells.get((topic, account), Cell())

    def tellers(self, topic: str) -> tuple[Account, ...]:
        """The accounts that hold something on a topic."""
        return tuple(account for account in self.accounts if (topic, account) in self.cells)

    def sides(self, topic: str) -> tuple[str, ...]:
        """The governments that tell of a topic."""
        return tuple(account.side for account in self.tellers(topic) if account.side)


def build_matrix(contact: Contact) -> Matrix:
    """Set the accounts of a contact side by side: governments first, those concerned before others, then sources."""
    sides = find_sides(contact)
    cells: dict[tuple[str, Account], tuple[list[tuple[Telling, Statement]], list[tuple[Telling, Claim]]]] = {}
    for telling in contact.tellings:
        for statement in telling.statements:
            for topic in statement.topics or ("",):
                key = topic, find_account(statement.speaker, statement.said_by, telling, sides)
                cells.setdefault(key, ([], []))[0].append((telling, statement))
        for claim in telling.report.claims:
            for account in _claimants(claim, telling, sides) if claim.field == TOPIC else ():
                cells.setdefault((claim.value, account), ([], []))[1].append((telling, claim))
    filled = {key: Cell(tuple(said), tuple(points)) for key, (said, points) in cells.items()}
    return Matrix(_in_order(contact, filled), _topics(contact, filled), filled)


def find_sides(contact: Contact) -> dict[str, str]:
    """The government that each name on the contact's pages speaks for: participants, officials, bodies, agencies."""
    sides = {source.name: source.side for source in contact.reported_by if source.side}
    return sides | {who.name: who.country for who in contact.participants}


def find_account(speaker: Sequence[str], said_by: Sequence[str], telling: Telling, sides: Mapping[str, str]) -> Account:
    """Whose account a statement is of: of the government that reports it, or else of a source that does; of the
    speaker's own where nobody reports it; of the page's outlet where that is not known either.
    """
    for name in (*said_by, *(() if _is_relayed(said_by, telling) else speaker)):
        if name in sides:
            return Account(sides[name])
    for name in reversed(said_by):
        if _is_source(name, telling):
            return Account(None, name)
    return next((Account(sides[name]) for name in speaker if name in sides), _outlet(telling))


def _is_relayed(said_by: Sequence[str], telling: Telling) -> bool:
    """Whether a source that speaks for nobody reports the words; a platform on which somebody posted is none."""
    return any(_is_source(name, telling) for name in said_by)


def _is_source(name: str, telling: Telling) -> bool:
    return any(source.name == name for source in telling.report.reported_by)


def _claimants(claim: Claim, telling: Telling, sides: Mapping[str, str]) -> Iterable[Account]:
    cited = [Account(sides[name]) if name in sides else Account(None, name) for name in claim.cited]
    return dict.fromkeys(cited) or [_outlet(telling)]


def _outlet(telling: Telling) -> Account:
    return Account(None, telling.page.outlet or telling.page.label)


def _in_order(contact: Contact, cells: Iterable[tuple[str, Account]]) -> tuple[Account, ...]:
    concerned = [who.country for who in contact.participants]

    def rank(account: Account) -> tuple[bool, int, str]:
        place = concerned.index(account.side) if account.side in concerned else len(concerned)
        return account.side is None, place, account.side or account.name

    return tuple(sorted({account for _, account in cells}, key=rank))


def _topics(contact: Contact, cells: Mapping[tuple[str, Account], Cell]) -> tuple[str, ...]:
    """Topics in the order of the contact's own, those that only statements touch on behind them, no topic last."""
    told = dict.fromkeys(topic for topic, _ in cells)
    own = [topic for topic in contact.topics if topic in told]
    return (*own, *_rest(told, own), *([""] if "" in told else []))


def _rest(told: Iterable[str], own: Sequence[str]) -> Iterator[str]:
    return (topic for topic in told if topic and topic not in own)
