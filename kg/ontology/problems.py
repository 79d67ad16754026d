"""What is wrong in ontology data, said so that a person can mend it: file, line, what, cure."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import OntologyError


@dataclass(frozen=True)
class Place:
    """A line of a file, counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class InvalidOntologyError(OntologyError):
    """One or more problems of one load: the message is the first, `problems` holds all, one line each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        super().__init__(self.problems[0] + more)


def problem(place: Place, what: str, cure: str) -> str:
    """One line for one problem: where, what, and how to mend it."""
    return f"{place}: {what}; {cure}"


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """The cure for a misspelt word: the known one most like it, or else what `otherwise` says."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f"did you mean {close[0]!r}?" if close else otherwise
