"""One verb of speech with those who speak."""

from __future__ import annotations

from telcon.model.mentions import Mark
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.scenes import Presence
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.speakers import Voice
from telcon.reports.speech.utterances import Passage


@value(frozen=True, slots=True)
class Saying:
    """One verb of speech. `chain` are those who speak, outermost first; the last one is the speaker.

    `start` is where its clause begins, `content` where what is said begins. `quoted` is the quotation that it belongs
    to where that stands before it; `carries`: another saying hangs on it, it says nothing of its own; `tail`: it stands
    behind what it tells of, which ends at `until` where another saying follows; `within` is how many at the end of the
    chain speak only within the quotation; `whole`: the one who tells stands within what is told; `inlaid` is a
    quotation of somebody else's within what is told; `nested` is where the words begin in which the same one says that
    he said it: *said | he had told*.
    """

    chain: tuple[Voice, ...]
    verb: Mark
    start: int
    content: int
    subject: Presence | None = None
    quoted: Span | None = None
    carries: bool = False
    tail: bool = False
    within: int = 0
    until: int | None = None
    whole: bool = False
    inlaid: tuple[Voice, Span] | None = None
    nested: int | None = None

    @property
    def just_tells(self) -> bool:
        """Whether it tells that something was told, not only that somebody spoke up."""
        return "tells" in self.verb.flags and "bare" not in self.verb.flags


def frame_saying(passage: Passage, frame: Frame, chain: tuple[Voice, ...], told: Span) -> Saying:
    """What an attribution gives, as if a verb gave it: *по словам X, …*."""
    words = passage.between(frame.span.start, frame.span.stop, "publicly", "frame", "says")
    public = any(word.meaning == "publicly" or "public" in word.flags for word in words)
    verb = Mark(frame.span, "speech", "says", frozenset({"public"} if public else ()), frame.rule)
    return Saying(chain, verb, frame.span.start, told.start, next(iter(frame.presences), None))
