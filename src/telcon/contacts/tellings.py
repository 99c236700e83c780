"""What one page tells of a contact, and the page as the record holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from telcon.model.contacts import Leftover, Report, Statement
from telcon.model.texts import Line


@dataclass(frozen=True, slots=True)
class FiledPage:
    """A version of a page in the record; `text` and `lines` are empty where only an outline was asked for.

    `seen_at` (ISO 8601, UTC) is when it was read last.
    """

    digest: str
    name: str
    source: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    text: str = ""
    lines: tuple[Line, ...] = ()
    credits: tuple[str, ...] = ()
    seen_at: str = field(default="", compare=False, repr=False)

    @property
    def label(self) -> str:
        """How the page is called to people."""
        return self.url or self.name

    def line_number(self, place: int) -> int:
        """The line, counted from 1, that holds a place in the text."""
        return self.text.count("\n", 0, place) + 1

    def line_around(self, place: int) -> tuple[int, int]:
        """Start and stop of the line that holds a place in the text, line break left out."""
        stop = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, stop if stop >= 0 else len(self.text)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one page tells of a contact: its report (the page's `index`th) and the statements that belong to it.

    `member` is the report's own name, by which judgements speak of it.
    """

    page: FiledPage
    index: int
    report: Report
    statements: tuple[Statement, ...] = ()
    member: str = ""

    @property
    def page_name(self) -> str:
        """What the page's reports are named by."""
        return self.member.rpartition(":")[0] or self.page.digest


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page with all that was read from it; `contacts` are the ids that its reports, in order, are filed under.

    `newer` is the digest of the version that has taken its place, where one has.
    """

    page: FiledPage
    reports: tuple[Report, ...] = ()
    contacts: tuple[str | None, ...] = ()
    statements: tuple[Statement, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    skipped: str | None = None
    newer: str | None = None


def tellings_in_order(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    """Sort tellings by the time their pages show, then by what the pages are."""
    return tuple(sorted(tellings, key=_telling_place))


def _telling_place(telling: Telling) -> tuple[str, str, str, int]:
    page = telling.page
    return page.published or "9", page.label, page.digest, telling.index
