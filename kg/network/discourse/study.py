"""From a graph to the networks of a debate: one of all its time, or one for each window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.network.discourse.claim import Claim, Topic
from kg.network.discourse.debate import Debate, discourse
from kg.network.discourse.reading import claims
from kg.network.discourse.shown import shown
from kg.network.discourse.windows import windows
from kg.network.levels.paging import chosen_pages
from kg.network.levels.points import entities
from kg.network.levels.source import source
from kg.network.network import Network
from kg.network.selection import Selection, selected
from kg.ontology import Ontology
from kg.store import Store


@dataclass(frozen=True)
class Study:
    """What is asked: which claims, how they are joined, what is measured, and in windows of how many days."""

    selection: Selection = field(default_factory=Selection)
    debate: Debate = field(default_factory=Debate)
    topic: Topic = Topic.ANY
    communities: bool = False
    centralities: tuple[str, ...] = ()
    days: int | None = None
    step: int | None = None


@dataclass(frozen=True)
class Slice:
    """The network of a window, `start` None for that of all time; `claims` is how many are in it."""

    network: Network
    claims: int
    start: date | None = None


def study(store: Store, ontology: Ontology, asked: Study) -> Iterator[Slice]:
    """The network of the whole debate, or with `days` those of its windows, empty ones left out.

    Raises QuestionError and ExportError as `selected` and `discourse` do.
    """
    chosen = selected(store, ontology, asked.selection)
    found = claims(store, ontology, chosen, asked.topic)
    title = ": ".join(filter(None, (f"Discourse network ({_described(asked.debate)})", str(asked.selection))))
    if asked.days is None:
        yield Slice(_network(store, asked, found, title), len(found))
        return
    for window in windows(found, asked.days, asked.step):
        if window.claims:
            of_time = f"{title}, {window.start} to {window.end}"
            yield Slice(_network(store, asked, window.claims, of_time), len(window.claims), window.start)


def _described(debate: Debate) -> str:
    return str(debate.mode) if debate.mode == "two-mode" else f"{debate.mode}, {debate.tie}"


def _network(store: Store, asked: Study, found: Sequence[Claim], title: str) -> Network:
    graph = discourse(found, asked.debate)
    known = {node.id: node for node in entities(store, chosen_pages(graph))}
    statements = frozenset(each for claim in found for each in claim.statements)
    of = source(store, statements) if found else ""
    return shown(graph, known, title, of, asked.centralities, asked.communities)
