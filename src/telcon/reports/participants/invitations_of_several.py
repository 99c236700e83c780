"""A journey on which somebody goes to several who invited him: *theo lời mời của Tổng thống A và Thủ tướng B*."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.model.actors import Actor
from telcon.model.mentions import Cue, Mark, Sort
from telcon.reports.parties import Parties
from telcon.reports.people.memories import Memory
from telcon.reports.people.runs import Run, Runs, spans_of

BEHIND = ("asked_by_following", "accepted", "asked_by_between")
"""Meanings of words behind which those stand whose invitation it is."""
OF = 6


def find_hosts(runs: Runs, memory: Memory, cue: Cue) -> Iterator[Parties]:
    """Whoever travels, with each of the leaders of several states at whose invitation it is."""
    for mark in runs.scene.between(runs.scene.span.start, runs.scene.span.stop, *BEHIND):
        inviting = _inviting(runs, mark)
        hosts = runs.actors(inviting)
        states = {host.country for host in hosts if host.leads}
        if len(hosts) < 2 or len(states) < len(hosts):
            continue
        guest = _guest(runs, inviting, cue) or memory.topic
        if guest and guest.leads and guest.country not in states:
            yield Parties((guest, *hosts), "invited", hosts[0], spans_of(inviting), apart=True)


def _inviting(runs: Runs, mark: Mark) -> Run:
    """Those named behind a word for an invitation, by one or in a list: *lời mời của ba Tổng thống: A, B và C*."""
    first = next((i for i, p in enumerate(runs.presences) if 0 <= p.start - mark.span.stop <= OF), None)
    if first is None:
        return ()
    counted, listed = runs.presences[first], runs.presences[first + 1 : first + 2]
    colon = bool(listed) and runs.clean[counted.stop : listed[0].start].strip() == ":"
    return runs.at(first + 1) if colon and counted.naming.sort is Sort.GROUP else runs.at(first)


def _guest(runs: Runs, inviting: Run, cue: Cue) -> Actor | None:
    """The only other leader of the sentence who may act, the nearest before the journey first."""
    others = [p for p in runs.presences if p not in inviting and p.leader and p.leader.leads and not runs.hangs(p)]
    before = [p for p in others if p.stop <= cue.span.start]
    return next((p.leader for p in [*before[::-1], *others]), None)
