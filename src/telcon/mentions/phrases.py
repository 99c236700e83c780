"""A noun phrase while it is put together from a title, a state and a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from telcon.inflections import NOMINATIVE
from telcon.languages.sheets import Form
from telcon.mentions.lexemes import Lexeme
from telcon.model.contacts import LEADING, Office
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.roster.entries import Grade, PersonForm

ROSTER = "roster"
OFFICES = {office.value: office for office in Office}
SEXES = frozenset({"woman", "man"})
# Lower-case parts of personal names in many languages and scripts.
MINISTRIES = {
    "Ministry of Foreign Affairs of {state}": "foreign_minister",
    "Government of {state}": "head_of_government",
}
LATIN = "al ben bin bint da de del della den der di do dos du e el ibn la le ter ul ur van von y"
CYRILLIC = "аль ас ад ан бен бин бинт ван да де ди дер дос дю ибн кызы ла ле оглы оглу фон эль"
PARTICLES = frozenset((*LATIN.split(), *CYRILLIC.split()))
WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
PARTY = 80
"""Characters that the name of a party, and its short form in brackets, may take."""
MANY = 9
"""The size of a title in the plural, of which nobody knows how many bear it: *nhiều lãnh đạo EU*."""
LONGEST = 6
"""The most words that a personal name is read of."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase while it is put together; turned into a `Naming` when it ends.

    `shared` are the states that all bear the short form which it begins with: the name tells which is meant.
    """

    start: int
    stop: int
    rule: str
    titles: list[str] = field(default_factory=list)
    country: str | None = None
    shared: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    name: str = ""
    flags: set[str] = field(default_factory=set)
    cases: frozenset[str] = frozenset()

    def heed(self, flags: frozenset[str]) -> frozenset[str]:
        """Note if a title says that a woman, or a man, is meant, and the only state that has it; gives other flags."""
        if not flags:
            return flags
        self.flags |= flags & SEXES
        owned = frozenset(flag for flag in flags if flag.isupper())
        if owned:
            self.country = next(iter(owned))
            self.flags.add("sole")
        return flags - SEXES - owned

    def agree(self, cases: frozenset[str]) -> None:
        """Note the cases that one more word of the phrase may stand in."""
        self.cases = (self.cases & cases) or self.cases or cases

    def admits(self, cases: frozenset[str]) -> bool:
        """Whether a title or name may be of the same person, as far as endings tell; an aide may be somebody's.

        A foreign name may stand in the nominative whatever the case of its title.
        """
        if self.titles[0] == "side" and self.country and self.cases:
            return False
        apart = bool(self.cases and cases) and self.cases.isdisjoint(cases)
        return not apart or "aide" in self.titles or cases == NOMINATIVE

    def head_of(self, body: str) -> bool:
        """Take in the body of which somebody is head or an official; False for a leader, who heads no ministry."""
        if self.titles[0] == "any":
            self.titles = [MINISTRIES.get(body, "minister" if body.startswith("Ministry") else "other")]
            return True
        return self.roles[0] not in LEADING

    @property
    def roles(self) -> tuple[Office, ...]:
        """The offices that the title at the head may mean."""
        return _offices(tuple(self.titles))

    def naming(self) -> Naming | None:
        """What the phrase points at; None where it points at nobody."""
        titles = set(self.titles)
        if "private" in titles or ("bare" in titles and not (self.country or self.name)):
            return None
        how = How.NAME if self.name or self.persons else How.OFFICE if self.country else How.TITLE
        if "counterpart" in titles and how is not How.NAME:
            how = How.COUNTERPART
        if titles <= {"honorific"} and how is How.TITLE:
            how = How.PRONOUN
        sort = Sort.PERSON
        if titles & {"side", "team"} and not self.persons:
            if not self.country:
                return None
            sort, how = Sort.STATE, How.TITLE
        return Naming(
            Span(self.start, self.stop),
            sort,
            how,
            persons=self.persons,
            name=self.name,
            roles=self.roles,
            country=self.country,
            elect="elect" in self.flags,
            former="former" in self.flags or "former" in titles,
            incoming="incoming" in self.flags,
            size=MANY if "many" in titles else 0,
            woman="woman" in self.flags,
            man="man" in self.flags,
            sole="sole" in self.flags,
            rule=self.rule,
            cases=self.cases,
        )


def begin(lexeme: Lexeme, title: Form, titles: Sequence[str] = (), *, start: int | None = None) -> Phrase:
    """The phrase that a title heads; `start` is where it begins if not with the title, `titles` other meanings."""
    phrase = Phrase(lexeme.start if start is None else start, lexeme.stop, title.source, cases=lexeme.wording.cases)
    phrase.titles = [*(titles or (title.meaning, *in_order(phrase.heed(title.flags))))]
    return phrase


def listed(clean: str, lexeme: Lexeme) -> Naming:
    """A person whom the roster knows, by a name of theirs; one that others bear too points no further than a title."""
    forms = [entry for entry in lexeme.entries if isinstance(entry, PersonForm)]
    weak = all(form.grade is Grade.SHORT for form in forms)
    return Naming(
        Span(lexeme.start, lexeme.stop),
        Sort.PERSON,
        How.TITLE if weak else How.NAME,
        persons=tuple(dict.fromkeys(form.person_id for form in forms)),
        name=clean[lexeme.start : lexeme.stop],
        rule=ROSTER,
        cases=lexeme.wording.cases,
    )


@lru_cache(maxsize=1024)
def in_order(flags: frozenset[str]) -> tuple[str, ...]:
    """Flags of a title, offices in the order in which `Office` has them: sets have another one in each process."""
    return (*(flag for flag in OFFICES if flag in flags), *sorted(flags - OFFICES.keys()))


@lru_cache(maxsize=1024)
def _offices(titles: tuple[str, ...]) -> tuple[Office, ...]:
    meanings = [OFFICES[title] for title in titles if title in OFFICES]
    if "any" in titles or "master" in titles:
        meanings += [Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.PARTY_LEADER, Office.IO_HEAD]
    return tuple(dict.fromkeys(meanings))


def qualified(naming: Naming, start: int, meaning: str) -> Naming:
    """The naming with the adjective that stands before it: *elect*, *incoming* or *former*."""
    return replace(
        naming,
        span=Span(start, naming.stop),
        elect=naming.elect or meaning == "elect",
        incoming=naming.incoming or meaning == "incoming",
        former=naming.former or meaning == "former",
    )


def name_behind(clean: str, start: int) -> str:
    """The words with a capital, and the particles among them, right behind `start`; empty where there are none."""
    stop, words = start, 0
    for word in WORD.finditer(clean, start, start + 80):
        if clean[stop : word.start()] != " " or words == LONGEST:
            break
        if not (word[0][0].isupper() or (words and word[0] in PARTICLES)):
            break
        stop, words = word.end(), words + 1
        if word[0][-1] == "." and len(word[0]) > 2:
            break
    name = clean[start:stop].strip()
    while name.rsplit(" ", 1)[-1] in PARTICLES:
        name = name.rpartition(" ")[0]
    return name.rstrip(".-'’")


def name_before(clean: str, stop: int) -> str:
    """The words with a capital, and the particles among them, that end at `stop`; empty where there are fewer than two.

    The first of a sentence counts where one with a capital follows.
    """
    words: list[str] = []
    for word in reversed(list(WORD.finditer(clean, max(clean.rfind("\n", 0, stop), stop - 80, 0), stop))):
        behind = stop - len(" ".join(words)) - bool(words)
        if word.end() != behind or len(words) == LONGEST or not (word[0][0].isupper() or word[0] in PARTICLES):
            break
        if word[0][-1] == "." and len(word[0]) > len("J."):  # the sentence before ends there
            break
        words.insert(0, word[0])
    while words and words[0] in PARTICLES:
        words.pop(0)
    return " ".join(words) if len(words) > 1 else ""


def office_behind_party(clean: str, lexemes: Sequence[Lexeme], index: int) -> int:
    """Where a leading office begins behind a party's name and a comma; 0 where somebody is named before it.

    *Chủ tịch đảng Dân chủ Tự do, Thủ tướng Nhật Bản …*: a party's name has words without a capital, or brackets.
    """
    start = lexemes[index].stop
    comma = clean.find(", ", start, start + PARTY)
    words = clean[start:comma].split() if comma >= 0 else []
    if not words or "\n" in clean[start:comma] or all(word[0].isupper() for word in words):
        return 0
    place = next((i for i in range(index + 1, len(lexemes)) if lexemes[i].start >= comma), index)
    title = lexemes[place].wording.title if lexemes[place].start == comma + 2 else None
    return place if title and title.meaning in LEADING else 0


def is_apposition(clean: str, before: Naming, naming: Naming, *, serves: bool = False) -> bool:
    """Whether an office only stands beside the name before it: *ông Peskov, người phát ngôn*.

    Of one who leads it is none where it `serves` somebody: *…với Thủ tướng Modi, người phát ngôn Điện Élysée cho biết*.
    """
    return (
        before.how is How.NAME
        and before.sort is Sort.PERSON
        and naming.how in (How.OFFICE, How.TITLE)
        and bool(naming.roles)
        and naming.roles[0] not in LEADING
        and not (serves and before.roles[:1] and before.roles[0] in LEADING)
        and naming.start - before.stop <= 3
        and clean[before.stop : naming.start].strip(" ") in (",", "(", "-")
    )


def with_office(named: Naming, office: Naming) -> Naming:
    """Somebody whom the roster lacks with the office that stands beside the name: *bà Rao, người phát ngôn của …*."""
    if named.persons or named.roles:
        return named
    return replace(named, roles=office.roles, country=named.country or office.country)
