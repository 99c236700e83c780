"""`telcon series`: the contacts of two sides over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.asked import TodayOption, day_of
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import name_kind, name_side, name_status, name_topic, name_value, say, say_count

if TYPE_CHECKING:
    from telcon.contacts import Contact, Series

TOPICS_SHOWN = 6


class SeriesOutput(StrEnum):
    """How a series is written."""

    TEXT = "text"
    JSON = "json"


def series(
    one: Annotated[str, typer.Argument(metavar="A", help=say("A side: a state or a person."))],
    other: Annotated[str, typer.Argument(metavar="B", help=say("The other side."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    today: TodayOption = None,
    output: Annotated[SeriesOutput, typer.Option(help=say("Text for people, or JSON."))] = SeriesOutput.TEXT,
) -> None:
    """Sum up the contacts of two leaders or two states: first, last, longest, gaps, who asked, topics, plans.

    \b
    telcon series Putin "Tập Cận Bình"
    telcon series RU US --output json
    """
    from telcon.contacts import make_series  # noqa: PLC0415 - loads the database layer
    from telcon.store import Selection  # noqa: PLC0415

    with record_to_read(record) as store:
        found = store.contacts(Selection(between=(one, other)))
    if not found:
        typer.echo(say("no contacts"), err=True)
        return
    summed = make_series(found, today=day_of(today))
    typer.echo(_to_json(summed) if output is SeriesOutput.JSON else "\n".join(_lines(summed)))


def _lines(summed: Series) -> Iterator[str]:
    yield say_count("{count} contact held", "{count} contacts held", len(summed.held))
    yield say("  by channel: {counts}", counts=_counts({name_kind(k): n for k, n in summed.kinds.items()}))
    if summed.initiators:
        yield say("  asked for by: {counts}", counts=_counts({name_side(s): n for s, n in summed.initiators.items()}))
    for told, contact in (
        (say("  first: {contact}"), summed.first),
        (say("  last: {contact}"), summed.last),
        (say("  longest: {contact}"), summed.longest),
    ):
        if contact:
            yield told.format(contact=_contact(contact))
    for gap in summed.gaps[:1]:
        days = say_count("{count} day", "{count} days", gap.days)
        yield say(
            "  longest gap: {days}, from {start} to {stop}", days=days, start=gap.before.date, stop=gap.after.date
        )
    for year, topics in summed.topics.items():
        yield f"  {year}: {_counts({name_topic(t): n for t, n in topics.items()}, most=TOPICS_SHOWN)}"
    yield from _listed(say("Planned or wanted, still open"), summed.open)
    yield from _listed(say("Planned or wanted, never reported as held"), summed.lapsed)
    yield from _listed(say("Denied"), summed.denied)


def _listed(heading: str, contacts: Iterable[Contact]) -> Iterator[str]:
    told = [f"  {_contact(contact)}" for contact in contacts]
    if told:
        yield from ("", heading, *told)


def _counts(counted: Mapping[str, int], *, most: int | None = None) -> str:
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count}" for name, count in ranked[:most])


def _contact(contact: Contact) -> str:
    from telcon.cli.listings import ID_SHOWN  # noqa: PLC0415

    length = name_value("duration", contact.duration) if contact.duration else ""
    kind, status = name_kind(contact.kind), name_status(contact.status)
    return f"{contact.date or '-'}  {kind} {', '.join(filter(None, (status, length)))}  {contact.id[:ID_SHOWN]}"


def _to_json(summed: Series) -> str:
    import msgspec  # noqa: PLC0415

    def names(contacts: Iterable[Contact | None]) -> list[str]:
        return [contact.id for contact in contacts if contact]

    line = {
        "held": names(summed.held),
        "kinds": {kind.value: count for kind, count in sorted(summed.kinds.items())},
        "initiators": dict(sorted(summed.initiators.items())),
        "topics": {str(year): dict(sorted(topics.items())) for year, topics in summed.topics.items()},
        "first": names([summed.first])[:1],
        "last": names([summed.last])[:1],
        "longest": names([summed.longest])[:1],
        "gaps": [{"days": gap.days, "before": gap.before.id, "after": gap.after.id} for gap in summed.gaps],
        "open": names(summed.open),
        "lapsed": names(summed.lapsed),
        "denied": names(summed.denied),
    }
    return msgspec.json.format(msgspec.json.encode(line), indent=2).decode()
