"""Plain sentences are filled, read and held against what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.sentences import FOLDER, list_misses, load_sets, measure_sets, read_expectations, sample

SETS = """
[[sets]]
name = "names"
people = ["FR", "GB"]
before = "The two capitals were quiet."
fills.A = ["Emmanuel Macron", "the president of France"]
fills.B = [{ n = "Keir Starmer", g = "Keir Starmer's" }]

[sets.sentences]
"phone or call, held" = '''
{A} phoned {B[n]} on Friday.
{A} took {B[g]} call on Friday.
'''
"nothing" = '''
{A} sailed.
'''
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of sentences."""
    path = tmp_path / "en.toml"
    path.write_text(SETS, encoding="utf-8")
    return path


def test_blanks_are_filled_with_each_name(path: Path) -> None:
    texts = [item.text for item in load_sets(path)["names"]]
    assert texts[:2] == [
        "Emmanuel Macron phoned Keir Starmer on Friday.",
        "The president of France phoned Keir Starmer on Friday.",
    ]
    assert len(texts) == 6


def test_what_is_read_otherwise_is_missed(path: Path) -> None:
    items = load_sets(path)["names"]
    assert not list_misses(items, "en")
    assert measure_sets(path) == {"names": 1.0}
    path.write_text(SETS.replace('"phone or call, held"', '"meeting, held"'), encoding="utf-8")
    load_sets.cache_clear()
    assert len(list_misses(load_sets(path)["names"], "en")) == 4


def test_a_large_set_is_sampled_evenly(path: Path) -> None:
    items = load_sets(path)["names"]
    assert sample(items, 3) == (items[0], items[2], items[4])
    assert sample(items, 4) == sample(items, 3)
    assert sample(items, None) == sample(items, 6) == items


def test_several_contacts_may_be_expected() -> None:
    held, wanted = read_expectations("phone or call, held; meeting, proposed", ["FR", "GB"])
    assert held.kinds == {"phone", "call"}
    assert held.statuses == {"held"}
    assert wanted.kinds == {"meeting"}
    assert read_expectations("nothing", ["FR", "GB"]) == ()


def test_a_status_alone_leaves_the_kind_open() -> None:
    (any_kind,) = read_expectations("planned", ["FR", "GB"])
    assert "video" in any_kind.kinds


def test_a_word_that_is_no_kind_or_status_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="maybe"):
        read_expectations("maybe", ["FR", "GB"])
    path = tmp_path / "xx.toml"
    path.write_text('[[sets]]\nname = "a"\nsentence = 1\n', encoding="utf-8")
    with pytest.raises(ValueError, match="no such key: sentence"):
        load_sets(path)


def test_no_sentence_stands_twice_in_a_set() -> None:
    for path in FOLDER.glob("*.toml"):
        for name, items in load_sets(path).items():
            texts = [item.text for item in items]
            assert len(texts) == len(set(texts)), f"{path.stem}: {name}"
