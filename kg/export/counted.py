"""How much was written, counted on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Counted:
    """How many nodes and edges a file has."""

    nodes: int
    edges: int

    def __str__(self) -> str:
        """`46 nodes and 57 edges`."""
        return f"{self.nodes} {_plural(self.nodes, 'node')} and {self.edges} {_plural(self.edges, 'edge')}"


class Counter:
    """Counts what goes through it."""

    def __init__(self) -> None:
        self.nodes = 0
        self.edges = 0

    def node(self, things: Iterable[T]) -> Iterator[T]:
        """The same things, counted as nodes."""
        for thing in things:
            self.nodes += 1
            yield thing

    def edge(self, things: Iterable[T]) -> Iterator[T]:
        """The same things, counted as edges."""
        for thing in things:
            self.edges += 1
            yield thing

    @property
    def counted(self) -> Counted:
        """What went through until now."""
        return Counted(self.nodes, self.edges)


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
