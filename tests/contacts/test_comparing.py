"""What speaks for and against two reports' being of one contact."""

from __future__ import annotations

import pytest

from telcon.contacts.comparing import compare, durations_agree
from telcon.model.durations import Bound, Duration
from tests.contacts.made_up import member


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Duration(62), Duration(60, Bound.OVER), True),
        (Duration(90, Bound.UNDER), Duration(85), True),
        (Duration(90, Bound.ABOUT), Duration(95), True),
        (Duration(60, Bound.OVER), Duration(70, Bound.ABOUT), True),
        (Duration(10), Duration(7), False),
        (Duration(60, Bound.OVER), Duration(150), False),
        (Duration(60, Bound.OVER), Duration(55), False),
        (Duration(90, Bound.UNDER), Duration(95), False),
    ],
)
def test_lengths_agree_as_far_as_they_are_told(one: Duration, other: Duration, agree: bool) -> None:
    assert durations_agree(one, other) is agree
    assert durations_agree(other, one) is agree


def test_every_feature_has_its_reason() -> None:
    one = member("a", "2025-01-21", minutes=60, topics="energy")
    other = member("b", "2025-01-22", minutes=10, topics="energy iran")
    reasons = {reason.feature: reason.score for reason in compare(one, other).reasons}
    assert reasons == {"day": 2.5, "channel": 1, "duration": -1.5, "status": 0.5, "topics": 1.0, "focus": 0.5}


def test_comparing_does_not_depend_on_the_side() -> None:
    one = member("a", "2025-01-21", topics="energy")
    other = member("b", "2025-01", topics="energy iran")
    assert compare(one, other).score == compare(other, one).score
