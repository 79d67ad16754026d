"""`python -m benchmarks.querying`: every query of the library on a large graph, with the same rows on both stores.

Entities that a query must be given are asked for twice: one that turns up everywhere, and one of the rarest.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.writing import STATEMENTS, Load, fill
from kg.ontology import Ontology, load
from kg.query.library import LibraryQuery, library
from kg.resources import queries_folder
from kg.store import Store, open_store
from tests.neo4j_server import own_server

RUNS = 20
BATCH = 2_000
_CENTRAL = ("hub", "rare")
_BY_DEGREE = "MATCH (e:Entity)-[:HOLDS]->(p) RETURN e.id AS id, count(p) AS positions ORDER BY positions DESC, id"


@dataclass(frozen=True)
class Question:
    """A query with all that it must be given; `of` says for whom."""

    query: LibraryQuery
    of: str
    parameters: Mapping[str, Any]


def main() -> None:
    """Fill both stores with the same graph, and print a line a question."""
    parser = argparse.ArgumentParser(description="Time the query library on both stores.")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--runs", type=int, default=RUNS)
    options = parser.parse_args()
    ontology = load()
    with _filled(ontology, Load(options.statements, BATCH)) as (server, folder):
        print(f"{options.statements:,} statements, {options.runs} runs; milliseconds: median (95th percentile)")
        print(f"{'query':<26}{'of':<6}{'rows':>7}{'Neo4j':>20}{'embedded':>20}")
        for question in _questions(ontology, server):
            print(_line(question, server, folder, options.runs), flush=True)


@contextmanager
def _filled(ontology: Ontology, wanted: Load) -> Iterator[tuple[Store, Store]]:
    """A store on a server and one in a folder, with the same graph."""
    with own_server() as own, TemporaryDirectory(prefix="kg-bench-") as folder:
        own.start()
        with (
            open_store(own.server.uri, ontology, create=True, credentials=own.server.credentials) as server,
            open_store(folder, ontology, create=True) as embedded,
        ):
            for store in (server, embedded):
                for _ in fill(store, wanted.batches(ontology)):
                    pass
            yield server, embedded


def _questions(ontology: Ontology, store: Store) -> Iterator[Question]:
    """Every query with its defaults, and for the entities that it must be given the most and the least spoken of."""
    actors = [key for key, _ in store.query(_BY_DEGREE).rows]
    for query in library(queries_folder()):
        required = [parameter.name for parameter in query.parameters if parameter.default is None]
        if not required:
            yield Question(query, "", query.values(ontology, {}))
            continue
        for of, actor in zip(_CENTRAL, (actors[0], actors[-1]), strict=True):
            yield Question(query, of, query.values(ontology, dict.fromkeys(required, actor)))


def _line(question: Question, server: Store, folder: Store, runs: int) -> str:
    """Raises RuntimeError where the stores differ in what they answer."""
    query, parameters = question.query, question.parameters
    expected, found = (sorted(map(repr, store.query(query.cypher, parameters).rows)) for store in (server, folder))
    if expected != found:
        raise RuntimeError(f"{query.name} {parameters}: {len(expected)} rows on the server, {len(found)} in the folder")
    times = (_times(store, question, runs) for store in (server, folder))
    return f"{query.name:<26}{question.of:<6}{len(expected):7}" + "".join(f"{_told(taken):>20}" for taken in times)


def _times(store: Store, question: Question, runs: int) -> list[float]:
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        store.query(question.query.cypher, question.parameters)
        taken.append(1000 * (time.perf_counter() - start))
    return taken


def _told(taken: list[float]) -> str:
    return f"{statistics.median(taken):.1f} ({statistics.quantiles(taken, n=20, method='inclusive')[-1]:.1f})"


if __name__ == "__main__":
    main()
