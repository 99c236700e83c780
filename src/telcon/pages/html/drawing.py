"""The visible text of a parsed page, line by line, as a browser would draw it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telcon.model.markups import Block, Zone
from telcon.model.values import value
from telcon.pages.html.elements import (
    BLOCKS,
    CELLS,
    KINDS,
    PICTURES,
    find_zone,
    is_article_body,
    is_centred,
    is_unseen,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SPACES = re.compile(r"[ \t\n\r\f\0]+")
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_TEXT = "-text"
_INSIDE = "p,div,table,ul,ol,h1,h2,h3,h4,br,article,section"
CELL_BORDER = " | "
_GOES_ON = frozenset({Block.ITEM, Block.QUOTATION, Block.CAPTION, Block.TITLE})


@value(frozen=True, slots=True)
class Element:
    """An element on the way to some text: `parent` is its place in the list of all, -1 for the topmost."""

    parent: int
    tag: str
    zone: Zone | None
    is_body: bool


@value(frozen=True, slots=True)
class Drawn:
    """One line: `element` is the place of the element that it stands in, `linked` how many of its letters are links."""

    text: str
    block: Block
    element: int
    inner: int
    linked: int


@value(frozen=True, slots=True)
class Drawing:
    """The lines of a page and the elements that hold them."""

    lines: list[Drawn]
    elements: list[Element]

    def ancestors(self, element: int) -> Iterator[int]:
        """An element and all that hold it, from within."""
        while element >= 0:
            yield element
            element = self.elements[element].parent


@dataclass(slots=True)
class _Frame:
    """An open element."""

    mark: int
    element: int
    block: Block
    owner: int
    breaks: bool
    unseen: bool
    linked: bool
    kept: bool
    row: bool
    tag: str


@dataclass(slots=True)
class _Pen:
    """The line that is being drawn."""

    lines: list[Drawn] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    first: _Frame | None = None
    linked: int = 0
    closed: str = ""
    pictured: bool = False

    def write(self, text: str, frame: _Frame) -> None:
        if self.first is None and not text.isspace():
            self.first = frame
            self.pictured = False
        self.pieces.append(text)
        if frame.linked:
            self.linked += len(text.strip())
        self.closed = ""

    def end_line(self) -> None:
        frame = self.first
        if frame is not None and (text := _on_one_line("".join(self.pieces))):
            block = Block.TIME if frame.tag == "time" else frame.block
            self.lines.append(Drawn(text, block, frame.owner, frame.element, self.linked))
        self.pieces, self.first, self.linked = [], None, 0


def _on_one_line(text: str) -> str:
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    # A break that is no element (U+2028 and its like) would be a break of the text's lines too.
    return _BREAKS.sub(" ", _SPACES.sub(" ", text).strip(" "))


def draw(root: LexborNode, *, unseen: bool = False) -> Drawing:
    """Draw what a reader sees of the page below `root`; `unseen`: also what its styles hide."""
    pen, elements = _Pen(), [Element(-1, "body", None, False)]
    top = _Frame(root.mem_id, 0, Block.BOX, 0, True, False, False, False, False, "body")
    stack = [top]
    for node in root.traverse(include_text=True):
        parent = node.parent
        if parent is None or node.mem_id == top.mark:
            continue
        while len(stack) > 1 and stack[-1].mark != parent.mem_id:
            _close(stack.pop(), pen)
        frame = stack[-1]
        if frame.unseen:
            if node.is_element_node:
                stack.append(_hidden(node.mem_id))
        elif node.is_text_node:
            _write(node.text_content or "", frame, pen)
        elif node.is_element_node:
            stack.append(_open(node, frame, pen, elements, shown=unseen))
    while stack:
        _close(stack.pop(), pen)
    return Drawing(pen.lines, elements)


def _hidden(mark: int) -> _Frame:
    return _Frame(mark, 0, Block.BOX, 0, False, True, False, False, False, "")


def _write(text: str, frame: _Frame, pen: _Pen) -> None:
    if not frame.kept:
        pen.write(text, frame)
        return
    first, *others = _BREAKS.split(text)
    pen.write(first, frame)
    for line in others:
        pen.end_line()
        pen.write(line, frame)


def _open(node: LexborNode, above: _Frame, pen: _Pen, elements: list[Element], *, shown: bool) -> _Frame:
    tag = str(node.tag)
    if tag == "br":
        pen.end_line()
        return _hidden(node.mem_id)
    attributes = node.attributes
    pen.pictured = pen.pictured or tag in PICTURES
    if is_unseen(tag, attributes if not shown else {}):
        return _hidden(node.mem_id)
    in_row = above.row and tag in CELLS
    breaks = (tag in BLOCKS or tag in CELLS) and not in_row
    if breaks:
        pen.end_line()
    elif in_row and pen.first is not None:
        pen.write(CELL_BORDER, above)
    elif tag == "a" and pen.closed == "a":
        # Links side by side are the entries of a menu, which style sheets part.
        pen.write(" ", above)
    zone = find_zone(tag, attributes)
    if zone is None and breaks and pen.pictured and is_centred(attributes):
        zone = Zone.CAPTION
    elements.append(Element(above.element, tag, zone, is_article_body(attributes)))
    place = len(elements) - 1
    row = tag == "tr" and node.css_first(_INSIDE) is None
    return _Frame(
        node.mem_id,
        place,
        KINDS.get(tag, _inherited(above.block, tag) if breaks else above.block),
        place if breaks else above.owner,
        breaks,
        False,
        above.linked or tag == "a",
        above.kept or tag == "pre",
        row,
        "time" if above.tag == "time" else tag,
    )


def _inherited(block: Block, tag: str) -> Block:
    """A box in a list or a quotation is an item or quotation still; one in a paragraph cannot be."""
    return block if block in _GOES_ON or tag == "p" else Block.BOX


def _close(frame: _Frame, pen: _Pen) -> None:
    if frame.unseen:
        return
    if frame.breaks:
        pen.end_line()
        pen.closed = ""
    else:
        pen.closed = frame.tag
