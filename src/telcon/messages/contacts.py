"""A contact in a few words, in the language spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from telcon.messages.catalogues import say, say_count
from telcon.messages.dates import name_date
from telcon.messages.leaders import name_people
from telcon.messages.names import name_channel, name_side, name_source, name_status, name_topic
from telcon.messages.values import name_value

if TYPE_CHECKING:
    from telcon.contacts import Contact

TOPICS_SHOWN, TELLERS_SHOWN = 8, 5


def title_of(contact: Contact) -> str:
    """What a contact is called: `Vladimir Putin – Xi Jinping, video call, 4 February 2026`."""
    told = (name_people(contact.participants), name_channel(contact.kind), name_date(contact.date))
    return ", ".join(told)


def summary_of(contact: Contact) -> str:
    """What is known of a contact, in a few lines."""
    return "\n".join(filter(None, _facts(contact)))


def _facts(contact: Contact) -> Sequence[str]:
    tellers = ", ".join(name_source(source.name, source.side) for source in contact.reported_by[:TELLERS_SHOWN])
    topics = ", ".join(map(name_topic, contact.topics[:TOPICS_SHOWN]))
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
