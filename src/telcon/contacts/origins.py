"""Which of two pages with the same text took it from the other: a table of features, each a score with its reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from telcon.contacts.articles import Article
from telcon.contacts.comparing import Reason
from telcon.contacts.tellings import FiledPage
from telcon.letters.folding import fold

_LEAST = 4  # letters of a name that may be looked for within another
_HOURS = timedelta(hours=1)
_DAY = timedelta(days=1)
_SHORTER = 0.9

Feature = Callable[[Article, Article], "Reason | None"]


def compare_origins(one: Article, other: Article) -> tuple[Reason, ...]:
    """What speaks for `one` being the copy of `other`; scores below 0 speak for the other way round.

    Swapping the two turns every score round.
    """
    return tuple(reason for feature in FEATURES if (reason := feature(one, other)))


def outlet_names(outlet: str | None, url: str | None) -> frozenset[str]:
    """What a place where pages come out is known by: what it is called, and the host of the page's address."""
    return frozenset(filter(None, (_plain(outlet or ""), _host(url))))


def is_same_outlet(one: FiledPage, other: FiledPage) -> bool:
    """Whether two pages came out in one place."""
    return not outlet_names(one.outlet, one.url).isdisjoint(outlet_names(other.outlet, other.url))


def common_credit(one: Article, other: Article) -> str | None:
    """Whom both pages credit, as the one of them writes it that comes first; None where one credits the other."""
    if credits_outlet(one, other) or credits_outlet(other, one):
        return None
    names = [{_plain(name): name for name in article.page.credits} for article in (one, other)]
    both = sorted(set(names[0]) & set(names[1]) - {""})
    return min(names[0][both[0]], names[1][both[0]]) if both else None


def credits_outlet(one: Article, other: Article) -> bool:
    """Whether a page says that it took its article from the outlet of the other."""
    return any(_is_name_of(_plain(name), other) for name in one.page.credits)


def names_outlet(one: Article, other: Article) -> bool:
    """Whether a page's article names the outlet of the other."""
    outlet = "".join(filter(str.isalnum, fold(other.page.outlet or "")))
    return len(outlet) > _LEAST and outlet in one.letters


def compare_credits(one: Article, other: Article) -> Reason | None:
    """A page that names the other's outlet as the one it took the article from."""
    first, second = credits_outlet(one, other), credits_outlet(other, one)
    return _either(first, second, "credit", 8, "credits the other's outlet")


def compare_names(one: Article, other: Article) -> Reason | None:
    """A page whose article names the other's outlet."""
    return _either(names_outlet(one, other), names_outlet(other, one), "outlet", 3, "names the other's outlet")


def compare_times(one: Article, other: Article) -> Reason | None:
    """The later page; within a day it says less, as zones are not shown, and within an hour next to nothing."""
    first, second = _time(one), _time(other)
    if not first or not second:
        return _either(not first, not second, "time", 0.5, "shows no time") if first != second else None
    if min(len(one.page.published or ""), len(other.page.published or "")) <= len("2025-01-21"):
        first, second = _midnight(first), _midnight(second)
    apart = abs(first - second)
    if not apart:
        return None
    score = 4.0 if apart > _DAY else 2.0 if apart >= _HOURS else 0.5
    return _either(first > second, second > first, "time", score, "came out later")


def compare_debts(one: Article, other: Article) -> Reason | None:
    """A page that credits anybody at all beside one that does not."""
    return _either(bool(one.page.credits), bool(other.page.credits), "debt", 1.5, "credits somebody")


def compare_lengths(one: Article, other: Article) -> Reason | None:
    """The shorter page: what is taken over is cut more often than it is added to."""
    shorter = one.size < _SHORTER * other.size, other.size < _SHORTER * one.size
    return _either(*shorter, "length", 1, "is shorter")


def compare_headlines(one: Article, other: Article) -> Reason | None:
    """A page that lost its headline."""
    return _either(not one.page.title, not other.page.title, "headline", 0.5, "shows no headline")


FEATURES: tuple[Feature, ...] = (
    compare_credits,
    compare_names,
    compare_times,
    compare_debts,
    compare_lengths,
    compare_headlines,
)


def _either(first: bool, second: bool, feature: str, score: float, seen: str) -> Reason | None:
    """The score for a feature that the first page has and the second has not, turned round for the opposite."""
    if first == second:
        return None
    return Reason(feature, score if first else -score, seen)


def _is_name_of(name: str, article: Article) -> bool:
    return bool(name) and any(
        name == own or (min(len(name), len(own)) >= _LEAST and (name in own or own in name)) for own in _called(article)
    )


def _called(article: Article) -> Iterator[str]:
    """What an outlet is called: its name, and its host with and without the end."""
    host = _host(article.page.url)
    yield from filter(None, (_plain(article.page.outlet or ""), _plain(host), _plain(host.rpartition(".")[0])))


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _plain(name: str) -> str:
    """The letters of a name in lower case without their marks: outlets write their own names in many ways."""
    letters = unicodedata.normalize("NFD", fold(name)).replace("đ", "d")
    return "".join(letter for letter in letters if letter.isalnum())


def _time(article: Article) -> datetime | None:
    try:
        return datetime.fromisoformat(article.page.published or "").replace(tzinfo=None)
    except ValueError:
        return None


def _midnight(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0)
