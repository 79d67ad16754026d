"""What lies around an entity: statements that it takes part in, those of who else does, and so on."""

from kg.model import Role
from kg.store import Store
from kg.store.shape import OF_STATEMENT

_LEADING = (Role.ACTOR, Role.TECHNOLOGY, Role.PRODUCT, Role.COUNTERPARTY, Role.MEASURE)
"""Through these a neighbourhood grows: a country where a thing holds, and who voiced it, join all with all."""

_OF = """
UNWIND $ids AS id
MATCH (:Entity {{id: id}})<-[:{types}]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
RETURN DISTINCT s.id"""
_PARTIES = "UNWIND $ids AS id MATCH (:Statement {{id: id}})-[:{types}]->(e:Entity) RETURN DISTINCT e.id"
_A_QUERY = 1_000


def around(store: Store, entity: str, depth: int) -> frozenset[str]:
    """The statements at most `depth` steps from an entity; the first step also takes where it is place or speaker."""
    statements = asked(store, _OF.format(types="|".join(OF_STATEMENT.values())), {entity})
    leading = "|".join(OF_STATEMENT[role] for role in _LEADING)
    reached, fresh = {entity}, statements
    for _ in range(depth - 1):
        parties = asked(store, _PARTIES.format(types=leading), fresh) - reached
        reached |= parties
        fresh = asked(store, _OF.format(types=leading), parties) - statements
        statements |= fresh
    return frozenset(statements)


def asked(store: Store, cypher: str, ids: set[str]) -> set[str]:
    """The ids that a query with `$ids` gives, asked in parts that the stores take well."""
    ordered = sorted(ids)
    pages = (ordered[at : at + _A_QUERY] for at in range(0, len(ordered), _A_QUERY))
    return {key for page in pages for (key,) in store.query(cypher, {"ids": page}).rows}
