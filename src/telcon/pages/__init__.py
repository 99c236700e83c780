"""Sources of pages: files, folders, dumps, standard input; and the doors for HTML and PDF."""

from telcon.pages.fields import Fields
from telcon.pages.html import read_html
from telcon.pages.limits import Limit
from telcon.pages.pdfs import read_pdf
from telcon.pages.sources import go_through, open_pages
from telcon.pages.ways import Found, Gate, Ways

__all__ = ["Fields", "Found", "Gate", "Limit", "Ways", "go_through", "open_pages", "read_html", "read_pdf"]
