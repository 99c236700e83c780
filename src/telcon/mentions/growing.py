"""Carrying a noun phrase on from its title: further titles, the state, the name, listed or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from telcon.languages.packs import Pack
from telcon.mentions.han_names import SYSTEM, HanNamer
from telcon.mentions.holders import country_of, leaders_among
from telcon.mentions.lexemes import Lexeme, PatternForm, short_last, side_of, state_of
from telcon.mentions.phrases import LONGEST, Phrase, in_order, name_behind
from telcon.mentions.rows import ADJECTIVES, GROUPS, OTHERS, Row
from telcon.model.contacts import LEADING, Office
from telcon.model.mentions import Naming
from telcon.model.views import View
from telcon.roster import Roster
from telcon.roster.entries import BodyForm, PersonForm, StateForm, StateGrade

SMALL = ("and", "apart", "between", "by", "from", "oblique", "since", "to", "when", "with", "within")
"""Meanings of small words that no name holds."""
INITIAL = re.compile(r"(?<= )[A-Z]\. ?")
SMALL_WORD = re.compile(r" [^\W\d_A-ZА-Я]{1,3} ")


class PhraseGrower:
    """Takes into a phrase the lexemes of one page that carry it on."""

    def __init__(self, view: View, lexemes: Sequence[Lexeme], pack: Pack, roster: Roster, row: Row) -> None:
        self.clean, self.lexemes, self.pack, self.roster, self.row = view.clean, lexemes, pack, roster, row
        self.head_last = pack.settings.get("head_last") is True
        self.names = HanNamer(view, lexemes, pack) if pack.settings.get("names") == SYSTEM else None
        self.shared: tuple[int, tuple[Office, ...]] = (-1, ())

    def finish(self, phrase: Phrase, index: int) -> tuple[Naming | None, int]:
        """The phrase with what carries it on from `index`."""
        index = self._extend(phrase, index)
        while self.head_last and phrase.persons and (aide := self.aide_at(phrase, index)):
            index = self._extend(self._serve(phrase, aide), index + 1)
        if not phrase.persons:
            index = self._read_unlisted(phrase, self._past_honorific(phrase, index))
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
                return self._extend_with_state(phrase, self._past_second_title(phrase, index))
        return index

    def _past_second_title(self, phrase: Phrase, index: int) -> int:
        """Where the phrase goes on behind one more title of the person, right behind the name: 首相穆罕默德王储."""
        near = self.lexemes[index] if index < len(self.lexemes) else None
        title = near.wording.title if near and self.head_last else None
        if near is None or title is None or "joint" not in title.flags or near.start - phrase.stop > 1:
            return index
        phrase.stop = near.stop
        return index + 1

    def _past_honorific(self, phrase: Phrase, index: int) -> int:
        """Where the name of an aide goes on behind a comma and an honorific: *Người phát ngôn, bà X*.

        Within a sentence another comma closes it; else somebody else is meant (*theo người phát ngôn, bà X sẽ …*).
        """
        near = self.lexemes[index] if index < len(self.lexemes) else None
        if near is None or "aide" not in phrase.titles or self.clean[phrase.stop : near.start] != ", ":
            return index
        name = name_behind(self.clean, near.stop) if near.form("titles", "honorific") else ""
        stop = self.clean.index(name, near.stop) + len(name)
        opens = phrase.start == 0 or self.clean[phrase.start - 1] == "\n" or self.clean[phrase.start - 2] in '.”"'
        closed = opens or self.clean[stop : stop + 1] == ","
        behind = [lexeme for lexeme in self.lexemes[index + 1 : index + 2] if lexeme.start == near.stop + 1]
        if not name or not closed or any(lexeme.wording.heads for lexeme in behind):
            return index
        phrase.stop = near.stop
        return index + 1

    def aide_at(self, phrase: Phrase, index: int) -> Lexeme | None:
        """The title of an aide right behind the name of the leader whom he serves: 习近平特使刘海星."""
        near = self.lexemes[index] if index < len(self.lexemes) else None
        title = near.wording.title if near and near.start - phrase.stop <= 1 else None
        leads = "aide" not in phrase.titles and bool(phrase.roles) and phrase.roles[0] in LEADING
        return near if title and "aide" in title.flags and leads else None

    def _serve(self, phrase: Phrase, aide: Lexeme) -> Phrase:
        """The phrase of a leader as that of his aide, whose own name may follow."""
        title = aide.wording.title
        assert title
        phrase.country = phrase.country or country_of(phrase.persons, self.roster)
        phrase.titles, phrase.rule = [title.meaning, *in_order(title.flags)], title.source
        phrase.persons, phrase.name, phrase.stop = (), "", aide.stop
        phrase.flags = {"nested"}
        return phrase

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
            return int(self._is_posted(phrase, near, gap))
        tight = not gap.strip(" ")
        origin = "counterpart" in phrase.titles and near.form("particles", "from")  # a colleague *from* Hungary
        if origin or near.form("particles", "of", "also", "is"):
            return 1 + self._takes_next(phrase, near, index) if tight and self._takes_next(phrase, near, index) else 0
        if title := near.wording.title:
            if not phrase.admits(near.wording.cases) or (not tight and self._is_of_another_state(phrase, index)):
                return 0
            return self._take_title(phrase, title.meaning, phrase.heed(title.flags), tight=tight)
        if not tight or near.form("particles", "within", "to"):
            return self._posting(phrase, near, index) if tight else 0
        for entry in near.entries if phrase.titles == ["honorific"] else short_last(near):
            if isinstance(entry, PersonForm) and not self.row.is_part(near, entry):
                return self.take_name(phrase, near) if phrase.admits(near.wording.cases) else 0
            if self.head_last:
                continue
            if isinstance(entry, PatternForm) and phrase.roles and phrase.head_of(entry.name):
                return 1
            if isinstance(entry, StateForm) and phrase.titles != ["honorific"]:
                if (phrase.country and phrase.country != entry.code) or self._heads_other(phrase, entry, near, index):
                    return 0
                phrase.country = entry.code
                return 1
            if isinstance(entry, BodyForm) and entry.side and not (set(phrase.titles) & {"honorific"}):
                phrase.country = phrase.country or entry.side
                return 1
        return 0

    def _heads_other(self, phrase: Phrase, state: StateForm, near: Lexeme, index: int) -> bool:
        """Whether somebody heads what no sheet knows, an adjective says of which state: *глава японской разведки*."""
        if state.grade is not StateGrade.ADJECTIVE or phrase.titles[:1] != ["any"] or "bare" not in phrase.titles:
            return False
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        word = self.clean[near.stop : near.stop + 2]
        return word[:1] == " " and word[1:].islower() and (after is None or after.start != near.stop + 1)

    def _posting(self, phrase: Phrase, near: Lexeme, index: int) -> int:
        """How many lexemes tell where an envoy is posted: *Đại sứ Nga **tại Hà Nội***."""
        after = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        if Office.ENVOY not in phrase.roles or not phrase.country or after is None:
            return 0
        posted = any(isinstance(entry, StateForm | BodyForm) for entry in after.entries)
        return 2 if posted and self.clean[near.stop : after.start] == self.row.gap else 0

    def _is_posted(self, phrase: Phrase, near: Lexeme, gap: str) -> bool:
        """Whether no more than a small word parts an envoy from where he is posted: *посол Индии в РФ*."""
        place = Office.ENVOY in phrase.roles and bool(phrase.country) and SMALL_WORD.fullmatch(gap)
        return bool(place) and any(isinstance(entry, StateForm) for entry in near.entries)

    def _is_of_another_state(self, phrase: Phrase, index: int) -> bool:
        """Whether a title behind a comma has a state of its own, or a name: *Thủ tướng Đức, Tổng thống Macron*."""
        after = next((near for _, near in self.row.following(index)), None) if phrase.country else None
        state = state_of(after) if after else None
        if after is None or state:
            return state is not None and state.code != phrase.country
        leaders = leaders_among(after, self.roster)
        return bool(leaders) and all(country_of((one,), self.roster) != phrase.country for one in leaders)

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
            phrase.flags |= {meaning} if tight else set()
            return int(tight)
        if meaning == "polity":
            return int(tight or (self.head_last and "nested" in phrase.flags))
        if meaning in GROUPS or meaning in ("pronoun", "side", "team", "speaker", "nothing"):
            return 0
        if meaning == "honorific":
            if tight and "aide" in phrase.titles:
                phrase.flags.add("nested")
            return int(tight and "honorific" not in phrase.titles)
        if self.head_last and tight and phrase.titles == ["side"] and phrase.country:
            phrase.titles = [meaning, *in_order(flags)]
            return 1
        if phrase.name or phrase.titles == ["side"] or (not tight and phrase.titles == ["honorific"]):
            return 0
        leading = bool(phrase.roles) and (
            phrase.roles[0] in LEADING or "joint" in phrase.titles or (self.head_last and "nested" in phrase.flags)
        )
        replaces = self.head_last and tight
        if replaces or set(phrase.titles) <= {"honorific", "counterpart"} or (not tight and leading):
            alone = replaces or phrase.titles == ["honorific"]
            phrase.titles = [meaning, *in_order(flags)] if alone else [*phrase.titles, meaning, *in_order(flags)]
            return 1
        if not tight:
            return 0
        if phrase.roles and phrase.roles[0] in LEADING:
            phrase.titles += [meaning, *in_order(flags)]
        elif "aide" in phrase.titles:
            phrase.flags.add("nested")
        else:
            phrase.titles += [meaning, *in_order(flags)]
        return 1

    def take_name(self, phrase: Phrase, near: Lexeme) -> int:
        """Take in a name that the roster knows; returns how many lexemes that is."""
        forms = [entry for entry in near.entries if isinstance(entry, PersonForm)]
        persons = tuple(dict.fromkeys(form.person_id for form in forms))
        if self._serves(phrase, persons, near.wording.cases):
            phrase.flags.add("nested")
            phrase.country = phrase.country or country_of(persons, self.roster)
            return 1
        phrase.persons, phrase.name = persons, self.clean[near.start : near.stop]
        own = country_of(persons, self.roster) if len(phrase.shared) > 1 else None
        phrase.country = own if own in phrase.shared else phrase.country
        phrase.agree(near.wording.cases)
        return 1

    def _serves(self, phrase: Phrase, persons: tuple[str, ...], cases: frozenset[str]) -> bool:
        """Whether the name is that of the leader whom the aide at the phrase's head serves, not the aide's own.

        A name in another case than the title is never the aide's: *советник Трампа*.
        """
        if "aide" not in phrase.titles or set(phrase.titles) & {"honorific"}:
            return False
        held = {term.role for person in persons for term in self.roster.people[person].terms}
        if "nested" in phrase.flags or (phrase.cases and cases and phrase.cases.isdisjoint(cases)):
            return bool(held & LEADING)
        return not held & set(phrase.roles) and bool(held & LEADING)

    def _read_unlisted(self, phrase: Phrase, index: int) -> int:
        """Read a name that the roster lacks: words with a capital right behind the title."""
        if set(phrase.titles) & {"side", "team", "master"} or self._is_of_body(phrase, index):
            return index
        read = self.names.behind if self.names else partial(name_behind, self.clean)
        name = (
            "" if self._is_taken(index, phrase.stop + 1) else self._without_small(read(phrase.stop), index, phrase.stop)
        )
        name = name or self._name_apposed(index, phrase)
        shouted = " " in name and name.isupper()
        if not name or shouted:
            return index
        phrase.name = self.pack.nominative(name, phrase.cases)
        if (plain := INITIAL.sub("", name)) != name:
            phrase.persons = tuple(person.id for person in self.roster.named(plain))
        phrase.stop = self.clean.index(name, phrase.stop) + len(name)
        while index < len(self.lexemes) and self.lexemes[index].start < phrase.stop:
            index += 1
        return self._with_house(phrase, index)

    def _is_of_body(self, phrase: Phrase, index: int) -> bool:
        """Whether an aide's state only opens the name of a body: *spokesman of the U.S. National Security Council*."""
        last, before = self.lexemes[index - 1], self.lexemes[max(index - 2, 0)]
        led = before.form("particles", "of") or before.form("particles", "article")
        return "aide" in phrase.titles and self.pack.settings.get("articles") is True and bool(led and state_of(last))

    def _with_house(self, phrase: Phrase, index: int) -> int:
        """Take in the body that an aide without a state is told to be of: *phát ngôn viên X của Phủ Tổng thống Y*."""
        near = [other for _, other in zip(range(3), self.lexemes[index:], strict=False)]
        if phrase.country or "aide" not in phrase.titles or not near or not near[0].form("particles", "of"):
            return index
        house = len(near) > 2 and any(isinstance(entry, PatternForm) for entry in near[1].entries)
        taken = near[: 3 if house else 2]
        gaps = [self.clean[a.stop : b.start] for a, b in pairwise(taken)]
        state = side_of(taken[-1]) if len(taken) > 1 else None
        if not state or self.clean[phrase.stop : near[0].start] != " " or set(gaps) != {" "}:
            return index
        phrase.country, phrase.stop = state, taken[-1].stop
        return index + len(taken)

    def _name_apposed(self, index: int, phrase: Phrase) -> str:
        """A name of two words or more between two commas behind an office: *the secretary, Shafiqul Alam, said*.

        That of an aide may end its sentence: *according to his press secretary, Oleg Varenik.*
        """
        start = phrase.stop + 1
        led = (
            self.pack.settings.get("articles") is True
            and bool(phrase.roles)
            and self.clean.startswith(", ", phrase.stop)
        )
        listed = any(
            lexeme.start == start + 1 and isinstance(e, PersonForm)
            for lexeme in self.lexemes[index : index + 1]
            for e in lexeme.entries
        )
        if not led or listed or self._is_taken(index, start + 1):
            return ""
        name = name_behind(self.clean, start)
        behind = self.clean[start + 1 + len(name) :][:1]
        closed = behind == "," or (behind == "." and "aide" in phrase.titles)
        return self._without_small(name, index, start) if " " in name and closed else ""

    def _without_small(self, name: str, index: int, start: int) -> str:
        """A name up to a word that headlines write with a capital too: *Somalia President In Nairobi*.

        So are acts, which may stand where no name does: *Prime Minister of Mongolia Meets President of Laos*.
        """
        if not name or self.pack.settings.get("articles") is not True:
            return name
        for lexeme in self.lexemes[index : index + LONGEST]:
            small = start < lexeme.start and lexeme.form("particles", *SMALL)
            if start <= lexeme.start < start + len(name) and (small or lexeme.tells_of_act()):
                return name[: max(lexeme.start - start - 1, 0)].strip()
        return name

    def _is_taken(self, index: int, place: int) -> bool:
        """Whether something else than a personal name begins at `place`, or somebody else's in another case."""
        return any(
            isinstance(entry, OTHERS)
            or (isinstance(entry, PersonForm) and lexeme.wording.cases)
            or lexeme.form("titles", "nothing")
            for lexeme in self.lexemes[index : index + LONGEST]
            if lexeme.start == place and not (self.names and self.names.is_inner(lexeme))
            for entry in lexeme.entries
        )
