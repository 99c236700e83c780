"""Whose words the sentences of a readout are, from the sentence that opens it to its end."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.reports.readouts import Readout
from telcon.reports.speech.speakers import Voice, Voices
from telcon.reports.speech.utterances import Passage


class Recital:
    """Follows the readouts of a page, passage by passage."""

    def __init__(self, readouts: Sequence[Readout], voices: Voices) -> None:
        self.readouts, self.voices = readouts, voices
        self.told: dict[Span, tuple[Voice, ...]] = {}

    def open(self, passage: Passage, chain: tuple[Voice, ...] = ()) -> None:
        """Take in who tells in the passage that opens a readout, else the body that it names, or whose account the
        page follows.
        """
        tellers = tuple(voice for voice in chain[:1] if not voice.leading)
        for readout in self.readouts:
            if passage.span.start <= readout.opener.start < passage.span.stop:
                bodies = [p for p in passage.outside if p.naming.sort is Sort.BODY]
                known = self.voices.of(bodies[-1], None) if bodies else self.voices.published
                self.told[readout.span] = tellers or self.told.get(readout.span) or ((known,) if known else ())

    def over(self, passage: Passage) -> tuple[Voice, ...]:
        """Those whose readout a passage stands in; nobody for the one that opens it."""
        for readout in self.readouts:
            if readout.span.start <= passage.span.start < readout.span.stop:
                return self.told.get(readout.span, ())
        return ()

    def quotes(self, span: Span) -> bool:
        """Whether the words stand in the quotation marks of a readout."""
        return any(quotation.covers(span) for readout in self.readouts for quotation in readout.quotations)
