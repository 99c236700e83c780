"""The pages for people: a module each, with the template of its name."""

from __future__ import annotations

from telcon.web.views import (
    account,
    add,
    agreements,
    api,
    audit,
    contact,
    contacts,
    correct,
    coverage,
    disagreements,
    history,
    home,
    leader,
    login,
    page,
    pages,
    pair,
    pairs,
    planned,
    review,
    rules,
    sources,
    state,
    users,
)

PAGES = (
    *(home, contacts, contact, page, pages, leader, state, pairs, pair),
    *(planned, disagreements, agreements, sources, coverage, rules, api),
    *(correct, review, history, add),
    *(login, account, users, audit),
)
ROUTERS = tuple(module.router for module in PAGES)
"""In the order in which addresses are tried."""
