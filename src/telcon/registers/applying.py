"""What is taken over from a register, as the own sheet keeps it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from telcon.registers.differences import AGREED, Change, ChangeKind
from telcon.roster import Roster
from telcon.roster.additions import Addition
from telcon.roster.entering import make_addition
from telcon.roster.terms import put_over


def to_additions(
    roster: Roster, changes: Iterable[Change], *, note: str, kinds: Collection[ChangeKind] = AGREED
) -> list[Addition]:
    """The additions that changes of these kinds make, a person each; `note` says where they are from."""
    of = defaultdict[str, list[Change]](list)
    for change in changes:
        if change.kind in kinds:
            of[change.person].append(change)
    return [_addition(roster, key, parts, note) for key, parts in of.items()]


def _addition(roster: Roster, key: str, changes: list[Change], note: str) -> Addition:
    known = roster.people.get(key)
    names = dict.fromkeys(pair for change in changes for pair in change.names)
    english = [name for language, name in names if language == "en" and known]
    others = [(language, name) for language, name in names if language != "en"]
    terms = tuple(change.term for change in changes if change.term)
    titled = put_over(known.terms, terms)[-len(terms) :] if known and terms else terms
    return make_addition(key, [known.name if known else changes[0].name, *english], others, titled, note=note)
