"""Noun phrases that point at people, bodies, media and states: titles, states and names put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.growing import PhraseGrower
from telcon.mentions.holders import country_of, leaders_among
from telcon.mentions.leading import LedInRow, LedPhrases, LedWithoutGap
from telcon.mentions.lexemes import HeadForm, Lexeme, PatternForm, short_last, state_of
from telcon.mentions.phrases import (
    ROSTER,
    begin,
    is_apposition,
    listed,
    name_behind,
    office_behind_party,
    qualified,
    with_office,
)
from telcon.mentions.rows import ADJECTIVES, GROUPS, Row
from telcon.mentions.stateless import complete_bodies
from telcon.model.contacts import Office
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.model.views import View
from telcon.roster import LED, Roster
from telcon.roster.entries import BodyForm, MediumForm, MediumKind, PersonForm, RosterForm, StateForm, StateGrade

POINTERS = {"pronoun": How.PRONOUN, "speaker": How.SPEAKER}
SHORTEST = 3
"""The fewest letters that the name of a medium has which the roster lacks."""

SHARED = {
    "foreign_minister": (Office.FOREIGN_MINISTER,),
    "minister": (Office.MINISTER,),
    "head_of_government": (Office.HEAD_OF_GOVERNMENT,),
    "head_of_state": (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.PARTY_LEADER, Office.IO_HEAD),
}
"""The offices that all of a counted group hold, by the flag of the words for it."""
MINISTERS = frozenset({"foreign_minister", "minister"})


class NamingFinder:
    """Puts the lexemes of one page together into noun phrases."""

    def __init__(self, view: View, lexemes: Sequence[Lexeme], pack: Pack, roster: Roster) -> None:
        self.clean, self.lexemes, self.roster = view.clean, lexemes, roster
        self.home = str(pack.settings.get("home", "")) or None
        self.row = Row(self.clean, lexemes, " " if pack.spaced else "")
        self.grower = PhraseGrower(view, lexemes, pack, roster, self.row)
        self.state_leads, self.articles, self.title_follows = (
            pack.settings.get(flag) is True for flag in ("state_before_title", "articles", "title_after_name")
        )
        self.leads = self.articles or pack.inflection is not None
        self.pack = pack
        self.at_home = cast("list[str] | None", pack.settings.get("home_bodies"))
        self.led = self._find_led(view, pack) if self.state_leads else None

    def _find_led(self, view: View, pack: Pack) -> LedPhrases:
        if pack.settings.get("head_last") is True:
            return LedWithoutGap(view.folded, self.lexemes, self.roster.body, self.grower.finish, pack)
        return LedInRow(self.row, self.roster.body, self.grower.finish)

    def find(self) -> list[Naming]:
        """All noun phrases of the page, in order, without overlaps."""
        found: list[Naming] = []
        after = 0
        for index, lexeme in enumerate(self.lexemes):
            if index < after or not lexeme.wording.heads:
                continue
            naming, after = self._at(index)
            if naming is None and found and _is_relative(lexeme) and self._is_apposed(found[-1], lexeme):
                found.pop()  # Sara Netanyahu, wife of Benjamin Netanyahu
            if naming and found and found[-1].stop == self.grower.shared[0]:
                naming, after = self._share(found[-1], naming, after)
            if naming and self.articles:
                naming = self.row.behind_name(found[-1:], self.row.with_article(naming, index))
            if naming and self.leads and (named := self._named_before(found, naming)):
                found.insert(len(found) - (found[-1].start > named.start if found else 0), named)
            if naming and found and is_apposition(self.clean, found[-1], naming, serves=_serves(lexeme)):
                found[-1] = with_office(found[-1], naming)
            elif naming:
                found.append(self.row.with_given_name(self.row.with_article(naming, index), index))
        return self.grower.names.complete(found) if self.grower.names else complete_bodies(found, self.roster)

    def _named_before(self, found: Sequence[Naming], naming: Naming) -> Naming | None:
        """Somebody whom the roster lacks before his title, by his name as it stands by itself."""
        named = self.row.named_before(found, naming)
        return named and replace(named, name=self.pack.nominative(named.name, naming.cases), cases=naming.cases)

    def _is_apposed(self, before: Naming, lexeme: Lexeme) -> bool:
        """Whether no more than a comma stands between a naming and a word, an article aside."""
        return self.clean[before.stop : lexeme.start] in (", ", ", the ")

    def _share(self, before: Naming, naming: Naming, after: int) -> tuple[Naming, int]:
        """Who shares the office in the plural of the one before: *Presidents A and B*, *министры Ирана А и США Б*."""
        whole, stop = naming, after
        if naming.sort is Sort.STATE and after < len(self.lexemes) and self.lexemes[after].start - naming.stop == 1:
            name, behind = self._at(after)
            if name and name.persons:
                whole, stop = replace(name, span=Span(naming.start, name.stop), country=naming.country), behind
        if not self.row.shares(before, whole):
            return naming, after
        self.grower.shared = whole.stop, self.grower.shared[1]
        return replace(whole, how=How.NAME, roles=self.grower.shared[1]), stop

    def _at(self, index: int) -> tuple[Naming | None, int]:
        lexeme = self.lexemes[index]
        title = lexeme.wording.title
        if title and title.meaning == "nothing" and any(isinstance(entry, PatternForm) for entry in lexeme.entries):
            title = None
        if title and (title.meaning not in ADJECTIVES or self._before_title(index)):
            return self._headed(index, title)
        for entry in short_last(lexeme):
            if isinstance(entry, HeadForm):
                return self._unlisted_medium(index) if entry.names else (None, index + 1)
            if isinstance(entry, PatternForm):
                return self._pattern(index, entry)
            if self.led and isinstance(entry, StateForm | BodyForm) and (led := self.led.read(index)):
                return led
            behind = isinstance(entry, PersonForm) and self.title_follows and self._before_title(index)
            if behind and (title := self.lexemes[index + 1].wording.title):
                return self._named_first(index, title)
            if not isinstance(entry, Form):
                return self._proper(lexeme, entry, asks=self.row.asks(index)), index + 1
        return None, index + 1

    def _named_first(self, index: int, title: Form) -> tuple[Naming | None, int]:
        """A name with the title right behind it: 普京总统."""
        lexeme, after = self.lexemes[index], self.lexemes[index + 1]
        phrase = begin(after, title, start=lexeme.start)
        phrase.cases = frozenset()
        self.grower.take_name(phrase, lexeme)
        if not phrase.persons or self.grower.aide_at(phrase, index + 2):
            return self.grower.finish(phrase, index + 2)
        return phrase.naming(), index + 2

    def _headed(self, index: int, title: Form) -> tuple[Naming | None, int]:
        """What begins with a title, a pronoun or a word for several people."""
        lexeme = self.lexemes[index]
        span = Span(lexeme.start, lexeme.stop)
        if title.meaning in GROUPS:
            if offices := self.row.offices_of_states(index, title):
                return self._phrase(index, titles=offices)
            size, cases = GROUPS[title.meaning], lexeme.wording.cases
            flag = next(iter(title.flags), "") if len(title.flags) == 1 else ""
            roles = SHARED.get(flag, ()) if size or flag in MINISTERS else ()
            group = Naming(span, Sort.GROUP, How.PRONOUN, size=size, rule=title.source, cases=cases, roles=roles)
            return group, index + 1
        if title.meaning in POINTERS:
            if "tied" in title.flags and not self._is_tied(index):
                return None, index + 1
            woman, man = ("woman" in title.flags, "man" in title.flags)
            how, cases = POINTERS[title.meaning], lexeme.wording.cases
            return Naming(span, Sort.PERSON, how, woman=woman, man=man, rule=title.source, cases=cases), index + 1
        if title.meaning in ("polity", "nothing"):
            return None, index + 1
        if title.meaning in ADJECTIVES:
            phrase, after = self._at(index + 1)
            return phrase and qualified(phrase, lexeme.start, title.meaning), after
        if title.meaning == "honorific" and (honoured := self._honoured(index)):
            return honoured
        if "party" in title.flags and (other := office_behind_party(self.clean, self.lexemes, index)):
            phrase, after = self._at(other)
            return phrase and replace(phrase, span=Span(lexeme.start, phrase.stop)), after
        return self._phrase(index)

    def _is_tied(self, index: int) -> bool:
        """Whether a word that ties somebody to an act stands right before a pronoun: 与其通电话."""
        before = self.lexemes[index - 1] if index else None
        ties = before and self.lexemes[index].start - before.stop <= 1 and before.form("particles", "with", "to")
        return bool(ties)

    def _honoured(self, index: int) -> tuple[Naming, int] | None:
        """The office behind an honorific that an article, or its state, parts from it: *HE the French President*."""
        place = index + 1
        if place < len(self.lexemes) and self.lexemes[place].form("particles", "article"):
            place += 1
        behind = self.lexemes[index : place + 1]
        if len(behind) <= place - index or any(
            self.clean[a.stop : b.start] != self.row.gap for a, b in pairwise(behind)
        ):
            return None
        if place == index + 1 and not state_of(behind[-1]):
            return None
        naming, after = self._at(place) if behind[-1].wording.heads else (None, 0)
        if naming is None or naming.sort is not Sort.PERSON or not naming.roles:
            return None
        return replace(naming, span=Span(self.lexemes[index].start, naming.stop)), after

    def _proper(self, lexeme: Lexeme, entry: RosterForm, *, asks: bool) -> Naming | None:
        """What is a name of its own: a person's, a body's, a medium's, a state's."""
        span, cases = Span(lexeme.start, lexeme.stop), lexeme.wording.cases
        match entry:
            case PersonForm():
                return None if self.row.is_part(lexeme, entry) else listed(self.clean, lexeme)
            case BodyForm():
                return Naming(span, Sort.BODY, name=entry.name, country=entry.side, rule=ROSTER, cases=cases)
            case MediumForm():
                sort = Sort.PLATFORM if entry.kind is MediumKind.PLATFORM else Sort.MEDIUM
                return Naming(span, sort, name=entry.name, country=entry.side, rule=ROSTER, cases=cases)
            case StateForm():
                paired = self.row.is_paired(lexeme) or bool(self.led and self.led.is_visited(lexeme))
                if entry.grade is StateGrade.ADJECTIVE and not asks and not paired:
                    alone = self.articles and self.row.stands_alone(lexeme)
                    return Naming(span, Sort.PERSON, How.TITLE, country=entry.code, rule=ROSTER) if alone else None
                sort = Sort.CAPITAL if entry.grade is StateGrade.CAPITAL else Sort.STATE
                return Naming(span, sort, country=entry.code, rule=ROSTER, cases=cases)

    def _before_title(self, index: int) -> bool:
        """Whether a word stands right before a title: *quyền Tổng thống*, *former Russian President*."""
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        stop = self.lexemes[index].stop
        tied = "" if self.clean[stop - 1] == "-" else self.row.gap
        if after is None or self.clean[stop : after.start] != tied:
            return False
        title = after.wording.led
        if title is None:
            return bool(self.led and self.led.read(index + 1))
        return title.meaning not in ADJECTIVES

    def _unlisted_medium(self, index: int) -> tuple[Naming | None, int]:
        """A medium that the roster lacks, by the head before its name: *tờ Zhoghovurd*, *báo Nga Vzglyad*."""
        lexeme = self.lexemes[index]
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else lexeme
        place, state = lexeme.stop, state_of(after)
        if after.start == place + 1 and not after.wording.title and (state is None or state.grade is StateGrade.NAME):
            if state is None:
                return None, index + 1
            place = after.stop
            known = self.lexemes[index + 2] if index + 2 < len(self.lexemes) else None
            if known and known.start == place + 1 and _is_medium(known):
                return None, index + 1
        name = name_behind(self.clean, place)
        if len(name) < SHORTEST or (state and name == self.clean[after.start : after.stop]):
            return None, index + 1
        span = Span(lexeme.start, self.clean.index(name, place) + len(name))
        after_name = next((i for i in range(index, len(self.lexemes)) if self.lexemes[i].start >= span.stop), None)
        return Naming(span, Sort.MEDIUM, name=name, rule=ROSTER), after_name or len(self.lexemes)

    def _pattern(self, index: int, entry: PatternForm) -> tuple[Naming | None, int]:
        """A body with its state, or with whoever holds the office, behind it: *Văn phòng Thủ tướng Nikol Pashinyan*."""
        if entry.name in LED or (self.at_home is not None and entry.name not in self.at_home):
            return None, index + 1
        lexeme, country, stop, after = self.lexemes[index], None, self.lexemes[index].stop, index + 1
        persons: tuple[str, ...] = ()
        for position, near in self.row.following(index):
            if known := state_of(near):
                country, stop, after = known.code, near.stop, position + 1
                continue
            if leaders := leaders_among(near, self.roster):
                country, stop, after = country or country_of(leaders, self.roster), near.stop, position + 1
                persons = leaders
            elif near.wording.title and not country and (person := self._phrase(position)[0]) and person.persons:
                country, stop, after = country_of(person.persons, self.roster), person.stop, self._phrase(position)[1]
                persons = person.persons
            break
        state = country or self.home
        return Naming(
            Span(lexeme.start, stop),
            Sort.BODY,
            cases=lexeme.wording.cases,
            name=self.roster.body(entry.name, state) if state or not self.state_leads else entry.name,
            country=state,
            persons=persons,
            how=How.NAME if country else How.TITLE,
        ), after

    def _phrase(self, index: int, *, titles: Sequence[str] = ()) -> tuple[Naming | None, int]:
        """A phrase whose title stands at `index`; `titles` are its meanings where it is not read as its own."""
        title = self.lexemes[index].wording.title
        assert title
        naming, after = self.grower.finish(begin(self.lexemes[index], title, titles), index + 1)
        if titles and naming and naming.name:
            self.grower.shared = naming.stop, naming.roles
        return naming, after


def _is_medium(lexeme: Lexeme) -> bool:
    """Whether the roster knows a medium of this name: *hãng tin Nga TASS*."""
    return any(isinstance(entry, MediumForm) for entry in lexeme.wording.entries)


def _is_relative(lexeme: Lexeme) -> bool:
    """Whether a title tells that somebody's relative is meant: *wife of*."""
    title = lexeme.wording.title
    return title is not None and title.meaning == "private" and "aide" in title.flags


def _serves(lexeme: Lexeme) -> bool:
    """Whether a title is that of somebody who serves others, as a spokesman does."""
    title = lexeme.wording.title
    return title is not None and "aide" in title.flags
