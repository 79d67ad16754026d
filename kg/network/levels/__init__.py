"""The graph at three levels: statements as nodes, positions as edges, entities with all that joins them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.network.levels.entities import entities_and_links
from kg.network.levels.positions import positions
from kg.network.levels.source import source
from kg.network.levels.statements import statements
from kg.network.network import Network
from kg.network.selection import Selection, selected
from kg.ontology import Ontology
from kg.store import Store

_MAKERS: Mapping[str, Callable[[Store, Ontology, frozenset[str] | None, str], Network]] = {
    "positions": positions,
    "statements": statements,
    "entities": entities_and_links,
}

LEVELS = tuple(_MAKERS)
"""Names of the levels, the usual one first."""

_TITLE = "Technology policy"


def network(store: Store, ontology: Ontology, selection: Selection, level: str) -> Network:
    """The selected part of the graph at a level. It is read anew whenever its nodes or edges are gone through.

    Raises QuestionError where the selection names what there is not, ExportError where nothing is left of it.
    """
    chosen = selected(store, ontology, selection)
    title = ": ".join(filter(None, (_TITLE, str(selection))))
    return replace(_MAKERS[level](store, ontology, chosen, title), source=lambda: source(store, chosen))
