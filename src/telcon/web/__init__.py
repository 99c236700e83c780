"""The record in a browser: pages for people, each with its JSON twin."""

from __future__ import annotations

from telcon.web.application import create_app
from telcon.web.guards.limiting import is_limit
from telcon.web.guards.rules import Rules
from telcon.web.serving import is_loopback, listen, serve

__all__ = ["Rules", "create_app", "is_limit", "is_loopback", "listen", "serve"]
