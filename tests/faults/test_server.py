"""A Neo4j server that goes away: before, in the middle of a load, in the middle of a result."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from kg.extract import open_extractor
from kg.ontology import Ontology
from kg.pipeline import LoadStoppedError, load
from kg.store import Address, open_store
from kg.store.dump import Dump, dump
from kg.store.inspection import inspect
from tests.coded import CODED
from tests.faults.news import complaint, run, start, written
from tests.neo4j_server import OwnServer, emptied

pytestmark = pytest.mark.neo4j

ARTICLES = 80
COUNTS = (r"loaded (\d+) articles", r"skipped (\d+)", r"failed (\d+)")


@pytest.fixture
def own(own_neo4j: OwnServer) -> Iterator[OwnServer]:
    """The server, started and empty."""
    own_neo4j.start()
    emptied(own_neo4j.server)
    yield own_neo4j
    own_neo4j.stop()


@pytest.fixture(scope="module")
def undisturbed(ontology: Ontology, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """The graph that a load without any fault makes of the same articles."""
    folder = tmp_path_factory.mktemp("undisturbed")
    loaded = run(None, "load", str(written(folder, ARTICLES)), "--store", str(folder / "store"))
    assert loaded.returncode == 0, loaded.stderr
    with open_store(str(folder / "store"), ontology, create=False) as store:
        return dump(store)


def _kill_in_the_middle(own: OwnServer, loading: "subprocess.Popen[str]") -> None:
    """SIGKILL, once something is stored and while the load still runs."""
    with GraphDatabase.driver(own.server.uri, auth=own.server.credentials.login) as driver:
        while not driver.execute_query("MATCH (a:Article) RETURN count(a) AS n").records[0]["n"]:
            assert loading.poll() is None
            time.sleep(0.05)
    own.kill()
    assert loading.poll() is None


def _assert_whole(own: OwnServer, ontology: Ontology, undisturbed: Dump) -> None:
    server = own.server
    assert [check for check in inspect(Address(server.uri, server.credentials), ontology) if check.cure] == []
    with open_store(server.uri, ontology, create=False, credentials=server.credentials) as store:
        assert dump(store) == undisturbed


def test_a_second_load_completes_what_a_killed_server_cut_short(
    own: OwnServer, ontology: Ontology, tmp_path: Path, undisturbed: Dump
) -> None:
    news = str(written(tmp_path, ARTICLES))
    loading = start(own.server, "load", news, "--wait", "1")
    _kill_in_the_middle(own, loading)
    out, err = loading.communicate(timeout=120)
    line = complaint(subprocess.CompletedProcess(loading.args, loading.returncode, out, err))
    assert f"no answer from {own.server.uri}" in line
    assert "run the same load again" in line
    own.start()
    again = run(own.server, "load", news)
    assert again.returncode == 0, again.stderr
    _assert_whole(own, ontology, undisturbed)


def test_a_load_that_waits_goes_on_when_the_server_is_back(
    own: OwnServer, ontology: Ontology, tmp_path: Path, undisturbed: Dump
) -> None:
    loading = start(own.server, "load", str(written(tmp_path, ARTICLES)), "--wait", "120")
    _kill_in_the_middle(own, loading)
    own.start()
    out, err = loading.communicate(timeout=180)
    assert (loading.returncode, err) == (0, "")
    loaded, skipped, failed = (int(count) for pattern in COUNTS for count in re.findall(pattern, out))
    # What was stored just before the server died, its answer lost, is skipped when it is sent again.
    assert (loaded + skipped, failed) == (ARTICLES, 0)
    _assert_whole(own, ontology, undisturbed)


def test_a_result_that_is_cut_says_after_how_many_rows(own: OwnServer) -> None:
    run(own.server, "store", "init")
    asking = start(own.server, "cypher", "UNWIND range(1, 1000000000) AS x RETURN x", "--format", "csv")
    assert asking.stdout is not None
    assert [asking.stdout.readline() for _ in range(3)] == ["x\n", "1\n", "2\n"]
    own.kill()
    _, err = asking.communicate(timeout=60)
    assert asking.returncode == 1
    assert f"the connection to {own.server.uri} was cut after " in err
    assert len(err.splitlines()) == 1


def test_statement_lines_stop_at_the_first_that_finds_no_server(
    own: OwnServer, ontology: Ontology, tmp_path: Path
) -> None:
    shutil.copy(CODED, tmp_path / "coded.jsonl")
    server = own.server
    with open_store(server.uri, ontology, create=True, credentials=server.credentials, wait=1) as store:
        own.kill()
        began = time.monotonic()
        with pytest.raises(LoadStoppedError, match="no answer from"):
            load(store, ontology, open_extractor(ontology), [tmp_path / "coded.jsonl"])
    assert time.monotonic() - began < 30, "each line was tried for as long as one may wait"


def test_a_server_that_is_down_at_the_start_is_one_line(own_neo4j: OwnServer, tmp_path: Path) -> None:
    own_neo4j.stop()
    line = complaint(run(own_neo4j.server, "load", str(written(tmp_path, 1))))
    assert line == f"kg: no answer from {own_neo4j.server.uri}; start the server, or check the address"
