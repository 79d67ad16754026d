"""Explains articles: the grammar's triggers and the judge's claims, put together sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract import gate, topic
from kg.extract.analysis import LANGUAGE, Analysis, Analyst, day_of
from kg.extract.explanation import triggers, weighing
from kg.extract.explanation.triggers import Verdicts
from kg.extract.explanation.values import Explanation, SentenceExplanation, Weighed
from kg.extract.learned.extractor import LearnedExtractor
from kg.extract.learned.judge import Judge, load
from kg.extract.lexicon import Lexicon
from kg.extract.parser import DEFAULT_MODEL
from kg.extract.statements import quote
from kg.extract.topic import Topic
from kg.model import Article
from kg.ontology import Ontology


@dataclass(frozen=True)
class Explainer:
    """Explains what the shipped extractor makes of articles, with the same frames, pipeline, gate and judge."""

    ontology: Ontology
    model: str = DEFAULT_MODEL

    def explain(self, article: Article) -> Explanation:
        """Every sentence that the gate lets pass, with what it triggered and what was weighed in it."""
        subject = topic.find(article.title, article.text, self.ontology)
        analyses = list(self._analyst.read(article))
        verdicts = weighing.verdicts(analyses, self._extractor.read(article), self._judge)
        day = day_of(article)
        return Explanation(
            title=article.title,
            topic=subject.concept.name if subject else None,
            day=day.isoformat() if day else None,
            threshold=self._judge.threshold,
            silence=_silence(article, subject, analyses),
            sentences=tuple(self._sentence(analysis, verdicts) for analysis in analyses),
        )

    def _sentence(self, analysis: Analysis, verdicts: Verdicts) -> SentenceExplanation:
        return SentenceExplanation(
            number=analysis.number + 1,
            text=quote(analysis).text,
            in_title=analysis.is_title,
            triggers=tuple(triggers.explain(analysis, self._lexicon, verdicts)),
            claims=_claims(analysis.number + 1, verdicts),
        )

    @cached_property
    def _extractor(self) -> LearnedExtractor:
        return LearnedExtractor(self.ontology, self.model)

    @cached_property
    def _analyst(self) -> Analyst:
        return Analyst(self.ontology, self.model, gate.load())

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.ontology.frames)

    @cached_property
    def _judge(self) -> Judge:
        return load()


def _claims(number: int, verdicts: Verdicts) -> tuple[Weighed, ...]:
    told = [verdict.weighed for verdict in verdicts.values() if verdict.tells_of(number)]
    return tuple(sorted(told, key=lambda each: (-(each.probability or 0.0), -each.score)))


def _silence(article: Article, subject: Topic | None, analyses: Sequence[Analysis]) -> str | None:
    """Why nothing of an article was read, in the order in which reading gives up."""
    if analyses:
        return None
    if article.language not in (None, LANGUAGE):
        return f"the article is in another language ({article.language}); only English is read"
    if subject is None:
        return "the article names no technology, product, named law or firm of one: it is not in the domain"
    return "no sentence is likely to hold a statement: the gate lets none pass, so none is parsed"
