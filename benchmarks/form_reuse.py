"""How many of the forms of a language's sheets fire on how many pages of the corpus.

A form that fires on one page alone may be memory instead of knowledge. Counted over the article lines of the gold, for
sheets whose forms are fixed wordings; of overlapping forms of a sheet the longest counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from telcon.evaluation import read_rows
from telcon.languages import load_pack
from telcon.languages.lexicons import Lexicon, longest
from telcon.languages.sheets import Form, Sheet
from telcon.letters.folding import fold

CORPUS = Path(__file__).resolve().parent.parent / "corpus/dev"


def read_articles(code: str) -> Iterator[str]:
    """Yield the article lines of each page of a language, folded."""
    for gold in sorted(CORPUS.glob(f"{code}.*.gold.jsonl")):
        for row in read_rows(gold):
            lines = (CORPUS / row.place).read_bytes().decode().split("\n")
            yield fold("\n".join(lines[number - 1] for number in row.body_lines))


def count_pages(sheet: Sheet, articles: list[str]) -> Counter[str]:
    """Count on how many pages each form of a sheet fires, by the form's place."""
    lexicon: Lexicon[Form] = Lexicon((spelling, form) for form in sheet.forms for spelling in form.spellings())
    pages: Counter[str] = Counter()
    for article in articles:
        pages.update({form.source for hit in longest(lexicon.find(article)) for form in hit.entries})
    return pages


def main(code: str = "vi") -> None:
    """Print for each sheet its forms, those that fire, and the share of these that fire on two pages or more."""
    articles = list(read_articles(code))
    print(f"{len(articles)} pages\n{'sheet':<14}{'forms':>7}{'fire':>7}{'on 2+':>7}{'share':>8}")
    for name, sheet in sorted(load_pack(code).sheets.items()):
        if not any("{" in form.pattern for form in sheet.forms):
            pages = count_pages(sheet, articles)
            reused = sum(count >= 2 for count in pages.values())
            share = f"{reused / len(pages):.2f}" if pages else "-"
            print(f"{name:<14}{len(sheet.forms):>7}{len(pages):>7}{reused:>7}{share:>8}")


if __name__ == "__main__":
    main()
