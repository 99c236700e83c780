"""The pieces of words by which the gate knows pages, taken from a language's settings and sheets."""

from __future__ import annotations

from telcon.languages import Pack
from telcon.languages.lexicons import Lexicon
from telcon.letters.folding import fold
from telcon.letters.han import HAN, complicate, join_han
from telcon.model.contacts import Kind

KINDS = frozenset(kind.value for kind in Kind)

HEAD, HEAD_HAN = 3, 4
"""Words of a wording, and Han characters, by which it is known: fewer pieces are found faster."""

WEAK = "beside"
"""The flag of words that count only where two leaders stand right beside them (*signed*): politics is full of them."""


def list_stems(pack: Pack) -> list[str]:
    """The stems of leaders' titles that the pack names (`gate`), as pages write them: each word with a capital too."""
    named = pack.settings.get("gate")
    stems = [str(stem) for stem in named] if isinstance(named, list) else []
    return [writing for stem in stems for writing in dict.fromkeys((*_in_both_scripts(stem), _capitalised(stem)))]


def list_cues(pack: Pack) -> list[str]:
    """The heads of all words that may tell of a contact, without those that hold a shorter one."""
    forms = [form for form in pack["contacts"].forms if form.meaning in KINDS and WEAK not in form.flags]
    spellings = {spelling for form in forms for spelling in form.spellings() if "{" not in spelling}
    heads = {" ".join(spelling.split(" ")[: HEAD_HAN if HAN.search(spelling) else HEAD]) for spelling in spellings}
    shorter = Lexicon((head, head) for head in heads)
    cues = [head for head in heads if len(shorter.place(fold(head))) == 1]
    return sorted({writing for cue in cues for writing in _in_both_scripts(join_han(cue).lower())})


def _capitalised(stem: str) -> str:
    head, *rest = stem.split(" ")
    return " ".join((head, *(word.capitalize() for word in rest)))


def _in_both_scripts(text: str) -> list[str]:
    """A wording in simplified and in traditional characters, where it has any."""
    return [text, complicate(text)] if HAN.search(text) else [text]
