"""The ontology as the rest of the project uses it: look up, widen, narrow, find."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology import names
from kg.ontology.concept import Action, Concept
from kg.ontology.frames import Frames, load_frames
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.links import Surroundings, links
from kg.ontology.problems import nearest
from kg.ontology.questions import QuestionWords
from kg.ontology.reader import contents, fingerprint
from kg.resources import ontology_folder

_NARROWING = frozenset({"BROADER", "MEMBER_OF", "PART_OF"})


@dataclass(frozen=True, eq=False)
class Ontology:
    """Actions and concepts by slug. `fingerprint` hashes all data of its folders, frames included."""

    actions: Mapping[str, Action]
    concepts: Mapping[str, Concept]
    fingerprint: str
    folders: tuple[Path, ...] = ()

    @cached_property
    def frames(self) -> Frames:
        """The grammar's frames. Raises OntologyError where their files are wrong."""
        return load_frames(self.folders[0] / "frames", self.folders[1:], self.actions)

    @cached_property
    def question_words(self) -> QuestionWords:
        """The words of questions. Raises OntologyError where their file is wrong."""
        return QuestionWords.load(self.folders[0] / "frames" / "questions.yaml")

    def concept(self, slug: str) -> Concept:
        """The concept of a slug. Raises OntologyError, with the nearest one, where there is none."""
        if slug not in self.concepts:
            raise OntologyError(f"the ontology has no concept {slug!r}; {nearest(slug, self.concepts, 'add it')}")
        return self.concepts[slug]

    def named(self, name: str, *families: str) -> Concept | None:
        """The concept that a whole name means, of the families given or of any; None where no entry lists the name.

        Capitals of an alias are binding. A name also means what its singular, its plural, or the same with or without
        a leading "the" means.
        """
        found = (names.meaning(self._names, words, families or None) for words in names.readings(name))
        return next((concept for concept in found if concept), None)

    def narrower(self, slug: str) -> frozenset[str]:
        """A concept with everything below it: narrower concepts, members and parts. An unknown slug has only itself."""
        reached, waiting = {slug}, [slug]
        while waiting:
            below = self._below.get(waiting.pop(), frozenset()) - reached
            reached |= below
            waiting += below
        return frozenset(reached)

    def surroundings(self, slugs: Iterable[str]) -> Surroundings:
        """Concepts with all that lies above them, and the links that lead there. Unknown slugs are passed over."""
        reached: set[str] = set()
        waiting = [slug for slug in slugs if slug in self.concepts]
        while waiting:
            slug = waiting.pop()
            if slug not in reached:
                reached.add(slug)
                waiting += (link.target for link in links(self.concepts[slug]))
        concepts = tuple(self.concepts[slug] for slug in sorted(reached))
        return Surroundings(concepts, tuple(sorted(link for concept in concepts for link in links(concept))))

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Finds the names of all concepts in text."""
        return Gazetteer(self._names)

    @cached_property
    def _names(self) -> names.Index:
        return names.index(self.concepts.values())

    @cached_property
    def _below(self) -> Mapping[str, frozenset[str]]:
        below: dict[str, set[str]] = {}
        for concept in self.concepts.values():
            for link in links(concept):
                if link.type in _NARROWING:
                    below.setdefault(link.target, set()).add(link.source)
        return {slug: frozenset(slugs) for slug, slugs in below.items()}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds off the garbage collector: what a load makes lives on, and walking it again and again doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load(*overlays: Path) -> Ontology:
    """The shipped ontology with the entries of other folders laid over it, in their order.

    An entry with a known slug is merged field by field (lists are extended), any other is added. Raises OntologyError
    (`InvalidOntologyError`, with all `problems`) naming file, line and cure.
    """
    return load_folders(ontology_folder(), *overlays)


def load_folders(*folders: Path) -> Ontology:
    """The ontology of these folders alone, each laid over those before it. Raises as `load` does."""
    with _uncollected():
        held = contents(folders)
    return Ontology(held.actions, held.concepts, fingerprint(folders), folders)
