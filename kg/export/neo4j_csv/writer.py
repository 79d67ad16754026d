"""Writes a store as CSV files for the bulk import of Neo4j."""

import shlex
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ExportError
from kg.export.folder import new_folder
from kg.export.graph import Page, Relationship, pages
from kg.export.neo4j_csv.arguments import FILE as ARGUMENTS
from kg.export.neo4j_csv.arguments import argument_file, command, node_file, relationship_file
from kg.export.neo4j_csv.files import Files
from kg.export.neo4j_csv.lines import node_header, node_line, relationship_header, relationship_line
from kg.export.neo4j_csv.tables import NODES, Joining, relationships
from kg.ontology import Ontology
from kg.store import Store
from kg.store.marker import LABEL as MARKER

DATABASE = "neo4j"
"""The one database of a Community server, and the first of any other."""


@dataclass(frozen=True)
class Written:
    """What an export holds.

    `command` is to be run in `folder`. `unknown` are types of relationships that were left out, since neither kg nor
    the ontology at hand has them.
    """

    folder: Path
    files: tuple[str, ...]
    nodes: int
    relationships: int
    command: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def shell(self) -> str:
        """The command as one types it, from the folder where kg was run."""
        return f"cd {shlex.quote(str(self.folder))} && {shlex.join(self.command)}"


def write_neo4j_csv(store: Store, ontology: Ontology, folder: Path, database: str = DATABASE) -> Written:
    """Writes everything in a store that is kg's into a new folder, with the arguments of the command that imports it.

    The same graph gives the same bytes, from whichever store. `database` is the one to import into. Raises ExportError
    where the folder holds something or the store nothing, StoreError, and OSError where the disk refuses.
    """
    joinings = relationships(ontology)
    with new_folder(folder) as place, Files(place) as files:
        unknown = _write_pages(store, joinings, files)
        counts = files.lines
        nodes = {label: counts[file] for label in NODES if (file := node_file(label)) in counts}
        joined = {kind: counts[file] for kind in sorted(joinings) if (file := relationship_file(kind)) in counts}
        if not nodes.keys() - {MARKER}:
            raise ExportError("the graph is empty, so there is nothing to export; load articles with `kg load PATH`")
        (place / ARGUMENTS).write_text(argument_file(database, nodes, joined, files.longest), encoding="utf-8")
    return Written(
        folder=folder,
        files=(ARGUMENTS, *map(node_file, nodes), *map(relationship_file, joined)),
        nodes=sum(nodes.values()),
        relationships=sum(joined.values()),
        command=command(database),
        unknown=tuple(sorted(unknown)),
    )


def _write_pages(store: Store, joinings: Mapping[str, Joining], files: Files) -> set[str]:
    """Writes the whole graph; gives the types of relationships that are not ours."""
    unknown = set[str]()
    for label, columns in NODES.items():
        for page in pages(store, label):
            nodes = [node_line(node, columns) for node in page.nodes]
            files.add(node_file(label), node_header(label, columns), nodes)
            unknown |= _write_leaving(label, page, joinings, files)
    return unknown


def _write_leaving(label: str, page: Page, joinings: Mapping[str, Joining], files: Files) -> set[str]:
    by_type: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in page.relationships:
        joining = joinings.get(relationship.type)
        if joining and (joining.start != label or joining.end not in relationship.labels):
            continue  # somebody else's, which only has the name of one of ours
        by_type[relationship.type].append(relationship)
    for kind in by_type.keys() & joinings.keys():
        joining = joinings[kind]
        lines = sorted(relationship_line(each, joining) for each in by_type[kind])
        files.add(relationship_file(kind), relationship_header(joining), lines)
    return by_type.keys() - joinings.keys()
