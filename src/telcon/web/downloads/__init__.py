"""Lists as files to keep, in the formats of other programs."""

from __future__ import annotations

from telcon.web.downloads import calendars, feeds, spreadsheets

ROUTERS = (spreadsheets.router, feeds.router, calendars.router)
