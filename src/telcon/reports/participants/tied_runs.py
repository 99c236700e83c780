"""Those whom a word before the act ties to it, or a clause before their names describes, where the language has it so.

同普京通电话; 会见来华出席开幕式的巴西总统卢拉.
"""

from __future__ import annotations

from telcon.model.mentions import Cue, Mark, Sort
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.runs import ATTRIBUTE, FARTHEST, NOTE, Run, Runs
from telcon.reports.people.shared_offices import closes_list, is_counted
from telcon.reports.scenes import POSTPOSED, Presence

FAR, TIED, LINKED = 120, 1, 2
"""The longest clause that describes somebody; between Han characters the view has spaces."""
BETWEEN = 40
"""Letters between somebody and the last words of what is done to him: *gave X two hours and a half of his time*."""


def find_tied(runs: Runs, cue: Cue, *ties: str) -> Run:
    """Those tied to the act by a word before it, where the language puts them there: 同普京通电话."""
    marks = [m for m in runs.scene.between(runs.scene.span.start, cue.span.start, *ties) if "ahead" in m.flags]
    marks = [m for m in marks if not closes_list(m, runs.presences, runs.clean)]
    sure = [m for m in marks if "faint" not in m.flags]
    for mark in reversed(marks):
        run = _behind(runs, mark)
        for earlier in sure if run else ():
            whole = _behind(runs, earlier) if earlier is not mark else ()
            if run[0] in whole and _reaches(runs, earlier.span.stop, whole, cue):
                return whole
        turns = ("respectively", "likewise") if "directed" in cue.flags else ("respectively",)
        each = "arrives" in cue.flags or (run and runs.scene.between(run[-1].stop, cue.span.start, *turns))
        if run and each and "faint" in mark.flags:
            continue  # A和B分别致电, A和B打来
        if run:
            return run if _reaches(runs, mark.span.stop, run, cue) else ()
    return ()


def find_relative(runs: Runs, cue: Cue) -> Run:
    """Those before the word that ties them to the act of a clause: *X, with whom he had a call*, *whom he received*."""
    directed, takes = "directed" in cue.flags, "object" in cue.flags
    for mark in runs.scene.between(runs.scene.span.start, cue.span.start, "with", "to"):
        fits = takes or directed if "object" in mark.flags else not takes and (mark.meaning == "to") is directed
        if not fits:
            continue
        place = next((i for i, p in enumerate(runs.presences) if 0 <= mark.span.start - p.stop <= LINKED), None)
        others = any(
            mark.span.stop <= c.span.start < cue.span.start and "channel" not in c.flags for c in runs.scene.cues
        )
        comma = "," in runs.clean[mark.span.stop : cue.span.start]
        if "relative" in mark.flags and not others and not comma:
            run = runs.up_to(place) if place is not None else _named_behind(runs, cue)
            if run:
                return run
    return ()


def _named_behind(runs: Runs, cue: Cue) -> Run:
    """Who is named behind *is*, where the clause opens the sentence: *Vị khách mà ông A tiếp hôm nay là ông B*."""
    ways = [m.span.stop for m in runs.scene.between(cue.span.stop, cue.span.stop + BETWEEN, "is")[:1]]
    places = (i for i, p in enumerate(runs.presences) if any(0 <= p.start - stop <= 1 for stop in ways))
    return next((runs.at(i) for i in places if "," not in runs.clean[cue.span.stop : ways[0]]), ())


def _behind(runs: Runs, mark: Mark) -> Run:
    """Those named right behind a word that ties them, or behind a clause that describes them: 同到访的普京会谈."""
    near = [i for i, p in enumerate(runs.presences) if 0 <= p.start - mark.span.stop <= ATTRIBUTE]
    close = next((i for i in near if not _is_attribute(runs, runs.presences[i])), None)
    if close is not None and _only_joins(runs, close, mark):
        return ()
    if close is not None and runs.presences[close].naming.sort not in STANDING:
        return runs.at(close)
    return _described(runs, mark.span.stop) or (runs.at(close) if close is not None else ())


def _only_joins(runs: Runs, place: int, mark: Mark) -> bool:
    """Whether the word only joins states that are counted behind it: 土耳其和俄罗斯两国总统."""
    last = runs.presences.index(runs.at(place)[-1])
    whole = runs.up_to(last)
    return whole[0].start < mark.span.start and is_counted(whole)


def _described(runs: Runs, start: int) -> Run:
    """The first person named, where a clause without a comma stands before him and 的 ends it."""
    place = next((i for i, p in enumerate(runs.presences) if p.start >= start and p.naming.sort not in STANDING), None)
    stop = runs.presences[place].start if place is not None else start
    if place is None or stop - start > FAR or "," in runs.clean[start:stop]:
        return ()
    leads = [m for m in runs.scene.between(start, stop, "of", "manner") if stop - m.span.stop <= TIED]
    described = any("leads" in m.flags or m.meaning == "manner" for m in leads)
    return runs.at(place) if described else ()


def _is_attribute(runs: Runs, presence: Presence) -> bool:
    """Whether a place only belongs to what somebody else is said to be: 支持基辅的联盟."""
    if presence.naming.sort not in STANDING:
        return False
    stop = presence.stop
    return any("leads" in m.flags and m.span.start - stop <= 1 for m in runs.scene.between(stop, stop + 2, "of"))


def _reaches(runs: Runs, start: int, run: Run, cue: Cue) -> bool:
    """Whether nothing but the act's own words stands between a word of tying, those it ties, and the act."""
    gap = NOTE.sub("", runs.clean[run[-1].stop : cue.span.start])
    if gap.startswith(", ") and _places(runs, run[-1].stop + len(", ")):  # 与B，在吉隆坡举行会谈
        gap = gap[len(", ") :]
    if run[-1].stop > cue.span.start or len(gap) > FARTHEST or set(gap + runs.clean[start : run[0].start]) & set(",;:"):
        return False
    described = _ends_description(runs, run[0].start)
    acts = (c for c in runs.scene.cues if start <= c.span.start < cue.span.start)
    return not any(act.span.start >= run[0].start or not described for act in acts)


def _places(runs: Runs, start: int) -> bool:
    """Whether a word for *in* stands at a place."""
    return any(m.span.start == start for m in runs.scene.between(start, start + ATTRIBUTE, "within"))


def _ends_description(runs: Runs, start: int) -> bool:
    """Whether the clause before somebody describes him: what it tells of is another matter."""
    marks = runs.scene.between(start - TIED - 1, start, "of", "manner")
    return any(start - m.span.stop <= TIED for m in marks)


def find_completed(runs: Runs, cue: Cue) -> Run:
    """Those before the last words of an act that takes them between: *had X to lunch*, *with X and Y at his side*."""
    place = max((i for i, p in enumerate(runs.presences) if p.stop <= cue.span.start), default=None)
    if POSTPOSED not in cue.flags or place is None:
        return ()
    gap = runs.clean[runs.presences[place].stop : cue.span.start]
    run = runs.up_to(place)
    ties = runs.scene.between(run[0].stop, run[-1].start, "with")
    cut = next((i for i, p in enumerate(run) if ties and p.start >= ties[-1].span.stop), 0)
    told = runs.scene.between(runs.presences[place].stop, cue.span.start, "is", "planned", "telling")
    said = runs.scene.between(run[0].start - BETWEEN, run[0].start, "telling")[-1:]
    told += [m for m in said if "hearer" not in m.flags and run[0].start - m.span.stop <= 1]
    return () if len(gap) > BETWEEN or "," in gap or told else run[cut:]


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
        if runs.acts(presence):  # Рахмона принял лично Путин
            return ()
        links = runs.scene.between(cue.span.stop, start, "of", "manner")
        leads = any("leads" in m.flags or m.meaning == "manner" for m in links[-1:])
        return runs.at(i) if leads and start - links[-1].span.stop <= TIED else ()
    return ()
