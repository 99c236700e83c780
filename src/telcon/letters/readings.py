"""Readings of Han characters in brackets behind them: *總統(tǒng)*, as pages have them that were copied from others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telcon.letters.drafts import Edit
from telcon.letters.han import CHARACTERS

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# The bracket comes first in the pattern, as what texts without such readings have none of is found fastest.
_READING = re.compile(rf"\((?<=[{CHARACTERS}]\()[a-zü]{{0,3}}[{_TONED}][a-zü]{{0,3}}\)")


def find_readings(text: str) -> Iterator[Edit]:
    """The edits that leave out such readings: one syllable with its tone, right behind a character."""
    for reading in _READING.finditer(text):
        yield Edit(reading.start(), reading.end(), "")


def leave_out_readings(text: str) -> str:
    """A text without such readings."""
    return _READING.sub("", text)
