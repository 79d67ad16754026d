"""Hand-coded statements wait for their article, and stay when it comes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.model.identity import canonical_url, digest
from kg.ontology import Ontology
from kg.pipeline import Report, load
from kg.store import Store

URL = "https://example.org/a"
QUOTE = "Exampla Vision will not supply drones to police"
ARTICLE = {
    "url": URL,
    "title": "No drones",
    "text": f"{QUOTE}, it said. Amazon stopped selling facial recognition to police.",
}
LINE = {
    "url": URL,
    "action": "restricts_sale",
    "actor": "Exampla Vision",
    "actor_type": "Company",
    "technology": "drones",
    "counterparty": "police",
    "quote": QUOTE,
}
QUOTES = """
MATCH (s:Statement {extractor: 'hand-coded'})-[q:QUOTES]->(a:Article)
RETURN a.id AS article, q.text AS quote, q.verified AS verified, q.start AS start"""

Load = Callable[..., Report]


@pytest.fixture
def loaded(store: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path) -> Load:
    def run(*lines: object) -> Report:
        path = tmp_path / "lines.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return load(store, ontology, extractor, [path])

    return run


def test_without_the_text_a_quote_is_kept_unverified(store: Store, loaded: Load) -> None:
    assert loaded(LINE).statements == 1
    assert store.query(QUOTES).rows == ((digest("a", canonical_url(URL)), QUOTE, False, None),)


def test_the_stub_holds_what_the_line_says_of_its_source(store: Store, loaded: Load) -> None:
    loaded({**LINE, "title": "No drones", "publisher": "The Paper", "published": "2020-06-11"})
    stub = store.query("MATCH (a:Article) RETURN a.title AS t, a.publisher AS p, a.published AS d, a.text AS text")
    assert stub.rows == (("No drones", "The Paper", "2020-06-11", ""),)


def test_with_the_text_a_quote_is_put_in_its_place(store: Store, loaded: Load) -> None:
    loaded(ARTICLE)
    read = store.query("MATCH (s:Statement) RETURN count(s) AS n").rows[0][0]
    loaded(LINE)
    assert [row[2:] for row in store.query(QUOTES).rows] == [(True, len("No drones\n\n"))]
    assert (
        store.query("MATCH (s:Statement) WHERE s.extractor <> 'hand-coded' RETURN count(s) AS n").rows[0][0] >= read - 1
    )


def test_when_the_article_comes_later_statements_stay_and_are_verified(store: Store, loaded: Load) -> None:
    loaded(LINE)
    loaded(ARTICLE)
    assert [row[2:] for row in store.query(QUOTES).rows] == [(True, len("No drones\n\n"))]


def test_loading_lines_again_adds_nothing(store: Store, loaded: Load) -> None:
    loaded(ARTICLE, LINE)
    before = store.query("MATCH (n) RETURN count(n) AS n").rows
    loaded(LINE)
    loaded(ARTICLE)
    assert store.query("MATCH (n) RETURN count(n) AS n").rows == before


def test_the_order_makes_no_difference(store: Store, loaded: Load) -> None:
    loaded(LINE)
    loaded({**LINE, "action": "opposes", "quote": QUOTE[:20]})
    assert len(store.query(QUOTES).rows) == 2


def test_a_quote_that_does_not_stand_in_the_text_is_refused(store: Store, loaded: Load) -> None:
    loaded(ARTICLE)
    report = loaded({**LINE, "quote": "Exampla Vision loves the police"}, {**LINE, "quote": QUOTE})
    assert report.statements == 1
    assert "copy its exact words" in report.failures[0].reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"action": "forbids"}, "action"),
        ({"url": None}, "names no article"),
        ({"published": "yesterday"}, "2020-06-11"),
        ({"technology": None, "counterparty": None}, "technology"),
    ],
)
def test_a_line_that_is_no_statement_says_why(loaded: Load, change: dict[str, object], reason: str) -> None:
    report = loaded({**LINE, **change}, LINE)
    assert report.statements == 1
    assert reason in report.failures[0].reason


def test_a_sources_own_id_names_its_article(store: Store, loaded: Load) -> None:
    loaded({**ARTICLE, "id": "x1"})
    loaded({**LINE, "url": None, "id": "x1"})
    assert store.query(QUOTES).rows[0][0] == digest("a", canonical_url(URL))
