"""What leaders are called in the language spoken: by its own form where the roster has one, else as they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from telcon.messages.catalogues import spoken
from telcon.model.contacts import Participant

REMEMBERED = 16_384
"""How many names of speakers are kept: pages name many, and mostly the same."""


def name_leader(who: Participant) -> str:
    """What a participant is called: `Tập Cận Bình` to those who read Vietnamese, `Xi Jinping` to others."""
    return (_own(who.person, spoken()) if who.person else None) or who.name


def name_briefly(who: Participant) -> str:
    """What a participant is called where there is little room: `Putin`, `Tập Cận Bình`."""
    return _brief(who.person, spoken()) or name_leader(who) if who.person else who.name


def name_people(people: Iterable[Participant]) -> str:
    """Participants by what they are called: `Vladimir Putin – Xi Jinping`."""
    return " – ".join(map(name_leader, people))


def name_speaker(name: str) -> str:
    """What somebody is called who is known by name alone, as those are who say or report something."""
    return _own_of(name, spoken()) or name


@cache
def _own(person: str, language: str) -> str | None:
    from telcon.roster import load_roster  # noqa: PLC0415 - not needed where nobody of it is named

    roster = load_roster()
    return roster.own_name(language, roster.people[person]) if person in roster.people else None


@cache
def _brief(person: str, language: str) -> str | None:
    """The own form, or the part of the English name that stands for the person alone or behind a title."""
    from telcon.roster import load_roster  # noqa: PLC0415

    known = load_roster().people.get(person)
    if known is None or _own(person, language):
        return None
    parts = known.name.split()
    return next((form for form in (*known.alone, *known.short) if form in parts), None)


@lru_cache(maxsize=REMEMBERED)
def _own_of(name: str, language: str) -> str | None:
    from telcon.roster import load_roster  # noqa: PLC0415

    roster = load_roster()
    if language not in roster.called:
        return None
    same = [person for person in roster.named(name) if person.name == name]
    return roster.own_name(language, same[0]) if len(same) == 1 else None
