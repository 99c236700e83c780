"""A written-out constructor makes what `dataclasses` would have made."""

from __future__ import annotations

import pytest

from fast.constructors import write_out_constructors

SOURCE = """
from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    '''A place.'''

    name: str
    floors: tuple[int, ...] = (1, 2)

    def __len__(self) -> int:
        return len(self.floors)


@dataclass
class House:
    place: Place
    guests: list[str] = field(default_factory=list)
    year: int = field(default=1900, compare=False)
    full: bool = field(init=False)

    def __post_init__(self) -> None:
        self.full = len(self.guests) > 1
"""


def test_constructors_make_the_same() -> None:
    source = write_out_constructors(SOURCE)
    assert source.count("def __init__(self, ") == 2
    written, short = {"__name__": __name__}, {"__name__": __name__}
    exec(source, written)
    exec(SOURCE, short)
    for made in (written, short):
        place = made["Place"]("an inn")
        assert place == made["Place"](name="an inn", floors=(1, 2)) != made["Place"]("an inn", (1,))
        assert len(made["replace"](place, floors=(1,))) == 1
        house, other = made["House"](place), made["House"](place, ["A", "B"])
        assert (house.guests, house.full, other.full) == ([], False, True)
        assert house.guests is not made["House"](place).guests
        assert house == made["House"](place, year=2000) and (house.year, made["House"](place, [], 2000).year) == (
            1900,
            2000,
        )


def test_constructors_leave_the_rest() -> None:
    kept = "class Plain:\n    name: str\n\n\n@value(slots=True)\nclass Empty:\n    pass\n"
    assert write_out_constructors(kept) == kept


def test_constructors_refuse_what_they_do_not_know() -> None:
    with pytest.raises(ValueError, match="line 3: the field name"):
        write_out_constructors("@dataclass\nclass A:\n    name: str = field(compare=False)\n")
