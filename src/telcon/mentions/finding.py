"""All mentions of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from telcon.languages.packs import Pack
from telcon.mentions.dates import DateMention, find_dates
from telcon.mentions.durations import DurationMention, find_durations
from telcon.mentions.governing import govern_namings
from telcon.mentions.lexemes import Lexeme, find_lexemes
from telcon.mentions.names_alone import add_names_alone
from telcon.mentions.namings import NamingFinder
from telcon.mentions.quotations import find_quotations, paragraphs_of
from telcon.mentions.sentences import cut_sentences
from telcon.mentions.sites import add_sites
from telcon.mentions.topics import TopicMention, find_topics
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, How, Mark, Naming, Quotation, Sentence
from telcon.model.spans import Span
from telcon.model.texts import Text
from telcon.model.values import value
from telcon.roster import Roster
from telcon.roster.entries import MediumForm, MediumKind

INVITATIONS = frozenset({"invited", "accepted", "asked_by_following"})
GREETING, WRITTEN, SENT, BESIDE = "greeting", "written", "sent", 160
"""The flags of greetings and of those that only a page makes messages which tells of a letter or telegram, or has words
of the meaning behind them; how far from one a contact may be told of in which it was said.
"""

KINDS = {kind.value: kind for kind in Kind}


@value(frozen=True, slots=True)
class Mentions:
    """Everything found in the article of a page, each list in order of position; spans are in the text's view."""

    sentences: tuple[Sentence, ...]
    namings: tuple[Naming, ...]
    cues: tuple[Cue, ...]
    marks: tuple[Mark, ...]
    dates: tuple[DateMention, ...]
    durations: tuple[DurationMention, ...]
    topics: tuple[TopicMention, ...]
    quotations: tuple[Quotation, ...]


def find_mentions(text: Text, pack: Pack, roster: Roster) -> Mentions:
    """Find what the article of a page mentions; lines that are no article give nothing.

    Most pages of a crawl have no cue for a contact, nor a word of invitation that may tell of one: on these nothing
    else is looked for.
    """
    view = text.view
    sentences = cut_sentences(text, pack)
    paragraphs = paragraphs_of(sentences)
    article = _keep_article(view.folded, paragraphs)
    lexemes = find_lexemes(view.clean, article, pack)
    cues, marks = tuple(_cues(lexemes)), tuple(_marks(lexemes))
    if not cues and not any(mark.meaning in INVITATIONS or "invitation" in mark.flags for mark in marks):
        return Mentions(sentences, (), (), marks, (), (), (), ())
    dates = tuple(find_dates(article, pack))
    found = add_sites(view.clean, paragraphs, NamingFinder(view, lexemes, pack, roster).find())
    named = list(_without_months(found, dates))
    namings = tuple(add_names_alone(view.clean, paragraphs, named, dates, pack))
    return Mentions(
        sentences,
        namings,
        cues,
        govern_namings(namings, marks, pack),
        dates,
        tuple(find_durations(article, pack)),
        tuple(find_topics(article, view.clean, pack)),
        find_quotations(view.clean, paragraphs),
    )


def _without_months(namings: Sequence[Naming], dates: Sequence[DateMention]) -> Iterator[Naming]:
    """The namings without short forms that are part of a date: *May 31* names nobody."""
    starts = [mention.span.start for mention in dates]
    for naming in namings:
        place = bisect_right(starts, naming.start) - 1
        if naming.how is not How.TITLE or not naming.persons or place < 0 or naming.start >= dates[place].span.stop:
            yield naming


def _keep_article(folded: str, paragraphs: Sequence[Span]) -> str:
    """The text with everything but the article blanked, so that positions stay."""
    pieces, place = [], 0
    for paragraph in paragraphs:
        pieces += ["\n" * (paragraph.start - place), folded[paragraph.start : paragraph.stop]]
        place = paragraph.stop
    return "".join((*pieces, "\n" * (len(folded) - place)))


def _cues(lexemes: Sequence[Lexeme]) -> list[Cue]:
    """The cues of a page; a greeting that was sent (flag) may have been said in a contact that is told of beside it."""
    cues = [
        Cue(Span(lexeme.start, lexeme.stop), KINDS[form.meaning], "noun" in form.flags, form.flags, form.source)
        for lexeme in lexemes
        if (form := lexeme.form("contacts")) and form.meaning in KINDS and not _is_platform(lexeme)
    ]
    if not any(GREETING in cue.flags for cue in cues):
        return cues
    spoken = [cue.span.start for cue in cues if cue.kind is not Kind.MESSAGE]
    written = any(cue.kind is Kind.MESSAGE and WRITTEN not in cue.flags for cue in cues)
    written = written or any(lexeme.form("particles", SENT) for lexeme in lexemes)
    return [
        cue
        for cue in cues
        if GREETING not in cue.flags
        or not (any(abs(place - cue.span.start) < BESIDE for place in spoken) or (WRITTEN in cue.flags and not written))
    ]


def _is_platform(lexeme: Lexeme) -> bool:
    """Whether a word with a capital is where something was posted: *on Telegram*, not *in a telegram*."""
    return any(isinstance(entry, MediumForm) and entry.kind is MediumKind.PLATFORM for entry in lexeme.entries)


def _marks(lexemes: Sequence[Lexeme]) -> list[Mark]:
    return [
        Mark(Span(lexeme.start, lexeme.stop), entry.sheet, entry.meaning, entry.flags, entry.source)
        for lexeme in lexemes
        for sheet, forms in lexeme.wording.forms.items()
        if sheet not in ("contacts", "titles")
        for entry in forms
    ]
