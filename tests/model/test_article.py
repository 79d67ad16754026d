"""An article's text has one form, and its id depends on content alone."""

import pytest
from hypothesis import given

from kg.errors import RecordError
from kg.model import Article
from tests.model.examples import words


def test_the_title_is_the_first_line_and_the_body_what_follows() -> None:
    article = Article.read("  Some\r\ntext. ", title=" A\n title ")
    assert (article.text, article.title, article.body) == ("A title\n\nSome\ntext.", "A title", "Some\ntext.")


def test_the_text_is_composed_so_that_offsets_count_what_is_seen() -> None:
    assert Article.read("cafe\u0301").text == "café"


def test_one_address_is_one_article_whatever_link_led_there() -> None:
    links = ["http://www.Example.org/a/?b=1&utm_source=x#top", "https://example.org/a?b=1"]
    assert len({Article.read("text", url=link).id for link in links}) == 1


@pytest.mark.parametrize("other", ["https://example.org/a?2", "https://example.org/b?1", "https://example.com/a?1"])
def test_another_address_is_another_article(other: str) -> None:
    assert Article.read("text", url="https://example.org/a?1").id != Article.read("text", url=other).id


@given(words)
def test_without_an_address_the_text_is_the_identity(text: str) -> None:
    assert Article.read(text, source_id="1").id == Article.read(f"\n{text}\r\n", source_id="2").id


@given(words)
def test_an_article_survives_json(text: str) -> None:
    article = Article.read(text, title="A title", url="https://example.org", published="2020-06")
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize(
    ("published", "day"), [("2020-06-11", 11), ("2020-06-11T23:30:00+02:00", 11), ("2020-06", None), ("2020", None)]
)
def test_the_day_of_publication_is_the_sources_own(published: str, day: int | None) -> None:
    stated = Article.read("text", published=published).day
    assert (stated.day if stated else None) == day


@pytest.mark.parametrize(
    "published", ["soon", "2020-13", "2020-02-30", "20200611T093000", "2020-06\n", "2020-06-11T25:00"]
)
def test_a_date_that_is_none_is_refused_in_one_line(published: str) -> None:
    with pytest.raises(RecordError, match=r"^published: '.*' is no ISO 8601 date; write 2020-06-11 or [^\[\n]*$"):
        Article.read("text", published=published)


@pytest.mark.parametrize("url", ["http://[bad", "http://example.org:99999/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(RecordError, match=r"^url: .* is no address \(.*\); mend it or leave it out$"):
        Article.read("text", url=url)


def test_an_article_without_a_word_is_refused() -> None:
    with pytest.raises(RecordError, match="neither title nor text"):
        Article.read(" \n", title="")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(RecordError, match=r"^text: character 1 is half a character"):
        Article.read("a\ud800")
