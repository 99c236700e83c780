"""What a form sends to be read: checked, laid down in a folder, and opened as pages that have no place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from fastapi import HTTPException, UploadFile

from telcon.fetching import Fetcher
from telcon.languages import pack_codes
from telcon.messages import say, tell_reason
from telcon.model.pages import Page, Unreadable
from telcon.model.values import value
from telcon.pages import Limit, open_pages
from telcon.store import SENT
from telcon.web.additions.parcels import Failure, Parcel
from telcon.web.additions.visiting import fetch_pages
from telcon.web.guards.bodies import MOST_PASTED, too_much_in_form

PASTED = "text"
MOST_ADDRESS = 2_000
LIMIT = Limit(20_000_000)
"""The largest page that is read, in bytes."""
_ROW = re.compile(r":\d+$")
_UNNAMED = PASTED + ".txt"


@value(frozen=True, slots=True)
class Declared:
    """What whoever sends pages says of them."""

    url: str | None = None
    published: str | None = None
    language: str | None = None


@value(frozen=True, slots=True)
class Sent:
    """Files in a folder of their own, by the names under which they were sent, and addresses to be asked for."""

    folder: TemporaryDirectory[str]
    files: tuple[tuple[str, Path], ...]
    declared: Declared
    addresses: tuple[str, ...] = ()
    fetcher: Fetcher | None = None

    @property
    def name(self) -> str:
        """What was sent, in a few words."""
        names = [*(name for name, _ in self.files), *self.addresses]
        return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")

    def pages(self, parcel: Parcel) -> Iterator[Page | Unreadable]:
        """Yield the pages of all files in order, then let go of the files, and ask for the addresses."""
        with self.folder:
            for name, path in self.files:
                yield from (_sent(page, name, path, self.declared, parcel) for page in self._open(name, path, parcel))
        if self.fetcher:
            for page in fetch_pages(self.addresses, self.fetcher, LIMIT, _noting(parcel)):
                yield page if isinstance(page, Unreadable) else _with(self.declared, page)

    def _open(self, name: str, path: Path, parcel: Parcel) -> Iterator[Page | Unreadable]:
        note = _noting(parcel)
        return open_pages(path, limit=LIMIT, tell=lambda _, words: note(name, words))


def lay_down(
    text: str,
    files: Sequence[UploadFile],
    declared: Declared,
    addresses: tuple[str, ...] = (),
    fetcher: Fetcher | None = None,
) -> Sent:
    """Put what was sent into a folder. Raises 400 where nothing was, 413 where the text is too long."""
    if len(text) > MOST_PASTED:
        raise HTTPException(413, too_much_in_form())
    given = [file for file in files if file.filename or file.size]
    if not text.strip() and not given and not addresses:
        raise HTTPException(400, say("there is nothing to read: paste a text, choose a file, or give an address"))
    if declared.url and (addresses or len(given) + bool(text.strip()) > 1):
        raise HTTPException(400, say("an address belongs to one page: send that page alone"))
    folder = TemporaryDirectory(prefix="telcon-")
    laid: list[tuple[str, Path]] = []
    if text.strip():
        # Browsers send every line break of a form as two characters.
        laid.append((_UNNAMED, _write(Path(folder.name) / "0" / _UNNAMED, text.replace("\r\n", "\n"))))
    for number, file in enumerate(given, start=1):
        name = _file_name(file.filename or "")
        path = Path(folder.name) / str(number) / name
        path.parent.mkdir()
        with path.open("wb") as target:
            shutil.copyfileobj(file.file, target)
        laid.append((name, path))
    return Sent(folder, tuple(laid), declared, addresses, fetcher)


def check_declared(url: str, published: str, language: str) -> Declared:
    """What the form says of the pages. Raises 400 for what makes no sense."""
    address = url.strip()
    if address and (len(address) > MOST_ADDRESS or not _is_address(address)):
        raise HTTPException(400, say("{url} is no address of a page (http:// or https://)", url=address[:80]))
    day = published.strip()
    if day and not _is_time(day):
        raise HTTPException(400, say("{date} is no day or time: write it as 2025-01-21", date=day[:40]))
    if language and language not in pack_codes():
        raise HTTPException(400, say("no pack for `{code}`", code=language[:20]))
    return Declared(address or None, day or None, language or None)


def _sent(page: Page | Unreadable, name: str, path: Path, declared: Declared, parcel: Parcel) -> Page | Unreadable:
    """A page under the name by which it was sent, with what was said of it."""
    source = page.source.replace(str(path), SENT + name)
    if isinstance(page, Unreadable):
        return replace(page, name=source.removeprefix(SENT), source=source)
    row = _ROW.search(source)
    if row and declared.url:
        parcel.notes.append(Failure(page.name, say("the address was left out: the file holds several pages")))
    return replace(
        page,
        name=f"{PASTED}-{page.digest[:8]}" if name == _UNNAMED and not row else page.name,
        source=source,
        # What a row says of itself goes before the form; what a page in HTML declares goes behind it.
        url=page.url if row else declared.url or page.url,
        published=(page.published or declared.published) if row else (declared.published or page.published),
        language=page.language or declared.language,
    )


def _with(declared: Declared, page: Page) -> Page:
    """A page of the web, with what was said of it where it says nothing itself."""
    return replace(page, published=page.published or declared.published, language=page.language or declared.language)


def _noting(parcel: Parcel) -> Callable[[str, str], None]:
    return lambda place, words: parcel.notes.append(Failure(place, tell_reason(words)))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir()
    path.write_bytes(text.encode("utf-8", "replace"))
    return path


def _file_name(given: str) -> str:
    """The last part of a name, in letters that can be printed."""
    last = PurePosixPath(given.replace("\\", "/")).name
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in "/:").strip(". ")
    return kept[-100:] or "file"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and text.isprintable() and " " not in text


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
    except ValueError:
        return False
    return text[:4].isdigit() and text[4:5] == "-"
