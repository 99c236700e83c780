"""Contacts as entries of a feed and as occasions of a calendar, titled in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request

from telcon.contacts import Contact
from telcon.exports.calendars import Occasion
from telcon.exports.feeds import FeedEntry, newest
from telcon.messages import name_side, name_source, name_status, name_topic, name_value, say, say_count
from telcon.web.contacts.citing import title_of
from telcon.web.guards.origins import whole_address

TOPICS, TELLERS = 8, 5


def updated_at(contact: Contact) -> str:
    """When the record last took in something that made the contact what it is (ISO 8601, UTC)."""
    made = (decision.made_at for decision in contact.corrections)
    return newest([*(telling.page.seen_at for telling in contact.tellings), *made])


def feed_entry(request: Request, contact: Contact) -> FeedEntry:
    """A contact in a feed."""
    return FeedEntry(
        f"contact:{contact.id}",
        title_of(contact),
        summary_of(contact),
        whole_address(request, f"/contacts/{contact.id}"),
        updated_at(contact),
        (contact.kind.value, contact.status.value, *contact.topics),
    )


def occasion(request: Request, contact: Contact) -> Occasion:
    """A contact in a calendar."""
    title = f"{title_of(contact)} ({name_status(contact.status)})"
    address = whole_address(request, f"/contacts/{contact.id}")
    return Occasion(contact.id, title, summary_of(contact), address, contact.date, contact.status, updated_at(contact))


def summary_of(contact: Contact) -> str:
    """What is known of a contact, in a few lines."""
    return "\n".join(filter(None, _facts(contact)))


def _facts(contact: Contact) -> Sequence[str]:
    tellers = ", ".join(name_source(source.name, source.side) for source in contact.reported_by[:TELLERS])
    topics = ", ".join(map(name_topic, contact.topics[:TOPICS]))
    return (
        f"{name_value('kind', contact.kind)}, {name_status(contact.status)}",
        say("It lasted {length}.", length=name_value("duration", contact.duration)) if contact.duration else "",
        say("Asked for by {side}.", side=name_side(contact.initiator)) if contact.initiator else "",
        say("About {topics}.", topics=topics) if topics else "",
        say("Told by {sources}.", sources=tellers) if tellers else "",
        say("Accounts part.") if any(choice.disagree for choice in contact.choices.values()) else "",
        ", ".join(
            (
                say_count("{count} page", "{count} pages", contact.page_count),
                say_count("{count} source", "{count} sources", contact.source_count),
            )
        ),
    )
