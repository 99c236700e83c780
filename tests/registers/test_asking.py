"""A service is asked with manners, and whatever it does ends in an answer or in a reason."""

from __future__ import annotations

import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

import pytest

from telcon.model.contacts import Office
from telcon.registers import Manners, RegisterError, ask, build_query
from telcon.registers.asking import agent
from tests.registers.conftest import Service, break_off, reply

QUICK = Manners(connecting=2, silence=0.5, total=1, bytes=10_000, pause=0.25, contact="ada@example.org")


def waits_of(service: Service, manners: Manners = QUICK) -> tuple[bytes, list[float]]:
    waits: list[float] = []
    return ask(service.address, "SELECT …", manners=manners, sleep=waits.append), waits


def complaint_of(service: Service, manners: Manners = QUICK) -> str:
    with pytest.raises(RegisterError) as error:
        ask(service.address, "SELECT …", manners=manners, sleep=lambda _: None)
    return str(error.value)


def test_it_says_who_asks_for_what(service: Service) -> None:
    service.replies = [reply(b"{}")]
    assert waits_of(service) == (b"{}", [])
    (asked,) = service.asked
    assert (asked["query"], asked["accept"]) == ("SELECT …", "application/sparql-results+json")
    assert asked["agent"].startswith("Telcon/")
    assert "(roster refresh; ada@example.org) httpx/" in asked["agent"]


def test_whom_to_write_to_cannot_end_the_header() -> None:
    assert "\n" not in agent("ada\r\nX-Evil: 1")
    assert agent("Ađa (x)").isascii()


def test_a_busy_service_is_asked_again_after_as_long_as_it_says(service: Service) -> None:
    service.replies = [reply(b"", status=429, Retry_After="7"), reply(b"", status=503), reply(b"{}")]
    assert waits_of(service) == (b"{}", [7.0, 0.5])


def test_it_may_say_until_when(service: Service) -> None:
    service.replies = [reply(b"", status=429, Retry_After=formatdate(time.time() + 60, usegmt=True)), reply(b"{}")]
    _, (wait,) = waits_of(service)
    assert 55 < wait <= 60


def test_who_asks_for_more_patience_than_we_have_is_left(service: Service) -> None:
    service.replies = [reply(b"", status=429, Retry_After="86400")]
    assert complaint_of(service) == "it is busy or out of order (429) (it asks to wait 86400 seconds)"
    assert len(service.asked) == 1


def test_it_is_given_up_after_some_tries(service: Service) -> None:
    service.replies = [reply(b"", status=500)]
    assert complaint_of(service) == "it is busy or out of order (500) (try again later)"
    assert len(service.asked) == QUICK.tries


@pytest.mark.parametrize(
    ("status", "advice"), [(400, "check the address"), (404, "check the address"), (403, "say whom it can write to")]
)
def test_who_refuses_is_not_asked_again(service: Service, status: int, advice: str) -> None:
    service.replies = [reply(b"", status=status)]
    assert f"it refuses ({status}) ({advice}" in complaint_of(service)
    assert len(service.asked) == 1


def test_an_answer_that_breaks_off_is_asked_for_again(service: Service) -> None:
    service.replies = [break_off(b"{"), reply(b"{}")]
    assert waits_of(service) == (b"{}", [0.25])
    service.replies = [break_off(b"{")]
    assert "the connection broke off" in complaint_of(service)


def test_a_huge_answer_is_not_read_to_its_end(service: Service) -> None:
    service.replies = [reply(b"x" * 20_000)]
    assert complaint_of(service).startswith("its answer is larger than 0.01 MB (ask for less")


def test_one_byte_after_the_other_is_not_waited_for(service: Service) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(12):
            time.sleep(0.2)
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    service.replies = [drip]
    begun = time.monotonic()
    assert "it was not done after 1 seconds" in complaint_of(service)
    assert time.monotonic() - begun < 3


def test_silence_is_not_waited_for(service: Service) -> None:
    service.replies = [lambda _: time.sleep(0.8)]
    assert "it did not answer in time" in complaint_of(service, Manners(silence=0.2, tries=2))


def test_circles_are_left(service: Service) -> None:
    service.replies = [reply(b"", status=307, Location="/sparql")]
    assert "it sends us round in circles" in complaint_of(service)


def test_without_a_network_that_is_said() -> None:
    with pytest.raises(RegisterError, match=r"it cannot be reached \(check the network and the address; nothing was"):
        ask("http://127.0.0.1:9/sparql", "", manners=QUICK, sleep=lambda _: None)


@pytest.mark.parametrize("address", ["ftp://example.org/", "query", "http://", "http://[::"])
def test_what_is_no_address_is_not_asked(address: str) -> None:
    with pytest.raises(RegisterError, match="it is no address"):
        ask(address, "", manners=QUICK)


@pytest.mark.parametrize("office", [Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.FOREIGN_MINISTER])
def test_questions_are_well_formed(office: Office) -> None:
    query = build_query(office, since=2020)
    assert query.count("{") == query.count("}")
    assert query.count("(") == query.count(")")
    head = query.partition(" WHERE ")[0]
    for variable in head.split("?")[1:]:
        assert query.count(f"?{variable.strip()}") > 1
    assert "YEAR(?stop) >= 2020" in query
    with pytest.raises(KeyError):
        build_query(Office.ENVOY, since=2020)
