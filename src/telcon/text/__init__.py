"""The visible text of a page, line by line, and what each line is."""

from telcon.text.foreign import find_second_language
from telcon.text.reading import read_text

__all__ = ["find_second_language", "read_text"]
