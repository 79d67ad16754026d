"""The grammar as an extractor: an article in, its statements out."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError
from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from kg.extract import clauses, mentions, proposal, qualifiers, speech, topic
from kg.extract.coreference import Discourse
from kg.extract.lexicon import Lexicon
from kg.extract.merging import merged
from kg.extract.parser import DEFAULT_MODEL, Paragraph, Parser, paragraphs
from kg.extract.proposal import Proposal
from kg.extract.scene import Actor, Scene
from kg.extract.topic import Topic
from kg.model import Article, Quote, Span, Statement
from kg.ontology import Ontology

LANGUAGE = "en"
"""The language that the frames and the pipeline are made for."""

VERSION = "grammar-1"
"""Changes whenever the same text may give other statements."""


@dataclass(frozen=True)
class GrammarExtractor:
    """Reads articles with the frames of an ontology and a spaCy pipeline, which is loaded at the first reading."""

    ontology: Ontology
    model: str = DEFAULT_MODEL

    @property
    def fingerprint(self) -> str:
        """Hash of ontology, pipeline and grammar version."""
        parts = (self.ontology.fingerprint, self._parser.version, VERSION)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def read(self, article: Article) -> tuple[Statement, ...]:
        """The statements of one article, each once with all its quotes, in the order of the text.

        An article in a language that is not English gives none: it would be misread.
        """
        if article.language not in (None, LANGUAGE):
            return ()
        subject = topic.find(article.title, article.text, self.ontology)
        if subject is None:
            return ()
        return merged(self._statements(article, subject))

    def _statements(self, article: Article, subject: Topic) -> list[Statement]:
        discourse = Discourse(self._lexicon.frames.signals)
        parts = list(paragraphs(article.text))
        statements: list[Statement] = []
        for part, doc in zip(parts, self._parser.parse(part.text for part in parts), strict=True):
            for sentence, found, announcer in self._readings(doc, discourse, subject, article):
                statements = [speech.announced(statement, announcer) for statement in statements]
                statements += _as_statements(found, sentence, part, article)
        return statements

    def _readings(
        self, doc: Doc, discourse: Discourse, subject: Topic, article: Article
    ) -> Iterator[tuple[Sentence, list[Proposal], Actor | None]]:
        signals = self._lexicon.frames.signals
        scene = Scene(doc, mentions.find(doc, self.ontology, signals), discourse, self.ontology, signals)
        for mention in scene.mentions.all:
            discourse.note(mention.entity, scene.words(mention))
        for sentence in doc.sents:
            speech.listen(sentence, scene)
            found: list[Proposal] = []
            for clause in clauses.find(sentence, self._lexicon):
                quals = qualifiers.read(clause, sentence, signals, article.day)
                found += proposal.read(clause, sentence, scene, subject, quals)
            speaker = speech.speaker(sentence, scene)
            yield sentence, [speech.attributed(each, speaker) for each in found], speech.announcer(sentence, scene)
            discourse.hear(scene.mentions.among(sentence, mentions.ACTORS))

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.ontology.frames)

    @cached_property
    def _parser(self) -> Parser:
        return Parser(self.model)


def _as_statements(
    found: Sequence[Proposal], sentence: Sentence, part: Paragraph, article: Article
) -> Iterator[Statement]:
    if not found:
        return
    quote = _quote(sentence, part, article)
    for each in found:
        try:
            yield _statement(each, quote, article)
        except ValidationError:  # dates of one sentence that do not fit together: no statement can be made of them
            continue


def _quote(sentence: Sentence, part: Paragraph, article: Article) -> Quote:
    """The sentence without the spaces around it, with its place in the article."""
    start = part.start + sentence.start_char
    words = article.text[start : part.start + sentence.end_char]
    start += len(words) - len(words.lstrip())
    return Quote(text=words.strip(), span=Span(start=start, end=start + len(words.strip())))


def _statement(each: Proposal, quote: Quote, article: Article) -> Statement:
    qualifying = each.qualifiers
    return Statement(
        article=article.id,
        action=each.action,
        actor=each.actor.filler if each.actor else None,
        technology=each.theme.technology,
        product=each.theme.product,
        counterparty=each.counterparty,
        measure=each.measure,
        jurisdiction=each.jurisdiction,
        speaker=each.actor.speaker if each.actor else None,
        status=each.status,
        certainty=each.certainty,
        condition=qualifying.condition,
        exception=qualifying.exception,
        scope=qualifying.scope,
        since=qualifying.since,
        until=qualifying.until,
        duration=qualifying.duration,
        quotes=(quote,),
        confidence=each.confidence,
        extractor=VERSION,
    )
