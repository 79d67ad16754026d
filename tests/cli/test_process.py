"""`kg` as a process of its own: encodings, pipes that close, and the end of it all."""

import json
import subprocess
import sys

from tests.cli.conftest import piped


def test_output_is_utf8_whatever_the_locale(coded_store: str) -> None:
    words = ("query", "positions-of", "--param", "actor=Microsoft", "--store", coded_store)
    done = piped(*words, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "“grounded in human rights”" in done.stdout


def test_nothing_but_results_is_on_standard_output(coded_store: str) -> None:
    done = piped("status", "--format", "json", "--store", coded_store)
    assert json.loads(done.stdout)
    assert done.stderr == ""


def test_a_failure_is_one_line_and_ends_with_1() -> None:
    done = piped("show", "x", "--store", "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_pipe_that_closes_early_is_no_error() -> None:
    words = [sys.executable, "-c", "from kg.cli import main; main()", "query", "--format", "json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_demo_answers_the_first_question() -> None:
    done = piped("demo")
    assert done.returncode == 0
    assert done.stdout.startswith("loaded 10 articles, ")
    assert "Amazon restricts the sale of facial recognition (Rekognition) · counterparty: police" in done.stdout
    assert "federal law “grounded in human rights”" in done.stdout


def test_asking_prints_answers_for_people_and_rows_for_programs(coded_store: str) -> None:
    question = "Which vendors restrict sales of facial recognition to police?"
    done = piped("ask", question, "--store", coded_store)
    assert done.stdout.startswith("understood as: actor? (Company) · restricts_sale · technology: facial recognition")
    assert "— Brad Smith, in " in done.stdout
    rows = json.loads(piped("ask", question, "--format", "json", "--store", coded_store).stdout)
    assert {row["actor"] for row in rows} >= {"Amazon", "Microsoft"}
