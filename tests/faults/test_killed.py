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
    killed, same = _troubled(tmp_path, ontology, articles=60, kills=2, jobs=2)
    assert killed and same


def _troubled(folder: Path, ontology: Ontology, articles: int, kills: int, jobs: int) -> tuple[int, bool]:
    """How many of the kills met a load that still ran, and whether both graphs are equal in the end."""
    news = scattered(folder / "news", articles)
    quiet, troubled = folder / "quiet", folder / "troubled"
    began = time.monotonic()
    assert _load(news, quiet, jobs, folder) == 0
    took = time.monotonic() - began
    moments = random.Random(articles)
    waits = [moments.uniform(0.5, 1.5) * took / kills for _ in range(kills)]
    killed = sum(_killed_after(seconds, str(news), str(troubled), str(jobs)) for seconds in waits)
    assert _load(news, troubled, jobs, folder) == 0
    return killed, _dumped(quiet, ontology) == _dumped(troubled, ontology)


def _load(news: Path, store: Path, jobs: int, folder: Path) -> int:
    return run(None, "load", str(news), "--store", str(store), "--jobs", str(jobs), *_noting(folder)).returncode


def _noting(folder: Path) -> list[str]:
    return ["--failures", str(folder / "failures.jsonl")]


def _dumped(folder: Path, ontology: Ontology) -> Dump:
    with open_store(str(folder), ontology, create=False) as store:
        return dump(store)


def _killed_after(seconds: float, news: str, store: str, jobs: str) -> bool:
    """Start the load and kill it and all that it has started; whether it still ran."""
    loading = start(None, "load", news, "--store", store, "--jobs", jobs)
    time.sleep(seconds)
    ran = loading.poll() is None
    os.killpg(loading.pid, signal.SIGKILL)
    loading.communicate()
    return ran


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        size, times, processes = (int(word) for word in sys.argv[1:4])
        met, same = _troubled(Path(scratch), load(), size, times, processes)
        end = "equal" if same else "NOT EQUAL"
        print(f"{size} articles, {processes} jobs, killed {times} times, {met} of them in the middle: {end}")
