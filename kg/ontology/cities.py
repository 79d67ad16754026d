"""Large cities that nobody has written an entry for: one line each in `cities.csv`, made from GeoNames by a tool.

An entry of `places.yaml` always wins: a line whose slug or name is taken is passed over.
"""

import csv
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from kg.model import Kind
from kg.ontology.concept import Concept
from kg.ontology.entries import Level
from kg.ontology.problems import InvalidOntologyError, Place, problem
from kg.ontology.words import spelling

FILE = "cities.csv"
FIELDS = ("slug", "name", "aliases", "part_of")


def read(folder: Path, concepts: Mapping[str, Concept], names: Collection[tuple[str, ...]]) -> Iterator[Concept]:
    """The cities of a folder that add something to the concepts. Raises InvalidOntologyError where a line is wrong."""
    path = folder / FILE
    if not path.exists():
        return
    claimed = set(names)
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.reader(stream), 1):
            if len(row) != len(FIELDS):
                what = f"{len(row)} fields where there are {len(FIELDS)}"
                raise InvalidOntologyError([problem(Place(str(path), number), what, f"write {','.join(FIELDS)}")])
            slug, name, aliases, part_of = row
            if tuple(row) != FIELDS and slug not in concepts and part_of in concepts and spelling(name) not in claimed:
                others = tuple(a for a in aliases.split(";") if a and spelling(a) not in claimed)
                claimed |= {spelling(each) for each in (name, *others)}
                yield _city(slug, name, others, concepts[part_of])


def _city(slug: str, name: str, aliases: tuple[str, ...], within: Concept) -> Concept:
    return Concept(
        slug=slug,
        name=name,
        kind=Kind.PLACE,
        family="places",
        definition=f"City in {within.name}.",
        aliases=aliases,
        level=Level.CITY,
        part_of=within.slug,
    )
