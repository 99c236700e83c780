"""The pages of a contact as a tree of copies, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.contacts import Contact, Copy, Extent, FiledPage, walk
from telcon.messages import say
from telcon.model.values import value

TOLD = {
    Extent.WHOLE: "copies {share} of its article",
    Extent.PART: "copies parts, {share} of its article",
    Extent.PARAGRAPH: "copies a paragraph, {share} of its article",
    Extent.TRANSLATION: "a translation, {share} of its numbers",
}


@value(frozen=True, slots=True)
class TreeRow:
    """One page, how deep it stands, and how it came; `page` is None for a source that the record does not hold."""

    depth: int
    page: FiledPage | None
    name: str
    told: str = ""


def tree_rows(contact: Contact) -> Iterator[TreeRow]:
    """All pages of a contact, each behind the one that it was copied from."""
    for depth, branch in walk(contact.tree):
        page = branch.telling.page if branch.telling else None
        told = _told(branch.copy) if branch.copy else ""
        yield TreeRow(min(depth, 5), page, page.label if page else branch.credited or "", told)


def _told(copy: Copy) -> str:
    share = f"{round(100 * copy.share)}%"
    return say(TOLD[copy.extent], share=share)
