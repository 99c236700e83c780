"""From mentions to reports and statements."""

from __future__ import annotations

from datetime import date

from telcon.languages.packs import Pack
from telcon.mentions import Mentions
from telcon.model.contacts import Leftover, Report, Statement
from telcon.model.texts import Text
from telcon.reports.agreements import add_agreements
from telcon.reports.days.eras import MIDDLE
from telcon.reports.finishing import finish_reports
from telcon.reports.statements.statements import read_account
from telcon.reports.stories import Story
from telcon.reports.tellers.sources import read_sources
from telcon.roster import Roster, Site

Composed = tuple[tuple[Report, ...], tuple[Statement, ...], tuple[Leftover, ...], tuple[str, ...]]


def compose(
    text: Text,
    mentions: Mentions,
    pack: Pack,
    roster: Roster,
    *,
    published: str | None = None,
    site: Site | None = None,
    host: str = "",
) -> Composed:
    """Put what a page mentions together: reports, statements, cues that came to nothing, and flags of the page.

    `published` is the source's date for pages that show none themselves (ISO 8601; of a month alone the year is taken,
    and who held office; what is neither is as none); `site` the official one that the page stands on,
    `host` the name of its host.
    """
    day = text.published.value if text.published else _as_day(published)
    story = Story(text, mentions, roster, day, around=_as_month(published), site=site)
    story.read()
    account = read_account(story)
    sources = read_sources(story, account, host=host)
    reports = finish_reports(story, account.statements, sources)
    reports = add_agreements(story, account.statements, reports)
    return reports, account.statements, tuple(story.leftovers), ("fiction",) if story.fiction else ()


def _as_day(published: str | None) -> str | None:
    try:
        return published and str(date.fromisoformat(published[:10])) + published[10:]
    except ValueError:
        return None


def _as_month(published: str | None) -> date | None:
    """The middle of the month."""
    try:
        return date.fromisoformat(f"{published[:7]}-{MIDDLE}") if published else None
    except ValueError:
        return None
