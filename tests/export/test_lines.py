"""Lines of CSV that `neo4j-admin` reads back as the values they were."""

import pytest

from kg.export.graph import Node, Relationship
from kg.export.neo4j_csv.lines import node_header, node_line, relationship_header, relationship_line
from kg.export.neo4j_csv.tables import Joining


def test_a_header_names_types_and_ids_of_a_space_of_their_own() -> None:
    columns = {"name": "string", "collective": "boolean"}
    assert node_header("Entity", columns) == "id:ID(Entity),:LABEL,name:string,collective:boolean\n"


def test_a_header_names_what_a_relationship_joins() -> None:
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
def test_a_value_is_written_by_its_type(value: object, kind: str, cell: str) -> None:
    node = Node(id="x", labels=("Entity", "Company"), properties={"id": "x", "value": value})
    assert node_line(node, {"value": kind}) == f'"x","Entity;Company",{cell}\n'


def test_an_absent_property_is_an_empty_cell() -> None:
    joining = Joining("Entity", "Entity", {"since": "string", "until": "string"})
    line = relationship_line(Relationship("OWNED_BY", "a", "b", ("Entity",), {"until": "2020"}), joining)
    assert line == '"a","b",,"2020"\n'
