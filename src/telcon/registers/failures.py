"""What can go wrong when a register is asked."""

from __future__ import annotations


class RegisterError(Exception):
    """A register did not answer, or with nothing that could be read: why, and what to do about it."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(f"{reason} ({advice})" if advice else reason)
        self.reason, self.advice = reason, advice
