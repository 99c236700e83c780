"""What was read, in others' formats."""

from telcon.exports.exchange import (
    PageRow,
    decode_row,
    encode_array,
    encode_row,
    reading_to_row,
    unreadable_to_row,
    with_leftovers,
)

__all__ = [
    "PageRow",
    "decode_row",
    "encode_array",
    "encode_row",
    "reading_to_row",
    "unreadable_to_row",
    "with_leftovers",
]
