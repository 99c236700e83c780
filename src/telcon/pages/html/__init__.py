"""Pages in HTML: their visible text, what they declare, and what their markup says of each line."""

from telcon.pages.html.reading import parse_html, read_html

__all__ = ["parse_html", "read_html"]
