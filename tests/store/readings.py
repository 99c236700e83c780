"""Readings written by hand, as the rooms before the store would hand them over."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from telcon.languages import load_pack
from telcon.model.contacts import (
    Agreement,
    Claim,
    Evidence,
    Kind,
    Leftover,
    Level,
    Matter,
    Office,
    Participant,
    Report,
    Source,
    Stage,
    Statement,
    Status,
    Term,
    Utterance,
)
from telcon.model.durations import Bound, Duration
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Line, Noted, Role, Text
from telcon.model.views import View

PUTIN = Participant("Vladimir Putin", "RU", Office.HEAD_OF_STATE, "Q7747")
XI = Participant("Xi Jinping", "CN", Office.HEAD_OF_STATE, "Q15031")
MADE_UP = Participant("Đỗ Văn Ẩn", "VN", Office.OTHER)

TITLE = "Hai nhà lãnh đạo điện đàm"
STORY = "Ông Putin và ông Tập Cận Bình điện đàm ngày 21/1 trong 1 giờ 35 phút."
RULE = load_pack("vi")["contacts"].forms[0].source
SAID = "Quan hệ hai nước đang ở mức cao nhất"


def words(text: str, part: str) -> Evidence:
    start = text.index(part)
    return Evidence(Span(start, start + len(part)), part)


def page(name: str = "page", *, extra: str = "", url: str | None = None) -> Page:
    text = f'{TITLE}\n\n{STORY}\n"{SAID}", ông Putin nói.\n{extra}'
    return Page(sha256(text.encode()).hexdigest(), name, text, f"pages/{name}.txt", url)


def report(text: str, **changes: object) -> Report:
    told = Report(
        (PUTIN, XI),
        Level.LEADERS,
        Kind.PHONE,
        Status.HELD,
        True,
        words(text, STORY).span,
        "2025-01-21",
        "2025-01-21",
        Duration(95),
        "RU",
        (Source("Kremlin", "RU"),),
        ("trade_economy",),
        (
            Claim("kind", "phone", (words(text, "điện đàm"),), RULE, ("Kremlin",), ("a cue",)),
            Claim("date", "2025-01-21", (words(text, "ngày 21/1"), words(text, TITLE)), "mentions/dates: day"),
            Claim("duration", "95", (words(text, "1 giờ 35 phút"),), "durations", (), (), "90"),
        ),
        (
            Agreement(
                Matter.PROJECT,
                "pipeline",
                Stage.PLANNED,
                words(text, SAID),
                (Term("2027", True, words(text, "ngày 21/1")),),
                ("Vladimir Putin",),
                ("TASS",),
                RULE,
            ),
        ),
    )
    return replace(told, **changes)  # type: ignore[arg-type]


def reading(found: Page | None = None, *reports: Report, published: str | None = "2025-01-22T10:46") -> Reading:
    found = found or page()
    text = found.text
    numbered, place = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        numbered.append(Line(number, Span(place, place + len(line)), Role.BODY if line else Role.BLANK, "made up"))
        place += len(line) + 1
    read = Text(
        text,
        View(text, text, text.lower()),
        "vi",
        tuple(numbered),
        Noted(TITLE, Span(0, len(TITLE))),
        Noted(published, Span(0, 0)) if published else None,
    )
    statement = Statement(("Vladimir Putin",), ("TASS",), Utterance.DIRECT, words(text, SAID), 0, rule="quotes")
    return Reading(
        found,
        read,
        reports or (report(text),),
        (statement,),
        (Leftover(words(text, "nói"), "nobody else takes part"),),
    )


DURATIONS = (Duration(95), Duration(90, Bound.ABOUT), Duration(60, Bound.OVER))
