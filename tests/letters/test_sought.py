"""Words as people type them who look for something."""

from __future__ import annotations

import re
import unicodedata

import pytest

from telcon.letters.sought import bare, fold_in_place, fold_sought, name_words, root, split_words, words_pattern


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đường ống", "duong ong"),
        ("HOÀ bình, hòa bình", "hoa binh hoa binh"),
        ("Путина Владимира", "путин владимир"),
        ("ещё йод", "еще йод"),
        ("習近平2025年", "习 近 平 2025 年"),
        ("Ｇ２０峰会", "g20 峰 会"),
        ("Erdoğan’s U.S.", "erdogan s u s"),
        ("Łódź İstanbul", "lodz istanbul"),
        ("_-_ …", ""),
    ],
)
def test_words_lose_case_marks_and_endings(text: str, words: str) -> None:
    assert name_words(text) == words
    assert name_words(unicodedata.normalize("NFD", text)) == words


def test_marks_stay_until_they_are_taken_off() -> None:
    folded = fold_sought("Tô Lâm й")
    assert (folded, bare(folded)) == ("tô lâm й", "to lam й")
    assert len(bare(folded)) == len(folded)
    assert split_words(folded) == ["tô", "lâm", "й"]


@pytest.mark.parametrize(
    ("word", "rest"), [("встречу", "встреч"), ("путина", "путин"), ("иран", "иран"), ("чаю", "чаю")]
)
def test_a_cyrillic_word_keeps_some_letters(word: str, rest: str) -> None:
    assert root(word) == rest
    assert root("pipelineа") == "pipelineа", "of two scripts, it is no word of either"


@pytest.mark.parametrize("text", ["Tô Lâm gọi", unicodedata.normalize("NFD", "Tô Lâm gọi")])
def test_words_are_found_where_they_stand(text: str) -> None:
    folded, places = fold_in_place(text)
    found = re.search(words_pattern(["lam"]), bare(folded))
    assert found
    assert unicodedata.normalize("NFC", text[places[found.start()] : places[found.end()]]) == "Lâm"


@pytest.mark.parametrize(
    ("words", "begun", "text", "found"),
    [
        (["to", "lam"], False, "mr to-lam.", True),
        (["to", "lam"], False, "to lamb", False),
        (["to", "lam"], True, "to lamb", True),
        (["lam"], False, "islam", False),
        (["应", "约"], False, "他应约通话", True),
        (["约"], False, "2025年约", True),
        (["g20"], False, "在g20峰会", True),
        (["20"], False, "g20", False),
    ],
)
def test_words_follow_each_other(words: list[str], begun: bool, text: str, found: bool) -> None:
    assert bool(re.search(words_pattern(words, begun=begun), text)) is found
