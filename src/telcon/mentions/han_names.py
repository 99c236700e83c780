"""Names in Han characters whom the roster does not know, by the characters that transcribe them, and by surnames."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from telcon.languages.lexicons import Lexicon, longest
from telcon.languages.packs import FOLDER, Pack
from telcon.languages.sheets import Form
from telcon.letters.folding import fold
from telcon.letters.han import HAN
from telcon.mentions.lexemes import Lexeme
from telcon.mentions.numerals import once_per_pack
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.model.views import View
from telcon.roster.entries import PersonForm

SYSTEM = "han"
SHORTEST, LONGEST, GIVEN, REACH = 2, 12, 2, 40
WORD = 3
"""Letters of two characters, with the space between them."""
CLOSING = ".、("
"""Signs that end a name; behind a comma others may stand: 总理高兴，…."""

_REIGN = re.compile("(?: ?[\u3400-\u9fff])??(?: ?[一二三四五六七八九十])+ ?世")
_TIME = re.compile(r" ?(?:一 ?行|伉 ?俪|夫 ?妇|[今昨前明]|当 ?[天日地]|日 ?前|近 ?日|周 ?[一二三四五六日]|星 ?期|\d)")
_LATIN = re.compile(r" ?\([a-z]+(?:[ .'’-]+[a-z]+)+\)")
_NAME = re.compile("(?: ?[\u3400-\u9fff]| ?[·-])+")


class HanNames:
    """Tells where a name ends that begins behind a title: a run of Han characters, bounded by words that are known."""

    def __init__(self, syllables: frozenset[str], inner: frozenset[str], surnames: frozenset[str]) -> None:
        self.syllables, self.inner, self._surnames = syllables, inner, surnames

    def read(self, folded: str, start: int, stop: int) -> int:
        """The end of the name that begins at `start` and ends at `stop` or before; `start` where none begins.

        What stands before the same name in Latin letters, 尚普(Audrey Champoux), is the name whatever its characters.
        """
        run = _NAME.match(folded, start, stop)
        if run is None:
            return start
        end = self._transcribed(folded, start, run.end())
        if reign := _REIGN.match(folded, end if end > start else start, stop):
            return reign.end()
        if _LATIN.match(folded, run.end()) and SHORTEST <= len(HAN.findall(folded[start : run.end()])) <= LONGEST:
            return run.end()
        bounded = not folded[run.end() : stop].strip(" ") or folded[run.end()] in CLOSING
        return max(end, self._native(folded, start, run.end(), bounded=bounded))

    def _transcribed(self, folded: str, start: int, stop: int) -> int:
        end, place = start, start
        while place < stop and (folded[place] in self.syllables or folded[place] in " ·-"):
            place += 1
            if folded[place - 1] in self.syllables:
                end = place
        count = len(HAN.findall(folded[start:end]))
        return end if SHORTEST <= count <= LONGEST else start

    def _native(self, folded: str, start: int, stop: int, *, bounded: bool) -> int:
        """A surname and one or two characters behind it, where a known word follows or the phrase ends."""
        letters = [match.end() for match in HAN.finditer(folded, start, stop)]
        first = folded[start:stop].replace(" ", "")
        width = 2 if first[:2] in self._surnames else 1 if first[:1] in self._surnames else 0
        given = len(letters) - width
        if width and bounded and 1 <= given <= GIVEN:
            return letters[-1]
        ends = letters[width : width + GIVEN][::-1] if width else []
        return next((end for end in ends if _TIME.match(folded, end)), start)


class HanNamer:
    """Reads the names of one page; words of the pack's sheets, and those of speech, end a name."""

    def __init__(self, view: View, lexemes: Sequence[Lexeme], pack: Pack) -> None:
        self._clean, self._folded, self._names = view.clean, view.folded, load_han_names(pack.code)
        self._lexemes, self._words = lexemes, _bounds(pack)
        self._found_stops: list[int] = []
        self._known: frozenset[int] | None = None

    def _stops(self) -> list[int]:
        # Looked for when first asked for: most pages ask for no name that the roster lacks.
        self._found_stops = self._found_stops or self._find_stops()
        return self._found_stops

    def _find_stops(self) -> list[int]:
        known = [lexeme.start for lexeme in self._lexemes if not self.is_inner(lexeme)]
        return sorted({*known, *(hit.start for hit in longest(self._words.find(self._folded)))})

    def _openings(self) -> frozenset[int]:
        """Where words of two characters and more begin that are no part of a name: 领导人陆续."""
        if self._known is None:
            long = (lexeme for lexeme in self._lexemes if lexeme.stop - lexeme.start >= WORD)
            self._known = frozenset(
                lexeme.start for lexeme in long if lexeme.form("particles") and not self.is_inner(lexeme)
            )
        return self._known

    def is_inner(self, lexeme: Lexeme) -> bool:
        """Whether a word may be a part of a longer name: a character that transcribes names, somebody's short name."""
        return self._folded[lexeme.start : lexeme.stop] in self._names.syllables or _is_short(lexeme)

    def behind(self, place: int) -> str:
        """The name right behind a place; empty where there is none."""
        start = place + self._folded.startswith(" ", place)
        if start in self._openings():
            return ""
        stops = self._stops()
        number = bisect_right(stops, start)
        stop = stops[number] if number < len(stops) else len(self._folded)
        return self._clean[start : self._names.read(self._folded, start, min(stop, start + REACH))]

    def complete(self, namings: list[Naming]) -> list[Naming]:
        """The namings of a page, with names told in Latin letters in brackets, and names that stand without a title."""
        listed, kept = dict[str, tuple[str, ...]](), list[Naming]()
        for naming in namings:
            if (name := self._bracketed(naming, kept[-1] if kept else None)) is None:
                kept.append(naming)
            elif name:
                listed[name] = naming.persons
        kept = [naming for naming in kept if not self._is_within(naming)]
        known = {_key(naming) for naming in kept if self._is_unlisted(naming)} | set(listed)
        named = [replace(n, persons=listed[w]) if (w := _key(n)) in listed and not n.persons else n for n in kept]
        whole = sorted([*named, *self._alone(named, known, listed)], key=_start) if known else kept
        return list(self._surnamed(list(_titled(whole))))

    def _surnamed(self, namings: Sequence[Naming]) -> Iterator[Naming]:
        """The namings, a title behind a surname with the one whom the page names so, who holds that office: 賴總統."""
        known: dict[str, dict[tuple[str, ...], Naming]] = {}
        for naming in namings:
            surname = self._folded[naming.start - 2 : naming.start].strip(" ") if _is_bare(naming) else ""
            found = [
                other for other in known.get(surname, {}).values() if not set(naming.roles).isdisjoint(other.roles)
            ]
            if len(found) == 1 and not naming.country:
                span = Span(naming.start - len("賴 "), naming.stop)
                yield replace(naming, span=span, how=How.NAME, persons=found[0].persons, name=found[0].name)
                continue
            if naming.persons and naming.roles and naming.how is How.NAME and naming.name:
                known.setdefault(fold(naming.name)[0], {}).setdefault(naming.persons, naming)
            yield naming

    def _bracketed(self, naming: Naming, before: Naming | None) -> str | None:
        """The name before the brackets in which a person is named once more; empty where it is known already.

        None where no person stands in brackets.
        """
        opened = self._folded.rfind("(", max(0, naming.start - REACH), naming.start)
        if opened < 0 or ")" in self._folded[opened : naming.start] or naming.how is not How.NAME or not naming.persons:
            return None
        if before and before.stop >= opened - 1 and before.stop <= opened:
            same = bool(set(before.persons) & set(naming.persons))
            return "" if same or before.persons else self._name_before(opened)
        return self._name_before(opened) if naming.start == opened + 1 and naming.name.isascii() else None

    def _is_within(self, naming: Naming) -> bool:
        """Whether what may be a short name stands within a longer foreign word: 马拉 in 喜马拉雅."""
        if naming.how is not How.TITLE or naming.roles or not naming.persons:
            return False
        return self._folded[naming.stop : naming.stop + 2].strip(" ") in self._names.inner

    def _name_before(self, opened: int) -> str:
        stop = opened - self._folded[:opened].endswith(" ")
        start = stop
        while start > 0 and (self._folded[start - 1] in self._names.syllables or self._folded[start - 1] in " ·-"):
            start -= 1
        name = self._folded[start:stop].strip(" ·-")
        return name if len(HAN.findall(name)) >= SHORTEST else ""

    def _is_unlisted(self, naming: Naming) -> bool:
        return naming.sort is Sort.PERSON and bool(naming.name) and not naming.persons and bool(HAN.search(naming.name))

    def _alone(
        self, namings: Sequence[Naming], known: Iterable[str], listed: Mapping[str, tuple[str, ...]]
    ) -> Iterator[Naming]:
        taken = bytearray(len(self._folded))
        for naming in namings:
            taken[naming.start : naming.stop] = b"\x01" * len(naming.span)
        for name in sorted(known, key=len, reverse=True):
            for found in re.finditer(re.escape(name), self._folded):
                if not any(taken[found.start() : found.end()]):
                    taken[found.start() : found.end()] = b"\x01" * len(name)
                    span, words = Span(*found.span()), self._clean[found.start() : found.end()]
                    yield Naming(span, Sort.PERSON, persons=listed.get(name, ()), name=words)


def _key(naming: Naming) -> str:
    return fold(naming.name) if naming.name else ""


def _titled(namings: Sequence[Naming]) -> Iterator[Naming]:
    """The namings, a name and the title right behind it as one: 阿巴斯总统."""
    skip = False
    for naming, after in zip_longest(namings, namings[1:]):
        if skip:
            skip = False
            continue
        named = naming.sort is Sort.PERSON and naming.how is How.NAME and not naming.roles
        skip = named and after is not None and 0 <= after.start - naming.stop <= 1 and _is_bare(after)
        if skip and after:
            span = Span(naming.start, after.stop)
            yield replace(naming, span=span, roles=after.roles, rule=after.rule)
        else:
            yield naming


def _is_bare(naming: Naming) -> bool:
    return naming.sort is Sort.PERSON and naming.how is How.TITLE and bool(naming.roles)


def _start(naming: Naming) -> int:
    return naming.start


def _is_short(lexeme: Lexeme) -> bool:
    return all(isinstance(entry, PersonForm) for entry in lexeme.entries)


@once_per_pack
def _bounds(pack: Pack) -> Lexicon[Form]:
    return Lexicon((text, form) for form in pack["speech"].forms for text in form.spellings())


def list_syllables(pack: Pack) -> frozenset[str]:
    """The characters that transcribe foreign names in a language; none where it has no such list."""
    return load_han_names(pack.code).syllables if pack.settings.get("names") == SYSTEM else frozenset()


@cache
def load_han_names(code: str) -> HanNames:
    """Read `transcription.txt` of a language."""
    parts: dict[str, set[str]] = {"syllables": set(), "inner": set(), "surnames": set()}
    heading = ""
    for line in (FOLDER / code / "transcription.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            parts[heading].update(fold(letters).replace(" ", "") for letters in line.split())
    return HanNames(*(frozenset(parts[name]) for name in ("syllables", "inner", "surnames")))
