"""Pages that copy others, and pages that only tell of the same."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from telcon.contacts import Article, Copy, Extent, FiledPage, find_copy, is_worth_it, make_article, sketch
from telcon.languages import identify, load_pack
from telcon.model.pages import Page
from telcon.pages import open_pages
from telcon.text import read_text
from tests.conftest import ROOT
from tests.contacts.made_up_pages import (
    CALL,
    CHINESE,
    CHINESE_OTHER,
    FIGURES,
    FIGURES_TRANSLATED,
    NOTICE,
    OTHER,
    SAID,
    article,
)

DEV = ROOT / "corpus" / "dev"
EARLY, LATE = "2025-01-21T08:00", "2025-01-22T18:00"


def may_be_copies(one: Mapping[int, int], other: Mapping[int, int], *, same_outlet: bool) -> bool:
    """What the record asks of its tables before it aligns two pages, asked of two sketches."""
    shared = one.keys() & other.keys()
    weights = ({sketched[band] for band in shared} for sketched in (one, other))
    return is_worth_it(min(map(sum, weights)), len(shared), min(len(one), len(other)), same_outlet=same_outlet)


def copied(one: Article, other: Article) -> tuple[str, str, Extent] | None:
    """Copy, origin and extent, also asked for by way of sketches; None where there is no copy."""
    found = find_copy(one, other)
    if found:
        assert may_be_copies(sketch(one), sketch(other), same_outlet=False)
    return (found.copy, found.origin, found.extent) if found else None


def test_an_edited_cut_and_retitled_article_is_a_copy() -> None:
    edited = [
        CALL[0].replace("an hour", "about one hour").replace("their first conversation", "the first"),
        CALL[1].replace("which have stood still", "idle"),
        CALL[3].replace("before the month is out", "soon"),
    ]
    one = article(*CALL, name="one", published=EARLY)
    other = article(*edited, name="other", title="Harbour works: leaders confer", published=LATE)
    assert copied(one, other) == copied(other, one) == ("other", "one", Extent.WHOLE)


def test_wrapped_lines_and_lost_spaces_make_no_difference() -> None:
    whole = " ".join(CALL)
    wrapped = re.sub("(.{62}[a-z])(?=[a-z])", r"\1-\n", whole).split("\n")
    glued = [paragraph.replace(" the ", "the").replace(" of ", "of") for paragraph in CALL]
    one = article(*CALL, name="one", published=EARLY)
    for name, lines in (("wrapped", wrapped), ("glued", glued)):
        assert copied(one, article(*lines, name=name, published=LATE)) == (name, "one", Extent.WHOLE)


def test_a_translation_names_whom_it_was_taken_from_and_keeps_the_numbers() -> None:
    one = article(*FIGURES, name="one", outlet="Shore Times", published=EARLY)
    shown = {"name": "other", "published": LATE, "language": "vi", "outlet": "Tin Biển"}
    credited = article(*FIGURES_TRANSLATED, credited="Shore Times", **shown)
    named = article(*FIGURES_TRANSLATED, "Shore Times đưa tin như trên.", **shown)
    for other in (credited, named):
        assert copied(one, other) == copied(other, one) == ("other", "one", Extent.TRANSLATION)
    assert copied(one, article(*FIGURES_TRANSLATED, **shown)) is None
    others = [
        paragraph.replace("48", "50").replace("350", "320").replace("27", "31") for paragraph in FIGURES_TRANSLATED
    ]
    assert copied(one, article(*others, credited="Shore Times", **shown)) is None
    assert copied(one, article(*FIGURES_TRANSLATED[:1], credited="Shore Times", **shown)) is None


def test_paragraphs_in_another_order_are_a_copy() -> None:
    one = article(*CALL, name="one", published=EARLY)
    assert copied(one, article(*CALL[::-1], name="other", published=LATE)) == ("other", "one", Extent.WHOLE)


def test_one_paragraph_and_several_within_an_article_of_its_own() -> None:
    one = article(*CALL, name="one", published=EARLY)
    own = [*OTHER, "Elsewhere the day was quiet.", "Nothing else is planned."]
    assert copied(one, article(*own, CALL[2], name="other", published=LATE)) == ("other", "one", Extent.PARAGRAPH)
    longer = [*own, CALL[1], "Nobody could be reached for more.", CALL[3]]
    assert copied(one, article(*longer, name="other", published=LATE)) == ("other", "one", Extent.PART)


def test_chinese_without_spaces() -> None:
    one = article(*CHINESE, name="one", title="两国领导人通话", published=EARLY)
    cut = article(CHINESE[0].replace("约一个小时", "六十分钟"), CHINESE[1], name="other", title="港口", published=LATE)
    assert copied(one, cut) == ("other", "one", Extent.WHOLE)
    roundup = article(*CHINESE_OTHER, CHINESE[1], name="other", title="要闻", published=LATE)
    assert copied(one, roundup) == ("other", "one", Extent.PARAGRAPH)
    assert find_copy(one, article(*CHINESE_OTHER, name="other", title="两国领导人通话", published=LATE)) is None


def test_the_same_told_in_other_words_is_no_copy() -> None:
    one, other = article(*CALL, name="one"), article(*OTHER, name="other")
    assert find_copy(one, other) is None
    assert not may_be_copies(sketch(one), sketch(other), same_outlet=False)


def test_a_statement_that_both_quote_is_no_copied_paragraph() -> None:
    one = article(*CALL[:2], f"{SAID}, the president told reporters.", name="one")
    other = article(*OTHER, f"To journalists he put it so: {SAID}.", name="other")
    assert find_copy(one, other) is None
    assert not may_be_copies(sketch(one), sketch(other), same_outlet=False)
    assert find_copy(one, article(*OTHER, f"{SAID}, the president told reporters.", name="other")) is None


def test_a_list_of_names_and_titles_is_no_copied_paragraph() -> None:
    present = (
        "Prime Minister Anna Berg, Foreign Minister Carl Dahl, Defence Minister Eva Falk, Finance Minister Gustaf "
        "Holm, Trade Minister Ida Jansson and Energy Minister Karl Lind were with Mr. Berg."
    )
    assert find_copy(article(*CALL[:2], present, name="one"), article(*OTHER, present, name="other")) is None


def test_furniture_counts_for_nothing() -> None:
    one = article(*CALL, name="one", furniture=NOTICE)
    assert find_copy(one, article(*OTHER, name="other", furniture=NOTICE)) is None


def test_a_notice_that_an_outlet_prints_below_all_articles_makes_no_copies() -> None:
    one = article(*CALL, NOTICE, name="one", outlet="Shore Times")
    other = article(*OTHER, NOTICE, name="other", outlet="SHORE TIMES")
    assert find_copy(one, other) is None
    again = article(*CALL, NOTICE, name="again", outlet="Shore Times", published=LATE)
    assert copied(one, again) == ("again", "one", Extent.WHOLE) or copied(one, again) == ("one", "again", Extent.WHOLE)
    noticed = dict.fromkeys(range(8), 150) | dict.fromkeys(range(100, 188), 90)
    other_noticed = dict.fromkeys(range(8), 150) | dict.fromkeys(range(200, 288), 90)
    assert not may_be_copies(noticed, other_noticed, same_outlet=True)
    assert may_be_copies(noticed, other_noticed, same_outlet=False)


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ({"credited": "Shore Times", "published": EARLY}, {"outlet": "SHORE TIMES", "published": LATE}, "credit"),
        ({"credited": "shoretimes.example"}, {"url": "https://www.shoretimes.example/a"}, "credit"),
        ({"credited": "Bờ Biển"}, {"url": "https://bobien.example/a"}, "credit"),
        ({"published": LATE}, {"published": EARLY}, "time"),
        ({"published": "2025-01-22"}, {"published": "2025-01-21T23:50"}, "time"),
        ({}, {"published": EARLY}, "time"),
        ({"credited": "Somebody"}, {}, "debt"),
    ],
)
def test_the_origin_is_told_by_credits_times_and_text(one: dict[str, str], other: dict[str, str], feature: str) -> None:
    found = find_copy(article(*CALL, name="a", **one), article(*CALL, name="b", **other))
    assert found is not None
    assert (found.copy, found.origin) == ("a", "b")
    assert feature in {reason.feature for reason in found.reasons if reason.score > 0}
    swapped = find_copy(article(*CALL, name="b", **one), article(*CALL, name="a", **other))
    assert swapped is not None
    assert (swapped.copy, swapped.origin, swapped.reasons) == ("b", "a", found.reasons)


def test_the_shorter_one_is_the_copy_and_the_one_that_names_the_other() -> None:
    assert copied(article(*CALL[:3], name="a"), article(*CALL, name="b")) == ("a", "b", Extent.WHOLE)
    named = article(*CALL, "That is what the Shore Times writes.", name="b")
    assert copied(named, article(*CALL[:4], name="a", outlet="Shore Times")) == ("b", "a", Extent.WHOLE)


def test_what_both_credit_is_kept() -> None:
    one, other = article(*CALL, name="a", credited="TASS"), article(*CALL, name="b", credited="Tass; Reuters")
    found = find_copy(one, other)
    assert found and found.credited == "TASS"
    from_it = find_copy(one, article(*CALL, name="b", credited="TASS", outlet="TASS"))
    assert from_it and from_it.credited is None


def test_what_was_taken_over_stands_in_both_texts() -> None:
    one = article(*CALL, name="one", published=EARLY)
    other = article(*OTHER, CALL[2].replace("businesslike", "business&shy;like"), name="other", published=LATE)
    found = find_copy(one, other)
    assert found is not None
    (taken,) = found.taken
    assert other.page.text[taken.here.start : taken.here.stop].startswith("An adviser who")
    assert one.page.text[taken.there.start : taken.there.stop] == CALL[2].rstrip(".")
    assert found.bears_on([taken.here])
    assert not found.bears_on([one.span(0, 5)])


def test_an_empty_page_is_no_copy() -> None:
    assert find_copy(article(name="a", title=""), article(name="b", title="")) is None
    assert sketch(article(name="a", title="")) == {}


def test_sketches_are_the_same_with_every_version_of_the_library() -> None:
    """Records keep them: where this fails, records must be sketched anew."""
    assert min(sketch(article(CALL[0], name="a", title=""))) == -7615912087401058355


@settings(deadline=None, max_examples=25, phases=[Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 10_000), cut=st.integers(0, 2), edits=st.integers(0, 6))
def test_a_copy_with_words_left_out_is_found_from_either_side(seed: int, cut: int, edits: int) -> None:
    chance = random.Random(seed)
    words = " ".join(chance.sample(CALL, len(CALL) - cut)).split(" ")
    for _ in range(edits):
        del words[chance.randrange(len(words))]
    one = article(*CALL, name="one", published=EARLY)
    other = article(" ".join(words), name="other", published=LATE)
    assert copied(one, other) == copied(other, one) == ("other", "one", Extent.WHOLE)


def read(path: Path) -> Article:
    (page,) = open_pages(path)
    assert isinstance(page, Page)
    text = read_text(page, load_pack(identify(page.text) or "en"))
    filed = FiledPage(
        page.digest,
        page.name,
        page.source,
        page.url,
        text.title and text.title.value,
        text.outlet and text.outlet.value,
        text.published and text.published.value,
        text.language,
        page.text,
        text.lines,
        tuple(credit.value for credit in text.credits),
    )
    return make_article(path.stem, filed)


def find_all(articles: list[Article]) -> list[Copy]:
    sketches = {one.name: sketch(one) for one in articles}
    found = [find_copy(one, other) for one, other in combinations(articles, 2)]
    copies = [copy for copy in found if copy]
    assert all(may_be_copies(sketches[copy.copy], sketches[copy.origin], same_outlet=False) for copy in copies)
    return copies


def test_the_copies_of_the_corpus_are_found_and_nothing_else() -> None:
    found = find_all([read(path) for path in sorted(DEV.glob("*/*.txt"))])
    _, *lines = (DEV / "copies.tsv").read_text(encoding="utf-8").splitlines()
    assert sorted(f"{copy.copy}\t{copy.origin}\t{copy.extent}" for copy in found) == sorted(lines)


def test_two_pages_that_render_one_report_sentence_by_sentence(neighbour: Path) -> None:
    """Of the pages that the project started from, two have long stretches word for word; all others are independent."""
    found = find_all([read(path) for path in sorted((neighbour / "corpus" / "seeds").glob("*.txt"))])
    assert [(copy.copy[:3], copy.origin[:3]) for copy in found] == [("000", "001")]
