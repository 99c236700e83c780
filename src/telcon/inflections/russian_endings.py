"""The endings of Russian nouns and adjectives: nominative, genitive, dative, accusative, instrumental, prepositional.

What is declined is given without its last letters; an accusative that is the nominative or the genitive is left to
both, so `=` stands for either. Source: A. A. Zaliznyak, Grammaticheskij slovar' russkogo jazyka, in its main classes.
"""

from __future__ import annotations

from collections.abc import Sequence

Paradigm = Sequence[Sequence[str]]
"""For each of the six cases what may stand at the end."""

VOWELS = "аеёиоуыэюя"
VELARS, HUSHERS = "гкх", "жшчщ"
SPELLED_I = VELARS + HUSHERS
EITHER = ("=",)

ADJECTIVES = {
    "ый": ("ый", "ого", "ому", "=", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "=", "ым", "ом"),
    "ий": ("ий", "его", "ему", "=", "им", "ем"),
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ые": ("ые", "ых", "ым", "=", "ыми", "ых"),
    "ие": ("ие", "их", "им", "=", "ими", "их"),
}
GENDERS = {"ый": "m", "ой": "m", "ий": "m", "ая": "f", "яя": "f", "ое": "n", "ее": "n", "ые": "p", "ие": "p"}


def adjective_endings(stem: str, ending: str) -> Paradigm:
    """The endings of an adjective in one gender, behind its stem."""
    last = stem[-1:]
    endings: Sequence[str] = ADJECTIVES["ый" if ending == "ий" and last in VELARS else ending]
    if last in SPELLED_I:
        endings = tuple(["и" + end[1:] if end[:1] == "ы" else end for end in endings])
    if last in HUSHERS:
        soft = {"ого": "его", "ому": "ему", "ом": "ем", "ой": "ей"}
        return tuple([tuple(dict.fromkeys((end, soft.get(end, end)))) if end != "=" else EITHER for end in endings])
    return tuple([(end,) if end != "=" else EITHER for end in endings])


def agreeing_endings(stem: str, *, soft: bool) -> tuple[str, ...]:
    """The endings of an adjective in every gender and number."""
    hush = stem[-1:] in HUSHERS
    if soft and not stem.endswith(tuple(VELARS)):
        mixed = ("ий", "его", "ему", "им", "ем", "ее", "ей", "ие", "их", "ими")
        return (*mixed, "ая", "ую") if hush else (*mixed, "яя", "юю")
    i = "и" if stem[-1:] in SPELLED_I else "ы"
    ends = ("ого", "ому", "ом", "ая", "ой", "ую", "ое")
    return (*ends, *(i + end for end in ("й", "м", "е", "х", "ми")))


def masculine(stem: str, ending: str) -> Paradigm:
    """Behind the stem of a noun in a consonant (no ending), й or ь."""
    if ending:
        place = "и" if ending == "й" and stem.endswith("и") else "е"
        return ((ending,), ("я",), ("ю",), EITHER, ("ем",), (place,))
    last = stem[-1:]
    with_whom = ("ем", "ом") if last in HUSHERS + "ц" else ("ом",)
    return (("",), ("а",), ("у",), EITHER, with_whom, ("е",))


def feminine(stem: str, ending: str) -> Paradigm:
    """Behind the stem of a noun in а, я or ь (also of men who are named so)."""
    last = stem[-1:]
    if ending == "ь":
        return (("ь",), ("и",), ("и",), ("ь",), ("ью",), ("и",))
    if ending == "я":
        to = "и" if last == "и" else "е"
        return (("я",), ("и",), (to,), ("ю",), ("ей",), (to,))
    of = "и" if last in SPELLED_I else "ы"
    with_whom = ("ей", "ой") if last in HUSHERS + "ц" else ("ой",)
    return (("а",), (of,), ("е",), ("у",), with_whom, ("е",))


def neuter(stem: str, ending: str) -> Paradigm:
    """Behind the stem of a noun in о or е."""
    if ending == "о":
        return (("о",), ("а",), ("у",), ("о",), ("ом",), ("е",))
    hard = stem.endswith(tuple(HUSHERS + "ц"))
    a, u, at = ("а", "у", "е") if hard else ("я", "ю", "и" if stem.endswith("и") else "е")
    return (("е",), (a,), (u,), ("е",), ("ем",), (at,))


def plural(stem: str, ending: str) -> Paradigm:
    """Behind the stem of a noun in the plural."""
    if ending in ("ы", "а") or stem.endswith(tuple(VELARS)):
        of = "" if ending == "а" else "ов"
        ends = ("ам", "ами", "ах")
    elif stem.endswith(tuple(HUSHERS)):
        of, ends = "ей", ("ам", "ами", "ах")
    else:
        of = "й" if stem.endswith("и") else "ев" if stem[-1:] in VOWELS else "ей"
        ends = ("ям", "ями", "ях")
    return ((ending,), (of,), (ends[0],), EITHER, (ends[1],), (ends[2],))


def possessive(stem: str, *, woman: bool) -> Paradigm:
    """Behind the stem of a family name in -ов, -ев or -ин."""
    if woman:
        return (("а",), ("ой",), ("ой",), ("у",), ("ой",), ("ой",))
    return (("",), ("а",), ("у",), EITHER, ("ым", "ом"), ("е",))
