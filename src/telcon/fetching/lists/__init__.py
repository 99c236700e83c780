"""What sites list of their pages: feeds, sitemaps, index pages."""

from telcon.fetching.lists.listing import Form, Listed, Listing
from telcon.fetching.lists.reading import get_list, read_list

__all__ = ["Form", "Listed", "Listing", "get_list", "read_list"]
