"""What templates of pages are put together with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from tests.webpages.stories import Part, Story

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
MONTHS_RU = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


@dataclass(frozen=True)
class Sheet:
    """A page as a template draws it.

    `published` is the time that a careful reader finds, ISO 8601 as fine as the page makes it; `body` the lines of the
    article but for its headline. `charset` is what the page is written in, `header` what the server says of that.
    """

    html: str
    body: list[str]
    published: str | None
    charset: str = "utf-8"
    header: str | None = None


def each(pattern: str, items: Iterable[str], joint: str = "\n") -> str:
    """The pattern for every item, which stands where `{}` does."""
    return joint.join(pattern.replace("{}", escape(item, quote=False)) for item in items)


def links(items: Iterable[str], pattern: str = "<li><a href='/x/'>{}</a></li>") -> str:
    """Links to other pages."""
    return each(pattern, items)


def rich(text: str, number: int = 0) -> str:
    """A text with some of its words in bold or as a link, in turn."""
    words = text.split(" ")
    if len(words) < 8 or number % 3 == 2:
        return escape(text, quote=False)
    mark = ("<a href='/t/'>{}</a>", "<strong>{}</strong>")[number % 3]
    start = number % 4 + 1
    middle = mark.replace("{}", escape(" ".join(words[start : start + 2]), quote=False))
    head, tail = (escape(" ".join(part), quote=False) for part in (words[:start], words[start + 2 :]))
    return f"{head} {middle} {tail}"


def paragraphs(story: Story, between: dict[int, str] | None = None, **patterns: str) -> str:
    """The parts of an article, each by the pattern for its kind; `between` holds what stands above some of them."""
    patterns = {
        "paragraph": "<p>{}</p>",
        "subheading": "<h2>{}</h2>",
        "quote": "<blockquote><p>{}</p></blockquote>",
        "item": "<ul><li>{}</li></ul>",
    } | patterns
    drawn: list[str] = []
    for number, part in enumerate(story.parts):
        drawn.append((between or {}).get(number, ""))
        drawn.append(patterns[part.kind].replace("{}", _inner(part, number)))
    return "\n".join(piece for piece in drawn if piece)


def _inner(part: Part, number: int) -> str:
    return rich(part.text, number) if part.kind == "paragraph" else escape(part.text, quote=False)


def linked_data(story: Story, **more: object) -> str:
    """JSON-LD of an article."""
    entry = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": iso(story.published),
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.outlet},
    }
    return f'<script type="application/ld+json">{json.dumps(entry | more, ensure_ascii=False)}</script>'


def iso(moment: datetime) -> str:
    """ISO 8601 with seconds and offset."""
    return moment.isoformat(timespec="seconds")


def local(moment: datetime) -> str:
    """ISO 8601 to the minute, by the clock of the place."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def day(moment: datetime) -> str:
    """The day alone."""
    return moment.strftime("%Y-%m-%d")


def vietnamese(moment: datetime, form: str = "{w}, {d}/{m}/{y}, {h}:{n}") -> str:
    """A time as Vietnamese pages print it."""
    parts = {"d": moment.day, "m": moment.month, "y": moment.year, "h": f"{moment:%H}", "n": f"{moment:%M}"}
    return form.format(w=WEEKDAYS[moment.weekday()], **parts)


def russian(moment: datetime, form: str = "{d} {m} {y} года, {h}:{n}") -> str:
    """A time as Russian pages print it."""
    parts = {"d": moment.day, "m": MONTHS_RU[moment.month - 1], "y": moment.year}
    return form.format(h=f"{moment:%H}", n=f"{moment:%M}", **parts)
