"""The main job, end to end, on both stores: articles in, an answer with its quotes out."""

from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.ontology import Ontology
from kg.pipeline import load
from kg.query.answer import Answer, answer
from kg.query.question import understand
from kg.resources import demo_folder
from kg.store import Store

SEED = Path(__file__).parents[2] / "shared" / "seed"
"""The article that the project was born from; other people's text, so it is not part of the project."""

PHRASINGS = (
    "Which vendors restrict sales of facial recognition to police?",
    "Which companies refuse to sell facial recognition to the police?",
    "Which firms do not sell face recognition technology to police departments?",
    "Which vendors won't supply facial recognition to law enforcement?",
    "What companies declined to sell facial recognition to police?",
    "Which vendors no longer sell facial recognition to US police?",
)
ONE_HOP = (
    "MATCH (c:Company)-[r:RESTRICTS_SALE]->(g {name: 'police'}) RETURN DISTINCT c.name, r.technology ORDER BY c.name"
)
QUOTES = (
    "MATCH (:Statement)-[q:QUOTES]->(a:Article) RETURN q.text AS quote, q.start AS start, q.end AS end, a.text AS text"
)


def asked(store: Store, ontology: Ontology, question: str) -> Answer:
    return answer(store, ontology, understand(ontology, question))


@pytest.fixture
def demo(store: Store, ontology: Ontology, extractor: Extractor) -> Store:
    report = load(store, ontology, extractor, [demo_folder()])
    assert (report.articles, report.failures) == (10, ())
    return store


def test_every_quote_in_the_store_stands_in_its_article(demo: Store) -> None:
    quotes = demo.query(QUOTES).records()
    assert quotes
    assert all(row["text"][row["start"] : row["end"]] == row["quote"] for row in quotes)


def test_one_question_in_six_phrasings_gives_the_same_rows(demo: Store, ontology: Ontology) -> None:
    first, *others = (asked(demo, ontology, question).table for question in PHRASINGS)
    assert {row[0] for row in first.rows} == {"Amazon", "Microsoft"}
    assert all(other == first for other in others)


def test_one_hop_answers_it_too(demo: Store) -> None:
    assert demo.query(ONE_HOP).rows == (("Amazon", "facial recognition"), ("Microsoft", "facial recognition"))


def test_loading_again_adds_nothing(demo: Store, ontology: Ontology, extractor: Extractor) -> None:
    count = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges"
    before = demo.query(count)
    report = load(demo, ontology, extractor, [demo_folder()])
    assert (report.articles, report.statements, report.skipped) == (0, 0, 10)
    assert demo.query(count) == before


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not part of the project")
class TestSeed:
    """The seed article, whose text other people wrote."""

    @pytest.fixture
    def seed(self, store: Store, ontology: Ontology, extractor: Extractor) -> Store:
        load(store, ontology, extractor, [SEED])
        return store

    def test_three_vendors_are_listed_once_each(self, seed: Store, ontology: Ontology) -> None:
        rows = asked(seed, ontology, PHRASINGS[0]).table.records()
        assert sorted(row["actor"] for row in rows) == ["Amazon", "IBM", "Microsoft"]
        (microsoft,) = [row for row in rows if row["actor"] == "Microsoft"]
        assert "federal law" in microsoft["condition"]
        assert microsoft["speaker"] == "Brad Smith"
        assert microsoft["verified"] is True

    def test_the_denial_is_a_statement_and_no_triple(self, seed: Store) -> None:
        denied = (
            "MATCH (s:Statement {action: 'sells', status: 'denied'})-[:ACTOR]->({id: 'microsoft'}) RETURN count(s) AS n"
        )
        assert seed.query(denied).rows == ((1,),)
        assert seed.query("MATCH ()-[r:SELLS]->() RETURN count(r) AS n").rows == ((0,),)

    @pytest.mark.parametrize(
        ("action", "counterparty", "certainty"),
        [("sells", "federal agencies", "hedged"), ("supports", None, "stated"), ("supports", "Congress", "stated")],
    )
    def test_its_other_statements_are_there(
        self, seed: Store, action: str, counterparty: str | None, certainty: str
    ) -> None:
        found = seed.query(
            "MATCH (s:Statement {action: $action, certainty: $certainty})-[:ACTOR]->({id: 'microsoft'}) "
            "OPTIONAL MATCH (s)-[:COUNTERPARTY]->(c) RETURN c.name AS counterparty",
            {"action": action, "certainty": certainty},
        )
        assert (counterparty,) in found.rows

    def test_nothing_comes_from_the_page_around_it(self, seed: Store) -> None:
        (text,) = seed.query("MATCH (a:Article) RETURN a.text AS text").rows[0]
        for teased in ("Photobucket", "Liminal", "CISA", "Rio de Janeiro", "Cross ID", "Google Wallet"):
            assert teased not in text
        assert seed.query("MATCH (a:Article) RETURN count(a) AS n").rows == ((1,),)
