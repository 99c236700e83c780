"""Lists as files to keep, in the formats of other programs."""

from __future__ import annotations

from telcon.web.downloads import calendars, contacts, feeds, spreadsheets

ROUTERS = (contacts.router, spreadsheets.router, feeds.router, calendars.router)
