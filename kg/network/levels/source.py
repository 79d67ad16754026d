"""Where a network is from, in a line for those who see a picture of it."""

from typing import Any

from kg.network.levels.paging import chosen_pages
from kg.store import Store

_KEPT = "coalesce(s.review, 'open') <> 'rejected'"
_ALL = f"""
MATCH (a:Article) WHERE EXISTS {{ MATCH (a)<-[:QUOTES]-(s:Statement) WHERE {_KEPT} }}
RETURN a.id AS id, a.publisher AS publisher, a.published AS published"""
_CHOSEN = """
UNWIND $ids AS id MATCH (:Statement {id: id})-[:QUOTES]->(a:Article)
RETURN DISTINCT a.id AS id, a.publisher AS publisher, a.published AS published"""
_NAMED = 3


def source(store: Store, chosen: frozenset[str] | None) -> str:
    """How many articles, of which publishers, and from when: `10 articles of Civic Wire and 4 others, 2019 to 2023`."""
    rows = {row["id"]: row for row in _articles(store, chosen)}.values()
    number = f"{len(rows)} article{'' if len(rows) == 1 else 's'}"
    return ", ".join(filter(None, (number + _publishers(rows), _period(rows))))


def _articles(store: Store, chosen: frozenset[str] | None) -> list[dict[str, Any]]:
    if chosen is None:
        return store.query(_ALL).records()
    return [row for ids in chosen_pages(chosen) for row in store.query(_CHOSEN, {"ids": ids}).records()]


def _publishers(rows: Any) -> str:
    names = [row["publisher"] for row in rows if row["publisher"]]
    ranked = sorted(set(names), key=lambda name: (-names.count(name), name))
    if not ranked:
        return ""
    more = len(ranked) - _NAMED
    named = ranked if more <= 1 else [*ranked[:_NAMED], f"{more} others"]
    return f" of {' and '.join(filter(None, (', '.join(named[:-1]), named[-1])))}"


def _period(rows: Any) -> str:
    days = sorted(row["published"][:10] for row in rows if row["published"])
    if not days:
        return ""
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
