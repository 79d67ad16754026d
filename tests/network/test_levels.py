from collections.abc import Callable
from typing import cast

import pytest

from kg.model import Certainty, Status
from kg.network import Edge, Network, Spell
from kg.network.levels import LEVELS, network
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store
from tests.coded import coded_readings
from tests.network.conftest import Tell
from tests.store.readings import filler

Level = Callable[..., Network]

UNPLAIN = [
    {"status": Status.DENIED},
    {"status": Status.PROPOSED},
    {"status": Status.ENDED},
    {"certainty": Certainty.HEDGED},
]


def edges(network: Network) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.kind, edge.target) for edge in network.edges()]


def test_a_position_is_an_edge_from_actor_to_object(tell: Tell, at_level: Level) -> None:
    (told,) = tell(("2020-06-10", {"until": "2021-06"}))
    (edge,) = at_level("positions").edges()
    assert (edge.source, edge.kind, edge.target, edge.stance) == ("amazon", "restricts_sale", "police", "restricts")
    assert edge.attributes["statements"] == (told.id,)
    assert edge.attributes["technologies"] == ("facial recognition",)
    assert edge.spells == (Spell("2020-06-10", "2021-06"),)


def test_weight_counts_the_articles_that_are_no_copies(store: Store, tell: Tell, at_level: Level) -> None:
    tell(("2020-06-10", {}), ("2020-06-11", {}), ("2020-06-12", {"actor": "ibm"}))
    weights = {edge.source: edge.weight for edge in at_level("positions").edges()}
    assert weights == {"amazon": 2.0, "ibm": 1.0}


@pytest.mark.parametrize("fields", UNPLAIN)
@pytest.mark.parametrize("level", ["positions", "entities"])
def test_what_is_no_plain_fact_is_no_edge(tell: Tell, at_level: Level, fields: dict[str, object], level: str) -> None:
    tell(("2020-06-10", fields))
    assert not [edge for edge in at_level(level).edges() if "statements" in edge.attributes]


@pytest.mark.parametrize(
    ("fields", "state"), list(zip(UNPLAIN, ("denied", "proposed", "ended", "hedged"), strict=True))
)
def test_a_statement_says_in_its_label_what_it_is(
    tell: Tell, at_level: Level, fields: dict[str, object], state: str
) -> None:
    (told,) = tell(("2020-06-10", fields))
    labels = {node.id: node.label for node in at_level("statements").nodes()}
    assert labels[told.id].endswith(f"({state})")


def test_statements_are_nodes_joined_to_all_they_name(tell: Tell, at_level: Level) -> None:
    (told,) = tell(("2020-06-10", {}))
    network = at_level("statements")
    assert {node.kind for node in network.nodes()} == {
        *("Statement", "Article", "Company", "Technology", "LawEnforcement"),
    }
    assert edges(network) == sorted(
        [
            (told.id, "actor", "amazon"),
            (told.id, "counterparty", "police"),
            (told.id, "technology", "facial-recognition"),
            (told.id, "quotes", told.article),
        ],
        key=lambda edge: (edge[2], edge[1]),
    )


def test_entities_are_joined_to_all_that_a_position_is_about(tell: Tell, at_level: Level) -> None:
    tell(("2020-06-10", {}))
    facts = [edge for edge in at_level("entities").edges() if "statements" in edge.attributes]
    assert [(edge.source, edge.target) for edge in facts] == [("amazon", "facial-recognition"), ("amazon", "police")]


def test_links_of_the_ontology_stand_for_no_statement(tell: Tell, at_level: Level) -> None:
    tell(
        ("2020-06-10", {"counterparty": None}),
        ("2020-06-11", {"technology": "biometrics", "counterparty": None, "actor": "ibm"}),
    )
    linked = [edge for edge in at_level("entities").edges() if "statements" not in edge.attributes]
    assert all(edge.stance == "neutral" for edge in linked)


def test_who_opposes_a_rule_is_not_drawn_against_the_theme(store: Store, tell: Tell, at_level: Level) -> None:
    tell(("2020-06-10", {"action": "opposes", "counterparty": None, "measure": filler("moratorium")}))
    (edge,) = at_level("positions").edges()
    assert edge.stance == "neutral"
    assert "moratorium" in edge.label


def test_times_that_overlap_are_one(tell: Tell, at_level: Level) -> None:
    tell(
        ("2020-06-10", {"since": "2020", "until": "2021"}),
        ("2021-02-10", {"since": "2021", "until": "2022", "technology": "drones"}),
        ("2024-02-10", {"since": "2024", "technology": "spyware"}),
    )
    (edge,) = at_level("positions").edges()
    assert edge.spells == (Spell("2020", "2022"), Spell("2024", None))


@pytest.mark.parametrize("level", LEVELS)
def test_a_network_is_read_alike_each_time(tell: Tell, at_level: Level, level: str) -> None:
    tell(("2020-06-10", {}), (None, {"actor": "ibm"}), ("2020-06-12", {"action": "uses", "actor": "police"}))
    network = at_level(level)
    nodes, lines = list(network.nodes()), list(network.edges())
    assert (list(network.nodes()), list(network.edges())) == (nodes, lines)
    assert lines == sorted(lines, key=lambda edge: (edge.source, edge.target, edge.kind))
    assert _ends(lines) <= {node.id for node in nodes}
    assert len({edge.id for edge in lines}) == len(lines)


@pytest.mark.parametrize("level", LEVELS)
def test_what_a_person_rejected_is_in_none(store: Store, tell: Tell, at_level: Level, level: str) -> None:
    told, other = tell(("2020-06-10", {}), ("2020-06-11", {"actor": "ibm"}))
    store.execute_typed("MATCH (s:Statement {id: $id}) SET s.review = 'rejected'", {"id": told.id})
    network = at_level(level)
    assert "amazon" not in {node.id for node in network.nodes()}
    assert told.id not in str(list(network.edges()))
    assert other.id in str(list(network.edges()))


def _ends(lines: list[Edge]) -> set[str]:
    return {end for edge in lines for end in (edge.source, edge.target)}


@pytest.mark.parametrize("level", ["positions", "entities"])
def test_every_edge_of_a_real_graph_rests_on_a_plain_statement(store: Store, ontology: Ontology, level: str) -> None:
    store.add(coded_readings(ontology))
    rows = store.query("MATCH (s:Statement) RETURN s.id, s.status, s.certainty").rows
    plain = {key for key, status, certainty in rows if status in ("in_force", "announced") and certainty == "stated"}
    drawn = [edge for edge in network(store, ontology, Selection(), level).edges() if "statements" in edge.attributes]
    assert len(drawn) > 40
    assert all(plain.intersection(cast(tuple[str, ...], edge.attributes["statements"])) for edge in drawn)
