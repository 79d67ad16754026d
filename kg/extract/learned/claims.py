"""Claims: that somebody does something, wherever in an article it shows.

A sentence that is unclear alone is clear beside the others: the numbers of a claim tell how it compares with what else
the article says. They are what the second step of the judge weighs.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from kg.extract.analysis import Analysis
from kg.extract.candidates import Candidate
from kg.model import Kind

Scores = npt.NDArray[np.float64]
"""Log odds, one an action."""

_FAINTEST = -3.5
"""Claims below these log odds in every sentence are let go: fewer than one in thirty holds."""

_UNSEEN = -6.0
_FAR = 9


@dataclass(frozen=True)
class Sighting:
    """A candidate in its sentence, and how likely each action is for it there."""

    analysis: Analysis
    candidate: Candidate
    scores: Scores


@dataclass(frozen=True)
class Claim:
    """An action of an actor, the sightings that show it (the clearest first), and its numbers (see NUMBERS)."""

    action: str
    sightings: tuple[Sighting, ...]
    numbers: tuple[float, ...]

    @property
    def best(self) -> Sighting:
        """The sentence that shows it most clearly."""
        return self.sightings[0]


@dataclass(frozen=True)
class Account:
    """All sightings of one article as a table: a row a sighting, a column an action."""

    sightings: tuple[Sighting, ...]
    actions: tuple[str, ...]

    @cached_property
    def table(self) -> Scores:
        """The scores of all sightings."""
        return np.array([sighting.scores for sighting in self.sightings])

    @cached_property
    def rows_of_actor(self) -> dict[str, list[int]]:
        """Entity id → rows."""
        return _grouped([sighting.candidate.id for sighting in self.sightings])

    @cached_property
    def rows_of_sentence(self) -> dict[str, list[int]]:
        """Number of the sentence → rows."""
        return _grouped([str(sighting.analysis.number) for sighting in self.sightings])

    def claims(self) -> Iterator[Claim]:
        """Every claim that is not faint, by actor and action in the order of the article."""
        for rows in self.rows_of_actor.values():
            for column, action in enumerate(self.actions):
                scores = self.table[rows, column]
                if scores.max() >= _FAINTEST:
                    clearest = [rows[i] for i in np.argsort(-scores, kind="stable")]
                    numbers = (*_strength(self, clearest, column), *_standing(self, clearest[0], column))
                    sightings = tuple(self.sightings[row] for row in clearest)
                    yield Claim(action, sightings, (*numbers, *_looks(sightings, action), float(column)))


NUMBERS = (
    *("score", "second score", "sum of odds", "sightings", "actor's best other action"),
    *("better action here", "better by others here", "better by others", "behind here", "behind in article"),
    *("behind all", "density", "density of action", "actions ahead", "share of sightings"),
    *("grammar's confidence", "grammar proposes other", "links", "as actor", "as party", "steps", "told"),
    *("grammar proposes elsewhere", "themes here", "sentence", "in title", "candidates here", "place in sentence"),
    *("sentences", "kind", "coreferent", "named in title", "always coreferent", "subject", "action"),
)
"""The names of a claim's numbers, in order."""

GRAMMAR = NUMBERS.index("grammar's confidence")

SURE = 0.75
"""The grammar's confidence in a proposal whose roles all stand in its clause or sentence."""


def _grouped(keys: Sequence[str]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, key in enumerate(keys):
        rows[key].append(row)
    return dict(rows)


def _odds(scores: Scores) -> Scores:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def _strength(account: Account, rows: Sequence[int], column: int) -> tuple[float, ...]:
    """How strongly the actor's own sightings show the action."""
    own = account.table[rows, column]
    best_of_others = np.delete(account.table[rows].max(0), column).max()
    second = own[1] if len(own) > 1 else _UNSEEN
    return float(own[0]), float(second), float(_odds(own).sum()), float(len(own)), float(best_of_others)


def _standing(account: Account, row: int, column: int) -> tuple[float, ...]:
    """How the clearest sighting compares with the other actions and actors of its sentence and article."""
    table, candidate = account.table, account.sightings[row].candidate
    score, actor = table[row, column], candidate.id
    peers = _peers(candidate, account.actions[column])
    here = account.rows_of_sentence[str(account.sightings[row].analysis.number)]
    rivals_here = [r for r in here if r == row or account.sightings[r].candidate.id not in peers]
    ahead = [r for r in np.flatnonzero(table[:, column] > score) if account.sightings[r].candidate.id not in peers]
    others = {account.sightings[r].candidate.id for r in ahead}
    others_here = {account.sightings[r].candidate.id for r in ahead if r in here}
    sentences = account.sightings[-1].analysis.number + 1
    return (
        float(np.delete(table[row], column).max()),
        float(len(others_here)),
        float(len(others)),
        float(table[rivals_here, column].max() - score),
        float(table[:, column].max() - score),
        float(table.max() - score),
        float(_odds(table).sum() / sentences),
        float(_odds(table[:, column]).sum()),
        float((table[row] > score).sum()),
        len(account.rows_of_actor[actor]) / len(account.sightings),
    )


def _peers(candidate: Candidate, action: str) -> set[str]:
    """The actor and those that a clause gives the same action: "Amazon and IBM declined" tells it of both."""
    same = (link.roles.actors for link in candidate.links if link.action == action and link.relation == "actor")
    return {candidate.id, *(actor.filler.entity.id for actors in same for actor in actors)}


def _looks(sightings: Sequence[Sighting], action: str) -> tuple[float, ...]:
    """What the grammar makes of it, and where it stands."""
    best = sightings[0]
    candidate, analysis = best.candidate, best.analysis
    links = [link for link in candidate.links if link.action == action]
    own = [p.confidence for p in candidate.proposals if p.action == action]
    elsewhere = any(p.action == action for s in sightings[1:] for p in s.candidate.proposals)
    return (
        max(own, default=0.0),
        float(bool(candidate.proposals) and not own),
        float(len(links)),
        float(any(link.relation == "actor" for link in links)),
        float(any(link.relation == "party" for link in links)),
        float(min((link.steps for link in links), default=_FAR)),
        float(any(link.told for link in links)),
        float(elsewhere),
        *_place(analysis, candidate),
        float(tuple(Kind).index(candidate.actor.filler.entity.kind)),
        float(candidate.actor.inferred),
        float(any(s.analysis.is_title for s in sightings)),
        float(all(s.candidate.actor.inferred for s in sightings)),
        float(candidate.noun.dep_ == "nsubj"),
    )


def _place(analysis: Analysis, candidate: Candidate) -> tuple[float, ...]:
    sentence = analysis.sentence
    themes = analysis.scene.mentions.among(sentence, frozenset({Kind.TECHNOLOGY, Kind.PRODUCT, Kind.MEASURE}))
    return (
        float(len(themes)),
        float(analysis.number),
        float(analysis.is_title),
        float(len(analysis.candidates)),
        (candidate.noun.i - sentence.start) / len(sentence),
        float(analysis.article.text.count("\n")),
    )
