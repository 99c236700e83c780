"""Who gets a lane of a time line, and in which order the lanes stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

MOST = 40
"""Those met most often, of whom the ones who met each other are chosen."""

Groups = Sequence[frozenset[str]]
"""Who took part in each contact."""


def choose_lanes(groups: Groups, size: int) -> list[str]:
    """Those who were most often in contact with each other, at most so many, in an order that keeps links short."""
    met = Counter(who for group in groups for who in group)
    chosen = {who for who, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:MOST]}
    links = _links(groups, chosen)
    while True:
        counts = Counter(dict.fromkeys(chosen, 0))
        for pair, count in links.items():
            if chosen.issuperset(pair):
                for who in pair:
                    counts[who] += count
        least = min(chosen, key=lambda who: (counts[who], met[who], who), default=None)
        if least is None or (len(chosen) <= size and counts[least]):
            return _order(counts, links)
        chosen.remove(least)


def _links(groups: Groups, chosen: set[str]) -> Counter[tuple[str, str]]:
    """How often each two of those chosen were in contact."""
    links: Counter[tuple[str, str]] = Counter()
    for group in groups:
        links.update(combinations(sorted(group & chosen), 2))
    return links


def _order(counts: Counter[str], links: Counter[tuple[str, str]]) -> list[str]:
    """Each is put where the links to those before are shortest, those with most links first."""
    order: list[str] = []
    for who, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        tried = [[*order[:place], who, *order[place:]] for place in range(len(order) + 1)]
        order = min(tried, key=lambda lanes: _length(lanes, links))
    return order


def _length(lanes: Iterable[str], links: Counter[tuple[str, str]]) -> int:
    place = {who: number for number, who in enumerate(lanes)}
    return sum(
        abs(place[one] - place[other]) * count for (one, other), count in links.items() if {one, other} <= place.keys()
    )
