"""What is known of a contact: each field with the value shown, who says so in which words, and what others say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from telcon.contacts import Choice, Contact, FiledPage, Telling, parse_value, values_agree
from telcon.contacts.accounts import find_sides
from telcon.messages import name_field, name_leader, name_office, name_state, name_value, say
from telcon.model.contacts import Claim, Evidence, Source
from telcon.model.values import value
from telcon.web.contacts.agreeing import Agreement, agreement_of

FIRST, MOST = 2, 24
"""Words of a value that are shown at once, and all that are listed: the rest stands in the JSON."""


@value(frozen=True, slots=True)
class Saying:
    """Words of a page, who is cited for them, and what was inferred in reading them (`reasons`)."""

    page: FiledPage
    evidence: Evidence
    tellers: tuple[Source, ...]
    reasons: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Further:
    """Words folded away: those of further pages, or of another value (`told`) that agrees with the one shown or not."""

    told: str
    agrees: bool
    sayings: tuple[Saying, ...]
    count: int


@value(frozen=True, slots=True)
class Shown:
    """A value in words, and what more there is to say of it in small print."""

    told: str
    note: str = ""


@value(frozen=True, slots=True)
class FactRow:
    """A field of a contact; no value is shown where no page tells one."""

    field: str
    name: str
    shown: tuple[Shown, ...]
    agreement: Agreement | None
    first: tuple[Saying, ...]
    further: tuple[Further, ...]


Told = Sequence[tuple[Telling, Claim]]


def fact_rows(contact: Contact) -> list[FactRow]:
    """All fields of a contact, topics left to the matrix."""
    claims, sides = contact.claims, find_sides(contact)
    by_field: dict[str, dict[str, Told]] = {}
    for (field, kept), told in claims.items():
        by_field.setdefault(field, {})[kept] = [it for it in told if it[1].evidence]
    rows = [_people(contact, by_field.get("participant", {}), sides)]
    rows += [
        _chosen(contact, field, choice, by_field.get(field, {}), sides) for field, choice in contact.choices.items()
    ]
    return [*rows, _tellers(contact, by_field.get("reported_by", {}), sides)]


def quotes(told: Told, sides: Mapping[str, str]) -> Iterator[Saying]:
    """The words of claims, those whose side is known first."""
    sayings = [saying(telling.page, claim, sides) for telling, claim in told]
    return iter(sorted(sayings, key=lambda one: not any(source.side for source in one.tellers)))


def saying(page: FiledPage, claim: Claim, sides: Mapping[str, str]) -> Saying:
    """A claim's own words, and who is cited for them."""
    cited = tuple(Source(name, sides.get(name)) for name in claim.cited)
    return Saying(page, claim.evidence[0], cited, claim.reasons if claim.field == "date" else ())


def _people(contact: Contact, told: Mapping[str, Told], sides: Mapping[str, str]) -> FactRow:
    shown = tuple(
        Shown(name_leader(who), f"{name_state(who.country)}, {name_office(who.role)}") for who in contact.participants
    )
    each = [list(quotes(claims, sides)) for claims in told.values()]
    first = [sayings[0] for sayings in each if sayings]
    return FactRow("participant", name_field("participant"), shown, None, tuple(first), tuple(_rest(each, first)))


def _tellers(contact: Contact, told: Mapping[str, Told], sides: Mapping[str, str]) -> FactRow:
    shown = tuple(Shown(it.name, name_state(it.side) if it.side else "") for it in contact.reported_by)
    each = [list(quotes(claims, sides)) for claims in told.values()]
    first = [sayings[0] for sayings in each if sayings]
    return FactRow("reported_by", name_field("reported_by"), shown, None, tuple(first), tuple(_rest(each, first)))


def _chosen(
    contact: Contact, field: str, choice: Choice[Any], told: Mapping[str, Told], sides: Mapping[str, str]
) -> FactRow:
    name = name_field(field)
    if choice.shown is None:
        return FactRow(field, name, (), None, (), ())
    same = {kept for kept in told if _is_shown(field, kept, choice.shown)}
    own = list(quotes([it for kept in told if kept in same for it in told[kept]], sides))
    first = _one_a_side(own)
    others = [_further(field, kept, claims, choice.shown, sides) for kept, claims in told.items() if kept not in same]
    author = choice.options[0].author
    shown = (Shown(name_value(field, choice.shown), say("put so by {author}", author=author) if author else ""),)
    return FactRow(field, name, shown, agreement_of(contact, field), tuple(first), (*_rest([own], first), *others))


def _is_shown(field: str, kept: str, shown: object) -> bool:
    try:
        return parse_value(field, kept) == shown
    except ValueError:
        return kept == str(shown)


def _one_a_side(sayings: Sequence[Saying]) -> list[Saying]:
    """The first words of each side, else the first of all."""
    first: dict[object, Saying] = {}
    for one in sayings:
        first.setdefault(next((source.side for source in one.tellers if source.side), None), one)
    return list(first.values())[:FIRST]


def _rest(each: Iterable[Sequence[Saying]], first: Sequence[Saying]) -> Iterator[Further]:
    rest = [one for sayings in each for one in sayings if not any(one is other for other in first)]
    if rest:
        yield Further("", True, tuple(rest[:MOST]), len(rest))


def _further(field: str, kept: str, claims: Told, shown: object, sides: Mapping[str, str]) -> Further:
    try:
        agrees = values_agree(field, parse_value(field, kept), shown)
        told = name_value(field, kept)
    except (ValueError, KeyError):
        agrees, told = False, kept
    return Further(told, agrees, tuple(quotes(claims, sides))[:MOST], len(claims))
