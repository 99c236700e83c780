"""Readouts that a page gives whole: a body's account of a contact, sentence by sentence, as if the page told it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.mentions import Mentions
from telcon.mentions.quotations import CLOSES
from telcon.model.contacts import LEADING
from telcon.model.mentions import How, Naming, Sentence, Sort
from telcon.model.spans import Span
from telcon.model.values import value

TELLING = (Sort.BODY, Sort.MEDIUM)
PEOPLE = (Sort.PERSON, Sort.GROUP)
MARKS = "".join({*CLOSES, *"".join(CLOSES.values())})
LEAST, NAMED, PLURAL, ENDS = 8, 2, 2, " \xa0.,"
"""Fewest words of a readout, fewest people named in its first paragraph, fewest sentences in quotation marks."""


@value(frozen=True, slots=True)
class Readout:
    """A stretch of the article that a body gives as its own account.

    `opener` is the sentence that says whose it is, `country` the side, `quotations` those that its paragraphs are in.
    """

    span: Span
    opener: Span
    country: str
    quotations: tuple[Span, ...]


@value(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with what it names; `quotation` is the one that runs to its end, if one does.

    `starts` are where its sentences begin.
    """

    span: Span
    starts: tuple[int, ...]
    namings: tuple[Naming, ...]
    quotation: Span | None
    spoken: bool

    @property
    def whole(self) -> bool:
        """Whether the quotation is all of it."""
        return self.quotation is not None and self.quotation.start - self.span.start <= NAMED


def find_readouts(mentions: Mentions, namings: Sequence[Sequence[Naming]], clean: str) -> tuple[Readout, ...]:
    """The readouts of an article in order: behind a colon, or a paragraph in quotation marks behind a body's name.

    `namings` are those of each sentence. In a readout nobody says *I*, and its first paragraph names two people.
    """
    paragraphs = list(_paragraphs(mentions, namings, clean))
    found: list[Readout] = []
    for place, paragraph in enumerate(paragraphs):
        if found and paragraph.span.start < found[-1].span.stop:
            continue
        if readout := _opened(paragraphs, place, clean):
            found.append(readout)
    return tuple(found)


def _paragraphs(mentions: Mentions, namings: Sequence[Sequence[Naming]], clean: str) -> Iterator[_Paragraph]:
    known: dict[int, list[tuple[Sentence, Sequence[Naming]]]] = {}
    for sentence, inside in zip(mentions.sentences, namings, strict=True):
        if not sentence.headline:
            known.setdefault(sentence.paragraph, []).append((sentence, inside))
    for told in known.values():
        span = Span(told[0][0].span.start, told[-1][0].span.stop)
        named = tuple(naming for _, inside in told for naming in inside)
        ends = (q.span for q in mentions.quotations if span.covers(q.span) and _closes(clean, q.span, span))
        spoken = any(naming.how is How.SPEAKER for naming in named)
        starts = tuple(sentence.span.start for sentence, _ in told)
        yield _Paragraph(span, starts, named, next(ends, None), spoken)


def _closes(clean: str, quotation: Span, paragraph: Span) -> bool:
    return not clean[quotation.stop : paragraph.stop].strip(ENDS + MARKS)


def _opened(paragraphs: Sequence[_Paragraph], place: int, clean: str) -> Readout | None:
    """The readout that a paragraph opens, or holds behind its colon."""
    opener = paragraphs[place]
    quoted = opener.quotation
    if quoted and clean[opener.span.start : quoted.start].rstrip(" \xa0" + MARKS).endswith(":"):
        head = Span(opener.span.start, quoted.start)
        country, told = _side(opener.namings, head), [_behind(opener, quoted), *paragraphs[place + 1 :]]
    else:
        head, told = Span(opener.starts[-1], opener.span.stop), list(paragraphs[place + 1 :])
        country = _side(opener.namings, head) if _introduces(opener, told, clean) else None
    first = next(iter(told), None)
    if not country or not first or not _tells(first, clean):
        return None
    run = [first, *_going_on(told[1:], whole=first.whole, clean=clean)]
    if first.whole and sum(len(paragraph.starts) for paragraph in run) < PLURAL:
        return None
    return Readout(
        Span(first.span.start, run[-1].span.stop),
        head,
        country,
        tuple(paragraph.quotation for paragraph in run if paragraph.quotation and paragraph.whole),
    )


def _behind(opener: _Paragraph, quoted: Span) -> _Paragraph:
    """The quotation with which a paragraph ends, by itself."""
    inside = tuple(naming for naming in opener.namings if quoted.covers(naming.span))
    spoken = any(naming.how is How.SPEAKER for naming in inside)
    starts = (quoted.start, *(start for start in opener.starts if start > quoted.start))
    return _Paragraph(Span(quoted.start, opener.span.stop), starts, inside, quoted, spoken)


def _introduces(opener: _Paragraph, told: Sequence[_Paragraph], clean: str) -> bool:
    """Whether a paragraph ends with a colon, or the next one is nothing but a quotation."""
    return clean[: opener.span.stop].endswith(":") or bool(told and told[0].whole and not opener.whole)


def _side(namings: Sequence[Naming], head: Span) -> str | None:
    """The side of the body, or of somebody who serves it, that gives the readout; none where leaders are named."""
    inside = [naming for naming in namings if head.covers(naming.span)]
    if any(naming.sort is Sort.GROUP or not LEADING.isdisjoint(naming.roles) for naming in inside):
        return None
    telling = (n for n in inside if n.sort is Sort.BODY or (n.sort is Sort.PERSON and n.roles and not n.former))
    return next((naming.country for naming in telling if naming.country), None)


def _tells(paragraph: _Paragraph, clean: str) -> bool:
    people = [naming for naming in paragraph.namings if naming.sort in PEOPLE]
    words = clean[paragraph.span.start : paragraph.span.stop].split()
    return not paragraph.spoken and len(people) >= NAMED and len(words) >= LEAST


def _going_on(told: Sequence[_Paragraph], *, whole: bool, clean: str) -> Iterator[_Paragraph]:
    """The paragraphs that go on with a readout: in quotation marks as its first, else till somebody tells."""
    for paragraph in told:
        tells = not whole and any(naming.sort in TELLING for naming in paragraph.namings)
        if paragraph.spoken or paragraph.whole is not whole or tells or clean[: paragraph.span.stop].endswith(":"):
            return
        yield paragraph
