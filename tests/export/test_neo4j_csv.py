"""`kg export neo4j-csv`: Neo4j's own tool makes the same graph of the files, value for value and type for type."""

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import cli
from kg.errors import ExportError
from kg.export import Written, graph, write_neo4j_csv
from kg.export.graph import Node, Relationship
from kg.export.neo4j_csv.arguments import argument_file
from kg.export.neo4j_csv.lines import node_header, node_line, relationship_header, relationship_line
from kg.export.neo4j_csv.tables import NODES, Joining
from kg.model import Article, Quote, Reading, Span
from kg.ontology import Ontology
from kg.store import Added, Store, open_store
from kg.store.dump import Dump, dump
from tests.coded import coded_readings
from tests.neo4j_server import OwnServer
from tests.store.readings import filler, statement

ODD_TEXTS = (
    *(
        '"',
        '""',
        'she said "no, never"',
        "a,b;c|d",
        "back\\slash",
        '\\"',
        "ends in \\",
        "'",
        "null",
        "=1+1",
        "#x",
        "007",
    ),
    *(
        "two\nlines",
        "carriage\rreturn",
        "both\r\n",
        "\n\n",
        "tab\t",
        "  spaces  ",
        "\x00 \x07 \x1b \x7f \x85",
        "\u2028",
    ),
    *("\ufeffmark", "né ẞ 中文 עברית", "👩‍👩‍👧 \U0010ffff", "\u202eturned"),
)
_TYPES = """
MATCH (n) UNWIND keys(n) AS name
WITH DISTINCT labels(n)[0] AS of, name, valueType(n[name]) AS type RETURN of, name, type ORDER BY of, name, type"""
_TYPES_OF_RELATIONSHIPS = """
MATCH ()-[r]->() UNWIND keys(r) AS name
WITH DISTINCT type(r) AS of, name, valueType(r[name]) AS type RETURN of, name, type ORDER BY of, name, type"""


def readings(ontology: Ontology) -> list[Reading]:
    """The hand-coded demo articles, and one with a statement for every odd text."""
    odd = Article.read("\n".join(ODD_TEXTS), title='Odd "things"', url="https://example.org/odd", publisher="")
    told = (
        statement(
            odd,
            **{"actor": filler(f"firm {number}", text), "condition": text, "exception": "", "scope": text},
            **{"since": "2020-02", "until": "2024", "confidence": 0.1 + 0.2, "quotes": _quotes(odd, text)},
        )
        for number, text in enumerate(ODD_TEXTS)
    )
    return [*coded_readings(ontology), Reading(article=odd, statements=tuple(told), read_with="by hand")]


def _quotes(of: Article, text: str) -> tuple[Quote, ...]:
    place = of.text.find(text)
    return (Quote(text=text, span=Span(start=place, end=place + len(text)) if place >= 0 else None),)


@pytest.fixture
def filled(embedded: Store, ontology: Ontology) -> Store:
    embedded.add(readings(ontology))
    return embedded


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestLines:
    def test_a_header_names_types_and_ids_of_a_space_of_their_own(self) -> None:
        columns = {"name": "string", "collective": "boolean"}
        assert node_header("Entity", columns) == "id:ID(Entity),:LABEL,name:string,collective:boolean\n"

    def test_a_header_names_what_a_relationship_joins(self) -> None:
        joining = Joining("Statement", "Article", {"start": "long"})
        assert relationship_header(joining) == ":START_ID(Statement),:END_ID(Article),start:long\n"

    @pytest.mark.parametrize(
        ("value", "kind", "cell"),
        [
            (None, "string", ""),
            ("", "string", '""'),
            ('a "b", c', "string", '"a ""b"", c"'),
            ("one\ntwo\\", "string", '"one\ntwo\\"'),
            (True, "boolean", "true"),
            (False, "boolean", "false"),
            (12, "long", "12"),
            (1, "double", "1.0"),
            (0.1 + 0.2, "double", "0.30000000000000004"),
            ("2020-01-01", "date", "2020-01-01"),
        ],
    )
    def test_a_value_is_written_by_its_type(self, value: object, kind: str, cell: str) -> None:
        node = Node(id="x", labels=("Entity", "Company"), properties={"id": "x", "value": value})
        assert node_line(node, {"value": kind}) == f'"x","Entity;Company",{cell}\n'

    def test_an_absent_property_is_an_empty_cell(self) -> None:
        joining = Joining("Entity", "Entity", {"since": "string", "until": "string"})
        line = relationship_line(Relationship("OWNED_BY", "a", "b", {"until": "2020"}), joining)
        assert line == '"a","b",,"2020"\n'


class TestFiles:
    def test_the_files_are_those_that_are_named(self, filled: Store, ontology: Ontology, tmp_path: Path) -> None:
        written = write_neo4j_csv(filled, ontology, tmp_path / "out")
        assert contents(tmp_path / "out").keys() == set(written.files)
        assert {"import.args", "nodes/Entity.csv", "relationships/RESTRICTS_SALE.csv"} < set(written.files)

    def test_what_is_counted_is_what_the_store_holds(self, filled: Store, ontology: Ontology, tmp_path: Path) -> None:
        written = write_neo4j_csv(filled, ontology, tmp_path / "out")
        whole = dump(filled)
        assert (written.nodes, written.relationships) == (len(whole.nodes) + 1, len(whole.relationships))

    def test_pages_of_any_size_give_the_same_bytes(
        self, filled: Store, ontology: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_neo4j_csv(filled, ontology, tmp_path / "large")
        monkeypatch.setattr(graph, "_NODES_A_PAGE", 7)
        monkeypatch.setattr(graph, "_IDS_A_SCAN", 20)
        write_neo4j_csv(filled, ontology, tmp_path / "small")
        assert contents(tmp_path / "small") == contents(tmp_path / "large")

    @pytest.mark.neo4j
    def test_both_stores_give_the_same_bytes(
        self, filled: Store, on_server: Store, ontology: Ontology, tmp_path: Path
    ) -> None:
        on_server.add(readings(ontology))
        for name, store in (("embedded", filled), ("server", on_server)):
            write_neo4j_csv(store, ontology, tmp_path / name)
        assert contents(tmp_path / "embedded") == contents(tmp_path / "server")

    def test_relationships_of_others_are_left_out_and_named(
        self, filled: Store, ontology: Ontology, tmp_path: Path
    ) -> None:
        filled.execute_typed("MATCH (a:Entity {id: 'amazon'}), (b:Entity {id: 'microsoft'}) CREATE (a)-[:ENVIES]->(b)")
        assert write_neo4j_csv(filled, ontology, tmp_path / "out").unknown == ("ENVIES",)

    def test_a_value_larger_than_the_usual_buffer_gets_a_larger_one(self) -> None:
        assert "--read-buffer-size=4m\n" in argument_file("neo4j", ["Article"], [], longest=1000)
        assert "--read-buffer-size=11m\n" in argument_file("neo4j", ["Article"], [], longest=10_000_000)


class TestFolder:
    def test_an_empty_folder_will_do(self, filled: Store, ontology: Ontology, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        assert write_neo4j_csv(filled, ontology, tmp_path / "out").nodes

    def test_a_folder_with_something_in_it_is_left_alone(
        self, filled: Store, ontology: Ontology, tmp_path: Path
    ) -> None:
        kept = tmp_path / "out" / "thesis.txt"
        kept.parent.mkdir()
        kept.write_text("mine")
        with pytest.raises(ExportError, match="name a new folder or an empty one"):
            write_neo4j_csv(filled, ontology, kept.parent)
        assert contents(tmp_path / "out") == {"thesis.txt": b"mine"}

    def test_of_an_empty_graph_nothing_is_left(self, embedded: Store, ontology: Ontology, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match="load articles with `kg load PATH`"):
            write_neo4j_csv(embedded, ontology, tmp_path / "below" / "out")
        assert list((tmp_path / "below").iterdir()) == []


class TestCommand:
    @pytest.fixture
    def store(self, tmp_path: Path, ontology: Ontology) -> str:
        with open_store(str(tmp_path / "store"), ontology, create=True) as store:
            store.add(coded_readings(ontology))
        return str(tmp_path / "store")

    def test_one_line_tells_the_result_and_the_next_steps_are_told_beside_it(self, store: str, tmp_path: Path) -> None:
        folder = tmp_path / "for neo4j"
        done = CliRunner().invoke(cli, ["export", "neo4j-csv", str(folder), "--store", store], prog_name="kg")
        assert done.exit_code == 0, done.output
        assert done.stdout.endswith(f" relationships in {folder}\n")
        assert f"cd '{folder}' && neo4j-admin database import full neo4j @import.args\n" in done.stderr
        assert "kg store init --store" in done.stderr

    def test_another_database_may_be_named(self, store: str, tmp_path: Path) -> None:
        words = ["export", "neo4j-csv", str(tmp_path / "out"), "--store", store, "--database", "policy"]
        done = CliRunner().invoke(cli, words, prog_name="kg")
        assert "neo4j-admin database import full policy @import.args\n" in done.stderr
        assert "full policy @import.args\n" in (tmp_path / "out" / "import.args").read_text(encoding="utf-8")


@pytest.mark.neo4j
class TestImport:
    """All on one database, which the real tool makes of an export of the embedded store."""

    @pytest.fixture(scope="class")
    def exported(self, tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> tuple[Written, Dump]:
        folder = tmp_path_factory.mktemp("export")
        with open_store(str(folder / "store"), ontology, create=True) as store:
            store.add(readings(ontology))
            return write_neo4j_csv(store, ontology, folder / "out"), dump(store)

    @pytest.fixture(scope="class")
    def imported(self, own_neo4j: OwnServer, exported: tuple[Written, Dump], ontology: Ontology) -> Iterator[Store]:
        written, _ = exported
        program, *words = shlex.split(written.shell.partition(" && ")[2])
        assert program == "neo4j-admin"
        shutil.copytree(written.folder, own_neo4j.home, dirs_exist_ok=True)
        own_neo4j.admin(*words)
        own_neo4j.start()
        server = own_neo4j.server
        with open_store(server.uri, ontology, create=True, credentials=server.credentials) as store:
            yield store

    def test_the_graph_is_the_same(self, imported: Store, exported: tuple[Written, Dump]) -> None:
        assert dump(imported) == exported[1]

    def test_every_value_has_the_type_that_loading_gives_it(
        self, imported: Store, on_server: Store, ontology: Ontology
    ) -> None:
        on_server.add(readings(ontology))
        for cypher in (_TYPES, _TYPES_OF_RELATIONSHIPS):
            assert imported.query(cypher) == on_server.query(cypher)

    def test_the_constraints_are_made_when_it_is_opened_to_write(self, imported: Store) -> None:
        found = imported.query("SHOW CONSTRAINTS YIELD labelsOrTypes AS label RETURN label[0] AS label").records()
        assert NODES.keys() <= {row["label"] for row in found}

    def test_loading_the_same_again_skips_everything(self, imported: Store, ontology: Ontology) -> None:
        again = readings(ontology)
        assert imported.add(again) == Added(skipped=len(again))
