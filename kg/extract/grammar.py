"""The grammar as an extractor: an article in, the statements that its frames warrant out."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from kg.extract.analysis import Analysis, Analyst
from kg.extract.gathering import gathered
from kg.extract.parser import DEFAULT_MODEL, ENGLISH
from kg.extract.statements import statement
from kg.model import Article, Statement
from kg.ontology import Ontology

VERSION = "grammar-2"
"""Changes whenever the same text may give other statements."""


@dataclass(frozen=True)
class GrammarExtractor:
    """Reads articles with the frames of an ontology alone: what syntax warrants, and nothing weighed."""

    ontology: Ontology
    model: str = DEFAULT_MODEL
    languages: ClassVar = ENGLISH

    @property
    def fingerprint(self) -> str:
        """Hash of ontology, pipeline and grammar version."""
        parts = (self.ontology.fingerprint, self._analyst.version, VERSION)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def read(self, article: Article) -> tuple[Statement, ...]:
        """The statements of one article, each once with all its quotes, in the order of the text."""
        return gathered(list(self._analyst.read(article)), _statements)

    def read_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
        """Each article with its statements, in order: what `read` gives, in less time and in constant memory."""
        for article, analyses in self._analyst.read_all(articles):
            yield article, gathered(list(analyses), _statements)

    @cached_property
    def _analyst(self) -> Analyst:
        return Analyst(self.ontology, self.model)


def _statements(analysis: Analysis) -> list[Statement]:
    made = (statement(proposal, analysis, VERSION) for proposal in analysis.proposals)
    return [each for each in made if each]
