"""Reading stays as good as `corpus/floors.toml` promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.floors import Gate, load_gates

GATES = load_gates()
PARAMETERS = pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.name)


def figures_of(gate: Gate) -> dict[str, float]:
    """The figures of a set, or a skip where its gold is not at hand."""
    if not gate.is_at_hand:
        pytest.skip(f"the gold of {gate.name} is not at hand")
    return gate.measure()


@PARAMETERS
def test_no_figure_is_below_its_floor(gate: Gate) -> None:
    figures = figures_of(gate)
    low = [
        f"{name} {figures.get(name, 0):.3f} < {floor}"
        for name, floor in gate.floors.items()
        if figures.get(name, 0) < floor
    ]
    assert not low, "; ".join(low)


@PARAMETERS
def test_every_figure_has_a_floor(gate: Gate) -> None:
    assert set(figures_of(gate)) == set(gate.floors)


def test_a_floor_under_no_figure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text("[vi]\ngold = []\n[vi.floors]\ncontakt = 0.5\n", encoding="utf-8")
    with pytest.raises(ValueError, match="contakt"):
        load_gates(tmp_path / "floors.toml")


def test_the_vietnamese_pages_are_gated() -> None:
    assert any(gate.name == "vi" and gate.is_at_hand for gate in GATES)
