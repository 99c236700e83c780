"""One page's account of each contact, its statements, and the cues that came to nothing, each with the reason."""

from telcon.reports.composing import compose

__all__ = ["compose"]
