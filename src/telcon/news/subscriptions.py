"""Who is told of which contacts, and how: read from a file in TOML, checked whole before anything is sent."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path

import msgspec

from telcon.contacts import Contact
from telcon.messages import LANGUAGES, TOPICS
from telcon.model.contacts import Kind, Status
from telcon.news.failures import SubscriptionError
from telcon.store import Selection, state_codes

FEED, HOOK, MAIL = "feed", "webhook", "mail"
"""Ways of telling; each recipient of mail is a way of its own, `mail:desk@example.org`."""


class Server(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"sender": "from"}):
    """How mail is sent: a server that takes it, and in whose name. User and password stand in the environment."""

    host: str
    sender: str
    port: int = 587
    security: str = "starttls"


class Subscription(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody is told of: any of the people, of the states, … named; all of what is given must hold."""

    name: str
    language: str = "en"
    people: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    since: str = ""
    start: str = "now"
    feed: str = ""
    webhook: str = ""
    secret: str = ""
    mail: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[str, ...]:
        """In which ways news are sent."""
        fixed = [way for way, told in ((FEED, self.feed), (HOOK, self.webhook)) if told]
        return (*fixed, *(f"{MAIL}:{address}" for address in self.mail))

    @property
    def asked(self) -> str:
        """What is asked for, as text that is the same for the same."""
        parts = (self.people, self.states, self.topics, self.kinds, self.statuses, self.since)
        return msgspec.json.encode(parts).decode()

    def holds(self, contact: Contact) -> bool:
        """Whether a contact is asked for."""
        wide = Selection(kinds=self.kinds, statuses=self.statuses, topics=self.topics, since=self.since or None)
        return (
            wide.holds(contact)
            and (not self.people or any(Selection(people=(name,)).holds(contact) for name in self.people))
            and (not self.states or any(Selection(states=(name,)).holds(contact) for name in self.states))
        )


class Subscriptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All subscriptions of a file; `record` is the address under which the record is served, `allow` names of hosts
    that may lie in a private network."""

    subscription: tuple[Subscription, ...]
    record: str = ""
    allow: tuple[str, ...] = ()
    mail: Server | None = None


def read_subscriptions(path: Path, environment: Mapping[str, str] = os.environ) -> Subscriptions:
    """Read and check a file. Raises `SubscriptionError` that names what is wrong in it."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        found = msgspec.convert(told, Subscriptions)
    except OSError as error:
        raise SubscriptionError(str(path), error.strerror or type(error).__name__) from error
    except UnicodeDecodeError as error:
        raise SubscriptionError(str(path), "it is not in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SubscriptionError(str(path), f"it is no TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise SubscriptionError(str(path), str(error).replace("`$.", "`").replace("$.", "")) from error
    for wrong in (*_list_wrong(found, environment), *_list_shared(found)):
        raise SubscriptionError(str(path), wrong)
    return found


def _list_shared(found: Subscriptions) -> list[str]:
    names = [subscription.name for subscription in found.subscription]
    feeds = [subscription.feed for subscription in found.subscription if subscription.feed]
    twice = [f"two subscriptions are called `{name}`" for name in names if names.count(name) > 1]
    return twice + [f"two subscriptions write to `{feed}`" for feed in feeds if feeds.count(feed) > 1]


def _list_wrong(found: Subscriptions, environment: Mapping[str, str]) -> list[str]:
    wrong = [] if found.subscription else ["there is no [[subscription]] in it"]
    if found.record and not found.record.startswith(("http://", "https://")):
        wrong.append(f"record: `{found.record}` is no address")
    if found.mail:
        wrong += _wrong_server(found.mail)
    for subscription in found.subscription:
        told = _wrong_subscription(subscription, environment)
        if subscription.mail and not found.mail:
            told.append("it has mail, but the file has no [mail] with a server")
        wrong += [f"`{subscription.name}`: {reason}" for reason in told]
    return wrong


def _wrong_server(server: Server) -> list[str]:
    wrong = [] if server.security in ("starttls", "tls", "none") else ["mail.security: starttls, tls or none"]
    wrong += [] if is_address(server.sender) else [f"mail.from: `{server.sender}` is no address"]
    return wrong + ([] if 0 < server.port < 65_536 and server.host.strip() else ["mail: host and port"])


def _wrong_subscription(told: Subscription, environment: Mapping[str, str]) -> list[str]:
    wrong = [] if told.name.strip() and told.name.isprintable() else ["a name has letters, and no control characters"]
    wrong += [] if told.ways else ["it tells nobody: give it feed, webhook or mail"]
    wrong += [] if told.language in LANGUAGES else [f"language: {' or '.join(LANGUAGES)}"]
    wrong += [] if told.start in ("now", "all") else ["start: now or all"]
    wrong += [f"no state is called `{name}`" for name in told.states if not state_codes(name)]
    wrong += [f"no topic is called `{name}`" for name in told.topics if name not in TOPICS]
    wrong += [f"`{address}` is no mail address" for address in told.mail if not is_address(address)]
    if told.webhook and not told.webhook.startswith(("http://", "https://")):
        wrong.append(f"`{told.webhook}` is no address")
    if told.webhook and not environment.get(told.secret):
        wrong.append(f"the environment holds no `{told.secret}`" if told.secret else "a webhook needs a secret")
    return wrong


def is_address(text: str) -> bool:
    """Whether this is one mail address, with or without a name: `Desk <desk@example.org>`."""
    try:
        address = Address(addr_spec=parseaddr(text)[1])
    except (ValueError, IndexError, HeaderParseError):
        return False
    return bool(address.username and address.domain) and text.isprintable()
