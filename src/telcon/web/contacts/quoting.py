"""The words behind some fields of contacts that a list shows, each with its page and who is cited for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from telcon.contacts import Contact, FiledPage, Quote
from telcon.contacts.accounts import find_sides
from telcon.exports.exchange import SourceRow
from telcon.model.contacts import Source
from telcon.model.values import value
from telcon.store import Store


@value(frozen=True, slots=True)
class Quoted:
    """Words of a page with what stands around them; `tellers` are those cited, else those who tell of the contact."""

    page: FiledPage
    quote: Quote
    tellers: tuple[Source, ...]


class QuoteLine(msgspec.Struct, frozen=True):
    """Words of a page and what stands around them on their line (from 1); `page` is the page's digest."""

    page: str
    url: str | None
    language: str | None
    line: int
    field: str
    value: str
    before: str
    words: str
    after: str
    tellers: list[SourceRow]


Quotes = Mapping[str, Sequence[Quote]]


def quotes_of(store: Store, contacts: Iterable[Contact], fields: Sequence[str]) -> Quotes:
    """What the reports of some contacts claim of some fields, by the reports' own names."""
    return store.quotes([telling.member for contact in contacts for telling in contact.tellings], fields)


def quoted(contact: Contact, quotes: Quotes, field: str) -> list[Quoted]:
    """The words of a contact's pages on a field."""
    sides = find_sides(contact)
    return [
        Quoted(
            telling.page,
            quote,
            tuple(Source(name, sides.get(name)) for name in quote.claim.cited) or telling.report.reported_by,
        )
        for telling in contact.tellings
        for quote in quotes.get(telling.member, ())
        if quote.claim.field == field
    ]


def with_claims(contact: Contact, quotes: Quotes) -> Contact:
    """The contact with what is claimed of the fields that were asked for, so that each value has those named for it."""
    tellings = tuple(
        replace(
            telling,
            report=replace(telling.report, claims=tuple(quote.claim for quote in quotes.get(telling.member, ()))),
        )
        for telling in contact.tellings
    )
    return replace(contact, tellings=tellings)


def quote_line(one: Quoted) -> QuoteLine:
    """The same for programs."""
    claim, page = one.quote.claim, one.page
    return QuoteLine(
        page.digest,
        page.url,
        page.language,
        one.quote.line,
        claim.field,
        claim.value,
        one.quote.before,
        claim.evidence[0].words,
        one.quote.after,
        [SourceRow(source.name, source.side) for source in one.tellers],
    )
