"""One page through all rooms, from bytes to what it tells."""

from __future__ import annotations

from telcon.languages import identify, load_pack, pack_codes
from telcon.mentions import find_mentions
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.reports import compose
from telcon.roster import load_roster
from telcon.text import read_text


def read_page(page: Page) -> Reading:
    """Read what one page tells. Never raises for what a page holds: `skipped` says why a page was passed over."""
    if not page.text.strip():
        return Reading(page, None, skipped="the page holds no text")
    code = page.language if page.language in pack_codes() else identify(page.text)
    if code not in pack_codes():
        return Reading(page, None, skipped=f"no pack for its language ({code or 'unknown'})")
    pack, roster = load_pack(code), load_roster()
    text = read_text(page, pack)
    mentions = find_mentions(text, pack, roster)
    contacts, statements, leftovers = compose(text, mentions, pack, roster)
    return Reading(page, text, contacts, statements, leftovers)
