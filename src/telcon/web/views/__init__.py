"""The pages for people: a module each, with the template of its name."""

from __future__ import annotations

from telcon.web.views import account, agreements, audit, contact, contacts, home, leader, login, page, pair, users

PAGES = (
    *(home, contacts, contact, page, leader, pair, agreements),
    *(login, account, users, audit),
)
ROUTERS = tuple(module.router for module in PAGES)
"""In the order in which addresses are tried."""
