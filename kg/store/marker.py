"""The node that makes a database a store of ours: which schema it has, and the lock that its writers take.

Every write takes the marker's write lock before it reads anything. Neo4j is read committed: without it, two loaders
could each derive a position from what the other has not committed yet. One lock for the whole graph, since a batch
also settles copies, names and unused entities, which are shared by more than the positions it touches; writing is
brief beside reading articles. The server lets go of it when a transaction ends, however its client ends.
"""

from dataclasses import dataclass

from kg import __version__
from kg.errors import StoreError
from kg.store import schema
from kg.store.backend import Backend, Session

LABEL = "KgStore"
_ID = "kg"

_READ = f"""
MATCH (k:{LABEL} {{id: '{_ID}'}})
RETURN k.schema AS schema, coalesce(k.definitions, '') AS definitions, coalesce(k.shared, false) AS shared"""
_WRITE = f"""
MERGE (k:{LABEL} {{id: '{_ID}'}})
WITH k WHERE coalesce(k.schema, 0) <= $schema
SET k.schema = $schema, k.definitions = $definitions, k.written_by = $written_by,
  k.shared = $shared OR coalesce(k.shared, false)"""
_LOCK = f"MATCH (k:{LABEL} {{id: '{_ID}'}}) SET k.locked = true REMOVE k.locked RETURN k.schema, k.ontology"
_ADOPT = f"MATCH (k:{LABEL} {{id: '{_ID}'}}) SET k.ontology = $ontology"


@dataclass(frozen=True)
class Marker:
    """What the marker says. `definitions` is the fingerprint of the constraints and indexes that were made.

    `shared` is that somebody agreed to nodes beside ours.
    """

    schema: int
    definitions: str = ""
    shared: bool = False


def read(backend: Backend) -> Marker | None:
    """The marker, or None where the database has none."""
    rows = backend.read(_READ, {}).records()
    return Marker(**rows[0]) if rows else None


def write(backend: Backend, marker: Marker) -> None:
    """Makes or changes the marker; one of a newer version stays, and so does consent to nodes of others."""
    values = {"schema": marker.schema, "definitions": marker.definitions, "shared": marker.shared}
    backend.write(lambda session: session.run(_WRITE, {**values, "written_by": __version__}))


def lock(session: Session) -> str | None:
    """Takes the write lock until the transaction ends, waiting for whoever has it.

    Gives the fingerprint of the ontology that the entities of the graph were written by. Raises StoreError where the
    marker is gone, or where a newer kg has migrated the store meanwhile.
    """
    rows = session.run(_LOCK, {}).rows
    if not rows:
        raise StoreError("the store has lost the node that marks it as kg's; run `kg store migrate` to set it again")
    version, ontology = rows[0]
    if version != schema.VERSION:
        raise StoreError(f"the store was migrated to schema {version} meanwhile; go on with the kg that did so")
    return str(ontology) if ontology else None


def adopt(session: Session, ontology: str) -> None:
    """Says by which ontology the entities of the graph are written from now on."""
    session.run(_ADOPT, {"ontology": ontology})
