"""How the accounts of a contact stand to each other: whether sides agree, and what one of them alone tells."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from telcon.contacts import Contact, Matrix
from telcon.messages import name_state, say, say_count
from telcon.model.values import value

BASIC = frozenset({"date", "kind", "status"})
"""Fields that nobody can leave out who tells of a contact at all."""


class Standing(StrEnum):
    """Accounts part, one side alone tells, all sides agree, or nobody's side tells."""

    PART = "part"
    ONE = "one"
    AGREE = "agree"
    NOBODY = "nobody"


@value(frozen=True, slots=True)
class Agreement:
    """How accounts stand to each other on a field, and that in words."""

    standing: Standing
    told: str


def agreement_of(contact: Contact, field: str) -> Agreement | None:
    """Who of the sides concerned tells the value shown; None where nobody tells one."""
    choice = contact.choices[field]
    if not choice.options:
        return None
    if author := choice.options[0].author:
        return Agreement(Standing.NOBODY, say("corrected by {author}", author=author))
    if choice.disagree:
        return Agreement(Standing.PART, say("accounts part"))
    sides = sides_telling(contact, field)
    if not sides:
        pages = len({telling.page_name for option in choice.options for telling in option.tellings})
        told = say_count("{count} page, for no side", "{count} pages, for no side", pages)
        return Agreement(Standing.NOBODY, told)
    if len(sides) == 1:
        return Agreement(Standing.ONE, say("only the side of {state}", state=name_state(sides[0])))
    if len(sides) < len(contact.states):
        return Agreement(Standing.AGREE, say("{sides} agree", sides=", ".join(map(name_state, sides))))
    return Agreement(Standing.AGREE, say("both sides agree") if len(sides) == 2 else say("all sides agree"))


def sides_telling(contact: Contact, field: str) -> list[str]:
    """The sides concerned that tell some value of a field.

    Pages seldom say whom they have it from that a contact was a call, or that it took place: whoever tells of it does.
    """
    options = contact.choices[field].options
    named = {source.side for option in options for source in option.sources}
    if field in BASIC:
        tellings = (telling for option in options for telling in option.tellings)
        named |= {source.side for telling in tellings for source in telling.report.reported_by}
    return [code for code in sides_concerned(contact) if code in named]


def sides_concerned(contact: Contact) -> list[str]:
    """The sides of those who took part, in their order."""
    return list(dict.fromkeys(who.country for who in contact.participants))


def sides_heard(contact: Contact, matrix: Matrix) -> list[str]:
    """The sides concerned whose account the pages hold: of some topic, or of some field."""
    told = {account.side for account in matrix.accounts}
    told |= {code for field in contact.choices for code in sides_telling(contact, field)}
    return [code for code in sides_concerned(contact) if code in told]


def topics_of_one(contact: Contact, matrix: Matrix) -> Iterator[tuple[str, list[str]]]:
    """Each side concerned with the topics that it alone of those concerned tells of."""
    concerned = sides_concerned(contact)
    for side in concerned:
        alone = [
            topic
            for topic in matrix.topics
            if topic and [code for code in matrix.sides(topic) if code in concerned] == [side]
        ]
        if alone:
            yield side, alone
