"""Sources of pages: files, folders, dumps, standard input; and the doors for HTML and PDF."""

from telcon.pages.fields import Fields
from telcon.pages.html import read_html
from telcon.pages.limits import Limit
from telcon.pages.pdfs import read_pdf
from telcon.pages.sources import open_pages

__all__ = ["Fields", "Limit", "open_pages", "read_html", "read_pdf"]
