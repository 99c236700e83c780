"""The messages of the interface, as code and docstrings have them: `make messages` brings the catalogues up to date."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from inspect import getdoc
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from telcon.cli import COMMANDS, GROUPS
from telcon.messages import LANGUAGES, names, reasons
from telcon.messages.catalogues import FOLDER, SOURCE
from telcon.model.texts import Role
from telcon.roster.entering import Wrong
from telcon.store import Refusal
from telcon.web.contacts import trees
from telcon.web.drawings import captions
from telcon.web.overviews import front
from tests.conftest import ROOT

WORDS = {"say": None, "say_count": (1, 2)}
TABLES = (
    names.KINDS,
    names.CHANNELS,
    names.STATUSES,
    names.BOUNDS,
    names.UTTERANCES,
    names.FIELDS,
    names.VERDICTS,
    names.OFFICES,
    names.TOPICS,
    names.FEATURES,
    names.MATTERS,
    names.OBJECTS,
    names.STAGES,
    names.STANDINGS,
    names.ROLES,
    names.SCOPES,
    names.WAYS,
    names.DEEDS,
    names.FAULTS,
    names.CHANGES,
    names.PASSED,
    names.OCCASIONS,
    names.STUCK,
)

HEADER = "# The words of Telcon's interface in {language}. `make messages` brings the list up to date."
LEFT_OUT = tuple(
    f'"{name}'.encode()
    for name in ("Project-", "Report-", "POT-", "PO-Revision", "Last-", "Language-Team", "Generated-By")
)

Message = str | tuple[str, str]


def list_messages() -> dict[Message, str]:
    """Every message, one with a number as its two forms, with the file it stands in."""
    found: dict[Message, str] = {}
    for message, place in _messages():
        found.setdefault(message, place)
    return found


def _messages() -> Iterator[tuple[Message, str]]:
    source = ROOT / "src" / "telcon"
    for folder in ("cli", "messages", "news"):
        for file, _, message, _, _ in extract_from_dir(str(source / folder), [("**.py", "python")], keywords=WORDS):
            yield (message if isinstance(message, str) else (message[0], message[1])), f"{folder}/{Path(file).name}"
    drawn = extract_from_dir(str(source / "web"), [("**.html", "jinja2"), ("**.py", "python")], keywords=WORDS)
    for file, _, message, _, _ in drawn:
        yield (message if isinstance(message, str) else (message[0], message[1])), f"web/{Path(file).name}"
    yield from ((role.value, "web/page.html") for role in Role)
    yield from ((told, "web/contacts/trees.py") for told in trees.TOLD.values())
    yield from ((refusal.value, "store/errors.py") for refusal in Refusal)
    yield from ((wrong.value, "roster/entering.py") for wrong in Wrong)
    yield from ((told, "web/drawings/captions.py") for told in captions.SPOKE.values())
    yield from ((told, "web/overviews/front.py") for told in front.QUESTIONS.values())
    for table in TABLES:
        yield from ((name, "messages/names.py") for name in table.values())
    yield from ((reason, "messages/reasons.py") for reason in reasons.REASONS)
    for name in COMMANDS:
        command = getattr(import_module(f"telcon.cli.{name}"), name)
        yield str(getdoc(command)), f"cli/{name}.py"
    for name, verbs in GROUPS.items():
        yield str(getdoc(import_module(f"telcon.cli.{name}"))), f"cli/{name}"
        for verb in verbs:
            command = getattr(import_module(f"telcon.cli.{name}.{verb}"), verb)
            yield str(getdoc(command)), f"cli/{name}/{verb}.py"


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands."""
    return read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language)


def bring_up_to_date(catalogue: Catalog) -> Catalog:
    """The same translations for the messages that there are now: new ones are empty, unused ones left out."""
    fresh = Catalog(locale=catalogue.locale, header_comment=HEADER.format(language=catalogue.locale), fuzzy=False)
    for message, place in list_messages().items():
        known = catalogue.get(message if isinstance(message, str) else message[0])
        fresh.add(message, known.string if known else None, locations=[(place, None)])  # type: ignore[list-item]
    return fresh


def write_catalogue(language: str, catalogue: Catalog) -> None:
    """Write a catalogue without dates, so that the same messages give the same bytes."""
    written = BytesIO()
    write_po(written, catalogue, omit_header=False, width=110)
    lines = [line for line in written.getvalue().splitlines(keepends=True) if not line.startswith(LEFT_OUT)]
    (FOLDER / f"{language}.po").write_bytes(b"".join(lines))


if __name__ == "__main__":
    for code in LANGUAGES:
        if code != SOURCE:
            write_catalogue(code, bring_up_to_date(read_catalogue(code)))
