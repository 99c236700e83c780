"""The figures are those of the neighbouring scorer, to the last digit and miss by miss."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from telcon.evaluation import evaluate, read_rows
from tests.conftest import NEIGHBOUR
from tests.evaluation.perturbing import perturb, read_json_lines

GOLDS = sorted(NEIGHBOUR.glob("corpus/**/*.gold.jsonl")) + sorted(NEIGHBOUR.glob("official/*.gold.jsonl"))


@pytest.mark.usefixtures("neighbour")
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("gold", GOLDS or [Path("absent")], ids=lambda path: path.name.split(".gold")[0])
def test_figures_are_those_of_the_yardstick(gold: Path, seed: int, neighbour: Path, tmp_path: Path) -> None:
    dice = random.Random(f"{gold.name} {seed}")
    rows = [perturb(row, dice) for row in read_json_lines(gold)][: 7 * seed or None]
    predicted = tmp_path / "rows.jsonl"
    predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, neighbour / "score/score.py", gold, predicted, "--json", "--errors"]
    figures, *errors = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    wanted = list(read_rows(gold))
    pages = {row.name: gold.parent / row.place for row in wanted}
    texts = {name: page.read_bytes().decode() for name, page in pages.items() if page.is_file()}
    outcome = evaluate(wanted, read_rows(predicted), texts)
    assert outcome.score.figures() == json.loads(figures)
    assert sorted(str(miss) for miss in outcome.score.misses) == sorted(errors)
    assert len(outcome.absent) == len(wanted) - len(rows)
