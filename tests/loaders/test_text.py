"""Text files: title and body, whatever the encoding, and one clear line for what is no text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.model import Article
from kg.model.identity import normalise_text
from loaders import load
from loaders.text import article_from_text

STORY = (
    "Café chain drops face payments\n\nThe chain said on Monday that it will remove the cameras from all its cafés.\n"
)


def loaded(path: Path) -> Article:
    (article,) = load(path)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_every_usual_encoding_gives_the_same_article(tmp_path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path = tmp_path / "story.txt"
    path.write_bytes(mark + STORY.replace("\n", "\r\n").encode(encoding))
    article = loaded(path)
    assert article.text == STORY.strip()
    assert (article.title, article.language, article.source_id) == (STORY.partition("\n")[0], "en", "story")


def test_a_text_states_neither_date_nor_publisher(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    assert (loaded(path).published, loaded(path).publisher, loaded(path).url) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 50, "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (STORY.encode()[:-4], "middle of a character"),
        (STORY.encode("utf-16")[:-1], "middle of a character"),
        (b"--- *** ---", "no words"),
    ],
)
def test_what_is_no_text_fails_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=reason) as raised:
        list(load(path))
    assert "story.txt" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_short_texts_have_no_language() -> None:
    assert article_from_text("Ban it").language is None


@given(st.text(alphabet=st.characters(), min_size=1).filter(lambda text: any(c.isalnum() for c in text)))
def test_texts_are_stored_normalised_and_can_be_written_as_utf8(text: str) -> None:
    try:
        article = article_from_text(text)
    except SourceError:
        return
    assert article.text == normalise_text(article.text)
    assert article.text.startswith(article.title)
    assert article.text.encode("utf-8").decode("utf-8") == article.text


FRONT = """---
title: "Café chain: no more face payments"
date: 2020-06-11
source: The Paper
canonical_url: https://example.org/cafe
tags: [food, faces]
---

# Café chain drops face payments

The chain said on Monday that it will remove the cameras from all its cafés.
"""


def test_front_matter_states_what_a_text_cannot() -> None:
    article = article_from_text(FRONT, "cafe")
    assert article.title == "Café chain: no more face payments"
    assert (article.published, article.publisher) == ("2020-06-11", "The Paper")
    assert (article.url, article.source_id) == ("https://example.org/cafe", "cafe")
    assert article.body.endswith("The chain said on Monday that it will remove the cameras from all its cafés.")


def test_front_matter_may_have_names_of_its_own() -> None:
    article = article_from_text("---\nday: 2020-06-11\n---\n" + STORY, fields=(("published", "day"),))
    assert (article.published, article.title) == ("2020-06-11", STORY.partition("\n")[0])


@pytest.mark.parametrize("block", ["---\n\n---\n", "---\nnot: [yaml\n---\n", "---\nonly words\n---\n", "---\n"])
def test_lines_that_only_look_like_it_are_none(block: str) -> None:
    assert article_from_text(block + STORY).body.endswith(STORY.split("\n")[2])


def test_a_date_that_is_none_is_an_error_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("---\ndate: soon\n---\n" + STORY, "utf-8")
    with pytest.raises(SourceError, match=r"story\.md: published: 'soon' is no date"):
        list(load(path))
