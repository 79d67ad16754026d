"""Reads claims out of a graph: its plain facts, each with a side."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import Status
from kg.model.dates import first_day
from kg.network.discourse.claim import Claim, Topic
from kg.network.levels.paging import all_pages, chosen_pages
from kg.ontology import Ontology, Stance
from kg.store import Store

_KEPT = "coalesce(n.review, 'open') <> 'rejected' AND n.certainty = 'stated' AND n.status IN ['{}', '{}']"
_PLAIN = _KEPT.format(Status.IN_FORCE.value, Status.ANNOUNCED.value)
_CLAIMS = f"""
UNWIND $ids AS id
MATCH (n:Statement {{id: id}})-[:ACTOR]->(actor:Entity)
MATCH (n)-[:QUOTES]->(a:Article)
WHERE {_PLAIN}
OPTIONAL MATCH (n)-[:TECHNOLOGY]->(technology:Entity)
OPTIONAL MATCH (n)-[:MEASURE]->(measure:Entity)
OPTIONAL MATCH (a)-[:COPY_OF]->(original:Article)
RETURN DISTINCT id, n.action AS action, actor.id AS actor, technology.id AS technology, measure.id AS measure,
  a.id AS article, coalesce(original.id, a.id) AS document, coalesce(original.published, a.published) AS published"""
_SIGNS = {Stance.SUPPORTS: 1, Stance.USES: 1, Stance.RESTRICTS: -1, Stance.OPPOSES: -1}


def claims(store: Store, ontology: Ontology, chosen: frozenset[str] | None, topic: Topic = Topic.ANY) -> list[Claim]:
    """The claims of the chosen statements, of all where it is None, sorted.

    Only what is in force or announced and stated as a fact makes a claim. Its concept is the measure that somebody
    supports, opposes or proposes, and otherwise the technology; its sign is the action's stance, so that an action
    without one makes none. What a copy of an article says once more is no claim of its own.
    """
    pages = all_pages(store, "Statement", _PLAIN) if chosen is None else chosen_pages(chosen)
    rows = (row for ids in pages for row in store.query(_CLAIMS, {"ids": ids}).records())
    return sorted(_without_copies(rows, ontology, topic))


def _without_copies(rows: Iterator[dict[str, Any]], ontology: Ontology, topic: Topic) -> Iterator[Claim]:
    told: set[tuple[object, ...]] = set()
    found = [(row["article"] != row["document"], claim) for row in rows if (claim := _claim(row, ontology, topic))]
    for is_copy, claim in sorted(found):
        if not is_copy or (*claim.side, claim.document) not in told:
            told.add((*claim.side, claim.document))
            yield claim


def _claim(row: Mapping[str, Any], ontology: Ontology, topic: Topic) -> Claim | None:
    concept, sign = _side(row, ontology, topic)
    if concept is None or concept == row["actor"] or not sign:
        return None
    day = first_day(row["published"][:10]) if row["published"] else None
    return Claim(row["actor"], concept, sign, row["document"], day, (row["id"],))


def _side(row: Mapping[str, Any], ontology: Ontology, topic: Topic) -> tuple[str | None, int]:
    """The concept and the sign; who opposes a ban on a technology takes no side on the technology by that."""
    action = ontology.actions.get(row["action"])
    if action is None:
        return None, 0
    if action.on_measure and row["measure"]:
        return (row["measure"], _SIGNS.get(action.on_measure, 0)) if topic is not Topic.TECHNOLOGY else (None, 0)
    return (row["technology"], _SIGNS.get(action.stance, 0)) if topic is not Topic.MEASURE else (None, 0)
