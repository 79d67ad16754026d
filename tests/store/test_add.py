"""What loading leaves in the graph, on both stores."""

import pytest

from kg.errors import StoreError
from kg.model import Filler, Quote, Reading, Review, Span
from kg.model.statement import HAND_CODED
from kg.ontology import Ontology
from kg.store import Added, Store
from kg.store.dump import dump
from tests.conftest import empty
from tests.store.readings import article, filler, reading, statement


def test_a_restriction_is_one_hop_from_its_actor(store: Store) -> None:
    news = article("Amazon will not sell it to police until Congress acts.")
    store.add([reading(news, statement(news, condition="until Congress acts", since="2020-06"))])
    found = store.query(
        "MATCH (c:Company)-[r:RESTRICTS_SALE]->(g {name: 'police'}) "
        "RETURN c.name, r.technology, r.status, r.conditional, r.since, r.until"
    )
    assert found.rows == (("Amazon", "facial recognition", "in_force", True, "2020-06", None),)


def test_adding_the_same_again_changes_nothing(store: Store) -> None:
    news = article()
    assert store.add([reading(news, statement(news))]) == Added(articles=1, statements=1, skipped=0)
    before = dump(store)
    assert store.add([reading(news, statement(news))]) == Added(articles=0, statements=0, skipped=1)
    assert dump(store) == before


def test_every_quote_stands_in_its_article(store: Store) -> None:
    news = article("😀 Amazon é will not sell it.")
    store.add([reading(news, statement(news))])
    rows = store.query(
        "MATCH (:Statement)-[q:QUOTES]->(a:Article) RETURN a.text, q.start, q.end, q.text, q.verified"
    ).rows
    assert [text[start:end] == quote and verified for text, start, end, quote, verified in rows] == [True]


def test_a_quote_that_does_not_stand_there_is_kept_unverified(store: Store) -> None:
    news = article()
    made_up = (Quote(text="never said", span=Span(start=0, end=10)), Quote(text="without a place"))
    store.add([reading(news, statement(news, quotes=made_up))])
    found = store.query("MATCH ()-[q:QUOTES]->() RETURN q.text, q.start, q.verified ORDER BY q.text").rows
    assert found == (("never said", 0, False), ("without a place", None, False))


@pytest.mark.parametrize(
    "qualifiers", [{"status": "denied"}, {"status": "ended"}, {"status": "proposed"}, {"certainty": "hedged"}]
)
def test_what_is_denied_over_proposed_or_hedged_is_no_triple(store: Store, qualifiers: dict[str, str]) -> None:
    news = article()
    store.add([reading(news, statement(news, **qualifiers))])
    assert store.query("MATCH (:Entity)-[r]->(:Entity) WHERE r.id IS NOT NULL RETURN r").rows == ()
    assert store.query("MATCH (:Entity {id: 'amazon'})-[:HOLDS]->(p:PolicyPosition) RETURN count(p) AS n").rows == (
        (1,),
    )


def test_a_rejected_statement_reports_nothing(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news, review=Review.REJECTED))])
    assert store.query("MATCH (p:PolicyPosition) RETURN p").rows == ()


def test_a_later_report_that_it_ended_takes_the_triple_away(store: Store) -> None:
    first = article("Amazon will not sell it.", url="https://a.org/1", published="2020-06-10")
    then = article("Amazon sells it again.", url="https://a.org/2", published="2021-06-10")
    store.add([reading(first, statement(first))])
    store.add([reading(then, statement(then, status="ended"))])
    assert store.query("MATCH ()-[r:RESTRICTS_SALE]->() RETURN r").rows == ()
    state = store.query("MATCH (p:PolicyPosition) RETURN p.status, p.first_reported, p.last_reported, p.articles")
    assert state.rows == (("ended", "2020-06-10", "2021-06-10", 2),)


def test_reading_an_article_otherwise_replaces_what_it_said(store: Store, ontology: Ontology) -> None:
    news = article()
    store.add([reading(news, statement(news, actor="Acme"), statement(news, action="sells", actor="ibm"))])
    store.add([reading(news, statement(news), read_with="2")])
    once_read = dump(store)
    empty(store)
    store.add([reading(news, statement(news), read_with="2")])
    assert dump(store) == once_read


def test_new_metadata_moves_the_days_of_positions_and_nothing_else(store: Store) -> None:
    undated = article(url="https://a.org/1")
    store.add([reading(undated, statement(undated))])
    dated = article(url="https://a.org/1", published="2020-06-10T23:30:00-05:00", publisher="Herald")
    assert store.add([reading(dated, statement(dated))]) == Added(articles=1, statements=0, skipped=0)
    assert store.query("MATCH (p:PolicyPosition) RETURN p.first_reported").rows == (("2020-06-11",),)
    assert store.query("MATCH (a:Article) RETURN a.publisher").rows == (("Herald",),)


def test_a_copy_points_at_what_was_published_first_and_counts_once(store: Store) -> None:
    late = article("Same words.", url="https://a.org/1", published="2020-06-12")
    early = article("Same words.", url="https://b.org/1", published="2020-06-10")
    undated = article("Same words.", url="https://c.org/1")
    for one in (undated, late, early):
        store.add([reading(one, statement(one))])
    copies = store.query("MATCH (c:Article)-[:COPY_OF]->(o:Article) RETURN c.url, o.url ORDER BY c.url").rows
    assert copies == (("https://a.org/1", "https://b.org/1"), ("https://c.org/1", "https://b.org/1"))
    assert store.query("MATCH (p:PolicyPosition) RETURN p.articles").rows == ((1,),)


def test_two_tellings_of_one_deal_are_joined(store: Store) -> None:
    news = article()
    sale = statement(news, action="sells", actor="amazon", counterparty="Detroit Police")
    use = statement(news, action="uses", actor="Detroit Police", counterparty="amazon")
    store.add([reading(news, sale, use)])
    joined = store.query("MATCH (s:PolicyPosition)-[:INVERSE_OF]->(u:PolicyPosition) RETURN s.action, u.action")
    assert joined.rows == (("sells", "uses"),)


def test_an_entity_has_its_kind_as_label_and_the_ontology_above_it(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news))])
    assert store.query("MATCH (n:Technology {id: 'facial-recognition'}) RETURN n.kind").rows == (("Technology",),)
    above = store.query(
        "MATCH (:Entity {id: 'facial-recognition'})-[:BROADER*]->(b:Technology) RETURN DISTINCT b.id"
    ).rows
    assert above


def test_an_unlisted_entity_is_named_as_most_articles_name_it(store: Store) -> None:
    spelt = ("ACME", "Acme", "Acme")
    for number, name in enumerate(spelt):
        news = article(f"{name} will not sell it.", url=f"https://a.org/{number}")
        named = filler("acme")
        actor = Filler(entity=named.entity.model_copy(update={"name": name}), written=name)
        store.add([reading(news, statement(news, actor=actor))])
    assert store.query("MATCH (c:Company)-[:HOLDS]->() RETURN DISTINCT c.name").rows == (("Acme",),)


def test_partial_dates_are_days_that_compare(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news, since="2020", until="2021-02"))])
    found = store.query(
        "MATCH (s:Statement) WHERE s.since_from <= date('2020-03-01') AND s.until_to >= date('2021-02-28') "
        "RETURN s.since, s.since_from, s.until_to"
    )
    assert found.rows == (("2020", "2020-01-01", "2021-02-28"),)


def test_an_action_that_the_ontology_lacks_stores_nothing(store: Store) -> None:
    news = article()
    with pytest.raises(StoreError, match="no action 'eats'"):
        store.add([reading(news, statement(news, action="eats"))])
    assert dump(store).nodes == ()


def test_a_coded_line_that_was_corrected_takes_the_place_of_the_old_one(store: Store) -> None:
    news = article("Amazon will not sell it. It said so.")
    first = statement(news, extractor=HAND_CODED, quotes=(Quote(text="It said so."),))
    corrected = statement(
        news, extractor=HAND_CODED, quotes=(Quote(text="Amazon", span=Span(start=0, end=6)),), actor=filler("amazon")
    )
    assert first.id == corrected.id
    store.add([reading(news)])
    store.add([Reading(article=news, statements=(first,))])
    assert store.add([Reading(article=news, statements=(corrected,))]).statements == 1
    assert store.query("MATCH (:Statement)-[q:QUOTES]->() RETURN q.text, q.verified").rows == (("Amazon", True),)


def test_what_was_coded_before_the_text_was_known_is_placed_in_it_all_the_same(store: Store) -> None:
    news = article("Amazon will not sell it.", url="https://a.org/1")
    stub = news.model_copy(update={"text": ""})
    store.add([reading(news)])
    store.add(
        [Reading(article=stub, statements=(statement(news, extractor=HAND_CODED, quotes=(Quote(text="sell it"),)),))]
    )
    assert store.query("MATCH ()-[q:QUOTES]->() RETURN q.start, q.verified").rows == ((16, True),)


def test_values_are_plain_down_to_their_types(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news))])
    ((entity, quoting, number),) = store.query_typed(
        "MATCH (e:Entity {id: 'police'}) MATCH (:Statement)-[q:QUOTES]->() RETURN e, q, 1.5 AS number"
    ).rows
    properties = {**entity["properties"], **quoting["properties"], "number": number}
    types = {name: type(value) for name, value in properties.items()}
    assert types["collective"] is types["verified"] is bool
    assert {types["start"], types["text"], types["number"]} == {int, str, float}
