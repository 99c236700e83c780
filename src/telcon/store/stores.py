"""The record: pages, what each of them tells, and the contacts that they tell of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, func, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from telcon.contacts import (
    Contact,
    Decision,
    Doubt,
    Extent,
    HeldPage,
    PageOutline,
    Passed,
    Quote,
    Relative,
    find_doubts,
    in_order,
)
from telcon.model.pages import Page, Waymark
from telcon.model.readings import Reading
from telcon.store import tables
from telcon.store.arrivals import Arrival, load_arrivals
from telcon.store.auditing import AuditLine, AuditQuestion, read_lines
from telcon.store.checking import reading_flaws
from telcon.store.deciding import Wish, decide, list_decisions, list_history, load_decisions, undo
from telcon.store.engines import make_engine, record_name, record_path, record_url
from telcon.store.errors import FlawedReadingError, StoreError, told_of
from telcon.store.excerpts import Excerpt, contact_excerpts, page_excerpts
from telcon.store.facts import RememberedFacts
from telcon.store.listing import load_copied, load_page_outlines, load_passed, load_quotes, load_relatives
from telcon.store.loading import load_contact, load_held_page, load_outlines, load_unsure
from telcon.store.migrating import bring_up
from telcon.store.news import News
from telcon.store.outlining import Outlines
from telcon.store.prefixes import begins_with
from telcon.store.questions import parse_question
from telcon.store.searching import Found, Topics, search
from telcon.store.selecting import Selection
from telcon.store.sessions import Sessions
from telcon.store.tokens import Tokens
from telcon.store.transactions import Transactions
from telcon.store.users import Users
from telcon.store.verifying import Flaw, file_flaws, page_flaws
from telcon.store.watched import WatchedAddresses
from telcon.store.waymarks import Crawl, Reached, find_waymark, keep_waymarks, list_crawls
from telcon.store.writing import Outcome, Writer, find_version, foresee, is_settled

FEW = 1000
"""Contacts, known by their ids, up to which they alone are loaded: databases limit how many values a query has."""


class Store:
    """An open record. Every method raises `StoreError` where the database cannot do what is asked."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.name, self._engine = name, engine
        self._transactions = Transactions(engine, name)
        self._reading, self._writing = self._transactions.reading, self._transactions.writing
        self.users = Users(self._transactions)
        self.sessions, self.tokens = Sessions(self._transactions), Tokens(self._transactions)
        self.watched, self.news = WatchedAddresses(self._transactions), News(self._transactions)
        self._facts = RememberedFacts(self._transactions)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._transactions.close()

    def holds(self, page: Page) -> bool:
        """Tell whether the record holds this page with this very content, so that it need not be read again."""
        with self._reading() as connection:
            version = find_version(connection, page)
            return version is not None and is_settled(connection, version)

    def add(self, reading: Reading) -> Outcome:
        """Store a page with all that was read from it, or nothing of it; a page held with this content stays as it is.

        Raises `FlawedReadingError` where a span's words are not those of the page.
        """
        return self.add_all([reading])[0]

    def add_again(self, reading: Reading) -> Outcome:
        """Store a page as `add` does, but where it is held with this content, replace what was read from it before."""
        return self.add_all([reading], again=True)[0]

    def add_all(
        self, readings: Iterable[Reading], *, again: bool = False, reached: Reached | None = None
    ) -> list[Outcome]:
        """Store many pages at once as `add` does, or with `again` as `add_again` does: all of them or none.

        What they are gathered into is what adding them one by one gives. With them are kept the waymarks `reached`.
        Raises `FlawedReadingError` for the first reading that contradicts its page.
        """
        lot = list(readings)
        for reading in lot:
            if flaws := reading_flaws(reading):
                raise FlawedReadingError(reading.page.name, flaws)
        with self._writing() as connection:
            writer = Writer(connection)
            outcomes = [writer.write(reading, again=again) for reading in lot]
            writer.settle()
            if reached:
                keep_waymarks(connection, reached)
        return outcomes

    def add_each(
        self, readings: Iterable[Reading], *, again: bool = False, reached: Reached | None = None
    ) -> list[Outcome | FlawedReadingError]:
        """Store many pages as `add_all` does, but where one contradicts its page, the others without it."""
        lot = list(readings)
        try:
            return list(self.add_all(lot, again=again, reached=reached))
        except FlawedReadingError as error:
            outcomes: list[Outcome | FlawedReadingError] = [error]
        if len(lot) > 1:
            outcomes = [outcome for reading in lot for outcome in self.add_each([reading], again=again)]
        # The pages before a waymark are then written, but for those that never can be.
        if reached:
            self.add_all([], reached=reached)
        return outcomes

    def waymark(self, source: str, edition: str, manner: str) -> Waymark | None:
        """How far this edition of a source was gone through in this manner; None where it never was."""
        with self._reading() as connection:
            return find_waymark(connection, source, edition, manner)

    def crawls(self) -> list[Crawl]:
        """The archives and dumps that were gone through, the latest first."""
        with self._reading() as connection:
            return list_crawls(connection)

    def foresee(self, page: Page) -> Outcome:
        """What adding a page would do."""
        with self._reading() as connection:
            return foresee(connection, page)

    def contacts(self, selection: Selection | None = None) -> list[Contact]:
        """The contacts asked for, in order, without their claims, statements and texts."""
        asked = selection or Selection()
        if asked.among is not None and not asked.among:
            return []
        reports = tables.reports.c
        wanted = [reports.kind.in_(asked.kinds)] if asked.kinds else []
        wanted += [reports.status.in_(asked.statuses)] if asked.statuses else []
        with self._reading() as connection:
            decisions = load_decisions(connection)
            told = [] if decisions.corrections or not wanted else [reports.contact_id.in_(_contacts_told(*wanted))]
            told += [reports.contact_id.in_(asked.among)] if asked.among and len(asked.among) <= FEW else []
            return in_order(filter(asked.holds, load_outlines(connection, *told, decisions=decisions)))

    def refresh(self, outlines: Outlines) -> list[Contact]:
        """All contacts as `contacts` gives them, those that did not change since the last time as they were loaded."""
        with self._reading() as connection:
            return outlines.refresh(connection, load_decisions(connection))

    def contact_ids(self, prefix: str) -> list[str]:
        """Ids, sorted, of the contacts whose id begins so and of which some current page tells."""
        versions, reports = tables.page_versions, tables.reports
        query = select(reports.c.contact_id).join(versions, versions.c.id == reports.c.version_id).distinct()
        current = versions.c.superseded_by.is_(None)
        wanted = begins_with(reports.c.contact_id, prefix)
        with self._reading() as connection:
            return sorted(connection.scalars(query.where(current, wanted)))

    def contact(self, contact_id: str) -> Contact | None:
        """One contact in full, None where no current page tells of it."""
        with self._reading() as connection:
            return load_contact(connection, contact_id, load_decisions(connection))

    def page(self, digest: str) -> HeldPage | None:
        """The page whose digest (SHA-256, hex) begins so, with all that was read from it; None where none does."""
        with self._reading() as connection:
            return load_held_page(connection, digest)

    def page_outlines(self) -> list[PageOutline]:
        """All pages in their current version, without their texts, those seen last first."""
        with self._reading() as connection:
            return load_page_outlines(connection)

    def relatives(self, digest: str) -> list[Relative]:
        """The pages that the page with this very digest copies, and those that copy it."""
        with self._reading() as connection:
            return load_relatives(connection, digest)

    def copied(self) -> list[tuple[str, str, Extent]]:
        """Each copy of the record: the digests of the copy and of its origin, and how much was taken over."""
        with self._reading() as connection:
            return list(load_copied(connection))

    def quotes(self, members: Sequence[str], fields: Sequence[str]) -> Mapping[str, Sequence[Quote]]:
        """What reports (by `Telling.member`) claim of some fields, with the first words of each claim."""
        with self._reading() as connection:
            return load_quotes(connection, members, fields)

    def passed(self) -> list[Passed]:
        """Why cues for contacts came to nothing, the most frequent reason first, each with an example."""
        with self._reading() as connection:
            return load_passed(connection)

    def decide(self, wish: Wish, *, author: str, reason: str = "", seen: int | None = None) -> int:
        """Let a person's decision count, over the rules and over earlier decisions; returns its number.

        `seen` is the number of the latest decision that stood on this when the person looked, 0 for none: where one was
        made since, or that one taken back, `OvertakenError` is raised, and the same wish sent twice counts once.
        """
        with self._writing() as connection:
            return decide(connection, wish, author=author, reason=reason, seen=seen)

    def undo(self, number: int, *, author: str) -> bool:
        """Take a decision back; False where none with that number stands."""
        with self._writing() as connection:
            return undo(connection, number, author=author)

    def decisions(self) -> list[Decision]:
        """The decisions that stand, in the order of their making."""
        with self._reading() as connection:
            return list_decisions(connection)

    def history(self) -> list[Decision]:
        """All decisions ever made, in the order of their making, those that were taken back among them."""
        with self._reading() as connection:
            return list_history(connection)

    def doubts(self, contacts: Sequence[Contact] | None = None) -> list[Doubt]:
        """What is unsure, most consequential first; `contacts` are all of the record's, where they are at hand."""
        found = self.contacts() if contacts is None else contacts
        with self._reading() as connection:
            return find_doubts(found, list(load_unsure(connection)), list_decisions(connection))

    def search(self, question: str, *, topics: Topics = lambda _: None) -> Found:
        """What holds all words of a question; `topics` knows topics by their names.

        Raises `QuestionError` where there is nothing to search for.
        """
        terms = parse_question(question)
        with self._reading() as connection:
            return search(connection, self._facts.load(connection), terms, topics)

    def excerpts(self, found: Found, contacts: Sequence[str]) -> dict[str, tuple[Excerpt, ...]]:
        """Where the words found stand on the pages of some contacts, by their ids."""
        with self._reading() as connection:
            return contact_excerpts(connection, found.terms, contacts)

    def page_excerpts(self, found: Found) -> list[Excerpt]:
        """Where the words found stand on pages that tell of no contact."""
        with self._reading() as connection:
            return list(page_excerpts(connection, found.terms, found.versions))

    def page_keys(self, name: str) -> list[str]:
        """The keys of the pages that have this name or address, or whose name begins so."""
        pages = tables.pages.c
        called = (pages.name == name) | (pages.url == name)
        with self._reading() as connection:
            exact = list(connection.scalars(select(pages.key).where(called).order_by(pages.key)))
            begun = pages.name.startswith(name, autoescape=True)
            return exact or list(connection.scalars(select(pages.key).where(begun).order_by(pages.key)))

    def page_key(self, member: str) -> str | None:
        """The key of the page on which a report of this name stands, whether it counts or not; None for no such."""
        pages, versions, reports = tables.pages, tables.page_versions.c, tables.reports.c
        query = select(pages.c.key).join(tables.page_versions, versions.page_id == pages.c.id)
        with self._reading() as connection:
            found = query.join(tables.reports, reports.version_id == versions.id).where(reports.member == member)
            return connection.scalar(found.limit(1))

    def edition(self) -> int:
        """The number of the last change to what the record tells: another one once anybody has made one."""
        return self._transactions.edition()

    def pulse(self) -> int | None:
        """A number that is another one once anybody has written anything; None where that cannot be told cheaply."""
        return self._transactions.pulse()

    def audit(self, asked: AuditQuestion | None = None, *, before: int | None = None, most: int) -> list[AuditLine]:
        """Lines of the audit log, the newest first, at most so many; those `before` a number, where one is given."""
        with self._reading() as connection:
            return read_lines(connection, asked or AuditQuestion(), before=before, most=most)

    def arrivals(self, most: int) -> list[Arrival]:
        """The pages that came last, the newest first, at most so many, each with the contacts that it tells of."""
        with self._reading() as connection:
            return load_arrivals(connection, most)

    def count_pages(self) -> int:
        """How many pages the record holds."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(tables.pages)) or 0

    def flaws(self) -> Iterator[Flaw]:
        """Yield everything that is wrong in the record; nothing for a sound one."""
        with self._reading() as connection:
            yield from file_flaws(connection)
            yield from page_flaws(connection)


def _contacts_told(*wanted: ColumnElement[bool]) -> Select[Any]:
    """The contacts of which some report is told so; all that others tell of them belongs to them."""
    return select(tables.reports.c.contact_id).where(*wanted)


def open_store(address: str | Path) -> Store:
    """Open the record at a path or database address, made where there is none, brought up to date where it is older.

    Raises `StoreError` where it cannot be opened, is something else, or was made by a newer Telcon.
    """
    try:
        url = record_url(address)
        engine, name = make_engine(url), record_name(url)
    except ModuleNotFoundError as error:
        advice = f"for PostgreSQL: pip install 'telcon[postgres]'; {error.name} is missing"
        raise StoreError(str(address), "the driver of this sort of database is not installed", advice) from error
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        advice = "give a path, sqlite:///PATH or postgresql+psycopg://HOST/NAME"
        raise StoreError(str(address), "no such sort of database address", advice) from error
    with told_of(name):
        bring_up(engine, name)
    return Store(engine, name)


def is_missing(address: str | Path) -> bool:
    """Tell whether the address names a file that does not exist; what is no address at all fails when it is opened."""
    try:
        path = record_path(record_url(address))
    except (ArgumentError, ValueError):
        return False
    return path is not None and not os.access(path, os.F_OK)
