"""An article read sentence by sentence: parsed, named, and proposed. What every extractor starts from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from kg.extract import candidates, clauses, mentions, proposal, qualifiers, roles, speech, topic
from kg.extract.candidates import Candidate
from kg.extract.coreference import Discourse
from kg.extract.gate import Gate, Piece
from kg.extract.lexicon import Lexicon
from kg.extract.named import Named
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


ARTICLES_A_BATCH = 64
"""Articles parsed together: enough to make parsing cheap, few enough that memory stays small."""


def day_of(article: Article) -> date | None:
    """The day against which the dates of an article are read."""
    return article.day or _dateline(article.text)


@lru_cache(maxsize=2)
def _dateline(text: str) -> date | None:
    """Kept, since every clause of an article asks for it."""
    return dates.dateline(text)


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
class _Plan:
    """What of an article is parsed; nothing where it has no topic."""

    article: Article
    topic: Topic | None
    pieces: tuple[Piece, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts for the parser, in order."""
        return tuple(piece.part.text for piece in self.pieces if piece.is_read)


@dataclass(frozen=True)
class Analyst:
    """Analyses articles with the frames of an ontology and a spaCy pipeline, which is loaded at the first one."""

    ontology: Ontology
    model: str = DEFAULT_MODEL
    gate: Gate | None = None
    """Which sentences are parsed; all of them where there is none."""

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
        """The sentences of an article that may hold a statement, in order; see `read_all`."""
        plan = self._plan(article)
        return self._analyses(plan, self.parser.parse(plan.texts))

    def read_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Iterator[Analysis]]]:
        """Articles in order, parsed many at a time; the sentences of one are gone when the next is asked for.

        An article in a language that is not English gives none: it would be misread. Nor does one that names no
        technology: it is not in the domain.
        """
        for plans in _batches(map(self._plan, articles), ARTICLES_A_BATCH):
            with self.parser.memory():
                docs = self.parser.parse(text for plan in plans for text in plan.texts)
                for plan in plans:
                    yield plan.article, self._analyses(plan, islice(docs, len(plan.texts)))

    def _plan(self, article: Article) -> "_Plan":
        known = article.language in (None, LANGUAGE)
        subject = topic.find(article.title, article.text, self.ontology) if known else None
        if subject is None:
            return _Plan(article, None, ())
        if self.gate is None:
            return _Plan(article, subject, tuple(Piece(part, True) for part in paragraphs(article.text)))
        return _Plan(article, subject, tuple(self.gate.pieces(article, self.ontology)))

    def _analyses(self, plan: "_Plan", docs: Iterator[Doc]) -> Iterator[Analysis]:
        if plan.topic is None or not plan.texts:
            return
        discourse = Discourse(self.ontology.frames.signals)
        number = 0
        for piece in plan.pieces:
            if not piece.is_read:
                _overhear(piece, plan.article, discourse)
                number += 1
                continue
            for analysis in self._sentences(next(docs), discourse, plan.article, plan.topic, piece.part, number):
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


def _batches(plans: Iterable[_Plan], size: int) -> Iterator[list[_Plan]]:
    iterator = iter(plans)
    while batch := list(islice(iterator, size)):
        yield batch


def _overhear(piece: Piece, article: Article, discourse: Discourse) -> None:
    """Remember whom a sentence names that is not parsed: a later one may mean them by "the company"."""
    for match in piece.names:
        discourse.note(match.concept.entity, match.span.of(article.text))
    discourse.hear(Named(m.span.start, m.span.end, m.concept.entity, m.concept) for m in piece.names)
