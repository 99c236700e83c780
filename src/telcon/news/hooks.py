"""Webhooks: a piece of news as JSON, signed as the Standard Webhooks specification says (standardwebhooks.com).

HMAC-SHA256 over id, time and body: receivers check it with a library, tell a message that comes twice by its id, and
refuse an old one.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from telcon import __version__
from telcon.fetching import Bounds, FetchError
from telcon.fetching.addresses import fold_host
from telcon.fetching.posts import post
from telcon.fetching.tries import Tries, keep_trying
from telcon.fetching.visits import Manners
from telcon.news.failures import SendingError

PREFIX = "whsec_"
"""How a secret in base64 begins; any other is taken as it is."""
PATIENCE = 30.0
"""Seconds that a receiver may ask to wait within one run; longer ones are left to the next."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """How receivers are asked: tries, seconds before the second (doubled each time), hosts that may be private."""

    tries: int = 3
    pause: float = 1
    allowed: frozenset[str] = frozenset()
    bounds: Bounds = field(default_factory=lambda: Bounds(connecting=10, silence=20, total=30))
    sleep: Callable[[float], None] = time.sleep


def send_hook(address: str, name: str, body: bytes, secret: str, hooks: Hooks) -> None:
    """Hand a message to a receiver; `name` is its id, the same however often it is sent. Raises `SendingError`."""
    manners = Manners(f"Telcon/{__version__}", frozenset(map(fold_host, hooks.allowed)))

    def hand() -> int:
        # Signed anew for each try: receivers refuse what is old.
        return post(address, body, sign(name, body, secret, int(time.time())), manners=manners, bounds=hooks.bounds)

    try:
        keep_trying(hand, Tries(hooks.tries, hooks.pause, PATIENCE), hooks.sleep)
    except FetchError as error:
        raise SendingError(error.reason, surely=False, may_pass=error.may_pass, after=error.after) from error


def sign(name: str, body: bytes, secret: str, at: int) -> dict[str, str]:
    """The headers of a message: its id, its time (Unix seconds), and its signature."""
    signed = f"{name}.{at}.".encode() + body
    digest = base64.b64encode(hmac.digest(key_of(secret), signed, "sha256")).decode()
    headers = {"webhook-id": name, "webhook-timestamp": str(at), "webhook-signature": f"v1,{digest}"}
    return {"Content-Type": "application/json", **headers}


def key_of(secret: str) -> bytes:
    """The key that a secret stands for. Raises `SendingError` for one that is no base64 though it says so."""
    if not secret.startswith(PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise SendingError("its secret begins with whsec_ but is no base64", surely=True, may_pass=False) from error
