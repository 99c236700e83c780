"""A real browser, and the record of the sample pages served to it on this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from telcon.engine.runs import read_pages, read_safely
from telcon.model.readings import Reading
from telcon.pages import open_pages
from telcon.store import Store, open_store
from telcon.web import create_app, listen
from tests.conftest import NEIGHBOUR, ROOT

DEMANDED = "TELCON_BROWSER"
"""Set where a machine must have a browser: there the tests fail without one and are not passed over."""
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
SHOTS = ROOT / "build" / "screens"
Look = Literal["light", "dark"]
DESKTOP, PHONE = (1280, 900), (390, 844)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the machine's own, else the one that Playwright brought."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        if path is None and not Path(playwright.chromium.executable_path).exists():
            reason = "needs Chromium: install it, or run .venv/bin/playwright install chromium"
            (pytest.fail if os.environ.get(DEMANDED) else pytest.skip)(reason)
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


def sample_pages() -> list[Path]:
    """Folders of sample pages: the project's own, and the five it started from where they are at hand."""
    folders = [folder for folder in sorted((ROOT / "corpus" / "dev").iterdir()) if folder.is_dir()]
    seeds = NEIGHBOUR / "corpus" / "seeds"
    return [*folders, seeds] if seeds.exists() else folders


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample pages, read and gathered."""
    with open_store(tmp_path_factory.mktemp("record") / "telcon.db") as store:
        pages = (page for folder in sample_pages() for page in open_pages(folder))
        readings = [it for it in read_pages(pages, jobs=os.cpu_count() or 1) if isinstance(it, Reading)]
        store.add_all(readings)
        yield store


@contextmanager
def served(store: Store) -> Iterator[str]:
    """A record at an address of this machine."""
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(store, reader=read_safely), log_level="warning"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="session")
def address(record: Store) -> Iterator[str]:
    """Where the sample record is served."""
    with served(record) as found:
        yield found


class Visit:
    """A visitor's window; what went wrong while it was open stands in `complaints`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        page.on("console", lambda said: self._complain(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(address) else self._complain(asked.url))

    def _complain(self, told: str) -> None:
        self.complaints.append(f"{self.page.url.removeprefix(self.address)}: {told}")

    def go(self, path: str) -> Page:
        """Open a page of the record."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status < 400, f"{path}: {answer and answer.status}"
        return self.page


@contextmanager
def visiting(
    browser: Browser, address: str, language: str = "en", size: tuple[int, int] = DESKTOP, look: Look = "light"
) -> Iterator[Visit]:
    """A window of a size, whose reader prefers a language."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, locale=language, color_scheme=look)
    try:
        yield Visit(context.new_page(), address)
    finally:
        context.close()
