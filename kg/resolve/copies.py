"""Texts that are nearly the same: how alike two are, and where to look for those that may be.

Likeness is the Jaccard coefficient of their shingles, runs of five words (Broder, On the resemblance and containment of
documents, 1997). MinHash signatures cut into bands find who may be alike without comparing everybody with everybody
(Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Signatures are stored, so their functions are written
down here and never change with a library.
"""

import hashlib
import re
import zlib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

THRESHOLD = 0.7
"""From here on one text is a copy of another. A copy of a copy is then still alike by 0.4, since one minus the Jaccard
coefficient is a distance.
"""

BANDS = 12
_ROWS = 3
"""Two texts alike by 0.7 share a band with a probability of 99.4 %, by 0.2 with 9 %."""

_WORDS = 5
_WORD = re.compile(r"\w+")

Shingles = frozenset[str]


def shingles(text: str) -> Shingles:
    """The runs of five words in a text, whatever stands between them; of a shorter one all its words as one."""
    words = _WORD.findall(text.casefold())
    if len(words) < _WORDS:
        return frozenset({" ".join(words)}) if words else frozenset()
    return frozenset(" ".join(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1))


def likeness(one: Shingles, other: Shingles) -> float:
    """From 0 for nothing in common to 1 for the same; 0 where one of them has no words."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def bands(text: str) -> tuple[str, ...]:
    """The bands of a text's signature: who shares one of them may be alike. None for a text without words."""
    found = shingles(text)
    if not found:
        return ()
    lowest = _lowest([zlib.crc32(each.encode("utf-8", "surrogatepass")) for each in found])
    return tuple(_digest(lowest[band * _ROWS : (band + 1) * _ROWS]) for band in range(BANDS))


def _lowest(hashes: list[int]) -> "npt.NDArray[np.uint64]":
    """The lowest value of the shingles under each permutation, taken as multiply-shift hashes of 32 bits."""
    import numpy as np

    factors, terms = _permutations()
    column = np.array(hashes, np.uint64)[:, None]
    lowest: npt.NDArray[np.uint64] = ((column * factors + terms) >> np.uint64(32)).min(axis=0)
    return lowest


@cache
def _permutations() -> "tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]":
    import numpy as np

    drawn = [hashlib.sha256(f"permutation {number}".encode()).digest() for number in range(BANDS * _ROWS)]
    factors = np.array([int.from_bytes(each[:8], "big") | 1 for each in drawn], np.uint64)
    return factors, np.array([int.from_bytes(each[8:16], "big") for each in drawn], np.uint64)


def _digest(rows: "npt.NDArray[np.uint64]") -> str:
    return hashlib.sha256(rows.astype(">u8").tobytes()).hexdigest()[:16]
