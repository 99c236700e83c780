"""What people call the browser that a session was begun in."""

from __future__ import annotations

BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "Linux": "Linux",
}
"""Signs in what a browser says of itself, the more special before those that others carry too, with their names."""


def agent_name(told: str) -> str:
    """`Firefox, Linux`; the first word where it is no browser that is known, a dash where nothing is said."""
    browser = next((name for sign, name in BROWSERS.items() if f"{sign}/" in told), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in told), "")
    return ", ".join(filter(None, (browser, system))) or told.split(" ", maxsplit=1)[0][:40] or "–"
