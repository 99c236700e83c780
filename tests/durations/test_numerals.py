"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from telcon.languages import load_pack
from telcon.letters.folding import fold
from telcon.mentions.numerals import read_numeral

PACK = load_pack("vi")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("hai mươi lăm", 25),
        ("bốn mươi tư", 44),
        ("ba chục", 30),
        ("bẩy mươi", 70),
        ("một trăm", 100),
        ("một trăm hai mươi", 120),
        ("một trăm linh năm", 105),
        ("hai trăm lẻ tám", 208),
        ("chín trăm chín mươi chín", 999),
        ("90", 90),
        ("1,5", 1.5),
        ("2.25", 2.25),
    ],
)
def test_a_number_is_read(words: str, number: float) -> None:
    assert read_numeral(fold(words), PACK) == number


@pytest.mark.parametrize("words", ["", "linh", "sáu bảy", "vài", "hai vài", "1.2.3"])
def test_other_words_are_no_number(words: str) -> None:
    assert read_numeral(words, PACK) is None


def test_every_number_word_is_read() -> None:
    for form in PACK["numerals"].forms:
        for spelling in form.spellings():
            assert (read_numeral(fold(spelling), PACK) is None) == (form.meaning == "link")
