"""`kg show` and `kg status` lead from names to words."""

from tests.cli.conftest import Run, complaint, rows


def test_an_entity_is_shown_with_its_evidence(kg: Run, coded_store: str) -> None:
    shown = kg("show", "Microsoft", "--store", coded_store).stdout
    assert "kind: Company" in shown
    assert "Microsoft restricts the sale of facial recognition · counterparty: police" in shown
    assert "until a federal law “grounded in human rights” is in place" in shown
    assert "— Brad Smith, in The Demo Ledger, 2020-06-11, https://demo.example.org/ledger/" in shown


def test_a_statement_is_shown_with_its_quote_marked_in_the_passage(kg: Run, coded_store: str) -> None:
    entity = rows(kg("show", "Microsoft", "--format", "json", "--store", coded_store))[0]
    said = next(s for s in entity["statements"] if s["quote"] == "He urged Congress to pass national rules.")
    shown = kg("show", said["statement"], "--store", coded_store).stdout
    assert "to date. >>>He urged Congress to pass national rules.<<<" in shown
    assert "quote, verified at " in shown


def test_an_article_is_shown_with_its_statements(kg: Run, coded_store: str) -> None:
    title = "ICO fines Clearview AI £7.5m and orders it to delete UK faces"
    (article,) = rows(kg("show", title, "--format", "json", "--store", coded_store))
    assert article["publisher"] == "The Data Desk (demo)"
    assert "text" not in article
    assert len(article["statements"]) > 3


def test_an_unknown_name_is_one_line_with_the_nearest(kg: Run, coded_store: str) -> None:
    assert "did you mean Microsoft" in complaint(kg("show", "Microsft", "--store", coded_store))


def test_status_counts(kg: Run, coded_store: str) -> None:
    (counts,) = rows(kg("status", "--format", "json", "--store", coded_store))
    assert counts["articles"] == counts["read_otherwise"] == 10
    assert counts["quotes"] == counts["verified_quotes"] >= counts["statements"] > 70
    assert counts["triples"] > 0


def test_status_holds_no_path(kg: Run, coded_store: str) -> None:
    assert "/" not in kg("status", "--format", "json", "--store", coded_store).stdout
