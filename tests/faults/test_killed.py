"""`kg load` killed in the middle, again and again: the same command goes on, and the graph is that of a quiet load.

`python -m tests.faults.test_killed ARTICLES KILLS JOBS` does the same at any size and tells how it went.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from kg.ontology import Ontology, load
from kg.store import open_store
from kg.store.dump import Dump, dump
from tests.faults.news import run, scattered, start


def test_a_load_that_is_killed_again_and_again_ends_as_a_quiet_one(tmp_path: Path, ontology: Ontology) -> None:
    assert _survives(tmp_path, ontology, articles=60, kills=2, jobs=2)


def _survives(folder: Path, ontology: Ontology, articles: int, kills: int, jobs: int) -> bool:
    news = scattered(folder / "news", articles)
    quiet, troubled = folder / "quiet", folder / "troubled"
    began = time.monotonic()
    assert run(None, "load", str(news), "--store", str(quiet), *_noting(folder)).returncode == 0
    took = time.monotonic() - began
    moments = random.Random(articles)
    for _ in range(kills):
        _killed_after(moments.uniform(0.2, 1.0) * took / 2, str(news), str(troubled), str(jobs))
    assert run(None, "load", str(news), "--store", str(troubled), "--jobs", str(jobs), *_noting(folder)).returncode == 0
    return _dumped(quiet, ontology) == _dumped(troubled, ontology)


def _noting(folder: Path) -> list[str]:
    return ["--failures", str(folder / "failures.jsonl")]


def _dumped(folder: Path, ontology: Ontology) -> Dump:
    with open_store(str(folder), ontology, create=False) as store:
        return dump(store)


def _killed_after(seconds: float, news: str, store: str, jobs: str) -> None:
    """Start the load and kill it and all that it has started."""
    loading = start(None, "load", news, "--store", store, "--jobs", jobs)
    time.sleep(seconds)
    os.killpg(loading.pid, signal.SIGKILL)
    loading.communicate()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        size, times, processes = (int(word) for word in sys.argv[1:4])
        same = _survives(Path(scratch), load(), size, times, processes)
        print(f"{size} articles, killed {times} times, {processes} jobs: {'equal' if same else 'NOT EQUAL'}")
