"""What sorts of sources there are."""

from __future__ import annotations

from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is: the words of the roster's sheets of sites and media."""

    OFFICIAL = "official"
    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    SITE = "site"
