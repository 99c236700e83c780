"""Stories of our own, put together from the sentences in corpus/html, the same at every run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import cycle
from random import Random

from tests.conftest import ROOT

FOLDER = ROOT / "corpus/html"
ZONES = {"vi": 7, "ru": 3, "zh": 8, "en": 0}
"""Hours by which the clocks of a language's outlets are ahead of UTC."""

Sheet = dict[str, list[str]]


@dataclass(frozen=True)
class Part:
    """One line of an article: `kind` is paragraph, subheading, quote or item."""

    kind: str
    text: str


@dataclass(frozen=True)
class Story:
    """An article and what stands around it on a page."""

    lang: str
    outlet: str
    headline: str
    lead: str
    parts: tuple[Part, ...]
    captions: tuple[str, ...]
    author: str
    published: datetime
    menu: tuple[str, ...]
    related: tuple[str, ...]
    teasers: tuple[tuple[str, str], ...]
    comments: tuple[str, ...]
    tags: tuple[str, ...]
    footer: tuple[str, ...]
    labels: dict[str, str] = field(hash=False)

    @property
    def body(self) -> list[str]:
        """The lines of the article below its headline and lead."""
        return [part.text for part in self.parts]


@cache
def load_sheet(lang: str) -> Sheet:
    """The sentences of a language by section."""
    sheet: Sheet = {}
    for line in (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sheet.setdefault(line[1:-1], [])
        elif line:
            lines.append(line)
    return sheet


def make_story(lang: str, number: int, outlet: str) -> Story:
    """The story of this number in a language, as an outlet of this name publishes it."""
    sheet, chance = load_sheet(lang), Random(f"{lang}{number}{outlet}")
    names = _names(*chance.sample(sheet["leaders"], 2))
    headline, lead = (_fill(part, names) for part in sheet["stories"][number].split("|"))
    moment = datetime(2025, 3, 12, 20, 15) + timedelta(days=11 * number, minutes=37 * number)
    return Story(
        lang,
        outlet,
        headline,
        lead,
        tuple(_parts(sheet, names, chance)),
        tuple(_fill(caption, names) for caption in chance.sample(sheet["captions"], 2)),
        chance.choice(sheet["authors"]),
        moment.replace(tzinfo=timezone(timedelta(hours=ZONES[lang]))),
        tuple(sheet["menu"]),
        tuple(chance.sample(sheet["related"], 4)),
        tuple((title, text) for title, text in (line.split("|") for line in chance.sample(sheet["teasers"], 3))),
        tuple(sheet["comments"]),
        tuple(sheet["tags"]),
        tuple(line.format(outlet=outlet) for line in sheet["footer"]),
        dict(line.split("|") for line in sheet["labels"]),
    )


def _names(one: str, other: str) -> dict[str, str]:
    """The forms of two leaders' names: nominative, and where there are such, genitive, dative and instrumental."""
    names: dict[str, str] = {}
    for letter, leader in (("A", one), ("B", other)):
        for case, form in zip(("", "g", "d", "i"), cycle(leader.split("|")), strict=False):
            names[letter + case] = form
    return names


def _fill(text: str, names: dict[str, str]) -> str:
    return text.format(**names)


def _parts(sheet: Sheet, names: dict[str, str], chance: Random) -> list[Part]:
    texts = chance.sample(sheet["sentences"], chance.randint(6, 11))
    parts = [Part("paragraph", _fill(text, names)) for text in texts]
    # Some paragraphs hold two sentences, as they do in papers.
    if len(parts) > 7:
        joint = "" if sheet is load_sheet("zh") else " "
        parts[1:3] = [Part("paragraph", parts[1].text + joint + parts[2].text)]
    if chance.random() < 0.5:
        parts.insert(3, Part("subheading", chance.choice(sheet["subheadings"])))
    if chance.random() < 0.4:
        parts.insert(4, Part("quote", chance.choice(sheet["quotes"])))
    if chance.random() < 0.3:
        parts[5:5] = [Part("item", item) for item in sheet["items"]]
    return parts
