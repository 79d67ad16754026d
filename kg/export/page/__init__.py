"""A network as one HTML file, which needs nothing but a browser: no network, no server, no other file."""

import base64
import hashlib
import re
from html import escape
from importlib.resources import files
from typing import IO

from kg.export.characters import clean
from kg.export.counted import Counted
from kg.export.page.data import Tell, page_data, script_json
from kg.network import Network

_HERE = files("kg.export.page")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def write_page(network: Network, tell: Tell, file: IO[bytes]) -> Counted:
    """Writes the page of a network that fits into memory; `tell` gives the statements that its edges stand for."""
    data = page_data(network, tell)
    file.write(_page(clean(network.title), clean(network.source()), script_json(data)).encode())
    return Counted(len(data["nodes"]), len(data["edges"]))


def _page(title: str, source: str, data: str) -> str:
    library, script = _read("vendor", "force-graph.min.js").strip(), f"\n{_read('page.js')}\n"
    filled = {
        "policy": _policy(library, script),
        "title": escape(title),
        "source": escape(source),
        "style": _read("page.css"),
        "licences": escape(_read("vendor", "LICENSES.txt")),
        "data": data,
        "library": library,
        "script": script[1:-1],
    }
    return _SLOT.sub(lambda slot: filled[slot[1]], _read("template.html"))


def _policy(*scripts: str) -> str:
    """Only these scripts run, and nothing is fetched (Content Security Policy, level 3)."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _read(*path: str) -> str:
    return _HERE.joinpath(*path).read_text(encoding="utf-8")
