"""What nobody may type, on any store: reading files and addresses, and administering the server."""

from kg.errors import UnsafeQueryError
from kg.store.tokens import words

_ADMINISTRATION = frozenset({"ALTER", "DENY", "DEALLOCATE", "ENABLE", "GRANT", "REALLOCATE", "RENAME", "REVOKE", "SHOW"})
_ADMINISTRATION_LATER = frozenset({"DRYRUN", "START", "STOP", "TERMINATE", "USE"})
_SERVER_OBJECTS = frozenset({"ALIAS", "COMPOSITE", "DATABASE", "DATABASES", "ROLE", "SERVER", "USER"})
_PREFIXES = frozenset({"EXPLAIN", "PROFILE", "CYPHER"})


def check_typed_read(cypher: str) -> None:
    """Raises UnsafeQueryError where a query reads files or addresses, or administers. Writing is the store's to refuse."""
    _check_shared(list(words(cypher)))


def check_typed_write(cypher: str) -> None:
    """Raises UnsafeQueryError where a statement reads files or addresses, or administers the server."""
    _check_shared(list(words(cypher)))


def _check_shared(tokens: list[str]) -> None:
    pairs = set(zip(tokens, tokens[1:], strict=False))
    if ("LOAD", "CSV") in pairs:
        raise UnsafeQueryError("LOAD CSV reads files and addresses and is off; load articles with `kg load PATH`")
    first = next((token for token in tokens if token not in _PREFIXES), "")
    creates = any((verb, what) in pairs for verb in ("CREATE", "DROP", "REPLACE") for what in _SERVER_OBJECTS)
    if first in _ADMINISTRATION | _ADMINISTRATION_LATER or creates:
        raise UnsafeQueryError(f"{first} administers the server and is off; use the server's own tools for that")
