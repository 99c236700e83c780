"""Answers that are no pages: JSON, and files to keep."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from fastapi import Response


def struct_answer(told: msgspec.Struct | Sequence[msgspec.Struct], media_type: str = "application/json") -> Response:
    """A struct, or several, as JSON."""
    return Response(msgspec.json.encode(told), media_type=media_type)


def file_answer(name: str, content: str | bytes, media_type: str) -> Response:
    """A file that the browser offers to keep under this name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
