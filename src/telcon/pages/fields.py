"""What the fields of a JSON Lines dump are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of

USUAL = {
    "text": ("text",),
    "id": ("id",),
    "url": ("url",),
    "date": ("published", "date", "timestamp"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the fields that hold a row's text, id, address, date and language; None means the usual names.

    Usual are `text`, `id`, `url`, `published` or `date` or `timestamp`, `language` or `lang`; the first that a row has
    counts. Of them only the text must be there.
    """

    text: str | None = None
    id: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None

    def names(self, part: str) -> tuple[str, ...]:
        """The names to look for, in order, for one of `text`, `id`, `url`, `date`, `language`."""
        asked = getattr(self, part)
        return (asked,) if asked else USUAL[part]

    def value(self, row: Mapping[str, object], part: str) -> object:
        """What a row holds for a part, None where it has none of its names."""
        return next((row[name] for name in self.names(part) if row.get(name) is not None), None)

    def asked(self) -> Iterator[str]:
        """The names that were given."""
        return (name for field in fields_of(self) if (name := getattr(self, field.name)))
