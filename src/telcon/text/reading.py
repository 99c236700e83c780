"""The text of a page: its view, its lines and what each line is."""

from __future__ import annotations

import re

from telcon.languages import Pack
from telcon.letters.viewing import build_view
from telcon.model.pages import Page
from telcon.model.spans import Span
from telcon.model.texts import Line, Noted, Role, Text

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def read_text(page: Page, pack: Pack) -> Text:
    """Read a page's lines and what each is."""
    lines: list[Line] = []
    title: Noted | None = None
    for number, match in enumerate(LINE.finditer(page.text), start=1):
        text = match[0].rstrip("\r\n")
        span = Span(match.start(), match.start() + len(text))
        role = Role.BODY if text.strip() else Role.BLANK
        if role is Role.BODY and title is None:
            role, title = Role.HEADLINE, Noted(text.strip(), span, "first line")
        lines.append(Line(number, span, role, "first version"))
    return Text(page.text, build_view(page.text), pack.code, tuple(lines), title)
