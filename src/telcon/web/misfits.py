"""What an address or a form asks for that makes no sense, told in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telcon.messages import say


def tell_misfit(flaw: Mapping[str, Any]) -> str:
    """A flaw as pydantic found it, in words: where it is, and what could stand there instead.

    The names of flaws and what comes with them are pydantic's (https://docs.pydantic.dev/latest/errors/validation_errors).
    """
    name = next((part for part in reversed(flaw["loc"]) if isinstance(part, str)), "")
    return f"{name}: {_wanted(flaw)}"


def _wanted(flaw: Mapping[str, Any]) -> str:
    limits: Mapping[str, Any] = flaw.get("ctx") or {}
    match flaw["type"]:
        case "enum" | "literal_error":
            return say("say one of {values}", values=limits["expected"].replace(" or ", ", ").replace("'", ""))
        case "missing":
            return say("is missing")
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return say("say a whole number")
        case "bool_parsing" | "bool_type":
            return say("say true or false")
        case "less_than_equal" | "less_than":
            return say("at most {count}", count=limits.get("le", limits.get("lt")))
        case "greater_than_equal" | "greater_than":
            return say("at least {count}", count=limits.get("ge", limits.get("gt")))
        case "too_long":
            return say("at most {count} values at once", count=limits["max_length"])
        case "string_too_long":
            return say("at most {count} characters", count=limits["max_length"])
    return str(flaw["msg"])
