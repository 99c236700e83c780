"""The pages for people: a module each, with the template of its name."""

from __future__ import annotations

from telcon.web.views import agreements, contact, contacts, home, leader, login, page, pair

ROUTERS = tuple(module.router for module in (home, contacts, contact, page, leader, pair, agreements, login))
"""In the order in which addresses are tried."""
