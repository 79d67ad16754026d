"""Feeds of every version give an article an item, with all that they state and nothing that they do not."""

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Article
from loaders import Content, Failure, load
from loaders.feeds import recognises
from loaders.head import Head

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The &amp; Paper</title><language>en-us</language>
<item><title>Town &lt;b&gt;bans&lt;/b&gt; drones</title><link>https://example.org/1</link>
<description>Short.</description>
<content:encoded><![CDATA[<p>The town banned drones.</p><p>It said so &amp; more.</p>]]></content:encoded>
<pubDate>Thu, 11 Jun 2020 09:00:00 +0200</pubDate><guid>item-1</guid></item>
<item><title>Two</title><description>Only a summary.</description><pubDate>soon</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>
<entry><title type="html">Town &amp;amp; drones</title><link href="https://example.org/1"/>
<id>https://example.org/1</id><published>2020-06-11T09:00:00+02:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The town banned drones.</p></div></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Paper</title></channel>
<item rdf:about="x"><title>Town</title><link>https://example.org/1</link><dc:date>2020-06-11</dc:date>
<description>The town banned drones.</description></item></rdf:RDF>"""


def read(path: Path, text: str) -> list[Content]:
    path.write_text(text, encoding="utf-8")
    return list(load(path))


def test_the_full_text_comes_before_the_summary(tmp_path: Path) -> None:
    first, second = read(tmp_path / "feed.xml", RSS)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.body) == ("Town bans drones", "The town banned drones.\n\nIt said so & more.")
    assert (first.url, first.published) == ("https://example.org/1", "2020-06-11T09:00:00+02:00")
    assert (first.publisher, first.language, first.source_id) == ("The & Paper", "en", "item-1")
    assert (second.body, second.published, second.url) == ("Only a summary.", None, None)


@pytest.mark.parametrize("feed", [ATOM, RDF])
def test_atom_and_rdf_are_read_alike(tmp_path: Path, feed: str) -> None:
    (article,) = read(tmp_path / "feed", feed)
    assert isinstance(article, Article)
    assert (article.body, article.url) == ("The town banned drones.", "https://example.org/1")
    assert (article.published or "").startswith("2020-06-11")


def test_an_item_without_words_costs_no_other(tmp_path: Path) -> None:
    found = read(tmp_path / "feed.xml", RSS.replace("<item>", "<item/><item>", 1))
    assert [type(each) for each in found] == [Failure, Article, Article]


@pytest.mark.parametrize(
    ("start", "is_feed"),
    [
        (RSS, True),
        (ATOM, True),
        (RDF, True),
        ("<!-- a --><!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='0.91'>", True),
        ("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", True),
        ("<html><body><rss>", False),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><skos:Concept/>", False),
        ("<opml version='1.0'>", False),
        ("rss", False),
    ],
)
def test_content_tells_a_feed(start: str, is_feed: bool) -> None:
    assert recognises(Head(start.encode())) == is_feed


def test_entities_neither_explode_nor_read_files(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    lol = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    bomb = f"<!DOCTYPE rss [<!ENTITY l0 'lol'>{lol}<!ENTITY x SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>"
    for entity in ("&l11;", "&x;"):
        text = bomb + RSS.partition("?>")[2].replace("Only a summary.", f"Only {entity}.")
        found = read(tmp_path / "feed.xml", text)
        assert all("secret" not in str(each) and len(str(each)) < 10_000 for each in found)


def test_a_feed_without_items_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the feed has no items"):
        read(tmp_path / "feed.xml", "<rss version='2.0'><channel><title>The Paper</title></channel></rss>")
