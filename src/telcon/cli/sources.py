"""`telcon sources`: the sources to start from, or your own and how they fare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_write
from telcon.messages import say, tell_reason
from telcon.model.sources import SourceKind

if TYPE_CHECKING:
    from telcon.fetching.sources import Source
    from telcon.store import Watched


def sources(
    file: Annotated[
        str | None, typer.Argument(metavar="SOURCES", help=say("A file of sources; without one, those to start from."))
    ] = None,
    *,
    side: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help=say("Those of a state or organisation: VN, EU.")),
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help=say("Those in a language: vi, en; repeatable."))
    ] = None,
    kind: Annotated[list[SourceKind] | None, typer.Option(help=say("Those of a kind; repeatable."))] = None,
    write: Annotated[
        str | None, typer.Option(metavar="PATH", help=say("Write them to a new file, to be changed and watched."))
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """List the sources that come with Telcon, to start from, or those of a file and how they fare.

    With a file: checks it, and tells of each list when it was asked for last and what came of it, by the record.

    \b
    telcon sources --side VN --side RU --kind official
    telcon sources --language vi --write sources.toml
    telcon sources sources.toml
    """
    from telcon.fetching.sources import SourcesError, load_starters, read_sources  # noqa: PLC0415

    try:
        found = read_sources(Path(file)).sources if file else load_starters()
    except SourcesError as error:
        raise Failure(error.place, tell_reason(error.reason), tell_reason(error.advice), status=WRONG_USE) from error
    chosen = [
        source
        for source in found
        if (not side or source.side in map(str.upper, side))
        and (not language or source.language in language)
        and (not kind or source.kind in kind)
    ]
    if not chosen:
        raise Failure("sources", say("there are none of that sort"), say("see: telcon sources"), status=WRONG_USE)
    if write:
        _write(chosen, write)
    else:
        _print(chosen, _known(chosen, record) if file else {})


def _write(chosen: list[Source], path: str) -> None:
    from telcon.fetching.sources import sources_to_toml  # noqa: PLC0415

    try:
        with Path(path).open("x", encoding="utf-8") as file:
            file.write(sources_to_toml(chosen))
    except FileExistsError:
        advice = say("name another, or remove it")
        raise Failure(path, say("there is such a file already"), advice, status=WRONG_USE) from None
    except OSError as error:
        raise Failure(path, (error.strerror or str(error)).lower(), status=WRONG_USE) from error
    advice = say("say in it whom site owners can write to, then: telcon watch {path}", path=path)
    typer.echo(f"{path}: {advice}", err=True)


def _known(chosen: list[Source], record: str) -> dict[str, Watched]:
    """What a record knows of the lists, nothing where there is no record."""
    from telcon.store import is_missing  # noqa: PLC0415 - loads the database layer

    if is_missing(record):
        return {}
    with record_to_write(record) as store:
        return store.watched.load(at.address for source in chosen for at in source.lists)


def _print(chosen: list[Source], known: dict[str, Watched]) -> None:
    from telcon.cli.listings import clean  # noqa: PLC0415

    width = max(len(source.name) for source in chosen)
    for source in chosen:
        told = f"{source.side or '-':<3} {source.kind or '-':<11} {source.language or '-':<3}"
        for at in source.lists:
            line = f"{clean(source.name):<{width}}  {told} {at.form:<7} {at.address}"
            typer.echo(line + _fares(known.get(at.address)))


def _fares(known: Watched | None) -> str:
    from telcon.cli.listings import clean  # noqa: PLC0415

    if known is None or not known.asked_at:
        return ""
    when = say("asked {time}", time=known.asked_at[:16].replace("T", " "))
    if known.failures:
        what = say("failed: {reason}", reason=tell_reason(known.failure))
        return f"  {when}, {clean(what)}"
    new = known.changed_at[:16].replace("T", " ")
    return f"  {when}, {say('new at {time}', time=new)}" if new else f"  {when}"
