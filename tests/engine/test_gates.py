"""The gate lets through what may tell of a contact, however its bytes are written, and stops the rest."""

from __future__ import annotations

import html
import json
import unicodedata
from pathlib import Path

import pytest

from telcon.engine.gates import REACH, ContactGate, may_tell
from telcon.engine.stems import list_cues, list_stems
from telcon.evaluation import read_rows
from telcon.languages import load_pack, pack_codes
from tests.conftest import ROOT

TELLING = {
    "vi": "Tối 21/1, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.",
    "en": "President Putin spoke by phone with his Chinese counterpart on Tuesday.",
    "ru": "Президент России Владимир Путин провёл телефонный разговор с председателем КНР Си Цзиньпином.",
    "zh": "国家主席习近平21日同俄罗斯总统普京通电话。",
    "zh-Hant": "國家主席習近平21日同俄羅斯總統普京通電話。",
}
OTHERS = {
    "vi": "Giá điện thoại trong nước giảm mạnh, người dùng gọi điện cho cửa hàng để hỏi.",
    "en": "The President signed a law on water. Parliament passed the budget.",
    "ru": "Сборная выиграла матч. Тренер позвонил игрокам после игры.",
    "zh": "总统签署了关于水资源的法律。",
}
OLD = [
    ("ru", "cp1251"), ("ru", "koi8_r"), ("zh", "gb18030"), ("zh-Hant", "big5"), ("vi", "cp1258"),
    *((code, "utf-16") for code in TELLING),
]  # fmt: skip


def page(words: str, charset: str = "utf-8") -> str:
    head = f'<html><head><meta charset="{charset}"></head>'
    return f"{head}<body><ul>{'<li>menu</li>' * 50}</ul><p>{words}</p></body></html>"


def take_tones_apart(words: str) -> str:
    """Vietnamese as Windows-1258 has it: the tone behind its letter."""
    apart = []
    for letter in words:
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        apart += [unicodedata.normalize("NFC", marks.translate(dict.fromkeys(map(ord, tones)))), tones]
    return "".join(apart)


@pytest.mark.parametrize("code", TELLING)
def test_telling_pages_pass(code: str) -> None:
    assert may_tell(page(TELLING[code]).encode(), "utf-8") and may_tell(TELLING[code].encode(), "")


@pytest.mark.parametrize("code", OTHERS)
def test_other_pages_are_stopped(code: str) -> None:
    assert not may_tell(page(OTHERS[code]).encode(), "utf-8")


@pytest.mark.parametrize(("code", "charset"), OLD)
def test_other_character_sets(code: str, charset: str) -> None:
    words = take_tones_apart(TELLING[code]) if charset == "cp1258" else TELLING[code]
    data = page(words, charset).encode(charset, "ignore")
    assert may_tell(data, charset) and may_tell(data, "")


@pytest.mark.parametrize("charset", ["cp1251", "gb18030", "utf-16"])
def test_other_pages_in_other_character_sets_are_stopped(charset: str) -> None:
    code = "zh" if charset == "gb18030" else "ru"
    assert not may_tell(page(OTHERS[code], charset).encode(charset), charset)


def test_what_cannot_be_told_passes() -> None:
    undeclared = "<p>Сборная выиграла матч.</p>".encode("cp1251")
    assert may_tell(undeclared, "") and may_tell(undeclared, "no-such-charset")


@pytest.mark.parametrize("code", TELLING)
def test_letters_as_numbers(code: str) -> None:
    numbered = page(TELLING[code]).encode("ascii", "xmlcharrefreplace")
    assert may_tell(numbered, "utf-8")
    hexed = "".join(letter if letter.isascii() else f"&#x{ord(letter):X};" for letter in page(TELLING[code]))
    assert may_tell(hexed.encode(), "")


def test_letters_by_name_and_taken_apart() -> None:
    named = "".join(
        f"&{html.entities.codepoint2name[ord(it)]};" if 0xA0 < ord(it) < 0x100 else it for it in TELLING["vi"]
    )
    assert "&agrave;" in named and may_tell(page(named).encode(), "utf-8")
    assert may_tell(unicodedata.normalize("NFD", page(TELLING["vi"])).encode(), "utf-8")


@pytest.mark.parametrize("code", TELLING)
def test_rows_with_escapes(code: str) -> None:
    assert may_tell(json.dumps({"text": TELLING[code]}).encode(), "json")
    assert may_tell(json.dumps({"text": TELLING[code]}, ensure_ascii=False).encode(), "json")


def test_rows_that_are_stopped() -> None:
    assert not may_tell(json.dumps({"text": OTHERS["ru"]}).encode(), "json")
    assert not may_tell(b'{"text": "\\u0421', "json")


def test_markup_between_words_and_capitals() -> None:
    assert may_tell(b"<b>President</b>&nbsp;Putin <i>spoke\n by</i> <a href='x'>phone</a> with Xi.", "")
    assert may_tell("Tổng Thống Putin Điện đàm với ông Tập".encode(), "")


def test_words_far_from_each_other_do_not_count() -> None:
    far = b"x " * REACH
    assert not may_tell(b"The President signed it. " + far + b"They spoke by phone.", "")


def test_a_word_within_another_does_not_count() -> None:
    assert not may_tell(b"The President recalled the pretalksy.", "")


@pytest.mark.parametrize("code", pack_codes())
def test_stems_are_of_titles_and_few(code: str) -> None:
    pack = load_pack(code)
    titles = {spelling.replace(" ", "") + " " for form in pack["titles"].forms for spelling in form.spellings()}
    stems = pack.settings["gate"]
    assert isinstance(stems, list) and stems
    for stem in stems:
        assert any(stem.lower().replace(" ", "") in title.lower() for title in titles), stem
    assert len({it for other in pack_codes() for it in list_stems(load_pack(other))}) <= 60


@pytest.mark.parametrize("code", pack_codes())
def test_every_word_of_a_contact_passes_beside_a_title(code: str) -> None:
    """The gate keeps the shortest words only; each longer one holds one of them."""
    gate, stem = ContactGate([code]), list_stems(load_pack(code))[0]
    assert not [cue for cue in list_cues(load_pack(code))[::25] if not gate(f"{stem} x {cue}.".encode(), "")]


@pytest.mark.parametrize("gold", sorted((ROOT / "corpus/dev").glob("*.gold.jsonl")), ids=lambda path: path.name)
def test_no_contact_of_the_development_pages_slips(gold: Path) -> None:
    """As text, and with each line in a paragraph of its own."""
    told = [gold.parent / row.place for row in read_rows(gold) if row.contacts]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in told}
    assert texts
    assert not [name for name, text in texts.items() if not may_tell(text.encode(), "")]
    marked = {
        name: "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines()) for name, text in texts.items()
    }
    assert not [name for name, text in marked.items() if not may_tell(page(text).encode(), "")]
