"""Filling templates: in the reader's language, with marks, names and words as the house has them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from babel.dates import format_datetime
from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from telcon.contacts import Choice, Contact
from telcon.exports.annotations import is_public
from telcon.messages import (
    LANGUAGES,
    name_date,
    name_day,
    name_deed,
    name_feature,
    name_field,
    name_kind,
    name_language,
    name_leader,
    name_length,
    name_matter,
    name_people,
    name_role,
    name_scope,
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
from telcon.model.contacts import Kind, Participant, Status
from telcon.model.durations import Duration
from telcon.store import state_codes
from telcon.web.agents import agent_name
from telcon.web.people import form_token, person_of
from telcon.web.returning import login_from
from telcon.web.trees import tell_copy

SHAPES = {
    Kind.PHONE: '<circle class="s" cx="8" cy="8" r="5.2"/>',
    Kind.VIDEO: '<path class="s" stroke-linejoin="round" d="M1.6 4h8.6v8H1.6zM11.6 8l3.4-3.2v6.4z"/>',
    Kind.MEETING: '<circle class="s" cx="4.3" cy="8" r="3.1"/><circle class="s" cx="11.7" cy="8" r="3.1"/>',
    Kind.MESSAGE: (
        '<path class="s" stroke-linejoin="round" d="M1.8 3.6h12.4v8.8H1.8z"/><path class="v" d="M2.4 4.6 8 9l5.6-4.4"/>'
    ),
    Kind.CALL: '<path class="s" stroke-linejoin="round" d="M8 2.8a5.2 5.2 0 0 0 0 10.4h5.2V2.8z"/>',
    Kind.CONTACT: '<path class="s" stroke-linejoin="round" d="M8 3.2 12.8 8 8 12.8 3.2 8z"/>',
}
"""A channel's mark: its shape; the status is its fill (the class of the drawing)."""
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


def hear(request: Request) -> str:
    """Choose the reader's language and speak it from now on in this answer."""
    language = choose(request)
    speak(language)
    return language


def choose(request: Request) -> str:
    """The language asked for in the address, chosen before, or preferred by the browser."""
    preferred = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
    asked = (request.query_params.get("lang"), request.cookies.get(COOKIE), *preferred)
    return next((code for code in asked if code in LANGUAGES), LANGUAGES[0])


def _here(request: Request) -> str:
    """The address of this page, ready for a language to be put behind it."""
    kept = [(name, told) for name, told in request.query_params.multi_items() if name != "lang"]
    return f"{request.url.path}?{urlencode([*kept, ('lang', '')])}"


def mark(kind: Kind, status: Status) -> Markup:
    """The mark of a contact; its word always stands beside it."""
    return Markup(
        '<svg class="g {}" viewBox="0 0 16 16" aria-hidden="true">{}<path class="x" d="M2 14.5 14 1.5"/></svg>'
    ).format(status.value, Markup(SHAPES[kind]))


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


def leader_address(who: Participant) -> str:
    """Where a leader's page is: by the roster's id, else by name."""
    return f"/leaders/{quote(who.person or who.name, safe='')}"


def side_name(side: str) -> str:
    """A state's name where its code or name is given, else the words as they are."""
    codes = state_codes(side)
    return name_state(min(codes)) if codes else side


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters.update(
    topic_name=name_topic,
    address=urlencode,
    as_status=Status,
    side_name=side_name,
    state_name=name_state,
    login_from=login_from,
    moment=moment,
    agent_name=agent_name,
)
_environment.filters.update(speaker_name=name_speaker, people_names=name_people)
_environment.globals.update(
    say=say,
    say_count=say_count,
    mark=mark,
    when=name_date,
    length=length,
    parted=parted,
    today=date.today,
    form_token=form_token,
    is_public=is_public,
    name_day=name_day,
    name_field=name_field,
    leader_address=leader_address,
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
