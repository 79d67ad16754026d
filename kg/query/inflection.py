"""From a word of a question to the lemmas that it may be a form of.

Questions are read without a parser (loading one takes longer than answering); English verb forms are few enough to undo
by spelling. A wrong guess does no harm: only lemmas that the frames list are looked up.
"""

from collections.abc import Iterator, Mapping

_VOWELS = "aeiou"


def lemmas(word: str, irregular: Mapping[str, str]) -> Iterator[str]:
    """Candidate lemmas of a lower-case word, the word itself first."""
    yield word
    if word in irregular:
        yield irregular[word]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from _stems(word.removesuffix(ending))
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"


def _stems(stem: str) -> Iterator[str]:
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]
