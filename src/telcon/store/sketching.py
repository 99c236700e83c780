"""Keeping the copies of a record true to its pages: each page is held against those that share a band of a sketch.

Whether one page copies another depends on the two alone, so that neither the order of their coming nor any third page
matters, and a page that comes or goes touches nothing but its own candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Connection, Row, delete, distinct, func, insert, or_, select

from telcon.contacts import Article, FiledPage, find_copy, is_worth_it, make_article, sketch
from telcon.contacts.origins import outlet_names
from telcon.store import tables
from telcon.store.copies import copy_row
from telcon.store.identities import member_page
from telcon.store.loading import load_page

_BANDS, _COPIES, _VERSIONS = tables.bands, tables.copies, tables.page_versions.c
_KEPT = 64  # articles, some 400 kB each: pages that come together are often copies of one another


def file_copies(connection: Connection, version: int) -> None:
    """Find what a version of a page copies and what copies it; nothing for one that is superseded."""
    forget_copies(connection, version)
    if connection.scalar(select(_VERSIONS.superseded_by).where(_VERSIONS.id == version)) is not None:
        return
    article = load_article(connection, version)
    bands = sketch(article)
    if not bands:
        return
    rows = [{"band": band, "version_id": version, "weight": weight} for band, weight in sorted(bands.items())]
    connection.execute(insert(_BANDS), rows)
    if copies := list(_align_all(connection, version, article, _find_candidates(connection, version, article))):
        connection.execute(insert(_COPIES), copies)


def file_all_copies(connection: Connection) -> None:
    """Find all copies afresh, from the pages alone."""
    connection.execute(delete(_COPIES))
    connection.execute(delete(_BANDS))
    for version in current_versions(connection):
        file_copies(connection, version)


def forget_copies(connection: Connection, version: int) -> None:
    """Let a version of a page be no copy and no origin, and no page be held against it."""
    connection.execute(delete(_BANDS).where(_BANDS.c.version_id == version))
    connection.execute(delete(_COPIES).where(or_(_COPIES.c.copy_id == version, _COPIES.c.origin_id == version)))


def copy_flaws(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield the versions whose sketches or copies are not what their pages make of them, and how."""
    current = current_versions(connection)
    sketches = {version: dict[int, int]() for version in current}
    filed = {(row.copy_id, row.origin_id): row for row in connection.execute(select(_COPIES))}
    for row in connection.execute(select(_BANDS)):
        sketches.setdefault(row.version_id, {})[row.band] = row.weight
    for version, bands in sketches.items():
        if bands != (sketch(load_article(connection, version)) if version in current else {}):
            yield version, "it is sketched by what its article does not say"
    found = {(row["copy_id"], row["origin_id"]): row for row in _find_all(connection, current)}
    for pair in sorted(filed.keys() ^ found.keys()):
        yield pair[0], "it is filed as a copy of a page that it does not copy" if pair in filed else "a copy is missing"
    for pair in sorted(filed.keys() & found.keys()):
        if (filed[pair].extent, filed[pair].share) != (found[pair]["extent"], found[pair]["share"]):
            yield pair[0], "it is filed as a copy of another extent than it has"


def _find_all(connection: Connection, versions: list[int]) -> Iterator[dict[str, Any]]:
    """The rows of all copies, each pair of pages looked at once."""
    for version in versions:
        article = load_article(connection, version)
        later = [other for other in _find_candidates(connection, version, article) if other > version]
        yield from _align_all(connection, version, article, later)


def current_versions(connection: Connection) -> list[int]:
    """The versions of pages that count, in the order of their coming."""
    return list(
        connection.scalars(select(_VERSIONS.id).where(_VERSIONS.superseded_by.is_(None)).order_by(_VERSIONS.id))
    )


def load_article(connection: Connection, version: int) -> Article:
    """The article of a version of a page."""
    page = load_page(connection, version)
    return _make_article(member_page(page.digest, page.label, page.published), page)


@lru_cache(maxsize=_KEPT)
def _make_article(name: str, page: FiledPage) -> Article:
    return make_article(name, page)


def _align_all(
    connection: Connection, version: int, article: Article, candidates: list[int]
) -> Iterator[dict[str, Any]]:
    for candidate in candidates:
        other = load_article(connection, candidate)
        if copy := find_copy(article, other):
            yield copy_row(copy, {article.name: version, other.name: candidate})


def _find_candidates(connection: Connection, version: int, article: Article) -> list[int]:
    """The other versions that are worth an alignment."""
    own, near = _BANDS.alias(), _BANDS.alias()
    weights = (func.sum(distinct(own.c.weight)).label("own"), func.sum(distinct(near.c.weight)).label("other"))
    shared = (
        select(near.c.version_id, func.count().label("shared"), *weights)
        .join(own, own.c.band == near.c.band)
        .where(own.c.version_id == version, near.c.version_id != version)
        .group_by(near.c.version_id)
        .subquery()
    )
    size = select(func.count()).where(_BANDS.c.version_id == shared.c.version_id).scalar_subquery()
    query = select(shared, size.label("size"), _VERSIONS.outlet, _VERSIONS.url).join(
        tables.page_versions, _VERSIONS.id == shared.c.version_id
    )
    worth = partial(
        _is_worth_it, article, connection.scalar(select(func.count()).where(_BANDS.c.version_id == version))
    )
    return sorted(row.version_id for row in connection.execute(query).all() if worth(row))


def _is_worth_it(article: Article, size: int | None, row: Row[Any]) -> bool:
    names = outlet_names(article.page.outlet, article.page.url)
    same_outlet = not names.isdisjoint(outlet_names(row.outlet, row.url))
    return is_worth_it(min(row.own, row.other), row.shared, min(size or 0, row.size), same_outlet=same_outlet)
