"""One page through all rooms, from bytes to what it tells."""

from __future__ import annotations

from telcon.languages import identify, load_pack, pack_codes
from telcon.mentions import find_mentions
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.texts import ARTICLE, Text
from telcon.pages.addresses import find_time
from telcon.reports import compose
from telcon.roster import load_roster_in
from telcon.roster.sites import host_of
from telcon.text import find_second_language, read_text

LONGEST_PAGE, LONGEST_ARTICLE = 5_000_000, 100_000
"""Characters of a page's text, and of the article on it, beyond which a page is passed over.

An article of 100,000 characters has some 20,000 words: what is longer is an archive in one file, which would be read as
one story.
"""


def read_page(page: Page) -> Reading:
    """Read what one page tells. Never raises for what a page holds: `skipped` says why a page was passed over."""
    if not page.text.strip():
        return Reading(page, None, skipped="the page holds no text")
    if len(page.text) > LONGEST_PAGE:
        return Reading(page, None, skipped=f"its text is longer than {LONGEST_PAGE:,} characters")
    code = page.language if page.language in pack_codes() else identify(page.text)
    if code not in pack_codes():
        code = find_second_language(page.text) or code
    if code not in pack_codes():
        return Reading(page, None, skipped=f"no pack for its language ({code or 'unknown'})")
    pack = load_pack(code)
    roster = load_roster_in(code, inflection=pack.inflection)
    text = read_text(page, pack)
    if _measure_article(text) > LONGEST_ARTICLE:
        return Reading(page, None, skipped=f"its article is longer than {LONGEST_ARTICLE:,} characters")
    mentions = find_mentions(text, pack, roster)
    site = roster.site(page.url, page.text)
    given = page.published or find_time(page.url)
    contacts, statements, leftovers, flags = compose(
        text, mentions, pack, roster, published=given, site=site, host=host_of(page.url)
    )
    return Reading(page, text, contacts, statements, leftovers, flags=flags)


def _measure_article(text: Text) -> int:
    return sum(len(line.span) for line in text.lines if line.role in ARTICLE)
