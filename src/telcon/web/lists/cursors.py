"""Where a list goes on: behind a contact's place in the order, which stays right while contacts come and go."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode

import msgspec
from fastapi import HTTPException

from telcon.messages import say
from telcon.web.lists.orders import Key, Order


def write_cursor(order: Order, key: Key) -> str:
    """The place of a contact in an order, as an address holds it."""
    return urlsafe_b64encode(msgspec.json.encode([order, *key])).decode().rstrip("=")


def read_cursor(text: str, order: Order, like: Key) -> Key:
    """The place that an address holds; `like` is any of the same order. 400 for what is none."""
    try:
        told = msgspec.json.decode(urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=list[int | str])
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise _wrong(text) from error
    key = tuple(told[1:])
    if told[:1] != [order] or list(map(type, key)) != list(map(type, like)):
        raise _wrong(text)
    return key


def _wrong(text: str) -> HTTPException:
    told = say("it is no place in this list: take the one that the list names as its next")
    return HTTPException(400, f"after={text[:40]}: {told}")
