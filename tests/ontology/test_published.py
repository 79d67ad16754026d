"""The vocabulary and the published concepts: whole, consistent, and nothing used that is not defined."""

from collections import Counter
from pathlib import Path

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg.export.rdf import write_rdf
from kg.model import Certainty, Kind, Review, Role, Status
from kg.ontology import Ontology, Stance
from kg.ontology.published import published
from kg.rdf.names import PREFIXES, VOCABULARY
from kg.resources import ontology_folder
from kg.store import Store, open_store
from tests.coded import coded_readings

KG, VALUE = rdflib.Namespace(VOCABULARY), rdflib.Namespace(PREFIXES["value"])


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(ontology_folder() / "vocabulary.ttl")


@pytest.fixture(scope="module")
def concepts() -> Graph:
    return Graph().parse(ontology_folder() / "concepts.ttl")


@pytest.fixture(scope="module")
def demo(ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The demo articles as RDF."""
    folder: Path = tmp_path_factory.mktemp("demo")
    with open_store(str(folder / "store"), ontology, create=True) as store:
        _filled(store, ontology)
        write_rdf(store, folder / "graph.nt")
    return Graph().parse(folder / "graph.nt")


def _filled(store: Store, ontology: Ontology) -> None:
    store.add(coded_readings(ontology))


def test_what_is_published_is_what_the_files_say(ontology: Ontology) -> None:
    assert (ontology_folder() / "concepts.ttl").read_bytes() == published(ontology), "run make ontology"


def test_every_term_has_a_label_and_a_definition(vocabulary: Graph, concepts: Graph) -> None:
    both = vocabulary + concepts
    for subject in {each for each in both.subjects() if isinstance(each, URIRef)} - {URIRef(f"{PREFIXES['kg'][:-1]}")}:
        assert both.value(subject, RDFS.label) or both.value(subject, SKOS.prefLabel), subject
        assert both.value(subject, SKOS.definition), subject


def test_the_vocabulary_has_all_that_the_program_knows(vocabulary: Graph, concepts: Graph, ontology: Ontology) -> None:
    classes = set(vocabulary.subjects(RDF.type, OWL.Class))
    assert {KG[kind.value] for kind in Kind} <= classes
    assert {KG[role.value] for role in Role} <= set(vocabulary.subjects(RDF.type, OWL.ObjectProperty))
    values = {value for values in (Status, Certainty, Review, Stance) for value in values}
    assert {VALUE[value.value] for value in values} == set(vocabulary.subjects(RDF.type, SKOS.Concept))
    assert {KG[slug] for slug in ontology.actions} == set(concepts.subjects(RDF.type, OWL.ObjectProperty))


def test_nothing_is_used_that_is_not_defined(vocabulary: Graph, concepts: Graph, demo: Graph) -> None:
    defined = set(vocabulary.subjects()) | set(concepts.subjects())
    for graph in (demo, concepts):
        used = set(graph.predicates()) | set(graph.objects(None, RDF.type)) | set(graph.objects(None, KG.status))
        assert {each for each in used if str(each).startswith((VOCABULARY, PREFIXES["value"]))} <= defined


def test_nothing_is_defined_that_is_not_used(vocabulary: Graph, concepts: Graph, demo: Graph) -> None:
    ours = {each for each in vocabulary.subjects(RDF.type, OWL.ObjectProperty) if str(each).startswith(VOCABULARY)}
    ours |= set(vocabulary.subjects(RDF.type, OWL.DatatypeProperty))
    rare = {KG.kind, KG.collection}  # of mentions that differ from their entity, of loads with a name
    assert ours - rare <= set(demo.predicates()) | set(concepts.predicates()) | {KG.duration}


def test_concepts_are_in_order(concepts: Graph) -> None:
    """SKOS integrity: one preferred label, a scheme, a way up that ends, no label that is also another."""
    for concept in concepts.subjects(RDF.type, SKOS.Concept):
        assert len(list(concepts.objects(concept, SKOS.prefLabel))) == 1
        assert concepts.value(concept, SKOS.inScheme)
        assert concepts.value(concept, SKOS.broader) or concepts.value(concept, SKOS.topConceptOf)
        assert concept not in set(concepts.transitive_objects(concept, SKOS.broader)) - {concept}
        assert concepts.value(concept, SKOS.prefLabel) not in set(concepts.objects(concept, SKOS.altLabel))
    for child, parent in concepts.subject_objects(SKOS.broader):
        assert child != parent
        assert child not in set(concepts.transitive_objects(parent, SKOS.broader))


def _clashes(graph: Graph) -> list[str]:
    """What a reasoner of OWL 2 RL finds that can't be."""
    closure = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics)
    closure.expand(graph)
    errors = graph.subjects(RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"))
    return [str(graph.value(each, None)) for each in errors]


def test_a_reasoner_finds_no_clash(vocabulary: Graph, demo: Graph) -> None:
    assert _clashes(vocabulary + demo) == []


def test_a_reasoner_finds_a_clash_where_there_is_one(vocabulary: Graph) -> None:
    clash = Graph().parse(data=f"<https://x.example/a> a <{KG.Company}>, <{KG.Technology}> .", format="turtle")
    assert _clashes(vocabulary + clash)


def test_labels_are_not_two_concepts(concepts: Graph) -> None:
    labels = Counter(
        (str(concepts.value(concept, SKOS.inScheme)), str(label))
        for concept, label in concepts.subject_objects(SKOS.prefLabel)
    )
    assert [label for label, often in labels.items() if often > 1] == []
