"""Plain positions as edges: one for each actor, target and action, with all that reports it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from kg.model import Entity, Role
from kg.model.dates import first_day, last_day
from kg.model.position import Position
from kg.network.levels.holdings import Holding
from kg.network.network import Attributes, Edge, Spell, Type, Value
from kg.ontology import Ontology, Stance

FACT: Attributes = {
    "conditional": Type.BOOLEAN,
    **dict.fromkeys(("technologies", "measures"), Type.TEXTS),
    **dict.fromkeys(("since", "until", "first_reported", "last_reported"), Type.TEXT),
    "statements": Type.TEXTS,
}

Targets = Callable[[Position], Iterable[Entity]]
"""What a position is drawn towards."""


def fact_edges(ontology: Ontology, holding: Holding, targets: Targets) -> Iterator[Edge]:
    """The edges of one actor, by target and action; one to itself there is none."""
    pairs = [(target.id, position) for position in holding.positions for target in targets(position)]
    drawn = sorted((pair for pair in pairs if pair[0] != holding.actor.id), key=_order)
    for (target, action), group in groupby(drawn, key=lambda pair: (pair[0], pair[1].action)):
        yield _edge(ontology, holding, target, action, [position for _, position in group])


def _order(pair: tuple[str, Position]) -> tuple[str, str, str]:
    target, position = pair
    return target, position.action, position.id


def _edge(ontology: Ontology, holding: Holding, target: str, action: str, held: list[Position]) -> Edge:
    known = ontology.actions.get(action)
    statements = sorted({each for position in held for each in position.statements})
    measures = _names(held, Role.MEASURE)
    about_measure = bool(known and known.on_measure and measures)
    label = known.label if known else action
    stance = known.stance if known and not about_measure else Stance.NEUTRAL
    return Edge(
        source=holding.actor.id,
        target=target,
        kind=action,
        label=f"{label} ({', '.join(measures)})" if about_measure else label,
        weight=float(len({holding.origins[each] for each in statements})),
        stance=stance.value,
        attributes={**_attributes(held, measures), "statements": tuple(statements)},
        spells=_spells(held),
    )


def _attributes(held: list[Position], measures: tuple[str, ...]) -> dict[str, Value]:
    texts = {"technologies": _names(held, Role.TECHNOLOGY), "measures": measures}
    dates = {
        "since": min(filter(None, (position.since for position in held)), default=None),
        "until": max(filter(None, (position.until for position in held)), default=None),
        "first_reported": min(filter(None, (position.first_reported for position in held)), default=None),
        "last_reported": max(filter(None, (position.last_reported for position in held)), default=None),
    }
    conditional = any(position.condition is not None for position in held)
    return {
        "conditional": conditional,
        **{name: value for name, value in texts.items() if value},
        **{name: date for name, date in dates.items() if date},
    }


def _names(held: list[Position], role: Role) -> tuple[str, ...]:
    return tuple(sorted({position.entities[role].name for position in held if role in position.entities}))


def _spells(held: list[Position]) -> tuple[Spell, ...]:
    """When the positions hold: from `since`, else from the first report, until `until`; times that meet become one.

    A time that is not known at all, and one that would end before it began, are no spells.
    """
    spells = [_spell(position) for position in held]
    return () if None in spells else _joined(sorted(filter(None, spells), key=_begins))


def _spell(position: Position) -> Spell | None:
    start, end = position.since or position.first_reported, position.until
    if start is None or (end is not None and first_day(start) > last_day(end)):
        return None
    return Spell(start, end)


def _begins(spell: Spell) -> tuple[str, str]:
    return first_day(spell.start or "").isoformat(), spell.end or ""


def _joined(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    joined: list[Spell] = []
    for spell in spells:
        if joined and _meets(joined[-1], spell):
            joined[-1] = Spell(joined[-1].start, _later(joined[-1].end, spell.end))
        else:
            joined.append(spell)
    return tuple(joined)


def _meets(earlier: Spell, later: Spell) -> bool:
    return earlier.end is None or first_day(later.start or "") <= last_day(earlier.end)


def _later(one: str | None, other: str | None) -> str | None:
    return None if one is None or other is None else max(one, other, key=last_day)
