"""`python -m benchmarks.pages FOLDER`: body text of real pages beside trafilatura alone, in the same run.

FOLDER is a checkout of the article extraction benchmark of Zyte: `ground-truth.json` and `html/*.html.gz`. The measure
is theirs: shingles of four words, precision and recall averaged over the pages that have any. Each page is read in turn
by both, so that whatever else the machine does hits both alike.
"""

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from trafilatura import bare_extraction

from kg.errors import SourceError
from loaders.encoding import decode
from loaders.html import page_article

_WORD = re.compile(r"\w+", re.UNICODE)
_SHINGLE = 4

Score = tuple[int, int, int]
"""Shingles of a page that are right, that were found, and that were wanted."""


def main() -> None:
    """Prints F1 of both, and the ratio of their speeds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    truth = {name: page["articleBody"] for name, page in json.loads((folder / "ground-truth.json").read_text()).items()}
    readers: dict[str, Callable[[bytes], str]] = {"this project": _ours, "trafilatura alone": _theirs}
    scores: dict[str, list[Score]] = {name: [] for name in readers}
    seconds = dict.fromkeys(readers, 0.0)
    for name, page in _pages(folder):
        for reader, read in readers.items():
            began = time.perf_counter()
            body = read(page)
            seconds[reader] += time.perf_counter() - began
            scores[reader].append(_score(truth[name], body))
    for reader, told in scores.items():
        precision = statistics.mean(right / found for right, found, _ in told if found)
        recall = statistics.mean(right / wanted for right, _, wanted in told if wanted)
        f1 = 2 * precision * recall / (precision + recall)
        speed = len(told) / seconds[reader]
        print(f"{reader:18} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  {speed:5.1f} pages/s")
    print(f"ratio of speeds {seconds['trafilatura alone'] / seconds['this project']:.2f}")


def _pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((folder / "html").glob("*.html.gz")):
        yield path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes())


def _ours(page: bytes) -> str:
    try:
        return page_article(page).body
    except SourceError:
        return ""


def _theirs(page: bytes) -> str:
    return str(getattr(bare_extraction(decode(page, "utf-8"), with_metadata=True), "text", None) or "")


def _score(truth: str, read: str) -> Score:
    wanted, found = _shingles(truth), _shingles(read)
    return sum((wanted & found).values()), sum(found.values()), sum(wanted.values())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text or "")
    number = max(len(words) - _SHINGLE + 1, bool(words))
    return Counter(tuple(words[start : start + _SHINGLE]) for start in range(number))


if __name__ == "__main__":
    main()
