"""Made-up pages, one file each: role, bar, line; `article` is any role of the article, `other` any that is none.

Vietnamese, where no `language` is noted.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from telcon.languages import load_pack
from telcon.model.pages import Page
from telcon.model.texts import ARTICLE
from telcon.text import read_text

SIDES = {"article": True, "other": False}
FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Expected:
    raw: str
    roles: tuple[str, ...]
    notes: dict[str, str]


def load(path: Path) -> Expected:
    notes: dict[str, str] = {}
    roles: list[str] = []
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            notes[key] = value
        else:
            role, _, text = line.partition("|")
            roles.append(role.strip() or "blank")
            lines.append(text.removeprefix(" "))
    return Expected("\n".join(lines), tuple(roles), notes)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_lines_have_their_roles(path: Path) -> None:
    expected = load(path)
    text = read_text(Page("", path.stem, expected.raw, path.name), load_pack(expected.notes.get("language", "vi")))
    found = [
        wanted if (line.role in ARTICLE) is SIDES.get(wanted) else line.role.value
        for line, wanted in zip(text.lines, expected.roles, strict=True)
    ]
    shown = [
        f"{role:10} | {expected.raw[line.span.start : line.span.stop][:60]}"
        for role, line in zip(found, text.lines, strict=True)
    ]
    wanted = [
        f"{role:10} | {expected.raw[line.span.start : line.span.stop][:60]}"
        for role, line in zip(expected.roles, text.lines, strict=True)
    ]
    assert shown == wanted


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_what_pages_show_about_themselves(path: Path) -> None:
    expected = load(path)
    text = read_text(Page("", path.stem, expected.raw, path.name), load_pack(expected.notes.get("language", "vi")))
    assert (text.title.value if text.title else "none") == expected.notes["title"]
    assert (text.published.value if text.published else "none") == expected.notes["published"]
    assert ", ".join(credit.value for credit in text.credits) == expected.notes.get("credits", "")
    for noted in (text.title, text.published, text.byline, *text.credits):
        assert noted is None or (noted.rule and 0 <= noted.span.start < noted.span.stop <= len(expected.raw))
