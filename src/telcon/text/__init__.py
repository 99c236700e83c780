"""The visible text of a page, line by line, and what each line is."""

from telcon.text.reading import read_text

__all__ = ["read_text"]
