"""Predictions with every kind of mistake, made from gold by a seeded random."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

RowDict = dict[str, Any]
KINDS = ("phone", "video", "call", "meeting", "message", "contact")
STATUSES = ("held", "planned", "proposed", "denied")
DATES = (None, "2025", "2025-01", "2025-01-21", "2025-01-21/2025-01-22", "XXXX-02-08", "2025-02-30", "2016-11-14~")
NAMES = ("Xi Jinping", "Xi", "Zelenskyy", "Điện Kremlin", "Kremlin", "Путин", "the White House", "TASS", "")


def read_json_lines(path: Path) -> list[RowDict]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def perturb(gold: RowDict, dice: random.Random) -> RowDict:
    """Copy a gold row with about a third of its values wrong, missing or added."""
    row: RowDict = json.loads(json.dumps(gold))
    row.pop("partial", None), row.pop("scope", None)
    if dice.random() < 0.3:
        row["title"] = dice.choice([None, (row.get("title") or "").upper(), "x"])
    if dice.random() < 0.3:
        row["published"] = dice.choice([None, "2025-01-22", (row.get("published") or "")[:10]])
    row["body_lines"] = [n + (dice.random() < 0.1) for n in row.get("body_lines") or [] if dice.random() < 0.9]
    row["contacts"] = [_perturb_contact(c, dice) for c in row["contacts"] if dice.random() < 0.85]
    row["contacts"] += [_perturb_contact(c, dice) for c in gold["contacts"] if dice.random() < 0.2]
    dice.shuffle(row["contacts"])
    row["statements"] = [_perturb_statement(s, dice) for s in row.get("statements") or [] if dice.random() < 0.85]
    row["statements"] += row["statements"][:1]
    return row


def _perturb_contact(contact: RowDict, dice: random.Random) -> RowDict:
    new: RowDict = json.loads(json.dumps(contact))
    choices: dict[str, tuple[object, ...]] = {
        "kind": KINDS,
        "status": STATUSES,
        "date": (*DATES, contact.get("date_in_page"), (contact.get("date") or "")[:7]),
        "duration": (None, {"minutes": 91, "bound": "over"}, {"minutes": 60, "bound": "about"}),
        "initiator": (None, "RU", "mutual"),
        "focus": (True, False),
        "level": ("leaders", "officials"),
    }
    for field, values in choices.items():
        if dice.random() < 0.25:
            new[field] = dice.choice(values)
    for person in new["participants"]:
        if dice.random() < 0.1:
            person["name"] = dice.choice(NAMES)
        if dice.random() < 0.05:
            person["country"] = None
    if dice.random() < 0.3:
        new["reported_by"] = [*new["reported_by"][1:], {"name": dice.choice(NAMES), "side": None}]
    new["topics"] = [*new["topics"][1:], "space"] if dice.random() < 0.3 else new["topics"]
    return new


def _perturb_statement(statement: RowDict, dice: random.Random) -> RowDict:
    new = dict(statement)
    if dice.random() < 0.3:
        new["begins"] = " ".join(new["begins"].split()[1:])
    if dice.random() < 0.3:
        new["ends"] = dice.choice([new["ends"].split()[0], new["ends"], "nowhere"])
    if dice.random() < 0.3:
        new |= {"start": (start := dice.randrange(2000)), "end": start + dice.randrange(200)}
    if dice.random() < 0.3:
        new["speaker"] = [dice.choice(NAMES)]
    if dice.random() < 0.2:
        new["kind"] = "direct"
    return new
