"""Many articles read together give what each gives alone, in their order."""

from collections.abc import Iterator

import pytest

from kg.extract.analysis import ARTICLES_A_BATCH
from kg.extract.learned.extractor import LearnedExtractor
from kg.model import Article
from kg.ontology import Ontology

TEXTS = (
    "Amazon banned police from using its facial recognition software. It rained all day. The company said so twice.",
    "Nothing of note was said about gardens.",
    "The city of Oakland voted to ban facial recognition.\n\n“We are glad,” said the mayor, Ann Lee.",
    "Clearview AI sells facial recognition to police departments.",
)


@pytest.fixture(scope="module")
def reader(ontology: Ontology) -> LearnedExtractor:
    return LearnedExtractor(ontology)


def test_a_batch_gives_what_each_article_gives_alone(reader: LearnedExtractor) -> None:
    articles = [Article.read(text) for text in TEXTS]
    assert list(reader.read_all(articles)) == [(article, reader.read(article)) for article in articles]


def test_order_is_kept_over_more_than_one_batch(reader: LearnedExtractor) -> None:
    articles = [
        Article.read(TEXTS[n % len(TEXTS)], url=f"https://example.org/{n}") for n in range(ARTICLES_A_BATCH + 5)
    ]
    assert [article for article, _ in reader.read_all(articles)] == articles


def test_every_quote_stands_in_its_article(reader: LearnedExtractor) -> None:
    read = list(reader.read_all(Article.read(text) for text in TEXTS))
    assert any(statements for _, statements in read)
    assert all(quote.stands_in(a.text) for a, statements in read for s in statements for quote in s.quotes)


def test_articles_are_asked_for_a_batch_at_a_time(reader: LearnedExtractor) -> None:
    asked = []

    def endless() -> Iterator[Article]:
        while True:
            asked.append(1)
            yield Article.read(TEXTS[1])

    next(reader.read_all(endless()))
    assert len(asked) == ARTICLES_A_BATCH
