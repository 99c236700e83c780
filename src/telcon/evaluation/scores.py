"""The figures of a set of pages, page by page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from telcon.evaluation.names import fold_name
from telcon.evaluation.pairing import pair_contacts, pair_names, pair_statements
from telcon.evaluation.rows import ContactRow, DurationRow, Row
from telcon.evaluation.tallies import Share, Tally
from telcon.evaluation.values import is_date_exact, is_date_right, is_duration_right

FIGURES = (
    *("body", "title", "published", "contact", "focus", "quiet"),
    *("kind", "status", "date", "date_strict", "duration", "initiator"),
    *("sources", "topics", "statement", "speaker", "direct"),
)
TALLIED = frozenset({"body", "contact", "focus", "sources", "topics", "statement"})
_DAY = len("2025-01-22")


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that was read wrong: `want` is what the gold holds, `got` what was found, None for nothing."""

    page: str
    figure: str
    want: object
    got: object

    def __str__(self) -> str:
        want, got = (json.dumps(value, ensure_ascii=False) for value in (self.want, self.got))
        return f"{self.page}\t{self.figure}\twant {want}\tgot {got}"


@dataclass(slots=True)
class Score:
    """Counts of all figures, and every miss in the order of the pages."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIGURES if name in TALLIED})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in FIGURES if name not in TALLIED})
    misses: list[Miss] = field(default_factory=list)

    def figures(self) -> dict[str, float | None]:
        """All figures by name, in their order; None where the gold has nothing to count."""
        return {name: (self.tallies.get(name) or self.shares[name]).value for name in FIGURES}

    def add_page(self, gold: Row, found: Row, text: str | None) -> None:
        """Score one page; without its `text`, statements are left out."""
        if gold.partial:
            self._add_partial(gold, found)
            return
        if gold.scope != "contacts":
            self._add_text(gold, found)
        self._add_contacts(gold, found)
        if gold.scope != "contacts" and text is not None and gold.statements:
            self._add_statements(gold, found, text)

    def _add_text(self, gold: Row, found: Row) -> None:
        self.tallies["body"].add_sets(set(gold.body_lines), set(found.body_lines))
        title, day = (gold.title or "", found.title or ""), (gold.published or "", found.published or "")
        self._judge(gold.name, "title", title, fold_name(title[0]) == fold_name(title[1]))
        self._judge(gold.name, "published", day, day[0][:_DAY] == day[1][:_DAY])

    def _judge(self, page: str, figure: str, values: tuple[object, object], right: bool) -> None:
        self.shares[figure].add(right)
        if not right:
            self.misses.append(Miss(page, figure, *values))

    def _add_partial(self, gold: Row, found: Row) -> None:
        paired = pair_contacts(gold.contacts, _leaders(found.contacts))
        false = [contact for contact in paired.false if contact.focus]
        self._count_contacts(gold.name, paired.pairs, paired.missed, false)
        for want, got in paired.pairs:
            self._judge_values(gold.name, want, got, known_only=True)

    def _add_contacts(self, gold: Row, found: Row) -> None:
        leaders = _leaders(gold.contacts)
        told = _without_officials(gold.contacts, _leaders(found.contacts))
        paired = pair_contacts(leaders, told)
        self._count_contacts(gold.name, paired.pairs, paired.missed, paired.false)
        for want, got in paired.pairs:
            self._judge_values(gold.name, want, got)
            self._judge_lists(want, got)
        if not leaders:
            self.shares["quiet"].add(not told)

    def _count_contacts(
        self,
        page: str,
        pairs: Sequence[tuple[ContactRow, ContactRow]],
        missed: Sequence[ContactRow],
        false: Sequence[ContactRow],
    ) -> None:
        self.tallies["contact"].add(pairs, missed, false)
        self.misses += [Miss(page, "contact missed", _describe(contact), None) for contact in missed]
        self.misses += [Miss(page, "contact false", None, _describe(contact)) for contact in false]
        self.tallies["focus"].add(
            [want for want, got in pairs if want.focus and got.focus],
            [want for want, got in pairs if want.focus and not got.focus] + [want for want in missed if want.focus],
            [got for want, got in pairs if got.focus and not want.focus] + [got for got in false if got.focus],
        )

    def _judge_values(self, page: str, want: ContactRow, got: ContactRow, *, known_only: bool = False) -> None:
        """Judge a found contact's values; with `known_only`, those alone that the gold has."""
        right = {
            "kind": want.kind == got.kind,
            "status": want.status == got.status,
            "date": is_date_right(want, got),
            "duration": is_duration_right(want, got),
            "initiator": want.initiator == got.initiator,
        }
        for name, verdict in right.items():
            if not known_only or getattr(want, name) is not None:
                self._judge(page, name, (_plain(getattr(want, name)), _plain(getattr(got, name))), verdict)
        if not known_only or want.date is not None:
            self.shares["date_strict"].add(is_date_exact(want, got))

    def _judge_lists(self, want: ContactRow, got: ContactRow) -> None:
        names = pair_names([one.name for one in want.reported_by], [one.name for one in got.reported_by])
        self.tallies["sources"].add(names.pairs, names.missed, names.false)
        if want.focus:
            self.tallies["topics"].add_sets(set(want.topics), set(got.topics))

    def _add_statements(self, gold: Row, found: Row, text: str) -> None:
        page, paired = gold.name, pair_statements(gold.statements, found.statements, text)
        self.tallies["statement"].add(paired.pairs, paired.missed, paired.false)
        self.misses += [Miss(page, "statement missed", f"{one.begins} … {one.ends}", None) for one in paired.missed]
        self.misses += [Miss(page, "statement false", None, one.text or one.begins) for one in paired.false]
        for want, got in paired.pairs:
            names = pair_names(want.speaker, got.speaker)
            self._judge(page, "speaker", (want.speaker, got.speaker), not names.missed and not names.false)
            self.shares["direct"].add(want.kind == got.kind)


def _leaders(contacts: Sequence[ContactRow]) -> list[ContactRow]:
    return [contact for contact in contacts if contact.level == "leaders"]


def _without_officials(gold: Sequence[ContactRow], found: Sequence[ContactRow]) -> list[ContactRow]:
    """Leave out what was found of contacts between officials: they are neither asked for nor held against."""
    officials = [contact for contact in gold if contact.level == "officials"]
    paired = pair_contacts(_leaders(gold) + officials, found)
    return [got for want, got in paired.pairs if want.level == "leaders"] + paired.false


def _plain(value: object) -> object:
    return {"minutes": value.minutes, "bound": value.bound} if isinstance(value, DurationRow) else value


def _describe(contact: ContactRow) -> str:
    people = "-".join(person.name or "?" for person in contact.participants)
    return f"{people} {contact.kind} {contact.status} {contact.date}{' focus' if contact.focus else ''}"
