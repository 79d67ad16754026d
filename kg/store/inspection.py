"""`kg store check`: whether a store is as it should be, from its server to the last quote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import AccessDeniedError, StoreError
from kg.ontology import Ontology
from kg.store import admission, schema
from kg.store.backend import Backend
from kg.store.opening import Address, definitions, opened

_FAULTS: Mapping[str, str] = {
    "articles that kg did not write": """
MATCH (a:Article) WHERE a.text_hash IS NULL RETURN count(a) AS n, min(a.id) AS example""",
    "statements without a quote": """
MATCH (s:Statement) WHERE NOT EXISTS { (s)-[:QUOTES]->(:Article) } RETURN count(s) AS n, min(s.id) AS example""",
    "positions that nothing reports": """
MATCH (p:PolicyPosition) WHERE NOT EXISTS { (:Statement)-[:REPORTS]->(p) }
RETURN count(p) AS n, min(p.id) AS example""",
    "positions that nobody holds": """
MATCH (p:PolicyPosition) WHERE NOT EXISTS { (:Entity)-[:HOLDS]->(p) }
RETURN count(p) AS n, min(p.id) AS example""",
    "triples without their position": """
MATCH (:Entity)-[r]->(:Entity) WHERE type(r) IN $triples
OPTIONAL MATCH (p:PolicyPosition {id: r.id})
WITH r, p WHERE p IS NULL RETURN count(r) AS n, min(r.id) AS example""",
    "verified quotes that are not in their article": """
MATCH (:Statement)-[q:QUOTES]->(a:Article)
WHERE q.verified = true AND NOT a.text CONTAINS q.text RETURN count(q) AS n, min(a.id) AS example""",
}
"""What a torn or altered graph would have some of; each counts them and gives the id of one."""


_ALTERED = "somebody changed the graph past kg; load its articles into a new store"


@dataclass(frozen=True)
class Check:
    """One thing looked at: what was found, and how to mend it where it is not as it should be."""

    what: str
    found: str
    cure: str | None = None


def inspect(address: Address, ontology: Ontology) -> Iterator[Check]:
    """The checks of the store at an address, in the order in which they need each other, up to one that ends all.

    Raises AccessDeniedError where the server wants another login.
    """
    try:
        with opened(address) as backend:
            yield from _running(address, backend)
            yield from _contents(address, backend, ontology)
    except AccessDeniedError:
        raise
    except StoreError as error:
        yield failed(error)


def failed(error: StoreError) -> Check:
    """The check that an error is: our messages tell what is wrong, then how to mend it."""
    problem, _, cure = str(error).partition("; ")
    return Check("store", problem, cure or "try again")


def _running(address: Address, backend: Backend) -> Iterator[Check]:
    yield Check("store", address.name.removeprefix("the store at "))
    for what, found in backend.describe().items():
        yield Check(what, found)


def _contents(address: Address, backend: Backend, ontology: Ontology) -> Iterator[Check]:
    found = admission.standing(backend)
    if found is None:
        yield Check("schema", "none, there is no graph of kg here yet", "run `kg store init`")
        return
    yield Check("schema", f"{found.schema}", _schema_cure(found.schema))
    if found.schema == schema.VERSION:
        yield _definitions(backend, definitions(address, ontology))
        yield _foreign(backend, agreed=found.shared)
        yield from _faults(backend, ontology)


def _schema_cure(found: int) -> str | None:
    if found < schema.VERSION:
        return "run `kg store migrate`"
    return "install a newer kg" if found > schema.VERSION else None


def _definitions(backend: Backend, needed: tuple[str, ...]) -> Check:
    there = backend.definitions()
    missing = [name for name in map(schema.name, needed) if not there.get(name)]
    found = f"{len(needed) - len(missing)} of {len(needed)}"
    if not missing:
        return Check("constraints and indexes", found)
    return Check("constraints and indexes", f"{found}, not {', '.join(missing)}", "run `kg store init`")


def _foreign(backend: Backend, *, agreed: bool) -> Check:
    nodes = admission.foreign_nodes(backend)
    cure = "name another database, or load with --shared" if nodes and not agreed else None
    return Check("nodes of others", f"{nodes}", cure)


def _faults(backend: Backend, ontology: Ontology) -> Iterator[Check]:
    triples = [action.relationship for action in ontology.actions.values()]
    for what, cypher in _FAULTS.items():
        parameters = {"triples": triples} if "$triples" in cypher else {}
        number, example = backend.read(cypher, parameters).rows[0]
        if number:
            yield Check(what, f"{number}, such as {example}", _ALTERED)
        else:
            yield Check(what, "0")
