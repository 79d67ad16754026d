"""What a page knows of its network, as JSON that is safe inside a script element."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kg.export.appearance import FAMILIES, LINES, family
from kg.export.characters import clean, label
from kg.export.dot import STYLES
from kg.export.jsontext import as_json, plain
from kg.model.dates import first_day, last_day
from kg.network import Edge, Network, Node, Spell
from kg.network.evidence import Evidence, Quoted

Tell = Callable[[list[str]], Iterator[Evidence]]
"""Gives the statements of these ids."""

_A_PAGE = 200


def page_data(network: Network, tell: Tell) -> dict[str, Any]:
    """Nodes, edges between them by their places in the list, the statements they stand for, and how things look."""
    nodes, edges = list(network.nodes()), list(network.edges())
    places = {node.id: place for place, node in enumerate(nodes)}
    return {
        "directed": network.directed,
        "families": [{"name": each.name, "colour": each.colour, "size": each.size} for each in FAMILIES],
        "lines": {stance: _line(stance) for stance in LINES},
        "nodes": [_node(node) for node in nodes],
        "edges": [_edge(edge, places) for edge in edges],
        "statements": {each.id: _statement(each) for each in _told(nodes, edges, tell)},
    }


def script_json(data: Mapping[str, Any]) -> str:
    """As JSON without a character that could end or begin an element, or a line of a script."""
    text = as_json(data)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _line(stance: str) -> dict[str, Any]:
    look = LINES[stance]
    return {"colour": look.colour, "dashes": look.dashes, "style": STYLES.get(look.dashes, "solid")}


def _node(node: Node) -> dict[str, Any]:
    shown = {"label": label(node.label, node.id), "kind": node.kind, "family": FAMILIES.index(family(node.kind))}
    statement = {"statement": node.id} if node.kind == "Statement" else {}
    return {**shown, **statement, **_spells(node.spells)}


def _edge(edge: Edge, places: Mapping[str, int]) -> dict[str, Any]:
    ends = {"source": places[edge.source], "target": places[edge.target]}
    stance = edge.stance if edge.stance in LINES else "neutral"
    shown = {"kind": edge.kind, "label": label(edge.label, edge.kind), "stance": stance, "weight": edge.weight}
    told = {name: edge.attributes[name] for name in ("statements", "technologies") if name in edge.attributes}
    return {**ends, **shown, **plain(told), **_spells(edge.spells)}


def _spells(spells: tuple[Spell, ...]) -> dict[str, Any]:
    return {"spells": [_days(spell) for spell in spells]} if spells else {}


def _days(spell: Spell) -> list[str | None]:
    start = first_day(spell.start).isoformat() if spell.start else None
    return [start, last_day(spell.end).isoformat() if spell.end else None]


def _told(nodes: Iterable[Node], edges: Iterable[Edge], tell: Tell) -> Iterator[Evidence]:
    of_edges = {each for edge in edges for each in _statements(edge)}
    wanted = sorted(of_edges | {node.id for node in nodes if node.kind == "Statement"})
    for start in range(0, len(wanted), _A_PAGE):
        yield from tell(wanted[start : start + _A_PAGE])


def _statements(edge: Edge) -> tuple[str, ...]:
    found = edge.attributes.get("statements", ())
    return found if isinstance(found, tuple) else ()


def _statement(told: Evidence) -> dict[str, Any]:
    return {"label": clean(told.label), "quotes": [_quote(quote) for quote in told.quotes]}


def _quote(quote: Quoted) -> dict[str, Any]:
    texts = {"title": quote.title, "publisher": quote.publisher, "published": quote.published, "url": quote.url}
    known = {name: clean(text) for name, text in texts.items() if text}
    return {"text": clean(quote.text), "verified": quote.verified, **known}
