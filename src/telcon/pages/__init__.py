"""Sources of pages: files, folders, dumps, standard input."""

from telcon.pages.fields import Fields
from telcon.pages.limits import Limit
from telcon.pages.sources import open_pages

__all__ = ["Fields", "Limit", "open_pages"]
