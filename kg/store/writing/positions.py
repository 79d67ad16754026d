"""Positions in the graph: made again, from all that is reported on them, wherever a batch touched them."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Certainty, Entity, Review, Role, Status
from kg.model.position import Position, Report, deal_id, positions
from kg.ontology import Action, Ontology, Stance
from kg.store.backend import Session
from kg.store.shape import OF_POSITION, OF_STATEMENT
from kg.store.writing.rows import by_type, write_rows

_TOUCHED_BY_ARTICLES = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:QUOTES]-(s:Statement)-[:REPORTS]->(p:PolicyPosition)
RETURN DISTINCT p.id AS id"""
_TOUCHED_BY_ENTITIES = """
UNWIND $entities AS id
MATCH (:Entity {id: id})<-[:ABOUT|ON]-(p:PolicyPosition)
RETURN DISTINCT p.id AS id"""

_QUALIFIERS = ("action", "status", "certainty", "since", "until", "condition", "exception", "review")
_REPORTS = f"""
UNWIND $ids AS id
MATCH (:PolicyPosition {{id: id}})<-[:REPORTS]-(s:Statement)-[:QUOTES]->(a:Article)
OPTIONAL MATCH (a)-[:COPY_OF]->(original:Article)
RETURN DISTINCT id AS position, s.id AS statement, a.id AS article, coalesce(original.id, a.id) AS origin,
  coalesce(original.published, a.published) AS published,
  {", ".join(f"s.{name} AS {name}" for name in _QUALIFIERS)}"""
_ROLES = """
UNWIND $ids AS id
MATCH (:PolicyPosition {id: id})<-[:REPORTS]-(s:Statement)-[r]->(e:Entity)
RETURN s.id AS statement, collect([type(r), e.id, e.name, e.kind, coalesce(r.collective, e.collective)]) AS roles"""

_KNOWN = """
UNWIND $ids AS id MATCH (p:PolicyPosition {id: id}) RETURN id, p.action AS action, p.status IS NULL AS fresh"""
_WRITE = "UNWIND $rows AS row MATCH (p:PolicyPosition {id: row.id}) SET p += row"
_HOLD = """
UNWIND $rows AS row
MATCH (p:PolicyPosition {id: row.position}) MATCH (e:Entity {id: row.entity})
CREATE (e)-[:HOLDS]->(p)"""
_FILL = """
UNWIND $rows AS row
MATCH (p:PolicyPosition {id: row.position}) MATCH (e:Entity {id: row.entity})
""" + by_type(OF_POSITION.values(), "CREATE (p)-[:{type}]->(e)")
_JOIN_DEALS = """
UNWIND $deals AS deal
MATCH (sale:PolicyPosition {deal: deal, action: $supplying}) MATCH (use:PolicyPosition {deal: deal, action: $using})
MERGE (sale)-[:INVERSE_OF]->(use)"""
_DELETE = "UNWIND $ids AS id MATCH (p:PolicyPosition {id: id}) DETACH DELETE p"

_ROLE_OF = {kind: role for role, kind in OF_STATEMENT.items() if role is not Role.SPEAKER}


@dataclass(frozen=True)
class Known:
    """A position in the graph; a `fresh` one was made by this very batch and has nothing but its id and action."""

    id: str
    action: str
    fresh: bool


def touched(session: Session, articles: Iterable[str], entities: Iterable[str] = ()) -> frozenset[str]:
    """The positions that these articles report on, or that are about these entities."""
    reporting, subjects = sorted(articles), sorted(entities)
    by_articles = session.run(_TOUCHED_BY_ARTICLES, {"articles": reporting}).rows if reporting else ()
    by_entities = session.run(_TOUCHED_BY_ENTITIES, {"entities": subjects}).rows if subjects else ()
    return frozenset(key for (key,) in (*by_articles, *by_entities))


def known(session: Session, ids: Iterable[str]) -> tuple[Known, ...]:
    """Those of these positions that are in the graph."""
    return tuple(Known(*row) for row in session.run(_KNOWN, {"ids": sorted(ids)}).rows)


def established(session: Session, ids: Sequence[str]) -> tuple[Position, ...]:
    """What these positions are by all that the graph reports on them now."""
    if not ids:
        return ()
    roles = {row["statement"]: _entities(row["roles"]) for row in session.run(_ROLES, {"ids": list(ids)}).records()}
    reported = session.run(_REPORTS, {"ids": list(ids)}).records()
    return positions(_report(row, roles[row["statement"]]) for row in reported)


def write(session: Session, ontology: Ontology, standing: Sequence[Position], fresh: Container[str]) -> None:
    """Writes positions with their state, and for `fresh` ones the entities that they join, which never change."""
    deals = {position.id: _deal(ontology, position) for position in standing}
    write_rows(session, _WRITE, [_row(position, deals[position.id]) for position in standing])
    joining = [position for position in standing if position.id in fresh]
    write_rows(session, _HOLD, [{"position": p.id, "entity": p.entities[Role.ACTOR].id} for p in joining])
    write_rows(session, _FILL, [row for position in joining for row in _role_rows(position)])
    struck = sorted({deal for deal in deals.values() if deal})
    for supplying, using in _inverses(ontology):
        session.run(_JOIN_DEALS, {"deals": struck, "supplying": supplying.slug, "using": using.slug})


def delete(session: Session, ids: Iterable[str]) -> None:
    """Deletes positions that nothing reports any more."""
    if gone := sorted(ids):
        session.run(_DELETE, {"ids": gone})


def _entities(roles: Iterable[Sequence[Any]]) -> dict[Role, Entity]:
    return {
        _ROLE_OF[kind]: Entity(id=key, name=name, kind=of, collective=collective)
        for kind, key, name, of, collective in roles
        if kind in _ROLE_OF
    }


def _report(row: dict[str, Any], entities: dict[Role, Entity]) -> Report:
    status, certainty, review = Status(row["status"]), Certainty(row["certainty"]), Review(row["review"])
    return Report(**{**row, "status": status, "certainty": certainty, "review": review}, entities=entities)


def _row(position: Position, deal: str | None) -> dict[str, Any]:
    return {
        "id": position.id,
        "topic": position.topic,
        "action": position.action,
        "status": position.status.value,
        "certainty": position.certainty.value,
        "since": position.since,
        "until": position.until,
        "condition": position.condition,
        "exception": position.exception,
        "first_reported": position.first_reported,
        "last_reported": position.last_reported,
        "articles": position.articles,
        "deal": deal,
    }


def _role_rows(position: Position) -> list[dict[str, str]]:
    return [
        {"position": position.id, "type": kind, "entity": position.entities[role].id}
        for role, kind in OF_POSITION.items()
        if role in position.entities
    ]


def _inverses(ontology: Ontology) -> list[tuple[Action, Action]]:
    """Pairs of actions that tell one deal, the supplier's side first."""
    actions = ontology.actions
    pairs = [(action, actions[action.inverse]) for action in actions.values() if action.inverse]
    return [(supplying, using) for supplying, using in pairs if using.stance is Stance.USES]


def _deal(ontology: Ontology, position: Position) -> str | None:
    for supplying, using in _inverses(ontology):
        if position.action == supplying.slug:
            return deal_id(Role.ACTOR, position.entities)
        if position.action == using.slug:
            return deal_id(Role.COUNTERPARTY, position.entities)
    return None
