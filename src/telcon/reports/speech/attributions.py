"""Frames that say according to whom a passage speaks: *theo ông Ushakov*, *theo thông cáo của X mà đài Y dẫn lại*."""

from __future__ import annotations

from dataclasses import replace

from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.scenes import Presence
from telcon.reports.speech.inversions import find_parentheses
from telcon.reports.speech.unnamed import is_aide
from telcon.reports.speech.utterances import Passage, end_before, skip_blanks

SIDES = (Sort.STATE, Sort.CAPITAL)
NAMED = (Sort.PERSON, *SIDES)
SPEAKING = (Sort.PERSON, Sort.BODY, Sort.MEDIUM, *SIDES)
FRAMING = ("according", "thereby")
HEADS = ("head", "press", "office", "official", "rank")
DOCUMENTS = ("account", "of", "place", "nominal", "indefinite", "adverb", "publicly", *HEADS)
"""Words that may stand between one for *according* and whoever is named behind it; the heads are people and offices."""
FAR, NEAR, APPOSITION, LINKS = 28, 2, 80, 2
OPENING = ' 《“"«'


@value(frozen=True, slots=True)
class Frame:
    """An attribution with those whom it names, outermost first (who relays before who said it).

    `span` takes in the comma that parts it from the rest. `again` is the word that stands for somebody told of before
    (*hãng này*), `last` tells that it stands at the end of its passage, `governing` that of a state its government is
    meant, `press` that its media are (据法国媒体报道), `stands` that an office or an official of his is.
    """

    span: Span
    presences: tuple[Presence, ...]
    again: Mark | None
    last: bool
    rule: str
    governing: bool = False
    press: bool = False
    stands: str = ""

    @property
    def by_pronoun(self) -> bool:
        """Whether it goes on with somebody: *theo ông*."""
        return any(presence.naming.how is How.PRONOUN for presence in self.presences)


def find_frames(passage: Passage, clean: str, *, inverted: bool = False) -> list[Frame]:
    """All frames of a passage, in order; with `inverted`, also a verb with its subject behind it, between commas."""
    frames = [
        Frame(span, (presence,), None, last=False, rule=verb.rule)
        for verb, presence, span in (find_parentheses(passage, clean) if inverted else ())
    ]
    if not passage.meanings.isdisjoint((*FRAMING, "quotes")):
        marks = [word for word in passage.words if word.meaning in FRAMING or _opens(passage, word)]
        frames += [frame for mark in marks if (frame := _his(passage, clean, mark) or _frame(passage, clean, mark))]
    frames += [frame for word in passage.words if "framing" in word.flags and (frame := _owned(passage, clean, word))]
    if head := _headed(passage, clean):
        frames = [head, *frames]
    return [frame for i, frame in enumerate(frames) if not any(f.span.covers(frame.span) for f in frames[:i])]


def opens_account(passage: Passage, clean: str, presence: Presence) -> bool:
    """Whether a passage opens with somebody's own account, to be followed from there on: 欧盟委员会的通稿很长."""
    if presence.start - passage.span.start > 1:
        return _owns_head(passage, clean, presence)
    of = passage.word(skip_blanks(clean, presence.stop), "of")
    return of is not None and passage.word(skip_blanks(clean, of.span.stop), "account") is not None


def _owns_head(passage: Passage, clean: str, presence: Presence) -> bool:
    """Whether it is somebody's account with which a passage opens: *Thông cáo của Nhà Trắng dài mười dòng*."""
    place = passage.span.start
    while word := passage.word(skip_blanks(clean, place), "indefinite", "nominal"):
        place = word.span.stop
    account = passage.word(skip_blanks(clean, place), "account")
    of = passage.word(skip_blanks(clean, account.span.stop), "of") if account else None
    place = skip_blanks(clean, of.span.stop) if of else presence.start + 1
    head = passage.word(place, "head") if of else None
    return (skip_blanks(clean, head.span.stop) if head else place) == presence.start


def _headed(passage: Passage, clean: str) -> Frame | None:
    """A body's or an agency's document, named alone at the head of a passage: 新华社消息，…."""
    told = (p for p in passage.presences if p.naming.sort in (Sort.BODY, Sort.MEDIUM))
    head = next((p for p in told if p.start - passage.span.start <= 1), None)
    place = _skip_documents(passage, clean, head.stop) if head else 0
    word = passage.ending(place, "account") if head else None
    if head and word and clean[place : place + 1] != ",":  # what it is like stands before the colon
        colon = clean.find(":", place, min(place + FAR, passage.span.stop))
        place = colon if colon >= 0 and "," not in clean[place:colon] else place
    if not head or not word or "opens" not in word.flags or clean[place : place + 1] not in (",", ":"):
        return None
    return Frame(Span(passage.span.start, place + 1), (head,), None, last=False, rule=word.rule)


def _owned(passage: Passage, clean: str, word: Mark) -> Frame | None:
    """An account behind the one whose it is, with a preposition before him: *by the Kremlin's own account*."""
    sign = passage.ending(end_before(clean, word.span.start), "possessive")
    owner = next((p for p in passage.outside if sign and p.stop == end_before(clean, sign.span.start)), None)
    if owner is None or owner.naming.sort not in SPEAKING:
        return None
    mark = passage.ending(end_before(clean, owner.start), "adjunct", "of")
    start = end_before(clean, mark.span.start) if mark else 0
    opens = mark and (start <= passage.span.start or clean[start - 1] in ",;–—")
    return _close(passage, clean, mark, owner) if mark and opens else None


def _opens(passage: Passage, word: Mark) -> bool:
    """Whether the passage begins with whom somebody quotes: *Dẫn lời ông Ushakov, hãng TASS đưa tin*."""
    return word.meaning == "quotes" and word.span.start - passage.span.start <= 1


def _thereby(passage: Passage, clean: str, mark: Mark) -> Frame | None:
    within = mark.span.start - passage.span.start > 1
    if within and "within" not in mark.flags:
        return None
    start = end_before(clean, mark.span.start, over=" ,") if within else mark.span.start
    span = Span(start, _comma_behind(passage, clean, mark.span.stop))
    return Frame(span, (), mark, last=False, rule=mark.rule)


def _frame(passage: Passage, clean: str, mark: Mark) -> Frame | None:
    if "medium" in mark.flags and not _opens_on(passage, clean, mark):
        return None
    if mark.meaning == "thereby":
        return _thereby(passage, clean, mark)
    place = _skip_documents(passage, clean, mark.span.stop)
    again = passage.word(skip_blanks(clean, place), "again")
    reach = NEAR if place == mark.span.stop else FAR
    inner = next((p for p in passage.outside if 0 <= p.start - place <= reach), None)
    inner, stands = _standing_for(passage, clean, inner, mark.span.stop) if inner else (None, "")
    inner = inner and _medium_of(passage, clean, inner)
    if not again and clean[place : place + 1] == "," and (document := passage.ending(place, "account")):
        again = document
    if again:
        return _close(passage, clean, mark, again)
    heads = passage.between(mark.span.stop, inner.start, "press", "head") if inner else []
    governing = bool(heads) and "body" in heads[-1].flags
    together = bool(heads) and heads[-1].meaning == "press" and "many" in heads[-1].flags
    if inner and inner.naming.sort in SIDES and heads and not (governing or together):
        return None
    if any("joint" in word.flags for word in passage.between(mark.span.stop, place, "account")):
        return None
    if not inner or inner.naming.sort not in SPEAKING or "," in clean[place : inner.start]:
        return None
    if inner.naming.sort is Sort.STATE and (document := passage.word(skip_blanks(clean, inner.stop), "account")):
        end = _comma_behind(passage, clean, document.span.stop)
        start = _start(passage, clean, mark.span.start)
        last = not clean[end : passage.span.stop].strip(' .;…"”»')
        return Frame(Span(start, end), (inner,), None, last=last, rule=mark.rule)
    frame = _close(passage, clean, mark, inner)
    if inner.naming.sort is Sort.PERSON and _names_contact(passage, frame, inner):
        return None
    own = inner.naming.how is How.PRONOUN and frame.span.stop == passage.span.stop
    if own and mark.span.start > passage.span.start:  # as far as one knows himself: 说，据她了解是美方
        return None
    if stands and inner.naming.sort in NAMED:
        return replace(frame, stands=stands)
    if inner.naming.sort is Sort.STATE and (together or passage.word(skip_blanks(clean, inner.stop), "press")):
        return replace(frame, press=True)
    return replace(frame, governing=True) if governing and inner.naming.sort in SIDES else frame


def _his(passage: Passage, clean: str, mark: Mark) -> Frame | None:
    """According to the office of the one who acts in the passage: *…, according to his office*."""
    own = passage.ending(_skip_documents(passage, clean, mark.span.stop), "office", "official")
    if not own or "own" not in own.flags or mark.meaning != "according":
        return None
    leaders = (p for p in passage.outside if p.leader and p.leader.leads and p.stop <= mark.span.start)
    ties = ("of", "to", "adjunct")
    acting = next((p for p in leaders if not passage.ending(end_before(clean, p.start), *ties)), None)
    frame = _close(passage, clean, mark, own)
    return replace(frame, presences=(acting,), again=None, stands=own.meaning) if acting else None


def _names_contact(passage: Passage, frame: Frame, inner: Presence) -> bool:
    """Whether it rests on a contact of the one named, not on his words: 根据他与吕特的会面，…."""
    return len(frame.presences) > 1 and any(
        cue.noun and inner.stop <= cue.span.start < frame.span.stop for cue in passage.cues
    )


def _opens_on(passage: Passage, clean: str, mark: Mark) -> bool:
    """Whether a passage opens with the medium on which somebody speaks: *Trên CCTV, ông Tập nói*."""
    place = skip_blanks(clean, mark.span.stop)
    near = next((p for p in passage.outside if p.start >= mark.span.stop), None)
    medium = near is not None and near.naming.sort is Sort.MEDIUM and near.start == place
    return medium and mark.span.start - passage.span.start <= 1


def _medium_of(passage: Passage, clean: str, state: Presence) -> Presence:
    """The paper of a state that stands right behind it, instead of the state: 据美国《纽约时报》报道."""
    after = next((p for p in passage.presences if p.start >= state.stop), None)
    beside = after and not clean[state.stop : after.start].strip(OPENING)
    own = state.naming.sort is Sort.STATE and beside and after and after.naming.sort is Sort.MEDIUM
    return after if own and after else state


def _standing_for(passage: Passage, clean: str, head: Presence, start: int) -> tuple[Presence, str]:
    """Who is named behind `start`, and what of his is meant: *per Ruto's office*, *per a spokesman for Ruto*."""
    if is_aide(head):
        behind = next((p for p in passage.outside if p.start >= head.stop), None)
        ties = passage.between(head.stop, behind.start, "of", "rank") if behind else []
        gap = clean[head.stop : behind.start] if behind else ""
        near = behind and ties and "," not in gap and len(gap.split()) <= LINKS
        return (behind, "official") if behind and near else (head, "")
    words = passage.between(start, head.start, "office", "again", "official", "account")
    if head.naming.sort in SIDES and any(word.meaning == "official" for word in words):
        return head, "official"
    if any(word.meaning == "office" or not word.flags.isdisjoint(("office", "house")) for word in words):
        return head, "office"
    sign = owning(passage, skip_blanks(clean, head.stop))
    own = next((p for p in passage.outside if sign and 0 <= p.start - sign.span.stop <= 1), None)
    if own and own.naming.sort is Sort.PERSON and own.naming.name and own.leader and not own.leader.leads:
        return own, ""  # *according to Ruto's spokesman, Hussein Mohamed*
    word = passage.word(skip_blanks(clean, sign.span.stop), "office", "official") if sign else None
    return head, word.meaning if word else ""


def owning(passage: Passage, place: int) -> Mark | None:
    """The word at `place` that ties what follows to the one named before it: *Ruto's office*, 莫迪的办公室."""
    word = passage.word(place, "possessive", "of")
    return word if word and (word.meaning == "possessive" or "leads" in word.flags) else None


def _skip_documents(passage: Passage, clean: str, place: int) -> int:
    while True:
        start = skip_blanks(clean, place)
        word = passage.word(start, *DOCUMENTS, "again")
        if word and word.meaning == "press" and any(p.start == start for p in passage.outside):
            return place  # *Theo truyền thông nhà nước Nga*, a body of its own
        if word and (word.meaning != "again" or "office" in word.flags):
            place = word.span.stop
        elif date := next((d for d in passage.dates if d.start == start), None):
            place = date.stop
        else:
            return place


def _close(passage: Passage, clean: str, mark: Mark, head: Presence | Mark) -> Frame:
    end = _comma_behind(passage, clean, head.span.stop if isinstance(head, Mark) else head.stop)
    named: tuple[Presence, ...] = ()
    if isinstance(head, Presence):
        end = _behind_apposition(passage, clean, end)
        named = (*_relays(passage, head, end), *_together(passage, clean, head))
    start = _start(passage, clean, mark.span.start)
    last = not clean[end : passage.span.stop].strip(' .;…"”»')
    return Frame(Span(start, end), named, head if isinstance(head, Mark) else None, last=last, rule=mark.rule)


def _comma_behind(passage: Passage, clean: str, place: int) -> int:
    found = [at for sign in ",;:" if (at := clean.find(sign, place, passage.span.stop)) >= 0]
    stop = min(found, default=passage.span.stop)
    if then := next((w for w in passage.between(place, stop, "adverb") if "opens" in w.flags), None):
        return then.span.stop
    verbs = [w.span.start for w in passage.between(place, stop, "says", "acts")]
    return stop + 1 if found and not verbs else stop


def _behind_apposition(passage: Passage, clean: str, place: int) -> int:
    """The end of the title that stands behind a name, between commas."""
    stop = clean.find(",", place, min(place + APPOSITION, passage.span.stop))
    if stop < 0 or clean[place - 1] != "," or any(place <= cue.span.start < stop for cue in passage.cues):
        return place
    heads = [p for p in passage.presences if place <= p.start < stop]
    if not passage.between(place, stop, "of") or not heads or (heads[0].start - place <= 1 and heads[0].leader):
        return place
    return stop + 1


def _relays(passage: Passage, inner: Presence, end: int) -> tuple[Presence, ...]:
    """Media within the frame that relay what the one at its head said."""
    if not passage.between(inner.stop, end, "quotes"):
        return ()
    return tuple(p for p in passage.presences if inner.stop <= p.start < end and p.naming.sort is Sort.MEDIUM)


def _together(passage: Passage, clean: str, inner: Presence) -> tuple[Presence, ...]:
    """The one named and those joined to him."""
    run = [inner]
    for presence in passage.presences:
        joined = passage.between(run[-1].stop, presence.start, "joins")
        if presence.start > run[-1].stop and joined and presence.start - run[-1].stop <= 5:
            run.append(presence)
    return tuple(run)


def _start(passage: Passage, clean: str, place: int) -> int:
    while word := passage.ending(end_before(clean, place), "adverb"):
        place = word.span.start
    before = len(clean[passage.span.start : place].rstrip()) + passage.span.start
    return before - 1 if before > passage.span.start and clean[before - 1] == "," else place
