"""Claims and statements as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): values on words of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from telcon import __version__
from telcon.contacts import Contact, FiledPage, HeldPage
from telcon.model.contacts import Claim, Evidence, Report, Statement
from telcon.model.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
REACH = 32
"""Letters before and after the words by which they are told from the same words elsewhere on the page."""


class TextQuoteSelector(msgspec.Struct, frozen=True, tag="TextQuoteSelector", tag_field="type"):
    """Words of a page by what they are (`exact`) and what stands around them."""

    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(msgspec.Struct, frozen=True, tag="TextPositionSelector", tag_field="type"):
    """Words of a page by where they stand: `[start, end)` in code points of its text as found."""

    start: int
    end: int


Selector = TextQuoteSelector | TextPositionSelector


class Target(msgspec.Struct, frozen=True):
    """Where words stand: `source` is the page's address, or its digest where it has none on the web."""

    source: str
    selector: list[Selector]


class Body(msgspec.Struct, frozen=True, tag="TextualBody", tag_field="type"):
    """What is said of the words: a field's name (`tagging`), its value (`describing`), who speaks (`identifying`)."""

    purpose: Literal["tagging", "describing", "identifying"]
    value: str
    format: str = "text/plain"


class Generator(msgspec.Struct, frozen=True, tag="Software", tag_field="type"):
    """What read the page."""

    name: str = f"Telcon {__version__}"


class Annotation(msgspec.Struct, frozen=True, tag="Annotation", tag_field="type"):
    """One value, tied to the words of one page that it was read from."""

    id: str
    motivation: Literal["describing"]
    generator: Generator
    body: list[Body]
    target: Target


class AnnotationPage(msgspec.Struct, frozen=True, tag="AnnotationPage", tag_field="type"):
    """All annotations of a contact or of a page."""

    context: str = msgspec.field(name="@context")
    id: str
    items: list[Annotation]


def contact_annotations(contact: Contact) -> AnnotationPage:
    """What the pages of a contact say of it."""
    items = [
        annotation
        for telling in contact.tellings
        for annotation in _of_report(telling.page, telling.index, telling.report, telling.statements)
    ]
    return AnnotationPage(CONTEXT, f"urn:telcon:contact:{contact.id}:annotations", items)


def page_annotations(held: HeldPage) -> AnnotationPage:
    """What was read from a page."""
    items = [
        annotation
        for index, report in enumerate(held.reports)
        for annotation in _of_report(held.page, index, report, [one for one in held.statements if one.contact == index])
    ]
    loose = [one for one in held.statements if one.contact is None]
    items += [_statement(held.page, f"{_urn(held.page)}:said", number, it) for number, it in enumerate(loose)]
    return AnnotationPage(CONTEXT, f"{_urn(held.page)}:annotations", items)


def selectors(page: FiledPage, evidence: Evidence) -> list[Selector]:
    """The words of a page by themselves with what stands around them, and by their place."""
    span = evidence.span
    before, after = around(page.text, span, REACH)
    return [TextQuoteSelector(evidence.words, before, after), TextPositionSelector(span.start, span.stop)]


def around(text: str, span: Span, reach: int) -> tuple[str, str]:
    """What stands before and behind a place in a text."""
    return text[max(span.start - reach, 0) : span.start], text[span.stop : span.stop + reach]


def is_public(address: str | None) -> bool:
    """Whether an address leads to a page on the web."""
    return bool(address) and str(address).lower().startswith(("http://", "https://"))


def _of_report(page: FiledPage, index: int, report: Report, statements: Iterable[Statement]) -> Iterator[Annotation]:
    name = f"{_urn(page)}:report:{index}"
    for number, claim in enumerate(report.claims):
        for words in claim.evidence[:1]:
            yield _claim(page, f"{name}:claim:{number}", claim, words)
    for number, statement in enumerate(statements):
        yield _statement(page, f"{name}:said", number, statement)


def _claim(page: FiledPage, name: str, claim: Claim, words: Evidence) -> Annotation:
    body = [Body("tagging", claim.field), Body("describing", claim.value)]
    body += [Body("identifying", cited) for cited in claim.cited]
    return Annotation(name, "describing", Generator(), body, _target(page, words))


def _statement(page: FiledPage, name: str, number: int, said: Statement) -> Annotation:
    body = [Body("tagging", "statement"), *(Body("tagging", topic) for topic in said.topics)]
    body += [Body("identifying", who) for who in (*said.speaker, *said.said_by)]
    return Annotation(f"{name}:{number}", "describing", Generator(), body, _target(page, said.evidence))


def _target(page: FiledPage, words: Evidence) -> Target:
    return Target(str(page.url) if is_public(page.url) else _urn(page), selectors(page, words))


def _urn(page: FiledPage) -> str:
    return f"urn:sha256:{page.digest}"
