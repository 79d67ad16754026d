"""The learned reader on whole articles: what it promises whatever the judge has learned."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

import loaders
from kg.extract import UnknownExtractorError, open_extractor
from kg.extract.analysis import Analyst
from kg.extract.learned.claims import NUMBERS, Account
from kg.extract.learned.extractor import LearnedExtractor, seen
from kg.extract.learned.judge import load
from kg.model import Article
from kg.ontology import Ontology
from kg.resources import demo_folder

BOARD = """Oakland bans facial recognition
The Oakland City Council voted on Tuesday to ban the use of facial recognition by city departments.
The council acted after civil rights groups called for a ban. "We are proud," said council president Rebecca Kaplan.
"""


def demo_articles() -> Iterator[Article]:
    for path in sorted(demo_folder().iterdir()):
        yield from (item for item in loaders.load(path) if isinstance(item, Article))


@pytest.fixture(scope="module")
def learned(ontology: Ontology) -> LearnedExtractor:
    return LearnedExtractor(ontology)


def test_every_quote_stands_in_its_article(learned: LearnedExtractor) -> None:
    for article in demo_articles():
        for statement in learned.read(article):
            assert all(quote.stands_in(article.text) for quote in statement.quotes)


def test_every_statement_is_as_sure_as_the_line_asks(learned: LearnedExtractor) -> None:
    sure = [statement.confidence for article in demo_articles() for statement in learned.read(article)]
    assert sure and all(load().threshold - 0.01 <= each <= 1 for each in sure)


def test_the_same_article_gives_the_same_statements(learned: LearnedExtractor, ontology: Ontology) -> None:
    article = Article.read(BOARD, published="2019-07-17")
    assert learned.read(article) == LearnedExtractor(ontology).read(article)


def test_it_reads_a_plain_ban(learned: LearnedExtractor) -> None:
    found = learned.read(Article.read(BOARD, published="2019-07-17"))
    assert ("bans", "facial recognition") in {(s.action, s.technology and s.technology.entity.name) for s in found}


@pytest.mark.parametrize(
    "text", ["", "A cake recipe\nMix flour and sugar, then bake.", "Müller\nDie Polizei nutzt KI."]
)
def test_what_is_not_in_the_domain_gives_nothing(learned: LearnedExtractor, text: str) -> None:
    language = "de" if "Polizei" in text else None
    assert not text or learned.read(Article.read(text, language=language)) == ()


def test_a_claim_has_a_number_for_every_name(ontology: Ontology) -> None:
    analyses = list(Analyst(ontology).read(Article.read(BOARD)))
    claims = list(Account(tuple(seen(analyses, load())), load().actions).claims())
    assert claims and {len(claim.numbers) for claim in claims} == {len(NUMBERS)}


def test_its_fingerprint_is_that_of_its_judge_too(learned: LearnedExtractor, ontology: Ontology) -> None:
    assert learned.fingerprint != open_extractor(ontology, "grammar").fingerprint


def test_an_extractor_of_ones_own_is_named_by_its_path(ontology: Ontology) -> None:
    found = open_extractor(ontology, "kg.extract.learned.extractor:LearnedExtractor")
    assert isinstance(found, LearnedExtractor)


@pytest.mark.parametrize("name", ["nobody", "kg.extract.grammar:Nothing", "no.such.module:Class"])
def test_an_extractor_that_is_not_there_is_told(ontology: Ontology, name: str) -> None:
    with pytest.raises(UnknownExtractorError, match="learned, grammar"):
        open_extractor(ontology, name)


def test_the_order_of_hashes_changes_nothing() -> None:
    command = [sys.executable, "-m", "kg", "extract", str(demo_folder())]
    told = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert told[0] and told[0] == told[1]
