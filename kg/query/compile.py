"""Turns a pattern into Cypher that both stores run; what the person asked for travels as parameters only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Kind, Role
from kg.ontology import Ontology
from kg.query.pattern import WANTED_QUALIFIERS, Pattern
from kg.store.shape import OF_STATEMENT

_RETURN = """\
RETURN {roles},
  s.id AS statement, s.action AS action, s.status AS status, s.certainty AS certainty, s.condition AS condition,
  s.exception AS exception, s.scope AS scope, s.since AS since, s.until AS until, s.duration AS duration,
  coalesce(p.status, s.status) AS state, coalesce(p.certainty, s.certainty) AS state_certainty,
  q.text AS quote, q.start AS start, q.verified AS verified,
  a.id AS article, a.title AS title, a.published AS published, a.publisher AS publisher, a.url AS url
ORDER BY published DESC, article, start"""


@dataclass(frozen=True)
class Query:
    """One Cypher text and the values of its parameters."""

    cypher: str
    parameters: Mapping[str, Any]


def compile(ontology: Ontology, pattern: Pattern) -> Query:
    """The query that finds every statement of the pattern, one row a quote, the most recent report first."""
    fixed = {role: _expanded(ontology, role, ids) for role, ids in pattern.fixed.items()}
    cypher = "\n".join((*_roles(pattern, fixed), *_filters(pattern), _evidence()))
    return Query(cypher=cypher, parameters=dict(_parameters(pattern, fixed)))


def deals_of(ontology: Ontology, pattern: Pattern) -> Pattern | None:
    """The pattern seen from the other side of the deal, where all of its actions have one (sells and uses)."""
    actions = [ontology.actions[action] for action in pattern.actions]
    inverse = tuple(action.inverse for action in actions if action.inverse)
    return pattern.mirrored(inverse) if inverse and len(inverse) == len(actions) else None


def _roles(pattern: Pattern, fixed: Mapping[Role, Sequence[str]]) -> Iterator[str]:
    """One clause a role, first the one with the fewest possible fillers.

    The embedded store starts a pattern at its leftmost node, so that is one whose id is known.
    """
    first = min(fixed, key=lambda role: len(fixed[role]), default=None)
    yield _anchor(first) if first else "MATCH (s:Statement)"
    if first and first in pattern.kinds:
        yield f"WHERE {_of_kind(first)}"
    others = [role for role in Role if role is not first]
    needed = [role for role in others if _is_needed(role, pattern)]
    for role in needed:
        yield f"MATCH (s)-[:{OF_STATEMENT[role]}]->({role.value}:Entity){_condition(role, pattern)}"
    for role in others:
        if role not in needed:
            yield f"OPTIONAL MATCH (s)-[:{OF_STATEMENT[role]}]->({role.value}:Entity)"
    yield "OPTIONAL MATCH (s)-[:REPORTS]->(p:PolicyPosition)"


def _anchor(role: Role) -> str:
    name = role.value
    return f"""UNWIND ${name} AS known
MATCH ({name}:Entity {{id: known}})<-[:{OF_STATEMENT[role]}]-(s:Statement)"""


def _is_needed(role: Role, pattern: Pattern) -> bool:
    # A question for several things ("what does X support") is answered by any of them: none alone is required.
    only_wanted = pattern.wanted_roles == (role,)
    return role in pattern.fixed or role in pattern.kinds or only_wanted


def _condition(role: Role, pattern: Pattern) -> str:
    tests = []
    if role in pattern.fixed:
        tests.append(f"{role.value}.id IN ${role.value}")
    if role in pattern.kinds:
        tests.append(_of_kind(role))
    return f" WHERE {' AND '.join(tests)}" if tests else ""


def _of_kind(role: Role) -> str:
    return f"{role.value}.kind IN ${role.value}_kinds"


def _filters(pattern: Pattern) -> Iterator[str]:
    names = ", ".join(role.value for role in Role)
    yield f"WITH s, p, {names}"
    yield "WHERE s.status IN $statuses AND s.certainty IN $certainties AND coalesce(s.review, 'open') <> 'rejected'"
    yield "  AND (p IS NULL OR (p.status IN $statuses AND p.certainty IN $certainties))"
    if pattern.actions:
        yield "  AND s.action IN $actions"
    for qualifier in pattern.wanted:
        if qualifier in WANTED_QUALIFIERS:
            yield f"  AND s.{qualifier} IS NOT NULL"
    yield "MATCH (s)-[q:QUOTES]->(a:Article)"
    if dates := [*_window(pattern)]:
        yield f"WHERE {' AND '.join(dates)}"


def _window(pattern: Pattern) -> Iterator[str]:
    if pattern.collection:
        yield "a.collection = $collection"
    # Partial dates compare as far as they are given: a window from 2020 lets in all that was reported that year.
    if pattern.reported_from:
        yield "left(coalesce(a.published, s.since), size($reported_from)) >= $reported_from"
    if pattern.reported_to:
        yield "left(coalesce(a.published, s.since), size($reported_to)) <= $reported_to"


def _evidence() -> str:
    names = (f"{role.value}.id AS {role.value}_id, {role.value}.name AS {role.value}" for role in Role)
    return _RETURN.format(roles=",\n  ".join(names))


def _parameters(pattern: Pattern, fixed: Mapping[Role, Sequence[str]]) -> Iterator[tuple[str, Any]]:
    yield "statuses", [status.value for status in pattern.statuses]
    yield "certainties", [certainty.value for certainty in pattern.certainties]
    if pattern.actions:
        yield "actions", [*pattern.actions, *pattern.against]
    yield from ((role.value, ids) for role, ids in fixed.items())
    for role, kinds in pattern.kinds.items():
        yield f"{role.value}_kinds", [kind.value for kind in kinds]
    if pattern.collection:
        yield "collection", pattern.collection
    if pattern.reported_from:
        yield "reported_from", pattern.reported_from
    if pattern.reported_to:
        yield "reported_to", pattern.reported_to


def _expanded(ontology: Ontology, role: Role, ids: Iterable[str]) -> list[str]:
    """The ids with all that is narrower; one that the ontology does not know stands for itself.

    A place acts through its own legislature and government: San Francisco bans what its Board of Supervisors does.
    """
    wider = {slug for id_ in ids for slug in (ontology.narrower(id_) if id_ in ontology.concepts else (id_,))}
    places = set(ids) if role is Role.ACTOR else set()
    acting = (c.slug for c in ontology.concepts.values() if c.place in places and c.kind in _ACTING_FOR_PLACES)
    return sorted(wider.union(acting))


_ACTING_FOR_PLACES = frozenset({Kind.LEGISLATURE, Kind.GOVERNMENT})
