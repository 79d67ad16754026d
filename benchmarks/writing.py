"""`python -m benchmarks.writing`: `Store.add` beside a bare driver that writes the same rows in the same run.

Each writer has a Neo4j server of its own, with the same constraints, and a process of its own. They take turns batch
by batch, so that whatever else the machine does meanwhile hits both alike. Both are warmed up, then their servers
emptied, before anything is counted; making articles and rows is not counted either. The embedded store loads the same.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from tempfile import TemporaryDirectory

from neo4j import GraphDatabase

from benchmarks.bare import Outcome, Rows, Writer
from benchmarks.synthetic import Newsroom
from kg.model import Reading
from kg.ontology import Ontology, load
from kg.pipeline.events import BATCH
from kg.store import Store, open_store
from kg.store.marker import LABEL
from tests.neo4j_server import Server, emptied, own_server

STATEMENTS = 100_000
WARM_UP = 5_000
_WARM_UP_FIRST = 10_000_000
_TENTHS = 10
_NODES = "MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS times, sum(size(keys(n))) AS properties"
_LINKS = "MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS times, sum(size(keys(r))) AS properties"


@dataclass(frozen=True)
class Load:
    """What was asked for: so many statements, so many a transaction (whole articles, so a few more)."""

    statements: int
    batch: int

    def batches(self, ontology: Ontology, first: int = 0) -> Iterator[list[Reading]]:
        """The readings in the order in which both writers take them."""
        batch: list[Reading] = []
        for reading in Newsroom(ontology).readings(self.statements, first):
            batch.append(reading)
            if sum(len(each.statements) for each in batch) >= self.batch:
                yield batch
                batch = []
        if batch:
            yield batch

    @property
    def warm_up(self) -> "Load":
        """Articles of their own, enough for the server to compile what it runs."""
        return Load(WARM_UP, self.batch)


@dataclass(frozen=True)
class Timing:
    """One batch of one writer: its size, its seconds, and the highest memory of the process so far, in MB."""

    statements: int
    seconds: float
    peak: int


def main() -> None:
    """Load as often as asked and print the figures of each load."""
    parser = argparse.ArgumentParser(description="Time writing to Neo4j, beside a bare driver, and to a folder.")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--batch", type=int, nargs="+", default=[BATCH], help="statements a transaction")
    parser.add_argument("--no-folder", dest="folder", action="store_false", help="leave the embedded store out")
    options = parser.parse_args()
    for batch in options.batch:
        wanted = Load(options.statements, batch)
        print(f"{wanted.statements:,} statements, {wanted.batch:,} a transaction", flush=True)
        for line in on_servers(wanted):
            print(line, flush=True)
        if options.folder:
            print(in_folder(wanted), flush=True)


def on_servers(wanted: Load) -> Iterator[str]:
    """The figures of the store and of the bare driver. Raises RuntimeError where their graphs differ."""
    with own_server() as ours, own_server() as theirs:
        ours.start()
        theirs.start()
        with (
            _process(_prepare_store, ours.server, wanted) as store,
            _process(_prepare_bare, theirs.server, wanted) as bare,
        ):
            timings, yardstick = _taking_turns(store, bare)
        _check_same(ours.server, theirs.server)
    rate, bare_rate = _rate(timings), _rate(yardstick)
    yield f"{'Store.add, Neo4j':<22}{rate:8.0f} statements/s   {rate / bare_rate:4.2f} × the bare driver"
    yield f"{'':<22}{_course(timings)}"
    yield f"{'bare driver':<22}{bare_rate:8.0f} statements/s   {_course(yardstick)}"


def in_folder(wanted: Load) -> str:
    """The figures of the embedded store, which has a process of its own too."""
    with TemporaryDirectory(prefix="kg-bench-") as folder, _process(_prepare_folder, folder, wanted) as process:
        timings = list(iter(lambda: process.submit(_next).result(), None))
    return f"{'Store.add, embedded':<22}{_rate(timings):8.0f} statements/s   {_course(timings)}"


def fill(store: Store, batches: Iterable[Sequence[Reading]]) -> Iterator[Timing]:
    """Adds one batch after the other, each when it is asked for."""
    for batch in batches:
        start = time.perf_counter()
        store.add(batch)
        yield _timing(batch, time.perf_counter() - start)


def _taking_turns(store: ProcessPoolExecutor, bare: ProcessPoolExecutor) -> tuple[list[Timing], list[Timing]]:
    """Both write the same batch, now the one first and now the other, until there is no more."""
    timings: dict[ProcessPoolExecutor, list[Timing]] = {store: [], bare: []}
    order = [store, bare]
    while True:
        for process in order:
            timing = process.submit(_next).result()
            if timing is not None:
                timings[process].append(timing)
        if timing is None:
            return timings[store], timings[bare]
        order.reverse()


_writing: Iterator[Timing] = iter(())
"""What this process writes, if it was started to write."""


@contextmanager
def _process(prepare: Callable[..., None], *arguments: object) -> Iterator[ProcessPoolExecutor]:
    """A process that has prepared its writer, and then writes a batch whenever `_next` is submitted."""
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=prepare, initargs=arguments) as pool:
        yield pool


def _next() -> Timing | None:
    return next(_writing, None)


def _prepare_store(server: Server, wanted: Load) -> None:
    global _writing
    ontology = load()
    store = open_store(server.uri, ontology, create=True, credentials=server.credentials)
    list(fill(store, wanted.warm_up.batches(ontology, _WARM_UP_FIRST)))
    emptied(server)
    _writing = fill(store, wanted.batches(ontology))


def _prepare_folder(folder: str, wanted: Load) -> None:
    global _writing
    ontology = load()
    with open_store(f"{folder}/warm-up", ontology, create=True) as store:
        list(fill(store, wanted.warm_up.batches(ontology, _WARM_UP_FIRST)))
    _writing = fill(open_store(f"{folder}/store", ontology, create=True), wanted.batches(ontology))


def _prepare_bare(server: Server, wanted: Load) -> None:
    global _writing
    ontology = load()
    open_store(server.uri, ontology, create=True, credentials=server.credentials).close()  # makes the constraints
    writer = Writer(server.uri, server.credentials)
    list(_bare(writer, ontology, wanted.warm_up, _WARM_UP_FIRST))
    emptied(server)
    _writing = _bare(writer, ontology, wanted, 0)


def _bare(writer: Writer, ontology: Ontology, wanted: Load, first: int) -> Iterator[Timing]:
    outcome = Outcome.of(ontology, (reading for batch in wanted.batches(ontology, first) for reading in batch))
    rows = Rows(ontology, outcome)
    for batch in wanted.batches(ontology, first):
        yield _timing(batch, writer.write(rows.of(batch)))


def _timing(batch: Sequence[Reading], seconds: float) -> Timing:
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
    return Timing(sum(len(reading.statements) for reading in batch), seconds, peak)


def _rate(timings: Sequence[Timing]) -> float:
    return sum(timing.statements for timing in timings) / sum(timing.seconds for timing in timings)


def _course(timings: Sequence[Timing]) -> str:
    """How a load went on: the median batch of the second and of the last tenth, and memory after one and at the end."""
    tenth = max(1, len(timings) // _TENTHS)
    early, late = timings[tenth : 2 * tenth] or timings, timings[-tenth:]
    first, last = (statistics.median(timing.seconds for timing in part) for part in (early, late))
    memory = f"peak memory {timings[tenth - 1].peak} MB at 10 %, {timings[-1].peak} MB at the end"
    return f"a batch {first:.2f} s after 10 %, {last:.2f} s at the end; {memory}"


def _check_same(ours: Server, theirs: Server) -> None:
    """Raises RuntimeError where the two graphs differ in how much they hold of anything."""
    held, expected = set(_counts(ours).items()), set(_counts(theirs).items())
    if differing := sorted(held ^ expected):
        raise RuntimeError(f"the store and the bare driver wrote different graphs: {differing}")


def _counts(server: Server) -> Mapping[str, tuple[int, int]]:
    """How many nodes of each label and links of each type a server holds, and how many properties these have."""
    with GraphDatabase.driver(server.uri, auth=server.credentials.login) as driver:
        records = [record for text in (_NODES, _LINKS) for record in driver.execute_query(text).records]
    return {record["name"]: (record["times"], record["properties"]) for record in records if record["name"] != LABEL}


if __name__ == "__main__":
    main()
