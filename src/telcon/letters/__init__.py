"""What stands behind variant and damaged writing: folding, and a repaired view that keeps its way back."""

from telcon.letters.folding import fold
from telcon.letters.viewing import Segmenter, build_view

__all__ = ["Segmenter", "build_view", "fold"]
