"""The picture of the record in the README, made from the sample pages: `python -m tests.browser.picture`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from telcon.engine.runs import read_pages
from telcon.model.readings import Reading
from telcon.pages import open_pages
from telcon.store import open_store
from tests.browser.conftest import QUIET, served, visiting
from tests.browser.views import most_told
from tests.conftest import ROOT

PICTURE = ROOT / "docs" / "record.png"
SIZE = (1200, 900)


def main() -> None:
    """Draw the page of the contact that most of the project's own sample pages tell of."""
    folders = [folder for folder in sorted((ROOT / "corpus" / "dev").iterdir()) if folder.is_dir()]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "telcon.db") as store:
        pages = (page for one in folders for page in open_pages(one))
        store.add_all(it for it in read_pages(pages) if isinstance(it, Reading))
        with served(store) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
            with visiting(browser, address, size=SIZE) as visit:
                visit.go(f"/contacts/{most_told(store).id}").screenshot(path=PICTURE)
            browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
