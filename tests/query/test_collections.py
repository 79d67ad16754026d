"""A collection is a filter of everything that is read: only what its articles say counts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import QuestionError
from kg.extract import Extractor
from kg.ontology import Ontology
from kg.pipeline import copy
from kg.query.answer import answer
from kg.query.collections import check_collection
from kg.query.library import library
from kg.query.lookup import look_up
from kg.query.pattern import Pattern
from kg.query.status import status
from kg.resources import queries_folder
from kg.store import Store, open_store
from tests.store.readings import article, reading, statement

QUERIES = {query.name: query for query in library(queries_folder())}
Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture
def filled(store: Store) -> Iterator[Store]:
    """Amazon restricts sales in one collection; IBM too, and Amazon again, in the other."""
    told = [("a", "amazon", "one"), ("b", "ibm", "two"), ("c", "amazon", "two")]
    for name, actor, collection in told:
        news = article(f"Story {name} tells what was said there.", url=f"https://{name}.org/1", collection=collection)
        store.add([reading(news, statement(news, actor=actor))])
    yield store


def asked(store: Store, ontology: Ontology, name: str, **given: str) -> list[str]:
    query = QUERIES[name]
    rows = store.query(query.cypher, query.values(ontology, given)).rows
    return sorted(str(row[query.columns.index("url")])[8:9] for row in rows)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("who-restricts-sales", {}),
        ("positions-of", {"actor": "Amazon"}),
        ("evidence", {"actor": "Amazon"}),
        ("sources", {}),
    ],
)
def test_queries_see_the_articles_of_a_collection(
    filled: Store, ontology: Ontology, name: str, given: dict[str, str]
) -> None:
    everything = asked(filled, ontology, name, **given)
    one, two = (asked(filled, ontology, name, **given, collection=each) for each in ("one", "two"))
    assert one == ["a"]
    assert sorted(one + two) == everything


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_query_of_the_library_takes_a_collection(filled: Store, ontology: Ontology, name: str) -> None:
    query = QUERIES[name]
    needed = {each.name: "Amazon" for each in query.parameters if each.default is None}
    assert filled.query(query.cypher, query.values(ontology, {**needed, "collection": "none of these"})).rows == ()


def test_a_change_within_a_collection_is_one_that_its_own_articles_tell(store: Store, ontology: Ontology) -> None:
    for name, collection, action in (("a", "one", "sells"), ("b", "two", "restricts_sale"), ("c", "two", "sells")):
        news = article(f"Story {name} tells what was said.", url=f"https://{name}.org/1", collection=collection)
        store.add([reading(news, statement(news, action=action))])
    assert asked(store, ontology, "changes") == ["a", "b", "c"]
    assert asked(store, ontology, "changes", collection="one") == []
    assert asked(store, ontology, "changes", collection="two") == ["b", "c"]


def test_an_answer_rests_on_the_collection_and_says_so(filled: Store, ontology: Ontology) -> None:
    found = answer(filled, ontology, Pattern(actions=("restricts_sale",), collection="one"))
    assert [finding.latest["actor"] for finding in found.findings] == ["Amazon"]
    assert found.understood.endswith("collection: one")


def test_an_entity_is_shown_with_what_the_collection_says(filled: Store, ontology: Ontology) -> None:
    assert len(look_up(filled, ontology, "Amazon").table.rows) == 2
    assert len(look_up(filled, ontology, "Amazon", "one").table.rows) == 1


def test_the_counts_are_those_of_the_collection(filled: Store, ontology: Ontology, extractor: Extractor) -> None:
    one, two = (status(filled, ontology, extractor, each) for each in ("one", "two"))
    assert (one.articles, one.statements, one.quotes, one.positions, one.triples) == (1, 1, 1, 1, 1)
    assert (two.articles, two.statements, two.positions, two.triples) == (2, 2, 2, 2)


def test_a_copy_of_a_collection_is_the_graph_of_its_articles(filled: Store, ontology: Ontology, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "two"), ontology, create=True) as target:
        copy(filled, target, collection="two")
        assert target.query("MATCH (a:Article) RETURN a.url AS url ORDER BY url").rows == (
            ("https://b.org/1",),
            ("https://c.org/1",),
        )
        assert target.query("MATCH (p:PolicyPosition) RETURN count(p) AS n").rows == ((2,),)


def test_a_collection_that_there_is_not_is_answered_with_those_there_are(filled: Store) -> None:
    check_collection(filled, None)
    with pytest.raises(QuestionError, match="no article is in a collection 'three'; there are: one, two"):
        check_collection(filled, "three")
