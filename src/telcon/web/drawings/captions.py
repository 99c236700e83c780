"""Contacts in a few words, as charts and headlines tell them."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.contacts import Contact
from telcon.messages import name_briefly, name_channel, name_date, name_leader, name_length, name_status, say, say_count
from telcon.messages.names import BOUNDS
from telcon.model.contacts import Kind, Participant
from telcon.model.durations import Duration

SPOKE = {
    Kind.PHONE: "{people} spoke by phone",
    Kind.VIDEO: "{people} spoke by video",
    Kind.CALL: "{people} spoke",
    Kind.MEETING: "{people} met",
    Kind.MESSAGE: "{people}: a message",
    Kind.CONTACT: "{people} were in contact",
}
"""What a contact that was held is called in a headline."""


def tell(contact: Contact) -> str:
    """Who, how, whether, when and how long: what a mark of a chart stands for."""
    return f"{name_all(contact.participants)}: {tell_when(contact)}"


def tell_when(contact: Contact) -> str:
    """How, whether, when and how long."""
    parts = (name_channel(contact.kind), name_status(contact.status), name_date(contact.date))
    told = ", ".join(parts)
    return f"{told} · {_length(contact.duration)}" if contact.duration else told


def name_all(people: Sequence[Participant]) -> str:
    """People in a sentence: `Vladimir Putin, Xi Jinping and Narendra Modi`."""
    names = [name_leader(who) for who in people]
    return say("{others} and {last}", others=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]


def headline(contact: Contact) -> str:
    """A contact that was held as a sentence: `Vladimir Putin and Xi Jinping spoke by video for 85 minutes`."""
    told = say(SPOKE[contact.kind], people=name_all(contact.participants))
    return say("{told} for {length}", told=told, length=_length(contact.duration)) if contact.duration else told


def count_kind(kind: Kind, count: int) -> str:
    """So many contacts of a channel: `3 phone calls`."""
    match kind:
        case Kind.PHONE:
            return say_count("{count} phone call", "{count} phone calls", count)
        case Kind.VIDEO:
            return say_count("{count} video call", "{count} video calls", count)
        case Kind.CALL:
            return say_count("{count} call", "{count} calls", count)
        case Kind.MEETING:
            return say_count("{count} meeting", "{count} meetings", count)
        case Kind.MESSAGE:
            return say_count("{count} message", "{count} messages", count)
        case Kind.CONTACT:
            return say_count("{count} contact by a channel not told", "{count} contacts by a channel not told", count)


def brief_length(duration: Duration | None) -> str:
    """Minutes with their bound, where the unit stands beside it: `over 90`."""
    return say(BOUNDS[duration.bound], length=duration.minutes) if duration else ""


def brief_people(contact: Contact, but: Sequence[Participant] = ()) -> str:
    """Those who took part by their shortest names, some left out."""
    return ", ".join(name_briefly(who) for who in contact.participants if who not in but)


def _length(duration: Duration) -> str:
    return name_length(duration.minutes, duration.bound)
