"""What stands behind variant and damaged writing: folding, and a repaired view that keeps its way back."""

from telcon.letters.folding import fold
from telcon.letters.han import join_han
from telcon.letters.readings import leave_out_readings
from telcon.letters.segmenters import Segmenter
from telcon.letters.syllables import Syllables
from telcon.letters.viewing import build_view

__all__ = ["Segmenter", "Syllables", "build_view", "fold", "join_han", "leave_out_readings"]
