"""Pages and claims by themselves, as lists show them: without all that stands around them in the record."""

from __future__ import annotations

from telcon.contacts.copies import Copy
from telcon.contacts.tellings import FiledPage
from telcon.model.contacts import Claim
from telcon.model.values import value


@value(frozen=True, slots=True)
class PageOutline:
    """A page without its text: `contacts` are the ids that its reports are filed under, `skipped` why it has none."""

    page: FiledPage
    contacts: tuple[str, ...] = ()
    skipped: str | None = None


@value(frozen=True, slots=True)
class Relative:
    """A page that shares text with another one in hand; `copied` where it is that one's copy, else its origin."""

    page: FiledPage
    copy: Copy
    copied: bool


@value(frozen=True, slots=True)
class Quote:
    """A claim of a page with the line, counted from 1, on which its words stand, and what stands around them on it."""

    claim: Claim
    line: int
    before: str = ""
    after: str = ""


@value(frozen=True, slots=True)
class Passed:
    """Why cues came to nothing: how many did for this reason on pages of a language, and one as an example."""

    reason: str
    language: str | None
    count: int
    words: str
    digest: str
