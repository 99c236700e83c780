"""A doubt as a question to people: what is asked, and the answers, each with its key and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastapi import Request

from telcon.contacts import Choice, Contact, Doubt, Option, Question, Ruling, Telling, things_asked, things_of
from telcon.messages import name_date, name_field, name_people, name_speaker, name_value, say, say_count
from telcon.model.durations import Duration
from telcon.model.values import value
from telcon.web.catalogues.indexes import contacts_by_id
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.pages.excerpts import Excerpt, excerpts
from telcon.web.reviews.comparisons import Comparison, compare_sides
from telcon.web.reviews.retelling import Retold, retell
from telcon.web.reviews.reviewing import history_of, holders_of, seen_between, seen_on

MOST_OPTIONS = 9
"""Answers that have a key of their own."""


@value(frozen=True, slots=True)
class Answer:
    """One way to decide: its key, what the form sends for it, its name, and what follows."""

    key: str
    sent: str
    label: str
    follows: str


@value(frozen=True, slots=True)
class Voice:
    """One page that tells a value: whom it cites for it, and the lines that say it."""

    telling: Telling
    cited: str
    lines: tuple[Excerpt, ...]


@value(frozen=True, slots=True)
class Offer:
    """One value that pages tell: its key, what a form sends for it, its name, and a few of those who tell it."""

    key: str
    sent: str
    shown: str
    option: Option[object]
    told: tuple[Voice, ...]


@value(frozen=True, slots=True)
class Waiting:
    """A doubt as a line of the queue."""

    key: str
    asks: str
    about: str
    left_open: bool


@value(frozen=True, slots=True)
class Posed:
    """A question; `sent` is what the form carries besides the answer, and one of the rest what there is to look at."""

    doubt: Doubt
    asks: str
    why: str
    answers: tuple[Answer, ...]
    sent: dict[str, str | int]
    comparison: Comparison | None = None
    contact: Contact | None = None
    offers: tuple[Offer, ...] = ()
    decisions: tuple[Retold, ...] = ()


def pose(request: Request, doubt: Doubt) -> Posed | None:
    """Put a doubt as a question; None where the reports that it is about are gone meanwhile."""
    if doubt.matter is Question.SAME:
        return _ask_same(request, doubt)
    if doubt.matter is Question.VALUE:
        return _ask_value(request, doubt)
    return _ask_decisions(request, doubt)


def encode(told: object) -> str:
    """A value as decisions keep it: `2025-01-21`, `phone`, `95 exact`, `RU`."""
    return f"{told.minutes} {told.bound}" if isinstance(told, Duration) else str(told)


def offers_of(choice: Choice[object], field: str) -> tuple[Offer, ...]:
    """The values that pages tell of a field."""
    return tuple(
        Offer(str(place), encode(option.value), name_value(field, option.value), option, tuple(_tellers(option, field)))
        for place, option in enumerate(choice.options[:MOST_OPTIONS], start=1)
    )


def line_up(request: Request, doubts: Iterable[Doubt]) -> list[Waiting]:
    """Doubts as lines of the queue."""
    known = contacts_by_id(catalogue_of(request))
    return [_wait(doubt, [known[name] for name in doubt.contacts if name in known]) for doubt in doubts]


def _wait(doubt: Doubt, contacts: list[Contact]) -> Waiting:
    if not contacts:
        again = doubt.matter is Question.CONTRADICTION
        asks = say("Which decision counts?") if again else say("Is this decision still needed?")
        about = say("no. {number}", number=", ".join(map(str, doubt.decisions)))
    else:
        asks = ask_for(doubt.field) if doubt.field else say("The same contact?")
        days = " / ".join(name_date(contact.date) for contact in contacts)
        about = f"{name_people(contacts[0].participants)}, {days}"
    return Waiting(doubt.key, asks, about, bool(doubt.left_open))


def _unsure() -> Answer:
    return Answer("u", Ruling.UNSURE, say("Unsure"), say("stays in the queue, behind the others"))


def _ask_same(request: Request, doubt: Doubt) -> Posed | None:
    comparison = compare_sides(store_of(request), doubt)
    if comparison is None:
        return None
    count = comparison.one.contact.page_count + comparison.other.contact.page_count
    joined = say_count("one contact, told by {count} page", "one contact, told by {count} pages", count)
    answers = (
        Answer("s", Ruling.SAME, say("Same"), joined),
        Answer("d", Ruling.APART, say("Different"), say("never joined again by a rule")),
        _unsure(),
    )
    one, other = comparison.one.telling.member, comparison.other.telling.member
    theirs = (telling.member for telling in comparison.other.contact.tellings)
    sent: dict[str, str | int] = {
        "matter": doubt.matter,
        "subject": one,
        "other": other,
        "seen": seen_between(request, (one,), theirs),
    }
    why = say("The rules are unsure, most of all because of this: {reason}.", reason=comparison.weakest)
    return Posed(doubt, say("Do these two pages tell of the same contact?"), why, answers, sent, comparison)


def _ask_value(request: Request, doubt: Doubt) -> Posed | None:
    contact = store_of(request).contact(doubt.contacts[0])
    if contact is None or not contact.choices[doubt.field].options:
        return None
    offers = offers_of(contact.choices[doubt.field], doubt.field)
    answers = [Answer(it.key, it.sent, it.shown, _count_pages(it.option)) for it in offers]
    members = [telling.member for telling in contact.tellings]
    seen = seen_on(request, things_asked(doubt.field, members))
    sent: dict[str, str | int] = {"matter": doubt.matter, "subject": members[0], "field": doubt.field, "seen": seen}
    why = say("The pages held disagree on the {field}.", field=name_field(doubt.field))
    return Posed(doubt, ask_for(doubt.field), why, (*answers, _unsure()), sent, contact=contact, offers=offers)


def ask_for(field: str) -> str:
    """The question that a field answers."""
    return {
        "date": say("When was it?"),
        "kind": say("By which channel was it?"),
        "status": say("Did it take place?"),
        "duration": say("How long did it last?"),
        "initiator": say("Who asked for it?"),
    }[field]


def _ask_decisions(request: Request, doubt: Doubt) -> Posed:
    holders, wanted = holders_of(request), frozenset(doubt.decisions)
    made = [one for one in history_of(request) if one.number in wanted]
    retold = tuple(retell(one, holders) for one in made)
    things = frozenset(thing for one in made for thing in things_of(one))
    sent: dict[str, str | int] = {"matter": doubt.matter, "numbers": " ".join(map(str, sorted(wanted)))}
    sent["seen"] = seen_on(request, things)
    if doubt.matter is Question.CONTRADICTION:
        asks = say("Which of these decisions counts?")
        why = say("Several people decided differently on the same thing. Until this is settled, the last one counts.")
        answers = [_keep(place, one) for place, one in enumerate(retold[:MOST_OPTIONS], start=1)]
    else:
        asks = say("Is this decision still needed?")
        why = say("No report answers to it any more: its page has changed, is hidden or gone.")
        answers = [Answer("1", "0", say("Take it back"), say("it stays in the history"))]
    return Posed(doubt, asks, why, (*answers, _unsure()), sent, decisions=retold)


def _keep(place: int, one: Retold) -> Answer:
    return Answer(
        str(place), str(one.decision.number), one.short, say("decided by {author}", author=one.decision.author)
    )


def _tellers(option: Option[object], field: str) -> Iterator[Voice]:
    for telling in option.tellings[:3]:
        claims = [claim for claim in telling.report.claims if claim.field == field and claim.evidence]
        cited = dict.fromkeys(name_speaker(name) for claim in claims for name in claim.cited)
        yield Voice(telling, ", ".join(cited), tuple(excerpts(telling, (field,))[:1]) if claims else ())


def _count_pages(option: Option[object]) -> str:
    if not option.tellings:
        return say("said by {author}", author=option.author)
    pages = say_count("{count} page", "{count} pages", len({telling.page_name for telling in option.tellings}))
    names = ", ".join(dict.fromkeys(name_speaker(source.name) for source in option.sources[:2]))
    return f"{names} · {pages}" if names else pages
