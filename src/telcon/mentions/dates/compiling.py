"""Forms with slots, made into regular expressions.

Words before `<` and after `>` must stand there and are not part of the group `core`; a slot `{x}` is a group of its
own, `x2` where it stands in a form a second time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from telcon.letters.folding import fold_pattern

_TOKEN = re.compile(r"\{(\w+)\}|\)\?|[()|<>]|[^\S\n]+|.")
_GAP = "[ \xa0]{1,2}"
# Signs beyond Latin letters stand by themselves: a class that holds one takes long to compile, in each of many forms.
_LEFT = r"(?:(?=[,;])|(?=、)|(?<![^\W_])(?<![/.,:+-])(?<!–))"
_RIGHT = r"(?![^\W_])(?![/.,:-]\d)(?!–\d)(?! ?[%º°$])(?! ?€)"


def compile_form(pattern: str, slots: Mapping[str, str]) -> str:
    """Make a form's pattern a regular expression, its core in the group `core` and its slots in groups of their own."""
    return _LEFT + _translate_tokens(_attach_gaps(_bound(pattern)), slots) + _RIGHT


def compile_part(pattern: str, slots: Mapping[str, str]) -> str:
    """Make what may fill a slot a part of a regular expression, without groups of its own."""
    return _strip_names(_translate_tokens(_attach_gaps(pattern), slots))


def _bound(pattern: str) -> str:
    # Marks the core of a pattern that needs no context.
    bounded = pattern.replace("< ", "<").replace(" >", ">")
    if "<" not in bounded:
        bounded = "<" + bounded
    return fold_pattern(bounded if ">" in bounded else bounded + ">")


def _strip_names(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


def _translate_tokens(pattern: str, slots: Mapping[str, str]) -> str:
    counts: dict[str, int] = defaultdict(int)
    return "".join(_translate(token, slots, counts) for token in _TOKEN.finditer(pattern))


def _attach_gaps(pattern: str) -> str:
    # A part that may be left out takes one of the spaces beside it along.
    opened: list[int] = []
    text = list(pattern)
    for place, letter in enumerate(pattern):
        if letter == "(":
            opened.append(place)
        elif letter == ")":
            start = opened.pop()
            if pattern[place + 1 : place + 2] != "?":
                continue
            if start and text[start - 1] == " ":
                text[start - 1], text[start], text[place] = "", "( (", "))"
            elif pattern[place + 2 : place + 3] == " " and _is_first(pattern, start):
                text[start], text[place], text[place + 2] = "((", ") )", ""
    return "".join(text)


def _is_first(pattern: str, place: int) -> bool:
    """Whether nothing but parts that may be left out stands before a place of a form."""
    while pattern.endswith(")?", 0, place):
        opened = _open_of(pattern, place - 2)
        if place == opened:
            return False
        place = opened
    return not place or pattern[place - 1] in " (|<"


def _open_of(pattern: str, closed: int) -> int:
    depth = 0
    for place in range(closed, -1, -1):
        depth += {")": 1, "(": -1}.get(pattern[place], 0)
        if not depth:
            return place
    return closed


def _translate(token: re.Match[str], slots: Mapping[str, str], counts: dict[str, int]) -> str:
    text = token[0]
    if name := token[1]:
        counts[name] += 1
        return f"(?P<{name}{counts[name] if counts[name] > 1 else ''}>{slots[name]})"
    marks = {"(": "(?:", ")": ")", ")?": ")?", "|": "|", "<": "(?P<core>", ">": ")"}
    return marks.get(text) or (_GAP if text.isspace() else re.escape(text))
