"""What a page tells of contacts: who, when, how, according to whom."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from telcon.model.durations import Duration
from telcon.model.spans import Span
from telcon.model.values import value


class Kind(StrEnum):
    """The channel of a contact. `call`: phone or video, not said which; `contact`: cannot be told."""

    PHONE = "phone"
    VIDEO = "video"
    CALL = "call"
    MEETING = "meeting"
    MESSAGE = "message"
    CONTACT = "contact"


class Status(StrEnum):
    """Whether a contact took place, is announced, is wanted, or is said not to have been (or to be)."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


class Office(StrEnum):
    """What a person was at the time."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    ELECT = "elect"
    PARTY_LEADER = "party_leader"
    IO_HEAD = "io_head"
    FOREIGN_MINISTER = "foreign_minister"
    MINISTER = "minister"
    ENVOY = "envoy"
    OTHER = "other"


LEADING = frozenset(
    {Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.ELECT, Office.PARTY_LEADER, Office.IO_HEAD}
)


class Level(StrEnum):
    """`leaders` where every participant leads a state, government, party-state or organisation, or is elected to."""

    LEADERS = "leaders"
    OFFICIALS = "officials"


class Utterance(StrEnum):
    """`direct`: the words stand in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@value(frozen=True, slots=True)
class Evidence:
    """Words of the page that a value was read from. `span` points into the text as found; `words == raw[span]`."""

    span: Span
    words: str


@value(frozen=True, slots=True)
class Participant:
    """One side's person in a contact; `person` is the roster's id, None for a leader the roster lacks."""

    name: str
    country: str
    role: Office
    person: str | None = None


@value(frozen=True, slots=True)
class Source:
    """Who tells of a contact; `side` is the government spoken for (ISO 3166-1 alpha-2), None for independent media.

    `hosts`: the page stands on its site, and does not name it as telling.
    """

    name: str
    side: str | None = None
    hosts: bool = field(default=False, compare=False)


@value(frozen=True, slots=True)
class Claim:
    """One page says that one property (`field`) of one contact has one value.

    `value` is canonical (text, as in the exchange format); `evidence` holds the words, first those that say the value,
    then anchors it was resolved with. `cited` are those the page names for it. `rule` is the form or the rule that read
    it (`languages/vi/contacts.forms.txt:12`, `reports/dates.py: anchor`); `reasons` are its strongest reasons and
    `runner_up` the next best value.
    """

    field: str
    value: str
    evidence: tuple[Evidence, ...]
    rule: str
    cited: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    runner_up: str | None = None


class Matter(StrEnum):
    """What sides agree on or follow up: `treaty` any paper that binds, `project` what they build or deliver."""

    VISIT = "visit"
    TALKS = "talks"
    TREATY = "treaty"
    PROJECT = "project"
    TRUCE = "truce"
    EXCHANGE = "exchange"
    ANNIVERSARY = "anniversary"


class Stage(StrEnum):
    """How far it has come, by what is said: wanted, to come, agreed on, done; or turned down, put off, broken off."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    AGREED = "agreed"
    DONE = "done"
    REFUSED = "refused"


class Standing(StrEnum):
    """What became of an agreement by a day: its time is to come or not told, is past, it is done, or is off."""

    OPEN = "open"
    PAST = "past"
    DONE = "done"
    OFF = "off"


@value(frozen=True, slots=True)
class Term:
    """A date told with an agreement (EDTF); `due` where it lies ahead of the contact in which it came up."""

    date: str
    due: bool
    evidence: Evidence


@value(frozen=True, slots=True)
class Agreement:
    """What sides are told to have agreed on, or to follow up; `evidence` holds the clause.

    `object` narrows the matter: the state visited (ISO 3166-1 alpha-2), or what is built or laid down (`pipeline`,
    `arms`), empty where it is not said. `speaker` and `said_by` are those of the statement that tells of it, nobody
    where the page does in its own words.
    """

    matter: Matter
    object: str
    stage: Stage
    evidence: Evidence
    terms: tuple[Term, ...] = ()
    speaker: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    rule: str = ""


@value(frozen=True, slots=True)
class Report:
    """One page's account of one contact; `initiator` is a country code or `mutual`.

    `date` and `date_in_page` are EDTF: `date` with what could be inferred (`XXXX-02-08` where no year could),
    `date_in_page` as far as the page alone goes.
    """

    participants: tuple[Participant, ...]
    level: Level
    kind: Kind
    status: Status
    focus: bool
    span: Span
    date: str | None = None
    date_in_page: str | None = None
    duration: Duration | None = None
    initiator: str | None = None
    reported_by: tuple[Source, ...] = ()
    topics: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@value(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said in or about a contact.

    `said_by` are those who report it, nearest the speaker first. `contact` is the index of the report it belongs to.
    """

    speaker: tuple[str, ...]
    said_by: tuple[str, ...]
    kind: Utterance
    evidence: Evidence
    contact: int | None
    topics: tuple[str, ...] = ()
    rule: str = ""
    reasons: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Leftover:
    """A cue for a contact that came to nothing, and why."""

    evidence: Evidence
    reason: str
