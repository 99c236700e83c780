"""What a page shows about itself: its headline, when it came out, where, by whom, taken from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from telcon.letters.han import HAN
from telcon.model.spans import Span
from telcon.model.texts import Noted, Role
from telcon.model.views import View
from telcon.text.furniture import Cue
from telcon.text.shapes import Shape
from telcon.text.stamps import Stamp
from telcon.text.stretches import mend_stretch

Verdicts = Mapping[int, tuple[Role, str]]

_CUT = re.compile(r"[_|]")
_HOUSE = re.compile(r"[A-ZĐ]{4,}/[^\W\d_]\w*(?:\s\w+){0,3}")
# Letters that make no syllable are an agency's, not somebody's name.
_AGENCY = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{3,6}")
_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)\S*")
_OPENED = re.compile(r"\s[^\W\d_a-z][^.:,]{1,30}:\s")
_HALT = re.compile(r"https?://|[()\n]")
_ABOUT = frozenset({"posted", "updated", "views", "author"})
_SIGNING = frozenset({Role.BYLINE, Role.CREDIT})
_PLACED = 30
_DASH = re.compile(r"\)?\s?[-–—]\s")
_BEHIND = 2
_SHORT = 20
_LABEL = 24
_LONGEST = 150
_SIGNED = re.compile(r"\s(?:\([A-ZĐ][^()]{1,24}\)|[A-ZĐ]{2,5}O|[A-Z]{2,8}\.[A-Za-z]{2,3})\s[-–]\s?(?=[^\W\d_a-z])")
_DAY = re.compile(r"[^\W_]\s[^\W\d_]+\s\d")


def note_title(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> Noted | None:
    """The headline, repaired; its lines joined where it was wrapped."""
    heads = [shape for shape in shapes if verdicts[shape.number][0] is Role.HEADLINE]
    if not heads:
        return _title_in_paragraph(view, shapes, verdicts)
    glued = _glued_stretch(view, heads[0])
    if glued is not None:
        return glued
    start, stop = heads[0].start, heads[-1].start + len(heads[-1].text)
    text = " ".join(" ".join(head.text.split()) for head in heads)
    rule = "text/metadata.py: headline line"
    if heads[0].stamp and heads[0].stamp.start == 0 and heads[0].stamp.timed:
        cut = heads[0].stamp.stop
        text, start = heads[0].text[cut:].strip(), start + cut
        rule = "text/metadata.py: headline after a glued date"
    cut = text.find("_")
    if cut > _SHORT:
        return Noted(text[:cut].rstrip(), view.to_raw(Span(start, start + cut)), "text/metadata.py: headline cut short")
    place = _find_glued_stamp(heads[-1])
    if place is not None:
        cut = len(heads[-1].text) - place
        text, stop = text[:-cut].rstrip(), stop - cut
        rule = "text/metadata.py: headline before a glued date"
    box = _find_box(view, start)
    return Noted(box + text, view.to_raw(Span(start - len(box), stop)), rule)


def _find_glued_stamp(shape: Shape) -> int | None:
    """Where a day with its time was glued to a headline, the name of the day before it and a word or two behind."""
    stamp = shape.stamp
    if stamp is None or not stamp.timed or stamp.start <= _SHORT or len(shape.text) - stamp.stop > _LABEL:
        return None
    days = (cue for cue in shape.found if cue.meaning == "weekday")
    named = (cue.start - shape.start for cue in days if _touch(shape.text[cue.stop - shape.start : stamp.start]))
    return min(named, default=stamp.start)


def _touch(between: str) -> bool:
    return len(between) <= _BEHIND and not between.strip(" ,")


def _find_box(view: View, start: int) -> str:
    """What opens a headline of Han characters in a box is part of it: 【直播】."""
    before = view.clean[view.clean.rfind("\n", 0, start) + 1 : start].lstrip()
    return before if before.startswith("【") and HAN.search(before) else ""


def _title_in_paragraph(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> Noted | None:
    first = next((shape for shape in shapes if verdicts[shape.number][0] in {Role.BODY, Role.LEAD}), None)
    if first is None or HAN.search(first.text):
        return None
    return _glued_stretch(view, first) or _before_outlet(view, first) or _before_day(view, first)


def _before_outlet(view: View, shape: Shape) -> Noted | None:
    """A headline to which the first paragraph was joined, which opens with the outlet's name."""
    found = _SIGNED.search(shape.text, _SHORT, _LONGEST)
    if found is None or shape.text[: found.start()].rstrip()[-1:] in ".,;:":
        return None
    text = shape.text[: found.start()].rstrip()
    span = view.to_raw(Span(shape.start, shape.start + len(text)))
    return Noted(text, span, "text/metadata.py: headline before the outlet's name")


def _before_day(view: View, shape: Shape) -> Noted | None:
    """A headline to which the first paragraph was joined: it stops, without a stop, where a day is named."""
    for cue in shape.found:
        place = cue.start - shape.start
        joined = _DAY.match(shape.text, max(place - 2, 0)) is not None
        if cue.meaning == "opening" and joined and _SHORT <= place <= _LONGEST and shape.text[place].isupper():
            span = view.to_raw(Span(shape.start, cue.start - 1))
            return Noted(shape.text[: place - 1], span, "text/metadata.py: headline before the first day")
    return None


def _glued_stretch(view: View, shape: Shape) -> Noted | None:
    """A headline that lost its spaces, up to the first space that the page does have."""
    found = view.words(Span(shape.start, shape.start + len(shape.text)))
    token = re.match(r"\S{20,}", found)
    if token is None or (len(token[0]) == len(found) and len(shape.words) < 4):
        return None
    raw = view.to_raw(Span(shape.start, shape.start + 1)).start
    place = view.from_raw(Span(raw, raw + len(token[0])))
    text = view.clean[place.start : place.stop]
    if text.count(" ") < 3:
        return None
    text = _CUT.split(text)[0].rstrip()
    span = view.to_raw(Span(place.start, place.start + len(text)))
    return Noted(mend_stretch(text, view.folded), span, "text/metadata.py: headline without spaces")


def note_published(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> Noted | None:
    """The article's own stamp: the first below the headline, else the nearest above it, else right behind the end."""
    roles = [verdicts[shape.number][0] for shape in shapes]
    head = next((i for i, role in enumerate(roles) if role is Role.HEADLINE), None)
    written = [i for i, role in enumerate(roles) if role in {Role.BODY, Role.LEAD}]
    first = head if head is not None else (written[0] if written else 0)
    second = written[_BEHIND - 1] if len(written) >= _BEHIND else (written[-1] if written else len(shapes))
    last = written[-1] if written else len(shapes) - 1
    below = [i for i in range(first + 1, second) if roles[i] is Role.DATELINE]
    above = [
        i for i in range(first - 1, -1, -1) if shapes[i].stamp and len(shapes[i]) < 120 and roles[i] is not Role.CAPTION
    ]
    behind = [i for i in range(last + 1, min(last + 4, len(shapes))) if roles[i] is Role.DATELINE]
    if head is not None and _is_timed(shapes[head]):
        below.insert(0, head)
    above.sort(key=lambda i: not _is_timed(shapes[i]))
    opened = [i for i, shape in enumerate(shapes[:1]) if shape.opened]
    places = [*below, *above, *opened, *behind]
    for index in places:
        stamp = shapes[index].opened if index in opened else shapes[index].stamp
        if stamp is not None and stamp.value is not None:
            place, value = index, stamp.value
            if not stamp.timed:
                place, stamp = _find_timed(shapes, places, value) or (index, stamp)
            start = shapes[place].start
            span = view.to_raw(Span(start + stamp.start, start + stamp.stop))
            return Noted(stamp.value or value, span, "text/metadata.py: stamp")
    return (_note_dateline(view, shapes[written[0]]) or _note_signature(view, shapes[last])) if written else None


def _note_signature(view: View, shape: Shape) -> Noted | None:
    """The day with which the last paragraph ends, behind its credits."""
    stamp = shape.stamp
    if (
        stamp is None
        or stamp.value is None
        or stamp.stop < len(shape.text.rstrip())
        or shape.text[stamp.start - 1] != ")"
    ):
        return None
    span = view.to_raw(Span(shape.start + stamp.start, shape.start + stamp.stop))
    return Noted(stamp.value, span, "text/metadata.py: signature")


def _note_dateline(view: View, shape: Shape) -> Noted | None:
    """The day with its year between a place and a dash, before the first words of an article."""
    stamp = shape.stamp
    if stamp is None or stamp.value is None or stamp.start > _PLACED or not _DASH.match(shape.text, stamp.stop):
        return None
    span = view.to_raw(Span(shape.start + stamp.start, shape.start + stamp.stop))
    return Noted(stamp.value, span, "text/metadata.py: dateline")


def _find_timed(shapes: Sequence[Shape], places: Sequence[int], day: str) -> tuple[int, Stamp] | None:
    """A stamp of the same day that has the time too."""
    stamps = ((index, stamp) for index in places if (stamp := shapes[index].stamp))
    return next(
        ((index, stamp) for index, stamp in stamps if stamp.timed and (stamp.value or "").startswith(day)), None
    )


def _is_timed(shape: Shape) -> bool:
    return shape.stamp is not None and shape.stamp.timed


def note_credits(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> tuple[Noted, ...]:
    """Outlets and agencies that the page says it took the article from, one each."""
    noted: dict[str, Noted] = {}
    opened = told = False
    own = ""
    for shape in shapes:
        role = verdicts[shape.number][0]
        written = role in {Role.BODY, Role.LEAD}
        if written and not opened:
            own = shape.signed.strip(" ()-–")
        told = told or written or role is Role.HEADLINE
        above = role is Role.CREDIT and not told and ":" not in shape.text
        if (shape.cues or role in _SIGNING) and not above:
            for name, start, rule in _find_credits(shape, role, opening=not opened):
                if name != own:
                    noted.setdefault(name, Noted(name, view.to_raw(Span(start, start + len(name))), rule))
        opened = opened or written
    return tuple(noted.values())


def _find_credits(shape: Shape, role: Role, *, opening: bool) -> Iterator[tuple[str, int, str]]:
    cue = _credit_cue(shape, role, opening=opening)
    if cue is None:
        house = (_HOUSE.fullmatch(shape.text) or _AGENCY.fullmatch(shape.text)) if role is Role.BYLINE else None
        named = house or role is Role.CREDIT
        yield from _cut_names(shape.text, shape.start, "text/metadata.py: agency and outlet") if named else ()
        return
    rest = shape.text[cue.stop - shape.start :]
    address = _HOST.search(rest)
    if address and not rest[: address.start()].strip(" :："):
        yield address[1], cue.stop + address.start(1), cue.source
        return
    if opening and role is Role.BODY:
        rest = rest.partition(":")[0]
    if role is Role.DATELINE:
        ends = [other.start for other in shape.found if other.start > cue.stop and other.meaning in _ABOUT]
        ends += [shape.start + shape.stamp.start] if shape.stamp else []
        rest = rest[: max(min(ends) - cue.stop, 0)] if ends else rest
    yield from _cut_names(_HALT.split(rest)[0], cue.stop, cue.source)


def _cut_names(text: str, start: int, rule: str) -> Iterator[tuple[str, int, str]]:
    place = start
    for piece in re.split(r"([,;/])", text):
        name = piece.strip(" :：.()-–|")
        if name and piece not in ",;/":
            yield name, place + piece.index(name), rule
        place += len(piece)


def _credit_cue(shape: Shape, role: Role, *, opening: bool) -> Cue | None:
    """The wording that gives credit: on a line of its own, beside the date, or in brackets at a paragraph's end."""
    wanted = ("credit", "source") if role is Role.BYLINE else ("credit",)
    cues = [cue for cue in shape.found if cue.meaning in wanted]
    cues.sort(key=lambda cue: (cue.start, -cue.stop))
    if not cues:
        return None
    if role is Role.CREDIT or (role is Role.JUNK and shape.address and cues[0].start == shape.start):
        return cues[0]
    if role in {Role.DATELINE, Role.BYLINE}:
        return next((cue for cue in cues if shape.text[cue.stop - shape.start :].lstrip(" :：")[:1].isupper()), None)
    if role is not Role.BODY:
        return None
    if opening and cues[0].start == shape.start and _OPENED.match(shape.text, cues[0].stop - shape.start):
        return cues[0]
    if not shape.text.endswith(")"):
        return None
    last = shape.text.rfind("(")
    rest = shape.text[last + 1 :]
    named = len(rest) < 60 and not any(word[0].islower() for word in rest.split()[1:])
    return next((cue for cue in cues if cue.start - shape.start == last + 1), None) if named else None


def note_byline(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> Noted | None:
    """Who signed the article, where a line names only that."""
    for shape in shapes:
        if verdicts[shape.number][0] is Role.BYLINE:
            span = Span(shape.start, shape.start + len(shape.text))
            return Noted(" ".join(shape.text.split()), view.to_raw(span), "text/metadata.py: byline")
    return None


def note_outlet(view: View, shapes: Sequence[Shape], verdicts: Verdicts) -> Noted | None:
    """The outlet's name: after the sign of rights, else a name in the first lines of the page."""
    for shape in shapes:
        if shape.text.startswith("©") and verdicts[shape.number][0] is Role.JUNK:
            name = re.sub(r"^(?:19|20)\d\d\s", "", re.split(r"[.|,]|\s/\s", shape.text[1:])[0].strip())
            if name and sum(word[0].isupper() for word in name.split()) * 2 >= len(name.split()):
                start = shape.start + shape.text.index(name)
                return Noted(name, view.to_raw(Span(start, start + len(name))), "text/metadata.py: sign of rights")
    for shape in shapes[:3]:
        if verdicts[shape.number][0] is Role.HEADLINE:
            break
        whole = shape.cells[0].strip() if shape.cells else ""
        parts = re.split(r"\s-\s", whole)
        name = next((part for part in parts if part.isupper()), parts[0] if len(whole) > 30 else whole)
        plain = verdicts[shape.number][1] == "above the headline" and len(shape.cells) == 1
        if shape.mark or verdicts[shape.number][1] == "wording of menus":
            continue
        if 3 < len(name) < 45 and not shape.stamp and (name.isupper() or (plain and shape.number == 1)):
            if shape.loud and len(shape.cells) > 1:
                continue
            value = name.title() if name.isupper() else name
            start = shape.start + shape.text.index(name)
            return Noted(value, view.to_raw(Span(start, start + len(name))), "text/metadata.py: first lines")
    return None
