"""Searching articles, statements and facts, while the record changes."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from telcon.contacts import Ruling
from telcon.model.contacts import Office, Participant, Source
from telcon.model.readings import Reading
from telcon.model.texts import Role
from telcon.store import QuestionError, Selection, Store, Wish, open_store
from telcon.store.migrating import MIGRATIONS
from telcon.store.questions import parse_question
from telcon.store.searching import versions_with
from tests.store.readings import PUTIN, XI, page, reading, report

LAM = Participant("To Lam", "VN", Office.PARTY_LEADER, "Q10831196")
TRUMP = Participant("Donald Trump", "US", Office.HEAD_OF_STATE, "Q22686")
STRANGER = Participant("Đỗ Văn Ẩn", "LA", Office.OTHER)


def told(name: str, extra: str, *people: Participant, role: Role = Role.BODY, **changes: object) -> Reading:
    """A page that ends with this line, of this role, and tells of a contact of these people."""
    made = page(name, extra=extra)
    read = reading(made, report(made.text, participants=people or (PUTIN, XI), **changes))
    assert read.text
    lines = (*read.text.lines[:-1], replace(read.text.lines[-1], role=role))
    return replace(read, text=replace(read.text, lines=lines))


def fill(store: Store) -> Store:
    store.add(told("vi", "Tô Lâm nói về đường ống dẫn khí, xây từ năm 2019.", LAM, TRUMP, date="2025-03-05"))
    store.add(told("en", "To Lam spoke of pipelines. See Erdogan", LAM, STRANGER, date="2024-11", topics=("energy",)))
    store.add(told("ru", "Встречу с Путиным назвали полезной", PUTIN, TRUMP, reported_by=(Source("Kremlin", "RU"),)))
    store.add(told("zh", "國家主席習近平應約通話，談了雙邊關係", XI, TRUMP, date="2025-06-01", status="planned"))
    store.add(told("menu", "quảng cáo sầu riêng", PUTIN, XI, role=Role.MENU))
    store.add(replace(reading(page("none", extra="sầu riêng chín")), contacts=(), statements=()))
    return store


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A record that tests only ask."""
    with open_store(tmp_path_factory.mktemp("searched") / "telcon.db") as opened:
        yield fill(opened)


@pytest.fixture
def filled(store: Store) -> Store:
    """A record that a test may change."""
    return fill(store)


def names(store: Store, question: str, topics: dict[str, str] | None = None) -> set[str]:
    """The pages of the contacts found, by their names."""
    found = store.search(question, topics=(topics or {}).get)
    contacts = store.contacts(Selection(among=found.contacts))
    assert {contact.id for contact in contacts} == found.contacts
    return {telling.page.name for contact in contacts for telling in contact.tellings}


@pytest.mark.parametrize(
    ("question", "pages"),
    [
        ("to lam", {"vi", "en"}),
        ("TÔ LÂM", {"vi", "en"}),
        (unicodedata.normalize("NFD", "Tô Lâm"), {"vi", "en"}),
        ("То Лам", {"vi", "en"}),
        ("苏林", {"vi", "en"}),
        ("duong ong", {"vi"}),
        ("đường ống", {"vi"}),
        ("ống đường", {"vi"}),
        ("dưỡng ong", set()),
        ('"đường ống"', {"vi"}),
        ("“duong ong”", {"vi"}),
        ('"ống đường"', set()),
        ('"to lam"', {"vi", "en"}),
        ("Tô", {"vi", "en"}),
        ("tò", set()),
        ("pipeline", {"en"}),
        ('"pipeline"', set()),
        ("Erdoğan", {"en"}),
        ("bản", set()),
        ("встреча", {"ru"}),
        ("полезную встречу Путина", {"ru"}),
        ("習近平 应约", {"zh"}),
        ("應", {"zh"}),
        ("双边关系", {"zh"}),
        ("约应", set()),
        ("Си Цзиньпин Трамп", {"zh"}),
        ("Си Цзиньпина", {"zh", "menu"}),
        ("Чжоу Эньлай", set()),
        ("习近平 Mỹ", {"zh"}),
        ("Đỗ Văn Ẩn", {"en"}),
        ("do van an", {"en"}),
        ("Hoa Kỳ Вьетнам", {"vi"}),
        ("中国", {"zh", "menu"}),
        ("Kremlin Trump", {"vi", "ru", "zh"}),
        ("2025-03", {"vi"}),
        ("5/3/2025", {"vi"}),
        ("2024", {"en"}),
        ("2019", {"vi"}),
        ("trade", set()),
        ("điện đàm", {"vi", "en", "ru", "zh", "menu"}),
        ("durian", set()),
        ("sầu riêng", set()),
        ("Putin sầu", set()),
    ],
)
def test_all_words_are_found(searched: Store, question: str, pages: set[str]) -> None:
    assert names(searched, question) == pages


def test_topics_are_found_by_the_names_that_they_are_given(searched: Store) -> None:
    assert names(searched, "trade and economy To Lam", {"trade and economy": "trade_economy"}) == {"vi"}
    assert names(searched, "năng lượng", {"năng lượng": "energy"}) == {"en"}


def test_pages_without_a_contact_are_counted_apart(searched: Store) -> None:
    found = searched.search("sầu riêng")
    assert (found.contacts, found.page_count) == (frozenset(), 1)
    (excerpt,) = searched.page_excerpts(found)
    assert (excerpt.page.name, excerpt.words, excerpt.line) == ("none", "sầu riêng chín", 5)


@pytest.mark.parametrize("question", ["", " ", "…!", '""', "x " * 17, "y" * 201])
def test_what_cannot_be_searched_for_is_refused(searched: Store, question: str) -> None:
    with pytest.raises(QuestionError):
        searched.search(question)


@pytest.mark.parametrize("question", ['a" OR b', "a* NEAR(b)", "bare : x", "'; DROP TABLE pages; --", "% _ a", "\x00b"])
def test_nothing_typed_steers_the_database(searched: Store, question: str) -> None:
    assert names(searched, question) == set()
    assert searched.count_pages() == 6


def test_excerpts_show_the_words_with_who_says_them(searched: Store) -> None:
    found = searched.search("“đường ống” “quan hệ hai nước”")
    ((first, second),) = searched.excerpts(found, sorted(found.contacts)).values()
    marks = [[it.page.text[mark.start : mark.stop] for mark in it.marks] for it in (first, second)]
    assert marks == [["Quan hệ hai nước"], ["đường ống"]]
    assert (first.speaker, first.said_by, first.line) == (("Vladimir Putin",), ("TASS",), 4)
    assert first.words in first.page.text


def test_a_second_excerpt_shows_what_the_first_does_not(store: Store) -> None:
    store.add(told("p", f"{'dài ' * 300}\n\nsầu riêng"))
    found = store.search("dài riêng")
    (excerpts,) = store.excerpts(found, sorted(found.contacts)).values()
    assert [it.words.split()[-1] for it in excerpts] == ["dài", "riêng"]


def test_a_contact_found_by_a_name_alone_has_no_excerpt(searched: Store) -> None:
    found = searched.search("苏林")
    assert searched.excerpts(found, sorted(found.contacts)) == {}


def test_words_of_a_page_in_pieces_are_marked_where_they_stand(store: Store) -> None:
    store.add(told("nfd", unicodedata.normalize("NFD", "Ông Tô Lâm hoan nghênh")))
    found = store.search("lam hoan")
    ((excerpt,),) = store.excerpts(found, sorted(found.contacts)).values()
    marked = [unicodedata.normalize("NFC", excerpt.page.text[it.start : it.stop]) for it in excerpt.marks]
    assert marked == ["Lâm", "hoan"]


def test_long_passages_are_cut_between_words(store: Store) -> None:
    store.add(told("long", f"{'trước ' * 60}sầu riêng {'sau ' * 90}"))
    found = store.search("sầu riêng")
    ((excerpt,),) = store.excerpts(found, sorted(found.contacts)).values()
    assert len(excerpt.words) <= 230
    assert set(excerpt.words.split()) == {"trước", "sầu", "riêng", "sau"}


def test_adding_reading_again_and_superseding_are_searched_at_once(store: Store) -> None:
    first = told("p", "quả sầu riêng")
    store.add(first)
    assert names(store, "sầu riêng") == {"p"}
    assert first.text
    store.add_again(replace(first, text=replace(first.text, lines=first.text.lines[:-1])))
    assert names(store, "sầu riêng") == set()
    store.add(told("p", "quả măng cụt"))
    assert (names(store, "măng cụt"), names(store, "điện đàm")) == ({"p"}, {"p"})
    store.add(told("p", "quả vải"))
    assert (names(store, "măng cụt"), store.search("măng cụt").page_count) == (set(), 0)
    assert list(store.flaws()) == []


def test_a_hidden_page_is_not_found_until_it_is_shown_again(filled: Store) -> None:
    (key,) = filled.page_keys("vi")
    number = filled.decide(Wish(Ruling.HIDE, key), author="me")
    found = filled.search("đường ống")
    assert (found.contacts, found.page_count) == (frozenset(), 0)
    assert list(filled.flaws()) == []
    filled.undo(number, author="me")
    assert names(filled, "đường ống") == {"vi"}
    assert list(filled.flaws()) == []


def test_what_fails_is_not_searched(store: Store) -> None:
    good, bad = told("good", "sầu riêng"), told("bad", "măng cụt")
    flawed = replace(bad, contacts=(replace(bad.contacts[0], participants=()),))
    with pytest.raises(ValueError, match="nobody takes part"):
        store.add_all([good, flawed])
    assert store.search("sầu riêng").contacts == frozenset()


def test_a_record_made_before_is_searched(record: Path) -> None:
    with open_store(record) as store:
        store.add(told("p", "quả sầu riêng"))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with create_engine(f"sqlite:///{record}").begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0006")
        assert connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name LIKE 'passage%'")).scalar() == 0
    with open_store(record) as store:
        assert names(store, "sầu riêng") == {"p"}
        assert list(store.flaws()) == []


def test_words_that_are_not_the_article_s_are_told(filled: Store, record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("DELETE FROM passages WHERE version_id = 1")
    assert [flaw.reason for flaw in filled.flaws()] == ["it is searched by other words than its article has"]


def test_other_databases_look_through_the_same_words(searched: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = ("duong ong", "đường ống", "dưỡng ong", "pipeline", "встреча", "应约", '"to lam"', "Erdoğan", "tò")
    with searched._reading() as connection:
        indexed = {it: sorted(connection.scalars(versions_with(connection, parse_question(it)))) for it in questions}
        monkeypatch.setattr(connection.dialect, "name", "postgresql")
        searched = {it: sorted(connection.scalars(versions_with(connection, parse_question(it)))) for it in questions}
    assert searched == indexed
    assert any(indexed.values())
