"""Whom a page calls by the very word of a title that stands alone: *King Salman … the king*."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.letters.folding import fold
from telcon.letters.han import HAN
from telcon.model.actors import Actor
from telcon.model.mentions import How, Naming
from telcon.reports.people.memories import Called, Memory
from telcon.reports.scenes import Presence

ENDING, SHORTEST = 3, 4
"""Letters of an ending, and those that a word keeps without it."""


def note_called(memory: Memory, presence: Presence, clean: str) -> None:
    """Remember the words by which a page names somebody."""
    naming, actor = presence.naming, presence.leader
    if actor and naming.how in (How.NAME, How.OFFICE):
        titled = naming.how is How.NAME and bool(naming.roles)
        memory.namings.append(Called(fold(clean[presence.start : presence.stop]), actor, titled))


def called_so(memory: Memory, naming: Naming, known: Actor, here: Sequence[Presence], clean: str) -> Actor:
    """Whom the page calls by the very word of a title, where it calls the `known` one otherwise: *the king*.

    Not whom it names without a title, nor right before a comma.
    """
    last, word = here[-1] if here else None, _find_head(memory, naming, clean)
    apposed = last and last.leader == known and naming.start - last.stop <= len(", ")
    own = [each for each in memory.namings if each.actor == known]
    called = [each.actor for each in memory.namings if each.actor.role in naming.roles and word in each.words]
    if apposed or not called or known in called or (own and not any(each.titled for each in own)):
        return known
    return next((actor for actor in reversed(called) if actor in memory.pair), called[-1])


def _find_head(memory: Memory, naming: Naming, clean: str) -> str:
    """The last word of a title that stands in names too; with endings its stem, between Han characters the whole."""
    text = fold(clean[naming.start : naming.span.stop])
    if naming.cases:
        return text[: max(len(text) - ENDING, SHORTEST)]
    known = (word for word in reversed(text.split()) if any(word in each.words for each in memory.namings))
    return text if HAN.search(text) else next(known, text)
