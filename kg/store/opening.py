"""Finds the store that an address means."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import schema
from kg.store.backend import Backend
from kg.store.credentials import Credentials
from kg.store.store import Store

_SERVER = re.compile(r"^(bolt|neo4j)(\+s|\+ssc)?$")


def open_store(
    uri: str, ontology: Ontology, *, create: bool, credentials: Credentials | None = None, wait: float = 10
) -> Store:
    """The store at a folder (path or file URI) or on a Neo4j server (bolt://, neo4j://, +s for TLS).

    `create` makes a missing folder, and the constraints that writing needs. `wait` is how many seconds to wait for
    another process that has the folder open. Raises StoreError where it is missing, locked, unreachable or no store.
    """
    scheme = uri.split("://")[0] if "://" in uri else ""
    if "@" in urlsplit(uri).netloc:
        raise StoreError(
            f"the address of {scheme}://{urlsplit(uri).hostname} holds a user or password; "
            "leave them out and set KG_STORE_USER and KG_STORE_PASSWORD"
        )
    backend: Backend
    if _SERVER.match(scheme):
        from kg.store.server.backend import connect

        backend, statements = connect(uri, credentials or Credentials()), schema.SERVER
    elif scheme in ("", "file"):
        from kg.store.embedded.backend import open_folder

        backend, statements = open_folder(_folder(uri), create, wait), schema.EMBEDDED
    else:
        raise StoreError(f"{scheme}:// is no kind of store; give a folder, or an address with bolt:// or neo4j://")
    if create:
        backend.prepare(statements)
    return Store(backend, ontology)


def _folder(uri: str) -> Path:
    path = Path(unquote(urlsplit(uri).path)) if uri.startswith("file://") else Path(uri)
    return path.absolute()  # the JVM keeps the working directory it was started in
