"""One contact from many pages: which reports tell of the same, and what they jointly say."""

from telcon.contacts.accounts import Account, Cell, Matrix, build_matrix
from telcon.contacts.articles import Article, make_article
from telcon.contacts.choosing import Choice, Option, values_agree
from telcon.contacts.copies import Copy, Extent, Taken, find_copy
from telcon.contacts.decisions import FIELDS, Decision, Decisions, Ruling, last_on, parse_value, things_of
from telcon.contacts.doubts import Doubt, Question, find_doubts, things_asked
from telcon.contacts.gathering import Gathered, gather
from telcon.contacts.judging import Bonds, Judgement, Verdict
from telcon.contacts.ledgers import Entry, Remark, make_ledger
from telcon.contacts.lineages import Branch, walk
from telcon.contacts.members import Family, Member, make_members, person_key
from telcon.contacts.merging import Accord, Contact, in_order, place_in_order
from telcon.contacts.outlines import PageOutline, Passed, Quote, Relative
from telcon.contacts.series import Gap, Series, make_series
from telcon.contacts.sketches import is_worth_it, sketch
from telcon.contacts.tellings import FiledPage, HeldPage, Telling, tellings_in_order

__all__ = [
    "FIELDS",
    "Accord",
    "Account",
    "Article",
    "Bonds",
    "Branch",
    "Cell",
    "Choice",
    "Contact",
    "Copy",
    "Decision",
    "Decisions",
    "Doubt",
    "Entry",
    "Extent",
    "Family",
    "FiledPage",
    "Gap",
    "Gathered",
    "HeldPage",
    "Judgement",
    "Matrix",
    "Member",
    "Option",
    "PageOutline",
    "Passed",
    "Question",
    "Quote",
    "Relative",
    "Remark",
    "Ruling",
    "Series",
    "Taken",
    "Telling",
    "Verdict",
    "build_matrix",
    "find_copy",
    "find_doubts",
    "gather",
    "in_order",
    "is_worth_it",
    "last_on",
    "make_article",
    "make_ledger",
    "make_members",
    "make_series",
    "parse_value",
    "person_key",
    "place_in_order",
    "sketch",
    "tellings_in_order",
    "things_asked",
    "things_of",
    "values_agree",
    "walk",
]
