"""Ids are stable across releases: the graphs of users hold them."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.model.identity import digest, entity_id, normalise_name
from tests.model.examples import statement, words


def test_ids_are_those_of_earlier_releases() -> None:
    assert entity_id("Acme") == "e-05ccb6272c4c29048dc3"
    assert statement().id == "s-f4ee1882366f89222cba"
    assert Article.read("Some text.").id == "a-e09f54f7773e094bad15"
    assert Article.read("Some text.", url="https://example.org/a").id == "a-d1e6244a2c7d9fc940d9"


@given(st.lists(st.none() | st.text(), max_size=4), st.lists(st.none() | st.text(), max_size=4))
def test_different_parts_have_different_digests(one: list[str | None], other: list[str | None]) -> None:
    assert (digest("x", *one) == digest("x", *other)) == (one == other)


def test_a_name_is_the_same_however_it_is_printed() -> None:
    printed = ["McDonald's", "“McDonald’s”", " mcdonald's ", "MCDONALD'S,"]
    assert {normalise_name(name) for name in printed} == {"mcdonald's"}


@given(words)
def test_namesakes_are_told_apart_by_their_place(name: str) -> None:
    assert entity_id(name) != entity_id(name, "springfield")
