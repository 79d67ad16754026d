import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, complaint
from tests.conftest import needed
from tests.maven import program


@pytest.mark.parametrize("form", ["gexf", "graphml", "cyjs", "dot", "json", "html"])
@pytest.mark.parametrize("level", ["positions", "statements", "entities"])
def test_each_format_says_what_it_wrote(kg: Run, coded_store: str, form: str, level: str) -> None:
    done = kg("export", form, f"graph.{form}", "--level", level, "--store", coded_store)
    assert done.exit_code == 0, done.output
    assert done.stdout.endswith(f" edges in graph.{form}\n")
    assert Path(f"graph.{form}").stat().st_size > 1_000


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_says_what_it_shows_and_what_it_does_not(kg: Run, coded_store: str, form: str) -> None:
    with needed():
        program("sfdp")
    done = kg("export", form, f"graph.{form}", "--nodes", "10", "--title", "Ten", "--store", coded_store)
    assert done.exit_code == 0, done.output
    assert "kg: the network has " in done.stderr
    assert done.stdout.endswith(f"edges in graph.{form}\n")


def nodes(path: str) -> set[str]:
    return {node["label"] for node in json.loads(Path(path).read_text(encoding="utf-8"))["nodes"]}


@pytest.mark.parametrize(
    ("words", "has", "lacks"),
    [
        (("--query", "who-bans"), "Minneapolis", "Amazon"),
        (("--query", "positions-of", "--param", "actor=IBM"), "IBM", "Minneapolis"),
        (("--cypher", "MATCH (s:Statement {action: 'sues'}) RETURN s"), "ACLU of Illinois", "Amazon"),
        (("--around", "Amazon"), "Amazon", "Minneapolis"),
        (("--technology", "video surveillance"), "Hikvision", "Amazon"),
        (("--until", "2019"), "Aaron Peskin", "Amazon"),
    ],
)
def test_a_part_of_the_graph_is_exported(
    kg: Run, coded_store: str, words: tuple[str, ...], has: str, lacks: str
) -> None:
    done = kg("export", "json", "part.json", *words, "--store", coded_store)
    assert done.exit_code == 0, done.output
    assert has in nodes("part.json")
    assert lacks not in nodes("part.json")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--technology", "telepathy"), "no entity 'telepathy'"),
        (("--around", "Amazn"), "did you mean Amazon"),
        (("--collection", "none"), "no article is in a collection 'none'"),
        (("--cypher", "RETURN 1"), "the rows lead to no statement"),
        (("--cypher", "CREATE (n) RETURN n"), "an export only reads"),
        (("--query", "who-ban"), "did you mean who-bans"),
        (("--since", "yesterday"), "'yesterday' is no ISO date"),
        (("--since", "2090"), "no statement is left"),
    ],
)
def test_what_is_asked_wrongly_is_one_line(kg: Run, coded_store: str, words: tuple[str, ...], said: str) -> None:
    assert said in complaint(kg("export", "gexf", "x.gexf", *words, "--store", coded_store))
    assert not Path("x.gexf").exists()


def test_two_ways_to_say_the_same_are_refused(kg: Run, coded_store: str) -> None:
    both = ("--query", "who-bans", "--cypher", "RETURN 1")
    assert kg("export", "gexf", "x.gexf", *both, "--store", coded_store).exit_code == 2
    assert kg("export", "gexf", "x.gexf", "--param", "a=b", "--store", coded_store).exit_code == 2


def test_nothing_that_holds_is_said(kg: Run, coded_store: str) -> None:
    proposed = "MATCH (s:Statement {status: 'considered'}) RETURN s"
    done = kg("export", "gexf", "x.gexf", "--cypher", proposed, "--store", coded_store)
    assert done.exit_code == 0
    assert "--level statements" in done.stderr


def test_tables_go_into_a_new_folder(kg: Run, coded_store: str) -> None:
    assert kg("export", "csv", "tables", "--store", coded_store).exit_code == 0
    assert {path.name for path in Path("tables").iterdir()} == {"nodes.csv", "edges.csv"}
    assert "is there already" in complaint(kg("export", "csv", "tables", "--store", coded_store))


@pytest.mark.parametrize("name", ["t.svg", "t.html"])
@pytest.mark.parametrize("by", ["actor", "technology"])
def test_a_timeline_says_how_many_bars_it_has(kg: Run, coded_store: str, name: str, by: str) -> None:
    done = kg("export", "timeline", name, "--by", by, "--rows", "20", "--store", coded_store)
    assert done.exit_code == 0, done.output
    assert "more have fewer statements" in done.stderr
    assert done.stdout.endswith(f"bars in {name}\n")


def test_a_report_tells_its_files(kg: Run, coded_store: str) -> None:
    done = kg("export", "report", "facial recognition", "faces.html", "--store", coded_store)
    assert done.stdout.splitlines() == ["faces.html", "faces.bib"]
    assert "did you mean" in complaint(kg("export", "report", "facial recogniton", "x.md", "--store", coded_store))


@pytest.mark.parametrize("words", [("timeline", "t.pdf"), ("report", "IBM", "r.pdf")])
def test_a_name_of_another_kind_is_refused(kg: Run, coded_store: str, words: tuple[str, ...]) -> None:
    assert "name a file that ends in" in complaint(kg("export", *words, "--store", coded_store))


def test_the_store_is_not_made_by_exporting(kg: Run) -> None:
    assert "there is no store" in complaint(kg("export", "gexf", "x.gexf"))
    assert list(Path().iterdir()) == []
