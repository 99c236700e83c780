"""What Telcon read in one page."""

from __future__ import annotations

from telcon.model.contacts import Leftover, Report, Statement
from telcon.model.pages import Page
from telcon.model.texts import Text
from telcon.model.values import value


@value(frozen=True, slots=True)
class Reading:
    """The outcome for one page. `skipped` is the reason where the page was passed over; `text` is None only then.

    `flags` warn of what kind of page it is: `fiction` for one about a film, a play or a book, or marked as satire.
    """

    page: Page
    text: Text | None
    contacts: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    skipped: str | None = None
    flags: tuple[str, ...] = ()
