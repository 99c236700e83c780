"""Russian: the cases of names, of nouns with their adjectives, and of adjectives in all genders.

Rules by the ending of a word; what they cannot know stands in the pack's `inflection.toml`. Where an ending leaves a
choice open (Чаплином, Чаплиным), both forms are given: a form that nobody writes does no harm.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path

from telcon.inflections.cases import ALL, Case, Forms
from telcon.inflections.russian_bases import find_bases
from telcon.inflections.russian_endings import (
    ADJECTIVES,
    EITHER,
    GENDERS,
    VOWELS,
    Paradigm,
    adjective_endings,
    agreeing_endings,
    feminine,
    masculine,
    neuter,
    plural,
    possessive,
)
from telcon.model.values import value

ALONE = tuple((case, frozenset({case})) for case in Case)
ACCUSATIVE = tuple(Case).index(Case.ACCUSATIVE)
REMEMBERED = 65_536


class _Sets(dict[tuple[frozenset[Case], Case], frozenset[Case]]):
    """Sets of cases with one more: few of them are made, and often."""

    def __missing__(self, key: tuple[frozenset[Case], Case]) -> frozenset[Case]:
        found = self[key] = key[0] | {key[1]}
        return found


SETS = _Sets()
NOUNS = re.compile(r"(?:ни|ти|ви|ли|ри|ци|дь)[ея]$")
"""Ends of nouns that look like those of adjectives."""

POSSESSIVE = re.compile(r"(?:[её]в|ов|[иы]н)а?$")
FATHERS_DAUGHTER, FATHERS_SON = ("овна", "евна", "ична", "инична"), ("ович", "евич", "ьич")
LISTS = ("women", "men", "families", "fixed", "soft", "nouns")
PAIRS = ("stems", "genitives", "suppletive")
ROMAN = re.compile(r"[IVX]+$")
Word = Sequence[tuple[str, ...]]
"""What a word may be in each of the six cases."""


@value(frozen=True, slots=True)
class Words:
    """What no ending tells: see the heads of `inflection.toml`."""

    women: frozenset[str]
    men: frozenset[str]
    families: frozenset[str]
    fixed: frozenset[str]
    soft: frozenset[str]
    nouns: frozenset[str]
    stems: dict[str, str]
    genitives: dict[str, str]
    suppletive: dict[str, str]


class Russian:
    """The system `russian`."""

    def __init__(self, words: Words) -> None:
        self.words = words

    @classmethod
    def read(cls, path: Path) -> Russian:
        """Read the words that are exceptions."""
        sheet = tomllib.loads(path.read_text(encoding="utf-8"))
        women, men, families, fixed, soft, nouns = (frozenset(sheet[name].split()) for name in LISTS)
        pairs = (dict(pair.split("=") for pair in sheet[name].split()) for name in PAIRS)
        return cls(Words(women, men, families, fixed, soft, nouns, *pairs))

    # --- people

    def person(self, name: str, *, like: str = "") -> Forms:
        """The forms of a person's name; a woman's family name that ends like a man's has one form."""
        words, whole = name.split(), (like or name).split()
        woman = self._is_woman(whole)
        last_alone = len(words) > 1 and words[0] in self.words.families
        listed: list[Word] = []
        for place, word in enumerate(words, start=1):
            last = place == len(words)
            if last_alone and not last:
                listed.append([(word,)] * 6)
            else:
                listed.append(self._part(word, woman, last and not (place == 1 and word in whole[:-1])))
        found = _combine(listed, animate=True)
        # Polish names are written both ways: Качиньский, Качинский.
        hard = [(form.replace("ньск", "нск"), cases) for form, cases in found.items() if "ньск" in form]
        return {**found, **dict(hard)}

    @cached_property
    def _part(self) -> Callable[[str, bool | None, bool], Word]:
        """A word of a name, of a woman or not, that is the family name or not: many people share their given names."""
        return lru_cache(maxsize=REMEMBERED)(self._inflect_part)

    def _inflect_part(self, word: str, woman: bool | None, family: bool) -> Word:
        if self._is_fixed(word):
            return [(word,)] * 6
        return self._family_name(word, woman=woman) if family else self._given_name(word, woman=woman)

    def _is_woman(self, words: Sequence[str]) -> bool | None:
        """Whether a name is a woman's; None where it may be either's."""
        if any(word.endswith(FATHERS_DAUGHTER) for word in words[1:2]) or words[0] in self.words.women:
            return True
        if any(word.endswith(FATHERS_SON) for word in words[1:2]) or words[0] in self.words.men:
            return False
        last = words[-1]
        if words[0] in self.words.families and last in self.words.men:
            return False
        if last.endswith("ая") or (last.endswith("а") and POSSESSIVE.search(last) and words[0][-1] in "ая"):
            return True
        return None if words[0][-1] in "аяь" or words[0] in self.words.families else False

    def _is_fixed(self, word: str) -> bool:
        head = word.rpartition("-")[2]
        return word in self.words.fixed or word.islower() or bool(ROMAN.match(word)) or head.isupper() or "." in word

    def _family_name(self, word: str, *, woman: bool | None) -> Word:
        head, dash, last = word.rpartition("-")
        stem, ending = _split_adjective(last)
        if ending in ("ая", "ый", "ой", "ий") and (ending != "ий" or stem.endswith(("к", "г", "х", "ш", "ж", "щ"))):
            forms = _attach(stem, adjective_endings(stem, ending))
            return _under(head + dash, forms)
        if woman and not last.endswith(("а", "я")):
            return [(word,)] * 6
        if last.lower() in self.words.stems:
            forms = _either(self._noun(last, named=True), _attach(last, masculine(last, "")))
        elif POSSESSIVE.search(last):
            forms = self._possessive_name(last, woman=woman)
        else:
            forms = self._noun(last, named=True)
        whole = _under(head + dash, forms)
        return (
            whole
            if woman is not None or last.endswith(("а", "я"))
            else _either(whole, [(word,)] * 3 + [EITHER] + [(word,)] * 2)
        )

    def _possessive_name(self, word: str, *, woman: bool | None) -> Word:
        if not word.endswith("а"):
            return _attach(word, possessive(word, woman=False))
        own = _attach(word[:-1], possessive(word[:-1], woman=True))
        return own if woman else _either(own, self._noun(word, named=True))

    def _given_name(self, word: str, *, woman: bool | None) -> Word:
        head, dash, last = word.rpartition("-")
        if woman and last.endswith("ь"):
            forms = _attach(last[:-1], feminine(last[:-1], "ь"))
        elif woman and not last.endswith(("а", "я")):
            return [(word,)] * 6
        else:
            forms = self._noun(last, named=True)
        return _under(head + dash, forms)

    # --- nouns and what agrees with them

    def phrase(self, words: str, *, animate: bool = False) -> Forms:
        """The forms of a noun with the adjectives before it; what hangs on it behind stays as it is.

        Two states joined by *и* are declined both.
        """
        left, joint, right = words.partition(" и ")
        listed = self._decline(left.split() if joint and right[:1].isupper() else words.split())
        if joint and right[:1].isupper():
            listed += [[("и",)] * 6, *self._decline(right.split())]
        return _combine(listed, animate=animate)

    def _decline(self, words: Sequence[str]) -> list[Word]:
        genders = [self._gender(word) for word in words]
        nouns = [place for place, gender in enumerate(genders) if gender is None]
        head = nouns[0] if nouns else len(words)
        lead = next((gender for gender in genders[:head] if gender), None)
        found: list[Word] = []
        for place, word in enumerate(words):
            stem, ending = _split_adjective(word)
            own = genders[place]
            if place < head and own:
                found.append(_attach(stem, adjective_endings(stem, ending)))
            elif place == head:
                found.append(self._head(word, lead))
            elif place == head + 1 and own and ending in ("ий", "ый", "ой") and stem[-2:] != "ци":
                found.append(_attach(stem, adjective_endings(stem, ending)))
            else:
                found.append([(word,)] * 6)
        return found

    def _gender(self, word: str) -> str | None:
        """The gender (or p for plural) of a word that looks like an adjective; None of any other."""
        stem, ending = _split_adjective(word)
        if not ending or word in self.words.nouns or word in self.words.fixed or len(stem) < 2:
            return None
        if NOUNS.search(word.lower()) and not word.lower().endswith(("дние", "нние", "шние", "жние", "сние")):
            return None
        return GENDERS[ending]

    def _head(self, word: str, gender: str | None) -> Word:
        head, dash, last = word.rpartition("-")
        if {word, last} & self.words.fixed or last.isupper() or not last[-1].isalpha():
            return [(word,)] * 6
        return _under(head + dash, self._noun(last, gender=gender))

    def _noun(self, word: str, *, gender: str | None = None, named: bool = False) -> Word:
        if not named and (told := self.words.suppletive.get(word)):
            return [
                (word,),
                *(tuple(form for form in forms.split("/") if form != "-") for forms in told.split("|")),
                (),
            ]
        stem, ending = (word[:-1], word[-1]) if word[-1] in "аеийоьыъя" else (word, "")
        if word.lower() in self.words.genitives or gender == "p" or (ending in ("ы", "и") and not named):
            told = self.words.genitives.get(word.lower())
            forms = _attach(stem, plural(stem, ending))
            return forms if told is None else [forms[0], (_cased(told, word),), *forms[2:]]
        if (ending in ("о", "е") and named) or word[-1] in "уюэёУЮ":
            return [(word,)] * 6
        if ending in ("о", "е"):
            return _attach(stem, neuter(stem, ending))
        if ending in ("а", "я"):
            fixed = ending == "а" and stem[-1:].lower() in VOWELS
            return [(word,)] * 6 if fixed else _attach(stem, feminine(stem, ending))
        if ending == "ь" and (word.lower() in self.words.soft or word.endswith("сть") or gender == "f"):
            return _attach(stem, feminine(stem, "ь"))
        if ending in ("и", "ы"):
            return [(word,)] * 6
        return self._masculine(word, stem, "" if ending == "ъ" else ending)

    def _masculine(self, word: str, stem: str, ending: str) -> Word:
        if short := self.words.stems.get(word.lower()):
            stem = _cased(short, word)
        forms = _attach(stem, masculine(stem, ending))
        forms = [(word,), *forms[1:]]
        if stem.endswith("ец") and len(stem) > 3 and not ending:
            return _either(forms, [(word,), *_attach(stem[:-2] + "ц", masculine("ц", ""))[1:]])
        return forms

    # --- adjectives, and the way back

    def adjective(self, word: str) -> Forms:
        """The forms of an adjective; of the cases only the nominative in the gender given is told apart."""
        stem, ending = _split_adjective(word)
        if not ending:
            return {word: ALL}
        ends = agreeing_endings(stem, soft=ending == "ий")
        return dict.fromkeys((word, *(stem + end for end in ends)), ALL)

    def bases(self, name: str, cases: Iterable[Case]) -> tuple[str, ...]:
        """What a person's name in one of the cases may be in the nominative, the likeliest first."""
        return find_bases(name, frozenset(cases), self._fits, self._on_other_stem)

    def _on_other_stem(self, word: str, ending: str) -> str | None:
        """The nominative of a word whose other cases stand on another stem: of *Льв-*, *Лев*."""
        stem = word[: len(word) - len(ending)].lower()
        found = next((base for base, other in self.words.stems.items() if other == stem), None)
        return _cased(found, word) if found else None

    def _fits(self, base: str, name: str, cases: frozenset[Case]) -> bool:
        return bool(self.person(base).get(name, frozenset()) & cases)


def _split_adjective(word: str) -> tuple[str, str]:
    ending = word[-2:]
    return (word[:-2], ending) if ending in ADJECTIVES else (word, "")


def _attach(stem: str, paradigm: Paradigm) -> Word:
    return [tuple([stem + end for end in ends]) if ends is not EITHER else EITHER for ends in paradigm]


def _under(head: str, forms: Word) -> Word:
    return [each if each is EITHER else tuple([head + form for form in each]) for each in forms] if head else forms


def _either(one: Word, other: Word) -> Word:
    pairs = zip(one, other, strict=True)
    return [EITHER if EITHER in (forms, others) else (*dict.fromkeys((*forms, *others)),) for forms, others in pairs]


def _cased(form: str, like: str) -> str:
    return form.capitalize() if like[:1].isupper() else form


def _combine(words: Sequence[Word], *, animate: bool) -> Forms:
    found: dict[str, frozenset[Case]] = {}
    for place, (case, alone) in enumerate(ALONE):
        for like in (place,) if place != ACCUSATIVE else (1,) if animate else (0, 1):
            parts = [word[like] if word[place] is EITHER else word[place] for word in words]
            for form in map(" ".join, product(*parts)) if len(parts) > 1 else parts[0]:
                known = found.get(form)
                found[form] = alone if known is None else SETS[known, case]
    return found
