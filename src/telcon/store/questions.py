"""What people type into a search: words, words in quotation marks, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from telcon.letters.sought import bare, fold_sought, root, split_words
from telcon.model.values import value
from telcon.store.days import is_date

LONGEST, MOST = 200, 16
"""Characters of a question, and words and quotations in it."""
_QUOTED = re.compile(r"[\"“”„‟«»「『](.*?)(?:[\"“”„‟«»」』]|$)", re.DOTALL)
_ISO = re.compile(r"\d{4}(-\d\d){0,2}")
_DAY = re.compile(r"(?:(?P<day>\d{1,2})[./])?(?P<month>\d{1,2})[./](?P<year>\d{4})")
_LONG = 5
"""Letters from which on a word may go on (pipeline, pipelines): hardly a Vietnamese syllable of so many begins another.
Words of so many letters are not taken for others that only differ by their marks either."""


class QuestionError(ValueError):
    """A question that cannot be searched for; says why."""


@value(frozen=True, slots=True)
class Term:
    """Words that stand together, folded; `quoted`: in the pages themselves, as they are; `date` that they may mean."""

    words: tuple[str, ...]
    quoted: bool = False
    date: str | None = None

    @property
    def is_marked(self) -> bool:
        """Whether a letter has a mark: then words with such marks are meant, and not others."""
        return any(word != bare(word) for word in self.words)

    @property
    def bare_form(self) -> tuple[str, ...]:
        """How the words stand where letters have lost their marks."""
        return tuple(map(bare, self._form))

    @property
    def written_forms(self) -> tuple[tuple[str, ...], ...]:
        """How the words may stand where letters have marks; long ones also without, as foreign names often do."""
        long = sum(map(len, self.words)) >= _LONG
        return tuple(dict.fromkeys((self._form, self.bare_form))) if long else (self._form,)

    @property
    def is_begun(self) -> bool:
        """Whether the last word may go on, as another form of it would."""
        last = root(self.words[-1])
        return not self.quoted and last.isalpha() and (last != self.words[-1] or len(last) >= _LONG)

    @property
    def _form(self) -> tuple[str, ...]:
        return (*self.words[:-1], root(self.words[-1])) if self.is_begun else self.words


def parse_question(text: str) -> tuple[Term, ...]:
    """The words of a question, in order, each to be found. Raises `QuestionError` for none, and for too many."""
    if len(text) > LONGEST:
        raise QuestionError("it is too long to be searched for")
    terms = tuple(_terms(text))
    if not terms:
        raise QuestionError("it holds no word to search for")
    if len(terms) > MOST:
        raise QuestionError("it holds too many words to search for")
    return terms


def _terms(text: str) -> Iterator[Term]:
    place = 0
    for quotation in _QUOTED.finditer(text):
        yield from _plain_terms(text[place : quotation.start()])
        if words := split_words(fold_sought(quotation[1])):
            yield Term(tuple(words), quoted=True)
        place = quotation.end()
    yield from _plain_terms(text[place:])


def _plain_terms(text: str) -> Iterator[Term]:
    for part in re.split(r"[\s,;，、；]+", text):
        if words := split_words(fold_sought(part)):
            yield Term(tuple(words), date=_date(part.strip(".()?!")))


def _date(part: str) -> str | None:
    """`2025-01`, `21/1/2025` and `1.2025` as EDTF; None for what is no date."""
    told = _DAY.fullmatch(part)
    if told:
        part = f"{told['year']}-{int(told['month']):02}" + (f"-{int(told['day']):02}" if told["day"] else "")
    elif not _ISO.fullmatch(part):
        return None
    return part if is_date(part) and _is_real(part) else None


def _is_real(part: str) -> bool:
    try:
        date.fromisoformat(f"{part}-01-01"[:10])
    except ValueError:
        return False
    return True
