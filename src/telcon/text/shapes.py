"""What can be seen of a single line, before its neighbours are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from telcon.letters.han import HAN
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.text.furniture import Cue, name_cues
from telcon.text.stamps import Stamp, StampReader

LONG = 140
PARAGRAPH = 75
TOLD = 100
STAMP_LINE = 160
GLUED = 4
DENSE = 2
"""Letters that a Han character and the space beside it stand for, beyond themselves."""

PORTRAIT = 90

_ENDED = re.compile(r"(?:[.!…]|\.\s?/\s?\.?|/-|[.?!…:;]\s?[\"”»’」』')\]]|[\"”»」』]\s?[.…])\s*(?:[\"”»’」』)]|/\.)?$")
_SOURCED = re.compile(r"[.!?…]\s?\([^()]{2,30}\)$")
_BOXED = re.compile(r"(?:【[^】]{0,40}】\s*)+(?=\S)")
# What a crawler puts before a page's own words: the name of a field and the day that it holds.
_FIELD = re.compile(r"[a-z]{4,12} ((?:19|20)\d\d-[01]\d(?:-[0-3]\d)?) (?=\S)")
_PARTS, _MOST_PARTS, _CLAUSE, _SAYING = 2, 3, 7, 5
_BORDER = re.compile(r"[|»›☰▸•·\s](?:(?<=\S)|\s+|[/>]\s)")
_CLOSED_BORDER = re.compile(_BORDER.pattern.replace("»", ""))
"""What parts cells on a line where » only ends a quotation."""

_MARK = re.compile(r"^\s*(?P<mark>>{1,3}|»|▸|►|●|■|☞|→|•|\*|[-–+](?=\s))")
_WORDS = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\s?[.)/](?!\d)|[(（]?[一二三四五六七八九十]\s?[)）、]")
_CONSONANT = "[b-df-hj-np-tv-xz]"
# A short word without vowels (Mr, Dr, Mrs) ends no sentence by its stop.
_TITLE = rf"(?!(?<=\b[A-Z]){_CONSONANT}\.)(?!(?<=\b[A-Z]{_CONSONANT}){_CONSONANT}\.)"
_BREAK = re.compile(_TITLE + r"[a-z\u00e0-\u1ef9\u3400-\u9fff\d][\"”’」)]?[.!?…][\"”’」)]?\s+[\"“‘「(]?[^\W\d_a-z]")
_SIGNED = re.compile(
    r"(?:\([^\W\d_][^()]{1,24}\)|[A-ZĐ][A-Za-z]*O|[A-Z][\w+]*\.[A-Za-z]{2,7}|[A-Z]{2,5}(?: Online)?(?=\s[-–]))"
    r"\s?[-–]+\s?(?=\w)"
)
_CELL = re.compile(r"[\s|]+$")
_TAG = re.compile(r"#\w+")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_CODE = re.compile(r"<\w+[ />]|\{\w+\}$|data:\w+/")
_MARKED = re.compile(r"[:?!;\d/“\"‘]|\.\s|\s[-–]\s")
_DIGIT = re.compile("[0-9]")
# Said by what it is not: a class of so many letters takes long to compile.
_OTHER = re.compile("[^\x00-\u036f\u1e00-\u2e7f\uff00-\uffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


@value(frozen=True, slots=True)
class Shape:
    """One line that is not blank: `text` is stripped, `start` is where it stands in the clean text.

    `opened` is the day, before `text`, with which a crawler opened the page.
    """

    number: int
    span: Span
    start: int
    text: str
    folded: str
    cues: frozenset[str]
    found: tuple[Cue, ...]
    stamp: Stamp | None
    words: tuple[str, ...]
    mark: str
    ended: bool
    goes_on: bool
    glued: bool
    celled: bool
    latin: bool
    portrait: bool
    dense: int = 0
    opened: Stamp | None = None

    def __len__(self) -> int:
        """The length of the line, in letters of an alphabet: a Han character says as much as a short word."""
        return len(self.text) + self.dense

    @property
    def prose(self) -> bool:
        """A paragraph: long, or a sentence of some length, or a line broken in the middle of a sentence."""
        if len(self) >= LONG + 60 or (self.ended and len(self) >= PARAGRAPH) or (self.goes_on and len(self) >= 30):
            return True
        asked = self.text.endswith("?")
        if len(self) >= (PARAGRAPH if asked else TOLD) and self.breaks:
            return True
        return len(self) >= LONG and self.text.endswith(("?", ":", ";"))

    @property
    def breaks(self) -> bool:
        """Holds the end of a sentence and the beginning of the next."""
        return bool(_BREAK.search(self.text))

    @property
    def signed(self) -> str:
        """The outlet's name that opens an article's first paragraph, with its dash; empty where none does."""
        match = _SIGNED.match(self.text)
        return match[0] if match else ""

    @property
    def plain(self) -> bool:
        """Several words, none with a letter beyond the plain alphabet."""
        return len(self.words) >= 5 and not self.accented

    @property
    def accented(self) -> bool:
        """Whether a letter goes beyond the plain alphabet."""
        return _ACCENTED.search(self.text) is not None

    @property
    def marks(self) -> int:
        """How many letters go beyond the plain alphabet."""
        return len(_ACCENTED.findall(self.text))

    @property
    def tagged_up(self) -> bool:
        """What is left of a page's own code: a tag, a placeholder, data of a picture."""
        return self.text.startswith(("<", "{", "d")) and bool(_CODE.match(self.text))

    @property
    def numbered(self) -> bool:
        """Opens with a number of a list."""
        return bool(_NUMBERED.match(self.text))

    @property
    def loud(self) -> bool:
        """All in capitals."""
        return self.text.isupper()

    @property
    def titled(self) -> bool:
        """Every word begins with a capital, as in the name of a person or an outlet."""
        return bool(self.words) and all(word[0].isupper() or word[0].isdigit() for word in self.words)

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands side by side; none on a long line. Cut when asked for: most lines of a menu are never asked."""
        border = _CLOSED_BORDER if "«" in self.text else _BORDER
        pieces = border.split(self.text) if len(self.text) <= LONG * 2 else ()
        return tuple([cell for piece in pieces if (cell := piece.strip())])

    @property
    def listed(self) -> bool:
        """Several short cells side by side, as in a menu."""
        return not self.ended and len(cells := self.cells) > 1 and all(len(cell) <= 36 for cell in cells)

    @property
    def in_clauses(self) -> bool:
        """A Chinese headline: one of two parts is a clause, or each of up to three says something."""
        parts = [part for part in _BORDER.split(self.text.replace("·", "")) if part.strip()] if self.dense else []
        if not _PARTS <= len(parts) <= _MOST_PARTS:
            return False
        lengths = [len(HAN.findall(part)) for part in parts]
        return (len(lengths) == _PARTS and max(lengths) >= _CLAUSE) or min(lengths) >= _SAYING

    @property
    def picture_name(self) -> bool:
        """The name of a picture's file."""
        return len(self) < LONG and bool(_PICTURE.search(self.text[-8:]))

    @property
    def address(self) -> str | None:
        """An address, where little else stands on the line."""
        if "www." not in self.text and "://" not in self.text:
            return None
        found = _ADDRESS.findall(self.text)
        return found[0] if found and sum(map(len, found)) * 2 > len(self) - 12 else None

    @property
    def tagged(self) -> bool:
        """Nothing but hashtags."""
        return "#" in self.text and bool(_TAG.search(self.text)) and not _TAG.sub("", self.text).strip(" ,")

    @property
    def foreign(self) -> bool:
        """Mostly in letters of another script."""
        head = self.text[:200]
        if not self.latin or not _OTHER.search(head):
            return False
        letters = [letter for letter in head if letter.isalpha()]
        return len(_LATIN.findall(head)) * 2 < len(letters)


def see_line(
    number: int,
    span: Span,
    start: int,
    *,
    line: str,
    folded: str,
    cues: list[Cue],
    stamps: StampReader,
    latin: bool,
    offices: frozenset[str] = frozenset(),
) -> Shape:
    """See what a line's letters, signs and wordings show. `start` is where `line` begins in the clean text."""
    text = line.strip()
    celled = text.endswith("|")
    if celled:
        text = _CELL.sub("", text)
    boxed = _BOXED.match(text) if text[:1] == "【" else None
    text = text[boxed.end() :] if boxed else text
    lead = len(line) - len(line.lstrip()) + (boxed.end() if boxed else 0)
    field = _FIELD.match(text) if number == 1 else None
    if field:
        text, lead = text[field.end() :], lead + field.end()
    cues = [cue for cue in cues if cue.start >= start + lead] if boxed or field else cues
    folded = folded[lead : lead + len(text)]
    mark = _MARK.match(text)
    head = text if len(text) <= LONG * 2 else ""
    words = tuple(_WORDS.findall(head)) if head else ("…",) * 40
    dense = DENSE * len(HAN.findall(text))
    return Shape(
        number=number,
        span=span,
        start=start + lead,
        text=text,
        folded=folded,
        cues=name_cues(cues),
        found=tuple(cues),
        # Han characters have no case to tell by, but two ways of writing.
        stamp=stamps.find(folded if dense else head) if len(head) <= STAMP_LINE and _DIGIT.search(head) else None,
        words=words,
        mark=mark["mark"] if mark else "",
        ended=bool(_ENDED.search(text[-12:])) or (text.endswith(")") and bool(_SOURCED.search(text[-40:]))),
        goes_on=False,
        latin=latin,
        portrait=len(text) <= PORTRAIT and _shows_people(text, words, offices),
        celled=celled,
        glued=len(line) - len(span) >= GLUED and not HAN.search(line),
        dense=dense,
        opened=_open_with(field, stamps) if field else None,
    )


def _open_with(field: re.Match[str], stamps: StampReader) -> Stamp | None:
    """The day of a field, its place counted from behind it; None where no day is told."""
    stamp = stamps.find(field[1])
    if stamp is None or stamp.value is None:
        return None
    return replace(stamp, start=field.start(1) - field.end(), stop=field.end(1) - field.end())


def _shows_people(text: str, words: Sequence[str], offices: frozenset[str]) -> bool:
    """Offices and names and nothing else: words of `offices`, and two capitals at the end."""
    if len(words) < 3 or words[0].lower() not in offices or _MARKED.search(text):
        return False
    low = [word for word in words[1:] if word.islower()]
    return words[-1][0].isupper() and words[-2][0].isupper() and offices.issuperset(low)
