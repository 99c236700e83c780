"""A contact as a work to be cited, in words, for BibTeX and for reference managers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fastapi import Request

from telcon.contacts import Contact
from telcon.exports.citations import Work, to_bibtex, to_csl
from telcon.messages import name_date, say, say_count
from telcon.messages.contacts import title_of
from telcon.web.guards.origins import whole_address


def cite(contact: Contact, request: Request) -> Mapping[str, str]:
    """The citation in each form, by the name of the form."""
    work = _work(contact, whole_address(request, f"/contacts/{contact.id}"))
    read_on = name_date(work.read_on.isoformat())
    told = say(
        "“{title}”. Telcon, {note}. {address} (read on {day}).",
        title=work.title,
        note=work.note,
        address=work.address,
        day=read_on,
    )
    return {say("In words"): told, "BibTeX": to_bibtex(work), "CSL-JSON": to_csl(work)}


def _work(contact: Contact, address: str) -> Work:
    pages = say_count("{count} page", "{count} pages", contact.page_count)
    sources = say_count("{count} source", "{count} sources", contact.source_count)
    note = say("contact {id}, {pages}, {sources}", id=contact.id, pages=pages, sources=sources)
    return Work(contact.id, title_of(contact), note, contact.date, address, date.today())
