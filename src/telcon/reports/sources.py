"""Who tells that a contact took place (will, did not), or what passed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from telcon.model.contacts import Source, Statement
from telcon.model.mentions import Sort
from telcon.reports.drafts import Draft
from telcon.reports.statements import PUBLIC

if TYPE_CHECKING:
    from telcon.reports.stories import Story


def read_sources(story: Story, statements: Sequence[Statement]) -> tuple[tuple[Source, ...], ...]:
    """The tellers of each draft, in the order of `story.drafts`, each in order of the page.

    Officials, bodies and media tell of a contact by what they say; leaders only where they say it to everybody.
    Platforms tell nothing.
    """
    sides = _sides(story)
    told: list[dict[str, Source]] = [{} for _ in story.drafts]
    for statement in statements:
        if statement.contact is not None:
            for name in _tellers(statement, sides, story.drafts[statement.contact]):
                told[statement.contact].setdefault(name, Source(name, sides[name]))
    return tuple(tuple(sources.values()) for sources in told)


def _tellers(statement: Statement, sides: dict[str, str | None], draft: Draft) -> Iterator[str]:
    """Those who tell by a statement, the speaker first where he speaks for himself."""
    parties = {actor.name for actor in draft.parties.actors}
    countries = {actor.country for actor in draft.parties.actors} | {None}
    for name in (*statement.speaker, *statement.said_by):
        inside = name in statement.speaker and name in parties and PUBLIC not in statement.reasons
        if not inside and name in sides and (sides[name] in countries or name in statement.said_by):
            yield name


def _sides(story: Story) -> dict[str, str | None]:
    """The side of everybody on the page who may tell, by name."""
    sides: dict[str, str | None] = {}
    for scene in story.scenes:
        for presence in scene.presences:
            naming = presence.naming
            if naming.sort in (Sort.BODY, Sort.MEDIUM):
                sides.setdefault(naming.name, naming.country)
            for actor in presence.actors:
                if actor.sort is Sort.PERSON and actor.name:
                    sides.setdefault(actor.name, actor.country)
                    sides.setdefault(f"Office of {actor.name}", actor.country)
                elif actor.country:
                    sides.setdefault(f"{actor.country} official", actor.country)
    for code, state in story.roster.states.items():
        sides.setdefault(f"Government of {state.name}", code)
    return sides
