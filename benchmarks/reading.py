"""How fast articles are read, beside spaCy parsing the same texts with the same pipeline in the same run, on one core.

`python -m benchmarks.reading` times it; with `--soak` it reads 10,000 articles and tells the memory on the way.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import loaders
from benchmarks.synthetic import Newsroom
from kg.extract.learned.extractor import LearnedExtractor
from kg.extract.parser import DEFAULT_MODEL
from kg.model import Article
from kg.ontology import Ontology, load
from kg.resources import demo_folder

REPEATS = 5
ARTICLES = 600
SOAKED, MARKS = 10_000, (1_000, 5_000, 10_000)

_MIXED_NEWS = Path(__file__).parents[2] / "shared" / "corpus" / "ledes.jsonl"


def report() -> str:
    """A line for the demo texts and one for mixed news: articles a second of the reader and of the bare parse."""
    ontology = load()
    extractor = LearnedExtractor(ontology)
    demo = [article for path in sorted(demo_folder().iterdir()) for article in _articles(path)]
    name, news = mixed_news(ontology)
    lines = (compared("demo texts", demo, extractor), compared(name, list(islice(news, ARTICLES)), extractor))
    return "\n".join(lines)


def mixed_news(ontology: Ontology) -> tuple[str, Iterator[Article]]:
    """Every fourth of the ledes where the shared corpus is at hand, else news made up; with what to call it."""
    if _MIXED_NEWS.is_file():
        return "mixed news", islice(_articles(_MIXED_NEWS), 0, None, 4)
    return "made-up news", (reading.article for reading in Newsroom(ontology).readings(ARTICLES * 10))


def compared(name: str, articles: list[Article], extractor: LearnedExtractor) -> str:
    """Reading and bare parse in turn, so that both meet the same machine; the median of their ratios."""
    import spacy

    pipeline = spacy.load(DEFAULT_MODEL)
    rates = []
    for _ in range(REPEATS + 1):
        bare = _rate(lambda: _exhaust(pipeline.pipe(article.text for article in articles)), len(articles))
        read = _rate(lambda: _exhaust(extractor.read_all(articles)), len(articles))
        rates.append((read, bare))
    warm = rates[1:]
    read, bare, ratio = (statistics.median(each) for each in zip(*((r, b, r / b) for r, b in warm), strict=True))
    return f"reading, {name:<12} {read:6.1f} articles/s   {ratio:4.2f} × the bare parse ({bare:.1f} articles/s)"


def soak(extractor: LearnedExtractor) -> Iterator[str]:
    """The memory of the process after so many articles, each with an address of its own."""
    _, news = mixed_news(extractor.ontology)
    endless = enumerate(islice(cycle(news), SOAKED))
    articles = (a.model_copy(update={"id": f"{a.id}-{n}", "text": f"{a.text} Number{n}x."}) for n, a in endless)
    for count, _ in enumerate(extractor.read_all(articles), 1):
        if count in MARKS:
            yield f"soak, {count:6} articles   {_megabytes():6.0f} MB at most so far"


def _articles(path: Path) -> Iterator[Article]:
    return (item for item in loaders.load(path) if isinstance(item, Article))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _exhaust(stream: Iterable[object]) -> None:
    for _ in stream:
        pass


def _rate(work: Callable[[], None], articles: int) -> float:
    """Articles a second of the processor's time, which other processes do not lengthen."""
    start = time.process_time()
    work()
    return articles / (time.process_time() - start)


def main() -> None:
    """Time the reading, or read on and on."""
    parser = argparse.ArgumentParser(description="Time reading beside spaCy's bare parse. Set OMP_NUM_THREADS=1.")
    parser.add_argument("--soak", action="store_true", help="read 10,000 articles and tell the memory on the way")
    if not parser.parse_args().soak:
        print(report())
        return
    for line in soak(LearnedExtractor(load())):
        print(line, flush=True)


if __name__ == "__main__":
    main()
