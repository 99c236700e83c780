"""What the commands that read pages share: their options, their pages, their complaints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure, complain
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.fetching import Fetcher
    from telcon.pages import Fields, Found, Ways

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help=say(
            "Files of text, HTML or PDF, folders, dumps, web archives, http:// and s3:// addresses, "
            "or - for standard input."
        ),
        show_default=False,
    ),
]
TextField = Annotated[
    str | None, typer.Option(metavar="NAME", help=say("Dumps: the field with the text [default: text]."))
]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help=say("Dumps: the field with the name [default: id]."))]
UrlField = Annotated[
    str | None, typer.Option(metavar="NAME", help=say("Dumps: the field with the address [default: url]."))
]
DateField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help=say("Dumps: the field with the date [default: published, date or timestamp].")),
]
LanguageField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help=say("Dumps: the field with the language [default: language or lang].")),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE", help=say("Take every page to be in this language (vi, …) [default: told from its letters].")
    ),
]
MaxSize = Annotated[
    str, typer.Option(metavar="SIZE", help=say("The largest page to read, in bytes of text: 500k, 20M, 1G."))
]
EveryPage = Annotated[
    bool,
    typer.Option(
        "--every-page",
        help=say("Crawls: also read pages whose bytes hold no word of a contact beside a leader or title."),
    ),
]
Jobs = Annotated[int, typer.Option(min=1, max=256, help=say("Processes to read with; the output stays the same."))]

DEFAULT_SIZE = "20M"
REPEATED = 10
"""Complaints of one kind on one dump that are printed; the rest are counted."""

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)b?", re.IGNORECASE)
_ROW = re.compile(r":\d+$")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of a command say of how pages are to be read."""

    fields: Fields
    language: str | None
    max_size: str
    every_page: bool


@dataclass(slots=True)
class Complaints:
    """What could not be read, told as it comes; many of one kind on one dump are told as a count."""

    unreadable: int = 0
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, place: str, reason: str) -> None:
        """Count and print an input that could not be read."""
        self.unreadable += 1
        kind = (_ROW.sub("", place), re.sub(r"\d+", "", reason))
        self._seen[kind] = self._seen.get(kind, 0) + 1
        if self._seen[kind] <= REPEATED:
            complain(place, reason)

    def note(self, place: str, words: str) -> None:
        """Print what was lost without making a page unreadable."""
        complain(place, words)

    def close(self) -> None:
        """Print the counts of what was held back."""
        for (place, reason), count in self._seen.items():
            if count > REPEATED:
                complain(place, say("{count} more rows like this: {reason}", count=count - REPEATED, reason=reason))


def find_ways(asked: Asked, complaints: Complaints) -> Ways:
    """How pages are to be read, from the options of a command. Raises `Failure` for what they cannot be."""
    from telcon.engine.gates import may_tell  # noqa: PLC0415 - loaded by the commands that read
    from telcon.pages import Limit, Ways  # noqa: PLC0415

    check_language(asked.language)
    limit = Limit(parse_size(asked.max_size))
    return Ways(asked.fields, limit, complaints.note, None if asked.every_page else may_tell)


def open_inputs(paths: list[str], ways: Ways, language: str | None, fetcher: Callable[[], Fetcher]) -> Iterator[Found]:
    """Yield the pages of all paths and addresses in order, with their language set where one is given, and waymarks.

    `fetcher` gives who asks for addresses, and is called where there is one.
    """
    from telcon.model.pages import Page  # noqa: PLC0415 - loaded by the commands that read
    from telcon.pages import go_through  # noqa: PLC0415

    asking = cache(fetcher)
    sources = (_ask(asking(), path, ways) if _ADDRESS.match(path) else go_through(path, ways) for path in paths)
    for found in chain.from_iterable(sources):
        yield replace(found, language=language) if language and isinstance(found, Page) else found


def _ask(fetcher: Fetcher, address: str, ways: Ways) -> list[Found]:
    from telcon.fetching.documents import fetch_page  # noqa: PLC0415 - loaded where there is an address

    return [fetch_page(fetcher, address, limit=ways.limit, tell=ways.tell)]


def parse_size(size: str) -> int:
    """Bytes for `500k`, `20M`, `1.5G` (powers of ten); `Failure` for anything else."""
    match = _SIZE.fullmatch(size.strip())
    number = int(float(match[1]) * 1000 ** " kmg".index(match[2].lower() or " ")) if match else 0
    if number < 1:
        reason = say("`{size}` is no size", size=size)
        raise Failure("--max-size", reason, say("say 500k, 20M or 1G"), status=WRONG_USE)
    return number


def check_language(code: str | None) -> None:
    """`Failure` where Telcon has no pack for a language."""
    from telcon.languages import pack_codes  # noqa: PLC0415

    if code is not None and code not in pack_codes():
        known = ", ".join(pack_codes())
        reason = say("no pack for `{code}`", code=code)
        raise Failure("--language", reason, say("there are: {codes}", codes=known), status=WRONG_USE)
