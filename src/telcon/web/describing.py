"""The description of the API (OpenAPI): what each address answers, in which shape, and how it fails."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI, Response

REFERENCE = "#/components/schemas/{name}"
REASONS = {
    400: "What is asked for makes no sense; the reason says what.",
    401: "The token is unknown, or is not valid any more.",
    403: "This is not allowed with this token.",
    404: "The record holds no such thing.",
    409: "Somebody else has changed this in the meantime.",
    413: "More is sent than is taken.",
    422: "What is sent cannot be used.",
    429: "Too much is asked for: wait as long as `Retry-After` says.",
}
_models: set[type] = set()


class Failed(msgspec.Struct, frozen=True):
    """Why there is no answer, in the language asked for."""

    reason: str


def answers(
    model: Any, told: str, *, errors: tuple[int, ...] = (), media_type: str = "application/json", example: object = None
) -> dict[str, Any]:
    """How an address is described that answers with a model; any address may fail by 401, 403 and 429, too.

    To be handed to a router: `@router.get("/contacts", **answers(ContactPage, "Contacts", errors=(400,)))`.
    """
    (schema,), _ = msgspec.json.schema_components([model], ref_template=REFERENCE)
    _models.add(model)
    content: dict[str, Any] = {"schema": schema}
    if example is not None:
        content["example"] = example
    return _described({"description": told, "content": {media_type: content}}, errors)


def files(media_type: str, told: str, *, errors: tuple[int, ...] = (400,)) -> dict[str, Any]:
    """How an address is described that answers with a file, and fails with a page for people."""
    content = {media_type: {"schema": {"type": "string"}}}
    return _described({"description": told, "content": content}, errors, {"text/html": {"schema": {"type": "string"}}})


class DescribedApp(FastAPI):
    """An application whose description holds the models of its answers."""

    def openapi(self) -> dict[str, Any]:
        """The description, put together once."""
        if self.openapi_schema is None:
            described = super().openapi()
            _, parts = msgspec.json.schema_components(sorted(_models, key=str), ref_template=REFERENCE)
            described.setdefault("components", {}).setdefault("schemas", {}).update(parts)
            for reading in (path["get"] for path in described["paths"].values() if "get" in path):
                # Where reading is open, no token is needed.
                reading["security"] = [{}, *reading.get("security", [])]
        return super().openapi()


def _described(answer: dict[str, Any], errors: tuple[int, ...], failed: dict[str, Any] | None = None) -> dict[str, Any]:
    if failed is None:
        (schema,), _ = msgspec.json.schema_components([Failed], ref_template=REFERENCE)
        _models.add(Failed)
        failed = {"application/json": {"schema": schema}}
    told = {status: {"description": REASONS[status], "content": failed} for status in {*errors, 401, 403, 429}}
    # A range keeps the framework from describing a failure of its own shape.
    rest = {"4XX": {"description": "Any other request that cannot be answered.", "content": failed}}
    responses = {200: answer, 304: {"description": "What `If-None-Match` names still stands."}}
    return {"response_class": Response, "responses": {**responses, **dict(sorted(told.items())), **rest}}
