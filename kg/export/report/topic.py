"""A report on a technology or on whoever acts, read out of a graph."""

from collections.abc import Iterable
from dataclasses import replace

from kg.export.document import Picture
from kg.export.picture import picture
from kg.export.report.report import Report, report
from kg.export.timeline import chart
from kg.export.timeline.svg import timeline_picture
from kg.model import Kind
from kg.network.evidence import evidence
from kg.network.levels import network
from kg.network.levels.paging import chosen_pages
from kg.network.levels.points import entities
from kg.network.levels.source import source
from kg.network.selection import Selection, selected
from kg.network.timeline import bars
from kg.ontology import Ontology
from kg.query.lookup import known_entity
from kg.store import Store

_NODES, _ROWS = 60, 60


def on_topic(store: Store, ontology: Ontology, topic: str, within: Selection) -> Selection:
    """The selection of what is about a technology, or of what an entity takes part in. Raises QuestionError."""
    key = known_entity(store, ontology, topic)
    (node,) = entities(store, [[key]])
    if node.kind == Kind.TECHNOLOGY.value:
        return replace(within, technology=topic)
    return replace(within, around=topic)


def network_picture(store: Store, ontology: Ontology, asked: Selection) -> Picture:
    """The positions that are plain facts, drawn. Raises ExportError where Graphviz is missing."""
    drawn = picture(network(store, ontology, asked, "positions"), "svg", limit=_NODES)
    return Picture(drawn.image, "who does what to whom", "network")


def topic_report(
    store: Store, ontology: Ontology, title: str, asked: Selection, pictures: Iterable[Picture] = ()
) -> Report:
    """The report on a selection, with a timeline. Raises QuestionError and ExportError as `selected` does."""
    chosen = selected(store, ontology, asked)
    pages = chosen_pages(chosen or ())
    told = [each for ids in pages for each in evidence(store, ontology, ids)]
    named = {entity for each in told for _, entity in each.roles}
    names = {node.id: node.label for node in entities(store, chosen_pages(named))}
    where = source(store, chosen)
    when = chart(bars(store, ontology, chosen), "actor", f"{title}: what held when", where, _ROWS)
    return report(title, where, told, names, (*pictures, timeline_picture(when)))
