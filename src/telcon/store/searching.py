"""Finding contacts and pages by words: every one must stand in what some page of a contact says, or in its facts.

Articles are searched by SQLite's full-text index over words that are folded beforehand, so that it needs to know no
language; other databases look through the same words, one page after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Integer, Select, Text, and_, column, func, or_, select, table

from telcon.model.values import value
from telcon.store import tables
from telcon.store.facts import Facts
from telcon.store.passages import UNMARKED
from telcon.store.questions import Term

LONGEST_NAME = 6
"""Words of a question that are taken together as one name."""
PAGES = 20
"""Pages without a contact that are named; the others are counted."""
_INDEX = table("passage_words", column("rowid", Integer), column("passage_words", Text))
_PASSAGES = tables.passages.c
Topics = Callable[[str], str | None]
"""The code of the topic that is called so, in whatever language is spoken; None where none is."""


@value(frozen=True, slots=True)
class Found:
    """Ids of the contacts that hold all words; versions of pages that do and tell of no contact, the latest first.

    `terms` are the words, those of one name together. `page_count` counts those pages, `versions` names only so many.
    """

    terms: tuple[Term, ...]
    contacts: frozenset[str]
    versions: tuple[int, ...]
    page_count: int


def search(connection: Connection, facts: Facts, terms: Sequence[Term], topics: Topics) -> Found:
    """What holds all terms; a contact by its names, states, topics, tellers and dates, or in any of its pages."""
    grouped = list(_group(facts, terms, topics))
    joined = tuple(term for term, _ in grouped)
    holding = [known | facts.told_on(find_versions(connection, [term])) for term, known in grouped]
    alone = sorted(
        (version for version in find_versions(connection, joined) if version not in facts.versions), reverse=True
    )
    return Found(joined, frozenset(set.intersection(*holding)), tuple(alone[:PAGES]), len(alone))


def find_versions(connection: Connection, terms: Sequence[Term]) -> Sequence[int]:
    """The same, found."""
    query = versions_with(connection, terms)
    if connection.dialect.name != "sqlite":
        return connection.scalars(query).all()
    # One row of JSON comes five times as fast as thousands of rows.
    told = connection.scalar(select(func.json_group_array(query.subquery().c[0])))
    return msgspec.json.decode(told or "[]", type=list[int])


def versions_with(connection: Connection, terms: Sequence[Term]) -> Select[Any]:
    """The versions of pages whose articles hold all terms."""
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(map(_match, terms))
        return select(_INDEX.c.rowid).where(_INDEX.c.passage_words.op("MATCH")(asked))
    return select(_PASSAGES.version_id).where(and_(*map(_like, terms)))


def _match(term: Term) -> str:
    """What the full-text index is asked for: words with marks as written, or on pages without marks, bare."""
    bare, *written = (
        f'"{" ".join(form)}"{" *" if term.is_begun else ""}' for form in (term.bare_form, *term.written_forms)
    )
    if not term.is_marked:
        return f"(bare : {bare})"
    return f"((written : ({' OR '.join(written)})) OR ((bare : {bare}) AND (written : {UNMARKED})))"


def _like(term: Term) -> ColumnElement[bool]:
    """The same, asked of the words themselves."""
    bare, *written = (
        f"% {' '.join(form)}{'%' if term.is_begun else ' %'}" for form in (term.bare_form, *term.written_forms)
    )
    if not term.is_marked:
        return _PASSAGES.bare.like(bare)
    unmarked = and_(_PASSAGES.bare.like(bare), _PASSAGES.written == UNMARKED)
    return or_(*map(_PASSAGES.written.like, written), unmarked)


def _group(facts: Facts, terms: Sequence[Term], topics: Topics) -> Iterator[tuple[Term, set[str]]]:
    """The terms, words that make up one name joined, each with the contacts that have it in a fact."""
    start = 0
    while start < len(terms):
        for stop in range(min(len(terms), start + LONGEST_NAME), start, -1):
            part = terms[start:stop]
            known = set[str]() if any(term.quoted for term in part) else _known(facts, part, topics)
            if known or len(part) == 1:
                yield _join(part), known
                break
        start = stop


def _known(facts: Facts, part: Sequence[Term], topics: Topics) -> set[str]:
    words = " ".join(word for term in part for word in term.words)
    dated = facts.within(part[0].date) if len(part) == 1 and part[0].date else set[str]()
    return dated | facts.called(words, topics(words))


def _join(part: Sequence[Term]) -> Term:
    return part[0] if len(part) == 1 else Term(tuple(word for term in part for word in term.words), quoted=True)
