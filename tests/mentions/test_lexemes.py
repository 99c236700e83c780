"""Fixed wordings: which of several that overlap counts, and in which letters."""

from __future__ import annotations

from itertools import pairwise

from telcon.languages import load_pack
from telcon.letters.folding import fold
from telcon.mentions.lexemes import Lexeme, find_lexemes
from telcon.roster.entries import PersonForm, StateForm


def _find(sentence: str) -> list[Lexeme]:
    return find_lexemes(sentence, fold(sentence), load_pack("vi"))


def _words(sentence: str) -> list[str]:
    return [sentence[lexeme.start : lexeme.stop] for lexeme in _find(sentence)]


def _states(sentence: str) -> set[str]:
    return {entry.code for lexeme in _find(sentence) for entry in lexeme.entries if isinstance(entry, StateForm)}


def test_of_overlapping_wordings_the_longest_that_begins_first_counts() -> None:
    assert "cuộc điện đàm" in _words("Họ kết thúc cuộc điện đàm.")
    assert "điện đàm" not in _words("Họ kết thúc cuộc điện đàm.")


def test_lexemes_stand_in_order_and_never_overlap() -> None:
    found = _find("Tổng thống Nga Vladimir Putin sẽ điện đàm với Chủ tịch Trung Quốc Tập Cận Bình ở Bắc Kinh.")
    assert all(one.stop <= other.start for one, other in pairwise(found))


def test_a_word_that_looks_like_a_cue_guards_against_it() -> None:
    assert all(lexeme.form("contacts", "nothing") for lexeme in _find("Thủ tướng trực tiếp chỉ đạo.")[1:2])
    assert "tiếp" not in _words("Thủ tướng trực tiếp chỉ đạo.")


def test_names_of_states_need_a_capital() -> None:
    assert _states("Nước Nga rộng lớn.") == {"RU"}
    assert _states("Chè nga rất thơm, nếp mỹ rất dẻo.") == set()


def test_shouted_names_count_in_capitals_only() -> None:
    assert "UN" in _states("UN kêu gọi ngừng bắn.")
    assert "UN" not in _states("Ông Kim Jong Un ngồi giữa.")
    assert "EU" in _states("EU họp khẩn.")
    assert _states("Con mèo kêu eu éu.") == set()


def test_a_headline_in_capitals_is_read() -> None:
    found = _find("TỔNG THỐNG NGA VLADIMIR PUTIN ĐIỆN ĐÀM")
    assert any(isinstance(entry, PersonForm) for lexeme in found for entry in lexeme.entries)
    assert any(lexeme.form("contacts", "phone") for lexeme in found)


def test_wordings_end_at_the_ends_of_words() -> None:
    assert "gặp" not in _words("Họ gặpnhau.")
    assert _words("xyzgọi điệnxyz") == []


def test_both_places_of_a_tone_mark_are_one_word() -> None:
    assert [_states(name) for name in ("Cộng hòa Séc", "Cộng hoà Séc")] == [{"CZ"}, {"CZ"}]
