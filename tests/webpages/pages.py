"""All sixty pages, with the gold of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.webpages import chinese, english, others, russian, vietnamese
from tests.webpages.drawing import Sheet
from tests.webpages.stories import Story, make_story

Template = Callable[[Story], Sheet]
OUTLETS: dict[str, dict[str, Template]] = {
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


@cache
def make_others() -> tuple[WebPage, ...]:
    """Thirty pages of ten more outlets, three of each."""
    outlets = [(lang, name, template) for lang, of in others.OUTLETS.items() for name, template in of.items()]
    return tuple(
        _draw(lang, (5 * place + turn * 4) % OF_EACH, name, template)
        for place, (lang, name, template) in enumerate(outlets)
        for turn in range(3)
    )


def _make(lang: str, number: int) -> WebPage:
    outlets = list(OUTLETS[lang].items())
    name, template = outlets[number % len(outlets)]
    return _draw(lang, number, name, template)


def _draw(lang: str, number: int, name: str, template: Template) -> WebPage:
    story = make_story(lang, number, name)
    sheet = template(story)
    data = sheet.html.encode(sheet.charset, "xmlcharrefreplace")
    page_id = f"{lang}-{template.__name__}-{number}"
    return WebPage(page_id, lang, data, sheet.header, story.headline, tuple(sheet.body), sheet.published)
