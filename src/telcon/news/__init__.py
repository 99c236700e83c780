"""News of contacts: who is told of which, and how."""

from telcon.news.failures import SendingError, SubscriptionError
from telcon.news.looking import Find
from telcon.news.occasions import Occasion
from telcon.news.subscriptions import Subscription, Subscriptions, read_subscriptions
from telcon.news.telling import Means, Outcome, foresee, tell

__all__ = [
    "Find",
    "Means",
    "Occasion",
    "Outcome",
    "SendingError",
    "Subscription",
    "SubscriptionError",
    "Subscriptions",
    "foresee",
    "read_subscriptions",
    "tell",
]
