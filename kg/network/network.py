"""A network as programs that draw and measure know it: nodes and edges with typed attributes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model.identity import digest

Value = str | int | float | bool | tuple[str, ...]
"""What an attribute can be; an absent one is left out of the mapping."""


class Type(StrEnum):
    """The type of an attribute, the same for every node or edge that has it."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    TEXTS = "texts"


Attributes = Mapping[str, Type]
"""Names of attributes with their types, in the order in which they are written."""


@dataclass(frozen=True, order=True)
class Spell:
    """A time in which something holds: partial ISO dates, None where it is open on that side."""

    start: str | None
    end: str | None = None


@dataclass(frozen=True)
class Node:
    """A node; `kind` is what it is (`Company`, `Statement`, …), `label` what people read."""

    id: str
    label: str
    kind: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True)
class Edge:
    """An edge between nodes by their ids; `kind` is what it stands for (an action, a role), `weight` is above 0.

    `label` is what people read, `stance` which way it points, by the ontology's word for the action; it decides how the
    edge is drawn.
    """

    source: str
    target: str
    kind: str
    label: str = ""
    weight: float = 1.0
    stance: str = "neutral"
    attributes: Mapping[str, Value] = field(default_factory=dict)
    spells: tuple[Spell, ...] = ()

    @property
    def ends(self) -> tuple[str, str]:
        """Source and target."""
        return self.source, self.target

    @property
    def id(self) -> str:
        """Unique among edges and unlike the id of any node: a hash of its ends and its kind."""
        return digest("edge", self.source, self.target, self.kind)


@dataclass(frozen=True)
class Network:
    """Nodes and edges, and what is to be told about them.

    `nodes` and `edges` begin anew at every call, in a fixed order, edges by source, target and kind, each once; so that
    a network larger than memory can be written. `node_attributes` and `edge_attributes` name every attribute that may
    come. `source` tells where all of it is from, in a line for those who see a picture of it.
    """

    title: str
    directed: bool
    node_attributes: Attributes
    edge_attributes: Attributes
    nodes: Callable[[], Iterator[Node]]
    edges: Callable[[], Iterator[Edge]]
    source: Callable[[], str] = str


def held(
    title: str,
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    node_attributes: Attributes | None = None,
    edge_attributes: Attributes | None = None,
    directed: bool = True,
    source: str = "",
) -> Network:
    """A network in memory, put into the order that writers rely on."""
    points: Sequence[Node] = sorted(nodes, key=lambda node: node.id)
    lines: Sequence[Edge] = sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind))
    return Network(
        title=title,
        directed=directed,
        node_attributes=node_attributes or {},
        edge_attributes=edge_attributes or {},
        nodes=lambda: iter(points),
        edges=lambda: iter(lines),
        source=lambda: source,
    )
