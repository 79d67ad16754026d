"""Finds the store that an address means, and opens it for reading, writing, migrating or inspecting."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import admission, schema
from kg.store.backend import Backend
from kg.store.credentials import Credentials
from kg.store.migration import upgrade
from kg.store.store import Store

WAIT_SECONDS = 10.0
_NO_SCHEME = re.compile(r"^(bolt|neo4j)(\+s|\+ssc)?:(?!//)|^[\w.-]+:\d+$", re.IGNORECASE)
_SERVER = re.compile(r"^(bolt|neo4j)(\+s|\+ssc)?$")


@dataclass(frozen=True)
class Address:
    """Where a store is and how to get in.

    `uri` is a folder (path or file URI) or a Neo4j server (bolt://, neo4j://, +s for TLS). `wait` is how many seconds
    to wait for another process that has the folder open, or for a server that stopped answering in the middle.
    """

    uri: str
    credentials: Credentials = field(default_factory=Credentials)
    wait: float = WAIT_SECONDS

    @property
    def is_server(self) -> bool:
        """Whether a server is meant. Raises StoreError for a scheme of no store, and for one that holds a password."""
        scheme = self.uri.split("://")[0].lower() if "://" in self.uri else ""
        if _NO_SCHEME.match(self.uri):
            raise StoreError(
                "the address of a server begins with neo4j:// or bolt://; for a folder of that name, write ./"
            )
        try:
            parts = urlsplit(self.uri)
            host, _ = parts.hostname, parts.port
        except ValueError as error:
            raise StoreError(f"the address of the store cannot be read ({error}); write neo4j://HOST:7687") from None
        if "@" in parts.netloc:
            raise StoreError(
                f"the address of {scheme}://{host} holds a user or password; "
                "leave them out and set KG_STORE_USER and KG_STORE_PASSWORD"
            )
        if _SERVER.match(scheme):
            if parts.path.strip("/"):
                raise StoreError(f"{scheme}://{host} is followed by a path; a database is named by KG_STORE_DATABASE")
            return True
        if scheme in ("", "file"):
            return False
        raise StoreError(f"{scheme}:// is no kind of store; give a folder, or an address with bolt:// or neo4j://")

    @property
    def folder(self) -> Path:
        """The folder, absolute: the JVM keeps the working directory it was started in."""
        path = Path(unquote(urlsplit(self.uri).path)) if self.uri.startswith("file://") else Path(self.uri)
        return path.absolute()

    @property
    def name(self) -> str:
        """The store in messages."""
        return self.uri.partition("?")[0] if self.is_server else f"the store at {self.folder}"


def open_store(
    uri: str,
    ontology: Ontology,
    *,
    create: bool,
    credentials: Credentials | None = None,
    wait: float = WAIT_SECONDS,
    shared: bool = False,
) -> Store:
    """The store at a folder or on a Neo4j server, see `Address`.

    `create` is for writing: it makes a missing folder, and the constraints that writing needs. `shared` agrees to
    a server's database that holds nodes of others. Raises StoreError where the store is missing, locked, unreachable,
    of another version or not ours.
    """
    address = Address(uri, credentials or Credentials(), wait)
    backend, needed = connect(address, create), definitions(address, ontology)
    try:
        if create:
            agreed = shared or not address.is_server  # what is in a folder of ours was put there through us
            admission.admit_writer(backend, address.name, needed, agreed)
        else:
            admission.admit_reader(backend, address.name)
    except BaseException:  # Ctrl-C too: a database that is left open holds its folder
        backend.close()
        raise
    return Store(backend, ontology, needed)


def migrate_store(address: Address, ontology: Ontology) -> tuple[int, int]:
    """Brings an older store to this version; gives the versions before and after. Raises StoreError."""
    with opened(address) as backend:
        return admission.migrate(
            backend, address.name, definitions(address, ontology), lambda before: upgrade(backend, ontology, before)
        )


@contextmanager
def opened(address: Address) -> Iterator[Backend]:
    """The database itself, whatever it holds; closed at the end."""
    backend = connect(address, create=False)
    try:
        yield backend
    finally:
        backend.close()


def connect(address: Address, create: bool) -> Backend:
    """The database at an address, not yet looked into; `create` makes a missing folder. Raises StoreError."""
    if address.is_server:
        from kg.store.server.backend import connect

        return connect(address.uri, address.credentials, address.wait)
    from kg.store.embedded.backend import open_folder

    return open_folder(address.folder, create, address.wait)


def definitions(address: Address, ontology: Ontology) -> tuple[str, ...]:
    """The constraints and indexes that a store at this address needs."""
    return schema.on_server(ontology) if address.is_server else schema.embedded()
