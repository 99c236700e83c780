"""Catalogues of messages (`vi.po`, gettext's own form), read as they stand: nothing is compiled beforehand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent
SOURCE = "en"
LANGUAGES = (SOURCE, *sorted(path.stem for path in FOLDER.glob("*.po")))
"""ISO 639-1 codes of the languages that the interface speaks."""

SETTINGS = ("TELCON_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Settings of the environment that choose one, the strongest first; all but the first are gettext's."""

_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def choose_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the environment asks for; English where it asks for none that is spoken."""
    for setting in SETTINGS:
        for wanted in environment.get(setting, "").split(":"):
            if (code := wanted.split("_")[0].split(".")[0].lower()) in LANGUAGES:
                return code
            if code in ("c", "posix"):
                return SOURCE
    return SOURCE


def speak(code: str) -> None:
    """Speak a language from here on, in this thread or task. Raises `KeyError` for one that has no catalogue."""
    if code not in LANGUAGES:
        raise KeyError(code)
    _spoken.set(code)


def spoken() -> str:
    """The language spoken, as an ISO 639-1 code."""
    return _spoken.get() or choose_language()


def say(message: str, **values: object) -> str:
    """A message in the language spoken, with values put in: `say("no pack for `{code}`", code="xx")`."""
    told = _load(spoken()).gettext(message)
    return told.format(**values) if values else told


def say_count(one: str, several: str, count: int, **values: object) -> str:
    """A message with a number, `{count}` in it, as the language spoken says so many."""
    return _load(spoken()).ngettext(one, several, count).format(count=count, **values)


@cache
def _load(code: str) -> NullTranslations:
    if code == SOURCE:
        return NullTranslations()
    # Only interfaces in another language need Babel's reader.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO((FOLDER / f"{code}.po").read_bytes()), locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
