"""An article read sentence by sentence: parsed, named, and proposed. What every extractor starts from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from kg.extract import candidates, clauses, mentions, proposal, qualifiers, roles, speech, topic
from kg.extract.candidates import Candidate
from kg.extract.coreference import Discourse
from kg.extract.lexicon import Lexicon
from kg.extract.parser import DEFAULT_MODEL, Paragraph, Parser, paragraphs
from kg.extract.proposal import Proposal
from kg.extract.roles import Roles
from kg.extract.scene import Actor, Scene
from kg.extract.topic import Topic
from kg.model import Article, Filler
from kg.ontology import Ontology
from kg.resolve import dates

LANGUAGE = "en"
"""The language that the frames and the pipeline are made for."""


def day_of(article: Article) -> date | None:
    """The day against which the dates of an article are read."""
    return article.day or dates.dateline(article.text)


@dataclass(frozen=True)
class Analysis:
    """One sentence: its clauses with their roles, the grammar's proposals, and everybody who may act in it.

    `number` counts the article's sentences from 0; `announcer` said what was told before it.
    """

    article: Article
    topic: Topic
    part: Paragraph
    sentence: Sentence
    number: int
    scene: Scene
    frames: tuple[Roles, ...]
    proposals: tuple[Proposal, ...]
    candidates: tuple[Candidate, ...]
    speaker: Filler | None
    announcer: Actor | None

    @property
    def today(self) -> date | None:
        """The day on which the article was published, or that its dateline names."""
        return day_of(self.article)

    @property
    def is_title(self) -> bool:
        """Whether the sentence stands in the headline."""
        return self.part.start + self.sentence.end_char <= len(self.article.title)


@dataclass(frozen=True)
class Analyst:
    """Analyses articles with the frames of an ontology and a spaCy pipeline, which is loaded at the first one."""

    ontology: Ontology
    model: str = DEFAULT_MODEL

    @property
    def version(self) -> str:
        """Name and version of the pipeline, without loading it."""
        return self.parser.version

    @cached_property
    def parser(self) -> Parser:
        """The pipeline."""
        return Parser(self.model)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.ontology.frames)

    def read(self, article: Article) -> Iterator[Analysis]:
        """The sentences of an article, in order.

        An article in a language that is not English gives none: it would be misread. Nor does one that names no
        technology: it is not in the domain.
        """
        if article.language not in (None, LANGUAGE):
            return
        subject = topic.find(article.title, article.text, self.ontology)
        if subject is None:
            return
        discourse = Discourse(self.ontology.frames.signals)
        parts = list(paragraphs(article.text))
        number = 0
        for part, doc in zip(parts, self.parser.parse(part.text for part in parts), strict=True):
            for analysis in self._sentences(doc, discourse, article, subject, part, number):
                yield analysis
                number += 1

    def _sentences(
        self, doc: Doc, discourse: Discourse, article: Article, subject: Topic, part: Paragraph, first: int
    ) -> Iterator[Analysis]:
        signals = self.ontology.frames.signals
        scene = Scene(doc, mentions.find(doc, self.ontology, signals), discourse, self.ontology, signals)
        for mention in scene.mentions.all:
            discourse.note(mention.entity, scene.words(mention))
        for number, sentence in enumerate(doc.sents, first):
            speech.listen(sentence, scene)
            scene.note_works(sentence)
            yield self._sentence(sentence, scene, article, subject, part, number)
            discourse.hear(scene.mentions.among(sentence, mentions.ACTORS))

    def _sentence(
        self, sentence: Sentence, scene: Scene, article: Article, subject: Topic, part: Paragraph, number: int
    ) -> Analysis:
        frames = [roles.fill(c, sentence, scene, subject) for c in clauses.find(sentence, self._lexicon)]
        proposals: list[Proposal] = []
        for each in frames:
            quals = qualifiers.read(each.clause, sentence, scene.signals, day_of(article))
            proposals += proposal.read(each, scene, quals)
        return Analysis(
            article=article,
            topic=subject,
            part=part,
            sentence=sentence,
            number=number,
            scene=scene,
            frames=tuple(frames),
            proposals=tuple(proposals),
            candidates=tuple(candidates.find(sentence, scene, frames, proposals)),
            speaker=speech.speaker(sentence, scene),
            announcer=speech.announcer(sentence, scene),
        )
