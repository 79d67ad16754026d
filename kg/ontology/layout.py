"""Which files an ontology folder has, and which family of entries each of them holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import Kind
from kg.ontology import entries
from kg.ontology.problems import InvalidOntologyError, Place, nearest, problem


@dataclass(frozen=True)
class Family:
    """A family of concepts: the model of its entries, and their kind where the entry does not say it."""

    name: str
    model: type[entries.ConceptEntry]
    kind: Kind = Kind.GROUP


ACTIONS = "actions"
FAMILIES = {
    family.name: family
    for family in (
        Family("technologies", entries.TechnologyEntry, Kind.TECHNOLOGY),
        Family("groups", entries.GroupEntry),
        Family("measures", entries.MeasureEntry, Kind.MEASURE),
        Family("organisations", entries.OrganisationEntry),
        Family("products", entries.ProductEntry, Kind.PRODUCT),
        Family("places", entries.PlaceEntry, Kind.PLACE),
        Family("people", entries.PersonEntry, Kind.PERSON),
    )
}
_ELSEWHERE = "frames"  # read by the grammar, not here


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder with their families, in a fixed order. A family is one file, or a folder of files.

    Raises InvalidOntologyError where the folder is none, or holds a YAML file that belongs to no family.
    """
    if not folder.is_dir():
        raise InvalidOntologyError([f"{folder}: no such ontology folder; give a folder laid out as the shipped one"])
    known = (ACTIONS, *FAMILIES)
    for path in sorted(folder.rglob("*.yaml")):
        family = path.relative_to(folder).with_suffix("").parts[0]
        if family == _ELSEWHERE:
            continue
        if family not in known:
            cure = nearest(family, known, f"families are {', '.join(known)}")
            what = f"no family of concepts is named {family!r}"
            raise InvalidOntologyError([problem(Place(str(path), 1), what, cure)])
        yield family, path
