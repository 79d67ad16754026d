import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, complaint, rows


def test_without_a_file_the_strongest_ties_are_printed(kg: Run, coded_store: str) -> None:
    done = kg("network", "--mode", "actors", "--store", coded_store)
    assert done.stdout.splitlines()[1].split()[:3] == ["Amazon", "agree", "IBM"]
    assert "the 20 strongest of" in done.stderr


def test_ties_are_printed_for_programs_too(kg: Run, coded_store: str) -> None:
    found = rows(kg("network", "--format", "json", "--store", coded_store))
    assert {"one": "IBM", "tie": "against", "other": "facial recognition"}.items() <= found[1].items()
    assert len(found) > 20


@pytest.mark.parametrize("form", ["gexf", "graphml", "cyjs", "dot", "json", "html"])
def test_it_comes_in_every_format(kg: Run, coded_store: str, form: str) -> None:
    done = kg("network", f"debate.{form}", "--mode", "actors", "--tie", "subtract", "--store", coded_store)
    assert done.exit_code == 0, done.output
    assert done.stdout.endswith(f"claims in debate.{form}\n")


def test_a_matrix_has_signs(kg: Run, coded_store: str) -> None:
    assert kg("network", "debate.csv", "--store", coded_store).exit_code == 0
    with Path("debate.csv").open(encoding="utf-8", newline="") as file:
        weights = {row[""]: row for row in csv.DictReader(file)}
    assert float(weights["Amazon"]["facial recognition"]) < 0 < float(weights["Amazon"]["regulation"])


def test_nodes_are_measured(kg: Run, coded_store: str) -> None:
    asked = ("--mode", "actors", "--communities", "--centrality", "degree", "--centrality", "betweenness")
    assert kg("network", "debate.json", *asked, "--store", coded_store).exit_code == 0
    nodes = json.loads(Path("debate.json").read_text(encoding="utf-8"))["nodes"]
    assert all({"community", "degree", "betweenness"} <= node.keys() for node in nodes)


def test_windows_are_files_by_their_first_days(kg: Run, coded_store: str) -> None:
    done = kg("network", "debate.gexf", "--window", "365", "--store", coded_store)
    names = sorted(path.name for path in Path().iterdir())
    assert len(names) == len(done.stdout.splitlines()) > 2
    assert names[0] == "debate-2019-05-15.gexf"


def test_weak_ties_can_be_left_out(kg: Run, coded_store: str) -> None:
    def ties(*words: str) -> int:
        return len(rows(kg("network", "--mode", "actors", *words, "--format", "json", "--store", coded_store)))

    assert 0 < ties("--threshold", "3") < ties()
    assert 0 < ties("--backbone", "0.2") < ties()


def test_a_norm_of_the_other_mode_is_refused(kg: Run, coded_store: str) -> None:
    assert "'cosine' is not for two-mode" in complaint(kg("network", "--norm", "cosine", "--store", coded_store))


def test_a_format_that_nobody_knows_is_refused(kg: Run, coded_store: str) -> None:
    assert "name a file that ends in" in complaint(kg("network", "debate.xls", "--store", coded_store))
