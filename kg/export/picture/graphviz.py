"""The programs of Graphviz: they place nodes and draw them."""

import shutil
import subprocess

from kg.errors import ExportError

LAYOUTS = ("sfdp", "dot", "neato", "fdp", "circo", "twopi")
"""Ways to place nodes, which are Graphviz's programs: springs, layers, springs of two more kinds, circles, rings."""

_SECONDS = 300
_CURE = "install it (Debian and Ubuntu: apt install graphviz; macOS: brew install graphviz; conda install graphviz)"


def drawn(sheet: str, layout: str, form: str) -> bytes:
    """A sheet as a picture of that form, `svg` or `png`. Raises ExportError where Graphviz is missing or gives up."""
    found = shutil.which(layout)
    if found is None:
        raise ExportError(f"pictures are drawn by Graphviz, and its program {layout} is not on the path; {_CURE}")
    try:
        done = subprocess.run([found, f"-T{form}"], input=sheet.encode(), capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise ExportError(f"{layout} took more than {_SECONDS} s; ask for fewer nodes with --nodes") from None
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())[:200]
        raise ExportError(f"{layout} failed: {said}; try another --layout, or fewer --nodes")
    return done.stdout
