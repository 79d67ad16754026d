"""Two writers at once on one server: one after the other takes the marker's lock, and no report is lost."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from neo4j import Driver, GraphDatabase

from kg.model import Reading
from kg.ontology import Ontology
from kg.store import Address, Store
from kg.store.backend import Session
from kg.store.dump import dump
from kg.store.inspection import inspect
from kg.store.opening import opened as database
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


def test_a_deadlock_with_somebody_else_is_tried_again(server_place: Address, opened: Open) -> None:
    """The other holds an entity and wants the marker; ours, which came later, is the one that is told to let go."""
    store, news = opened(server_place), article()
    store.add([reading(news, statement(news))])
    tries, wants_marker = [], Event()

    def crossing(session: Session) -> None:
        tries.append(session.run(_LOCK, {}))
        wants_marker.set()
        time.sleep(1)
        session.run("MATCH (e:Entity {id: 'police'}) SET e.note = 1 REMOVE e.note", {})

    def cross(driver: Driver) -> None:
        with driver.session() as session, session.begin_transaction() as held:
            held.run("MATCH (e:Entity {id: 'police'}) SET e.note = 2 REMOVE e.note").consume()
            wants_marker.wait(10)
            held.run("MATCH (k:KgStore) SET k.locked = true REMOVE k.locked").consume()
            held.commit()

    with _driver(server_place) as driver, ThreadPoolExecutor(1) as beside, database(server_place) as backend:
        other = beside.submit(cross, driver)
        time.sleep(0.3)
        backend.write(crossing)
        assert other.exception(timeout=60) is None
    assert len(tries) == 2
    assert store.query("MATCH (e:Entity {id: 'police'}) RETURN e.note").rows == ((None,),)


def test_several_may_open_an_empty_server_at_once(server_place: Address, opened: Open, ontology: Ontology) -> None:
    with _driver(server_place) as driver:
        driver.execute_query("MATCH (k:KgStore) DELETE k")
        for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
            driver.execute_query(f"DROP CONSTRAINT {row['name']} IF EXISTS")
        for row in driver.execute_query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'").records:
            driver.execute_query(f"DROP INDEX {row['name']} IF EXISTS")
    with ThreadPoolExecutor(4) as beside:
        ends = [beside.submit(opened, server_place) for _ in range(4)]
    assert [end.exception() for end in ends] == [None] * 4
    assert [check.cure for check in inspect(server_place, ontology) if check.cure] == []
