"""What is told while a crawl is gone through."""

from __future__ import annotations

from telcon.cli.going import Going
from telcon.model.pages import Waymark


def mark(read: int, *passed: tuple[str, int], ended: bool = False) -> Waymark:
    return Waymark("/crawls/a.warc.gz", "1", read, read, read, 1000, passed, ended)


def test_rate_share_and_what_is_left() -> None:
    now = [100.0]
    going = Going(clock=lambda: now[0])
    assert going.told() == "0 pages"
    going.begin("/crawls/a.warc.gz", None)
    going.count()
    going.count()
    now[0] = 110.0
    going.take(mark(100, ("empty", 3), ("HTTP status 404", 5)))
    assert going.told() == "2 pages · 0.2 a second · 8 passed over · a.warc.gz: 10 % · about 2 minutes left"
    now[0] = 130.0
    going.take(mark(600, ("empty", 4), ("HTTP status 404", 5)))
    assert going.told().endswith("9 passed over · a.warc.gz: 60 % · about 20 seconds left")
    going.take(mark(1000, ("empty", 4), ended=True))
    assert "left" not in going.told()


def test_what_an_earlier_run_passed_over_is_not_counted_again() -> None:
    now = [0.0]
    going = Going(clock=lambda: now[0])
    going.begin("/crawls/a.warc.gz", mark(500, ("empty", 7)))
    now[0] = 10.0
    going.take(mark(750, ("empty", 9), ("HTTP status 500", 1)))
    assert going.told_passed() == ["2 passed over (empty)", "1 passed over (HTTP status 500)"]
    assert going.told().endswith("a.warc.gz: 75 % · about 10 seconds left")


def test_rare_reasons_are_told_together() -> None:
    going = Going()
    going.take(mark(1, *((f"no page: x/{number}", 20 - number) for number in range(9))))
    assert going.told_passed()[0] == "20 passed over (no page: x/0)"
    assert going.told_passed()[-1] == f"{14 + 13 + 12} passed over (other reasons)" and len(going.told_passed()) == 7
