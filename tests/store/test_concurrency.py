"""Two writers at once on one server: one after the other takes the marker's lock, and no report is lost."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from neo4j import Driver, GraphDatabase

from kg.model import Reading
from kg.ontology import Ontology
from kg.store import Address, Store
from kg.store.dump import dump
from tests.coded import coded_readings
from tests.store.conftest import Open
from tests.store.readings import article, reading, statement

pytestmark = pytest.mark.neo4j

_LOCK = "MATCH (k:KgStore) SET k.locked = true"


def _one_by_one(store: Store, readings: list[Reading]) -> None:
    for each in readings:
        store.add([each])


def _driver(place: Address) -> Driver:
    return GraphDatabase.driver(place.uri, auth=place.credentials.login)


def test_two_loaders_of_the_same_articles_make_the_graph_of_one(
    opened: Open, server_place: Address, embedded: Store, ontology: Ontology
) -> None:
    readings = coded_readings(ontology)
    several = [article(f"Amazon will not sell it, says {n}.", url=f"https://a.org/{n}") for n in range(12)]
    readings += [reading(each, statement(each)) for each in several]
    embedded.add(readings)
    first, second = opened(server_place), opened(server_place)
    with ThreadPoolExecutor(2) as both:
        ends = both.submit(_one_by_one, first, readings), both.submit(_one_by_one, second, readings[::-1])
    assert [end.exception() for end in ends] == [None, None]
    assert dump(first) == dump(embedded)


def test_a_writer_waits_for_the_one_that_has_the_lock(opened: Open, server_place: Address) -> None:
    store, news = opened(server_place), article()
    with _driver(server_place) as driver, ThreadPoolExecutor(1) as beside:
        with driver.session() as session, session.begin_transaction() as held:
            held.run(_LOCK)
            adding: Future[object] = beside.submit(store.add, [reading(news, statement(news))])
            time.sleep(0.5)
            assert not adding.done()
            held.run("MATCH (k:KgStore) REMOVE k.locked")
            held.commit()
        adding.result(timeout=30)
    assert store.query("MATCH (s:Statement) RETURN count(s)").rows == ((1,),)


def test_a_deadlock_with_somebody_else_is_tried_again(opened: Open, server_place: Address) -> None:
    store, news, later = opened(server_place), article(), article("IBM will not sell it.", url="https://a.org/ibm")
    store.add([reading(news, statement(news))])
    holds = Event()

    def cross(driver: Driver) -> None:
        """Locks in the other order: an entity's node first, then the marker."""
        with driver.session() as session, session.begin_transaction() as held:
            held.run("MATCH (e:Entity {id: 'police'}) SET e.note = 1 REMOVE e.note")
            holds.set()
            time.sleep(1)
            held.run(_LOCK)
            held.run("MATCH (k:KgStore) REMOVE k.locked")
            held.commit()

    with _driver(server_place) as driver, ThreadPoolExecutor(1) as beside:
        crossing = beside.submit(cross, driver)
        holds.wait(10)
        store.add([reading(later, statement(later, actor="ibm"))])
        crossing.exception(timeout=60)
    assert store.query("MATCH (s:Statement) RETURN count(s)").rows == ((2,),)
