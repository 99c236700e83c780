"""Which language a page is written in: its letters first, a model only where letters do not tell."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

from telcon.model.values import value

SAMPLE = 20_000
SURE = 0.3
"""Least probability at which the model's first choice is taken; below it two or three words of no language lie."""

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MAILBOX = re.compile(r"(?<!\S)\S+@\S+\.\S+")


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@value(frozen=True, slots=True)
class _Script:
    name: str
    ranges: tuple[tuple[str, str], ...]
    weight: float
    language: str
    among: tuple[str, ...]


@value(frozen=True, slots=True)
class _Letters:
    language: str
    script: str
    own: re.Pattern[str]
    without: re.Pattern[str] | None
    share: float


@value(frozen=True, slots=True)
class _Words:
    language: str
    script: str
    own: frozenset[str]
    share: float
    words: int


class _ScriptOf(dict[str, str | None]):
    """The name of the script that a letter belongs to, looked for once; None for what is no letter of any."""

    def __init__(self, scripts: tuple[_Script, ...]) -> None:
        super().__init__()
        self._scripts = scripts

    def __missing__(self, letter: str) -> str | None:
        fitting = (one.name for one in self._scripts if any(first <= letter <= last for first, last in one.ranges))
        found = self[letter] = next(fitting, None)
        return found


@value(frozen=True, slots=True)
class _Signs:
    """What `scripts.toml` says, compiled."""

    scripts: tuple[_Script, ...]
    script_of: _ScriptOf
    letters: tuple[_Letters, ...]
    kana: float
    damage: re.Pattern[str]
    damaged: tuple[tuple[str, re.Pattern[str]], ...]
    syllable: re.Pattern[str]
    syllabic: str
    syllable_share: float
    syllable_words: int
    words: tuple[_Words, ...]


def identify(text: str) -> str:
    """Tell the language of a page's text, as an ISO 639-1 code, or "" where it cannot be told.

    The script with the most letters decides; then letters that one language alone uses; then, for Latin letters,
    whether the words are built as Vietnamese syllables, or enough of them are small ones that one language alone has
    all of; at last a model, among the languages of that script.
    """
    sample = _sample(text)
    signs = _signs()
    if marks := len(signs.damage.findall(sample)):
        sample = _undamaged(sample, signs, marks)
        if not sample.strip():
            return ""
    used = Counter(sample.lower())
    script, total = _main_script(used, signs)
    if script is None:
        return ""
    if script.language:
        return script.language
    return (
        _by_letters(sample, used, total, script, signs)
        or _by_syllables(words := Counter(_WORD.findall(sample.lower())), script, signs)
        or _by_words(words, script, signs)
        or _by_model(sample, script, signs)
    )


def owns(text: str, language: str) -> bool:
    """Whether a text has a letter that the language alone uses; False for one that has no letters of its own."""
    return any(letters.own.search(text.lower()) for letters in _signs().letters if letters.language == language)


def speaks(text: str, language: str) -> bool:
    """Whether a line may be in a language: it has letters of its own, or is told to be in no other."""
    return owns(text, language) or identify(text) in ("", language)


def _sample(text: str) -> str:
    """The head and the middle of a page, composed, without addresses (which are English to any model)."""
    if len(text) > 2 * SAMPLE:
        middle = len(text) // 2
        text = text[:SAMPLE] + "\n" + text[middle : middle + SAMPLE]
    text = _ADDRESS.sub(" ", text)
    return unicodedata.normalize("NFC", _MAILBOX.sub(" ", text) if "@" in text else text)


def _undamaged(sample: str, signs: _Signs, marks: int) -> str:
    if marks * 50 < len(sample):
        return sample
    from ftfy import fix_encoding  # noqa: PLC0415 - a tenth of a second, for damaged pages alone

    return "\n".join(fix_encoding(line) for line in sample.split("\n"))


def _main_script(used: Counter[str], signs: _Signs) -> tuple[_Script | None, int]:
    """The script with the most letters, and how many it has."""
    letters: dict[str | None, int] = {}
    for letter, count in used.items():
        name = signs.script_of[letter]
        letters[name] = letters.get(name, 0) + count
    counts = {script.name: letters.get(script.name, 0) * script.weight for script in signs.scripts}
    best = max(signs.scripts, key=lambda script: counts[script.name])
    if counts[best.name] < 2:
        return None, 0
    kana, han = counts["kana"], counts["han"]
    if best.name == "han" and kana >= signs.kana * (kana + han):
        best = next(script for script in signs.scripts if script.name == "kana")
    return best, letters[best.name]


def _count(used: Counter[str], letters: re.Pattern[str]) -> int:
    return sum(used[letter] for letter in letters.findall("".join(used)))


def _by_letters(sample: str, used: Counter[str], total: int, script: _Script, signs: _Signs) -> str:
    for language, pattern in signs.damaged:
        if language in script.among and len(pattern.findall(sample)) >= 0.03 * total:
            return language
    for letters in signs.letters:
        if letters.script != script.name or _count(used, letters.own) < letters.share * total:
            continue
        if letters.without is None or _count(used, letters.without) < 0.002 * total:
            return letters.language
    return ""


def _by_syllables(words: Counter[str], script: _Script, signs: _Signs) -> str:
    if signs.syllabic not in script.among:
        return ""
    if (total := words.total()) < signs.syllable_words:
        return ""
    built = sum(count for word, count in words.items() if signs.syllable.fullmatch(word))
    return signs.syllabic if built >= signs.syllable_share * total else ""


def _by_words(words: Counter[str], script: _Script, signs: _Signs) -> str:
    total = words.total()
    for known in signs.words:
        fitting = known.script == script.name and total >= known.words
        if fitting and sum(words[word] for word in known.own) >= known.share * total:
            return known.language
    return ""


def _by_model(sample: str, script: _Script, signs: _Signs) -> str:
    words = " ".join(word for word in _WORD.findall(sample) if signs.script_of[word[0]] == script.name)
    language, probability = _model(script.among).classify(words)
    return str(language) if probability >= SURE else ""


@cache
def _model(languages: tuple[str, ...]) -> _Model:
    # A second of imports, for unclear pages alone.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # noqa: PLC0415

    model: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(list(languages))
    return cast(_Model, model)


@cache
def _signs() -> _Signs:
    sheet: dict[str, Any] = tomllib.loads(Path(__file__).with_name("scripts.toml").read_text(encoding="utf-8"))
    build, damage = sheet["syllable"], sheet["damage"]
    scripts = tuple(_script(name, entry) for name, entry in sheet.items() if "ranges" in entry)
    return _Signs(
        scripts,
        _ScriptOf(scripts),
        tuple(
            _Letters(
                entry["language"],
                entry["script"],
                re.compile(f"[{entry['own']}]"),
                re.compile(f"[{entry['without']}]") if "without" in entry else None,
                entry["share"],
            )
            for entry in sheet["letters"]
        ),
        sheet["mixture"]["kana"],
        _any_of(damage["marks"]),
        tuple((name, _any_of(marks)) for name, marks in damage.items() if name != "marks"),
        re.compile(f"(?:{build['onset']})?(?:{build['nucleus']})(?:{build['coda']})?"),
        build["language"],
        build["share"],
        build["words"],
        tuple(
            _Words(one["language"], one["script"], frozenset(one["own"].split()), one["share"], one["words"])
            for one in sheet["words"]
        ),
    )


def _script(name: str, entry: dict[str, Any]) -> _Script:
    ranges = (pair.split("-") for pair in entry["ranges"].split())
    letters = tuple((chr(int(first, 16)), chr(int(last, 16))) for first, last in ranges)
    among = tuple(entry.get("among", "").split())
    return _Script(name, letters, entry.get("weight", 1), entry.get("language", ""), among)


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in words.split()))
