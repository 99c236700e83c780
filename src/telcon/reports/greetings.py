"""Greetings that were said in a contact told of elsewhere on the page: no message of their own."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.model.contacts import Status
from telcon.model.mentions import Cue
from telcon.reports.drafts import Draft, Family

SAID = "the greeting was said in a contact that is told of beside it"


def drop_said(drafts: list[Draft], about: list[Draft | None]) -> Iterator[Cue]:
    """Take out what only greetings tell of between people who talked; their cues, of which nothing is left."""
    for draft in [d for d in drafts if _only_greets(d)]:
        talk = next((other for other in drafts if _may_hold(other, draft)), None)
        if talk:
            drafts.remove(draft)
            about[:] = [talk if told is draft else told for told in about]
            yield from (sighting.cue for sighting in draft.sightings)


def _only_greets(draft: Draft) -> bool:
    return all("greeting" in sighting.cue.flags for sighting in draft.sightings)


def _may_hold(talk: Draft, greeting: Draft) -> bool:
    """Whether those of a greeting talked in a contact that is no earlier one."""
    held = talk.status is Status.HELD and talk.family is not Family.WRITTEN and not talk.back
    return held and greeting.parties.key <= talk.parties.key
