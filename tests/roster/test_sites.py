from __future__ import annotations

from pathlib import Path

import pytest

import telcon
from telcon.exports import reading_to_row
from telcon.model.contacts import Office
from telcon.roster import RosterError, load_roster
from telcon.roster.sites import read_sites

CALL = "Telefongespräch\n\nTổng thống {}điện đàm với Tổng thống Uzbekistan Islam Karimov.\n"


@pytest.mark.parametrize(
    ("url", "body", "office"),
    [
        ("http://en.kremlin.ru/events/president/news/1", "Kremlin", Office.HEAD_OF_STATE),
        ("https://www.whitehouse.gov/briefing-room/x/", "White House", Office.HEAD_OF_STATE),
        ("https://www.gov.uk/government/news/pm-call-with-somebody", "Downing Street", Office.HEAD_OF_GOVERNMENT),
        ("https://www.mfa.gov.cn/eng/zy/jj/x.html", "Ministry of Foreign Affairs of China", None),
    ],
)
def test_an_address_tells_who_speaks(url: str, body: str, office: Office | None) -> None:
    site = load_roster().site(url)
    assert site is not None
    assert (site.body, site.office) == (body, office)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://notkremlin.ru/x",
        "https://www.gov.uk/government/news/other",
        "kremlin.ru.example/x",
        "http://[",
    ],
)
def test_other_addresses_are_of_no_official_site(url: str | None) -> None:
    assert load_roster().site(url) is None


def test_bodies_of_sites_and_their_sides_are_known() -> None:
    roster = load_roster()
    for site in roster.sites.values():
        assert site.side in roster.states
        listed = roster.bodies.get(site.body)
        assert listed is None or listed.side == site.side


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("kremlin.ru: Kremlin\n", "sites.txt:1: not `host/path: body`"),
        ("[RU tsar]\nkremlin.ru: Kremlin\n", "sites.txt:1: 'tsar' is no office"),
        ("[RU]\nkremlin.ru\n", "sites.txt:2: not `host/path: body`"),
        ("[RU]\nkremlin.ru: Kremlin | telegraph\n", "sites.txt:2: not `host/path: body`"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "sites.txt").write_text(text, encoding="utf-8")
    with pytest.raises(RosterError) as error:
        list(read_sites(tmp_path / "sites.txt"))
    assert str(error.value).startswith(complaint)


READOUT = "Điện đàm với Tổng thống Uzbekistan Islam Karimov\n\nHai bên bàn về tình hình khu vực.\n"


def test_a_page_of_a_leaders_own_site_tells_of_him_without_naming_him() -> None:
    url = "http://kremlin.ru/events/president/news/1"
    (contact,) = telcon.read(READOUT, url=url, published="2010-06-12", lang="vi").contacts
    assert [person.name for person in contact.participants] == ["Dmitry Medvedev", "Islam Karimov"]
    assert (contact.date, [source.name for source in contact.reported_by]) == ("2010-06-12", ["Kremlin"])


def test_a_row_of_the_exchange_format_holds_whom_the_page_names() -> None:
    url = "http://kremlin.ru/events/president/news/1"
    cited = READOUT + "\nThông tin trên được Điện Kremlin công bố.\n"
    for text, names in ((READOUT, []), (cited, ["Kremlin"])):
        row = reading_to_row(telcon.read(text, url=url, published="2010-06-12", lang="vi"))
        assert [source.name for source in row.contacts[0].reported_by] == names


def test_the_same_words_elsewhere_tell_of_nobody() -> None:
    assert not telcon.read(READOUT, url="http://example.org/1", published="2010-06-12", lang="vi").contacts


def test_a_page_that_bears_a_letterhead_speaks_for_its_body() -> None:
    head = "THE WHITE HOUSE\n\nOffice of the Press Secretary\n\nMarch 3, 2014\n\nReadout of the President's Call\n\n"
    told = "The President spoke with German Chancellor Angela Merkel today. They discussed trade. It was a warm call.\n"
    (contact,) = telcon.read(head + told, lang="en").contacts
    assert (contact.kind, [source.name for source in contact.reported_by]) == ("phone", ["White House"])
    other = telcon.read("THE WHITE HOUSE\n\nGreen lawns\n\nThe call\n\n" + told, published="2014-03-03", lang="en")
    assert not any(contact.reported_by for contact in other.contacts)
