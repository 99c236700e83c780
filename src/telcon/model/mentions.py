"""Spans of a page with values: what the reports are composed from. All spans here are in the text's view."""

from __future__ import annotations

from enum import StrEnum

from telcon.model.contacts import Kind, Office
from telcon.model.spans import Span
from telcon.model.values import value


class Sort(StrEnum):
    """What kind of actor a noun phrase points at."""

    PERSON = "person"
    GROUP = "group"
    BODY = "body"
    MEDIUM = "medium"
    PLATFORM = "platform"
    STATE = "state"
    CAPITAL = "capital"


class How(StrEnum):
    """How a person is pointed at, from the surest way to the vaguest."""

    NAME = "name"
    OFFICE = "office"
    COUNTERPART = "counterpart"
    TITLE = "title"
    PRONOUN = "pronoun"
    SPEAKER = "speaker"


@value(frozen=True, slots=True)
class Naming:
    """A noun phrase that points at an actor, not yet resolved by what stands before it.

    `persons` are the roster's ids that the name may mean, of a body those whose office it is; `name` is the name as
    printed (people) or the usual English name (bodies, media). `roles` are the offices that the title may mean,
    `country` the state or side. `elect`, `former` and `incoming` come from adjectives. `size` is how many people a
    group or a title in the plural means, 0 where it is not said. `woman`: the words say that a woman is meant, `man`:
    that a man is, `sole`: one state alone has such an office. `cases` are those in which the words may
    stand, where a language's words change.
    """

    span: Span
    sort: Sort
    how: How = How.NAME
    persons: tuple[str, ...] = ()
    name: str = ""
    roles: tuple[Office, ...] = ()
    country: str | None = None
    elect: bool = False
    former: bool = False
    incoming: bool = False
    size: int = 0
    woman: bool = False
    man: bool = False
    sole: bool = False
    rule: str = ""
    cases: frozenset[str] = frozenset()

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def stop(self) -> int:
        return self.span.stop


@value(frozen=True, slots=True)
class Cue:
    """Words that may tell of a contact. `noun`: a thing that took place (*cuộc điện đàm*), else an act (*gọi cho*)."""

    span: Span
    kind: Kind
    noun: bool
    flags: frozenset[str]
    rule: str


@value(frozen=True, slots=True)
class Mark:
    """Words with a grammatical meaning: a particle, a mood, a reporting verb, a direction. `sheet.meaning` names it."""

    span: Span
    sheet: str
    meaning: str
    flags: frozenset[str]
    rule: str


@value(frozen=True, slots=True)
class Quotation:
    """What stands between a pair of quotation marks; `span` leaves the marks out."""

    span: Span


@value(frozen=True, slots=True)
class Sentence:
    """One sentence of the article; `line` is the number of the line it begins in, `headline` that of a title."""

    span: Span
    line: int
    headline: bool
    lead: bool
    paragraph: int
