from collections.abc import Callable

import pytest

from kg.errors import ExportError, QuestionError
from kg.network import Network
from kg.network.found import statements_in
from kg.network.selection import Selection, selected
from kg.ontology import Ontology
from kg.store import Store
from tests.network.conftest import Tell

Level = Callable[..., Network]


def chosen(store: Store, ontology: Ontology, **selection: object) -> set[str]:
    return set(selected(store, ontology, Selection(**selection)) or ())  # type: ignore[arg-type]


def test_nothing_asked_means_all(store: Store, ontology: Ontology) -> None:
    assert selected(store, ontology, Selection()) is None


def test_a_technology_takes_what_is_narrower(store: Store, ontology: Ontology, tell: Tell) -> None:
    face, _ = tell(("2020-06-10", {}), ("2020-06-11", {"technology": "drones"}))
    assert chosen(store, ontology, technology="biometrics") == {face.id}


def test_a_time_is_that_of_the_report(store: Store, ontology: Ontology, tell: Tell) -> None:
    early, late, _ = tell(
        ("2019-12-31", {}), ("2020-06-10T08:00:00Z", {"actor": "ibm"}), (None, {"actor": "microsoft"})
    )
    assert chosen(store, ontology, until="2019") == {early.id}
    assert chosen(store, ontology, since="2020-06-10", until="2020-06-10") == {late.id}


def test_around_goes_as_far_as_asked(store: Store, ontology: Ontology, tell: Tell) -> None:
    near, far, _ = tell(
        ("2020-06-10", {"technology": "drones"}),
        ("2020-06-11", {"actor": "ibm", "technology": "drones", "counterparty": "schools"}),
        ("2020-06-12", {"actor": "microsoft", "technology": "spyware", "counterparty": None}),
    )
    assert chosen(store, ontology, around="Amazon") == {near.id}
    assert chosen(store, ontology, around="Amazon", depth=2) == {near.id, far.id}


def test_all_that_is_asked_holds_at_once(store: Store, ontology: Ontology, tell: Tell) -> None:
    tell(("2020-06-10", {}), ("2021-06-10", {"technology": "drones"}))
    with pytest.raises(ExportError, match="no statement is left: drones, reported … to 2020"):
        selected(store, ontology, Selection(technology="drones", until="2020"))


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        ({"technology": "telepathy"}, "telepathy"),
        ({"around": "Nobody Inc"}, "Nobody Inc"),
        ({"since": "last year"}, "last year"),
        ({"collection": "mine"}, "mine"),
    ],
)
def test_what_there_is_not_is_said(
    store: Store, ontology: Ontology, tell: Tell, selection: dict[str, str], said: str
) -> None:
    tell(("2020-06-10", {}))
    with pytest.raises(QuestionError, match=said):
        selected(store, ontology, Selection(**selection))  # type: ignore[arg-type]


RETURNED = {
    "an id": "MATCH (s:Statement)-[:ACTOR]->(:Entity {id: 'ibm'}) RETURN s.id",
    "a list of ids": "MATCH (s:Statement)-[:ACTOR]->(:Entity {id: 'ibm'}) RETURN collect(s.id)",
    "a statement": "MATCH (s:Statement)-[:ACTOR]->(:Entity {id: 'ibm'}) RETURN s",
    "a position": "MATCH (p:PolicyPosition)<-[:HOLDS]-(:Entity {id: 'ibm'}) RETURN p",
    "an article": "MATCH (a:Article)<-[:QUOTES]-(:Statement)-[:ACTOR]->(:Entity {id: 'ibm'}) RETURN a",
    "an entity": "MATCH (e:Entity {id: 'ibm'}) RETURN e",
    "a path": "MATCH p = (:Entity {id: 'ibm'})<-[:ACTOR]-(:Statement) RETURN p",
}


@pytest.mark.parametrize("cypher", RETURNED.values(), ids=RETURNED.keys())
def test_rows_lead_to_their_statements(store: Store, tell: Tell, cypher: str) -> None:
    _, theirs = tell(("2020-06-10", {}), ("2020-06-11", {"actor": "ibm"}))
    with store.stream_typed(cypher, {}, 30.0) as rows:
        assert statements_in(store, list(rows)) == {theirs.id}


def test_entities_lead_to_what_they_do_to_each_other(store: Store, tell: Tell) -> None:
    theirs, _ = tell(("2020-06-10", {}), ("2020-06-11", {"counterparty": "schools"}))
    with store.stream_typed("MATCH (e:Entity) WHERE e.id IN ['amazon', 'police'] RETURN e", {}, 30.0) as rows:
        assert statements_in(store, list(rows)) == {theirs.id}


def test_rows_of_numbers_lead_nowhere(store: Store, tell: Tell) -> None:
    tell(("2020-06-10", {}))
    with pytest.raises(ExportError, match="lead to no statement"):
        statements_in(store, [(1, "text", None)])
