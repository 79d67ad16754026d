"""Near copies: which articles copy which depends on what is stored, not on how it came there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.model.position import instant
from kg.resolve.copies import THRESHOLD, likeness, shingles
from kg.store import Store
from kg.store.dump import dump
from kg.store.migration import upgrade
from tests.conftest import empty
from tests.store.readings import article, reading, statement

WORDS = [f"word{number}" for number in range(400)]
_EDGES = "MATCH (c:Article)-[:COPY_OF]->(o:Article) RETURN c.url, o.url"


def news(name: str, start: int, published: str | None = None, words: int = 60) -> Article:
    """An article whose text begins at some word of a long one: near each other, two of them are alike."""
    return article(" ".join(WORDS[start : start + words]), url=f"https://{name}.org/1", published=published)


def copies(store: Store) -> dict[str, str]:
    return {str(copy)[8:9]: str(original)[8:9] for copy, original in store.query(_EDGES).rows}


def add(store: Store, *articles: Article) -> None:
    store.add([reading(one, statement(one)) for one in articles])


def expected(articles: Sequence[Article]) -> dict[str, str]:
    """What comparing everybody with everybody gives."""
    elders = {one.id: _elder(one, articles) for one in articles}
    roots = {key: _root(key, elders) for key in elders}
    names = {one.id: str(one.url)[8:9] for one in articles}
    return {names[key]: names[root] for key, root in roots.items() if root != key}


def _elder(one: Article, articles: Sequence[Article]) -> str | None:
    cut = {other.id: shingles(other.text) for other in articles}
    older = [o for o in articles if _age(o) < _age(one) and likeness(cut[o.id], cut[one.id]) >= THRESHOLD]
    return min(older, key=_age).id if older else None


def _root(key: str, elders: Mapping[str, str | None]) -> str:
    while elder := elders[key]:
        key = elder
    return key


def _age(one: Article) -> tuple[bool, str, str]:
    return one.published is None, instant(one.published).isoformat() if one.published else "", one.id


def test_nearly_the_same_text_is_a_copy_of_the_first_published_and_adds_nothing(store: Store) -> None:
    add(store, news("a", 0), news("b", 4, "2020-06-12"), news("c", 2, "2020-06-10"), news("d", 200, "2019"))
    assert copies(store) == {"a": "c", "b": "c"}
    articles = "MATCH (p:PolicyPosition) RETURN p.articles AS n"
    assert store.query(articles).rows == ((2,),)


def test_what_is_alike_by_less_is_no_copy(store: Store) -> None:
    add(store, news("a", 0, "2020"), news("b", 12, "2021"))
    assert copies(store) == {}


def test_a_copy_of_a_copy_points_at_the_first_of_all(store: Store) -> None:
    for one in (news("c", 16, "2020-03"), news("a", 0, "2020-01"), news("b", 8, "2020-02")):
        add(store, one)
    assert copies(store) == {"b": "a", "c": "a"}


def test_an_original_that_goes_is_followed_by_the_next(store: Store) -> None:
    first, second, third = news("a", 0, "2020-01"), news("b", 1, "2020-02"), news("c", 2, "2020-03")
    add(store, first, second, third)
    store.remove([first.id])
    with_rest = dump(store)
    assert copies(store) == {"c": "b"}
    empty(store)
    add(store, third, second)
    assert dump(store) == with_rest


def test_an_article_that_changes_is_no_copy_any_more(store: Store) -> None:
    add(store, news("a", 0, "2020-01"), news("b", 1, "2020-02"), news("c", 2, "2020-03"))
    add(store, news("a", 200, "2020-01"))
    assert copies(store) == {"c": "b"}
    add(store, news("a", 0, "2020-12"))
    assert copies(store) == {"a": "b", "c": "b"}


def test_articles_without_words_copy_nobody(store: Store) -> None:
    add(store, article("… …", url="https://a.org/1"), article("… …", url="https://b.org/1"))
    assert copies(store) == {}


def test_a_store_of_before_learns_which_are_copies(store: Store, ontology: Any) -> None:
    add(store, news("a", 0, "2020-01"), news("b", 1, "2020-02"), news("c", 200))
    as_loaded = dump(store)
    store.execute_typed("MATCH (s:Signature) DETACH DELETE s")
    store.execute_typed("MATCH ()-[r:COPY_OF]->() DELETE r")
    upgrade(store._backend, ontology, 2)
    assert dump(store) == as_loaded


@dataclass(frozen=True)
class Step:
    """Articles that come, some perhaps again with other words or another date, or one that goes."""

    articles: tuple[Article, ...] = ()
    gone: str | None = None


_ARTICLES = st.builds(
    news,
    st.sampled_from("abcdefg"),
    st.sampled_from([0, 3, 6, 9, 12, 15, 18, 200]),
    st.sampled_from([None, "2020-01-01", "2020-01-02", "2020-01-02T23:00:00-05:00", "2020-02"]),
)
_STEPS = st.one_of(
    st.builds(lambda each: Step(articles=tuple(each)), st.lists(_ARTICLES, min_size=1, max_size=3)),
    st.builds(lambda name: Step(gone=news(name, 0).id), st.sampled_from("abcdefg")),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_STEPS, min_size=2, max_size=7))
def test_whatever_comes_changes_and_goes_the_copies_are_those_of_comparing_all(store: Store, steps: list[Step]) -> None:
    empty(store)
    stored: dict[str, Article] = {}
    for step in steps:
        if step.gone:
            store.remove([step.gone])
            stored.pop(step.gone, None)
        else:
            add(store, *step.articles)
            stored |= {one.id: one for one in step.articles}
        assert copies(store) == expected(list(stored.values()))
