"""Training on the sets that a clean clone holds: the same examples give the same file, byte for byte."""

from pathlib import Path

import numpy as np
import pytest

from kg.extract.analysis import Analyst
from kg.extract.learned.judge import load
from kg.ontology import Ontology
from training import crossval, file, themes, threshold, warrants
from training.card import card
from training.examples import QUOTED, Example, examples
from training.fitting import Words, linear, trees
from training.sets import sets

ARTICLES = 24


@pytest.fixture(scope="module")
def told(ontology: Ontology) -> list[Example]:
    """A few coded articles, enough to fit a judge that is good for nothing else."""
    gold = {each.name: each for each in sets(ontology)}["own-b"]
    found = examples(gold, Analyst(ontology), tuple(ontology.actions))
    return [example for example, _ in zip(found, range(ARTICLES), strict=False)]


def test_what_a_coder_quotes_is_labelled_in_its_sentence(told: list[Example], ontology: Ontology) -> None:
    actions = tuple(ontology.actions)
    for example in told:
        coded = {action for line in example.coded for action in (line.action, *line.alt.get("action", ()))}
        labelled = {actions[i] for each in example.seen for i in np.flatnonzero(each.labels == QUOTED)}
        assert labelled <= coded


def test_the_same_examples_give_the_same_bytes(told: list[Example], ontology: Ontology, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json.gz", tmp_path / "second.json.gz"
    for path in (first, second):
        train(told, tuple(ontology.actions), path)
    assert first.read_bytes() == second.read_bytes()
    assert load(first).actions == tuple(ontology.actions)


def test_the_file_says_what_the_fit_says(told: list[Example], ontology: Ontology, tmp_path: Path) -> None:
    claims = train(told, tuple(ontology.actions), tmp_path / "judge.json.gz")
    judge = load(tmp_path / "judge.json.gz")
    model = trees(claims.numbers, claims.holds, claims.weights)
    said = judge.weighed([list(numbers) for numbers in claims.numbers[:200]])
    assert np.allclose(said, model.predict_proba(claims.numbers[:200])[:, 1], atol=0.01)


def train(told: list[Example], actions: tuple[str, ...], path: Path) -> crossval.Claims:
    seen = [each for example in told for each in example.seen]
    words = Words.of(seen)
    claims = crossval.claims(told, words, actions)
    first = linear(words.table(seen), np.array([each.labels for each in seen]))
    second = trees(claims.numbers, claims.holds, claims.weights)
    line = threshold.best(told, claims)
    file.write(
        path,
        actions,
        words.names,
        first,
        themes.fit(told),
        warrants.fit(claims.coded),
        second,
        line,
        card(told, claims, line, "2026-11-25"),
    )
    return claims
