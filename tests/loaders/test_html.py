"""Saved pages give the article alone, and only the metadata that they state."""

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Article
from loaders import load
from loaders.html import article_from_page

FIRST = (
    "The council of Millbrook voted on Tuesday to end its trial of face recognition in buses, after a year of protest."
)
SECOND = (
    "Two members spoke against the motion and asked for another year of tests in the northern districts of the town."
)
THIRD = "The vendor said that it would remove the last of its cameras before the summer holidays begin in the region."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def page(body: str = BODY, head: str = "", title: str = "Millbrook ends trial") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title} | The Gazette</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><main><article><h1>{title}</h1>{body}</article></main></body></html>"
    )


def test_title_and_body_without_repetition() -> None:
    article = article_from_page(page())
    assert article.text == f"Millbrook ends trial\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert article.language == "en"


def test_what_the_page_does_not_state_stays_empty() -> None:
    article = article_from_page(page())
    assert (article.published, article.publisher, article.url) == (None, None, None)


def test_no_date_is_guessed_from_address_or_text() -> None:
    head = '<link rel="canonical" href="https://a.example/2019/05/14/trial">'
    assert article_from_page(page(BODY + "<p>Copyright 2018. Updated 3 May 2017.</p>", head)).published is None


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], '
        '"datePublished": "2021-06-03T09:00:00Z"}]}</script>',
        '<meta property="article:published_time" content="2021-06-03T09:00:00+00:00">',
        '<meta name="DC.date.issued" content="2021-06-03 09:00:00 +00:00">',
        '<script type="application/ld+json">{</script><meta name="date" content="Thu, 3 Jun 2021 09:00:00 +0000">',
    ],
)
def test_a_stated_date_is_kept_with_its_zone(head: str) -> None:
    assert article_from_page(page(head=head)).published == "2021-06-03T09:00:00+00:00"


def test_the_time_of_the_article_is_a_date_that_it_states() -> None:
    assert article_from_page(page(f'<time datetime="2021-06-03">3 June</time>{BODY}')).published == "2021-06-03"


def test_a_time_within_the_text_is_not_the_articles() -> None:
    assert (
        article_from_page(
            page(f'{BODY}<p>The trial began on <time datetime="2019-01-07">7 January</time>.</p>')
        ).published
        is None
    )


def test_a_heading_that_is_the_name_of_the_site_is_no_title() -> None:
    logo = page().replace("<h1>Millbrook ends trial</h1>", "<h1>The Daily Millbrook</h1>")
    assert article_from_page(logo).title == "Millbrook ends trial"


def test_json_ld_comes_before_open_graph() -> None:
    head = (
        '<meta property="og:title" content="Shorter"><meta property="og:site_name" content="Site">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Millbrook ends trial", '
        '"publisher": {"name": "The Gazette"}, "mainEntityOfPage": {"@id": "https://a.example/trial"}}</script>'
    )
    article = article_from_page(page(head=head))
    assert (article.title, article.publisher, article.url) == (
        "Millbrook ends trial",
        "The Gazette",
        "https://a.example/trial",
    )


def test_the_address_of_the_site_is_not_the_articles() -> None:
    head = '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/trial">'
    assert article_from_page(page(head=head)).url == "https://a.example/trial"


def test_captions_boxes_forms_and_comments_go() -> None:
    extra = (
        "<figure><img src='a.jpg'><figcaption>The army buys such drones. Photo: Agency</figcaption></figure>"
        "<aside><p>Our newsletter tells you each week who sells what to whom.</p></aside>"
        "<p>Read more: <a href='/b'>Vendor sells drones to police</a></p>"
    )
    comments = (
        "<section id='comments' class='comments'><h2>2 comments</h2><p>They will sell them again, I say.</p></section>"
    )
    assert article_from_page(page(f"<p>{FIRST}</p>{extra}<p>{SECOND}</p><p>{THIRD}</p>") + comments).body.split(
        "\n\n"
    ) == [
        FIRST,
        SECOND,
        THIRD,
    ]


@pytest.mark.parametrize("reference", ["&#x1;", "&#11;", "&#27;", "&#0;", "&#x1B"])
def test_control_references_do_not_lose_the_page(reference: str) -> None:
    assert FIRST in article_from_page(page(BODY.replace("Two", f"{reference} Two"))).text


@pytest.mark.parametrize("depth", [260, 100_000])
def test_deep_nesting_does_not_lose_the_page(depth: int) -> None:
    assert FIRST in article_from_page(page("<div>" * depth + BODY + "</div>" * depth)).text


def test_a_tag_of_many_attributes_does_not_hang() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    assert FIRST in article_from_page(page(f"<div {attributes}></div>{BODY}")).text


def test_many_paragraphs_do_not_take_minutes() -> None:
    assert FIRST in article_from_page(page(BODY + "<p>Short one.</p>" * 30_000)).text


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page(BODY.replace("buses", "žluťoučké"), '<meta charset="windows-1250">').encode("cp1250"))
    (article,) = load(path)
    assert isinstance(article, Article)
    assert "žluťoučké" in article.text


def test_a_page_without_body_text_fails_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<!doctype html><html><body><img src=a></body></html>", "utf-8")
    with pytest.raises(SourceError, match=r"empty\.html: the page has no body text"):
        list(load(path))
