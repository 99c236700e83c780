"""Bytes of every make become text, or are refused with a reason."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from telcon.model.pages import Page
from telcon.pages import open_pages
from telcon.pages.decoding import UndecodableError, decode

VIETNAMESE = "Tối qua, Tổng thống Nga và Chủ tịch Trung Quốc đã điện đàm hơn một giờ về tình hình khu vực. "
RUSSIAN = "Президент России провёл телефонный разговор с председателем КНР. "
CHINESE = "两国领导人昨晚通电话，就双边关系和共同关心的问题交换了意见。"
FRENCH = "Les deux présidents se sont parlé à midi, après l’été, des échanges bilatéraux. "


def in_windows_1258(text: str) -> bytes:
    """Vietnamese as that code page writes it: letters with circumflex or horn whole, tone marks after them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in text:
        base, *marks = unicodedata.normalize("NFD", letter)
        whole = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tones))
        out += whole + "".join(mark for mark in marks if mark in tones)
    return out.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (VIETNAMESE.encode(), "utf-8", VIETNAMESE),
        (VIETNAMESE.encode("utf-8-sig"), "utf-8", "\ufeff" + VIETNAMESE),
        (VIETNAMESE.encode("utf-16"), "utf-16", VIETNAMESE),
        (b"\xfe\xff" + VIETNAMESE.encode("utf-16-be"), "utf-16", VIETNAMESE),
        (VIETNAMESE.encode("utf-32"), "utf-32", VIETNAMESE),
        (FRENCH.encode("cp1252"), "cp1252", FRENCH),
        (CHINESE.encode("gb18030"), "gb18030", CHINESE),
        (
            "兩國領導人昨晚通電話，就雙邊關係交換了意見。".encode("big5"),
            "big5",
            "兩國領導人昨晚通電話，就雙邊關係交換了意見。",
        ),
        (RUSSIAN.encode("koi8_r"), "koi8_r", RUSSIAN),
        (RUSSIAN.encode("cp1251"), "cp1251", RUSSIAN),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 10 else "",
)
def test_encodings(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.text) == (encoding, text)
    assert bool(decoded.note) == (not encoding.startswith("utf"))


def test_windows_1258() -> None:
    decoded = decode(in_windows_1258(VIETNAMESE * 3))
    assert decoded.encoding == "cp1258"
    assert unicodedata.normalize("NFC", decoded.text) == VIETNAMESE * 3


def test_a_few_bad_bytes_are_replaced_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((VIETNAMESE * 5).encode() + b"\xe1\xbb")
    told: list[tuple[str, str]] = []
    (page,) = open_pages(path, tell=lambda place, words: told.append((place, words)))
    assert isinstance(page, Page) and page.text.startswith(VIETNAMESE) and page.text.endswith("\ufffd")
    assert told == [(str(path), "2 bad bytes of UTF-8 read as \ufffd")]


def test_an_english_page_with_one_old_apostrophe() -> None:
    assert (
        decode(b"The Kremlin" + b"\x92" + b"s spokesman said the two leaders spoke by phone. " * 4).text[11] == "\u2019"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 stream", "binary: a PDF file"),
        (b"PK\x03\x04" + bytes(40), "binary: a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "binary: a PNG picture"),
        (bytes(range(256)) * 20, "binary: it is full of control characters"),
        (b"text" + bytes(100), "binary: it is full of control characters"),
        (b"\xff\xfe" + b"\x00\xd8" * 60, "it begins with the mark of UTF-16 and is not UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(data)
