"""`python -m tests.webpages`: the figures by language, ours and trafilatura's.

`--misses` prints what was missed instead, `--others` takes the ten outlets that were drawn after the rules stood.
"""

from __future__ import annotations

import sys

from tests.webpages.pages import WebPage, make_others, make_pages
from tests.webpages.scoring import Found, agrees, agrees_by_day, read_ours, read_theirs, score


def chosen_pages() -> tuple[WebPage, ...]:
    """The pages that were asked for."""
    return make_others() if "--others" in sys.argv else make_pages()


def print_figures() -> None:
    """Print the figures of all pages by language."""
    print(f"{'':8}{'body F1':>9}{'theirs':>9}{'headline':>10}{'theirs':>9}{'time':>7}{'day':>7}{'theirs, day':>13}")
    pages = chosen_pages()
    ours, theirs = [read_ours(page) for page in pages], [read_theirs(page) for page in pages]
    for lang in ("vi", "ru", "zh", "en", ""):
        chosen = [number for number, page in enumerate(pages) if page.lang.startswith(lang)]
        own, other = (_score(pages, found, chosen) for found in (ours, theirs))
        days = (_days(pages, found, chosen) for found in (ours, theirs))
        print(
            f"{lang or 'all':8}{own.body:9.3f}{other.body:9.3f}{own.headlines:10.3f}{other.headlines:9.3f}"
            f"{own.times:7.3f}{next(days):7.3f}{next(days):13.3f}"
        )


def _score(pages, found, chosen):
    return score([pages[number] for number in chosen], [found[number] for number in chosen])


def _days(pages, found, chosen) -> float:
    return sum(agrees_by_day(found[n].published, pages[n].published) for n in chosen) / len(chosen)


def print_misses() -> None:
    """Print for each page what of its article was missed and what was taken for it."""
    for page in chosen_pages():
        _print_miss(page, read_ours(page))


def _print_miss(page: WebPage, found: Found) -> None:
    told, whole = "\n".join(found.lines), "\n".join(page.body)
    if score([page], [found]).body == 1 and found.headline == page.headline and agrees(found.published, page.published):
        return
    print(f"{page.id}  F1 {score([page], [found]).body:.2f}")
    for line in page.body:
        if line not in told:
            print(f"   missed  {line[:100]}")
    for line in found.lines:
        if line.strip("\u3000 ") not in whole:
            print(f"   extra   {line[:100]}")
    if found.headline != page.headline:
        print(f"   headline  {found.headline!r} for {page.headline!r}")
    if not agrees(found.published, page.published):
        print(f"   time  {found.published} for {page.published}")


if __name__ == "__main__":
    print_misses() if "--misses" in sys.argv else print_figures()
