"""`telcon add`: read pages into a record."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import UNREADABLE, WRONG_USE, Failure, leave
from telcon.cli.inputs import (
    DEFAULT_SIZE,
    Complaints,
    DateField,
    IdField,
    Jobs,
    Language,
    LanguageField,
    MaxSize,
    Paths,
    TextField,
    UrlField,
    check_language,
    open_inputs,
    parse_size,
)
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_write
from telcon.cli.tallies import FAULT, progress, tell_fault
from telcon.messages import say, say_count, tell_reason

if TYPE_CHECKING:
    from telcon.model.pages import Page, Unreadable
    from telcon.model.readings import Reading
    from telcon.store import Outcome, Store

LOT = 10
"""Pages that are written at once; a run that is killed loses at most so many, and reads them when it is run again."""


def add(
    paths: Paths = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
    again: Annotated[
        bool, typer.Option("--again", help=say("Also read pages anew that the record holds: after an upgrade, say."))
    ] = False,
    text_field: TextField = None,
    id_field: IdField = None,
    url_field: UrlField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    language: Language = None,
    max_size: MaxSize = DEFAULT_SIZE,
    jobs: Jobs = 1,
) -> None:
    """Read pages into a record, which is made where there is none.

    A page that the record holds already is not read again; one that has changed becomes its newer version. A run that
    was cut short is completed by running it again.

    \b
    A folder, into telcon.db:      telcon add pages/
    A dump, into another record:   telcon add crawl.jsonl.gz --record archive.db --jobs 4
    Then:                          telcon contacts

    \b
    Exit status: 0; 1 where some input could not be read (the rest is added); 2 wrong use.
    """
    from telcon.engine.runs import read_pages  # noqa: PLC0415 - `telcon --help` needs none of the rooms
    from telcon.pages import Fields, Limit  # noqa: PLC0415

    if not paths:
        advice = say("name files, folders or dumps, or - for standard input")
        raise Failure("add", say("no path given"), advice, status=WRONG_USE)
    check_language(language)
    limit = Limit(parse_size(max_size))
    fields = Fields(text_field, id_field, url_field, date_field, language_field)
    filing = Filing(again)
    with record_to_write(record) as store:
        pages = open_inputs(paths, fields=fields, limit=limit, language=language, complaints=filing.complaints)
        try:
            with closing(read_pages(filing.unknown(pages, store), jobs=jobs)) as outcomes:
                filing.file(outcomes, store)
        finally:
            filing.complaints.close()
            print(f"{record}: {filing.told()}", file=sys.stderr)
    if filing.complaints.unreadable:
        leave(UNREADABLE)


@dataclass(slots=True)
class Filing:
    """Putting readings into a record, and counting what that did; `again`: also of pages that it holds."""

    again: bool = False
    done: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    complaints: Complaints = field(default_factory=Complaints)

    def unknown(self, pages: Iterable[Page | Unreadable], store: Store) -> Iterator[Page | Unreadable]:
        """Yield the pages that the record does not hold; the others need not be read."""
        from telcon.model.pages import Unreadable  # noqa: PLC0415 - loaded by the commands that read
        from telcon.store import Outcome  # noqa: PLC0415

        for page in pages:
            if self.again or isinstance(page, Unreadable) or not store.holds(page):
                yield page
            else:
                self.done[Outcome.UNCHANGED] += 1

    def file(self, outcomes: Iterable[Reading | Unreadable], store: Store) -> None:
        """Add every reading, lot by lot; what could not be read, or contradicts its page, is told and left out."""
        from telcon.model.pages import Unreadable  # noqa: PLC0415

        lot: list[Reading] = []
        try:
            with progress() as advance:
                for outcome in outcomes:
                    advance()
                    if isinstance(outcome, Unreadable):
                        self.complaints.add(outcome.source, outcome.reason)
                    elif (outcome.skipped or "").startswith(FAULT):
                        self.complaints.add(outcome.page.source, tell_fault(outcome.skipped or ""))
                    else:
                        lot.append(outcome)
                    if len(lot) == LOT:
                        full, lot = lot, []
                        self._add(full, store)
        finally:
            self._add(lot, store)

    def told(self) -> str:
        """The counts in words: `3 new pages, 1 new version, 20 unchanged, 1 passed over (the page holds no text)`."""
        from telcon.store import Outcome  # noqa: PLC0415

        new, revised, unchanged = (self.done[it] for it in (Outcome.NEW, Outcome.REVISED, Outcome.UNCHANGED))
        again, failed = self.done[Outcome.REREAD], self.complaints.unreadable
        parts = [say_count("{count} new page", "{count} new pages", new)]
        parts += [say_count("{count} new version", "{count} new versions", revised)] if revised else []
        parts += [say("{count} read again", count=again)] if again else []
        parts += [say("{count} unchanged", count=unchanged)] if unchanged else []
        parts += [
            say("{count} passed over ({reason})", count=count, reason=tell_reason(reason))
            for reason, count in sorted(self.passed_over.items())
        ]
        parts += [say_count("{count} could not be read", "{count} could not be read", failed)] if failed else []
        return ", ".join(parts)

    def _add(self, lot: list[Reading], store: Store) -> None:
        """Add readings at once; of one that contradicts its page it is told, and the others are added without it."""
        from telcon.store import FlawedReadingError  # noqa: PLC0415

        for reading, outcome in zip(lot, store.add_each(lot, again=self.again), strict=True):
            if isinstance(outcome, FlawedReadingError):
                flaws = "; ".join(outcome.flaws[:3])
                reason = say("read wrongly, not added: {flaws} (report it; the run goes on)", flaws=flaws)
                self.complaints.add(reading.page.source, reason)
            else:
                self._count(reading, outcome)

    def _count(self, reading: Reading, outcome: Outcome) -> None:
        from telcon.store import Outcome  # noqa: PLC0415

        if reading.skipped and outcome is not Outcome.UNCHANGED:
            self.passed_over[reading.skipped] += 1
        else:
            self.done[outcome] += 1
