"""The formats of networks, each a writer; which one a file wants is told by the end of its name."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from kg.errors import ExportError
from kg.export.counted import Counted
from kg.export.cyjs import write_cyjs
from kg.export.dot import write_dot
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.nodelink import write_nodelink
from kg.export.whole import whole_file
from kg.network import Network

Writer = Callable[[Network, IO[bytes]], Counted]

WRITERS: Mapping[str, Writer] = {
    "gexf": write_gexf,
    "graphml": write_graphml,
    "cyjs": write_cyjs,
    "dot": write_dot,
    "json": write_nodelink,
}
"""By name, which is also how a file of that format ends."""


def write(network: Network, path: Path, form: str | None = None) -> Counted:
    """Writes a network to a file, in the format of that name or of the file's. Raises ExportError, StoreError."""
    name = form or path.suffix.removeprefix(".").lower()
    if name not in WRITERS:
        raise ExportError(f"no format is known by {path.name!r}; name a file that ends in .{', .'.join(WRITERS)}")
    with whole_file(path) as file:
        return WRITERS[name](network, file)
