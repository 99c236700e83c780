"""All sixty pages, with the gold of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.webpages import chinese, english, russian, vietnamese
from tests.webpages.drawing import Sheet
from tests.webpages.stories import Story, make_story

OUTLETS: dict[str, dict[str, Callable[[Story], Sheet]]] = {
    "vi": vietnamese.OUTLETS,
    "ru": russian.OUTLETS,
    "zh": chinese.OUTLETS,
    "en": english.OUTLETS,
}
OF_EACH = 15


@dataclass(frozen=True)
class WebPage:
    """A page as a server sends it (`header` is the charset that it names) and what a careful reader finds in it."""

    id: str
    lang: str
    data: bytes
    header: str | None
    headline: str
    body: tuple[str, ...]
    published: str | None


@cache
def make_pages() -> tuple[WebPage, ...]:
    """The pages of all outlets: two or three of each, fifteen in each language."""
    return tuple(_make(lang, number) for lang in OUTLETS for number in range(OF_EACH))


def _make(lang: str, number: int) -> WebPage:
    outlets = list(OUTLETS[lang].items())
    name, template = outlets[number % len(outlets)]
    story = make_story(lang, number, name)
    sheet = template(story)
    data = sheet.html.encode(sheet.charset, "xmlcharrefreplace")
    page_id = f"{lang}-{template.__name__}-{number}"
    return WebPage(page_id, lang, data, sheet.header, story.headline, tuple(sheet.body), sheet.published)
