"""The marks of contacts: the shape is the channel, the fill the status."""

from __future__ import annotations

from markupsafe import Markup

from telcon.model.contacts import Kind, Status

SHAPES = {
    Kind.PHONE: '<circle class="s" cx="8" cy="8" r="5.2"/>',
    Kind.VIDEO: '<path class="s" stroke-linejoin="round" d="M1.6 4h8.6v8H1.6zM11.6 8l3.4-3.2v6.4z"/>',
    Kind.MEETING: '<circle class="s" cx="4.3" cy="8" r="3.1"/><circle class="s" cx="11.7" cy="8" r="3.1"/>',
    Kind.MESSAGE: (
        '<path class="s" stroke-linejoin="round" d="M1.8 3.6h12.4v8.8H1.8z"/><path class="v" d="M2.4 4.6 8 9l5.6-4.4"/>'
    ),
    Kind.CALL: '<path class="s" stroke-linejoin="round" d="M8 2.8a5.2 5.2 0 0 0 0 10.4h5.2V2.8z"/>',
    Kind.CONTACT: '<path class="s" stroke-linejoin="round" d="M8 3.2 12.8 8 8 12.8 3.2 8z"/>',
}
"""A channel's mark: its shape; the status is its fill (the class of the drawing)."""
STROKE = '<path class="x" d="M2 14.5 14 1.5"/>'


def mark(kind: Kind, status: Status, *, new: bool = False) -> Markup:
    """The mark of a contact; its word always stands beside it."""
    return _drawn(kind, status, new, "")


def mark_at(x: float, y: float, kind: Kind, status: Status, *, size: float = 13, new: bool = False) -> Markup:
    """The mark of a contact within a chart, about a place."""
    corner = f' x="{x - size / 2:.1f}" y="{y - size / 2:.1f}" width="{size:g}" height="{size:g}"'
    return _drawn(kind, status, new, corner)


def _drawn(kind: Kind, status: Status, new: bool, corner: str) -> Markup:
    # All of it is our own: nothing of a page goes in.
    look = f"g {status.value}{' new' if new else ''}"
    return Markup(f'<svg class="{look}" viewBox="0 0 16 16" aria-hidden="true"{corner}>{SHAPES[kind]}{STROKE}</svg>')
