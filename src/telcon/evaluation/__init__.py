"""How well pages are read: rows of the exchange format scored against gold."""

from telcon.evaluation.reports import Outcome, evaluate
from telcon.evaluation.rows import GoldError, Row, parse_row, read_rows
from telcon.evaluation.scores import FIGURES, Score

__all__ = ["FIGURES", "GoldError", "Outcome", "Row", "Score", "evaluate", "parse_row", "read_rows"]
