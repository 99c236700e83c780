"""Files from before UTF-8, whole or damaged, declared or not, are read as far as the contacts that they tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

import telcon
from telcon.model.pages import Page, Unreadable
from telcon.pages import open_pages

SIMPLIFIED = """习近平同法国总统马克龙通电话
2024-03-05 10:20
国家主席习近平5日上午应约同法国总统马克龙通电话。两国元首就乌克兰危机和中东局势交换了意见。
习近平指出，中方愿同法方一道维护世界和平。马克龙表示，法方愿同中方加强沟通。
"""
TRADITIONAL = """習近平同法國總統馬克宏通電話
2024-03-05 10:20
中國國家主席習近平5日上午應約同法國總統馬克宏通電話。兩國元首就烏克蘭危機和中東局勢交換了意見。
習近平指出，中方願同法方一道維護世界和平。馬克宏表示，法方願同中方加強溝通。
"""
RUSSIAN = """Си Цзиньпин провёл телефонный разговор с Макроном
5 марта 2024, 10:20
Председатель КНР Си Цзиньпин 5 марта провёл телефонный разговор с президентом Франции Эммануэлем Макроном по инициативе
французской стороны. Стороны обсудили положение на Украине.
"""
ASIDE = "Home | News | Sport | Contact us\n"
STRAY = {"gb18030": b"\xff", "gb2312": b"\xff", "big5": b"\xff", "big5hkscs": b"\xff", "cp1251": b"\x98"}
FILES = [
    (SIMPLIFIED, "gb18030", "gb18030"),
    (SIMPLIFIED, "gb2312", "gb18030"),
    (TRADITIONAL, "gb18030", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    (TRADITIONAL, "big5hkscs", "big5"),
    (RUSSIAN, "cp1251", "cp1251"),
    (RUSSIAN, "koi8_r", "koi8_r"),
]

written = pytest.mark.parametrize(("text", "encoding", "read_as"), FILES)


def open_one(tmp_path: Path, data: bytes) -> tuple[Page | Unreadable, str]:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    told: list[str] = []
    (page,) = open_pages(path, tell=lambda place, words: told.append(words))
    return page, " ".join(told)


def check(page: Page | Unreadable) -> None:
    assert isinstance(page, Page)
    (contact,) = telcon.read(page.text).contacts
    assert [person.name for person in contact.participants] == ["Xi Jinping", "Emmanuel Macron"]
    assert (contact.kind, contact.date, contact.initiator) == (telcon.Kind.PHONE, "2024-03-05", "FR")


@written
def test_undeclared(tmp_path: Path, text: str, encoding: str, read_as: str) -> None:
    page, told = open_one(tmp_path, text.encode(encoding))
    assert told == f"not UTF-8; read as {read_as}"
    check(page)


@written
@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1", "no-such-thing"])
def test_declared_rightly_or_not(tmp_path: Path, text: str, encoding: str, read_as: str, declared: str) -> None:
    line = f"Content-Type: text/html; charset={declared or encoding}\n"
    page, told = open_one(tmp_path, (line + text).encode(encoding))
    assert told in {f"not UTF-8; read as {name}" for name in (read_as, encoding)}
    check(page)


@written
def test_a_few_characters_among_much_english(tmp_path: Path, text: str, encoding: str, read_as: str) -> None:
    page, told = open_one(tmp_path, (ASIDE * 30 + text).encode(encoding))
    assert told == f"not UTF-8; read as {read_as}"
    assert isinstance(page, Page) and page.text.endswith(text)


@pytest.mark.parametrize(("text", "encoding", "read_as"), [row for row in FILES if row[0] != RUSSIAN])
def test_cut_off_within_a_character(tmp_path: Path, text: str, encoding: str, read_as: str) -> None:
    page, told = open_one(tmp_path, text.rstrip("\n。").encode(encoding)[:-1])
    assert told.startswith(f"not UTF-8; read as {read_as}")
    check(page)


@pytest.mark.parametrize(("text", "encoding", "read_as"), [row for row in FILES if row[1] in STRAY])
def test_a_stray_byte(tmp_path: Path, text: str, encoding: str, read_as: str) -> None:
    page, told = open_one(tmp_path, text.encode(encoding) + STRAY[encoding] + (ASIDE * 5).encode())
    assert told == f"not UTF-8; read as {read_as}, 1 bad bytes as \ufffd"
    check(page)


@pytest.mark.parametrize("encoding", ["iso8859_5", "cp866"])
def test_rarer_encodings_are_read_where_declared(tmp_path: Path, encoding: str) -> None:
    line = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">\n'
    page, told = open_one(tmp_path, (line + RUSSIAN).encode(encoding))
    assert told == f"not UTF-8; read as {encoding}"
    check(page)


@pytest.mark.parametrize("encoding", ["cp866", "iso8859_5"])
def test_and_refused_where_not(tmp_path: Path, encoding: str) -> None:
    page, _ = open_one(tmp_path, RUSSIAN.encode(encoding))
    assert isinstance(page, Unreadable) and "its encoding cannot be told" in page.reason
