"""What people decided, told in words, with the contacts that it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from telcon.contacts import Contact, Decision, Ruling, Telling
from telcon.messages import name_field, name_value, say, say_count
from telcon.model.values import value

MOST_NAMED = 2


@value(frozen=True, slots=True)
class Retold:
    """A decision in words, in `short` without what it is on; `contacts` are those that hold the reports it names."""

    decision: Decision
    words: str
    short: str
    contacts: tuple[Contact, ...]


def retell(decision: Decision, holders: Mapping[str, Contact]) -> Retold:
    """Tell a decision in the language spoken."""
    short = _short(decision)
    return Retold(decision, _words(decision, holders, short), short, tuple(contacts_of(decision, holders)))


def contacts_of(decision: Decision, holders: Mapping[str, Contact]) -> list[Contact]:
    """The contacts that hold the reports which a decision names, each once."""
    found = (holders.get(name) for name in (decision.subject, *decision.others))
    return list({contact.id: contact for contact in found if contact}.values())


def bears_on(decision: Decision, members: Iterable[str]) -> bool:
    """Whether a decision names one of these reports."""
    return not {decision.subject, *decision.others}.isdisjoint(members)


def _short(decision: Decision) -> str:
    match decision.ruling:
        case Ruling.VALUE:
            return f"{name_field(decision.field)}: {name_value(decision.field, decision.value)}"
        case Ruling.SAME:
            return say("one contact")
        case Ruling.APART:
            return say("different contacts")
        case Ruling.HIDE:
            return say("does not count")
    return say("left open")


def _words(decision: Decision, holders: Mapping[str, Contact], short: str) -> str:
    subject = _name(decision.subject, holders)
    others = _names(decision.others, holders)
    match decision.ruling:
        case Ruling.SAME:
            return say("{one} and {other} tell of one contact", one=subject, other=others)
        case Ruling.APART:
            return say("{one} tells of another contact than {other}", one=subject, other=others)
        case Ruling.HIDE:
            return say("{page} does not count", page=decision.subject.partition("\n")[0])
        case Ruling.UNSURE if decision.field:
            return say("left open: {field}", field=name_field(decision.field))
        case Ruling.UNSURE if decision.others:
            return say("left open: whether {one} and {other} tell of one contact", one=subject, other=others)
    return short


def _name(member: str, holders: Mapping[str, Contact]) -> str:
    """A report by its page's name."""
    telling = _telling(member, holders)
    return telling.page.label if telling else say("a page that is not held any more")


def _names(members: tuple[str, ...], holders: Mapping[str, Contact]) -> str:
    named = ", ".join(_name(member, holders) for member in members[:MOST_NAMED])
    more = len(members) - MOST_NAMED
    return say_count("{names} and {count} more", "{names} and {count} more", more, names=named) if more > 0 else named


def _telling(member: str, holders: Mapping[str, Contact]) -> Telling | None:
    contact = holders.get(member)
    return next((it for it in contact.tellings if it.member == member), None) if contact else None
