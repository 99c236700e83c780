"""Languages as data: one folder each, sheets of forms with their cases beside them."""

from telcon.languages.identify import identify, owns, speaks
from telcon.languages.packs import Pack, load_pack, pack_codes

__all__ = ["Pack", "identify", "load_pack", "owns", "pack_codes", "speaks"]
