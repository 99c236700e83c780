"""A stored page: its text word for word, marks and values that lead to each other, the chain behind a value."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from telcon.contacts import FiledPage, HeldPage
from telcon.model.contacts import Claim, Evidence, Leftover, Statement, Utterance
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Line, Role
from telcon.store import Store
from telcon.web import create_app
from telcon.web.pages.fragments import words_address
from telcon.web.pages.lines import Piece, page_lines
from telcon.web.pages.marks import find_marks
from tests.contacts.made_up_pages import CALL, OTHER
from tests.store.readings import RULE, page, reading, report
from tests.web.conftest import ask


def shown(store: Store, found: Page, language: str = "en") -> str:
    return ask(store, f"/pages/{found.digest[:16]}?lang={language}")


def lines_of(told: str) -> list[str]:
    """The text of the page as its lines show it, marks and codes taken away."""
    found = re.findall(r'<div class="ln.*?<p>(.*?)</p></div>', told, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup.*?</sup>", "", line))) for line in found]


def test_the_text_stands_word_for_word(filled: Store) -> None:
    found = page("p0", extra="số 0")
    assert lines_of(shown(filled, found)) == found.text.split("\n")


def test_marks_and_values_lead_to_each_other(filled: Store) -> None:
    told = shown(filled, page("p0", extra="số 0"))
    places, links = set(re.findall(r' id="([^"]+)"', told)), set(re.findall(r'href="#([^"]+)"', told))
    assert len(re.findall(r' id="', told)) == len(places), "no two places are called the same"
    assert links <= places
    for code in ("C1", "D1", "T1", "Q1", "N1", "G1"):
        assert {f"s-{code}", f"v-{code}"} <= links


def test_a_value_has_its_chain(filled: Store) -> None:
    told = shown(filled, page("p0", extra="số 0"))
    length = told.partition("<dt>length</dt>")[2].partition("<dt>")[0]
    date = told.partition("<dt>date</dt>")[2].partition("<dt>agreed")[0]
    channel = told.partition("<dt>channel</dt>")[2].partition("<dt>date</dt>")[0]
    assert "<mark>ngày 21/1</mark>" in date and "resolved with" in date and "mentions/dates: day" in date
    assert f'<a href="/rules/{RULE}">' in channel and "<dd>Kremlin</dd>" in channel and "<dd>a cue</dd>" in channel
    assert "1 h 35 min" in length
    assert "<dt>next best</dt><dd>90</dd>" in told


def test_a_rule_has_a_page_with_what_protects_it(filled: Store) -> None:
    assert "Protected by" in ask(filled, f"/rules/{RULE}")
    for address in ("/rules/vi/contacts.forms.txt:99999", "/rules/xx/dates.forms.txt:1", "/rules/vi/vi"):
        assert TestClient(create_app(filled)).get(address).status_code == 404


def test_words_from_which_two_values_were_read_have_one_mark(store: Store) -> None:
    found = page()
    twice = report(found.text)
    store.add(reading(found, twice, replace(twice, date="2025-01-22", date_in_page="2025-01-22")))
    told = shown(store, found)
    assert told.count(">D1</a>") == 2 and "D2" not in told


def held(text: str, *spans: tuple[str, int, int]) -> HeldPage:
    """A page with marks of any shape: `Q` statements, `N` leftovers, `D` dates."""
    marked = [(letter, Evidence(Span(start, stop), text[start:stop])) for letter, start, stop in spans]
    told = replace(
        report(page().text),
        claims=tuple(Claim("date", "2025", (words,), RULE) for letter, words in marked if letter == "D"),
        agreements=(),
    )
    lines, start = list[Line](), 0
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(Line(number, Span(start, start + len(line)), Role.BODY))
        start += len(line) + 1
    return HeldPage(
        FiledPage("d", "p", "p", text=text, lines=tuple(lines)),
        (told,),
        (None,),
        tuple(Statement((), (), Utterance.DIRECT, words, None) for letter, words in marked if letter == "Q"),
        tuple(Leftover(words, "why") for letter, words in marked if letter == "N"),
    )


@pytest.mark.parametrize(
    "spans",
    [
        [("Q", 0, 20), ("D", 4, 8)],
        [("Q", 4, 20), ("D", 0, 8)],
        [("Q", 0, 8), ("D", 0, 8), ("N", 0, 8)],
        [("Q", 2, 12), ("N", 6, 18), ("D", 10, 14)],
        [("Q", 0, 30), ("Q", 5, 25), ("D", 5, 6), ("D", 24, 28)],
        [("Q", 3, 33), ("D", 20, 31)],
    ],
)
def test_marks_over_and_within_each_other_keep_the_text(spans: list[tuple[str, int, int]]) -> None:
    text = "một hai ba bốn năm sáu bảy\ntám chín mười"
    found = held(text, *spans)
    marks = find_marks(found)
    lines = list(page_lines(found, marks))
    assert "\n".join(_text(line.parts) for line in lines) == text
    pieces = [piece for line in lines for piece in _pieces(line.parts)]
    for mark in marks.values():
        own = [piece for piece in pieces if piece.mark is mark]
        assert [piece.first for piece in own].count(True) == 1
        assert [piece.last for piece in own].count(True) == 1
        assert "".join(_text(piece.parts) for piece in own) == text[mark.span.start : mark.span.stop].replace("\n", "")


def _text(parts: tuple[str | Piece, ...]) -> str:
    return "".join(part if isinstance(part, str) else _text(part.parts) for part in parts)


def _pieces(parts: tuple[str | Piece, ...]) -> list[Piece]:
    """All pieces in the order in which they open."""
    return [piece for part in parts if isinstance(part, Piece) for piece in (part, *_pieces(part.parts))]


def test_a_live_page_is_linked_at_the_words(store: Store) -> None:
    found = page(url="https://news.example/a?b=1#top")
    store.add(reading(found))
    told = html.unescape(shown(store, found))
    assert 'href="https://news.example/a?b=1#:~:text=ng%C3%A0y%2021%2F1" rel="noreferrer noopener"' in told


def test_long_words_are_linked_by_their_ends_and_common_ones_by_what_stands_beside_them() -> None:
    text = "The talks began. The talks, a-b, ended " + "after a long day of words " * 5
    address = "http://news.example/"
    assert (
        words_address(address, text, Span(21, 26))
        == f"{address}#:~:text=The%20talks%20began.%20The-,talks,-%2C%20a%2Db%2C%20ended%20after%20a"
    )
    assert words_address(address, text, Span(39, len(text) - 1)) == (
        f"{address}#:~:text=after%20a%20long%20day%20of%20words,after%20a%20long%20day%20of%20words"
    )
    assert words_address("javascript:alert(1)", text, Span(0, 3)) is None
    assert words_address(None, text, Span(0, 3)) is None


def fragment(text: str, words: str, *, last: bool = False) -> str:
    start = text.rfind(words) if last else text.find(words)
    address = words_address("http://news.example/", text, Span(start, start + len(words)))
    assert address
    return unquote(address.partition("#:~:text=")[2])


def test_no_part_of_what_is_looked_for_reaches_over_a_block() -> None:
    text = "Putin and Trump\nspoke by phone | for an hour\nand will meet."
    assert fragment(text, "Trump\nspoke by phone | for an hour") == "Trump,for an hour"
    assert fragment(text, "phone | for") == "phone,for"
    repeated = "They met.\nThey met."
    assert fragment(repeated, "met", last=True) == "They-,met,-."


def test_long_words_whose_beginning_stands_earlier_too_are_told_by_what_is_before_them() -> None:
    opening = "the two leaders spoke by telephone about "
    text = f"A day ago {opening}trade.\nAs was said, {opening}the war and how it might be ended before the winter"
    found = fragment(text, text[text.index("the two leaders", 60) :])
    assert found == "As was said,-,the two leaders spoke by,be ended before the winter"


def test_chinese_words_are_looked_for_as_whole_clauses() -> None:
    text = "通话最后，特朗普邀请普京在方便的时候来访，普京愉快地接受了邀请。"
    assert fragment(text, "邀请普京") == "特朗普邀请普京在方便的时候来访"
    assert fragment(text, "普京愉快地接受了邀请") == "普京愉快地接受了邀请"
    long = "双方就两国关系和地区局势交换了意见，" * 8
    begins, _, ends = fragment(long, long[:-1]).partition(",")
    assert long.startswith(begins) and long[len(begins)] == "，"
    assert long[:-1].endswith(ends) and long[-2 - len(ends)] == "，"


def test_copies_are_told_on_both_pages(store: Store) -> None:
    pages = {}
    for name, paragraphs in {"first": CALL, "copy": CALL[:3], "own": OTHER}.items():
        found = page(name, extra="\n".join(paragraphs))
        store.add(reading(found, published="2025-01-22T10:46" if name == "first" else "2025-01-25T10:46"))
        pages[name] = found
    copy, first, own = (shown(store, pages[name]) for name in ("copy", "first", "own"))
    assert f"/pages/{pages['first'].digest[:16]}" in copy.partition("<dt>Copies</dt>")[2].partition("<dt>")[0]
    assert f"/pages/{pages['copy'].digest[:16]}" in first.partition("<dt>Copied by</dt>")[2].partition("<dt>")[0]
    assert own.count("no other page held") == 2
    related = json.loads(ask(store, f"/api/v1/pages/{pages['first'].digest}"))["related"]
    assert [(it["name"], it["copies"]) for it in related] == [("copy", True)]


def test_an_older_version_leads_to_the_newer_one(store: Store) -> None:
    old, new = (page("same", extra=extra, url="https://news.example/a") for extra in ("cũ", "mới"))
    store.add(reading(old))
    store.add(reading(new))
    assert f'href="/pages/{new.digest[:16]}"' in shown(store, old)
    assert "The page has changed since." not in shown(store, new)


def test_the_text_is_to_be_had_as_it_was_found(filled: Store) -> None:
    found = page("p0", extra="số 0")
    answer = TestClient(create_app(filled)).get(f"/pages/{found.digest}.txt")
    assert (answer.text, answer.headers["content-type"]) == (found.text, "text/plain; charset=utf-8")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_annotations_quote_the_text(filled: Store) -> None:
    found = page("p0", extra="số 0")
    answer = TestClient(create_app(filled)).get(f"/api/v1/pages/{found.digest}/annotations")
    assert answer.headers["content-type"].startswith("application/ld+json")
    told = answer.json()
    assert (told["@context"], told["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len({one["id"] for one in told["items"]}) == len(told["items"]) == 4
    for one in told["items"]:
        quote, place = one["target"]["selector"]
        assert one["target"]["source"] == f"urn:sha256:{found.digest}"
        assert found.text[place["start"] : place["end"]] == quote["exact"]
        assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in found.text
    date = next(one for one in told["items"] if one["body"][0]["value"] == "date")
    assert [(body["purpose"], body["value"]) for body in date["body"]] == [
        ("tagging", "date"),
        ("describing", "2025-01-21"),
    ]
    contact = filled.contacts()[0]
    held_there = json.loads(ask(filled, f"/api/v1/contacts/{contact.id}/annotations"))["items"]
    assert {one["id"] for one in told["items"]} <= {one["id"] for one in held_there}


def test_pages_are_listed_and_narrowed(filled: Store) -> None:
    filled.add(Reading(Page("e" * 64, "lone", "", "lone.txt"), None, skipped="the page holds no text"))
    listed = ask(filled, "/pages")
    assert ">4 pages<" in listed and listed.index("lone") < listed.index("Hai nhà lãnh đạo"), "seen last first"
    assert ">1 page<" in ask(filled, "/pages?contact=passed")
    assert ">3 pages<" in ask(filled, "/pages?contact=some&language=vi")
    assert ">3 pages<" in ask(filled, "/pages?q=hai+nha+lanh"), "found without marks"
    assert "No page answers to this." in ask(filled, "/pages?outlet=Nobody")
    assert "The list has no page 9." in ask(filled, "/pages?page=9")
    assert "The record is empty" not in listed
    assert TestClient(create_app(filled)).get("/pages?contact=maybe").status_code == 400
    assert len(ask(filled, "/pages.csv?contact=some").splitlines()) == 4


def test_the_twin_goes_through_all_pages_once(filled: Store) -> None:
    seen, after = list[str](), ""
    while True:
        told = json.loads(ask(filled, f"/api/v1/pages?size=2&after={after}"))
        seen += [one["digest"] for one in told["pages"]]
        if told["next"] is None:
            break
        after = told["next"]
    assert len(seen) == len(set(seen)) == told["total"] == 3
    assert "begin again" in TestClient(create_app(filled)).get("/api/v1/pages?after=nothing").json()["reason"]


def test_an_empty_record_has_an_empty_list_of_pages(store: Store) -> None:
    assert "The record is empty" in ask(store, "/pages")
