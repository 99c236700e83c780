"""From the names in an address to the leaders and states that are meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from urllib.parse import unquote

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from telcon.messages import say
from telcon.web.catalogues.directory import Side
from telcon.web.drawings.drawing import draw

Sides = tuple[Side, ...]
SHOWN = 40
"""Choices that are offered where a name may mean several."""


def resolve(request: Request, found: Sequence[Sequence[Side]], address: Callable[..., str]) -> Sides | Response:
    """The sides meant by the parts of an address, of each of which some were found.

    Where each is one but the page has another address, the way there; where some are several, a page to choose from.
    Raises 404 where nobody is meant.
    """
    if not all(found):
        raise HTTPException(404, say("no leader and no state is known by that name"))
    options = list(product(*found))
    if len(options) > 1:
        choices = [(" – ".join(side.name for side in sides), address(*sides), sides) for sides in options[:SHOWN]]
        return draw(request, "several.html", status=300, choices=choices)
    target = address(*options[0])
    if unquote(target) != request.scope["path"]:
        return RedirectResponse(f"{target}?{request.url.query}" if request.url.query else target)
    return options[0]


def settle(found: Sequence[Sequence[Side]]) -> Sides:
    """The sides meant, for programs. Raises 404 where nobody is meant, 409 with the ids where several may be."""
    if not all(found):
        raise HTTPException(404, say("no leader and no state is known by that name"))
    for sides in found:
        if len(sides) > 1:
            ids = ", ".join(f"{side.key} ({side.name})" for side in sides[:SHOWN])
            raise HTTPException(409, say("several are called so: {ids}", ids=ids))
    return tuple(sides[0] for sides in found)
