"""The text of a page: its view, its lines and what each line is."""

from __future__ import annotations

import re
from dataclasses import replace

from telcon.languages import Pack
from telcon.letters import build_view, leave_out_readings
from telcon.letters.han import HAN
from telcon.model.pages import Page
from telcon.model.spans import Span
from telcon.model.texts import Line, Noted, Role, Text
from telcon.model.views import View
from telcon.text.furniture import find_cues, load_offices
from telcon.text.marked import assign_marked
from telcon.text.marked_names import note_marked_byline, note_marked_outlet, note_marked_title
from telcon.text.marked_times import note_marked_published
from telcon.text.metadata import note_byline, note_credits, note_outlet, note_published, note_title
from telcon.text.paragraphs import join_broken
from telcon.text.roles import assign_roles
from telcon.text.segmenting import find_segmenter
from telcon.text.shapes import Shape, see_line
from telcon.text.stamps import load_stamps
from telcon.text.wrapping import join_lines

_BREAK = re.compile(r"\r\n|\n|\r")


def read_text(page: Page, pack: Pack) -> Text:
    """Read the lines of a page, what each is, and what it shows about itself. Never raises for what a page holds."""
    view = build_view(page.text, segment=find_segmenter(pack))
    spans = split_lines(page.text)
    shapes = _see_lines(view, spans, pack)
    markup = page.markup if page.markup and len(page.markup.places) == len(spans) else None
    verdicts = assign_marked(shapes, markup) if markup else assign_roles(shapes)
    lines = tuple(
        Line(number, span, *verdicts.get(number, (Role.BLANK, "no letters")))
        for number, span in enumerate(spans, start=1)
    )
    if markup:
        published = note_marked_published(view, shapes, verdicts, markup)
        noters = (note_marked_title, note_marked_outlet, note_marked_byline)
        title, outlet, byline = (note(view, shapes, verdicts, markup.declared) for note in noters)
    else:
        published = note_published(view, shapes, verdicts)
        title, outlet, byline = (note(view, shapes, verdicts) for note in (note_title, note_outlet, note_byline))
    text = Text(
        page.text,
        view,
        pack.code,
        lines,
        title=title and _as_printed(view, title),
        published=published,
        outlet=outlet and _as_printed(view, outlet),
        byline=byline and _as_printed(view, byline),
        credits=tuple(_as_printed(view, credit) for credit in note_credits(view, shapes, verdicts)),
    )
    return join_broken(text)


def _as_printed(view: View, noted: Noted) -> Noted:
    """What a page shows, without the spaces that the view puts beside Han characters, nor readings in brackets."""
    words = leave_out_readings(view.raw[noted.span.start : noted.span.stop])
    return replace(noted, value=" ".join(words.split())) if HAN.search(words) else noted


def split_lines(text: str) -> list[Span]:
    """Where the lines of a text stand, line breaks left out; there is one line more than breaks."""
    spans, place = [], 0
    for match in _BREAK.finditer(text):
        spans.append(Span(place, match.start()))
        place = match.end()
    spans.append(Span(place, len(text)))
    return spans


def _see_lines(view: View, spans: list[Span], pack: Pack) -> list[Shape]:
    clean = split_lines(view.clean) if view.starts else spans
    cues = find_cues(pack, view.folded, [span.start for span in clean], [span.stop for span in clean])
    stamps, latin = load_stamps(pack.code), pack.settings.get("script") == "Latn"
    offices = load_offices(pack.code)
    shapes: list[Shape] = []
    for number, (found, place) in enumerate(zip(spans, clean, strict=True), start=1):
        line = view.clean[place.start : place.stop]
        if line.strip():
            folded = view.folded[place.start : place.stop]
            shapes.append(
                see_line(
                    number,
                    found,
                    place.start,
                    line=line,
                    folded=folded,
                    cues=cues[number - 1],
                    stamps=stamps,
                    latin=latin,
                    offices=offices,
                )
            )
    return join_lines(shapes)
