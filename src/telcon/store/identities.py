"""What makes two pages the same page and two reports the same contact.

Nothing here depends on the order in which pages come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from telcon.letters.folding import fold
from telcon.model.contacts import Participant, Report
from telcon.model.pages import Page
from telcon.store.days import is_day

_LENGTH = 12
_ROW = re.compile(r":\d+$")
_UNNAMED = re.compile(r"stdin(:\d+)?$")


def page_key(page: Page) -> str:
    """What the page is known by: its address, or its name and the file it stands in, whichever row of it.

    Standard input is no place where a page could be found again: what has no name of its own there is known by its
    content.
    """
    if page.url:
        return page.url
    place = _ROW.sub("", page.source)
    if place != "-":
        return f"{page.name}\n{Path(place).resolve()}"
    return f"{page.name}\n{page.digest if _UNNAMED.match(page.name) else place}"


def contact_ids(digest: str, reports: Sequence[Report]) -> list[str]:
    """The id of the contact that each report of a page tells of, in their order.

    Reports of several pages tell of one contact where participants, day, channel and status agree; where the day is not
    known, the contact is the page's own. A page that tells of two such contacts apart keeps them apart.
    """
    told: Counter[str] = Counter()
    ids = []
    for index, report in enumerate(reports):
        key = _same(report) if is_day(report.date) else f"{digest}\n{index}"
        told[key] += 1
        ids.append(_hash(key if told[key] == 1 else f"{key}\n{told[key]}"))
    return ids


def person_key(participant: Participant) -> str:
    """What a participant is known by: the roster's id, or name and country."""
    return participant.person or f"{fold(participant.name)}|{participant.country}"


def _same(report: Report) -> str:
    people = sorted(person_key(participant) for participant in report.participants)
    return "\n".join([*people, report.date or "", report.kind, report.status])


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:_LENGTH]
