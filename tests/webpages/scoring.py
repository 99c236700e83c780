"""How well the articles of pages are found, beside trafilatura on the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from telcon.engine.reading import read_page
from telcon.model.texts import Role
from telcon.pages import read_html
from tests.webpages.pages import WebPage

ARTICLE = frozenset({Role.LEAD, Role.SUBHEADING, Role.BODY})
_MARKS = "-•*|# "


@dataclass(frozen=True)
class Found:
    """What was found in one page: the article's lines but for the headline, the headline, the time."""

    lines: tuple[str, ...]
    headline: str | None
    published: str | None


@dataclass(frozen=True)
class Score:
    """Precision and recall of lines, over all pages, and the shares of right headlines and times."""

    right: int
    found: int
    recalled: int
    gold: int
    headlines: float
    times: float

    @property
    def body(self) -> float:
        """F1 by line."""
        precision, recall = self.right / max(self.found, 1), self.recalled / max(self.gold, 1)
        return 2 * precision * recall / max(precision + recall, 1e-9)


def read_ours(page: WebPage) -> Found:
    """What Telcon reads."""
    read = read_page(read_html(page.data, name=page.id, source=page.id, charset=page.header))
    text = read.text
    if text is None:
        return Found((), None, None)
    lines = tuple(text.raw[line.span.start : line.span.stop] for line in text.lines if line.role in ARTICLE)
    published = text.published.value if text.published else read.page.published
    return Found(lines, text.title.value if text.title else None, published)


def read_theirs(page: WebPage) -> Found:
    """What trafilatura reads; of the bytes, so that it tells the encoding by itself."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - loads much

    document = bare_extraction(page.data, include_comments=False, with_metadata=True)
    if document is None:
        return Found((), None, None)
    title = document.title
    lines = (line for line in (document.text or "").split("\n") if line.strip() and not _same(line, title))
    return Found(tuple(lines), title, document.date)


def score(pages: Sequence[WebPage], found: Sequence[Found]) -> Score:
    """The figures of what was found in pages.

    A line counts as right where the article has it, and a line of the article as found where what was found has it, be
    it as a part of a longer line: who joins paragraphs, or parts one, has the same words. A line that holds several of
    the article's counts as so many.
    """
    right = total = recalled = gold = 0
    for page, it in zip(pages, found, strict=True):
        whole, told = _joined(page.body), _joined(it.lines)
        for line in filter(None, map(_plain, it.lines)):
            held = sum(part in line for part in map(_plain, page.body))
            right += held or line in whole
            total += held or 1
        recalled += sum(_plain(line) in told for line in page.body)
        gold += len(page.body)
    headlines = sum(_same(it.headline, page.headline) for page, it in zip(pages, found, strict=True))
    times = sum(agrees(it.published, page.published) for page, it in zip(pages, found, strict=True))
    return Score(right, total, recalled, gold, headlines / len(pages), times / len(pages))


def agrees(found: str | None, gold: str | None) -> bool:
    """The same moment: as fine as the gold, and as instants where both give an offset, else by the clock."""
    if found is None or gold is None:
        return found is gold
    if len(gold) == 10:
        return found[:10] == gold
    if len(found) == 10:
        return False
    one, other = datetime.fromisoformat(found), datetime.fromisoformat(gold)
    if one.tzinfo is None or other.tzinfo is None:
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one.replace(second=0) == other.replace(second=0)


def agrees_by_day(found: str | None, gold: str | None) -> bool:
    """The same day, for readers that give no time."""
    return bool(found and gold) and str(found)[:10] == str(gold)[:10]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(map(_plain, lines))


def _plain(line: str) -> str:
    return " ".join(line.replace("\u3000", " ").split()).strip(_MARKS)


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and _plain(one).casefold() == _plain(other).casefold()
