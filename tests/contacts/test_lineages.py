"""The pages of a contact as a tree, and the sources that stand behind them."""

from __future__ import annotations

import random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from telcon.contacts import Branch, Copy, Extent, Telling
from telcon.contacts.comparing import Reason
from telcon.contacts.lineages import grow
from telcon.model.contacts import Kind, Level, Report, Status
from telcon.model.spans import Span
from tests.contacts.made_up_pages import page

CREDIT, LATER = Reason("credit", 8, "credits the other's outlet"), Reason("time", 4, "came out later")


def telling(name: str) -> Telling:
    report = Report((), Level.LEADERS, Kind.PHONE, Status.HELD, True, Span(0, 1))
    return Telling(page(name, name=name), 0, report, (), f"{name}:0")


def copy(name: str, origin: str, share: float = 0.9, *reasons: Reason, credited: str | None = None) -> Copy:
    return Copy(name, origin, Extent.WHOLE, share, (), credited, reasons or (LATER,))


def draw(branches: tuple[Branch, ...]) -> str:
    """`a(b c(d))`: each page with its copies."""
    return " ".join(
        (branch.telling.page_name if branch.telling else f"[{branch.credited}]")
        + (f"({draw(branch.copies)})" if branch.copies else "")
        for branch in branches
    )


def drawn(names: str, *copies: Copy) -> str:
    return draw(grow([telling(name) for name in names], copies))


def test_pages_stand_below_the_one_that_they_copy() -> None:
    assert drawn("abc") == "a b c"
    assert drawn("abc", copy("b", "a")) == "a(b) c"
    assert drawn("abcd", copy("b", "a"), copy("d", "b"), copy("d", "a", 0.5)) == "a(b(d)) c"


def test_the_one_that_is_credited_comes_before_the_one_that_more_is_from() -> None:
    assert drawn("abc", copy("c", "a", 0.4, CREDIT), copy("c", "b", 0.9)) == "a(c) b"


def test_no_page_is_its_own_ancestor() -> None:
    assert drawn("abc", copy("b", "a"), copy("c", "b"), copy("a", "c", 0.5)) == "a(b(c))"


def test_copies_of_pages_that_tell_of_something_else_are_left_out() -> None:
    assert drawn("ab", copy("a", "z"), copy("z", "b")) == "a b"


def test_an_origin_that_is_not_there_counts_once() -> None:
    credited = [copy("b", "a", credited="TASS"), copy("c", "a", credited="TASS"), copy("d", "a")]
    assert drawn("abcd", *credited) == "[TASS](a(d) b c)"
    assert len(grow([telling(name) for name in "abcd"], credited)) == 1


@settings(deadline=None, max_examples=40, phases=[Phase.reuse, Phase.generate])
@given(pairs=st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))), seed=st.integers(0, 99))
def test_each_page_stands_in_the_tree_once_whatever_the_order(pairs: set[tuple[str, str]], seed: int) -> None:
    copies = [copy(one, other, (ord(one) + ord(other)) % 7 / 10) for one, other in pairs if one != other]
    tree = drawn("abcdef", *copies)
    assert sorted(letter for letter in tree if letter.isalpha()) == list("abcdef")
    assert drawn("abcdef", *random.Random(seed).sample(copies, len(copies))) == tree
