"""The shipped extractor: the grammar's candidates, weighed by the judge, made into statements."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from kg.extract import gate
from kg.extract.analysis import Analysis, Analyst
from kg.extract.gathering import gathered
from kg.extract.learned import loose
from kg.extract.learned.claims import Account, Sighting
from kg.extract.learned.features import of_candidate, of_sentence
from kg.extract.learned.judge import Judge, load, standing
from kg.extract.learned.kept import Kept
from kg.extract.parser import DEFAULT_MODEL, ENGLISH
from kg.extract.proposal import Proposal
from kg.extract.statements import statement
from kg.model import Article, Quote, Statement
from kg.ontology import Ontology

VERSION = "learned-1"
"""Changes whenever the same text and the same judge may give other statements."""


@dataclass(frozen=True)
class LearnedExtractor:
    """Reads articles with the grammar and a trained judge; a statement's confidence is how likely it is right."""

    ontology: Ontology
    model: str = DEFAULT_MODEL
    gate_file: Path | None = gate.DEFAULT_FILE
    """Which sentences are worth parsing; None parses them all."""
    languages: ClassVar = ENGLISH

    @property
    def fingerprint(self) -> str:
        """Hash of ontology, pipeline, gate, judge and version."""
        gated = self._analyst.gate.fingerprint if self._analyst.gate else ""
        parts = (self.ontology.fingerprint, self._analyst.version, gated, self._judge.fingerprint, VERSION)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def read(self, article: Article) -> tuple[Statement, ...]:
        """The statements of one article, each once with all its quotes, in the order of the text."""
        return self._gathered(tuple(self._analyst.read(article)))

    def read_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
        """Each article with its statements, in order: what `read` gives, in less time and in constant memory."""
        for article, analyses in self._analyst.read_all(articles):
            yield article, self._gathered(tuple(analyses))

    def _gathered(self, analyses: Sequence[Analysis]) -> tuple[Statement, ...]:
        kept = list(self._kept(analyses))
        return gathered(analyses, lambda analysis: [s for each in kept for s in _statements(each, analysis)])

    def _kept(self, analyses: Sequence[Analysis]) -> Iterator[Kept]:
        judge = self._judge
        sightings = tuple(seen(analyses, judge))
        claims = list(Account(sightings, judge.actions).claims()) if sightings else []
        probabilities = judge.probabilities(claims)
        stand = standing(probabilities, judge.threshold)
        for claim, probability, stands in zip(claims, probabilities, stand, strict=True):
            if stands:
                best = claim.best
                main = loose.proposal(best.candidate, claim.action, best.analysis, judge.theme)
                yield Kept(claim, round(probability, 2), judge.actions.index(claim.action), main)

    @cached_property
    def _analyst(self) -> Analyst:
        return Analyst(self.ontology, self.model, gate.load(self.gate_file) if self.gate_file else None)

    @cached_property
    def _judge(self) -> Judge:
        return load()


def seen(analyses: Sequence[Analysis], judge: Judge) -> Iterator[Sighting]:
    """Every candidate of an article's sentences with its scores."""
    for analysis in analyses:
        shared = judge.bias + judge.weigh(of_sentence(analysis)) if analysis.candidates else judge.bias
        for candidate in analysis.candidates:
            yield Sighting(analysis, candidate, shared + judge.weigh(of_candidate(candidate, analysis)))


def _statements(kept: Kept, analysis: Analysis) -> Iterator[Statement]:
    """The statements of a claim in one sentence: its own where it shows best, and others."""
    if kept.claim.best.analysis is analysis:
        yield from _made(kept.main, kept, analysis, kept.further_quotes())
    for proposal in kept.others(analysis):
        yield from _made(proposal, kept, analysis, ())


def _made(proposal: Proposal, kept: Kept, analysis: Analysis, further: Iterable[Quote]) -> Iterator[Statement]:
    sure = replace(proposal, confidence=kept.probability)
    if made := statement(sure, analysis, VERSION):
        yield made.model_copy(update={"quotes": tuple(dict.fromkeys((*made.quotes, *further)))})
