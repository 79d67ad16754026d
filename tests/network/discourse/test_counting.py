import pytest

from kg.errors import ExportError
from kg.model import Certainty, Status
from kg.network.discourse import Debate, Mode, Topic, discourse, windows
from kg.network.discourse.duplicates import once
from kg.network.discourse.measures import communities
from kg.network.discourse.reading import claims
from kg.network.discourse.study import Study, study
from kg.network.selection import Selection
from kg.ontology import Ontology
from kg.store import Store
from tests.network.conftest import Tell
from tests.network.discourse.debates import claim, debate
from tests.store.readings import filler

SAID_AGAIN = [
    claim("a", "x", "+", 0, "one"),
    claim("a", "x", "+", 0, "two"),
    claim("a", "x", "+", 6, "three"),  # Sunday of the same week
    claim("a", "x", "+", 7, "four"),  # Monday
    claim("a", "x", "+", 40, "five"),
    claim("a", "x", "+", 370, "six"),  # the second week of another year
    claim("a", "x", "-", 0, "one"),
    claim("a", "x", "+", None, "seven"),
]


@pytest.mark.parametrize(
    ("within", "for_x"),
    [("document", 7), ("day", 6), ("week", 5), ("month", 4), ("year", 3), ("range", 1), ("include", 7)],
)
def test_what_counts_once(within: str, for_x: int) -> None:
    counted = once(SAID_AGAIN, within)
    assert (sum(each.sign > 0 for each in counted), sum(each.sign < 0 for each in counted)) == (for_x, 1)


def test_windows_move() -> None:
    spans = [(str(window.start), len(window.claims)) for window in windows(debate("a+x b+x c+x d+x"), 2, 1)]
    assert spans == [("2024-01-01", 2), ("2024-01-02", 2), ("2024-01-03", 2), ("2024-01-04", 1)]


def test_claims_without_a_day_are_in_no_window() -> None:
    assert list(windows([claim("a", "x", "+", None)], 7)) == []


def test_communities_are_the_two_camps() -> None:
    graph = discourse(debate("a+x b+x a+y b+y c-x d-x c-y d-y"), Debate(Mode.ACTORS, "subtract"))
    found = communities(graph)
    assert found["a"] == found["b"] != found["c"] == found["d"]


def test_a_norm_of_another_mode_is_refused() -> None:
    with pytest.raises(ExportError, match="'activity' is not for actors; take none, average, jaccard, cosine"):
        discourse([], Debate(Mode.ACTORS, norm="activity"))


Fields = dict[str, object]


@pytest.mark.parametrize(
    ("fields", "concept", "sign"),
    [
        ({"action": "restricts_sale"}, "facial-recognition", -1),
        ({"action": "uses", "counterparty": None}, "facial-recognition", 1),
        ({"action": "opposes", "counterparty": None, "measure": filler("moratorium")}, "moratorium", -1),
        ({"action": "supports", "counterparty": None, "measure": filler("moratorium")}, "moratorium", 1),
        ({"action": "restricts_sale", "status": Status.ANNOUNCED}, "facial-recognition", -1),
    ],
)
def test_a_claim_has_a_concept_and_a_sign(
    store: Store, ontology: Ontology, tell: Tell, fields: Fields, concept: str, sign: int
) -> None:
    (told,) = tell(("2020-06-10", fields))
    (found,) = claims(store, ontology, None)
    names = {row[0]: row[1] for row in store.query("MATCH (e:Entity) RETURN e.id, e.name").rows}
    assert (names[found.concept].replace(" ", "-"), found.sign, found.statements) == (concept, sign, (told.id,))


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.DENIED},
        {"status": Status.CONSIDERED},
        {"status": Status.PROPOSED},
        {"status": Status.ENDED},
        {"certainty": Certainty.HEDGED},
        {"technology": None},
    ],
)
def test_what_is_no_plain_fact_is_no_claim(store: Store, ontology: Ontology, tell: Tell, fields: Fields) -> None:
    tell(("2020-06-10", fields))
    assert claims(store, ontology, None) == []


def test_a_topic_leaves_the_other_out(store: Store, ontology: Ontology, tell: Tell) -> None:
    tell(
        ("2020-06-10", {}),
        ("2020-06-11", {"action": "opposes", "counterparty": None, "measure": filler("moratorium")}),
    )
    of = {topic: [each.sign for each in claims(store, ontology, None, topic)] for topic in Topic}
    assert (len(of[Topic.ANY]), len(of[Topic.TECHNOLOGY]), len(of[Topic.MEASURE])) == (2, 1, 1)


def test_a_study_has_names_and_measures(store: Store, ontology: Ontology, tell: Tell) -> None:
    tell(
        ("2020-06-10", {}), ("2020-06-11", {"actor": "ibm"}), ("2021-06-11", {"actor": "microsoft", "action": "sells"})
    )
    asked = Study(debate=Debate(Mode.ACTORS, "subtract"), communities=True, centralities=("degree",))
    (whole,) = study(store, ontology, asked)
    labels = {node.label: node.attributes for node in whole.network.nodes()}
    assert set(labels) == {"Amazon", "IBM", "Microsoft"}
    assert labels["Amazon"]["degree"] == 2.0
    assert labels["Amazon"]["community"] == labels["IBM"]["community"] != labels["Microsoft"]["community"]
    signs = {(edge.source, edge.target): edge.attributes["signed_weight"] for edge in whole.network.edges()}
    assert signs == {("amazon", "ibm"): 1.0, ("amazon", "microsoft"): -1.0, ("ibm", "microsoft"): -1.0}


def test_a_study_in_windows_has_one_network_each(store: Store, ontology: Ontology, tell: Tell) -> None:
    tell(("2020-06-10", {}), ("2020-06-11", {"actor": "ibm"}), ("2022-06-11", {"actor": "microsoft"}))
    slices = list(study(store, ontology, Study(days=30)))
    assert [(str(each.start), each.claims) for each in slices] == [("2020-06-10", 2), ("2022-05-31", 1)]


def test_a_selection_is_that_of_every_export(store: Store, ontology: Ontology, tell: Tell) -> None:
    tell(("2020-06-10", {}), ("2020-06-11", {"technology": "drones"}))
    (part,) = study(store, ontology, Study(selection=Selection(technology="drones")))
    assert part.claims == 1
