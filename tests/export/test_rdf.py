"""The graph leaves as RDF that others read, and comes back as it was."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import ExportError
from kg.export.rdf import FORMATS, write_rdf
from kg.extract.protocol import Extractor
from kg.ontology import Ontology
from kg.pipeline.load import load
from kg.pipeline.report import Report
from kg.rdf.names import VOCABULARY, term
from kg.store import Store, open_store
from kg.store.dump import dump
from tests.export.odd import readings

ENDINGS = tuple(FORMATS)


@pytest.fixture
def empty(ontology: Ontology, tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "again"), ontology, create=True) as store:
        yield store


def loaded(path: Path, into: Store, ontology: Ontology, extractor: Extractor) -> Report:
    return load(into, ontology, extractor, [path])


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_graph_comes_back_as_it_was(
    filled: Store, empty: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"graph{ending}"
    write_rdf(filled, path)
    assert not loaded(path, empty, ontology, extractor).failures
    assert dump(empty) == dump(filled)


def test_a_large_graph_comes_back_as_it_was(
    large: Store, empty: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path
) -> None:
    path = tmp_path / "graph.ttl"
    write_rdf(large, path)
    report = loaded(path, empty, ontology, extractor)
    assert (report.articles, report.failures) == (2_000, ())
    assert dump(empty) == dump(large)


@pytest.mark.neo4j
def test_both_stores_give_the_same_bytes(filled: Store, on_server: Store, ontology: Ontology, tmp_path: Path) -> None:
    on_server.add(readings(ontology))
    for name, store in (("folder", filled), ("server", on_server)):
        write_rdf(store, tmp_path / f"{name}.ttl")
    assert (tmp_path / "folder.ttl").read_bytes() == (tmp_path / "server.ttl").read_bytes()


def test_what_is_loaded_again_is_skipped(
    demo: Store, empty: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path
) -> None:
    write_rdf(demo, tmp_path / "graph.nt")
    loaded(tmp_path / "graph.nt", empty, ontology, extractor)
    again = loaded(tmp_path / "graph.nt", empty, ontology, extractor)
    assert (again.articles, again.statements) == (0, 0)


def test_all_formats_say_the_same_and_two_parsers_agree(filled: Store, tmp_path: Path) -> None:
    said = []
    for ending in ENDINGS:
        number = write_rdf(filled, tmp_path / f"graph{ending}")
        parsed = {str(quad.triple) for quad in ox.parse(path=str(tmp_path / f"graph{ending}"))}
        assert len(parsed) == number
        said.append(parsed)
    assert all(each == said[0] for each in said)
    for ending, name in ((".ttl", "turtle"), (".nt", "nt"), (".trig", "trig"), (".jsonld", "json-ld")):
        graph: rdflib.Graph = rdflib.Dataset(default_union=True) if name == "trig" else rdflib.Graph()
        assert len(graph.parse(tmp_path / f"graph{ending}", format=name)) == len(said[0])


def test_no_direct_triple_says_more_than_the_graph(demo: Store, tmp_path: Path) -> None:
    write_rdf(demo, tmp_path / "graph.nt")
    quads = list(ox.parse(path=str(tmp_path / "graph.nt")))
    entity = "https://w3id.org/techpolicy-kg/entity/"
    direct = {
        (quad.subject.value, quad.predicate.value.removeprefix(VOCABULARY), quad.object.value)
        for quad in quads
        if quad.subject.value.startswith(entity) and quad.predicate.value.startswith(VOCABULARY)
        and isinstance(quad.object, ox.NamedNode)
    }  # fmt: skip
    rows = demo.query("MATCH (a:Entity)-[r]->(b:Entity) WHERE r.status IS NOT NULL RETURN a.id, type(r), b.id").rows
    wanted = {(entity + a, kind.lower(), entity + b) for a, kind, b in rows}
    links = {
        triple for triple in direct if triple[1] in ("member_of", "owned_by", "made_by", "part_of", "of_jurisdiction")
    }
    assert wanted and direct - links == wanted


def test_texts_can_stay_at_home(
    demo: Store, empty: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path
) -> None:
    write_rdf(demo, tmp_path / "graph.ttl", without_text=True)
    assert "articleBody" not in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    loaded(tmp_path / "graph.ttl", empty, ontology, extractor)
    counts = "MATCH (s:Statement) RETURN count(s)"
    assert empty.query(counts).rows == demo.query(counts).rows


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("foreign.ttl", "@prefix ex: <https://x.example/> . ex:a ex:b ex:c .", "holds no article of the vocabulary"),
        ("broken.ttl", "@prefix ex: <https://x.example/> . ex:a ex:b", "is no RDF that can be read"),
        ("remote.jsonld", '{"@context": "https://x.example/context", "@id": "a"}', "is no RDF that can be read"),
    ],
)
def test_what_is_not_ours_is_refused(
    empty: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (failure,) = loaded(tmp_path / name, empty, ontology, extractor).failures
    assert said in failure.reason


def test_a_statement_that_somebody_changed_is_refused(
    demo: Store, empty: Store, ontology: Ontology, extractor: Extractor, tmp_path: Path
) -> None:
    path = tmp_path / "graph.nt"
    write_rdf(demo, path)
    status = term("kg:status").value
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if status in line and "value/in_force" in line)
    lines[at] = lines[at].replace("value/in_force", "value/denied")
    path.write_text("".join(lines), encoding="utf-8")
    report = loaded(path, empty, ontology, extractor)
    assert [("does not say what its id is made of" in each.reason) for each in report.failures] == [True]
    assert report.articles == 9


def test_a_name_of_no_rdf_is_refused(demo: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"name a file that ends in \.ttl, \.nt, \.trig, \.jsonld"):
        write_rdf(demo, tmp_path / "graph.rdf")
