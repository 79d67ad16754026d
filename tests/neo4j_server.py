"""A real Neo4j Community server for tests, from Maven Central and without Docker: one a session, thrown away after."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from neo4j import GraphDatabase

from kg.store import Credentials, schema
from kg.store.marker import LABEL
from tests.maven import UnavailableError, jars, program

VERSION = os.environ.get("KG_TEST_NEO4J_VERSION", "5.26.30")
_PASSWORD = "only-for-tests"
_START_SECONDS = 90


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    uri: str
    credentials: Credentials


class OwnServer:
    """A server with a home folder of its own, which keeps the data when the server stops, is killed or starts again."""

    def __init__(self, home: Path, settings: Mapping[str, str] | None = None) -> None:
        """Sets up the home, with `settings` over the usual ones; nothing runs yet. Raises UnavailableError."""
        self._java, self._jars = program("java"), jars("org.neo4j", "neo4j", VERSION)
        self._home = home
        self._port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        _configure(home, self._port, settings or {})
        try:
            self.admin("dbms", "set-initial-password", _PASSWORD)
        except subprocess.CalledProcessError as error:
            said = " ".join(str(error.stderr).split())[:200]
            raise UnavailableError(f"the Neo4j server cannot be set up, perhaps for this Java: {said}") from None

    @property
    def server(self) -> Server:
        """Its address and credentials, the same after every start."""
        return Server(f"bolt://127.0.0.1:{self._port}", Credentials("neo4j", _PASSWORD))

    @property
    def home(self) -> Path:
        """Its home folder."""
        return self._home

    def admin(self, *words: str) -> str:
        """What `neo4j-admin WORDS` prints. Raises CalledProcessError where it fails; most commands want it stopped."""
        environment = {**os.environ, "NEO4J_HOME": str(self._home), "NEO4J_CONF": str(self._home / "conf")}
        command = [self._java, "-cp", self._jars, "org.neo4j.cli.AdminTool", *words]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, cwd=self._home)
        return done.stdout

    def start(self) -> None:
        """Starts it and waits until it answers. Raises UnavailableError where it does not."""
        options = ["-Xms256m", "-Xmx1g", "-cp", self._jars, "org.neo4j.server.CommunityEntryPoint"]
        folders = [f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"]
        with (self._home / "output.log").open("ab") as output:
            command = [self._java, *options, *folders]
            self._process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _wait(self._process, self._home, self._port)

    def stop(self) -> None:
        """Stops it cleanly; nothing where it does not run."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=60)

    def kill(self) -> None:
        """Ends it with SIGKILL, as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=60)


@contextmanager
def running_server() -> Iterator[Server]:
    """The server that KG_TEST_NEO4J_URI names, else one of our own. Raises UnavailableError where there is neither."""
    if uri := os.environ.get("KG_TEST_NEO4J_URI"):
        user = os.environ.get("KG_TEST_NEO4J_USER", "neo4j")
        given = Server(uri, Credentials(user, os.environ.get("KG_TEST_NEO4J_PASSWORD", "")))
        _check_empty(given)
        yield given
        return
    with own_server() as own:
        own.start()
        yield own.server


@contextmanager
def own_server(settings: Mapping[str, str] | None = None) -> Iterator[OwnServer]:
    """A server of our own in a throw-away folder, not started yet, stopped at the end. Raises UnavailableError."""
    with TemporaryDirectory(prefix="kg-neo4j-", ignore_cleanup_errors=True) as folder:
        own = OwnServer(Path(folder), settings)
        try:
            yield own
        finally:
            own.stop()


def described(server: Server) -> str:
    """What the server calls itself, and where it is."""
    with GraphDatabase.driver(server.uri, auth=server.credentials.login) as driver:
        return f"{driver.get_server_info().agent} at {server.uri}"


def emptied(server: Server) -> Server:
    """The server without any node but the usual marker of a store, by a driver of its own."""
    with GraphDatabase.driver(server.uri, auth=server.credentials.login) as driver:
        usual = f"n:{LABEL} AND n.schema = {schema.VERSION} AND NOT n.shared"
        driver.execute_query(f"MATCH (n) WHERE NOT ({usual}) DETACH DELETE n")
    return server


def _check_empty(server: Server) -> None:
    """Tests take everything out of their server, so somebody's graph must not be on it."""
    with GraphDatabase.driver(server.uri, auth=server.credentials.login) as driver:
        found = driver.execute_query(f"MATCH (n) WHERE NOT n:{LABEL} RETURN count(n) AS nodes").records
    if nodes := found[0]["nodes"]:
        raise UnavailableError(
            f"the server of KG_TEST_NEO4J_URI holds {nodes} nodes, and tests empty it; give an empty one"
        )


def _configure(home: Path, port: int, settings: Mapping[str, str]) -> None:
    usual = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
        "dbms.security.allow_csv_import_from_file_urls": "false",
    }
    (home / "conf").mkdir()
    lines = "".join(f"{name}={value}\n" for name, value in {**usual, **settings}.items())
    (home / "conf" / "neo4j.conf").write_text(lines, encoding="utf-8")


def _wait(process: subprocess.Popen[bytes], home: Path, port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    log = (home / "output.log").read_text(encoding="utf-8", errors="replace")
    raise UnavailableError(f"the Neo4j server did not start: {' '.join(log.split())[-300:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
