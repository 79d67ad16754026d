"""The graph: one store class, two databases behind it (a folder with ArcadeDB, or a Neo4j server)."""

from kg.store.credentials import Credentials
from kg.store.opening import Address, migrate_store, open_store
from kg.store.store import Store
from kg.store.table import Rows, Table
from kg.store.writing.batch import Added, Removed

__all__ = ["Added", "Address", "Credentials", "Removed", "Rows", "Store", "Table", "migrate_store", "open_store"]
