"""The record on disk: pages, claims and contacts, every value held against the words it was read from."""

from __future__ import annotations

from telcon.contacts import Contact, FiledPage, Telling
from telcon.store.arrivals import Arrival
from telcon.store.auditing import AuditLine, AuditQuestion, Deed, Doer, Way, acting, is_day, machine_user
from telcon.store.days import day_range, is_date
from telcon.store.deciding import Wish
from telcon.store.errors import FlawedReadingError, OvertakenError, Refusal, RefusedError, StoreError
from telcon.store.excerpts import Excerpt
from telcon.store.identities import SENT
from telcon.store.outlining import Outlines
from telcon.store.questions import QuestionError
from telcon.store.searching import Found
from telcon.store.selecting import Selection, known_as, state_codes, who_key, years_of
from telcon.store.sessions import Session
from telcon.store.stores import Store, is_missing, open_store
from telcon.store.tokens import Scope, Token
from telcon.store.users import Role, User, name_key
from telcon.store.verifying import Flaw
from telcon.store.watched import SiteRules, Watched
from telcon.store.waymarks import Crawl, Reached
from telcon.store.writing import Outcome

__all__ = [
    "SENT",
    "Arrival",
    "AuditLine",
    "AuditQuestion",
    "Contact",
    "Crawl",
    "Deed",
    "Doer",
    "Excerpt",
    "FiledPage",
    "Flaw",
    "FlawedReadingError",
    "Found",
    "Outcome",
    "Outlines",
    "OvertakenError",
    "QuestionError",
    "Reached",
    "Refusal",
    "RefusedError",
    "Role",
    "Scope",
    "Selection",
    "Session",
    "SiteRules",
    "Store",
    "StoreError",
    "Telling",
    "Token",
    "User",
    "Watched",
    "Way",
    "Wish",
    "acting",
    "day_range",
    "is_date",
    "is_day",
    "is_missing",
    "known_as",
    "machine_user",
    "name_key",
    "open_store",
    "state_codes",
    "who_key",
    "years_of",
]
