"""Whom an act is done to behind a clause that tells of him: 会见来华出席开幕式的巴西总统卢拉.

So in languages in which what describes somebody stands before him.
"""

from __future__ import annotations

from telcon.model.mentions import Cue, Sort
from telcon.reports.runs import Run, Runs

FAR = 120
"""The longest such clause; between Han characters the view has spaces."""

TIED = 1


def find_described(runs: Runs, cue: Cue) -> Run:
    """The first person behind an act that takes its partner without a preposition, where 的 stands right before him."""
    if "object" not in cue.flags:
        return ()
    for i, presence in enumerate(runs.presences):
        start = presence.start
        if start < cue.span.stop or presence.naming.sort in (Sort.STATE, Sort.CAPITAL, Sort.BODY):
            continue
        if start - cue.span.stop > FAR or "," in runs.clean[cue.span.stop : start] or presence.leader is None:
            return ()
        links = runs.scene.between(cue.span.stop, start, "of", "manner")
        leads = any("leads" in m.flags or m.meaning == "manner" for m in links[-1:])
        return runs.at(i) if leads and start - links[-1].span.stop <= TIED else ()
    return ()
