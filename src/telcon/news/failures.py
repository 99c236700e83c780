"""What can go wrong with news."""

from __future__ import annotations


class SubscriptionError(ValueError):
    """A file of subscriptions cannot be used: which, and what is wrong in it."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class SendingError(Exception):
    """News were not sent; `surely`: nobody can have got them. `after`: seconds until which trying again is in vain."""

    def __init__(self, reason: str, *, surely: bool, may_pass: bool = True, after: float = 0) -> None:
        super().__init__(reason)
        self.reason, self.surely, self.may_pass, self.after = reason, surely, may_pass, after
