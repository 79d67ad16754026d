"""The graph depends on what was loaded, not on when: every order and every cut into batches gives the same one."""

from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Reading
from kg.store import Store
from kg.store.dump import Dump, dump
from tests.conftest import empty
from tests.store.readings import article, reading, statement

_ACTORS = st.sampled_from(["amazon", "Acme", "police", None])
_STATEMENTS = st.fixed_dictionaries(
    {
        "action": st.sampled_from(["restricts_sale", "sells", "uses"]),
        "actor": _ACTORS,
        "counterparty": st.sampled_from(["police", "amazon", "Acme", None]),
        "status": st.sampled_from(["in_force", "announced", "ended", "denied"]),
        "certainty": st.sampled_from(["stated", "hedged"]),
        "condition": st.sampled_from([None, "until a law is in place"]),
        "since": st.sampled_from([None, "2019", "2020-06"]),
        "review": st.sampled_from(["open", "open", "rejected"]),
    }
)
ARTICLES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "url": st.sampled_from([f"https://a.org/{number}" for number in range(4)]),
        "text": st.sampled_from(["They said so, in words.", "They said otherwise, in words."]),
        "published": st.sampled_from([None, "2020-06", "2020-06-10", "2020-06-10T23:00:00-05:00", "2021-01-01"]),
        "said": st.lists(_STATEMENTS, max_size=3),
    }
)


def described_reading(described: dict[str, Any], version: int) -> Reading:
    news = article(described["text"], url=described["url"], published=described["published"])
    return reading(news, *(statement(news, **said) for said in described["said"]), read_with=str(version))


def _added(store: Store, batches: Sequence[Sequence[Reading]]) -> Dump:
    empty(store)
    for batch in batches:
        store.add(batch)
    return dump(store)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(ARTICLES, min_size=1, max_size=4, unique_by=lambda one: str(one["url"])),
    st.randoms(use_true_random=False),
)
def test_any_order_in_any_batches_gives_the_same_graph(
    store: Store, described: list[dict[str, Any]], chance: Any
) -> None:
    readings = [described_reading(one, 1) for one in described]
    at_once = _added(store, [readings])
    chance.shuffle(readings)
    cut = chance.randrange(len(readings) + 1)
    assert _added(store, [readings[:cut], readings[cut:]]) == at_once
    assert _added(store, [[one] for one in readings]) == at_once


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ARTICLES, min_size=2, max_size=6))
def test_only_the_last_reading_of_an_article_is_left(store: Store, described: list[dict[str, Any]]) -> None:
    readings = [described_reading(one, version) for version, one in enumerate(described)]
    one_by_one = _added(store, [[one] for one in readings])
    last = {one.article.id: one for one in readings}
    assert one_by_one == _added(store, [list(last.values())])
