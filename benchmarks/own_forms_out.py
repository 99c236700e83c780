"""How well pages of the corpus are read without the forms that no other page uses: knowledge apart from memory.

For each page, the forms of fixed wording that fire on it and on no other page of the corpus are taken out of the
sheets, and the page is read by a process of its own. Copies of a page count as one page. The figures are those of
`telcon evaluate`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

from telcon.evaluation import Row, evaluate, parse_row, read_rows
from telcon.languages import load_pack
from telcon.languages.lexicons import Lexicon
from telcon.languages.sheets import Form
from telcon.letters.folding import fold

CORPUS = Path(__file__).resolve().parent.parent / "corpus/dev"


def read_gold(code: str) -> Iterator[Row]:
    """Yield the gold of a language, in the order of its files."""
    for gold in sorted(CORPUS.glob(f"{code}.*.gold.jsonl")):
        yield from read_rows(gold)


def find_families(rows: list[Row]) -> dict[str, str]:
    """Name for each page the page that it copies, or itself."""
    copies = [line.split("\t") for line in (CORPUS / "copies.tsv").read_text().splitlines()[1:]]
    return {row.name: next((of for copy, of, _ in copies if copy == row.name), row.name) for row in rows}


def find_own_forms(code: str, rows: list[Row], texts: dict[str, str]) -> dict[str, Set[str]]:
    """For each page the forms (by sheet and line) that fire on it and on no page but its copies."""
    forms = [form for sheet in load_pack(code).sheets.values() for form in sheet.forms if "{" not in form.pattern]
    lexicon: Lexicon[Form] = Lexicon((spelling, form) for form in forms for spelling in form.spellings())
    families = find_families(rows)
    fired: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        lines = texts[row.name].split("\n")
        article = fold("\n".join(lines[number - 1] for number in row.body_lines))
        fired[families[row.name]] |= {form.source for hit in lexicon.find(article) for form in hit.entries}
    pages = Counter(source for sources in fired.values() for source in sources)
    return {row.name: {s for s in fired[families[row.name]] if pages[s] == 1} for row in rows}


def read_without(code: str, name: str, text: str, out: Set[str]) -> bytes:
    """Read one page with some forms taken out of the sheets; for a fresh process, since packs are kept once loaded."""
    from telcon.engine.reading import read_page  # noqa: PLC0415 - only once the pack has been cut
    from telcon.exports import encode_row, reading_to_row  # noqa: PLC0415
    from telcon.model.pages import Page  # noqa: PLC0415

    pack = load_pack(code)
    cut = {
        key: replace(sheet, forms=tuple(form for form in sheet.forms if form.source not in out))
        for key, sheet in pack.sheets.items()
    }
    object.__setattr__(pack, "sheets", MappingProxyType(cut))
    return encode_row(reading_to_row(read_page(Page("", name, text, name, language=code))))


def main(code: str = "vi") -> None:
    """Print the figures with all forms of the sheets and with each page's own forms left out."""
    rows = list(read_gold(code))
    texts = {row.name: (CORPUS / row.place).read_bytes().decode() for row in rows}
    own = find_own_forms(code, rows, texts)
    for label, left_out in (("all forms", dict.fromkeys(own, frozenset[str]())), ("own forms left out", own)):
        with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
            jobs = [processes.submit(read_without, code, row.name, texts[row.name], left_out[row.name]) for row in rows]
            found = [parse_row(job.result(), row.name) for job, row in zip(jobs, rows, strict=True)]
        figures = evaluate(rows, found, texts).score.figures()
        print(label, *(f"{name} {value:.3f}" for name, value in figures.items() if value is not None), sep="  ")
    print(f"{sum(map(len, own.values()))} forms left out over {len(rows)} pages")


if __name__ == "__main__":
    main(*sys.argv[1:])
