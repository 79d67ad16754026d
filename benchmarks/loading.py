"""`python -m benchmarks.loading [N …]`: the whole `kg load` of so many articles, with one and with two jobs.

Each load is a process of its own into a fresh embedded store; its peak memory is that of the largest of its processes,
which is the writer's with its Java heap. Then the stages are timed apart on a few hundred of the articles. Articles are
put together from three pieces of news each (the shared ledes where they are at hand, else the demo), so that none is a
copy of another.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import loaders
from kg.extract import open_extractor
from kg.model import Article, Reading
from kg.ontology import load as load_ontology
from kg.pipeline.reading import read
from kg.resources import demo_folder
from kg.store import open_store

_LEDES = Path(__file__).parents[2] / "shared" / "corpus" / "ledes.jsonl"
_KG = [sys.executable, "-c", "from kg.cli import main; main()"]
_STAGED = 400
_BATCH = 20


def main() -> None:
    """Prints articles a second and peak memory of every load, then the share of each stage."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loading", description=__doc__)
    parser.add_argument("numbers", metavar="N", type=int, nargs="*", default=[1_000, 10_000, 50_000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for number in asked.numbers:
            news = _written(Path(scratch) / f"{number}.jsonl", number)
            for jobs in asked.jobs:
                _report(news, number, jobs)
        _stages(_written(Path(scratch) / "staged.jsonl", _STAGED))


def _report(news: Path, number: int, jobs: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        began = time.perf_counter()
        words = ["load", str(news), "--store", f"{scratch}/store", "--jobs", str(jobs), "--failures", f"{scratch}/f"]
        state = {**os.environ, "XDG_STATE_HOME": scratch}
        done = subprocess.run([*_KG, *words], capture_output=True, text=True, check=True, env=state)
        seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    speed = f"{number / seconds:.1f} articles/s, peak {peak} MB"
    print(f"{number} articles, {jobs} jobs: {speed}; {done.stdout.strip()}", flush=True)


def _stages(news: Path) -> None:
    """The stages one after the other, each on all the articles."""
    ontology = load_ontology()
    extractor = open_extractor(ontology)
    read(extractor, [Article.read("Amazon will not sell drones to police.")])
    began = time.perf_counter()
    articles = [each for each in loaders.load(news) if isinstance(each, Article)]
    loaded = time.perf_counter()
    readings = [each for batch in _batches(articles) for each in read(extractor, batch) if isinstance(each, Reading)]
    extracted = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch, open_store(f"{scratch}/store", ontology, create=True) as store:
        opened = time.perf_counter()
        for start in range(0, len(readings), _BATCH):
            store.add(readings[start : start + _BATCH])
        stored = time.perf_counter()
    took = {"read": loaded - began, "extract": extracted - loaded, "store": stored - opened}
    print("; ".join(f"{stage} {seconds / sum(took.values()):.0%}" for stage, seconds in took.items()))


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    return (articles[start : start + _BATCH] for start in range(0, len(articles), _BATCH))


def _written(path: Path, number: int) -> Path:
    pieces, chance = _pieces(), random.Random(7)
    with path.open("w", encoding="utf-8") as lines:
        for each in range(number):
            drawn = chance.sample(pieces, 3)
            text = "\n\n".join(text for _, text in drawn)
            record = {"title": drawn[0][0], "text": text, "url": f"https://example.org/{each}"}
            lines.write(json.dumps(record) + "\n")
    return path


def _pieces() -> list[tuple[str, str]]:
    source = _LEDES if _LEDES.is_file() else demo_folder()
    found = loaders.discover([source])
    sources = [each for each in found if isinstance(each, loaders.Source)]
    articles = [item for each in sources for item in loaders.load(each) if isinstance(item, Article)]
    return [(article.title, article.body) for article in articles if article.body]


if __name__ == "__main__":
    main()
