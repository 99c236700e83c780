"""Wordings of dates: where they stand, what they say, and which day that is."""

from telcon.mentions.dates.expressions import (
    Calendar,
    DatedValue,
    DateMention,
    Expression,
    Origin,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from telcon.mentions.dates.finding import find_date_forms, find_dates
from telcon.mentions.dates.resolving import is_day_alone, resolve_date, resolve_near

__all__ = [
    "Calendar",
    "DateMention",
    "DatedValue",
    "Expression",
    "Origin",
    "Shift",
    "Unit",
    "Vague",
    "Weekday",
    "find_date_forms",
    "find_dates",
    "is_day_alone",
    "resolve_date",
    "resolve_near",
]
