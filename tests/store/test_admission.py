"""Who gets into a store: versions, migrations, and nodes that are not ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import Address, Store, migrate_store, schema
from kg.store.dump import dump
from kg.store.opening import definitions
from kg.store.opening import opened as database
from tests.store.conftest import Open
from tests.store.readings import article, reading, statement

NEWER = schema.VERSION + 1


def _filled(store: Store) -> Store:
    news = article()
    store.add([reading(news, statement(news))])
    return store


@contextmanager
def _altered(opened: Open, place: Address, cypher: str) -> Iterator[None]:
    """A filled store on which something was run behind our back."""
    with _filled(opened(place)) as store:
        store.execute_typed(cypher)
    yield


def _refused(opened: Open, place: Address, create: bool) -> str:
    with pytest.raises(StoreError) as caught:
        opened(place, create=create)
    return str(caught.value)


def test_a_new_store_has_all_constraints_and_indexes(opened: Open, place: Address, ontology: Ontology) -> None:
    opened(place).close()
    with database(place) as backend:
        ready = {name for name, state in backend.definitions().items() if state}
    assert {schema.name(each) for each in definitions(place, ontology)} <= ready


def test_every_action_of_the_ontology_has_its_constraint(ontology: Ontology) -> None:
    made = {schema.name(each) for each in schema.on_server(ontology)}
    assert {f"{slug}_id" for slug in ontology.actions} <= made


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_store_is_refused_and_stays_as_it_is(opened: Open, place: Address, create: bool) -> None:
    with _altered(opened, place, f"MATCH (k:KgStore) SET k.schema = {NEWER}"):
        assert f"newer kg (schema {NEWER}, this one knows {schema.VERSION})" in _refused(opened, place, create)
    with database(place) as backend:
        assert backend.read("MATCH (k:KgStore) RETURN k.schema", {}).rows == ((NEWER,),)


def test_a_newer_store_is_not_migrated(opened: Open, place: Address, ontology: Ontology) -> None:
    with _altered(opened, place, f"MATCH (k:KgStore) SET k.schema = {NEWER}"), pytest.raises(StoreError, match="newer"):
        migrate_store(place, ontology)


@pytest.mark.parametrize("create", [True, False])
def test_an_older_store_is_refused_until_it_is_migrated(
    opened: Open, place: Address, ontology: Ontology, create: bool
) -> None:
    with _altered(opened, place, "MATCH (k:KgStore) DELETE k"):
        assert "run `kg store migrate`" in _refused(opened, place, create)
    assert migrate_store(place, ontology) == (1, schema.VERSION)
    assert migrate_store(place, ontology) == (schema.VERSION, schema.VERSION)
    with opened(place, create=create) as store:
        assert store.query("MATCH (s:Statement) RETURN count(s)").rows == ((1,),)


def test_there_is_nothing_to_migrate_without_a_graph(opened: Open, place: Address, ontology: Ontology) -> None:
    with opened(place) as store:
        store.execute_typed("MATCH (k:KgStore) DELETE k")
    with pytest.raises(StoreError, match="nothing to migrate; `kg store init` makes one"):
        migrate_store(place, ontology)


def test_a_store_that_lost_its_marker_takes_nothing_more(opened: Open, place: Address) -> None:
    store = _filled(opened(place))
    store.execute_typed("MATCH (k:KgStore) DELETE k")
    before = dump(store)
    with pytest.raises(StoreError, match="kg store migrate"):
        store.remove([article().id])
    assert dump(store) == before


def test_a_store_migrated_by_another_meanwhile_takes_nothing_more(opened: Open, place: Address) -> None:
    store = _filled(opened(place))
    store.execute_typed(f"MATCH (k:KgStore) SET k.schema = {NEWER}")
    with pytest.raises(StoreError, match="meanwhile"):
        store.remove([article().id])


def test_missing_definitions_are_made_again_by_init(opened: Open, place: Address, ontology: Ontology) -> None:
    store = opened(place)
    store.execute_typed("DROP INDEX entity_name")
    store.prepare()
    store.close()
    with database(place) as backend:
        assert backend.definitions()["entity_name"]


@pytest.mark.neo4j
def test_reading_where_no_graph_is_names_the_next_step(opened: Open, server_place: Address) -> None:
    with opened(server_place) as store:
        store.execute_typed("MATCH (k:KgStore) DELETE k")
    assert "holds no graph of kg yet; `kg load PATH`" in _refused(opened, server_place, False)


@pytest.mark.neo4j
def test_nodes_of_others_need_consent_which_is_remembered(opened: Open, server_place: Address) -> None:
    with opened(server_place) as store:
        store.execute_typed("CREATE (:Recipe {name: 'soup'})-[:NEEDS]->(:Thing {name: 'salt'})")
    assert "holds 2 nodes that kg did not write" in _refused(opened, server_place, True)
    opened(server_place, shared=True).close()
    opened(server_place).close()


@pytest.mark.neo4j
def test_what_others_wrote_outlives_loading_and_removing(opened: Open, server_place: Address) -> None:
    with opened(server_place, shared=True) as store:
        _filled(store)
        store.execute_typed(
            "MATCH (e:Entity {id: 'amazon'}) SET e.community = 7 CREATE (:Recipe {name: 'soup'})-[:FROM]->(e)"
        )
        news = article()
        store.add([reading(news, statement(news, since="2020"), read_with="2")])
        assert store.query("MATCH (:Recipe)-[:FROM]->(e) RETURN e.community").rows == ((7,),)
        store.remove([news.id])
        assert store.query("MATCH (n:Recipe)-[:FROM]->(e) RETURN n.name, e.id").rows == (("soup", "amazon"),)


@pytest.mark.neo4j
def test_articles_of_another_making_are_not_taken_for_an_older_store(
    opened: Open, server_place: Address, ontology: Ontology
) -> None:
    with opened(server_place) as store:
        store.execute_typed("MATCH (k:KgStore) DELETE k")
        store.execute_typed("CREATE (:Article {headline: 'mine'})")
    with pytest.raises(StoreError, match="1 nodes labelled Article that kg did not write"):
        opened(server_place, shared=True)
    with pytest.raises(StoreError, match="nothing to migrate"):
        migrate_store(server_place, ontology)


@pytest.mark.neo4j
def test_labels_of_ours_that_others_use_are_refused_with_consent_too(opened: Open, server_place: Address) -> None:
    with opened(server_place) as store:
        store.execute_typed("MATCH (k:KgStore) DELETE k")
        store.execute_typed("DROP CONSTRAINT policyposition_id")
        store.execute_typed("CREATE (:Article {headline: 'mine'})")
    with pytest.raises(StoreError, match="1 nodes labelled Article that kg did not write"):
        opened(server_place, shared=True)
