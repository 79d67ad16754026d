"""Collections: names under which articles were loaded, and which every reading command takes."""

from kg.errors import QuestionError
from kg.store import Store

_IS_THERE = "MATCH (a:Article {collection: $name}) RETURN a.id AS id LIMIT 1"
_ALL = """
MATCH (a:Article) WHERE a.collection IS NOT NULL RETURN DISTINCT a.collection AS name ORDER BY name LIMIT 10"""


def check_collection(store: Store, name: str | None) -> None:
    """Raises QuestionError, with those that there are, where a name is given that no article has."""
    if name is not None and not store.query(_IS_THERE, {"name": name}).rows:
        known = ", ".join(str(row[0]) for row in store.query(_ALL).rows)
        raise QuestionError(
            f"no article is in a collection {name!r}; {f'there are: {known}' if known else 'none has one'}"
        )
