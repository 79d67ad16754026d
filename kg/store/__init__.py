"""The graph: one store class, two databases behind it (a folder with ArcadeDB, or a Neo4j server)."""

from kg.store.credentials import Credentials
from kg.store.opening import open_store
from kg.store.store import Store
from kg.store.table import Table
from kg.store.writing.batch import Added

__all__ = ["Added", "Credentials", "Store", "Table", "open_store"]
