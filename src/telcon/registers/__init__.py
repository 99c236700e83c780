"""Public registers of people in office (Wikidata), and where they differ from the roster."""

from telcon.registers.answers import Answer, Holding, read_answer
from telcon.registers.applying import to_additions
from telcon.registers.asking import WIKIDATA, Manners, ask
from telcon.registers.differences import Change, ChangeKind, compare
from telcon.registers.failures import RegisterError
from telcon.registers.queries import ASKED, build_query

__all__ = [
    "ASKED",
    "WIKIDATA",
    "Answer",
    "Change",
    "ChangeKind",
    "Holding",
    "Manners",
    "RegisterError",
    "ask",
    "build_query",
    "compare",
    "read_answer",
    "to_additions",
]
