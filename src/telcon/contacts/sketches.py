"""By what pages that may be copies of each other are found without comparing all: sketches of sentences.

Two sentences that share most of their letters are likely to share a band of their MinHash sketches; two that have
little in common hardly ever do (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from rensa import RMinHash  # type: ignore[import-untyped]

from telcon.contacts.articles import Article, letter_size
from telcon.contacts.translations import number_bands

SHINGLE = {1: 5, 3: 3}
"""How many letters in a row are one thing that sentences share, by how much a letter is worth."""
BANDS, ROWS = 8, 4
"""Sentences that share 0.7 of their shingles share a band of four rows with probability 0.89, if 0.2, with 0.01."""
_SEED = 1
WORTH = 70
"""Letters of common sentences, names and quotations aside, that two pages must share: a single phrase makes no copy."""
OWN = 0.1
"""The part of the smaller sketch that pages of one outlet must share: all of them print its notices to readers."""


def sketch(article: Article) -> Mapping[int, int]:
    """The bands of all sentences of an article, as signed numbers of 64 bits, with the weights of their sentences, and
    those of its numbers, one of which is enough.
    """
    weights: dict[int, int] = {}
    for sentence in article.sentences:
        for band in _bands(sentence.letters):
            weights[band] = max(weights.get(band, 0), sentence.weight)
    return weights | dict.fromkeys(number_bands(article), WORTH)


def is_worth_it(weight: int, shared: int, size: int, *, same_outlet: bool) -> bool:
    """Whether two pages are worth an alignment: by the weight of the sentences that share a band (equal weights count
    once), by how many bands are shared, and by how many the smaller sketch has.
    """
    return weight >= WORTH and (not same_outlet or shared >= OWN * size)


def _bands(letters: str) -> Iterator[int]:
    width = SHINGLE[letter_size(letters)]
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update([letters[place : place + width] for place in range(len(letters) - width + 1)])
    digest = minhash.digest()
    for band in range(BANDS):
        rows = repr((band, *digest[band * ROWS : (band + 1) * ROWS]))
        yield int.from_bytes(blake2b(rows.encode(), digest_size=8).digest(), "big", signed=True)
