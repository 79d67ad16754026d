"""Draws statements to be coded: as many from every stratum, the same ones for the same seed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import RecordError
from kg.model.identity import digest

EVERYTHING = "all"
"""The stratum of a sample that is not stratified, and of a statement that lacks what it is stratified by."""


@dataclass(frozen=True)
class Drawn:
    """A statement that was drawn, by its id, and the stratum that it stands for with the number of its statements."""

    statement: str
    stratum: str
    stratum_size: int


def draw(population: Iterable[tuple[str, str | None]], size: int, seed: int) -> tuple[Drawn, ...]:
    """`size` statements out of (id, stratum) pairs, all of them where there are no more.

    Every stratum gives an equal share; what a small one cannot give, the others do. The order is that of chance too, so
    that whoever codes only the first rows still codes a sample. A larger size keeps the statements of a smaller one.
    Raises RecordError where there is nothing to draw from.
    """
    strata = _strata(population, seed)
    if not strata:
        raise RecordError("there is no statement to sample; load articles first")
    shares = _shares({name: len(ids) for name, ids in strata.items()}, size)
    drawn = [Drawn(each, name, len(ids)) for name, ids in strata.items() for each in ids[: shares[name]]]
    # Not by the rank that they were drawn by, which would put large strata first: of these the lowest ranks are drawn.
    return tuple(sorted(drawn, key=lambda each: _rank("shown", seed, each.statement)))


def _strata(population: Iterable[tuple[str, str | None]], seed: int) -> dict[str, Sequence[str]]:
    """The ids of each stratum in the order in which they are drawn."""
    held: dict[str, set[str]] = defaultdict(set)
    for identity, stratum in population:
        held[stratum or EVERYTHING].add(identity)
    return {name: sorted(held[name], key=lambda identity: _rank("drawn", seed, identity)) for name in sorted(held)}


def _rank(purpose: str, seed: int, identity: str) -> str:
    # A hash and no generator of random numbers: what is drawn depends neither on the order of the rows nor on Python.
    return digest("r", purpose, str(seed), identity)


def _shares(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """How many to draw from each stratum: small ones give all they have, the rest is shared among the larger."""
    shares = dict.fromkeys(sizes, 0)
    left = wanted
    smallest_first = sorted(sizes, key=lambda name: (sizes[name], name))
    for number, name in enumerate(smallest_first):
        shares[name] = min(sizes[name], left // (len(sizes) - number))
        left -= shares[name]
    return shares
