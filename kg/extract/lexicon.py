"""Which words of a sentence trigger which frame: the data of `ontology/frames`, indexed by lemma."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.ontology.frames import Event, Frames, Operator

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN")


@dataclass(frozen=True)
class Entry:
    """One way of saying a frame: the frame, and the words that must stand by its first word."""

    frame: Event | Operator
    particles: tuple[str, ...]


Index = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Lexicon:
    """Verb and noun lemmas to frames; entries of more words come first, since the longer match is the better one."""

    frames: Frames

    @cached_property
    def verbs(self) -> Index:
        """First lemma of a verb entry → entries."""
        return _index((frame, form) for frame in self.frames.all for form in frame.verbs)

    @cached_property
    def nouns(self) -> Index:
        """Last lemma of a noun entry → entries."""
        return _index(((frame, form) for frame in self.frames.all for form in frame.nouns), head=-1)

    @cached_property
    def adjectives(self) -> Index:
        """First lemma of an adjective entry → entries."""
        return _index((event, form) for event in self.frames.events for form in event.adjectives)

    def events(self, token: Token) -> tuple[Event, ...]:
        """The events that a token may name, the most specific form first."""
        return tuple(f for f in self._frames(token) if isinstance(f, Event))

    def operator(self, token: Token) -> Operator | None:
        """The operator that a token may name."""
        return next((f for f in self._frames(token) if isinstance(f, Operator)), None)

    def _index_of(self, token: Token) -> Index:
        if token.pos_ in VERBAL:
            return self.verbs if token.dep_ != "acomp" else {**self.adjectives, **self.verbs}
        if token.pos_ in NOMINAL:
            return self.nouns
        return self.adjectives if token.pos_ == "ADJ" else {}

    def _lemma(self, token: Token) -> str:
        return self.frames.signals.lemma(token.text, token.lemma_)

    def _frames(self, token: Token) -> tuple[Event | Operator, ...]:
        index = self._index_of(token)
        entries = index.get(self._lemma(token), ())
        return _most_specific(tuple(entry for entry in entries if _accompanied(token, entry.particles)))


def _index(forms: Iterable[tuple[Event | Operator, str]], head: int = 0) -> Index:
    index: dict[str, list[Entry]] = {}
    for frame, form in forms:
        words = form.split()
        trigger = words.pop(head)
        index.setdefault(trigger, []).append(Entry(frame, tuple(words)))
    return {word: tuple(sorted(entries, key=lambda e: -len(e.particles))) for word, entries in index.items()}


def _most_specific(entries: tuple[Entry, ...]) -> tuple[Event | Operator, ...]:
    longest = len(entries[0].particles) if entries else 0
    return tuple(entry.frame for entry in entries if len(entry.particles) == longest)


def _accompanied(token: Token, particles: tuple[str, ...]) -> bool:
    if not particles:
        return True
    near = {t.lower_ for child in token.children for t in (child, *child.children)}
    near |= {t.lemma_.lower() for child in token.children for t in (child, *child.children)}
    near |= {t.lower_ for t in token.doc[token.i + 1 : token.i + 1 + len(particles)]}
    return all(particle in near for particle in particles)
