"""`kg explain` says why an article was read as it was, for people and for programs."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run, complaint

TEXT = (
    "Amazon stopped selling facial recognition to police. The weather was fine. "
    "If the company sells it again, the ACLU will sue.\n"
)

DOCS = Path(__file__).parents[2] / "docs" / "reading.md"


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "bars.txt").write_text(f"Amazon bars police\n\n{TEXT}", encoding="utf-8")
    return "bars.txt"


def test_the_text_tells_frame_operator_arguments_and_reason(kg: Run, article: str) -> None:
    shown = kg("explain", article).stdout
    assert "“selling” → sell under decline (restrict, “stopped”)" in shown
    assert "actor         Amazon ← subject of “stopped”" in shown
    assert "told as no fact: “If” makes it a condition, a question or a wish" in " ".join(shown.split())


def test_no_line_is_wider_than_80_columns(kg: Run, article: str) -> None:
    assert max(len(line) for line in kg("explain", article, "--all").stdout.splitlines()) <= 80


def test_sentences_in_which_nothing_fired_are_left_out_unless_asked_for(kg: Run, article: str) -> None:
    assert "weather" not in kg("explain", article).stdout
    assert "The weather was fine.\n   nothing fired" in kg("explain", article, "--all").stdout


def test_one_sentence_can_be_asked_for(kg: Run, article: str) -> None:
    shown = kg("explain", article, "--sentence", "2", "--format", "json").stdout
    (sentence,) = json.loads(shown)["sentences"]
    assert sentence["number"] == 2
    assert sentence["text"] == "Amazon stopped selling facial recognition to police."
    assert sentence["triggers"][0]["operators"] == [{"frame": "decline", "effect": "restrict", "word": "stopped"}]


def test_a_sentence_that_is_not_there_is_wrong_usage(kg: Run, article: str) -> None:
    result = kg("explain", article, "--sentence", "9")
    assert result.exit_code == 2
    assert "the article has 4 sentences" in result.stderr


def test_of_several_articles_the_first_is_explained_and_that_is_said(kg: Run, tmp_path: Path) -> None:
    lines = [{"id": "one", "text": "Axon sells drones."}, {"id": "two", "text": "Oakland banned drones."}]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    first = kg("explain", "news.jsonl")
    assert "Axon sells drones." in first.stdout
    assert first.stderr == "kg: news.jsonl: several articles; this is the first, 'one'; name another with --id\n"
    second = kg("explain", "news.jsonl", "--id", "two")
    assert "Oakland banned drones." in second.stdout
    assert second.stderr == ""


def test_an_article_that_is_not_there_ends_in_one_line(kg: Run, article: str) -> None:
    assert "no article 'nope'" in complaint(kg("explain", article, "--id", "nope"))


def test_a_file_that_is_not_there_ends_in_one_line(kg: Run) -> None:
    assert complaint(kg("explain", "nowhere.txt")).startswith("kg: nowhere.txt: ")


def test_an_article_outside_the_domain_says_so(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "parking.txt").write_text("The council banned parking.\n", encoding="utf-8")
    assert "nothing is read: the article names no technology" in kg("explain", "parking.txt").stdout


def test_the_example_of_the_documentation_is_what_the_grammar_makes_of_it(kg: Run, tmp_path: Path) -> None:
    text = (
        "Axon builds body cameras. The company will not sell facial recognition to police until Congress passes a law."
    )
    (tmp_path / "axon.txt").write_text(text, encoding="utf-8")
    shown = DOCS.read_text(encoding="utf-8").partition("$ kg explain axon.txt --sentence 2\n")[2]
    assert shown
    assert grammar_of(shown) in grammar_of(kg("explain", "axon.txt", "--sentence", "2").stdout)


def grammar_of(shown: str) -> str:
    """What is printed of the triggers, whatever the judge was trained to think of them."""
    return re.sub(r"police:.*?\n\n", "police\n\n", shown.partition("weighed by the judge")[0], flags=re.DOTALL)
