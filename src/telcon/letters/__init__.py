"""What stands behind variant and damaged writing: folding, and a repaired view that keeps its way back."""
