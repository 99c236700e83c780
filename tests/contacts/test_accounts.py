"""The accounts of a contact side by side."""

from __future__ import annotations

from telcon.contacts import Account, Contact, FiledPage, Telling, build_matrix
from telcon.model.contacts import Claim, Evidence, Kind, Report, Source, Statement, Utterance
from telcon.model.durations import Bound, Duration
from telcon.model.spans import Span
from tests.store.readings import page, report

RUSSIA, CHINA = Account("RU"), Account("CN")


def words(text: str) -> Evidence:
    return Evidence(Span(0, len(text)), text)


def said(text: str, speaker: str, *said_by: str, topics: str = "energy") -> Statement:
    return Statement((speaker,), said_by, Utterance.INDIRECT, words(text), 0, tuple(topics.split()))


def telling(name: str, *statements: Statement, outlet: str | None = None, **changes: object) -> Telling:
    told: Report = report(page().text, **{"claims": (), "topics": ("energy",), **changes})
    return Telling(FiledPage(name, name, name, outlet=outlet), 0, told, statements)


KREMLIN, XINHUA, PAPER = Source("Kremlin", "RU"), Source("Xinhua", "CN"), Source("Daily", None)


def test_words_belong_to_the_government_that_reports_them() -> None:
    contact = Contact(
        "c",
        (
            telling("a", said("one", "Xi Jinping", "Kremlin"), said("two", "Vladimir Putin"), reported_by=(KREMLIN,)),
            telling("b", said("three", "Xi Jinping", "Xinhua", topics="taiwan"), reported_by=(XINHUA,)),
            telling("c", said("four", "Xi Jinping", "Daily", topics="taiwan"), reported_by=(PAPER,)),
            telling("d", said("five", "Xi Jinping", "Truth Social", topics="")),
        ),
    )
    matrix = build_matrix(contact)
    assert matrix.accounts == (RUSSIA, CHINA, Account(None, "Daily"))
    assert matrix.topics == ("energy", "taiwan", "")
    assert [s.evidence.words for _, s in matrix.cell("energy", RUSSIA).statements] == ["one", "two"]
    assert matrix.sides("energy") == ("RU",)
    assert matrix.tellers("taiwan") == (CHINA, Account(None, "Daily"))
    assert [s.evidence.words for _, s in matrix.cell("", CHINA).statements] == ["five"]


def test_points_belong_to_whom_they_are_cited_from() -> None:
    claims = (
        Claim("topic", "energy", (words("gas"),), "rule", ("Kremlin",)),
        Claim("topic", "iran", (words("Iran"),), "rule"),
    )
    told = telling("a", outlet="The Paper", reported_by=(KREMLIN,), claims=claims, topics=("energy", "iran"))
    matrix = build_matrix(Contact("c", (told,)))
    assert matrix.tellers("energy") == (RUSSIA,)
    assert matrix.tellers("iran") == (Account(None, "The Paper"),)
    assert matrix.sides("iran") == ()


def test_what_a_government_says_comes_before_what_is_finer() -> None:
    official = telling("a", reported_by=(KREMLIN,), duration=Duration(60, Bound.OVER))
    relayed = telling("b", reported_by=(PAPER,), duration=Duration(62))
    choice = Contact("c", (relayed, official)).durations
    assert [option.value.minutes for option in choice.options] == [60, 62]
    assert not choice.disagree


def test_lengths_that_cannot_both_be_true_disagree() -> None:
    one, other = telling("a", duration=Duration(10)), telling("b", duration=Duration(7))
    assert Contact("c", (one, other)).durations.disagree


def test_governments_may_disagree_on_who_asked() -> None:
    one = telling("a", reported_by=(KREMLIN,), initiator="US")
    other = telling("b", reported_by=(XINHUA,), initiator="mutual")
    choice = Contact("c", (one, other)).initiators
    assert choice.disagree
    assert {option.value: [s.side for s in option.sources] for option in choice.options} == {
        "US": ["RU"],
        "mutual": ["CN"],
    }


def test_a_loose_word_for_the_channel_is_no_disagreement() -> None:
    one, other = telling("a", kind=Kind.CALL), telling("b", kind=Kind.VIDEO)
    contact = Contact("c", (one, other))
    assert contact.kind is Kind.VIDEO
    assert not contact.kinds.disagree
    assert Contact("c", (telling("a"), other)).kinds.disagree


def test_a_vague_report_has_the_date_of_its_contact() -> None:
    dated, yearless = telling("a", date="2025-01-21"), telling("b", date="XXXX-01-21")
    contact = Contact("c", (yearless, dated))
    assert contact.date == "2025-01-21"
    assert [contact.date_of(one) for one in contact.tellings] == ["2025-01-21", "2025-01-21"]
    assert not contact.dates.disagree
