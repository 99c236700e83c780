"""What all languages together call people and states."""

from __future__ import annotations

from telcon.roster import names_of, names_of_states


def test_people_have_their_names_in_every_script() -> None:
    assert {"Xi Jinping", "Tập Cận Bình", "Си Цзиньпин", "习近平"} <= set(names_of("Q15031"))
    assert names_of("Q15031")[0] == "Xi Jinping"
    assert names_of("nobody") == ()


def test_states_too() -> None:
    assert {"China", "Trung Quốc", "Китай", "中国"} <= set(names_of_states()["CN"])
