"""What the fields of a dump are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of

USUAL = {
    "text": ("text", "maintext"),
    "id": ("id",),
    "url": ("url",),
    "date": ("published", "date_publish", "date", "timestamp"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A well-known sort of crawl dump, known by its fields.

    `crawled` is the field with the time of crawling, which is no date of the page; `title` the one with the headline,
    where the text lacks it. Where it is `only` them, a dump with further fields is another one.
    """

    name: str
    fields: frozenset[str]
    crawled: str | None = None
    title: str | None = None
    only: bool = False


# The fields are those of the data cards of the sets, and of the JSON that news-please writes.
SHAPES = (
    Shape("FineWeb", frozenset(("text", "id", "dump", "url", "date", "file_path")), crawled="date"),
    Shape("CulturaX", frozenset(("text", "timestamp", "url", "source")), crawled="timestamp", only=True),
    Shape("mC4", frozenset(("text", "timestamp", "url")), crawled="timestamp", only=True),
    Shape("CC-News", frozenset(("title", "text", "domain", "date", "description", "url")), title="title"),
    Shape("news-please", frozenset(("title", "maintext", "date_publish", "url", "source_domain")), title="title"),
)


def find_shape(names: Collection[str]) -> Shape | None:
    """The sort of crawl dump whose rows have these fields, None for a dump of somebody's own."""
    held = frozenset(names)
    return next((shape for shape in SHAPES if shape.fields == held or (not shape.only and shape.fields < held)), None)


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the fields that hold a row's text, id, address, date and language; None means the usual names.

    Usual are `text` or `maintext`, `id`, `url`, `published`, `date_publish`, `date` or `timestamp`, `language` or
    `lang`; the first that a row has counts. Of them only the text must be there.
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
