"""Noun phrases that point at people, bodies, media and states: titles, states and names put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.han_names import SYSTEM, HanNamer
from telcon.mentions.holders import country_of, leaders_among
from telcon.mentions.leading import LedPhrases
from telcon.mentions.lexemes import HeadForm, Lexeme, PatternForm, short_last, side_of, state_of
from telcon.mentions.phrases import LONGEST, Phrase, is_apposition, name_behind, office_behind_party, qualified
from telcon.mentions.rows import ADJECTIVES, GROUPS, OTHERS, Row
from telcon.mentions.stateless import complete_bodies
from telcon.model.contacts import LEADING, Office
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.model.views import View
from telcon.roster import Roster
from telcon.roster.entries import BodyForm, Grade, MediumForm, MediumKind, PersonForm, RosterForm, StateForm, StateGrade

ROSTER = "roster"
POINTERS = {"pronoun": How.PRONOUN, "speaker": How.SPEAKER}
SHORTEST = 3
"""The fewest letters that the name of a medium has which the roster lacks."""
INITIAL = re.compile(r"(?<= )[A-Z]\. ?")


class NamingFinder:
    """Puts the lexemes of one page together into noun phrases."""

    def __init__(self, view: View, lexemes: Sequence[Lexeme], pack: Pack, roster: Roster) -> None:
        self.clean, self.lexemes, self.pack, self.roster = view.clean, lexemes, pack, roster
        self.home = str(pack.settings.get("home", "")) or None
        self.gap = " " if pack.spaced else ""
        self.shared: tuple[int, tuple[Office, ...]] = (-1, ())
        self.row = Row(self.clean, lexemes, self.gap)
        flags = ("state_before_title", "articles", "title_after_name", "head_last")
        self.state_leads, self.articles, self.title_follows, self.head_last = (
            pack.settings.get(f) is True for f in flags
        )
        self.at_home = cast("list[str] | None", pack.settings.get("home_bodies"))
        self.led = LedPhrases(view.folded, lexemes, roster.body, self._finish, pack) if self.head_last else None
        self.names = HanNamer(view, lexemes, pack) if pack.settings.get("names") == SYSTEM else None

    def find(self) -> list[Naming]:
        """All noun phrases of the page, in order, without overlaps."""
        found: list[Naming] = []
        after = 0
        for index, lexeme in enumerate(self.lexemes):
            if index < after or not lexeme.wording.heads:
                continue
            naming, after = self._at(index)
            if naming and found and found[-1].stop == self.shared[0] and self.row.shares(found[-1], naming):
                self.shared = naming.stop, self.shared[1]
                naming = replace(naming, how=How.NAME, roles=self.shared[1])
            if naming and self.articles:
                naming = self.row.behind_name(found[-1:], self.row.with_article(naming, index))
            if naming and not (found and is_apposition(self.clean, found[-1], naming)):
                found.append(self.row.with_article(naming, index))
        return self.names.complete(found) if self.names else complete_bodies(found, self.roster)

    def _at(self, index: int) -> tuple[Naming | None, int]:
        lexeme = self.lexemes[index]
        title = lexeme.wording.title
        if title and (title.meaning not in ADJECTIVES or self._before_title(index)):
            return self._headed(index, title)
        if self.led and (led := self.led.read(index)):
            return led
        for entry in short_last(lexeme):
            if isinstance(entry, HeadForm):
                return self._unlisted_medium(index) if entry.names else (None, index + 1)
            if isinstance(entry, PatternForm):
                return self._pattern(index, entry)
            if isinstance(entry, StateForm | BodyForm) and (led := self._led(index, entry)):
                return led
            if isinstance(entry, PersonForm) and self.title_follows and self._before_title(index):
                return self._named_first(index)
            if not isinstance(entry, Form):
                return self._proper(lexeme, entry, asks=self.row.asks(index)), index + 1
        return None, index + 1

    def _led(self, index: int, entry: StateForm | BodyForm) -> tuple[Naming | None, int] | None:
        """What a state, or a body of one, stands right before: *Russian President*, *France's Macron*, *Chinese
        Foreign Ministry*; None where it leads nothing.
        """
        side = entry.code if isinstance(entry, StateForm) else entry.side
        if not self.state_leads or not side or self.led:
            return None
        lexeme, place = self.lexemes[index], self.row.place_behind(index)
        after = self.lexemes[place] if place else None
        if after is None or place is None:
            return None
        if after.wording.led:
            return self._phrase(place, led_by=lexeme) if self.row.may_head(place) else None
        for other in after.entries:
            if isinstance(other, PatternForm) and isinstance(entry, StateForm):
                span, body = Span(lexeme.start, after.stop), self.roster.body(other.name, side)
                return Naming(span, Sort.BODY, How.NAME, name=body, country=side, cases=after.wording.cases), place + 1
            if isinstance(other, PersonForm) and place > index + 1 and not self.row.is_part(after, other):
                name = replace(self._name(after), span=Span(lexeme.start, after.stop))
                return replace(name, how=How.NAME, country=side), place + 1
        return None

    def _named_first(self, index: int) -> tuple[Naming | None, int]:
        """A name with the title right behind it: 普京总统."""
        lexeme, after = self.lexemes[index], self.lexemes[index + 1]
        title = after.wording.title
        assert title
        phrase = Phrase(lexeme.start, after.stop, title.source)
        phrase.titles = [title.meaning, *phrase.heed(title.flags)]
        self._take_name(phrase, lexeme)
        return phrase.naming(), index + 2

    def _headed(self, index: int, title: Form) -> tuple[Naming | None, int]:
        """What begins with a title, a pronoun or a word for several people."""
        lexeme = self.lexemes[index]
        span = Span(lexeme.start, lexeme.stop)
        if title.meaning in GROUPS:
            if offices := self.row.offices_of_states(index, title):
                return self._phrase(index, titles=offices)
            size, cases = GROUPS[title.meaning], lexeme.wording.cases
            return Naming(span, Sort.GROUP, How.PRONOUN, size=size, rule=title.source, cases=cases), index + 1
        if title.meaning in POINTERS:
            woman = "woman" in title.flags
            how, cases = POINTERS[title.meaning], lexeme.wording.cases
            return Naming(span, Sort.PERSON, how, woman=woman, rule=title.source, cases=cases), index + 1
        if title.meaning in ("polity", "nothing"):
            return None, index + 1
        if title.meaning in ADJECTIVES:
            phrase, after = self._at(index + 1)
            return phrase and qualified(phrase, lexeme.start, title.meaning), after
        if "party" in title.flags and (other := office_behind_party(self.clean, self.lexemes, index)):
            phrase, after = self._at(other)
            return phrase and replace(phrase, span=Span(lexeme.start, phrase.stop)), after
        return self._phrase(index)

    def _proper(self, lexeme: Lexeme, entry: RosterForm, *, asks: bool) -> Naming | None:
        """What is a name of its own: a person's, a body's, a medium's, a state's."""
        span, cases = Span(lexeme.start, lexeme.stop), lexeme.wording.cases
        match entry:
            case PersonForm():
                return None if self.row.is_part(lexeme, entry) else self._name(lexeme)
            case BodyForm():
                return Naming(span, Sort.BODY, name=entry.name, country=entry.side, rule=ROSTER, cases=cases)
            case MediumForm():
                sort = Sort.PLATFORM if entry.kind is MediumKind.PLATFORM else Sort.MEDIUM
                return Naming(span, sort, name=entry.name, country=entry.side, rule=ROSTER, cases=cases)
            case StateForm():
                paired = self.row.is_paired(lexeme) or bool(self.led and self.led.is_visited(lexeme))
                if entry.grade is StateGrade.ADJECTIVE and not asks and not paired:
                    return None
                sort = Sort.CAPITAL if entry.grade is StateGrade.CAPITAL else Sort.STATE
                return Naming(span, sort, country=entry.code, rule=ROSTER, cases=cases)

    def _before_title(self, index: int) -> bool:
        """Whether a word stands right before a title: *quyền Tổng thống*, *former Russian President*."""
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        stop = self.lexemes[index].stop
        tied = "" if self.clean[stop - 1] == "-" else self.gap
        if after is None or self.clean[stop : after.start] != tied:
            return False
        title = after.wording.led
        if title is None:
            return any(
                isinstance(entry, StateForm | BodyForm) and bool(self._led(index + 1, entry)) for entry in after.entries
            )
        return title.meaning not in ADJECTIVES

    def _name(self, lexeme: Lexeme) -> Naming:
        forms = [entry for entry in lexeme.entries if isinstance(entry, PersonForm)]
        weak = all(form.grade is Grade.SHORT for form in forms)
        return Naming(
            Span(lexeme.start, lexeme.stop),
            Sort.PERSON,
            How.TITLE if weak else How.NAME,
            persons=tuple(dict.fromkeys(form.person_id for form in forms)),
            name=self.clean[lexeme.start : lexeme.stop],
            rule=ROSTER,
            cases=lexeme.wording.cases,
        )

    def _unlisted_medium(self, index: int) -> tuple[Naming | None, int]:
        """A medium that the roster lacks, by the head before its name: *tờ Zhoghovurd*, *báo Nga Vzglyad*."""
        lexeme = self.lexemes[index]
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else lexeme
        place, state = lexeme.stop, state_of(after)
        if after.start == place + 1 and not after.wording.title and (state is None or state.grade is StateGrade.NAME):
            if state is None:
                return None, index + 1
            place = after.stop
        name = name_behind(self.clean, place)
        if len(name) < SHORTEST or (state and name == self.clean[after.start : after.stop]):
            return None, index + 1
        span = Span(lexeme.start, self.clean.index(name, place) + len(name))
        after_name = next((i for i in range(index, len(self.lexemes)) if self.lexemes[i].start >= span.stop), None)
        return Naming(span, Sort.MEDIUM, name=name, rule=ROSTER), after_name or len(self.lexemes)

    def _pattern(self, index: int, entry: PatternForm) -> tuple[Naming | None, int]:
        """A body with its state, or with whoever holds the office, behind it: *Văn phòng Thủ tướng Nikol Pashinyan*."""
        if self.at_home is not None and entry.name not in self.at_home:
            return None, index + 1
        lexeme, country, stop, after = self.lexemes[index], None, self.lexemes[index].stop, index + 1
        for position, near in self.row.following(index):
            if known := state_of(near):
                country, stop, after = known.code, near.stop, position + 1
                continue
            if leaders := leaders_among(near, self.roster):
                country, stop, after = country or country_of(leaders, self.roster), near.stop, position + 1
            elif near.wording.title and not country and (person := self._phrase(position)[0]) and person.persons:
                country, stop, after = country_of(person.persons, self.roster), person.stop, self._phrase(position)[1]
            break
        state = country or self.home
        return Naming(
            Span(lexeme.start, stop),
            Sort.BODY,
            cases=lexeme.wording.cases,
            name=self.roster.body(entry.name, state) if state or not self.state_leads else entry.name,
            country=state,
            how=How.NAME if country else How.TITLE,
        ), after

    def _phrase(
        self, index: int, *, led_by: Lexeme | None = None, titles: Sequence[str] = ()
    ) -> tuple[Naming | None, int]:
        """A phrase whose title stands at `index`, or right behind the state or body that it is `led_by`.

        `titles` are the meanings of the title where it is not read as its own.
        """
        wording = self.lexemes[index].wording
        title = wording.led if led_by else wording.title
        assert title
        phrase = Phrase((led_by or self.lexemes[index]).start, self.lexemes[index].stop, title.source)
        while led_by and title.meaning in ADJECTIVES and (place := self.row.place_behind(index)):
            phrase.flags.add(title.meaning)
            index, title = place, self.lexemes[place].wording.led
            assert title
        phrase.stop = self.lexemes[index].stop
        phrase.titles = [*(titles or (title.meaning, *phrase.heed(title.flags)))]
        phrase.country, phrase.cases = side_of(led_by), self.lexemes[index].wording.cases
        return self._finish(phrase, index + 1)

    def _finish(self, phrase: Phrase, index: int) -> tuple[Naming | None, int]:
        """The phrase with what carries it on from `index`."""
        index = self._extend(phrase, index)
        if not phrase.persons:
            index = self._read_unlisted(phrase, index)
        if "bare" in phrase.titles and phrase.name:
            self.shared = phrase.stop, phrase.roles
        return phrase.naming(), index

    def _extend(self, phrase: Phrase, index: int) -> int:
        """Take in the lexemes that carry the phrase on; returns the index of the first one that does not."""
        while index < len(self.lexemes):
            near = self.lexemes[index]
            gap = self.clean[phrase.stop : near.start]
            step = self._take(phrase, near, gap, index)
            if not step:
                return index
            phrase.stop = max(phrase.stop, self.lexemes[index + step - 1].stop)
            index += step
            if phrase.persons:
                return self._extend_with_state(phrase, index)
        return index

    def _extend_with_state(self, phrase: Phrase, index: int) -> int:
        """Take in the state that is named behind the person: *Tổng thống Donald Trump của Mỹ*."""
        following = [near for _, near in zip(range(1), self.row.following(index - 1), strict=False)]
        state = state_of(following[0][1]) if following and phrase.titles[0] != "honorific" else None
        if state is None or phrase.country or not self.lexemes[index].form("particles", "of"):
            return index
        position, near = following[0]
        phrase.country, phrase.stop = state.code, near.stop
        return position + 1

    def _take(self, phrase: Phrase, near: Lexeme, gap: str, index: int) -> int:
        if gap.strip(" ") not in ("", ",", "、", "-"):
            return 0
        tight = not gap.strip(" ")
        if near.form("particles", "of", "also", "is"):
            return 1 + self._takes_next(phrase, near, index) if tight and self._takes_next(phrase, near, index) else 0
        if title := near.wording.title:
            if not phrase.admits(near.wording.cases):
                return 0
            return self._take_title(phrase, title.meaning, phrase.heed(title.flags), tight=tight)
        if not tight:
            return 0
        for entry in near.entries if phrase.titles == ["honorific"] else short_last(near):
            if isinstance(entry, PersonForm) and not self.row.is_part(near, entry):
                return self._take_name(phrase, near) if phrase.admits(near.wording.cases) else 0
            if self.head_last:
                continue
            if isinstance(entry, PatternForm) and phrase.roles and phrase.head_of(entry.name):
                return 1
            if isinstance(entry, StateForm) and phrase.titles != ["honorific"]:
                if phrase.country and phrase.country != entry.code:
                    return 0
                phrase.country = entry.code
                return 1
            if isinstance(entry, BodyForm) and entry.side and not (set(phrase.titles) & {"honorific"}):
                phrase.country = phrase.country or entry.side
                return 1
        return 0

    def _takes_next(self, phrase: Phrase, near: Lexeme, index: int) -> int:
        """How many lexemes behind a joining word go on with the phrase (0 where none does)."""
        if index + 1 >= len(self.lexemes):
            return 0
        after = self.lexemes[index + 1]
        gap = self.clean[near.stop : after.start]
        if near.form("particles", "is") and not (phrase.country and Office.OTHER in phrase.roles):
            return 0
        if gap.strip(" ") and not near.form("particles", "is"):
            return 0
        if near.form("particles", "of") and after.form("particles", "article"):
            step = self._takes_next(phrase, after, index + 1)
            return step + 1 if step else 0
        return self._take(phrase, after, gap, index + 1)

    def _take_title(self, phrase: Phrase, meaning: str, flags: frozenset[str], *, tight: bool) -> int:
        if meaning in ADJECTIVES:
            if tight:
                phrase.flags.add(meaning)
            return int(tight)
        if meaning == "polity":
            return int(tight)
        if meaning in GROUPS or meaning in ("pronoun", "side", "team", "speaker", "nothing"):
            return 0
        if meaning == "honorific":
            if tight and "aide" in phrase.titles:
                phrase.flags.add("nested")
            return int(tight and "honorific" not in phrase.titles)
        if phrase.name or (phrase.titles == ["side"]):
            return 0
        leading = bool(phrase.roles) and (phrase.roles[0] in LEADING or "joint" in phrase.titles)
        replaces = self.head_last and tight
        if replaces or set(phrase.titles) <= {"honorific", "counterpart"} or (not tight and leading):
            alone = replaces or phrase.titles == ["honorific"]
            phrase.titles = [meaning, *flags] if alone else [*phrase.titles, meaning, *flags]
            return 1
        if not tight:
            return 0
        if phrase.roles and phrase.roles[0] in LEADING:
            phrase.titles += [meaning, *flags]
        elif "aide" in phrase.titles:
            phrase.flags.add("nested")
        else:
            phrase.titles += [meaning, *flags]
        return 1

    def _take_name(self, phrase: Phrase, near: Lexeme) -> int:
        forms = [entry for entry in near.entries if isinstance(entry, PersonForm)]
        persons = tuple(dict.fromkeys(form.person_id for form in forms))
        if self._serves(phrase, persons):
            phrase.flags.add("nested")
            phrase.country = phrase.country or country_of(persons, self.roster)
            return 1
        phrase.persons, phrase.name = persons, self.clean[near.start : near.stop]
        phrase.agree(near.wording.cases)
        return 1

    def _serves(self, phrase: Phrase, persons: tuple[str, ...]) -> bool:
        """Whether the name is that of the leader whom the aide at the phrase's head serves, not the aide's own."""
        if "aide" not in phrase.titles or set(phrase.titles) & {"honorific"}:
            return False
        held = {term.role for person in persons for term in self.roster.people[person].terms}
        if "nested" in phrase.flags:
            return bool(held & LEADING)
        return not held & set(phrase.roles) and bool(held & LEADING)

    def _read_unlisted(self, phrase: Phrase, index: int) -> int:
        """Read a name that the roster lacks: words with a capital right behind the title."""
        if set(phrase.titles) & {"side", "team", "master"}:
            return index
        read = self.names.behind if self.names else partial(name_behind, self.clean)
        name = "" if self._is_taken(index, phrase.stop + 1) else read(phrase.stop)
        shouted = " " in name and name.isupper()
        if not name or shouted:
            return index
        phrase.name = self.pack.nominative(name, phrase.cases)
        if (plain := INITIAL.sub("", name)) != name:
            phrase.persons = tuple(person.id for person in self.roster.named(plain))
        phrase.stop = self.clean.index(name, phrase.stop) + len(name)
        while index < len(self.lexemes) and self.lexemes[index].start < phrase.stop:
            index += 1
        return index

    def _is_taken(self, index: int, place: int) -> bool:
        """Whether something else than a personal name begins at `place`, or somebody else's in another case."""
        return any(
            isinstance(entry, OTHERS) or (isinstance(entry, PersonForm) and lexeme.wording.cases)
            for lexeme in self.lexemes[index : index + LONGEST]
            if lexeme.start == place and not (self.names and self.names.is_inner(lexeme))
            for entry in lexeme.entries
        )
