"""Reads ontology folders, one laid over the other, into checked actions and concepts."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Kind
from kg.ontology import cities, rules
from kg.ontology.concept import Action, Concept
from kg.ontology.entries import ActionEntry, ConceptEntry, Level, PlaceEntry
from kg.ontology.layout import ACTIONS, FAMILIES, files
from kg.ontology.located import Located, read
from kg.ontology.names import spellings
from kg.ontology.problems import InvalidOntologyError
from kg.ontology.shape import shaped


@dataclass(frozen=True)
class Contents:
    """What the folders hold together."""

    actions: dict[str, Action]
    concepts: dict[str, Concept]


def contents(folders: Sequence[Path]) -> Contents:
    """The entries of the first folder with those of the others laid over them, checked.

    Raises InvalidOntologyError with all problems: of the files, else of their entries and the links between them.
    """
    sources = _overlaid(folders)
    problems: list[str] = []
    actions = dict(_actions(sources.get(ACTIONS, {}), problems))
    concepts = dict(_concepts(sources, problems))
    _add_cities(concepts, folders)
    problems += rules.broken(sources, actions, concepts)
    if problems:
        raise InvalidOntologyError(problems)
    return Contents(actions, concepts)


def _add_cities(concepts: dict[str, Concept], folders: Sequence[Path]) -> None:
    names = {words for concept in concepts.values() for _, words in spellings(concept)}
    for folder in folders:
        concepts.update({city.slug: city for city in cities.read(folder, concepts, names)})


def fingerprint(folders: Sequence[Path]) -> str:
    """Hash of everything that the folders say, the frames of the grammar included; the same on every machine."""
    state = hashlib.sha256()
    for folder in folders:
        for path in sorted((*folder.rglob("*.yaml"), *folder.glob(cities.FILE))):
            text = path.read_bytes().replace(b"\r\n", b"\n")
            state.update(f"{path.relative_to(folder).as_posix()}\0{len(text)}\0".encode() + text)
    return state.hexdigest()[:20]


def _overlaid(folders: Sequence[Path]) -> dict[str, Located]:
    """Entries by family and slug. A slug that is taken twice is a problem, except by an overlay of its own family."""
    sources: dict[str, Located] = {}
    problems: list[str] = []
    for folder in folders:
        layer = _layer(folder, problems)
        for family, located in layer.items():
            under = sources.setdefault(family, {})
            for slug, entry in located.items():
                under[slug] = under[slug].overlaid(entry) if slug in under else entry
    problems += rules.slugs_taken_twice(sources)
    if problems:
        raise InvalidOntologyError(problems)
    return sources


def _layer(folder: Path, problems: list[str]) -> dict[str, Located]:
    layer: dict[str, Located] = {}
    for family, path in files(folder):
        located = layer.setdefault(family, {})
        try:
            entries = read(path)
        except InvalidOntologyError as error:
            problems += error.problems
            continue
        problems += (entries[slug].problem(*rules.taken(located[slug])) for slug in entries if slug in located)
        located.update(entries)
    return layer


def _actions(located: Located, problems: list[str]) -> Iterator[tuple[str, Action]]:
    for slug, source in located.items():
        if entry := shaped(source, ActionEntry, problems):
            yield slug, Action(slug=slug, **dict(entry))


def _concepts(sources: dict[str, Located], problems: list[str]) -> Iterator[tuple[str, Concept]]:
    for family in FAMILIES.values():
        for slug, source in sources.get(family.name, {}).items():
            if entry := shaped(source, family.model, problems):
                yield slug, _concept(slug, family.name, family.kind, entry)


def _concept(slug: str, family: str, kind: Kind, entry: ConceptEntry) -> Concept:
    if isinstance(entry, PlaceEntry) and entry.level is Level.COUNTRY:
        kind = Kind.COUNTRY
    fields = {"kind": kind, **dict(entry)}
    fields["aliases"] = tuple(dict.fromkeys(alias for alias in entry.aliases if alias != entry.name))
    return Concept(slug=slug, family=family, **fields)
