"""People whom the roster lacks, named with their office and then by name alone: *Foreign Minister A B … B said*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from telcon.inflections import Case
from telcon.languages.packs import Pack
from telcon.letters.folding import fold
from telcon.mentions.dates import DateMention
from telcon.model.mentions import Naming, Sort
from telcon.model.spans import Span

RULE = "a name told before"
SHORTEST, REACH = 4, 40
"""Letters of a family name that may stand alone, and of the word before it that is looked at."""
WORD = re.compile(r"[^\W\d_][\w-]*")
OWNED = re.compile(r"(['’]\w)? ")
LAST = re.compile(r"([^\W\d_](?:[\w'’-]*|\.)) $")
"""The word right before, or an initial; none behind the end of a sentence."""

Owners = Mapping[str, tuple[Naming, frozenset[str]]]


def add_names_alone(
    clean: str, article: Sequence[Span], found: list[Naming], dates: Sequence[DateMention], pack: Pack
) -> list[Naming]:
    """The namings of a page with those that are a family name alone, in order; whose it is was told before it."""
    owners = _owners(clean, found, pack) if pack.spaced else {}
    if not owners:
        return found
    added = [naming for span in article for naming in _alone(clean, span, found, dates, owners)]
    led = {naming.start: naming.country for naming in added if naming.country}
    kept = (n for n in found if n.sort is not Sort.STATE or led.get(n.start) != n.country)
    return sorted((*kept, *added), key=lambda naming: naming.start) if added else found


def _owners(clean: str, found: Sequence[Naming], pack: Pack) -> Owners:
    """Whom each form of a family name means, with the cases of the form; none where it may mean two."""
    owners: dict[str, tuple[Naming, frozenset[str]]] = {}
    shared = {_family_name(clean, naming) for naming in found if naming.persons}
    for naming in found:
        word = _family_name(clean, naming)
        if naming.persons or not naming.roles or naming.sort is not Sort.PERSON or not naming.name or word in shared:
            continue
        if len(word) < SHORTEST or not word[0].isupper() or word.isupper():
            continue
        for form, cases in _forms(word, naming, pack).items():
            before = owners.setdefault(form, (naming, cases))[0]
            if fold(before.name) != fold(naming.name) and " " in naming.name:
                shared.add(form)
    return {form: owner for form, owner in owners.items() if form not in shared}


def _family_name(clean: str, naming: Naming) -> str:
    words = WORD.findall(clean, naming.start, naming.stop)
    return str(words[-1]) if words else ""


def _forms(word: str, naming: Naming, pack: Pack) -> Mapping[str, frozenset[str]]:
    """All forms of a family name, with the cases in which they stand."""
    if pack.inflection is None:
        return {word: frozenset()}
    base = pack.inflection.bases(word, map(Case, naming.cases))[0] if naming.cases else word
    return {form: frozenset(cases) for form, cases in pack.inflection.person(base).items()}


def _alone(
    clean: str, span: Span, found: Sequence[Naming], dates: Sequence[DateMention], owners: Owners
) -> Iterator[Naming]:
    starts = [naming.start for naming in found]
    for match in WORD.finditer(clean, span.start, span.stop):
        naming, cases = owners.get(match[0], (None, frozenset[str]()))
        if naming is None or match.start() < naming.stop:
            continue
        start = _with_given_names(clean, match.start(), naming)
        place = bisect_left(starts, match.start())
        taken = any(n.start < match.end() and start < n.stop for n in found[max(place - 1, 0) : place + 1])
        if taken or _goes_on(clean, match.end()):
            continue
        named = Naming(Span(start, match.end()), Sort.PERSON, name=naming.name, rule=RULE, cases=cases)
        before = found[place - 1] if place else None
        tied = before is not None and OWNED.fullmatch(clean, before.stop, start)
        if before and tied and before.sort is Sort.STATE and before.country == naming.country:
            yield replace(named, span=Span(before.start, named.stop), country=before.country)  # Tonga's Vaipulu
        elif not _is_of_another(clean, start, dates):
            yield named


def _with_given_names(clean: str, start: int, naming: Naming) -> int:
    """Where a name begins: with the given names that the page told before, where they stand before it."""
    given = fold(naming.name).split()
    while (before := LAST.search(clean, max(0, start - REACH), start)) and fold(before[1]) in given:
        start = before.start(1)
    return start


def _is_of_another(clean: str, start: int, dates: Sequence[DateMention]) -> bool:
    """Whether a name of somebody else stands before it; a date or a word that the page writes small too is none."""
    before = LAST.search(clean, max(0, start - REACH), start)
    if before is None or not before[1][0].isupper():
        return False
    if any(date.span.start <= before.start(1) < date.span.stop for date in dates):
        return False
    return re.search(rf"(?<!\w){re.escape(before[1].lower())}(?!\w)", clean) is None


def _goes_on(clean: str, stop: int) -> bool:
    """Whether a word with a capital follows, of which the name is a part: *Chilembo Airport*."""
    follows = WORD.match(clean, stop + 1) if clean.startswith(" ", stop) else None
    return bool(follows and follows[0][0].isupper())
