"""Asking for a list and reading it."""

from __future__ import annotations

from telcon.fetching.answers import UNMARKED, Answer, Marks
from telcon.fetching.fetchers import Fetcher
from telcon.fetching.lists.feeds import read_feed
from telcon.fetching.lists.indexes import read_index
from telcon.fetching.lists.listing import Form, Listing
from telcon.fetching.lists.sitemaps import LARGEST, read_sitemap

READERS = {Form.FEED: read_feed, Form.SITEMAP: read_sitemap, Form.INDEX: read_index}
ACCEPTED = {
    Form.FEED: "application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5",
    Form.SITEMAP: "application/xml,text/xml,*/*;q=0.5",
    Form.INDEX: "text/html,application/xhtml+xml,*/*;q=0.5",
}
SIZES = {Form.SITEMAP: LARGEST, Form.FEED: 10_000_000}


def get_list(fetcher: Fetcher, form: Form, address: str, *, marks: Marks = UNMARKED) -> Answer:
    """Ask for a list. Raises `FetchError` as `Fetcher.get` does."""
    return fetcher.get(address, marks=marks, accept=ACCEPTED[form], size=SIZES.get(form))


def read_list(form: Form, answer: Answer) -> Listing:
    """Read a list. Raises `FetchError` for what is no such list."""
    return READERS[form](answer)
