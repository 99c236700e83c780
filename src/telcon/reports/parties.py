"""Who took part in a contact, as far as one cue tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telcon.model.actors import Actor
from telcon.model.contacts import Office
from telcon.model.mentions import Cue
from telcon.model.spans import Span
from telcon.model.values import value

TIED = ("between", "with", "topic", "reached", "came", "states", "dash", "of", "object")
"""Constraints that find the parties right behind their cue."""

JOINTLY = "jointly"
"""Constraint of several of one state who send one message."""

REQUESTED = "asked"
"""Constraint of the one who asks for a contact and the one who answers him: 婉拒了B的通话请求."""

PRESIDED = "presided"
"""Constraint of those of the contact told of just before and who presided over it."""

ATTENDED = "attended"
"""Constraint of those who took part too in the contact told of just before: *The call included A and B*."""

WEAK = "beside"
"""Flag of words that tell of a contact only where leaders of two countries stand beside them."""

_ASIDE = re.compile(r", [^,]{2,25}, ?")


@value(frozen=True, slots=True)
class Parties:
    """The people whom a cue joins.

    `caller` acts (dials, writes, invites). `how` names the constraint that found them. `apart`: the first met the
    others one by one; `paired`: as many on each side, the first with the first, the second with the second.
    """

    actors: tuple[Actor, ...]
    how: str
    caller: Actor | None = None
    spans: tuple[Span, ...] = ()
    apart: bool = False
    paired: bool = False

    @property
    def key(self) -> frozenset[str]:
        """What tells those who took part from others."""
        return frozenset([actor.key for actor in self.actors])

    @property
    def sound(self) -> bool:
        """Whether people of two countries took part, one of each.

        Several only where all are named behind *giữa* or send one message, and of heads of an organisation.
        """
        countries = [actor.country for actor in self.actors]
        if not all(countries) or len(set(countries)) < 2 or not all(actor.name for actor in self.actors):
            return False
        of_states = [actor.country for actor in self.actors if actor.role is not Office.IO_HEAD]
        return self.how in ("between", "invited", JOINTLY) or len(set(of_states)) == len(of_states)

    def before(self, cue: Cue) -> int:
        """Where those begin that are named before a cue; where the cue begins, if nobody is."""
        return min([span.start for span in self.spans if span.stop <= cue.span.start], default=cue.span.start)

    def behind(self, cue: Cue) -> int:
        """Where those end who are named with the cue, behind it."""
        tied = self.spans if self.how in TIED else ()
        if self.how == "followed":  # who acts stands behind the partner
            tied = tuple(sorted(self.spans, key=lambda span: span.start))[:1]
        return max((span.stop for span in tied if span.start >= cue.span.stop), default=cue.span.stop)

    def split(self) -> list[Parties]:
        """One pair for each partner where one person met several one by one, or several each his own."""
        if self.paired:
            half = len(self.actors) // 2
            pairs = zip(self.actors[:half], self.actors[half:], strict=True)
            return [Parties(pair, self.how, pair[self.caller in self.actors[half:]], self.spans) for pair in pairs]
        others = self.actors[1:]
        if len(others) < 2 or not self.apart:
            return [self]
        first = self.actors[0]
        return [
            Parties((first, other), self.how, first if self.caller == first else self.caller and other, self.spans)
            for other in others
        ]


def is_joint(actors: Sequence[Actor]) -> bool:
    """Whether several lead one state or organisation together: they send, or get, one message."""
    return len(actors) > 1 and len({actor.country for actor in actors}) == 1 and all(a.leads for a in actors)


def is_parted(gap: str) -> bool:
    """Whether a comma parts a cue from what follows; two about a day do not: *received a call, on Monday, from B*."""
    return "," in gap and _ASIDE.fullmatch(gap) is None
