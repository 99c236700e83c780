"""The words of a stored page that something was read from, each with a code: text and values lead to each other by it.

A letter says what was read: P who took part, D the date, T the length, C the channel, S who is cited, Q a statement,
N what came to nothing. H (status), A (who asked), K (a topic) and G (an agreement) show only when they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from telcon.contacts import HeldPage
from telcon.messages import say
from telcon.model.spans import Span
from telcon.model.values import value

LETTERS = {
    "participant": "P",
    "date": "D",
    "duration": "T",
    "kind": "C",
    "reported_by": "S",
    "status": "H",
    "initiator": "A",
    "topic": "K",
}
STATEMENT, NOTHING, AGREEMENT = "Q", "N", "G"
LOOKS = {"P": "m", "D": "m d", "T": "m t", "C": "m c", "S": "m s", STATEMENT: "q", NOTHING: "no-m"}
QUIET = "quiet"
"""The look of words that are marked only when somebody comes to them from their value."""
_OUTSIDE_IN = (STATEMENT, AGREEMENT, "K", "H", "A", NOTHING, "P", "D", "T", "C", "S")


@value(frozen=True, slots=True)
class Mark:
    """Some words with their code (`D1`)."""

    letter: str
    number: int
    span: Span

    @property
    def code(self) -> str:
        """What is written beside the words and beside the value."""
        return f"{self.letter}{self.number}"

    @property
    def place(self) -> str:
        """Where the words stand on the page (`c120-135`): other pages lead there without knowing the code."""
        return f"c{self.span.start}-{self.span.stop}"

    @property
    def look(self) -> str:
        """How the words are shown."""
        return LOOKS.get(self.letter, QUIET)


Marks = Mapping[tuple[str, Span], Mark]


def find_marks(held: HeldPage) -> Marks:
    """All marks of a page by letter and place: words from which two values of one sort were read have one mark."""
    told: Counter[str] = Counter()
    marks: dict[tuple[str, Span], Mark] = {}
    for letter, span in sorted(set(_places(held)), key=lambda place: (place[1].start, -place[1].stop, place[0])):
        told[letter] += 1
        marks[letter, span] = Mark(letter, told[letter], span)
    return marks


def outside_in(marks: Marks) -> list[Mark]:
    """Marks in the order in which they open, of those on the same words the outer one first."""
    return sorted(marks.values(), key=lambda mark: (mark.span.start, -mark.span.stop, _OUTSIDE_IN.index(mark.letter)))


class FirstTime:
    """Tells whether something is met for the first time: what two contacts share has one place to come to."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def __call__(self, code: str) -> bool:
        """Whether it is; from then on it is not."""
        fresh = code not in self._met
        self._met.add(code)
        return fresh


def name_letters() -> dict[str, str]:
    """What each letter says was read, in the language spoken."""
    return {
        "P": say("leader"),
        "D": say("date"),
        "T": say("length"),
        "C": say("channel"),
        "S": say("who is cited"),
        "H": say("status"),
        "A": say("asked for by"),
        "K": say("topic"),
        STATEMENT: say("statement"),
        AGREEMENT: say("agreed"),
        NOTHING: say("came to nothing"),
    }


def _places(held: HeldPage) -> Iterator[tuple[str, Span]]:
    for claim in chain.from_iterable(report.claims for report in held.reports):
        if claim.evidence and claim.field in LETTERS:
            yield LETTERS[claim.field], claim.evidence[0].span
    for agreement in chain.from_iterable(report.agreements for report in held.reports):
        yield AGREEMENT, agreement.evidence.span
    for statement in held.statements:
        yield STATEMENT, statement.evidence.span
    for leftover in held.leftovers:
        yield NOTHING, leftover.evidence.span
