"""The walk from the first paragraph to the end of a page: which lines are still the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from telcon.model.texts import Role
from telcon.text.shapes import LONG, PARAGRAPH, Shape
from telcon.text.verdicts import LABELLED

Verdict = tuple[Role, str]

NUMBERED = "the headline with a picture's number"

# Captions of which the picture's own text may follow.
_OPEN = frozenset({NUMBERED, LABELLED, "name of a picture's file", "without the marks of its language"})
_SUBHEADING = 110
_SIGNED = frozenset({Role.BYLINE, Role.CREDIT})
_OF_ARTICLE = frozenset({Role.LEAD, Role.SUBHEADING, Role.BODY})
_NUMBERED = 14
_PICTURE = re.compile(r"\W*[^\W\d_]+\s\d{1,2}(?!\d)")
_SENTENCE = 5
_ANNOUNCING, _INTRODUCING = 9, 4
_REACH = 60
_TOLD = 55
_HEADING = 60
_ASKED = 6
_ASKING = 70
_BOX = 4
_TITLE = 40
_OPENERS = "\"“‘«([【'"
_CUT = 5
_CHANGED = 0.25


class _State(Enum):
    """Whether lines are still the article's."""

    OPEN = auto()
    SIGNED = auto()
    RELATED = auto()
    ENDED = auto()


def _numbers(rest: str) -> bool:
    """What follows a headline that a picture bears: a number, and the caption where it is glued to it."""
    return len(rest) < _NUMBERED or _PICTURE.match(rest) is not None


def _tells(shape: Shape) -> bool:
    """A paragraph, or a sentence longer than most titles."""
    return shape.prose or (shape.ended and len(shape) >= _TOLD)


def _may_sign(shape: Shape) -> bool:
    """A few words with capitals, as names have."""
    return shape.titled and 1 < len(shape.words) <= _SENTENCE


def _find_paste(shape: Shape) -> int:
    """Where a sentence ends to which bookmakers' words were pasted; 0 where none does."""
    first = min(cue.start for cue in shape.found if cue.meaning == "gambling") - shape.start
    head = shape.text[:first].rstrip()
    return len(head) if head.endswith((".", "!", "…", "”", '"')) else 0


def _is_entry(shape: Shape) -> bool:
    """An entry of a list of pages: opens with a sign, or names its day."""
    return not (shape.text[0].isalnum() or shape.text[0] in _OPENERS) or (shape.stamp is not None and shape.stamp.timed)


def _carries(shape: Shape) -> bool:
    """A line that a subheading may stand above: a paragraph, a sentence, or what announces one."""
    if shape.prose or (shape.ended and len(shape.words) > 3):
        return True
    return len(shape) > _SUBHEADING or (shape.text.endswith(":") and len(shape.words) > _ANNOUNCING)


class Walk:
    """One pass from the first paragraph to the end of the page."""

    def __init__(self, shapes: Sequence[Shape], verdicts: dict[int, Verdict], opening: int) -> None:
        self._shapes, self._verdicts, self._opening = shapes, verdicts, opening
        self._state = _State.OPEN
        self._written = 0
        self._mark: int | None = None
        self._was_signed = self._numbered = self._divided = False
        self._signature = shapes[opening].signed
        self._titles = {shape.folded for shape in shapes[:opening] if self._role(shape) is Role.HEADLINE}
        self._worded = [set(title.split()) for title in self._titles]
        self._longest = max((len(title.split()) for title in self._titles), default=0) + _NUMBERED // 2
        self._next = self._look_ahead()

    def run(self) -> None:
        """Give a verdict to each line that has none."""
        for index in range(self._opening, len(self._shapes)):
            shape = self._shapes[index]
            known = self._verdicts.get(shape.number)
            if known is not None:
                self._note(index, known[0])
            elif self._state is _State.OPEN or self._resumes(index) or self._begins_again(shape):
                self._state = _State.OPEN
                self._verdicts[shape.number] = self._judge(index)
            else:
                self._verdicts[shape.number] = (Role.TEASER, f"after the article ({self._state.name.lower()})")

    def _role(self, shape: Shape) -> Role | None:
        verdict = self._verdicts.get(shape.number)
        return verdict[0] if verdict else None

    def _look_ahead(self) -> list[int]:
        """For each index, that of the next line which no rule has taken yet."""
        ahead, upcoming = [len(self._shapes)] * len(self._shapes), len(self._shapes)
        for index in range(len(self._shapes) - 1, -1, -1):
            ahead[index] = upcoming
            if self._shapes[index].number not in self._verdicts:
                upcoming = index
        return ahead

    def _note(self, index: int, role: Role) -> None:
        """Let a line that its own words gave away open or close what follows."""
        shape = self._shapes[index]
        if (
            ("ending" in shape.cues and not self._is_on_top(index))
            or "imprint" in shape.cues
            or role is Role.COMMENT
            or shape.tagged
        ):
            self._state = _State.ENDED
        elif self._state is _State.ENDED:
            return
        elif "skip" in shape.cues or (role is Role.TEASER and "related" in shape.cues and len(shape.words) <= 5):
            self._was_signed = self._was_signed or self._state is _State.SIGNED
            self._state, self._mark = _State.RELATED, index
        elif role in _SIGNED and self._written > 1:
            self._state = _State.SIGNED

    def _is_on_top(self, index: int) -> bool:
        """A button below the first paragraph, with paragraphs behind it."""
        ahead = self._next[index]
        second = self._next[ahead] if ahead < len(self._shapes) else ahead
        return self._written <= 1 and second < len(self._shapes) and all(self._shapes[i].prose for i in (ahead, second))

    def _resumes(self, index: int) -> bool:
        """Strong evidence that the article goes on after a mark of its end."""
        if self._state is _State.ENDED or self._shapes[index].mark or self._opens_anew(index):
            return False
        if self._state is _State.RELATED and self._is_boxed(index):
            return True
        if not self._shapes[index].prose:
            return False
        if self._state is _State.SIGNED:
            if self._shapes[index].text.endswith("./."):
                return True
            before = self._shapes[index - 1]
            return before.number in self._verdicts and self._role(before) not in {
                Role.TEASER,
                Role.DATELINE,
                Role.CREDIT,
            }
        if self._shapes[index].breaks and len(self._shapes[index]) >= LONG and self._is_apart(index):
            return True
        dated = any(self._role(shape) is Role.DATELINE for shape in self._shapes[max(self._opening, index - 3) : index])
        after = self._next[index]
        return not dated and after == index + 1 < len(self._shapes) and self._shapes[after].prose

    def _begins_again(self, shape: Shape) -> bool:
        """The headline once more, below pictures with captions and credits: the article begins behind it."""
        return self._state is _State.SIGNED and shape.folded in self._titles

    def _opens_anew(self, index: int) -> bool:
        """Opens with the outlet's name, as the first paragraph does: the lead of another article."""
        if self._signature and self._shapes[index].text.startswith(self._signature):
            return True
        return self._role(self._shapes[index - 1]) is Role.SUBHEADING and bool(self._shapes[index].signed)

    def _is_boxed(self, index: int) -> bool:
        """Told below a few titles inside an article that nobody has signed: sentences up to its end follow."""
        if self._mark is None or self._was_signed or not _tells(self._shapes[index]):
            return False
        box = self._shapes[self._mark + 1 : index]
        if len(box) > _BOX or any(_tells(shape) or self._role(shape) is Role.DATELINE for shape in box):
            return False
        end = index
        while end < len(self._shapes) and self._is_inside(end):
            end += 1
        if end == len(self._shapes):
            return True
        role = self._role(self._shapes[end])
        return _may_sign(self._shapes[end]) if role is None else role is not Role.DATELINE

    def _is_inside(self, index: int) -> bool:
        shape = self._shapes[index]
        return shape.prose or (shape.ended and len(shape.words) > 3) or self._role(shape) is Role.CAPTION

    def _is_apart(self, index: int) -> bool:
        """Behind a blank line, below one block that points elsewhere and has no date."""
        block = index - 1
        while block > self._opening and self._shapes[block].number - self._shapes[block - 1].number == 1:
            block -= 1
        above = self._shapes[block:index]
        dated = any(self._role(shape) is Role.DATELINE for shape in above)
        pointing = any("related" in shape.cues for shape in above)
        return pointing and not dated and self._shapes[index].number - above[-1].number > 1

    def _judge(self, index: int) -> Verdict:
        shape, above = self._shapes[index], self._shapes[index - 1]
        if above.goes_on and self._role(above) is Role.BODY:
            return Role.BODY, "goes on with the line above"
        if self._repeats(shape):
            return Role.TEASER, "the headline once more"
        if index > self._opening and self._opens_anew(index) and self._is_alone(shape.signed):
            self._take_back(index - 1)
            return Role.TEASER, "the lead of another article"
        if any(shape.folded.startswith(title) and _numbers(shape.folded[len(title) :]) for title in self._titles):
            return Role.CAPTION, NUMBERED
        if shape.goes_on and self._next[index] == index + 1 and self._shapes[index + 1].prose:
            self._written += 1
            return Role.BODY, "begins a broken paragraph"
        if len(shape.words) <= 2 and f"({shape.folded})" in self._shapes[self._opening].folded[:_REACH]:
            return Role.BYLINE, "the agency that the first paragraph names"
        if shape.portrait and self._is_listed(index):
            return Role.BODY, "one of a list"
        if shape.portrait and not self._is_broken(index):
            return Role.CAPTION, "offices and names and nothing else"
        if shape.prose:
            self._written += 1
            return Role.BODY, "a paragraph"
        if (shape.ended or shape.text.endswith(";")) and len(shape.words) > 3:
            return Role.BODY, "a sentence"
        if "gambling" in shape.cues and (stop := _find_paste(shape)):
            return Role.BODY, f"a sentence with {len(shape) - stop} letters pasted to it"
        return self._judge_short(index)

    def _is_listed(self, index: int) -> bool:
        """Below a line that ends with a colon, or below another one of its list."""
        while index > self._opening and self._shapes[index].portrait:
            index -= 1
        return self._shapes[index].text.endswith(":") and self._role(self._shapes[index]) in _OF_ARTICLE

    def _repeats(self, shape: Shape) -> bool:
        """The headline, with a stop or a word or two changed."""
        if shape.folded.rstrip(".") in self._titles:
            return True
        if not _NUMBERED // 2 <= len(shape.words) <= self._longest or shape.breaks:
            return False
        words = set(shape.folded.rstrip(".").split())
        return any(len(words ^ title) <= len(words | title) * _CHANGED for title in self._worded)

    def _is_alone(self, signature: str) -> bool:
        """One line below the first paragraph opens so; where many do, each is an item of the page."""
        return sum(shape.text.startswith(signature) for shape in self._shapes[self._opening + 1 :]) == 1

    def _take_back(self, index: int) -> None:
        if self._role(self._shapes[index]) is Role.SUBHEADING:
            self._verdicts[self._shapes[index].number] = (Role.TEASER, "the headline of another article")

    def _is_broken(self, index: int) -> bool:
        """The next line goes on and is short: lines of this stretch are broken."""
        after = self._shapes[index + 1 : index + 2]
        touching = bool(after) and after[0].number - self._shapes[index].number == 1
        return touching and after[0].goes_on and len(after[0]) < PARAGRAPH

    def _judge_short(self, index: int) -> Verdict:
        shape, after = self._shapes[index], self._next[index]
        if shape.portrait:
            return Role.BODY, "begins a broken paragraph"
        if "telling" in shape.cues and len(shape) > _TITLE and not shape.stamp:
            self._written += 1
            return Role.BODY, "opens as sentences do"
        if index + 1 < len(self._shapes) and self._is_only_credit(index + 1):
            return Role.CAPTION, "above the credit of a picture"
        follower = self._shapes[after] if after < len(self._shapes) else None
        if follower is None or not _carries(follower) or self._breaks_off(index, after):
            return self._judge_last(index)
        before = self._role(self._shapes[index - 1]) if index > self._opening else None
        return self._judge_small(index, before, follower) or self._judge_between(index, before)

    def _judge_small(self, index: int, before: Role | None, follower: Shape) -> Verdict | None:
        """Names, credits and what else short lines between paragraphs may be, told by the line and its neighbours."""
        shape = self._shapes[index]
        if shape.titled and before is Role.DATELINE and self._written < 2:
            return Role.BYLINE, "a name below the date"
        if shape.text[:1].islower() and not self._shapes[index - 1].goes_on:
            return Role.CAPTION, "in lower case, between paragraphs"
        if shape.loud and len(shape.words) == 1 and before in {Role.CAPTION, Role.TEASER}:
            return Role.CAPTION, "one word in capitals below a caption"
        if shape.titled and 1 < len(shape.words) < 5 and self._written < 2 and not (shape.numbered or follower.mark):
            return Role.BYLINE, "a name near the first paragraph"
        told = follower.prose and not (shape.titled or shape.loud or shape.numbered)
        if shape.text.endswith(":") and len(shape.words) > (_INTRODUCING if told else _ANNOUNCING):
            return Role.BODY, "announces what follows"
        if len(shape) >= _ASKING and shape.text.endswith("?") and before is Role.BODY:
            return Role.BODY, "a long question between paragraphs"
        if not (shape.mark or shape.text[0].isalnum() or shape.text[0] in _OPENERS):
            return Role.CAPTION, "opens with a sign"
        return None

    def _judge_between(self, index: int, before: Role | None) -> Verdict:
        """A subheading, or a title that points elsewhere."""
        shape, above = self._shapes[index], self._shapes[index - 1]
        adjoining = index + 1 < len(self._shapes) and self._role(self._shapes[index + 1])
        asked = shape.text.endswith("?") and before is not Role.TEASER and len(shape.words) <= _ASKED
        marked = shape.numbered or shape.loud or asked or shape.text.endswith(":")
        pictured = before is Role.CAPTION and self._verdicts[above.number][1] in _OPEN
        pictured = pictured and not self._is_only_credit(index - 1)
        beside = before is Role.TEASER or (pictured and shape.number - above.number == 1)
        if not marked and (beside or adjoining in {Role.DATELINE, Role.TEASER}):
            return Role.TEASER, "short, beside a caption, a teaser or a date"
        if len(shape) > _SUBHEADING:
            return Role.BODY, "between paragraphs"
        if len(shape) > _HEADING and not marked and self._is_single(index):
            return Role.TEASER, "too long for a subheading, and the only one"
        self._numbered, self._divided = self._numbered or shape.numbered, True
        return Role.SUBHEADING, "short, between paragraphs"

    def _is_only_credit(self, index: int) -> bool:
        shape = self._shapes[index]
        opens = any(cue.meaning == "picture" and cue.start == shape.start for cue in shape.found)
        return (
            opens
            and self._role(shape) is Role.CAPTION
            and len(shape.words) <= _CUT
            and shape.number - self._shapes[index - 1].number == 1
        )

    def _is_single(self, index: int) -> bool:
        """No other line of the article is as long and no sentence; items of a roundup have several such headings."""
        others = (shape for shape in self._shapes[self._opening :] if shape.number != self._shapes[index].number)
        return not any(
            _HEADING < len(shape) <= _SUBHEADING and not shape.ended and self._role(shape) in {None, Role.SUBHEADING}
            for shape in others
        )

    def _breaks_off(self, index: int, after: int) -> bool:
        """Marks of the end stand between this line and the next paragraph."""
        between = self._shapes[index + 1 : after]
        return any("ending" in shape.cues or ("related" in shape.cues and len(shape.words) <= 5) for shape in between)

    def _judge_last(self, index: int) -> Verdict:
        shape = self._shapes[index]
        if shape.titled and len(shape.words) <= 5:
            self._state = _State.SIGNED if self._written > 1 else self._state
            return Role.BYLINE, "a name below the paragraphs"
        if shape.numbered and self._numbered:
            return Role.SUBHEADING, "numbered, as others above"
        if shape.text.endswith(":") or shape.goes_on:
            return Role.BODY, "announces what follows"
        if self._divided and len(shape) <= _TITLE and self._ends_below(index):
            return Role.SUBHEADING, "short, above the last line, as others above"
        if self._stops_short(index):
            self._written += 1
            return Role.BODY, "the end of the article, without a stop"
        return Role.TEASER, "short, no sentence, no paragraph after it"

    def _ends_below(self, index: int) -> bool:
        """Between a paragraph and a longer line that is the article's last."""
        below = self._shapes[index + 1 : index + 3]
        if self._role(self._shapes[index - 1]) is not Role.BODY or not below or self._role(below[0]) is not None:
            return False
        signed = len(below) == 1 or self._role(below[1]) in _SIGNED or _may_sign(below[1])
        return signed and len(below[0].words) > _CUT and not _is_entry(below[0])

    def _stops_short(self, index: int) -> bool:
        """Right below a paragraph, as the page's last line, or before what stands below articles."""
        shape, above = self._shapes[index], self._shapes[index - 1]
        if self._role(above) is Role.JUNK and not above.words:
            above = self._shapes[index - 2]
        if self._role(above) not in {Role.BODY, Role.SUBHEADING} or _is_entry(shape):
            return False
        if index + 1 == len(self._shapes):
            return len(shape.words) >= _CUT
        after = self._role(self._shapes[index + 1])
        if after in _SIGNED or _may_sign(self._shapes[index + 1]):
            return len(shape.words) > _CUT
        return len(shape) >= _TOLD and after is not None and after is not Role.DATELINE
