"""Who did it to whom, told by the endings alone, in whatever order the sentence has them."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.inflections import NOMINATIVE, Case
from telcon.model.actors import Actor
from telcon.model.mentions import Cue
from telcon.reports.parties import Parties
from telcon.reports.people.runs import Runs, spans_of

NEAR = 60
REACHED = frozenset({Case.ACCUSATIVE, Case.DATIVE})


def find_urged(runs: Runs, cue: Cue) -> Iterator[Parties]:
    """Who proposes it to whom, the word for it behind the act: *Встретиться в Вене предложил Путину Байден*.

    To several he proposes it one by one where a word says so, else for all of them together.
    """
    marks = [m for m in runs.scene.between(cue.span.stop, runs.scene.span.stop, "proposed") if "urged" in m.flags]
    if cue.noun or not marks or any(cue.span.stop <= c.span.start < marks[0].span.start for c in _sure(runs)):
        return
    near = [p for p in runs.presences if p.leader and p.leader.leads and abs(p.start - marks[0].span.start) <= NEAR]
    hosts = [p for p in near if p.naming.cases == NOMINATIVE]
    asked = next((p for p in near if p.naming.cases and Case.DATIVE in p.naming.cases - NOMINATIVE), None)
    if len(hosts) != 1 or asked is None or not hosts[0].leader or Case.NOMINATIVE in asked.naming.cases:
        return
    run = runs.at(runs.presences.index(asked))
    others = tuple(actor for actor in runs.actors(run) if actor != hosts[0].leader)
    each = bool(runs.scene.between(marks[0].span.start - NEAR, asked.start, "respectively"))
    if others:
        spans = spans_of([hosts[0], *run])
        yield Parties((hosts[0].leader, *others), "called upon", hosts[0].leader, spans, apart=each)


def find_reached_before(runs: Runs, cue: Cue) -> Actor | None:
    """Whom another act before this one reached, by his ending: *Туска поздравил Шольц, следом позвонил Макрон*."""
    acts = [other.span for other in runs.scene.cues if other.span.stop <= cue.span.start and not other.noun]
    before = [p for p in runs.presences if acts and p.stop <= cue.span.start and p.leader and p.leader.leads]
    reached = [p for p in before if p.naming.cases & REACHED and Case.NOMINATIVE not in p.naming.cases]
    return reached[-1].leader if reached and "directed" in cue.flags else None


def _sure(runs: Runs) -> list[Cue]:
    return [cue for cue in runs.scene.cues if "channel" not in cue.flags]
