"""What people call the values of a record: channels, statuses, offices, topics, bounds and states.

Names of states are those of Unicode's CLDR, by way of Babel; organisations that it lacks keep the roster's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from telcon.messages.catalogues import say, say_count, spoken
from telcon.messages.leaders import name_speaker

KINDS = {
    "phone": "phone",
    "video": "video",
    "call": "call",
    "meeting": "meeting",
    "message": "message",
    "contact": "contact",
}
CHANNELS = {
    "phone": "phone call",
    "video": "video call",
    "call": "phone or video call",
    "meeting": "meeting",
    "message": "message",
    "contact": "contact, channel not said",
}
STATUSES = {"held": "held", "planned": "planned", "proposed": "proposed", "denied": "denied"}
BOUNDS = {"exact": "{length}", "about": "about {length}", "over": "over {length}", "under": "under {length}"}
VERDICTS = {"same": "the same", "different": "another", "unsure": "unsure"}
UTTERANCES = {"direct": "direct", "indirect": "indirect"}
FEATURES = {
    "day": "day",
    "channel": "channel",
    "duration": "length",
    "initiator": "asked for by",
    "status": "status",
    "topics": "topics",
    "focus": "focus",
}
MATTERS = {
    "visit": "visit",
    "talks": "talks",
    "treaty": "treaty",
    "project": "project",
    "truce": "truce",
    "exchange": "exchange",
    "anniversary": "anniversary",
}
OBJECTS = {
    "arms": "arms",
    "trade": "trade",
    "peace": "peace",
    "partnership": "partnership",
    "nuclear": "nuclear",
    "pipeline": "pipeline",
    "railway": "railway",
    "plant": "power plant",
    "supply": "supplies",
    "aid": "aid",
}
STAGES = {"proposed": "proposed", "planned": "planned", "agreed": "agreed", "done": "done", "refused": "refused"}
STANDINGS = {"open": "open", "past": "past due", "done": "done", "off": "off"}
FAULTS = {
    "unreadable": "cannot be read",
    "overlap": "two at once",
    "gap": "nobody in between",
    "ended": "nobody since",
    "headless": "led by nobody",
    "namesakes": "one name",
}
CHANGES = {
    "new person": "New people",
    "new term": "New terms",
    "ended": "Ended terms",
    "new names": "New names",
    "begins otherwise": "Contradicts: another first day",
    "ends otherwise": "Contradicts: another last day",
    "goes on": "Contradicts: goes on there, ended in the roster",
    "two at once": "Contradicts: somebody else holds the office then",
    "leads another state": "Contradicts: leads another state then",
    "over, no day told": "Not clear: over there, no day told",
    "maybe known": "Not clear: may be somebody of the roster",
    "no name told": "Not clear: no name told in Latin letters",
}
PASSED = {
    "deprecated": "deprecated there",
    "nobody named": "nobody named",
    "begin not known": "begin not known",
    "not as expected": "not as expected",
}
OCCASIONS = {
    "new": "New contact",
    "held": "Held by now, planned before",
    "both sides": "Told by both sides by now",
}
STUCK = {"due": "not sent yet", "sending": "being sent", "given up": "given up"}
SCOPES = {"read": "read", "write": "read and write"}
WAYS = {"screen": "screen", "api": "API", "command": "command line", "program": "program"}
DEEDS = {
    "page added": "page added",
    "page revised": "new version of a page",
    "page read again": "page read again",
    "decided": "decided",
    "decision undone": "decision undone",
    "record brought up to date": "record brought up to date",
    "user added": "user added",
    "role changed": "role changed",
    "user disabled": "user disabled",
    "user enabled": "user enabled",
    "password set": "password set",
    "token made": "token made",
    "token revoked": "token revoked",
    "logged in": "logged in",
    "log-in failed": "log-in failed",
    "logged out": "logged out",
    "sessions ended": "logged out everywhere",
    "news sent": "news sent",
}
ROLES = {"reader": "reader", "editor": "editor", "administrator": "administrator"}
FIELDS = {
    "date": "date",
    "kind": "channel",
    "status": "status",
    "duration": "length",
    "initiator": "asked for by",
    "participant": "who",
    "reported_by": "told by",
    "topic": "topics",
}
OFFICES = {
    "head_of_state": "head of state",
    "head_of_government": "head of government",
    "elect": "elect",
    "party_leader": "party leader",
    "io_head": "head of an international organisation",
    "foreign_minister": "foreign minister",
    "minister": "minister",
    "envoy": "envoy",
    "other": "other official",
}
TOPICS = {
    "bilateral_relations": "bilateral relations",
    "trade_economy": "trade and economy",
    "energy": "energy",
    "nuclear_energy": "nuclear energy",
    "sanctions": "sanctions",
    "ukraine_war": "war in Ukraine",
    "arms_control": "arms control",
    "iran": "Iran",
    "syria": "Syria",
    "israel_palestine": "Israel and Palestine",
    "middle_east": "Middle East",
    "north_korea": "North Korea",
    "taiwan": "Taiwan",
    "south_china_sea": "South China Sea",
    "latin_america": "Latin America",
    "africa": "Africa",
    "terrorism": "terrorism",
    "cyber": "cyber security",
    "election_interference": "interference in elections",
    "human_rights": "human rights",
    "pandemic": "pandemic",
    "climate": "climate",
    "infrastructure": "infrastructure",
    "technology": "technology",
    "migration": "migration",
    "drugs_crime": "drugs and crime",
    "defence_cooperation": "defence cooperation",
    "multilateral": "multilateral organisations",
    "sovereignty": "sovereignty",
    "congratulation": "congratulation",
    "condolence": "condolence",
    "future_contact": "a future contact",
    "people_culture": "people and culture",
    "food_agriculture": "food and agriculture",
    "space": "space",
    "prisoners_humanitarian": "prisoners and humanitarian aid",
    "media_domestic": "media and domestic affairs",
}
"""The topics of the corpus, in its order, with their English names."""
HOUR = 60


def name_kind(kind: str) -> str:
    """The channel's name in the language spoken."""
    return say(KINDS[kind])


def name_channel(kind: str) -> str:
    """The channel in full, in the language spoken: `video call`."""
    return say(CHANNELS[kind])


def name_status(status: str) -> str:
    """The status's name in the language spoken."""
    return say(STATUSES[status])


def name_field(field: str) -> str:
    """What a field of a contact is called in the language spoken."""
    return say(FIELDS[field])


def name_office(office: str) -> str:
    """The office's name in the language spoken."""
    return say(OFFICES[office])


def name_topic(topic: str) -> str:
    """The topic's name in the language spoken."""
    return say(TOPICS[topic])


def name_matter(matter: str, narrowed: str = "") -> str:
    """What sides agree on, and what narrows it, in the language spoken: `visit (Russia)`, `project (pipeline)`."""
    if not narrowed:
        return say(MATTERS[matter])
    return f"{say(MATTERS[matter])} ({say(OBJECTS[narrowed]) if narrowed in OBJECTS else name_state(narrowed)})"


def name_stage(stage: str) -> str:
    """How far an agreement has come, in the language spoken."""
    return say(STAGES[stage])


def name_standing(standing: str) -> str:
    """What became of an agreement, in the language spoken."""
    return say(STANDINGS[standing])


def name_role(role: str) -> str:
    """What a user may do, in the language spoken."""
    return say(ROLES[role])


def name_scope(scope: str) -> str:
    """What a token is good for, in the language spoken."""
    return say(SCOPES[scope])


def name_way(way: str) -> str:
    """From where somebody changed something, in the language spoken."""
    return say(WAYS[way])


def name_deed(deed: str) -> str:
    """What somebody did, in the language spoken."""
    return say(DEEDS[deed])


def name_fault(kind: str) -> str:
    """What cannot be right in a roster."""
    return say(FAULTS[kind])


def name_change(kind: str) -> str:
    """How a register differs from the roster, as a heading."""
    return say(CHANGES[kind])


def name_passed(reason: str) -> str:
    """Why a line of a register was passed over; a reason of another kind as it is."""
    return say(PASSED[reason]) if reason in PASSED else reason


def name_occasion(occasion: str) -> str:
    """Why somebody is told of a contact."""
    return say(OCCASIONS[occasion])


def name_stuck(state: str) -> str:
    """How it stands with news that were not sent."""
    return say(STUCK[state])


def find_topic(words: str) -> str | None:
    """The topic that is meant by its code, or by its name in English or in the language spoken; None where none is."""
    wanted = " ".join(words.casefold().replace("_", " ").split())
    for topic, name in TOPICS.items():
        if wanted in (topic.replace("_", " "), name.casefold(), say(name).casefold()):
            return topic
    return None


def name_utterance(kind: str) -> str:
    """Whether words are somebody's own, in the language spoken."""
    return say(UTTERANCES[kind])


def name_verdict(verdict: str) -> str:
    """What is held of two reports, in the language spoken."""
    return say(VERDICTS[verdict])


def name_feature(feature: str) -> str:
    """What two reports are compared by, in the language spoken."""
    return say(FEATURES.get(feature, feature))


def name_length(minutes: int, bound: str) -> str:
    """A length with its bound: `about 15 minutes`, `over 1 h 30 min`."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        length = say_count("{count} minute", "{count} minutes", minutes)
    else:
        length = say("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else say("{hours} h", hours=hours)
    return say(BOUNDS[bound], length=length)


def name_speakers(speakers: Sequence[str], said_by: Sequence[str]) -> str:
    """Who said something and who reports it: `Vladimir Putin, according to Kremlin, according to TASS`."""
    told = [say(", according to {teller}", teller=name_speaker(name)) for name in said_by]
    return "".join((say(" and ").join(map(name_speaker, speakers)) or say("somebody"), *told))


def name_source(name: str, side: str | None) -> str:
    """Who tells, with the side spoken for: `Kremlin (RU)`; the name alone where it speaks for none."""
    return f"{name} ({side})" if side else name


def name_side(code: str) -> str:
    """The side that asked for a contact: a state's name, or both."""
    return say("both sides") if code == "mutual" else name_state(code)


def name_state(code: str, language: str | None = None) -> str:
    """A state's or organisation's name by its code, in the language spoken or another; the code where none is known."""
    listed = _territories(language or spoken()).get(code)
    return listed or _listed(code)


def name_language(code: str) -> str:
    """A language's name by its code (ISO 639-1), in the language spoken; the code where none is known."""
    return _languages(spoken()).get(code, code)


def _listed(code: str) -> str:
    from telcon.roster import load_roster  # noqa: PLC0415 - for organisations alone

    state = load_roster().states.get(code)
    return state.name if state else code


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - not needed where no state is named

    return dict(Locale.parse(language).territories)


@cache
def _languages(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - not needed where no language is named

    return dict(Locale.parse(language).languages)
