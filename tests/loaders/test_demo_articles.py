"""The demo articles are read as they are meant, the page with furniture among them."""

from pathlib import Path

import kg
from kg.model import Article
from loaders import Failure, Source, discover, load

DEMO = Path(kg.__file__).parent / "demo" / "articles"


def articles() -> list[Article]:
    found = [item for source in discover([DEMO]) if isinstance(source, Source) for item in load(source)]
    assert not [item for item in found if isinstance(item, Failure)]
    return [item for item in found if isinstance(item, Article)]


def test_all_ten_are_read_with_title_and_language() -> None:
    assert len({article.id for article in articles()}) == 10
    assert all(article.title and article.language == "en" for article in articles())


def test_pages_and_records_have_date_publisher_and_address() -> None:
    stated = [article for article in articles() if article.source_id != "aclu-sues-clearview"]
    assert all(article.published and article.publisher and article.url for article in stated)


def test_nothing_around_the_article_is_read() -> None:
    (article,) = (article for article in articles() if article.source_id == "microsoft-waits-for-federal-law")
    for word in ("cookies", "newsletter", "Exampla", "Oakland", "Huawei", "Christmas", "invented", "Share by mail"):
        assert word not in article.text
    assert len(article.body.split("\n\n")) == 8
