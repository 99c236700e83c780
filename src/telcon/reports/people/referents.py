"""Whom a pronoun means that something is done to, or that a word ties to an act, and a group with its two behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING

from telcon.model.actors import Actor
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.reports.people.memories import Memory

if TYPE_CHECKING:
    from telcon.reports.scenes import Presence


def beside_subject(
    acting: Sequence[Actor],
    here: Sequence[Presence],
    joined: Sequence[Actor | None],
    memory: Memory,
    fits: Callable[[Actor], bool] = bool,
) -> Actor | None:
    """To whom something is done: one who acts before the one who does it, else somebody else of the sentence.

    At last it is the foreign one of the last pair, or whom the page speaks of, who comes first where somebody new
    acts; where those `joined` act together, a third one.
    """
    if not acting:
        return None
    if joined:
        known = (*acting, memory.topic, *memory.pair)
        return next((actor for actor in known if actor and actor not in joined and fits(actor)), None)
    subject = acting[-1]
    topic = (memory.topic,) if memory.topic else ()
    spoken_of = (*memory.pair, *topic) if subject in memory.pair else (*topic, *memory.pair)
    others = [*acting, *_named(here), *(actor for actor in spoken_of if actor.country != subject.country)]
    return next((actor for actor in others if actor.key != subject.key and fits(actor)), None)


def called_before(memory: Memory, *, too: bool) -> Actor | None:
    """Who is called and not named: the host of a round; where somebody calls *too*, whom the last one called."""
    return memory.host or (memory.called if too and memory.called in memory.pair else None)


def beside_clause(acting: Sequence[Actor], here: Sequence[Presence], memory: Memory) -> list[Actor]:
    """Whom a pronoun may mean by whose ending its bearer does not act, the likeliest first: *ему позвонил Трамп*.

    It is nobody `acting` in its own clause: who is named last in the sentence, else whom the page speaks of.
    """
    topic = () if acting else (memory.topic,)
    foreign = (actor for actor in memory.pair if not acting or actor.country != acting[-1].country)
    known = (*_named(here), *topic, *foreign, memory.topic, memory.earlier)
    return [actor for actor in known if actor and actor not in acting]


def beside_tied(
    acting: Sequence[Actor],
    here: Sequence[Presence],
    joined: Sequence[Actor | None],
    memory: Memory,
    fits: Callable[[Actor], bool] = bool,
) -> Actor | None:
    """Who is tied to an act by a word before it, the last foreigner named: 李强会见普京，习近平同他会谈.

    Where the sentence names none, it is as with whom something is done to: never the one who acts himself.
    """
    others = (actor for actor in _named(here) if actor.leads) if acting else ()
    named = next((actor for actor in others if actor.country != acting[-1].country and fits(actor)), None)
    return named or beside_subject(acting, here, joined, memory, fits)


def told_of_state(naming: Naming, here: Sequence[Presence]) -> Actor | None:
    """Whom *the leader* of a state means: the last of its leaders whom the sentence names."""
    told = (actor for actor in _named(here) if actor.leads and actor.country == naming.country)
    return next(told, None)


def _named(here: Sequence[Presence]) -> list[Actor]:
    """Those whom the namings of a sentence mean, the last first."""
    return [presence.leader for presence in reversed(here) if presence.leader]


def are_apposed(group: Presence, behind: Sequence[Presence], joints: Set[int]) -> bool:
    """Whether two are named behind a group of two and a comma: *the top diplomats, A and B*.

    `joints` are the places at which a word for *and* begins.
    """
    if len(behind) < 2 or group.naming.size != 2 or behind[0].start - group.stop != len(", "):
        return False
    one, other = behind[0], behind[1]
    named = one.leader and other.leader and one.leader.country != other.leader.country
    by_name = one.naming.how is How.NAME and other.naming.how is How.NAME
    return bool(named) and by_name and {one.stop, one.stop + 1} & joints != set()


def leads_others(group: Naming, behind: Naming | None, ties: Sequence[Span]) -> bool:
    """Whether leaders who are not counted lead something else than the states of two: *the leaders of the bloc*."""
    stops = [tie.stop for tie in ties if tie.start - group.span.stop == 1]
    state = behind is not None and behind.sort in (Sort.STATE, Sort.CAPITAL)
    near = state and behind is not None and any(behind.start - stop <= 1 for stop in stops)
    return bool(stops) and not group.size and not near


def beside_me(quoted: Span, here: Sequence[Presence]) -> Actor | None:
    """Whom a pronoun means behind *I* in somebody's own words: the one whom they name before."""
    inside = [p for p in here if quoted.covers(p.naming.span) and (p.leader or p.naming.how is How.SPEAKER)]
    me = inside and inside[-1].naming.how is How.SPEAKER
    return next((p.leader for p in reversed(inside) if p.leader), None) if me else None


def hangs(presence: Presence, governors: Set[int]) -> bool:
    """Whether a preposition stands right before the naming."""
    return presence.start in governors or presence.start - 1 in governors
