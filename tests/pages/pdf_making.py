"""PDF files made on the spot."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}


def make_pdf(*sheets: list[str], password: str = "", created: str = "") -> bytes:
    """A PDF with these lines on its pages; a page of none shows nothing that is text."""
    writer = PdfWriter()
    for lines in sheets:
        sheet = writer.add_blank_page(595, 842)
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in FONT.items()})
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(_draw(lines))
        sheet[NameObject("/Contents")] = writer._add_object(stream)
    if created:
        writer.add_metadata({"/CreationDate": created})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def _draw(lines: list[str]) -> bytes:
    shown = b"".join(b"(" + line.encode("cp1252") + b") Tj T*\n" for line in lines)
    return b"BT /F1 11 Tf 14 TL 50 790 Td\n" + shown + b"ET" if lines else b"0 0 100 100 re f"
