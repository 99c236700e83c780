"""The record on disk: pages, claims and contacts, every value held against the words it was read from."""

from __future__ import annotations

from telcon.contacts import Contact, FiledPage, Telling
from telcon.store.days import day_range, is_date
from telcon.store.deciding import Wish
from telcon.store.errors import FlawedReadingError, StoreError
from telcon.store.outlining import Outlines
from telcon.store.selecting import Selection, state_codes
from telcon.store.stores import Store, is_missing, open_store
from telcon.store.verifying import Flaw
from telcon.store.writing import Outcome

__all__ = [
    "Contact",
    "FiledPage",
    "Flaw",
    "FlawedReadingError",
    "Outcome",
    "Outlines",
    "Selection",
    "Store",
    "StoreError",
    "Telling",
    "Wish",
    "day_range",
    "is_date",
    "is_missing",
    "open_store",
    "state_codes",
]
