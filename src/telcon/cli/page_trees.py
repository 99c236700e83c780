"""The pages of a contact for people: each below the one that it was copied from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from telcon.cli.listings import clean, wrapped
from telcon.contacts import Copy, Extent, FiledPage, walk
from telcon.messages import say, tell_reason
from telcon.store import Contact

_INDENT, _STEP, _DEEPEST = 2, 4, 5


def page_lines(contact: Contact) -> Iterator[str]:
    """The pages as trees, with how much of each was copied from which and why that is thought."""
    pages, sources = contact.page_count, contact.source_count
    counted = say("Pages: {pages}, independent sources: {sources}", pages=pages, sources=sources)
    yield from ("", say("Pages") if pages == sources else counted)
    labels = {telling.page_name: telling.page.name for telling in contact.tellings}
    for depth, branch in walk(contact.tree):
        indent = _INDENT + _STEP * min(depth, _DEEPEST)
        if branch.telling is None:
            yield wrapped(say("{outlet}, which the record does not hold", outlet=branch.credited), indent)
        else:
            yield from _page(branch.telling.page, indent, _copied(branch.copy, labels) if branch.copy else None)


def _page(page: FiledPage, indent: int, copied: str | None) -> Iterator[str]:
    yield f"{' ' * indent}{clean(page.name)}{f'  {page.published}' if page.published else ''}"
    for part in (copied, page.title, page.outlet, page.url, page.source if page.source != page.name else None):
        if part:
            yield wrapped(part, indent + _STEP)


def _copied(copy: Copy, labels: Mapping[str, str]) -> str:
    page, share = clean(labels[copy.origin]), f"{round(100 * copy.share)}%"
    if copy.credited:
        return say(
            "shares its text with {page} ({share}), both credit {outlet}",
            page=page,
            share=share,
            outlet=copy.credited,
        )
    if copy.extent is Extent.WHOLE:
        told = say("copies {page} ({share} of its article)", page=page, share=share)
    elif copy.extent is Extent.TRANSLATION:
        told = say("translates {page} ({share} of its numbers)", page=page, share=share)
    elif copy.extent is Extent.PART:
        told = say("copies parts of {page} ({share} of its article)", page=page, share=share)
    else:
        told = say("copies a paragraph of {page} ({share} of its article)", page=page, share=share)
    return ": ".join(filter(None, (told, ", ".join(tell_reason(reason.seen) for reason in copy.grounds))))
