"""What the sentences so far leave in a reader's mind."""

from __future__ import annotations

from dataclasses import dataclass, field

from telcon.model.actors import Actor
from telcon.model.contacts import Office


@dataclass(frozen=True, slots=True)
class Called:
    """Words by which somebody was named, folded; `titled`: with a title among them."""

    words: str
    actor: Actor
    titled: bool


@dataclass(slots=True)
class Memory:
    """What the sentences so far leave in a reader's mind.

    `earlier` is the topic before the sentence in hand, `leader` the last topic that leads a state, `host` the one who
    took part in all of the last contacts, `pairs` the last few that were spoken of, up to the last `pair`, `reached`
    the one to whom the last message went, `called` whom somebody last called or wrote to, `owner` the leader whose own
    site the page stands on, `namings` the words by which people were named, in order.
    """

    topic: Actor | None = None
    earlier: Actor | None = None
    leader: Actor | None = None
    host: Actor | None = None
    reached: Actor | None = None
    called: Actor | None = None
    owner: Actor | None = None
    pair: tuple[Actor, ...] = ()
    pairs: list[tuple[Actor, ...]] = field(default_factory=list)
    titles: dict[Office, Actor] = field(default_factory=dict)
    namings: list[Called] = field(default_factory=list)
