"""A real web server on this machine that serves what a test puts there."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from loaders.web import Visitor, anywhere
from loaders.web.cache import Cache

PAGE = b"""<html><head><title>Town bans drones</title></head><body><article><h1>Town bans drones</h1>
<p>The town banned drones from its parks on Monday, after a long night of debate in its council.</p></article></body>"""


@dataclass(frozen=True)
class Reply:
    """What the server says to a request for a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """`pages` by path, an address to visit them at, and the requests that came, each with its headers."""

    pages: dict[str, Reply]
    address: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site({"/a.html": Reply(PAGE)})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, dict(self.headers)))
            reply = served.pages.get(self.path, Reply(status=404))
            if reply.headers.get("ETag") and self.headers.get("If-None-Match") == reply.headers["ETag"]:
                reply = Reply(status=304)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield served
        server.shutdown()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def visitor(tmp_path: Path, waits: list[float]) -> Visitor:
    """Goes anywhere, and notes how long it would have waited."""
    return Visitor(anywhere, Cache(tmp_path / "cache"), waits.append)
