"""What a page makes people say of contacts, and how they say it."""

from __future__ import annotations

from telcon.model.contacts import Source, Statement
from telcon.model.values import value

PUBLIC = "spoken in public"
"""The reason that tells a leader's words to everybody from those in a contact."""

SILENT = "neither confirms nor denies"

EARLIER = "said some other time"
"""The reason that tells what an official said before all that the page tells of."""

VIEW = "a position, not an account"
"""The reason that tells what somebody holds, or does by his words, from what he tells of a contact."""


@value(frozen=True, slots=True)
class Account:
    """What a page makes people say of contacts; `witnesses` tell that one took place (did not) without saying more.

    Each witness comes with the index of the contact in `story.drafts`.
    """

    statements: tuple[Statement, ...] = ()
    witnesses: tuple[tuple[int, Source], ...] = ()
