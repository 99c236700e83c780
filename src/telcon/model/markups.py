"""What a page's markup says of the page, and of each line of its visible text."""

from __future__ import annotations

from enum import StrEnum

from telcon.model.values import value


class Block(StrEnum):
    """What kind of element a line stands in."""

    TITLE = "h1"
    HEADING = "h2"
    PARAGRAPH = "p"
    ITEM = "li"
    CAPTION = "figcaption"
    CELL = "td"
    QUOTATION = "blockquote"
    TIME = "time"
    BOX = "div"


class Zone(StrEnum):
    """What part of the page a line lies in, by its elements and what they are called; `main` holds the article."""

    MAIN = "main"
    OPEN = "open"
    HEADER = "header"
    NAVIGATION = "nav"
    ASIDE = "aside"
    RELATED = "related"
    COMMENTS = "comments"
    FOOTER = "footer"
    SHARING = "sharing"
    ADVERTISEMENT = "advertisement"
    CAPTION = "caption"
    BYLINE = "byline"
    STAMP = "stamp"
    LEAD = "lead"


@value(frozen=True, slots=True)
class Place:
    """Where in the markup one line stands; `in_main`: inside the article's element; `linked`: most of it is links."""

    block: Block
    zone: Zone
    in_main: bool = False
    linked: bool = False


@value(frozen=True, slots=True)
class Declared:
    """What a page declares of itself in its head, in JSON-LD and in attributes, None for what it does not.

    `published` is ISO 8601, with an offset where the page gives one; `address` is the canonical one; `language` is
    ISO 639-1; `rules` names where each value was declared (`headline: JSON-LD`).
    """

    headline: str | None = None
    published: str | None = None
    outlet: str | None = None
    byline: str | None = None
    address: str | None = None
    language: str | None = None
    rules: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Markup:
    """What is kept of a page's markup: what it declares, and a place for each line of its text, in order."""

    declared: Declared
    places: tuple[Place, ...] = ()
