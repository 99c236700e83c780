"""One contact from many pages: which reports tell of the same, and what they jointly say."""

from telcon.contacts.gathering import Gathered, gather
from telcon.contacts.judging import Bonds, Judgement, Verdict
from telcon.contacts.members import Family, Member, make_member, person_key

__all__ = ["Bonds", "Family", "Gathered", "Judgement", "Member", "Verdict", "gather", "make_member", "person_key"]
