"""The way from a value back to the words: what was read where, resolved with what, by which rule, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from telcon.contacts import FiledPage
from telcon.exports.annotations import around
from telcon.languages.rules import form_of
from telcon.languages.sheets import Form
from telcon.model.contacts import Agreement, Claim, Evidence, Statement
from telcon.model.values import value
from telcon.web.pages.fragments import words_address

REACH = 80
"""Letters shown on either side of words."""


@value(frozen=True, slots=True)
class Place:
    """Words on a page with what stands around them on their line; `live` is where the page itself shows them."""

    words: str
    before: str
    after: str
    line: int
    start: int
    stop: int
    live: str | None


@value(frozen=True, slots=True)
class Rule:
    """What read a value; `form` is the way of saying it, with its meaning, where the rule stands in a sheet."""

    name: str
    form: str


@value(frozen=True, slots=True)
class Chain:
    """Where a value comes from: the words first, then what they were resolved with."""

    places: tuple[Place, ...]
    rule: Rule | None
    cited: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    runner_up: str | None = None


def claim_chain(page: FiledPage, claim: Claim) -> Chain:
    """The chain behind a claim."""
    return Chain(_places(page, claim.evidence), _rule(claim.rule), claim.cited, claim.reasons, claim.runner_up)


def statement_chain(page: FiledPage, said: Statement) -> Chain:
    """The chain behind a statement."""
    return Chain(_places(page, [said.evidence]), _rule(said.rule), reasons=said.reasons)


def agreement_chain(page: FiledPage, agreed: Agreement) -> Chain:
    """The chain behind an agreement: its clause, then the dates told with it."""
    words = (agreed.evidence, *(term.evidence for term in agreed.terms))
    return Chain(_places(page, words), _rule(agreed.rule))


def _places(page: FiledPage, evidence: Sequence[Evidence]) -> tuple[Place, ...]:
    return tuple(_place(page, words) for words in evidence)


def _place(page: FiledPage, evidence: Evidence) -> Place:
    span = evidence.span
    before, after = around(page.text, span, REACH)
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    cut = "…" if len(before) == REACH else "", "…" if len(after) == REACH else ""
    live = words_address(page.url, page.text, span)
    number = page.line_number(span.start)
    return Place(evidence.words, cut[0] + before, after + cut[1], number, span.start, span.stop, live)


@cache
def _rule(name: str) -> Rule | None:
    if not name:
        return None
    found = form_of(name)
    return Rule(name, _written(found[1]) if found else "")


def _written(form: Form) -> str:
    return f"[{' '.join((form.meaning, *sorted(form.flags)))}] {form.pattern}"
