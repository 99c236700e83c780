"""What a line is by itself: the rules that need no neighbour, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from telcon.letters.han import HAN
from telcon.model.texts import Role
from telcon.text.furniture import Cue
from telcon.text.shapes import LONG, PARAGRAPH, PORTRAIT, Shape

_REST = 44
_SIGNATURE = 24
_DENSE_REST = 16
_TWICE = 0.65
_STOPS = re.compile(r"[.,:;!?…]")
_TOLD = 20
_BRIEF, _PAIR = 3, 2
_LABEL_WIDTH = 16
_CREDIT = 90
_TAIL = 60
_OWNER_WIDTH = 24
_HOUSE = re.compile(r"[A-ZĐ]{4,}/[^\W\d_a-z]")
_SIZED = re.compile(r",\s\d{3,4},\s\d{1,2}\.\d{1,2}\.\d{4}$")
_CLOSERS = frozenset('.(-–,"”’)]:!?…/_')
_SOURCE = re.compile(r"\s*[:;：/]\s*\S.{0,50}$")
_OWNER = re.compile(r"(?:\s[A-ZĐÀ-Ỹ0-9][\w.&/-]*){0,5}\W*$")
_AGENCY = re.compile(r"(?:[^\W\d]{2}|\d{4})\.\s(?:©\s?)?[A-Z]{2,12}(?:\s?[-–/]\s?[A-Z][A-Z .'/-]+)?$")
_CREDITOR = re.compile(r"\([A-Z][\w. -]{1,24}\s?[:/|]\s?[A-Z][^\W\d_][^()]{1,40}\)$")
_AGENCIES = re.compile(r"\([^()]*(?:REUTERS|AFP|Getty|EPA|AP Photo|Shutterstock|Reuters|via)[^()]{0,60}\)$")
_BEHIND = re.compile(r",\s(?:\w+\s)?$")
_NUMBER = re.compile(r"\s\d{1,2}\W*$")
_LABEL = re.compile(r"\s*(?:[:：./,]|[ .]*$)")
_CREDITED = 4
_NAMED = 8
_COUNTED = 2
"""A headline of two parts side by side: the longer one has this many Han characters, more than a word of a menu."""
_LETTERS = re.compile(r"[^\W\d_][\W\d_]*[^\W\d_]")
_POINTING = frozenset({">", ">>", ">>>", "»", "▸", "►", "●", "■", "☞", "→"})

_BULLETS = frozenset({"●", "■"})

LABELLED = "opens with a word for pictures"


class Rule(NamedTuple):
    """A role that a line has where the rule holds; `cued` rules hold of lines with wordings of furniture only."""

    name: str
    role: Role
    holds: Callable[[Shape], bool]
    cued: bool = False


def _stamped(line: Shape) -> bool:
    if line.stamp is None or (line.ended and len(line) > PARAGRAPH):
        return False
    rest = line.stamp.rest
    if line.goes_on and (line.text.endswith(",") or (rest and not line.stamp.timed)):
        return False
    if line.ended and len(rest) > _TOLD and not rest.istitle() and not _noted(line):
        return False
    if _heads(line):
        return False
    if _is_posted(line):
        return True
    few = len(rest) <= _REST and len(rest.split()) <= (_DENSE_REST if line.dense else 7)
    early = line.stamp.value is not None and line.stamp.timed and len(rest) <= _REST * 2
    if few and (len(rest) <= len(line) * 0.6 or line.stamp.timed) and _not_sentence(line):
        return True
    at_edge = not line.stamp.start or not line.text[line.stamp.stop :].strip()
    brief = at_edge and line.stamp.value is not None and len(rest.split()) <= (_PAIR if line.stamp.start else _BRIEF)
    return (early and _noted(line)) or (brief and not line.ended and not line.goes_on) or _celled(line)


def _is_posted(line: Shape) -> bool:
    """A day with its year stands right behind its label, whatever comes then: 发布时间：2025-04-06　来源：…."""
    stamp, labels = line.stamp, [cue for cue in line.found if cue.meaning == "posted"]
    if stamp is None or stamp.value is None or len(line) >= LONG or line.ended or line.goes_on:
        return False
    between = [
        line.text[cue.stop - line.start : stamp.start].strip() for cue in labels if cue.stop <= line.start + stamp.start
    ]
    return ":" in between or (line.dense > 0 and "" in between)  # Ngày 8/2 stands in sentences too


def _heads(line: Shape) -> bool:
    """A headline to whose end the day and its time were glued."""
    stamp = line.stamp
    if stamp is None or stamp.value is None or not stamp.timed or line.dense or stamp.start <= _TOLD or _noted(line):
        return False
    words = line.text[: stamp.start].split()
    return len(words) > _CREDITED and sum(word[0].islower() for word in words) * 2 >= len(words)


def _celled(line: Shape) -> bool:
    """A date is a cell of its own, alone or behind its label, beside cells of a word or two."""
    stamp = line.stamp
    if stamp is None or stamp.value is None or not line.listed or len(line) >= LONG:
        return False
    own = line.text[stamp.start : stamp.stop]
    return any(cell.endswith(own) and len(cell) - len(own) < _LABEL_WIDTH for cell in line.cells)


def _not_sentence(line: Shape) -> bool:
    """A stamp beside lower-case words of a headline is no stamp line."""
    stamp = line.stamp
    if stamp is None:
        return False
    words = stamp.rest.split()
    return len(words) <= 1 or stamp.timed or (stamp.value is not None and (all(word[:1].isupper() for word in words)))


def _noted(line: Shape) -> bool:
    return bool(line.cues & {"posted", "author", "updated", "views"})


def _captioned(line: Shape) -> bool:
    if _SIZED.search(line.text[-24:]) or _taken(line):
        return True
    if len(line) < LONG and (_wired(line) or any(_drawn(line, cue) for cue in line.found)):
        return True
    return len(line) < LONG * 2 and any(_credits_picture(line, cue) for cue in line.found if cue.meaning == "picture")


def _wired(line: Shape) -> bool:
    """Ends, behind a full stop, with an agency in capitals."""
    return line.text[-1:].isupper() and _AGENCY.search(line.text) is not None


def _drawn(line: Shape, cue: Cue) -> bool:
    """What a chart or a picture shows, and behind a full stop or a dash its source."""
    place, end = cue.start - line.start, cue.stop - line.start
    parted = line.text[:place].endswith((". ", " - ", " – "))
    return cue.meaning == "source" and parted and _SOURCE.match(line.text[end:]) is not None


def _taken(line: Shape) -> bool:
    """Ends with the day on which the picture was taken."""
    stamp = line.stamp
    if stamp is None or stamp.value is None or stamp.timed or len(line) >= LONG:
        return False
    return _BEHIND.search(line.text[: stamp.start][-12:]) is not None and not line.text[stamp.stop :].strip(" .")


def _credits_picture(line: Shape, cue: Cue) -> bool:
    place, end = cue.start - line.start, cue.stop - line.start
    before, after = line.text[:place].rstrip(), line.text[end:]
    if after == ")" and len(line) < LONG and 0 <= before.rfind("(") >= max(before.rfind(")"), place - _OWNER_WIDTH):
        return True
    if before[-1:] == "[" and after.rstrip(" .").endswith("]") and len(line) < LONG:
        return True
    close = before[-1:] in _CLOSERS
    if close and HAN.search(line.text[place:end]) and len(after) <= _OWNER_WIDTH and not line.text.endswith("."):
        return True
    if before and _SOURCE.match(after) and after.isupper():
        return True
    if _SOURCE.match(after) and (line.text[place].isupper() or before[-1:] == "("):
        return bool(before) and (close or len(line) < LONG)
    if before and close and line.text[place].isupper() and _OWNER.match(after):
        return True
    return len(line) < LONG and (_NUMBER.match(after) is not None or (not after and len(line.words) < _CREDITED))


def _labelled(line: Shape) -> bool:
    """Opens with a word for pictures and a sign; a headline may do so too, where the page shows no other."""
    if len(line) >= LONG * 2:
        return False
    for cue in line.found:
        place, end = cue.start - line.start, cue.stop - line.start
        if cue.meaning == "picture" and not re.search(r"\w", line.text[:place]):
            boxed = line.text.startswith("[") and line.text[end : end + 1] == "]" and not line.ended
            if (boxed and len(line) < LONG) or (not place and (_LABEL.match(line.text[end:]))):
                return True
    return False


def _sourced(line: Shape) -> bool:
    """A short line that ends with its source in brackets, as captions do."""
    for cue in line.found:
        place, end = cue.start - line.start, cue.stop - line.start
        if cue.meaning == "source" and line.text[place - 1 : place] == "(" and place > 1 and len(line) < LONG:
            if line.text[: place - 1].strip().istitle() and place <= _SIGNATURE:
                return False
            return re.match(r"\s*[:：][^()]+\)\W*$", line.text[end:]) is not None
    return False


def _sided(line: Shape) -> bool:
    bracketed = any(_in_brackets(line, cue) for cue in line.found if cue.meaning == "side")
    return bracketed and len(line) < LONG * 2 and not line.breaks and not _spoken(line)


def _in_brackets(line: Shape, cue: Cue) -> bool:
    """Whether a word opens a bracket; where words do not stand apart, it is a whole one: （中）, not （中央社…）."""
    place, end = cue.start - line.start, cue.stop - line.start
    return line.text[place - 1 : place] == "(" and (not line.dense or not line.text[end:].lstrip()[:1].isalnum())


def _spoken(line: Shape) -> bool:
    return "“" in line.text or '"' in line.text


def _credited(line: Shape) -> bool:
    if len(line) > _CREDIT or "credit" not in line.cues:
        return False
    if len(line) > _TAIL and line.ended:
        return False
    cue = min((cue for cue in line.found if cue.meaning == "credit"), key=lambda cue: (cue.start, -cue.stop))
    rest = re.sub(r"https?://\S+", "", line.text[cue.stop - line.start :])
    names = re.findall(r"[^\W\d_]+(?:\.\w+)*", rest)
    low = [name for name in names if name[0].islower() and "." not in name]
    head = line.text[: cue.start - line.start]
    if not head.strip(" (") and not line.goes_on and len(names) > 2 and len(names) <= _NAMED and _named(rest):
        return True
    ends = [other.start - line.start for other in line.found if other.meaning == "author"]
    signer = re.findall(r"[^\W\d_]+", head[: min(ends)] if ends else head)
    calm = all(word[:1].isupper() for word in signer) and len(signer) <= _CREDITED + 1
    return bool(names) and len(names) <= 12 and len(low) <= len(names) // 4 and (calm or "(" in head)


def _bracketed(line: Shape) -> bool:
    return "outlet" in line.cues and line.text[0] == "(" and line.text[-1] == ")" and len(line.words) <= _NAMED


def _named(rest: str) -> bool:
    """Behind a colon, or several names side by side, or one with a small word in it."""
    parts = [part.strip(" ()") for part in re.split(r"[,;/]", rest.lstrip(" :：")) if part.strip(" ()")]
    if not parts or not all(part[0].isupper() or part[0].isdigit() for part in parts):
        return False
    small = sum(word[0].islower() for word in rest.split())
    return rest.lstrip()[:1] in ":：" or len(parts) > 1 or small == 1


def _bylined(line: Shape) -> bool:
    if line.ended or line.goes_on or not line.words:
        return False
    if len(line) <= _CREDIT and any(_labels_author(line, cue) for cue in line.found):
        return True
    if len(line) > _TAIL:
        return False
    if "author" in line.cues and len(line.words) <= 9 and not _phrased(line):
        return True
    if _HOUSE.match(line.text) and len(line.words) <= _CREDITED + 1:
        return True
    agency = "/" in line.text and " " not in line.text.strip().partition("/")[2].strip()
    return agency and len(line.words) <= 5 and line.titled


def _labels_author(line: Shape, cue: Cue) -> bool:
    return cue.meaning == "author" and cue.start == line.start and line.text[cue.stop - line.start :][:1] in ":："


def _phrased(line: Shape) -> bool:
    """Mostly words that are no names: a wording of authors stands in such a line by chance."""
    cue = next(cue for cue in line.found if cue.meaning == "author")
    before, after = line.text[: cue.start - line.start], line.text[cue.stop - line.start :]
    words = (before + after).split()
    small = sum(word[:1].islower() for word in words)
    return not after.lstrip().startswith((":", "：", ")")) and small * 2 > len(words)


def _teased(line: Shape) -> bool:
    if line.mark in _POINTING and not (line.mark in _BULLETS and line.ended and len(line.words) > _CREDITED):
        return True
    return "related" in line.cues and not line.prose


def _listed(line: Shape) -> bool:
    return line.listed and not line.in_clauses and len(line) < LONG * 2 and (len(line.cells) > 2 or len(line) < 60)


def _cued(*names: str) -> Callable[[Shape], bool]:
    wanted = frozenset(names)
    return lambda line: not line.cues.isdisjoint(wanted) and not line.prose


def _notified(line: Shape) -> bool:
    """A word that ends articles and a colon open it, however long it is: 特别声明：以上内容由用户上传…."""
    ends = [cue.stop - line.start for cue in line.found if cue.meaning == "ending" and cue.start == line.start]
    return any(line.text[end : end + 1] == ":" for end in ends)


def _betting(line: Shape) -> bool:
    """Bookmakers' words alone; they also get stuck to the end of sound sentences and of headlines without spaces."""
    if "gambling" not in line.cues or line.prose or line.ended or line.glued:
        return False
    first = min(cue.start for cue in line.found if cue.meaning == "gambling") - line.start
    return first < PARAGRAPH // 2 or not re.search(r"[.!?…\"”]\s*$", line.text[:first])


def _follows(line: Shape) -> bool:
    return len(line) < LONG and ("follow" in line.cues or {"watch", "dangling"} <= line.cues)


def _agency_in_brackets(line: Shape) -> bool:
    """Below a picture: … (AAP: A. Name); on a page of Han characters: … （REUTERS/A. Name）, … （KCNA via REUTERS）.

    So is one sentence with nothing but an agency's name behind it: ….（路透社）.
    """
    if line.text[-1:] != ")" or line.cues & {"credit", "source"}:
        return False
    if any(_fills_brackets(line, cue) for cue in line.found if cue.meaning == "agency"):
        return len(line) < LONG * 2 and line.text.count(".") <= 1
    return (_AGENCIES if line.dense else _CREDITOR).search(line.text) is not None and len(line) < LONG * 2


def _fills_brackets(line: Shape, cue: Cue) -> bool:
    """The last brackets hold a wording and nothing else."""
    place, end = cue.start - line.start, cue.stop - line.start
    return line.text[place - 1 : place] == "(" and line.text[end:] == ")"


def _owned(line: Shape) -> bool:
    return line.text[:1] == "©" and len(line) < LONG * 2


def _keyed(line: Shape) -> bool:
    """Key words in a row, behind their label."""
    return "ending" in line.cues and line.text.count(",") > _NAMED // 2 and not line.ended


def _repeats(line: Shape) -> bool:
    """Key words in a row, most of them twice."""
    words = line.words
    if line.dense or line.prose or len(words) <= _NAMED or _STOPS.search(line.text):
        return False
    return len(set(words)) <= len(words) * _TWICE


def _posed(line: Shape) -> bool:
    """A name and a stop."""
    return line.titled and line.text.endswith(".") and 1 < len(line.words) <= _CREDITED and "," not in line.text


def _empty(line: Shape) -> bool:
    if len(line) < 40 and not _LETTERS.search(line.text):
        return True
    return len(line.words) == _COUNTED and line.words[0].isdigit() and not line.ended and not line.numbered


def _scenic(line: Shape) -> bool:
    """Says what a picture shows and no more."""
    if "scene" not in line.cues or len(line) >= PORTRAIT or line.breaks:
        return False
    last = max(cue.stop for cue in line.found if cue.meaning == "scene")
    return not line.ended or len(line.text) - (last - line.start) <= 1


RULES: tuple[Rule, ...] = (
    Rule("date or time with little else", Role.DATELINE, _stamped),
    Rule("no words", Role.JUNK, _empty),
    Rule("an address", Role.JUNK, lambda line: line.address is not None),
    Rule("left over from the page's code", Role.JUNK, lambda line: line.tagged_up),
    Rule("name of a picture's file", Role.CAPTION, lambda line: line.picture_name),
    Rule("another script", Role.JUNK, lambda line: line.foreign and not line.stamp),
    Rule("hashtags", Role.JUNK, lambda line: line.tagged),
    Rule("mark of the end", Role.JUNK, _cued("ending"), cued=True),
    Rule("a notice behind its label", Role.JUNK, _notified, cued=True),
    Rule("key words in a row", Role.JUNK, _keyed, cued=True),
    Rule("the same words twice", Role.JUNK, _repeats),
    Rule("names where the picture is from", Role.CAPTION, lambda line: _captioned(line) and not line.signed),
    Rule(LABELLED, Role.CAPTION, _labelled, cued=True),
    Rule("names its source in brackets", Role.CAPTION, _sourced, cued=True),
    Rule("what a picture shows", Role.CAPTION, _scenic, cued=True),
    Rule("who stands where in a picture", Role.CAPTION, _sided, cued=True),
    Rule("a name and a stop", Role.CAPTION, _posed),
    Rule("ends with an agency in capitals, in brackets", Role.CAPTION, _agency_in_brackets),
    Rule("rights in a picture or page", Role.JUNK, _owned),
    Rule("offers to skip a list", Role.MENU, _cued("skip"), cued=True),
    Rule("points to another page", Role.TEASER, _teased),
    Rule("cell of a table", Role.TEASER, lambda line: line.celled and len(line) < LONG * 2),
    Rule("wholly in square brackets", Role.TEASER, lambda line: line.text[0] == "[" and line.text[-1] == "]"),
    Rule("wording of advertisements", Role.ADVERTISEMENT, _cued("advertisement"), cued=True),
    Rule("wording of bookmakers", Role.ADVERTISEMENT, _betting, cued=True),
    Rule("wording of comment boxes", Role.COMMENT, _cued("comment"), cued=True),
    Rule("wording of an imprint", Role.JUNK, lambda line: "imprint" in line.cues and len(line) < LONG * 2, cued=True),
    Rule("wording of sharing", Role.MENU, _cued("share"), cued=True),
    Rule("asks to follow", Role.JUNK, _follows, cued=True),
    Rule("wording of menus", Role.MENU, _cued("menu"), cued=True),
    Rule("cells side by side", Role.MENU, _listed),
    Rule("names where it was taken from", Role.CREDIT, _credited, cued=True),
    Rule("an outlet in brackets", Role.CREDIT, _bracketed, cued=True),
    Rule("names who wrote it", Role.BYLINE, _bylined),
)
_UNCUED = tuple(rule for rule in RULES if not rule.cued)


def judge_alone(line: Shape) -> tuple[Role, str] | None:
    """The role of a line that needs no neighbour to tell, with the rule's name; None where neighbours decide."""
    for name, role, holds, _ in RULES if line.cues else _UNCUED:
        if holds(line):
            return role, name
    return None
