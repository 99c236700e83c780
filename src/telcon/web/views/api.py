"""What the record has for programs, told to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from telcon.model.values import value
from telcon.web.drawings.drawing import draw
from telcon.web.guards.origins import origin_of

router = APIRouter(include_in_schema=False)
API = "/api/"
ASKED = {"/api/v1/search": "?q=2025"}
"""What an address cannot do without."""


@value(frozen=True, slots=True)
class Door:
    """An address that answers: how it is asked, what it gives."""

    method: str
    path: str
    told: str

    @property
    def example(self) -> str | None:
        """The address as it can be followed; None where something is to be filled in."""
        return self.path + ASKED.get(self.path, "") if self.method == "GET" and "{" not in self.path else None


@router.get("/api")
def api(request: Request) -> Response:
    """What programs can ask for, how lists go on, how failures look, and where it is all described."""
    doors = list(_doors(request.app.openapi()))
    return draw(
        request,
        "api.html",
        origin=origin_of(request),
        doors=[door for door in doors if door.path.startswith(API)],
        files=[door for door in doors if not door.path.startswith(API)],
    )


def _doors(described: Mapping[str, Any]) -> Iterator[Door]:
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            yield Door(method.upper(), path, operation.get("description", "").split("\n")[0])
