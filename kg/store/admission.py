"""Whether a database may be used: it is a store of ours, of this version, and holds nothing of anybody else's."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.errors import StoreError
from kg.store import marker, schema
from kg.store.backend import Backend
from kg.store.marker import Marker

OUR_LABELS = ("Article", "Signature", "Statement", "Entity", "PolicyPosition", marker.LABEL)
_SIGN_OF_VERSION_1 = "policyposition_id"
_ARTICLES = "MATCH (a:Article) RETURN count(a) AS articles, count(a.text_hash) AS ours"
_ALL = "MATCH (n) RETURN count(n) AS nodes"


def admit_reader(backend: Backend, where: str) -> None:
    """Raises StoreError where there is no graph of ours, or one of another version."""
    found = standing(backend)
    if found is None:
        raise StoreError(f"{where} holds no graph of kg yet; `kg load PATH` or `kg store init` makes one")
    _check_version(found, where)


def admit_writer(backend: Backend, where: str, definitions: tuple[str, ...], shared: bool) -> None:
    """Lets a writer in, and makes an empty database a store.

    Raises StoreError for another version, and for a database with nodes of others unless `shared` says that these are
    known: they are left alone, but whoever empties such a database later empties it of everything.
    """
    found = standing(backend)
    if found is None and (taken := _labels_in_use(backend)):
        found = marker.read(backend)  # somebody may have made it a store since
        if found is None:
            raise StoreError(
                f"{where} holds {taken} that kg did not write, and kg needs that label; name another database"
            )
    if found is not None:
        _check_version(found, where)
    agreed = shared or (found is not None and found.shared)
    if not agreed and (foreign := foreign_nodes(backend)):
        raise StoreError(
            f"{where} holds {foreign} nodes that kg did not write; "
            "name another database, or add --shared to have both in one"
        )
    _bring_to(backend, Marker(schema.VERSION, schema.fingerprint(definitions), agreed), found, definitions)


def migrate(
    backend: Backend, where: str, definitions: tuple[str, ...], upgrade: Callable[[int], None]
) -> tuple[int, int]:
    """Brings an older store to this version; gives its version before and now, equal where nothing was to do.

    `upgrade` brings what is stored from a version to this one, before the marker says that it is.

    Raises StoreError where there is no store, or a newer one.
    """
    found = standing(backend)
    if found is None:
        raise StoreError(f"{where} holds no graph of kg, so there is nothing to migrate; `kg store init` makes one")
    _check_not_newer(found, where)
    wanted = replace(found, schema=schema.VERSION, definitions=schema.fingerprint(definitions))
    if found != wanted:
        backend.prepare(definitions)
        upgrade(found.schema)
        marker.write(backend, wanted)
    return found.schema, wanted.schema


def standing(backend: Backend) -> Marker | None:
    """What the database is to us: its marker, that of version 1, which had none, or None where it is no store.

    A database that somebody has emptied, or filled with articles of another making, is none, though our constraints
    are still there.
    """
    if found := marker.read(backend):
        return found
    if _SIGN_OF_VERSION_1 not in backend.definitions():
        return None
    ((articles, ours),) = backend.read(_ARTICLES, {}).rows
    return Marker(schema=1) if articles and articles == ours else None


def foreign_nodes(backend: Backend) -> int:
    """How many nodes have none of our labels; from the database's own counters, so quick whatever its size."""
    return max(0, _count(backend, _ALL) - sum(labelled(backend).values()))


def labelled(backend: Backend) -> Mapping[str, int]:
    """How many nodes have each of our labels."""
    return {label: _count(backend, f"MATCH (n:{label}) RETURN count(n) AS nodes") for label in OUR_LABELS}


def _bring_to(backend: Backend, wanted: Marker, found: Marker | None, definitions: tuple[str, ...]) -> None:
    if found != wanted:
        backend.prepare(definitions)
        marker.write(backend, wanted)


def _labels_in_use(backend: Backend) -> str | None:
    taken = {label: nodes for label, nodes in labelled(backend).items() if nodes}
    return next((f"{nodes} nodes labelled {label}" for label, nodes in taken.items()), None)


def _check_version(found: Marker, where: str) -> None:
    _check_not_newer(found, where)
    if found.schema < schema.VERSION:
        raise StoreError(
            f"{where} has schema {found.schema}, this kg works with {schema.VERSION}; run `kg store migrate`"
        )


def _check_not_newer(found: Marker, where: str) -> None:
    if found.schema > schema.VERSION:
        raise StoreError(
            f"{where} was written by a newer kg (schema {found.schema}, this one knows {schema.VERSION}); "
            "install that version"
        )


def _count(backend: Backend, cypher: str) -> int:
    return int(backend.read(cypher, {}).rows[0][0])
