"""`telcon evaluate`: how well the pages of a gold file are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import UNREADABLE, WRONG_USE, Failure, complain, leave
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.evaluation import Outcome, Row
    from telcon.model.pages import Page


class Output(StrEnum):
    """How the figures are printed."""

    TEXT = "text"
    JSON = "json"


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help=say("Gold, one JSON object a page and line."))],
    pages: Annotated[
        str | None,
        typer.Argument(metavar="[PAGES]", help=say("Where the pages are [default: the files that GOLD names].")),
    ] = None,
    predicted: Annotated[
        Path | None,
        typer.Option("--predicted", metavar="FILE", help=say("Score these rows instead of reading the pages.")),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help=say("List every miss and false alarm."))] = False,
    output: Annotated[Output, typer.Option("--output", "-o", help=say("text, or json (one object)."))] = Output.TEXT,
) -> None:
    """Print how well the pages of a gold file are read, one figure between 0 and 1 for each thing that is read.

    \b
    The project's corpus:     telcon evaluate corpus/dev/vi.a.gold.jsonl
    Every miss:               telcon evaluate corpus/dev/vi.a.gold.jsonl --errors
    Gold and pages of yours:  telcon evaluate gold.jsonl crawl.jsonl.gz
    Rows made elsewhere:      telcon evaluate gold.jsonl --predicted rows.jsonl

    \b
    Exit status: 0; 1 where a page of the gold was not read; 2 where gold or rows cannot be used.
    """
    from telcon.evaluation import GoldError  # noqa: PLC0415 - `telcon --help` needs none of the rooms

    try:
        outcome = score_golds(gold, pages=pages, predicted=predicted)
    except GoldError as reason:
        raise Failure("", str(reason), status=WRONG_USE) from reason
    _print_figures(outcome.score.figures(), output)
    for miss in outcome.score.misses if errors else ():
        typer.echo(str(miss))
    for name in outcome.absent:
        complain(name, say("the gold names this page, and it was not read"))
    if outcome.absent:
        leave(UNREADABLE)


def score_golds(*golds: Path, pages: str | None = None, predicted: Path | None = None) -> Outcome:
    """Read the pages of gold files, or take `predicted` rows, and score all together.

    `pages` says where the pages are, else each gold names its own. Raises `GoldError` for a line that cannot be used.
    """
    from telcon.evaluation import evaluate as score_rows  # noqa: PLC0415
    from telcon.evaluation import read_rows  # noqa: PLC0415

    wanted = [row for gold in golds for row in _read_gold(gold)]
    sources = [pages] if pages else [place for gold in golds for place in _named_pages(gold)]
    found = list(_open_readable(sources))
    by_name = {page.name: page.text for page in found}
    texts = {row.name: by_name[name] for row in wanted for name in (Path(row.place).stem, row.name) if name in by_name}
    return score_rows(wanted, read_rows(predicted) if predicted else _read_all(found), texts)


def _read_all(pages: Iterable[Page]) -> Iterator[Row]:
    from telcon.engine.reading import read_page  # noqa: PLC0415
    from telcon.evaluation import parse_row  # noqa: PLC0415
    from telcon.exports import encode_row, reading_to_row  # noqa: PLC0415

    for page in pages:
        yield parse_row(encode_row(reading_to_row(read_page(page))), page.name)


def _read_gold(gold: Path) -> list[Row]:
    from telcon.evaluation import GoldError, read_rows  # noqa: PLC0415

    rows = list(read_rows(gold))
    if not rows:
        raise GoldError(f"{gold}: holds no line")
    return rows


def _print_figures(figures: Mapping[str, float | None], output: Output) -> None:
    """One figure a line, a dash where the gold has nothing to count; or all as one object."""
    import msgspec  # noqa: PLC0415

    if output is Output.JSON:
        typer.echo(msgspec.json.encode(figures).decode())
        return
    for name, value in figures.items():
        typer.echo(f"{name:<12}{'-' if value is None else format(value, '.3f')}")


def _named_pages(gold: Path) -> Iterator[str]:
    for row in _read_gold(gold):
        path = gold.parent / row.place
        if path.is_file():
            yield str(path)


def _open_readable(sources: Iterable[str]) -> Iterator[Page]:
    from telcon.model.pages import Unreadable  # noqa: PLC0415
    from telcon.pages import open_pages  # noqa: PLC0415

    for source in sources:
        for page in open_pages(source):
            if isinstance(page, Unreadable):
                complain(page.name, page.reason)
            else:
                yield page
