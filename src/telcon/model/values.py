"""How the values are made that pass between rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool, eq: bool = True, order: bool = False):
        """A frozen dataclass, equal and hashed by its fields, whose freezing only the type checker holds.

        At run time a frozen dataclass takes four times as long to make, and a page makes thousands. A value goes to
        another process as its fields: compiled, it could not be sent otherwise.
        """
        del frozen

        def make(cls):
            own_hash = "__hash__" in cls.__dict__
            cls.__reduce__ = _to_fields
            return dataclass(slots=slots, eq=eq, order=order, unsafe_hash=eq and not own_hash)(cls)

        return make

    def _to_fields(self):
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])


__all__ = ["value"]
