"""Words of pages that stand for a contact where there is room for few: one voice a side, the words as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from telcon.contacts import Account, Contact, FiledPage, Matrix
from telcon.model.contacts import Claim, Evidence, Statement, Utterance
from telcon.model.spans import Span
from telcon.model.values import value

SHORT, LONG = 40, 220
"""Letters of words that say something and can be taken in at a glance."""
SHORT_HAN = 14
PLAN = "future_contact"
_HAN = re.compile("[\u4e00-\u9fff]")
_STOP = re.compile(r"[.!?…。！？]+[\"”»’)]*\s|[。！？]|\n")


@value(frozen=True, slots=True)
class Voice:
    """Words of a page, with who says them and who reports that; `side` is the government whose account they are of."""

    side: str | None
    page: FiledPage
    evidence: Evidence
    speaker: tuple[str, ...]
    said_by: tuple[str, ...] = ()


def side_voices(contact: Contact, matrix: Matrix) -> list[Voice]:
    """For each side that took part and tells of a contact, the words that fit best; in the order of the sides."""
    sides = dict.fromkeys(who.country for who in contact.participants)
    voices = (_best(matrix, Account(side)) for side in sides)
    return [voice for voice in voices if voice]


def plan_voice(contact: Contact) -> Voice | None:
    """What is said of a contact to come: a statement on it, else the sentence that tells its status."""
    said = [
        Voice(None, telling.page, it.evidence, it.speaker, it.said_by)
        for telling in contact.tellings
        for it in telling.statements
        if PLAN in it.topics
    ]
    fitting = [voice for voice in said if len(voice.evidence.words) <= LONG]
    return next(iter(fitting), None) or next(_sentences(contact), None)


def only_one_side(contact: Contact, matrix: Matrix) -> dict[str, list[str]]:
    """The topics of which one side that took part tells and the others, though they tell of the contact, do not."""
    own = [account.side for account in matrix.accounts if account.side in contact.states]
    found: dict[str, list[str]] = {}
    for topic in matrix.topics:
        sides = [side for side in matrix.sides(topic) if side in contact.states]
        if topic and len(own) > 1 and len(sides) == 1:
            found.setdefault(sides[0], []).append(topic)
    return found


def _best(matrix: Matrix, account: Account) -> Voice | None:
    told = [pair for topic in matrix.topics for pair in matrix.cell(topic, account).statements]
    best = min(told, key=lambda pair: _unfitness(pair[1]), default=None)
    if best is None:
        return None
    telling, it = best
    return Voice(account.side, telling.page, it.evidence, it.speaker, it.said_by)


def _unfitness(it: Statement) -> tuple[bool, bool, bool, int]:
    words = it.evidence.words
    least = SHORT_HAN if _HAN.search(words) else SHORT
    return len(words) > LONG, len(words) < least, it.kind is not Utterance.DIRECT, it.evidence.span.start


def _sentences(contact: Contact) -> Iterator[Voice]:
    for telling in contact.tellings:
        for claim in _in_order(telling.report.claims):
            if claim.evidence:
                yield claim_voice(telling.page, claim)


def claim_voice(page: FiledPage, claim: Claim) -> Voice:
    """The sentence that tells a value, or the words alone where it is long; the claim has evidence."""
    sentence = find_sentence(page.text, claim.evidence[0].span)
    return Voice(None, page, sentence if len(sentence.words) <= LONG else claim.evidence[0], claim.cited)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    wanted = ("status", "date", "kind")
    return sorted((it for it in claims if it.field in wanted), key=lambda it: wanted.index(it.field))


def find_sentence(text: str, span: Span) -> Evidence:
    """The sentence that holds a place of a text, as it stands there."""
    starts = [found.end() for found in _STOP.finditer(text, 0, span.start)]
    start = starts[-1] if starts else 0
    stop = _STOP.search(text, span.stop)
    end = stop.end() if stop else len(text)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Evidence(Span(start, start + len(words.strip())), words.strip())
