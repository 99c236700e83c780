"""The pages of a contact as a tree, from the pages that copy no other to those that were copied from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telcon.contacts.copies import Copy
from telcon.contacts.tellings import Telling


@dataclass(frozen=True, slots=True)
class Branch:
    """A page of a contact with the pages copied from it; `copy` says how it was copied itself.

    `telling` is None for an origin that the record does not hold: `credited` is whom all its copies credit.
    """

    telling: Telling | None
    copy: Copy | None = None
    copies: tuple[Branch, ...] = ()
    credited: str | None = None


def grow(tellings: Sequence[Telling], copies: Iterable[Copy]) -> tuple[Branch, ...]:
    """Put the pages that tell of a contact into trees, in the order of the tellings; each root is a source of its own.

    A page that took text from several stands below the one that it credits, else the one that most of it is from.
    """
    pages: dict[str, Telling] = {}
    for telling in tellings:
        pages.setdefault(telling.page_name, telling)
    above = _find_origins(copy for copy in copies if copy.copy in pages and copy.origin in pages)
    below: dict[str, list[str]] = {name: [] for name in pages}
    for name in pages:
        if name in above:
            below[above[name].origin].append(name)
    return tuple(_root(name, pages, above, below) for name in pages if name not in above)


def walk(branches: Iterable[Branch], depth: int = 0) -> Iterator[tuple[int, Branch]]:
    """Yield every page of some trees with its depth, each before those that were copied from it."""
    for branch in branches:
        yield depth, branch
        yield from walk(branch.copies, depth + 1)


def _find_origins(copies: Iterable[Copy]) -> dict[str, Copy]:
    """For each copy its one origin: the surest first, and none that would make a page its own ancestor."""
    above: dict[str, Copy] = {}
    for copy in sorted(copies, key=_rank):
        if copy.copy not in above and copy.copy not in _line(copy.origin, above):
            above[copy.copy] = copy
    return above


def _line(name: str, above: Mapping[str, Copy]) -> set[str]:
    """A page and all pages that it goes back to."""
    line = {name}
    while name in above:
        name = above[name].origin
        line.add(name)
    return line


def _rank(copy: Copy) -> tuple[object, ...]:
    credited = any(reason.feature == "credit" and reason.score > 0 for reason in copy.reasons)
    score = sum(reason.score for reason in copy.reasons)
    return not credited, -round(copy.share, 1), -score, copy.copy, copy.origin


def _root(
    name: str, pages: Mapping[str, Telling], above: Mapping[str, Copy], below: Mapping[str, Sequence[str]]
) -> Branch:
    branches = {child: _branch(child, pages, above, below) for child in below[name]}
    credited = Counter(above[child].credited for child in branches if above[child].credited)
    absent = max(sorted(filter(None, credited)), key=lambda outlet: credited[outlet], default=None)
    if absent is None:
        return Branch(pages[name], copies=tuple(branches.values()))
    alike = tuple(branch for child, branch in branches.items() if above[child].credited == absent)
    own = tuple(branch for child, branch in branches.items() if above[child].credited != absent)
    return Branch(None, copies=(Branch(pages[name], copies=own), *alike), credited=absent)


def _branch(
    name: str, pages: Mapping[str, Telling], above: Mapping[str, Copy], below: Mapping[str, Sequence[str]]
) -> Branch:
    copies = tuple(_branch(child, pages, above, below) for child in below[name])
    return Branch(pages[name], above[name], copies)
