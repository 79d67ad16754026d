"""Taking articles away leaves the graph that the others alone would have made."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Quote, Reading
from kg.model.statement import HAND_CODED
from kg.store import Removed, Store
from kg.store.dump import dump
from tests.conftest import empty
from tests.store.readings import article, reading, statement
from tests.store.test_order import ARTICLES, described_reading


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ARTICLES, min_size=2, max_size=4, unique_by=lambda one: str(one["url"])), st.data())
def test_what_is_left_is_as_if_the_removed_had_never_come(
    store: Store, described: list[dict[str, Any]], data: st.DataObject
) -> None:
    readings = [described_reading(one, 1) for one in described]
    gone = data.draw(st.sets(st.sampled_from(range(len(readings)))))
    kept = [one for number, one in enumerate(readings) if number not in gone]
    empty(store)
    store.add(kept)
    alone = dump(store)
    empty(store)
    store.add(readings)
    store.remove([readings[number].article.id for number in gone])
    assert dump(store) == alone


def test_what_people_coded_goes_with_its_article(store: Store) -> None:
    news = article()
    store.add([reading(news, statement(news))])
    coded = statement(news, status="denied", extractor=HAND_CODED, quotes=(Quote(text="Amazon"),))
    store.add([Reading(article=news, statements=(coded,))])
    assert store.remove([news.id]) == Removed(articles=1, statements=2)
    assert dump(store).nodes == ()


def test_what_is_not_there_is_not_counted(store: Store) -> None:
    assert store.remove(["a-00000000000000000000"]) == Removed()
