"""A made-up crawl: pages of news in HTML, of which a few in a hundred tell of contacts.

Those are the development pages of the corpus, with other leaders and days in them; the others are put together from
`crawl_sentences.toml`: a sixth names leaders and tells of no contact, a sixth has the words of calls without leaders,
the rest is sport and economy. Each page has what pages of news have around the article: style, scripts, menus, and a
box of other headlines. They differ in length, most between 60 and 130 kB.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.reading_speed import vary
from fastwarc.warc import WarcRecord, WarcRecordType

HERE = Path(__file__).resolve().parent
DEVELOPMENT = HERE.parent / "corpus/dev"
LANGUAGES = ("vi", "en", "ru", "zh")
TOPICS = ("politics", "phones", "sport", "sport", "economy", "economy")


@dataclass(frozen=True)
class MadePage:
    """A page: its number, its language, its lines of text, and whether it was made to tell of contacts."""

    number: int
    language: str
    lines: tuple[str, ...]
    tells: bool

    @property
    def url(self) -> str:
        """Its made-up address."""
        return f"https://news-{self.language}.example/{self.number}.html"

    @property
    def text(self) -> str:
        """Its text, as dumps have it."""
        return "\n".join(self.lines)


def make_pages(count: int, *, share: float = 0.03, seed: int = 1) -> Iterator[MadePage]:
    """Yield so many pages, of which a share tells of contacts, spread evenly."""
    dice = random.Random(seed)
    sentences = _sentences()
    telling = {code: [path.read_text(encoding="utf-8") for path in _development(code)] for code in LANGUAGES}
    every = round(1 / share) if share else count + 1
    for number in range(count):
        code = LANGUAGES[number % len(LANGUAGES)]
        tells = number % every == every // 2
        if tells:
            code = LANGUAGES[number // every % len(LANGUAGES)]
            originals = telling[code]
            lines = vary(originals[number // every // len(LANGUAGES) % len(originals)], dice).splitlines()
        else:
            lines = list(_write(sentences[code], dice.choice(TOPICS), code, dice))
        yield MadePage(number, code, tuple(line for line in lines if line.strip()), tells)


def _development(code: str) -> list[Path]:
    return sorted((DEVELOPMENT / code).glob("*.txt"))


def _write(of: dict[str, list[str]], topic: str, code: str, dice: random.Random) -> Iterator[str]:
    space = "" if code == "zh" else " "
    yield _say(of, topic, dice).rstrip(".。")
    for _ in range(dice.randint(5, 14)):
        yield space.join(_say(of, topic, dice) for _ in range(dice.randint(2, 5)))


def _say(of: dict[str, list[str]], topic: str, dice: random.Random) -> str:
    return dice.choice(of[topic]).replace("{n}", str(dice.randint(2, 999))).replace("{m}", dice.choice(of["names"]))


def to_html(page: MadePage, dice: random.Random) -> bytes:
    """The page as its site would send it."""
    mine = _sentences()[page.language]
    title, *paragraphs = (html.escape(line, quote=False) for line in page.lines)
    told = {"@type": "NewsArticle", "headline": page.lines[0], "url": page.url}
    others = [_say(mine, dice.choice(TOPICS), dice) for _ in range(dice.randint(15, 40))]
    return "\n".join(
        (
            f'<!doctype html><html lang="{page.language}"><head><meta charset="utf-8"><title>{title}</title>',
            f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script>',
            f"<style>{''.join(_rule(dice) for _ in range(dice.randint(200, 500)))}</style></head><body>",
            f"<header><nav><ul>{''.join(map(_entry, enumerate(mine['menu'] * 6)))}</ul></nav></header>",
            f"<main><article><h1>{title}</h1>",
            *(f'<p class="article__paragraph" data-id="{dice.getrandbits(40):x}">{words}</p>' for words in paragraphs),
            "</article></main><aside class='related'>",
            *(_card(words, dice) for words in others),
            f"</aside><footer>&copy; {page.number}</footer><script>",
            *(_script(dice) for _ in range(dice.randint(200, 500))),
            "</script></body></html>",
        )
    ).encode()


@cache
def _sentences() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((HERE / "crawl_sentences.toml").read_text(encoding="utf-8"))


def _entry(named: tuple[int, str]) -> str:
    number, name = named
    return f'<li class="menu__item"><a href="/{number}/" data-track="nav-{number}">{name}</a></li>'


def _card(words: str, dice: random.Random) -> str:
    picture = f'<img src="/i/{dice.getrandbits(64):x}.jpg" loading="lazy">'
    return f'<div class="card"><a href="/{dice.getrandbits(32)}.html">{picture}<h3>{words}</h3></a></div>'


def _rule(dice: random.Random) -> str:
    return (
        f".c{dice.getrandbits(24):x}{{margin:{dice.randint(0, 40)}px;color:#{dice.getrandbits(24):06x};display:flex}}"
    )


def _script(dice: random.Random) -> str:
    key = f"{dice.getrandbits(48):x}"
    return (
        f'window.q=window.q||[];q.push(["slot-{key}",{{id:{dice.getrandbits(32)},w:{dice.randint(1, 999)},telephone:0,'
        f'on:function(e){{return e.target.dataset["{key[:6]}"]}},url:"/ads/{dice.getrandbits(64):x}"}}]);'
    )


def write_crawl(path: Path, pages: Iterator[MadePage], *, seed: int = 2) -> int:
    """Write a web archive, each record compressed on its own; gives the bytes of its pages."""
    dice, size = random.Random(seed), 0
    with path.open("wb") as opened:
        for page in pages:
            body = to_html(page, dice)
            size += len(body)
            opened.write(to_record(page.url, body))
    return size


def to_record(url: str, body: bytes) -> bytes:
    """A response with an HTML page, compressed."""
    record, written = WarcRecord(), io.BytesIO()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.is_http = True
    record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
    record.write(written)
    return gzip.compress(written.getvalue(), 6)


def to_row(page: MadePage) -> bytes:
    """The page as a row of a dump in the manner of CC-News."""
    row = {"title": page.lines[0], "text": page.text, "domain": f"news-{page.language}.example", "date": "2025-02-13"}
    row |= {"description": page.lines[1] if len(page.lines) > 1 else "", "url": page.url, "image_url": ""}
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"
