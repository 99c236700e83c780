"""The rows of lists of contacts, each drawn once in a language and kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from telcon.contacts import Contact
from telcon.messages import spoken
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.drawings.drawing import find_macro

Row = Callable[[Contact, int | None], Markup]


def draw_rows(catalogue: Catalogue) -> Row:
    """What draws the row of a contact, below a heading that tells a year or none, in the language spoken."""
    kept: dict[tuple[str, int | None], Markup] = catalogue.derived(("rows", spoken()), lambda _: {})
    draw = find_macro("parts.html", "row")

    def row(contact: Contact, year: int | None) -> Markup:
        key = (contact.id, year)
        if key not in kept:
            kept[key] = draw(contact, year)
        return kept[key]

    return row
