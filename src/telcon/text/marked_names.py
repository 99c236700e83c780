"""Headline, outlet and byline of a page with markup: as shown, or as declared where the page does not show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telcon.model.markups import Declared
from telcon.model.spans import Span
from telcon.model.texts import Noted, Role
from telcon.model.views import View
from telcon.text.metadata import note_byline, note_outlet, note_title
from telcon.text.shapes import Shape

Verdicts = Mapping[int, tuple[Role, str]]

_RIGHTS = "©"


def note_marked_title(view: View, shapes: Sequence[Shape], verdicts: Verdicts, declared: Declared) -> Noted | None:
    """The headline that the page shows, else the one that it declares."""
    return note_title(view, shapes, verdicts) or _note(view.raw, declared, "headline", declared.headline)


def note_marked_outlet(view: View, shapes: Sequence[Shape], verdicts: Verdicts, declared: Declared) -> Noted | None:
    """The outlet that the page declares, else the one behind the sign of rights at its foot."""
    signs = [shape for shape in shapes if shape.text.startswith(_RIGHTS)]
    return _note(view.raw, declared, "outlet", declared.outlet) or note_outlet(view, signs, verdicts)


def note_marked_byline(view: View, shapes: Sequence[Shape], verdicts: Verdicts, declared: Declared) -> Noted | None:
    """Who signed the article on the page, else who is declared to have written it."""
    return note_byline(view, shapes, verdicts) or _note(view.raw, declared, "byline", declared.byline)


def _note(raw: str, declared: Declared, kind: str, value: str | None) -> Noted | None:
    """A declared value, where it stands on the page; its span is empty where the page does not show it."""
    if value is None:
        return None
    start = max(raw.find(value), 0)
    rule = next((rule for rule in declared.rules if rule.startswith(f"{kind}: ")), kind)
    return Noted(value, Span(start, start + len(value) if raw.startswith(value, start) else start), f"declared {rule}")
