"""One edge a pair of nodes, for formats that have no parallel edges."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from kg.network.network import Attributes, Edge, Network, Type, Value

KINDS = "kinds"
"""The attribute of a joined edge that lists what it stands for."""


def paired(network: Network) -> Network:
    """The same network with the edges of each pair as one: weights and numbers added up, lists joined.

    Texts that differ stand side by side. An edge that points several ways is neutral.
    """
    attributes: Attributes = {KINDS: Type.TEXTS, **network.edge_attributes}

    def edges() -> Iterator[Edge]:
        for _, group in groupby(network.edges(), key=lambda edge: (edge.source, edge.target)):
            yield _joined(list(group), network.edge_attributes)

    return replace(network, edge_attributes=attributes, edges=edges)


def _joined(group: list[Edge], attributes: Attributes) -> Edge:
    if len(group) == 1:
        return replace(group[0], spells=(), attributes={KINDS: (group[0].kind,), **group[0].attributes})
    kinds = tuple(edge.kind for edge in group)
    stances = {edge.stance for edge in group}
    values = {name: _combined(type_, group, name) for name, type_ in attributes.items()}
    return Edge(
        source=group[0].source,
        target=group[0].target,
        kind="; ".join(kinds),
        label="; ".join(edge.label for edge in group),
        weight=sum(edge.weight for edge in group),
        stance=stances.pop() if len(stances) == 1 else "neutral",
        attributes={KINDS: kinds, **{name: value for name, value in values.items() if value is not None}},
    )


def _combined(type_: Type, group: list[Edge], name: str) -> Value | None:
    values = [edge.attributes[name] for edge in group if name in edge.attributes]
    if not values:
        return None
    return _COMBINE[type_](values)


def _texts(values: list[Value]) -> Value:
    return tuple(sorted({text for value in values if isinstance(value, tuple) for text in value}))


def _number(values: list[Value]) -> Value:
    return sum(value for value in values if isinstance(value, int | float))


_COMBINE: Mapping[Type, Callable[[list[Value]], Value]] = {
    Type.TEXTS: _texts,
    Type.TEXT: lambda values: "; ".join(sorted({str(value) for value in values})),
    Type.INTEGER: _number,
    Type.REAL: _number,
    Type.BOOLEAN: lambda values: any(values),
}
