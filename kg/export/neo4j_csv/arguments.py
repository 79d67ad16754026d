"""The command that imports the files, and the file with its arguments, of which there are too many to type."""

import shlex
from collections.abc import Iterable

FILE = "import.args"

_MEBIBYTE = 1 << 20
_SMALLEST_BUFFER = 4
"""What `neo4j-admin` takes where nobody says otherwise, in mebibytes."""


def command(database: str) -> tuple[str, ...]:
    """The command, to be run in the folder of the files."""
    return ("neo4j-admin", "database", "import", "full", database, f"@{FILE}")


def argument_file(database: str, nodes: Iterable[str], relationships: Iterable[str], longest: int) -> str:
    """The text of the file: `nodes` are labels, `relationships` types, `longest` the longest line in bytes."""
    lines = (
        "# Makes a database of these files. Stop the server, then run in this folder, as the server's user:",
        f"#   {shlex.join(command(database))}",
        "# It refuses a database that is there already; --overwrite-destination at its end replaces it.",
        "# Start the server and run `kg store init`, which makes the constraints and indexes.",
        "--id-type=string",
        "--multiline-fields=true",
        f"--read-buffer-size={_buffer(longest)}m",
        *(f"--nodes={node_file(label)}" for label in nodes),
        *(f"--relationships={kind}={relationship_file(kind)}" for kind in relationships),
    )
    return "".join(f"{line}\n" for line in lines)


def node_file(label: str) -> str:
    """Where nodes with a label are."""
    return f"nodes/{label}.csv"


def relationship_file(kind: str) -> str:
    """Where relationships of a type are; its folder keeps it apart from a label that differs in case only."""
    return f"relationships/{kind}.csv"


def _buffer(longest: int) -> int:
    """Mebibytes with room for the longest value: one that does not fit ends the import."""
    return max(_SMALLEST_BUFFER, longest // _MEBIBYTE + 2)
