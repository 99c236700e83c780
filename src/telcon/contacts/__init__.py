"""One contact from many pages: which reports tell of the same, and what they jointly say."""

from telcon.contacts.accounts import Account, Cell, Matrix, build_matrix
from telcon.contacts.choosing import Choice, Option
from telcon.contacts.gathering import Gathered, gather
from telcon.contacts.judging import Bonds, Judgement, Verdict
from telcon.contacts.members import Family, Member, make_member, person_key
from telcon.contacts.merging import Contact, in_order
from telcon.contacts.tellings import FiledPage, Telling, tellings_in_order

__all__ = [
    "Account",
    "Bonds",
    "Cell",
    "Choice",
    "Contact",
    "Family",
    "FiledPage",
    "Gathered",
    "Judgement",
    "Matrix",
    "Member",
    "Option",
    "Telling",
    "Verdict",
    "build_matrix",
    "gather",
    "in_order",
    "make_member",
    "person_key",
    "tellings_in_order",
]
