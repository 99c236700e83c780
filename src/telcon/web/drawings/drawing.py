"""Filling templates: in the reader's language, with marks, names and words as the house has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_datetime
from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from telcon.contacts import Choice, Contact
from telcon.exports.annotations import is_public
from telcon.messages import (
    LANGUAGES,
    name_briefly,
    name_channel,
    name_date,
    name_day,
    name_day_of,
    name_deed,
    name_feature,
    name_field,
    name_kind,
    name_language,
    name_leader,
    name_length,
    name_matter,
    name_office,
    name_people,
    name_role,
    name_scope,
    name_short_day,
    name_side,
    name_speaker,
    name_speakers,
    name_stage,
    name_standing,
    name_state,
    name_status,
    name_time,
    name_topic,
    name_utterance,
    name_value,
    name_verdict,
    name_way,
    say,
    say_count,
    speak,
    spoken,
    tell_reason,
)
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration
from telcon.store import state_codes
from telcon.web.catalogues.addresses import leader_address, pair_address, side_address
from telcon.web.charts.marks import mark
from telcon.web.contacts.trees import tell_copy
from telcon.web.drawings.captions import count_kind, headline
from telcon.web.guards.agents import agent_name
from telcon.web.guards.people import form_token, person_of
from telcon.web.guards.returning import login_from

COOKIE, YEAR = "language", 365 * 24 * 3600


def draw(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """A page in the language that the reader chose, else in the one that the browser prefers."""
    language = hear(request)
    shared: dict[str, object] = {"request": request, "language": language, "languages": LANGUAGES}
    shared |= {"here": _here(request), "person": person_of(request)}
    shared |= {"people_known": getattr(request.state, "people_known", False)}
    text = _environment.get_template(template).render(shared | values)
    response = HTMLResponse(text, status_code=status, headers={"Content-Language": language})
    if request.query_params.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, language, max_age=YEAR, samesite="lax", httponly=True)
    return response


def find_macro(template: str, name: str) -> Callable[..., Markup]:
    """A macro of a template, that needs nothing of a page."""
    macro: Callable[..., Markup] = getattr(_environment.get_template(template).module, name)
    return macro


def hear(request: Request) -> str:
    """Choose the reader's language and speak it from now on in this answer."""
    language = choose(request)
    speak(language)
    return language


def choose(request: Request) -> str:
    """The language asked for in the address, chosen before, or preferred by the browser; found once for a request."""
    if hasattr(request.state, "language"):
        return str(request.state.language)
    preferred = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
    asked = (request.query_params.get("lang"), request.cookies.get(COOKIE), *preferred)
    request.state.language = language = next((code for code in asked if code in LANGUAGES), LANGUAGES[0])
    return language


def _here(request: Request) -> str:
    """The address of this page, ready for a language to be put behind it."""
    kept = [(name, told) for name, told in request.query_params.multi_items() if name != "lang"]
    return f"{request.url.path}?{urlencode([*kept, ('lang', '')])}"


def moment(text: str) -> str:
    """A time (ISO 8601, UTC) to the minute, as people read it."""
    pattern = say("d MMM yyyy, HH:mm 'UTC'")
    return format_datetime(datetime.fromisoformat(text), pattern, tzinfo=UTC, locale=spoken())


def length(duration: Duration | None) -> str:
    """How long, with its bound; nothing where nobody says."""
    return name_length(duration.minutes, duration.bound) if duration else ""


def parted(contact: Contact) -> dict[str, Choice[Any]]:
    """The fields on which accounts of a contact part."""
    return {field: choice for field, choice in contact.choices.items() if choice.disagree}


def side_name(side: str) -> str:
    """A state's name where its code or name is given, else the words as they are."""
    codes = state_codes(side)
    return name_state(min(codes)) if codes else side


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters.update(
    topic_name=name_topic,
    address=urlencode,
    as_kind=Kind,
    as_status=Status,
    side_name=side_name,
    state_name=name_state,
    login_from=login_from,
    moment=moment,
    agent_name=agent_name,
    speaker_name=name_speaker,
    people_names=name_people,
)
_environment.globals.update(
    say=say,
    say_count=say_count,
    mark=mark,
    when=name_date,
    length=length,
    parted=parted,
    count_kind=count_kind,
    headline=headline,
    today=date.today,
    form_token=form_token,
    is_public=is_public,
    name_day=name_day,
    name_day_of=name_day_of,
    name_field=name_field,
    leader_address=leader_address,
    pair_address=pair_address,
    side_address=side_address,
    name_briefly=name_briefly,
    name_channel=name_channel,
    name_office=name_office,
    name_short_day=name_short_day,
    name_kind=name_kind,
    name_leader=name_leader,
    name_deed=name_deed,
    name_language=name_language,
    name_matter=name_matter,
    name_role=name_role,
    name_scope=name_scope,
    name_way=name_way,
    name_people=name_people,
    name_side=name_side,
    name_speaker=name_speaker,
    name_speakers=name_speakers,
    name_stage=name_stage,
    name_standing=name_standing,
    name_state=name_state,
    name_status=name_status,
    name_time=name_time,
    name_feature=name_feature,
    name_topic=name_topic,
    name_verdict=name_verdict,
    name_utterance=name_utterance,
    name_value=name_value,
    tell_copy=tell_copy,
    tell_reason=tell_reason,
)
