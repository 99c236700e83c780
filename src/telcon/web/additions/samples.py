"""The sample pages that come with Telcon, for a first look: made for the project, never a source to cite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from telcon.model.pages import Page, Unreadable
from telcon.pages import open_pages
from telcon.web.additions.parcels import Parcel

INSTALLED = Path(__file__).parents[1] / "sample_pages"
CHECKOUT = Path(__file__).parents[4] / "corpus" / "dev"


def sample_folder() -> Path | None:
    """Where they lie: in the installed package, else in the checkout that is run; None where they are left out."""
    return next((folder for folder in (INSTALLED, CHECKOUT) if folder.is_dir()), None)


def sample_pages(_: Parcel) -> Iterator[Page | Unreadable]:
    """Yield the sample pages of all languages."""
    root = sample_folder()
    for folder in sorted(root.iterdir()) if root else ():
        if folder.is_dir():
            yield from open_pages(folder)
