"""What elements of HTML are: which begin a line, which nobody sees, and what part of a page their names tell of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from telcon.model.markups import Block, Zone


def name_all(names: str) -> frozenset[str]:
    """The names in a row of them."""
    return frozenset(names.split())


BLOCKS = name_all(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frame h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section "
    "summary table tbody tfoot thead tr ul video audio amp-img amp-sidebar"
)
"""Elements that stand on lines of their own."""

CELLS = frozenset({"td", "th"})
UNSEEN = name_all(
    "head script style template noscript select option textarea datalist svg iframe object embed canvas audio video "
    "map rt rp noembed noframes frameset progress meter title"
)
"""Elements whose content no browser shows as text."""

KINDS = {
    "h1": Block.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "legend", "summary"), Block.HEADING),
    "p": Block.PARAGRAPH,
    "pre": Block.PARAGRAPH,
    "li": Block.ITEM,
    "dd": Block.ITEM,
    "dt": Block.ITEM,
    "figcaption": Block.CAPTION,
    "caption": Block.CAPTION,
    "td": Block.CELL,
    "th": Block.CELL,
    "tr": Block.CELL,
    "blockquote": Block.QUOTATION,
}

ZONES = {
    "nav": Zone.NAVIGATION,
    "menu": Zone.NAVIGATION,
    "aside": Zone.ASIDE,
    "footer": Zone.FOOTER,
    "header": Zone.HEADER,
    "form": Zone.SHARING,
    "button": Zone.SHARING,
    "figure": Zone.CAPTION,
    "figcaption": Zone.CAPTION,
    "caption": Zone.CAPTION,
    "dialog": Zone.ADVERTISEMENT,
    "amp-sidebar": Zone.NAVIGATION,
}
ROLES = {
    "navigation": Zone.NAVIGATION,
    "menu": Zone.NAVIGATION,
    "menubar": Zone.NAVIGATION,
    "contentinfo": Zone.FOOTER,
    "complementary": Zone.ASIDE,
    "search": Zone.SHARING,
    "dialog": Zone.ADVERTISEMENT,
    "banner": Zone.HEADER,
}
WORDS = {
    Zone.NAVIGATION: "nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager topbar",
    Zone.RELATED: "related relate relates relatednews recommend recommended recommendation recommendations similar "
    "popular trending latest mostread readmore readalso lienquan tinlienquan xemthem docthem tinmoi "
    "teaser teasers relation relations xgxw",
    Zone.COMMENTS: "comment comments commentlist disqus binhluan",
    Zone.SHARING: "share sharing shares sharebar social socials addthis subscribe newsletter subscription tags taglist "
    "keywords hashtag toolbar audio player listen",
    Zone.FOOTER: "footer copyright colophon",
    Zone.ASIDE: "sidebar aside widget widgets rail rightcol incut inset infobox factbox callout",
    Zone.ADVERTISEMENT: "ad ads advert advertisement advertising adsbygoogle sponsor sponsored quangcao cookie cookies "
    "gdpr consent modal popup overlay paywall promo",
    Zone.CAPTION: "caption captions figcaption wpcaption photocaption imagecaption",
    Zone.BYLINE: "author authors byline tacgia",
    Zone.STAMP: "date time datetime published pubdate pubtime timestamp publishdate",
    Zone.LEAD: "sapo lead lede standfirst dek chapeau announce annotation",
}
NAMING = ("class", "id", "data-testid", "data-type", "data-role", "data-component")
"""Attributes that say what an element is, in words of whoever built the page."""

PICTURES = name_all("img picture amp-img video iframe")
_BY_WORD = {word: zone for zone, words in WORDS.items() for word in words.split()}
_BODIES = frozenset({"articlebody", "entrycontent", "postcontent", "contentdetail", "detailcontent", "storybody"})

_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN_CLASSES = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible"})
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

Attributes = Mapping[str, str | None]


def is_unseen(tag: str, attributes: Attributes) -> bool:
    """Whether an element's content is kept from the reader's eye."""
    if tag in UNSEEN:
        return True
    if not attributes or tag in {"html", "body"}:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style, names = attributes.get("style"), attributes.get("class")
    return bool(style and _UNSEEN_STYLE.search(style)) or bool(names and not _UNSEEN_CLASSES.isdisjoint(names.split()))


def find_zone(tag: str, attributes: Attributes) -> Zone | None:
    """What part of a page an element opens, by its tag, its role, or the words of its class and id."""
    if not attributes or tag in {"html", "body", "main", "article"}:
        return ZONES.get(tag)
    if zone := ROLES.get(attributes.get("role") or ""):
        return zone
    if tag in ZONES and tag not in {"header", "button", "form"}:
        return ZONES[tag]
    return _named_zone(*map(attributes.get, NAMING)) or ZONES.get(tag)


@lru_cache(maxsize=4096)
def _named_zone(*names: str | None) -> Zone | None:
    for name in " ".join(filter(None, names)).split():
        parts = [part.lower() for part in _PARTS.findall(name)]
        # The last word of a name is what it names: `article-comments` are comments, `comment-policy-page` is a page.
        for word in (*reversed(parts[-2:]), "".join(parts)):
            if zone := _BY_WORD.get(word):
                return zone
    return None


def is_centred(attributes: Attributes) -> bool:
    """Whether an element says that its text stands in the middle."""
    if (attributes.get("align") or "").lower() == "center":
        return True
    return bool(_CENTRED.search(attributes.get("style") or ""))


def is_article_body(attributes: Attributes) -> bool:
    """Whether an element says of itself that it holds an article's text."""
    if not attributes:
        return False
    return _is_named_body(attributes.get("itemprop"), attributes.get("class"), attributes.get("id"))


@lru_cache(maxsize=4096)
def _is_named_body(item: str | None, *names: str | None) -> bool:
    if item and item.lower() == "articlebody":
        return True
    return any("".join(_PARTS.findall(name)).lower() in _BODIES for name in " ".join(filter(None, names)).split())
