"""Values are equal and hashed by what they hold, have slots, and come back from another process the same."""

from __future__ import annotations

import pickle

import pytest

from telcon.model.actors import Actor
from telcon.model.mentions import Mark, Sort
from telcon.model.spans import Span

MAKE = {
    "a plain value": lambda: Mark(Span(3, 7), "status", "held", frozenset({"tight"}), "vi/status.forms.txt:1"),
    "one with an order": lambda: Span(3, 7),
    "one with a hash of its own": lambda: Actor(Sort.PERSON, "A", "VN"),
}


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_values_of_the_same_parts_are_the_same(make) -> None:
    assert make() == make()
    assert len({make(), make()}) == 1
    assert pickle.loads(pickle.dumps(make())) == make()
    assert not hasattr(make(), "__dict__")


def test_values_of_other_parts_are_others() -> None:
    assert Span(3, 7) != Span(3, 8)
    assert Span(3, 7) < Span(3, 8)
    assert Actor(Sort.PERSON, "A", "VN") != Actor(Sort.PERSON, "A", "LA")
