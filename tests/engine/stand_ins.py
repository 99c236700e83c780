"""Small readers that stand in for the whole house, importable by worker processes."""

from __future__ import annotations

import os

from telcon.model.pages import Page
from telcon.model.readings import Reading


def read_title(page: Page) -> Reading:
    """Pass every page over, with its first line as the reason."""
    return Reading(page, None, skipped=page.text.splitlines()[0])


def read_badly(page: Page) -> Reading:
    """Raise on pages that say so, end the process on others."""
    if "raise" in page.text:
        raise ValueError("a fault")
    if "recurse" in page.text:
        return read_badly(page)
    if "die" in page.text:
        os._exit(9)
    return read_title(page)
