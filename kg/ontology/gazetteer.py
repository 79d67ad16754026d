"""Finds the names of concepts in running text, in one pass over its words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Span
from kg.ontology.concept import Concept
from kg.ontology.names import Index, fits
from kg.ontology.words import Spelling, has_capital, words

_LINE = re.compile(r"[^\n]+")
_SHOUTED_WORDS = 4
_NOTHING: tuple[Spelling, Concept | None] = ((), None)


@dataclass(frozen=True)
class Match:
    """The words at `span` name `concept`."""

    span: Span
    concept: Concept


@dataclass
class _Node:
    """A step of the trie over words in lower case: where it leads, and which spellings end here."""

    onward: dict[str, "_Node"] = field(default_factory=dict)
    ends: tuple[tuple[Spelling, Concept], ...] = ()


class Gazetteer:
    """All names of an ontology, compiled once. Finding is linear in the text: a name has few words."""

    def __init__(self, names: Index) -> None:
        self._root = _Node()
        for spelt, ends in names.items():
            node = self._root
            for word in spelt:
                node = node.onward.setdefault(word, _Node())
            node.ends = ends

    def find(self, text: str) -> list[Match]:
        """The names in a text in order: the leftmost, of these the longest, none overlapping another.

        A single word that is a name by its capitals alone (US, ICE) is none in a line written in capitals.
        """
        found, shouted = words(text), _Shouted(text)
        met = [word for word, _, _ in found]
        matches, at = [], 0
        while at < len(found):
            spelt, concept = self._longest(met, at)
            start, end = found[at][1], found[at + max(len(spelt), 1) - 1][2]
            if concept and not (len(spelt) == 1 and has_capital(spelt[0]) and shouted.at(start)):
                matches.append(Match(Span(start=start, end=end), concept))
            at += max(len(spelt), 1)
        return matches

    def _longest(self, met: Sequence[str], at: int) -> tuple[Spelling, Concept | None]:
        """The longest name that begins at a word, and what it means; no words and None where none begins there."""
        node, best, reach = self._root, _NOTHING, at
        while reach < len(met) and (onward := node.onward.get(met[reach].lower())):
            node, reach = onward, reach + 1
            if node.ends:
                words = tuple(met[at:reach])
                best = next((end for end in node.ends if fits(end[0], words)), best)
        return best


class _Shouted:
    """The lines of a text that are all in capitals, where a capital tells nothing."""

    def __init__(self, text: str) -> None:
        lines = [m.span() for m in _LINE.finditer(text) if m.group().isupper() and _is_long(m.group())]
        self._starts = [start for start, _ in lines]
        self._ends = [end for _, end in lines]

    def at(self, offset: int) -> bool:
        """Whether the character at an offset stands in such a line."""
        line = bisect_right(self._starts, offset) - 1
        return line >= 0 and offset < self._ends[line]


def _is_long(line: str) -> bool:
    return len(line.split(maxsplit=_SHOUTED_WORDS)) >= _SHOUTED_WORDS
