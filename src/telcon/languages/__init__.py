"""Languages as data: one folder each, sheets of forms with their cases beside them."""

from telcon.languages.packs import Pack, load_pack, pack_codes

__all__ = ["Pack", "load_pack", "pack_codes"]
