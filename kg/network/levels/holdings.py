"""Actors with the positions that the chosen statements give them, as far as these may be read as plain facts.

Positions are made from reports here as the store makes them: of a part of the graph only what that part reports
counts, so that nothing is drawn as a fact that its own statements deny.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Entity
from kg.model.position import Position, positions
from kg.network.reports import reports
from kg.store import Store


@dataclass(frozen=True)
class Holding:
    """An actor with its plain positions; `origins` tell of each statement the article that it is first from."""

    actor: Entity
    positions: tuple[Position, ...]
    origins: Mapping[str, str]


def holdings(store: Store, chosen: frozenset[str] | None) -> Iterator[Holding]:
    """Every actor with its plain positions, by the actor's id; those without one are passed over."""
    for actor, told in reports(store, chosen):
        if plain := tuple(position for position in positions(told) if position.is_direct):
            yield Holding(actor, plain, {report.statement: report.origin for report in told})
