"""One contact from many pages: which reports tell of the same, and what they jointly say."""

from telcon.contacts.gathering import Gathered, gather
from telcon.contacts.judging import Bonds, Judgement, Verdict
from telcon.contacts.members import Family, Member, make_member, person_key
from telcon.contacts.merging import Contact, in_order
from telcon.contacts.tellings import FiledPage, Telling, tellings_in_order

__all__ = [
    "Bonds",
    "Contact",
    "Family",
    "FiledPage",
    "Gathered",
    "Judgement",
    "Member",
    "Telling",
    "Verdict",
    "gather",
    "in_order",
    "make_member",
    "person_key",
    "tellings_in_order",
]
