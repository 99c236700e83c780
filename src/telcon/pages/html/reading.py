"""From the bytes of an HTML page to a Page."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from telcon.model.markups import Markup, Place
from telcon.model.pages import Page
from telcon.pages.decoding import UndecodableError
from telcon.pages.html.charsets import decode_html
from telcon.pages.html.containers import place_lines
from telcon.pages.html.declarations import find_declared
from telcon.pages.html.drawing import Drawing, draw
from telcon.pages.html.elements import name_all
from telcon.pages.html.voters import amend_places, vote_on_day, vote_on_lines
from telcon.pages.limits import Limit

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborHTMLParser

DEEPEST = 2_000
"""Elements within one another beyond which a page is refused: parsing takes time that grows with the square of them.

Browsers stop at 512.
"""
MOST_ATTRIBUTES = 2_000
"""Attributes of one element beyond which a page is refused, for the same reason."""

_LONG_TAG = 8_000
_TAG = re.compile(r"""[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*""")
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_SUSPECT = 4_000  # tags from which a page could be so deep
_FEW = 200  # visible letters up to which what styles hide may be the page
_TAGS = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*?(/?)>")
_UNNESTED = name_all(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option tbody thead"
)
_REFRESH = re.compile(r"^\s*\d+\s*[;,]\s*url\s*=\s*['\"]?([^'\"\s]+)", re.I)


def read_html(
    data: bytes,
    *,
    name: str,
    source: str,
    url: str | None = None,
    charset: str | None = None,
    limit: Limit | None = None,
    tell: Callable[[str, str], None] | None = None,
) -> Page:
    """Read an HTML page: its visible text, a line for each block, and what its markup says of itself and of each line.

    `charset` is what the server said (`Content-Type`). `Page.digest` is the SHA-256 of `data`, `Page.published` what
    the page declares, `Page.url` the given address, else the canonical one. `tell` hears what was lost on the way.
    Raises `UndecodableError`, which says why for people, for what is no page: too large, binary, nested without end,
    without text.
    """
    if limit and len(data) > limit.bytes:
        raise UndecodableError(limit.passed())
    decoded = decode_html(data, charset)
    if decoded.note and tell:
        tell(source, decoded.note)
    tree = parse_html(decoded.text)
    drawing = _draw(tree)
    declared = find_declared(tree, url)
    if not drawing.lines:
        raise UndecodableError(_why_empty(tree))
    url = url or declared.address
    return Page(
        sha256(data).hexdigest(),
        name,
        "\n".join(line.text for line in drawing.lines),
        source,
        url=url,
        published=declared.published or vote_on_day(decoded.text, url),
        markup=Markup(declared, _place(decoded.text, drawing)),
    )


def _place(text: str, drawing: Drawing) -> tuple[Place, ...]:
    """Where each line lies; what the article is, is put to the vote where the page does not make it clear."""
    found = place_lines(drawing)
    if found.is_sure:
        return found.places
    votes = vote_on_lines(text, drawing.lines, found.weights)
    return amend_places(found.places, found.weights, votes) if votes else found.places


def parse_html(text: str) -> LexborHTMLParser:
    """Parse HTML. Raises `UndecodableError` for what would take minutes: nested without end, or overloaded."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - loaded where there is HTML

    if _is_overloaded(text) and _is_overloaded(_SCRIPT.sub("", text)):
        raise UndecodableError(f"an element of it has more than {MOST_ATTRIBUTES:,} attributes (no page of news has)")
    if text.count("<") > _SUSPECT and _depth(text) > DEEPEST:
        raise UndecodableError(f"its elements are nested more than {DEEPEST:,} levels deep (no page of news is)")
    return LexborHTMLParser(text)


def _is_overloaded(text: str) -> bool:
    """Whether an element may have too many attributes; what a script compares looks like a tag too."""
    pieces = (_TAG.match(piece) for piece in text.split("<") if len(piece) > _LONG_TAG)
    return any(piece and len(piece[0].split()) > MOST_ATTRIBUTES for piece in pieces)


def _depth(text: str) -> int:
    """The deepest that elements are nested, at least; 0 as soon as it is too deep."""
    depth = deepest = 0
    # Behind the last bracket no tag ends: each beginning of one would be followed to the end in vain.
    for close, tag, closed in _TAGS.findall(text, 0, text.rfind(">") + 1):
        if close:
            depth = max(depth - 1, 0)
        elif not closed and tag.lower() not in _UNNESTED:
            depth += 1
            if depth > deepest:
                deepest = depth
                if deepest > DEEPEST:
                    break
    return deepest


def _draw(tree: LexborHTMLParser) -> Drawing:
    root = tree.body or tree.root
    if root is None:
        return Drawing([], [])
    drawing = draw(root)
    if sum(len(line.text) for line in drawing.lines) < _FEW:
        # Pages that a script shows once it has run hide everything until then.
        shown = draw(root, unseen=True)
        if len(shown.lines) > len(drawing.lines):
            return shown
    return drawing


def _why_empty(tree: LexborHTMLParser) -> str:
    for meta in tree.css('meta[http-equiv="refresh" i]'):
        if match := _REFRESH.match(meta.attributes.get("content") or ""):
            return f"it holds no text and leads on to {match[1][:200]!r} (give that address)"
    if tree.css_first("script") is not None:
        return "it holds no text: a script would put it there (give the page as a browser saves it)"
    return "it holds no text"
