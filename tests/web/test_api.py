"""The API answers as it is described: whatever is asked for, in the shape that the description gives."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration
from telcon.store import Store, open_store
from telcon.web import create_app
from telcon.web.guards.rules import Rules
from tests.store.readings import page, reading, report

BOUNDED = settings(
    max_examples=5,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""The same few requests to each address each time."""
NOT_HELD = [positive_data_acceptance]
"""No schema can say which dates there are, and by which names states are known."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A record with contacts of two kinds, one of them disputed."""
    folder: Path = tmp_path_factory.mktemp("record")
    store = open_store(folder / "telcon.db")
    one, other, third = (page(f"p{number}", extra=f"số {number}") for number in range(3))
    store.add(reading(one))
    store.add(reading(other, report(other.text, duration=Duration(10))))
    store.add(reading(third, report(third.text, date="2025-06", kind=Kind.MEETING, status=Status.PLANNED)))
    return store


@pytest.fixture(scope="module")
def api(record: Store) -> BaseSchema:
    schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(record, Rules(names=frozenset({"testserver"}))))
    return schema.include(method="GET")


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_asked_for_is_answered_as_described(
    api: BaseSchema, mode: GenerationMode, subtests: pytest.Subtests
) -> None:
    for found in api.get_all_operations():
        operation = found.ok()
        # Nothing can be asked amiss where nothing is asked for.
        with subtests.test(operation.label), suppress(Unsatisfiable):
            _ask(operation, mode)


def _ask(operation: Any, mode: GenerationMode) -> None:
    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask_once(case: schemathesis.Case) -> None:
        case.call_and_validate(excluded_checks=NOT_HELD)

    ask_once()


def test_what_the_record_holds_is_answered_as_described(
    api: BaseSchema, record: Store, subtests: pytest.Subtests
) -> None:
    names = {"contact_id": record.contacts()[0].id, "digest": page("p0", extra="số 0").digest}
    names |= {"who": "Q7747", "code": "RU", "one": "RU", "other": "Q15031"}
    asked = 0
    for found in api.get_all_operations():
        operation = found.ok()
        wanted = {it.name: names[it.name] for it in operation.path_parameters if it.name in names}
        with subtests.test(operation.label):
            answer = operation.Case(path_parameters=wanted).call_and_validate()
            asked += answer.status_code == 200
    assert asked >= 20


def test_every_address_says_what_it_answers(api: BaseSchema) -> None:
    for path, operations in api.raw_schema["paths"].items():
        told = operations["get"]["responses"]["200"]["content"] if "get" in operations else {}
        for media_type, content in told.items():
            assert content["schema"], f"{path} answers with {media_type} of any shape"
            assert operations["get"]["description"]


def test_the_same_question_has_the_same_answer(filled: Store) -> None:
    contact = filled.contacts()[0].id
    for address in (
        "contacts",
        f"contacts/{contact}",
        f"contacts/{contact}/annotations",
        "pages",
        "sources",
        "coverage",
    ):
        answers = [TestClient(create_app(filled)).get(f"/api/v1/{address}") for _ in range(2)]
        assert answers[0].headers["etag"] == answers[1].headers["etag"]
        known = {"If-None-Match": answers[0].headers["etag"]}
        assert TestClient(create_app(filled)).get(f"/api/v1/{address}", headers=known).status_code == 304


def test_whatever_can_be_had_can_be_asked_about(filled: Store) -> None:
    browser = TestClient(create_app(filled))
    for address in ("/", "/contacts", "/contacts.csv", "/api/v1/pages", "/nothing"):
        whole, told = browser.get(address), browser.head(address)
        assert (told.status_code, told.content) == (whole.status_code, b"")
        assert told.headers.get("etag") == whole.headers.get("etag")
