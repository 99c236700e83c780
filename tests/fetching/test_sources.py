"""Files of sources, and the list to start from."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from telcon.fetching.lists import Form, Listed
from telcon.fetching.sources import (
    ListAt,
    Source,
    Sources,
    SourcesError,
    load_starters,
    parse_sources,
    read_sources,
    sources_to_toml,
)
from telcon.languages import pack_codes
from telcon.model.sources import SourceKind
from telcon.roster import load_roster

ONE = '[[source]]\nname = "Example"\nfeed = "https://example.org/feed"\n'
FULL = """
contact = " desk@example.org "
allow = ["news.intranet.example"]
every = "1h"

[[source]]
name = "Example"
feed = ["https://example.org/feed", "https://example.org/more"]
index = "https://example.org/news/"
language = "en"
side = "EU"
kind = "official"
pages = "/news/*"
every = "90m"
back = "2d"
most = 5

[[source]]
name = "Other"
sitemap = "https://other.example/news.xml"
"""


def test_a_file_of_sources() -> None:
    lists = (
        ListAt(Form.FEED, "https://example.org/feed"),
        ListAt(Form.FEED, "https://example.org/more"),
        ListAt(Form.INDEX, "https://example.org/news/"),
    )
    times = {"every": timedelta(minutes=90), "back": timedelta(days=2)}
    one = Source("Example", lists, "en", "EU", SourceKind.OFFICIAL, ("/news/*",), most=5, **times)
    other = Source("Other", (ListAt(Form.SITEMAP, "https://other.example/news.xml"),), every=timedelta(hours=1))
    expected = Sources((one, other), "desk@example.org", ("news.intranet.example",))
    assert parse_sources(FULL, "sources.toml") == expected


WRONG = {
    "": ("sources.toml", "it names no source", "[[source]]"),
    "name = \n": ("sources.toml", "bad TOML: Invalid value (at line 1, column 8)", "docs/watching.md"),
    "source = 1": ("sources.toml, `source`", "expected `array`, got `int`", "[[source]]"),
    "[source]\nname = 1": ("sources.toml, `source`", "expected `array`, got `object`", "[[source]]"),
    f"{ONE}evry = '1h'": ("sources.toml, source 1 (Example)", "the key `evry` is not known", "every"),
    f"contcat = 'x'\n{ONE}": ("sources.toml", "the key `contcat` is not known", "contact"),
    f"{ONE}[[source]]\nfeed = 'https://x.example'": (
        "sources.toml, source 2",
        "object missing required field `name`",
        "",
    ),
    f"{ONE}most = 'x'": ("sources.toml, source 1 (Example), `most`", "expected `int`, got `str`", ""),
    f"{ONE}most = 0": ("sources.toml, source 1 (Example), `most`", "0 is out of bounds", "1 to 10000"),
    f"{ONE}every = 'often'": ("sources.toml, source 1 (Example), `every`", "`often` is no length", "30m"),
    f"{ONE}every = '5s'": ("sources.toml, source 1 (Example), `every`", "`5s` is too short", "1m"),
    f"back = '1 week'\n{ONE}": ("sources.toml, `back`", "`1 week` is no length", "7d"),
    f"{ONE}side = 'Russia'": ("sources.toml, source 1 (Example), `side`", "`Russia` is no state", "RU"),
    f"{ONE}language = 'English'": ("sources.toml, source 1 (Example), `language`", "`English` is no", "en"),
    f"{ONE}kind = 'blog'": ("sources.toml, source 1 (Example), `kind`", "invalid enum value 'blog'", "paper"),
    f"{ONE}pages = 'news'": ("sources.toml, source 1 (Example), `pages`", "`news` fits no path", "/news/*"),
    f"{ONE}pages = [1]": ("sources.toml, source 1 (Example), `pages`", "expected `str`, got `int`", ""),
    f"{ONE}index = 'ftp://example.org/'": ("sources.toml, source 1 (Example), `index`", "`ftp` is not read", "ftp"),
    f"{ONE}index = 'https://a:b@example.org/'": ("sources.toml, source 1 (Example), `index`", "a user name", "a:b"),
    "[[source]]\nname = 'A'": ("sources.toml, source 1 (A)", "it names no list of pages", "`feed`"),
    "[[source]]\nname = ' '": ("sources.toml, source 1", "its name is empty", ""),
    '[[source]]\nname = "a\\u001b[0m"': ("sources.toml, source 1 (", "its name is empty, too long, or holds", ""),
    f"{ONE}{ONE}": ("sources.toml, source Example", "its name stands twice", "leave one out"),
    ONE + ONE.replace("Example", "B"): ("sources.toml, source B", "its address stands twice", "leave one out"),
    f'contact = "a\\nb"\n{ONE}': ("sources.toml, `contact`", "it holds control characters", ""),
}


@pytest.mark.parametrize(("text", "told"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_wrong_with_a_file_is_told(text: str, told: tuple[str, str, str]) -> None:
    with pytest.raises(SourcesError) as caught:
        parse_sources(text, "sources.toml")
    error = caught.value
    assert error.place.startswith(told[0])
    assert error.reason.startswith(told[1])
    assert told[2] in error.advice


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"there is no such file \(write one to start from"):
        read_sources(tmp_path / "sources.toml")
    with pytest.raises(SourcesError, match=r"is a directory"):
        read_sources(tmp_path)
    (tmp_path / "a.toml").write_bytes(b"# \xff")
    with pytest.raises(SourcesError, match=r"it is not UTF-8"):
        read_sources(tmp_path / "a.toml")


def test_which_pages_a_source_wants() -> None:
    plain, narrow = Source("A", ()), Source("B", (), pages=("/news/*", "*/readout-*"))
    section, article = Listed("https://example.org/world"), Listed("https://example.org/world/two-leaders-met-today")
    assert plain.wants(section, Form.FEED)
    assert not plain.wants(section, Form.INDEX)
    assert plain.wants(article, Form.INDEX)
    assert narrow.wants(Listed("https://example.org/news/a?b=c"), Form.INDEX)
    assert narrow.wants(Listed("https://example.org/x/readout-1"), Form.FEED)
    assert not narrow.wants(article, Form.FEED)


def test_what_is_written_down_is_read_back() -> None:
    sources = parse_sources(FULL, "sources.toml").sources
    assert parse_sources(sources_to_toml(sources), "x").sources == sources
    assert parse_sources(sources_to_toml(load_starters()), "x") == Sources(load_starters())


def test_the_starters_are_of_all_the_states_and_languages() -> None:
    assert {source.side for source in load_starters()} == {"VN", "RU", "US", "CN", "EU", "FR", "GB", "IN", "JP"}
    assert {source.language for source in load_starters()} == set(pack_codes())
    for side in {source.side for source in load_starters()}:
        assert SourceKind.OFFICIAL in {source.kind for source in load_starters() if source.side == side}


@pytest.mark.parametrize("source", load_starters(), ids=lambda source: source.name)
def test_starters_are_what_the_roster_says_that_they_are(source: Source) -> None:
    roster, name = load_roster(), source.name.partition(" (")[0]
    sites = [site for at in source.lists if (site := roster.site(at.address))]
    if source.kind is SourceKind.OFFICIAL:
        assert (name, source.side) in {(site.body, site.side) for site in roster.sites.values()}
        assert all(site.side == source.side for site in sites)
    else:
        medium = roster.media[name]
        assert medium.kind == source.kind
        assert medium.side in (None, source.side)
        assert not sites
