"""`python -m training [FILE] [--date DATE]`: trains the judge, writes its file, and prints its card.

The shipped judge is followed by its gate, which learns to let pass what that judge makes statements of.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from kg.extract.analysis import Analyst
from kg.extract.learned.judge import DEFAULT_FILE, card_of
from kg.ontology import load
from training import crossval, file, gate, themes, threshold, warrants
from training.card import card
from training.examples import examples
from training.fitting import Words, linear, trees
from training.sets import sets


def main() -> None:
    """Trains on every set at hand. The date of a judge made anew stays that of its card, so that its bytes do."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT_FILE)
    parser.add_argument("--date", help="the date on the card  [default: that of the shipped judge]")
    parser.add_argument("--dry-run", action="store_true", help="print the card and write nothing")
    asked = parser.parse_args()
    ontology = load()
    analyst, actions = Analyst(ontology), tuple(ontology.actions)
    told = [example for gold in sets(ontology) for example in examples(gold, analyst, actions)]
    seen = [each for example in told for each in example.seen]
    words = Words.of(seen)
    claims = crossval.claims(told, words, actions)
    line = threshold.best(told, claims)
    about = card(told, claims, line, asked.date or card_of(DEFAULT_FILE)["date"])
    print(json.dumps({"threshold": line, **about}, indent=1))
    if asked.dry_run:
        return
    first = linear(words.table(seen), np.array([each.labels for each in seen]))
    second = trees(claims.numbers, claims.holds, claims.weights)
    known = warrants.fit(claims.coded)
    file.write(asked.file, actions, words.names, first, themes.fit(told), known, second, line, about)
    if asked.file == DEFAULT_FILE:
        gate.train(ontology)


if __name__ == "__main__":
    main()
