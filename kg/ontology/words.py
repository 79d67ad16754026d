"""Cuts text into the words by which names are found in it."""

import re
from functools import lru_cache

_WORD = re.compile(
    r"""
    \n[^\S\n]*\n\s*                     # the end of a paragraph: no name runs across it
    | [^\W\d_](?:\.[^\W\d_])+\b\.?      # U.S., U.K., J.D.: one word
    | \w+
    | [^\s\w\-‐‑]                       # other signs stand for themselves; hyphens, like spaces, only part words
    """,
    re.VERBOSE,
)

Word = tuple[str, int, int]
"""A word as names spell it, and its start and end in the text."""

Spelling = tuple[str, ...]
"""The words of a name. A word with a capital is to be met as it is, one without in any case."""


def words(text: str) -> list[Word]:
    """The words and signs of a text in order. Dotted initials lose their dots, so that U.S. is US."""
    return [(_spelt(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def spelling(name: str) -> Spelling:
    """The words of a name."""
    return tuple(word for word, _, _ in words(name))


def has_capital(word: str) -> bool:
    """Whether a word holds a letter that lower case would change."""
    return word != word.lower()


def plural(word: str) -> str:
    """The regular plural of an English noun."""
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def singulars(word: str) -> tuple[str, ...]:
    """The nouns of which a word can be the regular plural, the likeliest first."""
    endings = (("ies", "y"), ("s", ""), ("es", ""))
    fitting = ((end, stem) for end, stem in endings if word.endswith(end) and len(word) > len(end) + 1)
    return tuple(word.removesuffix(end) + stem for end, stem in fitting)


def _spelt(word: str) -> str:
    if len(word) > 1 and "." in word:
        return word.replace(".", "")
    return "'" if word == "’" else word
