"""Every rule finds what breaks it, on both stores, and nothing in a graph that is whole."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Ontology
from kg.query.rules import Severity, breaches, rules
from kg.resources import queries_folder
from kg.store import Store
from tests.coded import coded_readings

RULES = rules(queries_folder() / "rules")

BROKEN = {
    "statement-without-action": "MATCH (s:Statement {id: $s1}) SET s.action = 'frobnicates'",
    "statement-without-topic": "MATCH (s:Statement {id: $s2})-[r:TECHNOLOGY|PRODUCT|COUNTERPARTY|MEASURE]->() DELETE r",
    "statement-without-quote": "MATCH (s:Statement {id: $s3})-[q:QUOTES]->() DELETE q",
    "statement-with-two-actors": "MATCH (s:Statement {id: $s4}), (e:Entity {id: 'ibm'}) CREATE (s)-[:ACTOR]->(e)",
    "statement-ends-before-it-begins": "MATCH (s:Statement {id: $s5}) SET s.since = '2021-05', s.until = '2020'",
    "statement-of-unknown-state": "MATCH (s:Statement {id: $s6}) SET s.status = 'perhaps'",
    "confidence-out-of-bounds": "MATCH (s:Statement {id: $s7}) SET s.confidence = 1.5",
    "quote-outside-its-text": "MATCH (s:Statement {id: $s8})-[q:QUOTES]->() SET q.end = 1000000",
    "quote-not-in-its-text": "MATCH (s:Statement {id: $s9})-[q:QUOTES]->() SET q.text = 'said nowhere'",
    "quote-without-words": "MATCH (s:Statement {id: $s10})-[q:QUOTES]->() SET q.text = ' '",
    "position-ends-before-it-begins": "MATCH (p:PolicyPosition {id: $p1}) SET p.since = '2021', p.until = '2020-12'",
    "triple-without-position": "MATCH (a:Entity {id: 'ibm'}), (b:Entity {id: 'police'}) "
    "CREATE (a)-[:SELLS {id: 'p-no'}]->(b)",
    "position-that-nothing-reports": "MATCH (:Statement)-[r:REPORTS]->(:PolicyPosition {id: $p2}) DELETE r",
    "position-that-nobody-holds": "MATCH (:Entity)-[r:HOLDS]->(:PolicyPosition {id: $p3}) DELETE r",
    "position-of-another-action": "MATCH (p:PolicyPosition {id: $p4}) SET p.action = 'funds'",
    "entity-of-no-kind": "MATCH (e:Entity {id: 'microsoft'}) SET e.kind = 'Vendor'",
    "entity-without-name": "MATCH (e:Entity {id: 'hikvision'}) SET e.name = ''",
    "article-without-hash": "CREATE (:Article {id: 'a-theirs', title: 'theirs'})",
    "copy-of-a-copy": "MATCH (a:Article {id: $a1}) CREATE (a)-[:COPY_OF]->(a)",
    "speaker-that-is-no-person": "MATCH (s:Statement {id: $s11}), (e:Entity {id: 'facial-recognition'}) "
    "CREATE (s)-[:SAID_BY]->(e)",
    "unspecified-actor": "MATCH (s:Statement {id: $s12})-[r:ACTOR]->() DELETE r",
    "unverified-quote": "MATCH (s:Statement {id: $s13})-[q:QUOTES]->() SET q.verified = false",
    "binding-act-of-the-powerless": "MATCH (s:Statement {id: $s14}), (e:Entity {id: 'ibm'}) "
    "CREATE (s)-[:ACTOR]->(e) SET s.action = 'bans'",
}
"""By the name of a rule: what breaks it."""


@pytest.fixture
def filled(store: Store, ontology: Ontology) -> Store:
    store.add(coded_readings(ontology))
    return store


def _ids(store: Store) -> dict[str, str]:
    """Different statements, positions and articles to break, by the names that the breaking queries use."""
    found = {
        "s": "MATCH (s:Statement)-[:ACTOR]->() MATCH (s)-[:TECHNOLOGY]->() RETURN DISTINCT s.id ORDER BY s.id",
        "p": "MATCH (p:PolicyPosition) RETURN p.id ORDER BY p.id",
        "a": "MATCH (a:Article) RETURN a.id ORDER BY a.id",
    }
    rows = {name: [key for (key,) in store.query(cypher).rows] for name, cypher in found.items()}
    return {f"{name}{number}": key for name, keys in rows.items() for number, key in enumerate(keys)}


def test_each_deliberate_violation_is_found_with_its_cure(filled: Store, ontology: Ontology) -> None:
    ids = _ids(filled)
    for cypher in BROKEN.values():
        used = {name: key for name, key in ids.items() if f"${name}}}" in cypher}
        filled.execute_typed(cypher, used)
    found = list(breaches(filled, ontology, RULES))
    assert {breach.rule.name for breach in found} == set(BROKEN) == {rule.name for rule in RULES}
    assert all(breach.node and breach.rule.cure for breach in found)
    assert sum(rule.severity is Severity.VIOLATION for rule in RULES) == 20


def test_a_whole_graph_breaks_none(filled: Store, ontology: Ontology) -> None:
    found = list(breaches(filled, ontology, RULES))
    assert [breach for breach in found if breach.rule.severity is Severity.VIOLATION] == []


def test_a_file_that_is_no_rule_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.cypher").write_text("// says: x\nMATCH (n) RETURN n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.cypher:1: the head lacks 'cure'"):
        rules(tmp_path)
