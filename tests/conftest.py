"""What tests of all rooms may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEIGHBOUR = ROOT.parent / "shared"

# Whatever the machine speaks, tests expect English where they ask for no language.
os.environ["TELCON_LANGUAGE"] = "en"
# Nobody's own roster counts here.
os.environ["TELCON_ROSTER"] = ""


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def neighbour() -> Path:
    """The folder of material that stands beside a developer's checkout and is no part of the project."""
    if not NEIGHBOUR.exists():
        pytest.skip("needs the material in ../shared, which is no part of the project")
    return NEIGHBOUR
