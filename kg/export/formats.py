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
from kg.export.matrix import write_matrix
from kg.export.nodelink import write_nodelink
from kg.export.picture import picture
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


def _drawing(form: str) -> Writer:
    def write_picture(network: Network, file: IO[bytes]) -> Counted:
        drawn = picture(network, form)
        file.write(drawn.image)
        return drawn.shown

    return write_picture


OF_DISCOURSE: Mapping[str, Writer] = {
    **WRITERS,
    "csv": write_matrix,
    "svg": _drawing("svg"),
    "png": _drawing("png"),
}
"""What else a discourse network can be: it fits into memory, and it has one edge a pair."""


def write(network: Network, path: Path, writers: Mapping[str, Writer] = WRITERS) -> Counted:
    """Writes a network to a file, in the format that its name ends in. Raises ExportError, StoreError."""
    name = path.suffix.removeprefix(".").lower()
    if name not in writers:
        raise ExportError(f"no format is known by {path.name!r}; name a file that ends in .{', .'.join(writers)}")
    return write_as(network, path, writers[name])


def write_as(network: Network, path: Path, writer: Writer) -> Counted:
    """Writes a network to a file by a writer, whatever the file is called. Raises ExportError, StoreError."""
    with whole_file(path) as file:
        return writer(network, file)
