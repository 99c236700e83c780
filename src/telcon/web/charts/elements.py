"""Elements of SVG, written with every attribute escaped."""

from __future__ import annotations

from markupsafe import Markup, escape

Attribute = str | float | None


def element(name: str, *content: str | Markup, **attributes: Attribute) -> Markup:
    """One element: `cls` is its class, underscores in names are hyphens; attributes without a value are left out."""
    told = [f' {_NAMES.get(key, key.replace("_", "-"))}="{_written(it)}"' for key, it in attributes.items() if it != ""]
    inner = "".join(map(escape, content))
    return Markup(f"<{name}{''.join(told)}>{inner}</{name}>" if inner else f"<{name}{''.join(told)}/>")


def figure(name: str, width: float, height: float, *content: Markup, role: str = "group") -> Markup:
    """A chart with its name; `group` where what it shows can be followed, `img` where it cannot."""
    box = f"0 0 {_written(width)} {_written(height)}"
    return element("svg", *content, cls="chart", viewBox=box, role=role, aria_label=name)


def line(cls: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight line."""
    return element("line", cls=cls, x1=x1, x2=x2, y1=y1, y2=y2)


def words(text: str, x: float, y: float, *, cls: str = "", anchor: str = "") -> Markup:
    """Words at a place; `anchor` is `middle` or `end` where they do not begin there."""
    return element("text", text, cls=cls, x=x, y=y, text_anchor=anchor)


def followed(address: str, told: str, *content: Markup) -> Markup:
    """What leads to an address, with what it is in words."""
    return element("a", element("title", told), *content, href=address, aria_label=told)


_NAMES = {"cls": "class", "viewBox": "viewBox"}


def _written(it: Attribute) -> str:
    if isinstance(it, str):
        return str(escape(it))
    return f"{it:.1f}".removesuffix(".0")
