"""Contacts as entries of a feed and as occasions of a calendar, titled in the reader's language."""

from __future__ import annotations

from fastapi import Request

from telcon.contacts import Contact
from telcon.exports.calendars import Occasion
from telcon.exports.feeds import FeedEntry, newest
from telcon.messages import name_status
from telcon.messages.contacts import summary_of, title_of
from telcon.web.guards.origins import whole_address


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
