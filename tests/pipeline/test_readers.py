"""Articles are read here or in other processes, and an article that breaks a reader costs no other."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from kg.errors import KgError
from kg.extract import Extractor
from kg.model import Article, Reading, Statement
from kg.pipeline.readers import open_readers
from kg.pipeline.reading import Broken, Read

KILLER, BREAKER = "this one kills", "this one breaks"
STORY = "Amazon stopped selling its facial recognition software to police departments on Wednesday."


@dataclass(frozen=True)
class Fragile:
    """Reads nothing, and goes to pieces over some texts."""

    languages: frozenset[str] = frozenset({"en"})
    fingerprint: str = "fragile"

    def read(self, article: Article) -> tuple[Statement, ...]:
        if KILLER in article.text:
            os._exit(9)
        if BREAKER in article.text:
            raise RecursionError
        return ()

    def read_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
        return ((article, self.read(article)) for article in articles)


def articles(*texts: str, language: str | None = None) -> list[Article]:
    return [Article.read(text, url=f"https://example.org/{n}", language=language) for n, text in enumerate(texts)]


def read(extractor: Extractor, jobs: int, *batches: list[Article]) -> list[Read]:
    with open_readers(extractor, jobs) as readers:
        pending = [readers.submit(batch) for batch in batches]
        return [one for each in pending for one in each()]


def test_other_processes_read_what_this_one_does(extractor: Extractor) -> None:
    batches = [articles(STORY, "The park is open."), articles(f"{STORY} It said so.")]
    here = read(extractor, 1, *batches)
    assert sum(len(each.statements) for each in here if isinstance(each, Reading)) >= 2
    assert read(extractor, 2, *batches) == here


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_breaks_the_reader_costs_no_other(jobs: int) -> None:
    first, broken, last = read(Fragile(), jobs, articles("one", BREAKER, "two"))
    assert isinstance(broken, Broken)
    assert broken.reason == "the reader broke on it (RecursionError); please report it with the article"
    assert isinstance(first, Reading) and isinstance(last, Reading)


def test_an_article_that_kills_its_process_costs_no_other() -> None:
    batches = [articles("one", KILLER, "two"), articles("three"), articles("four")]
    found = read(Fragile(), 2, *batches)
    assert [type(each) for each in found] == [Reading, Broken, Reading, Reading, Reading]


def test_an_article_in_another_language_is_not_given_to_the_reader() -> None:
    (reading,) = read(Fragile(), 1, articles(BREAKER, language="de"))
    assert isinstance(reading, Reading)
    assert reading.read_with == "fragile"


def test_an_extractor_that_cannot_be_sent_to_other_processes_is_told_so() -> None:
    @dataclass(frozen=True)
    class Local(Fragile):
        pass

    with pytest.raises(KgError, match="--jobs 1"):
        open_readers(Local(), 2)
