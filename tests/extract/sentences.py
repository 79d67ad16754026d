"""Sentences read by hand: parsed, with their clauses and all that is known of them, for tests of one step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span

from kg.extract import clauses, mentions, speech
from kg.extract.clauses import Clause
from kg.extract.coreference import Discourse
from kg.extract.lexicon import Lexicon
from kg.extract.parser import DEFAULT_MODEL, Parser
from kg.extract.scene import Scene
from kg.ontology import Ontology
from kg.ontology.frames import Signals

FRIDAY = date(2020, 6, 12)
"""The day of the articles in these tests."""


@dataclass(frozen=True)
class Reading:
    """One sentence with its clauses and its scene."""

    sentence: Span
    scene: Scene
    clauses: tuple[Clause, ...]

    @property
    def signals(self) -> Signals:
        """The ontology's small words."""
        return self.scene.signals

    def clause(self, word: str) -> Clause:
        """The clause that a word of the sentence carries."""
        return next(clause for clause in self.clauses if word in {token.text for token in clause.tokens})


class Reader:
    """Parses texts and lets their sentences be heard in order, as an article's are."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._parser = Parser(DEFAULT_MODEL)

    def sentences(self, text: str) -> Iterator[Reading]:
        """The sentences of a paragraph."""
        signals = self._ontology.frames.signals
        discourse = Discourse(signals)
        (doc,) = self._parser.parse([text])
        scene = Scene(doc, mentions.find(doc, self._ontology, signals), discourse, self._ontology, signals)
        for mention in scene.mentions.all:
            discourse.note(mention.entity, scene.words(mention))
        for sentence in doc.sents:
            speech.listen(sentence, scene)
            scene.note_works(sentence)
            yield Reading(sentence, scene, tuple(clauses.find(sentence, Lexicon(self._ontology.frames))))
            discourse.hear(scene.mentions.among(sentence, mentions.ACTORS))

    def sentence(self, text: str) -> Reading:
        """The only sentence of a text."""
        (reading,) = self.sentences(text)
        return reading
