"""The pages that tell of the API tell what is so: addresses, examples, and the page for people."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from telcon.store import Store
from telcon.web import create_app
from tests.conftest import ROOT
from tests.web.conftest import HERE, ask

DOCS = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"^```python\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)
ADDRESSES = sorted(set(re.findall(r"http://127\.0\.0\.1:8420(/[\w./-]+(?:\?[\w=&-]+)?)", DOCS)))


def test_every_address_is_documented(store: Store) -> None:
    described = create_app(store).openapi()["paths"]
    assert not [path for path in described if f"`{path}`" not in DOCS], "docs/api.md has a table of addresses"


def test_every_documented_address_is_there(store: Store) -> None:
    described = create_app(store).openapi()["paths"]
    assert not set(re.findall(r"`(/[\w{}/]+(?:\.\w+)?)`", DOCS)) - {*described, "/api", "/api/v1/", "/openapi.json"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_in_examples_answer(filled: Store, address: str) -> None:
    if not address.endswith("/v1/"):
        assert ask(filled, address)


@pytest.mark.parametrize("code", [code for code in PYTHON if "httpx" in code])
def test_examples_run(filled: Store, code: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    app = create_app(filled)
    client: Callable[..., TestClient] = lambda base_url: TestClient(app, base_url=base_url)  # noqa: E731
    monkeypatch.setattr(httpx, "Client", client)
    exec(compile(code, "docs/api.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "Vladimir Putin" in printed or "ngày 21/1" in printed


def test_people_are_told_what_programs_can_ask_for(filled: Store) -> None:
    told = ask(filled, "/api")
    assert '<a href="/api/v1/contacts">' in told and "/api/v1/contacts/{contact_id}" in told
    assert f"{HERE}/api/v1/" in told and '<a href="/openapi.json">' in told
    assert "Dành cho chương trình" in ask(filled, "/api?lang=vi")
