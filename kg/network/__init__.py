"""Networks: the graph, or a part of it, as nodes and edges for programs that draw and measure."""

from kg.network.network import Attributes, Edge, Network, Node, Spell, Type, Value, held

__all__ = ["Attributes", "Edge", "Network", "Node", "Spell", "Type", "Value", "held"]
