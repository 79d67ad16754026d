"""What nobody may type, on any store: reading files and addresses, and administering the server."""

from itertools import pairwise

from kg.errors import StoreError, UnsafeQueryError
from kg.store.tokens import words

_ADMINISTRATION = frozenset(
    {
        *("ALTER", "DEALLOCATE", "DENY", "DRYRUN", "ENABLE", "GRANT", "REALLOCATE"),
        *("RENAME", "REVOKE", "SHOW", "START", "STOP", "TERMINATE", "USE"),
    }
)
_SERVER_OBJECTS = frozenset({"ALIAS", "COMPOSITE", "DATABASE", "DATABASES", "ROLE", "SERVER", "USER"})
_PREFIXES = frozenset({"EXPLAIN", "PROFILE", "CYPHER"})


def check_typed(cypher: str) -> None:
    """Raises UnsafeQueryError where a statement reads files or addresses, or administers the server, and StoreError
    where there is none. Whether it writes is the store's to say, which knows its own plan of it.
    """
    tokens = list(words(cypher))
    if not tokens:
        raise StoreError("there is no query; write one, such as MATCH (c:Company) RETURN c.name")
    pairs = set(pairwise(tokens))
    if ("LOAD", "CSV") in pairs:
        raise UnsafeQueryError("LOAD CSV reads files and addresses and is off; load articles with `kg load PATH`")
    if ("CALL", "DBMS") in pairs:
        raise UnsafeQueryError("procedures of dbms administer the server and are off; use the server's own tools")
    first = next((token for token in tokens if token not in _PREFIXES), "")
    creates = any((verb, what) in pairs for verb in ("CREATE", "DROP", "REPLACE") for what in _SERVER_OBJECTS)
    if first in _ADMINISTRATION or creates:
        raise UnsafeQueryError(f"{first} administers the server and is off; use the server's own tools for that")
