"""The pages of a contact as trees: each page below the one that it was copied from."""

from __future__ import annotations

from collections.abc import Iterable

from telcon.contacts import Branch, Contact, Copy, Extent, FiledPage
from telcon.messages import say, tell_reason
from telcon.model.contacts import Source
from telcon.model.values import value

TOLD = {
    Extent.WHOLE: "copies {share} of its article",
    Extent.PART: "copies parts, {share} of its article",
    Extent.PARAGRAPH: "copies a paragraph, {share} of its article",
    Extent.TRANSLATION: "a translation, {share} of its numbers",
}
DEEPEST = 5
"""Steps down to which pages stand further in; copies of copies of these stand beside them."""


@value(frozen=True, slots=True)
class TreePage:
    """A page with those copied from it; `page` is None for a source that the record does not hold, known by `name`.

    `told` is how it was copied, `grounds` why that is thought, `sources` are those whom it names for the contact.
    """

    page: FiledPage | None
    name: str
    sources: tuple[Source, ...]
    told: str
    grounds: tuple[str, ...]
    copies: tuple[TreePage, ...]


def page_trees(contact: Contact) -> tuple[TreePage, ...]:
    """A tree for each source that stands behind the pages of a contact."""
    return tuple(_tree(branch, 0) for branch in contact.tree)


def tell_copy(copy: Copy) -> str:
    """How much of a page was taken over from another."""
    return say(TOLD[copy.extent], share=f"{round(100 * copy.share)}%")


def _tree(branch: Branch, depth: int) -> TreePage:
    telling, copy = branch.telling, branch.copy
    below: Iterable[Branch] = branch.copies if depth < DEEPEST else _flat(branch.copies)
    return TreePage(
        telling.page if telling else None,
        telling.page.label if telling else branch.credited or "",
        telling.report.reported_by if telling else (),
        tell_copy(copy) if copy else "",
        tuple(tell_reason(reason.seen) for reason in copy.grounds) if copy else (),
        tuple(_tree(one, depth + 1) for one in below),
    )


def _flat(branches: Iterable[Branch]) -> list[Branch]:
    """Branches one after the other, without any below them."""
    found = []
    for branch in branches:
        found += [Branch(branch.telling, branch.copy, credited=branch.credited), *_flat(branch.copies)]
    return found
