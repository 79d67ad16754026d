"""The words that carry meaning: events, the operators over them, and the small words that colour a clause.

`ontology/frames/events.yaml`, `operators.yaml` and `signals.yaml` are validated here; how a sentence is read with them
is the business of `kg.extract`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict

from kg.model import Kind
from kg.ontology.located import Located, LocatedEntry, read
from kg.ontology.problems import InvalidOntologyError, nearest
from kg.ontology.shape import shaped


class Effect(StrEnum):
    """What an operator does to the event under it."""

    RESTRICT = "restrict"
    PROHIBIT = "prohibit"
    LIFT = "lift"
    ANNOUNCE = "announce"
    CONSIDER = "consider"
    HEDGE = "hedge"
    PERFORM = "perform"


class Need(StrEnum):
    """What must stand in the clause for an event to be a statement."""

    TECHNOLOGY = "technology"
    DATA = "data"
    MEASURE = "measure"
    PARTY = "party"
    COMPANY = "company"
    BOTH = "both"
    DOMAIN = "domain"
    TOPIC = "topic"


class Reach(StrEnum):
    """How far from the event its technology may be named."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    ARTICLE = "article"


class Example(BaseModel):
    """A sentence of our own and the statements it must give, as `actor · action · technology · counterparty`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    gives: tuple[str, ...]


class Event(BaseModel):
    """A base event: what somebody does about a technology. The comment at the head of its file explains each field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slug: str = ""
    action: str
    restricted: str | None = None
    public: str | None = None
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    counterparty: tuple[str, ...] = ()
    needs: Need
    topic: Reach
    binding: bool = False
    attitude: bool = False
    agentless: bool = False
    measure: bool = False
    object_or_goal: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    technology: str | None = None
    examples: tuple[Example, ...] = ()


class Operator(BaseModel):
    """A word that changes what the event under it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slug: str = ""
    effect: Effect
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    implied: str | None = None


class Pronouns(BaseModel):
    """Pronouns by what they can stand for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    things: frozenset[str]
    many: frozenset[str]
    persons: frozenset[str]
    speakers: frozenset[str]


class Signals(BaseModel):
    """Small words: negation, hedging, reporting, anaphora, and the endings that give a name's kind away."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    negations: frozenset[str]
    former: tuple[str, ...]
    hedges: frozenset[str]
    hedging_modals: frozenset[str]
    future_modals: frozenset[str]
    conditional_modals: frozenset[str]
    unreal_marks: frozenset[str]
    unreal_verbs: frozenset[str]
    reporting_verbs: frozenset[str]
    claiming_verbs: frozenset[str]
    nameless_sources: frozenset[str]
    worries: frozenset[str]
    announcement_nouns: frozenset[str]
    announcement_verbs: frozenset[str]
    beginning_verbs: frozenset[str]
    dated_nouns: frozenset[str]
    companion_verbs: frozenset[str]
    companion_prepositions: frozenset[str]
    conditions: tuple[str, ...]
    not_conditions: tuple[str, ...]
    exceptions: tuple[str, ...]
    scope_prepositions: frozenset[str]
    scope_heads: frozenset[str]
    roles_of_people: tuple[str, ...]
    anaphora: Mapping[str, tuple[Kind, ...]]
    name_endings: Mapping[Kind, tuple[str, ...]]
    things: frozenset[str]
    data_nouns: frozenset[str]
    lemma_corrections: Mapping[str, str]
    measure_words: Mapping[str, str]
    not_actors: frozenset[str]
    pronouns: Pronouns
    definites: frozenset[str]
    partitives: frozenset[str]
    clientele: frozenset[str]
    works: frozenset[str]
    bare_modifiers: frozenset[str]

    def lemma(self, form: str, parsed: str) -> str:
        """The lemma of a word form: the parser's, unless it is known to be wrong ("scraped" is no form of "scrap")."""
        return self.lemma_corrections.get(form.lower(), parsed.lower())

    @classmethod
    def of(cls, entries: Located, path: Path) -> Self:
        """The signals of one file. Raises InvalidOntologyError where a list is missing or unknown."""
        for name, entry in entries.items():
            if name not in cls.model_fields:
                raise InvalidOntologyError(
                    [entry.problem("unknown list", nearest(name, cls.model_fields, "remove it"))]
                )
        if missing := [name for name in cls.model_fields if name not in entries]:
            raise InvalidOntologyError([f"{path}:1: the list {missing[0]!r} is missing; add it"])
        return cls.model_validate({name: entry.data for name, entry in entries.items()})


class Frames(BaseModel):
    """All frames of the grammar."""

    model_config = ConfigDict(frozen=True)

    events: tuple[Event, ...]
    operators: tuple[Operator, ...]
    signals: Signals
    classes: Mapping[str, tuple[str, ...]] = {}
    """Lemma → the classes of words that behave alike (word_classes.yaml)."""

    @property
    def all(self) -> tuple[Event | Operator, ...]:
        """Events, then operators, in the order of their files."""
        return (*self.events, *self.operators)

    def event(self, slug: str) -> Event:
        """The event of a slug; KeyError where there is none."""
        return next(event for event in self.events if event.slug == slug)


Frame = TypeVar("Frame", Event, Operator)


def load_frames(folder: Path, overlays: Iterable[Path], actions: Iterable[str]) -> Frames:
    """The shipped frames with the overlays' laid over them, entry by entry.

    Raises InvalidOntologyError with file, line and cure where an entry has an unknown field, action or event.
    """
    folders = (folder, *(overlay / "frames" for overlay in overlays))
    problems: list[str] = []
    events = _entries(folders, "events.yaml", Event, problems)
    operators = _entries(folders, "operators.yaml", Operator, problems)
    known = frozenset(actions)
    for entry, event in events:
        problems.extend(_unknown_actions(entry, event, known))
    for entry, operator in operators:
        problems.extend(_unknown_event(entry, operator, [event.slug for _, event in events]))
    if problems:
        raise InvalidOntologyError(problems)
    signals = Signals.of(_merged(folders, "signals.yaml"), folder / "signals.yaml")
    return Frames(
        events=tuple(e for _, e in events),
        operators=tuple(o for _, o in operators),
        signals=signals,
        classes=_classes(_merged(folders, "word_classes.yaml")),
    )


def _classes(entries: Located) -> Mapping[str, tuple[str, ...]]:
    """The classes of each lemma. Raises InvalidOntologyError where a class is no list of lower-case words."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, entry in entries.items():
        words = entry.data
        if not isinstance(words, list) or not all(isinstance(w, str) and w == w.lower() for w in words):
            raise InvalidOntologyError([entry.problem("a class is a list of lower-case words", "mend the list")])
        for word in words:
            classes[word] = (*classes.get(word, ()), name)
    return classes


def _merged(folders: Iterable[Path], name: str) -> Located:
    entries: Located = {}
    for path in (folder / name for folder in folders):
        for slug, entry in (read(path) if path.exists() else {}).items():
            entries[slug] = entries[slug].overlaid(entry) if slug in entries else entry
    return entries


def _entries(
    folders: tuple[Path, ...], name: str, model: type[Frame], problems: list[str]
) -> list[tuple[LocatedEntry, Frame]]:
    shaped_entries = ((entry, shaped(entry, model, problems)) for entry in _merged(folders, name).values())
    return [(entry, value.model_copy(update={"slug": entry.slug})) for entry, value in shaped_entries if value]


def _unknown_actions(entry: LocatedEntry, event: Event, known: frozenset[str]) -> list[str]:
    named = {"action": event.action, "restricted": event.restricted, "public": event.public}
    return [
        entry.problem(f"unknown action {action!r}", nearest(action, known, "use one of actions.yaml"), field)
        for field, action in named.items()
        if action and action not in known
    ]


def _unknown_event(entry: LocatedEntry, operator: Operator, known: list[str]) -> list[str]:
    if operator.implied is None or operator.implied in known:
        return []
    cure = nearest(operator.implied, known, "use one of events.yaml")
    return [entry.problem(f"unknown event {operator.implied!r}", cure, "implied")]
