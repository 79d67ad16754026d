"""A graph that is told again to another store is the same graph there."""

import pytest

from kg.errors import StoreError
from kg.model import Quote, Reading
from kg.model.statement import HAND_CODED
from kg.ontology import Ontology
from kg.pipeline import copy
from kg.store import Store
from kg.store.dump import dump
from tests.coded import coded_readings
from tests.store.readings import article, filler, reading, statement


def _fill(store: Store, ontology: Ontology) -> None:
    """Everything that a store can hold: read and coded statements, copies, stubs, unplaced quotes, unlisted names."""
    store.add(coded_readings(ontology))
    news = article("Acme é 😀 will not sell it.", url="https://a.org/1", published="2020-06-10", source_id="7")
    again = article("Acme é 😀 will not sell it.", url="https://b.org/1", published="2020-06-11", collection="more")
    store.add([reading(news, statement(news, actor="Acme", since="2020", until="2021-02", duration="P1Y"))])
    store.add([reading(again, statement(again, actor="Acme", review="rejected"))])
    coded = statement(news, status="denied", extractor=HAND_CODED, quotes=(Quote(text="not there"), Quote(text="Acme")))
    stub = article("", url="https://c.org/1", title="Not yet loaded")
    waiting = statement(stub, extractor=HAND_CODED, quotes=(Quote(text="later"),), technology=filler("Zapper"))
    store.add([Reading(article=news, statements=(coded,)), Reading(article=stub, statements=(waiting,))])


@pytest.mark.neo4j
def test_there_and_back_again(embedded: Store, on_server: Store, ontology: Ontology) -> None:
    _fill(embedded, ontology)
    before = dump(embedded)
    report = copy(embedded, on_server)
    assert dump(on_server) == before
    assert report.articles == 12  # the stub is no article yet
    embedded.remove([row[0] for row in embedded.query("MATCH (a:Article) RETURN a.id").rows])
    assert dump(embedded).nodes == ()
    copy(on_server, embedded)
    assert dump(embedded) == before


def test_a_store_copied_to_itself_changes_nothing(store: Store, ontology: Ontology) -> None:
    _fill(store, ontology)
    before = dump(store)
    assert copy(store, store).statements == 0
    assert dump(store) == before


def test_what_was_changed_past_us_is_not_copied(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news))])
    store.execute_typed("MATCH (s:Statement) SET s.since = '1999'")
    with pytest.raises(StoreError, match="was changed by hand"):
        copy(store, store)


def test_statements_of_an_article_that_was_never_read_are_copied(embedded: Store, store: Store) -> None:
    stub = article("", url="https://c.org/1", title="Not yet loaded")
    told = statement(stub, extractor="grammar-1", quotes=(Quote(text="later"),))
    embedded.add([Reading(article=stub, statements=(told,))])
    before = dump(embedded)
    copy(embedded, store)
    assert dump(store) == before
