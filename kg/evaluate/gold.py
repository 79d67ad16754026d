"""A gold set: statements that people coded, and the texts they coded them on, where these are at hand."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import loaders
from kg.errors import RecordError, SourceError
from kg.evaluate.evaluation import Evaluation, evaluate
from kg.evaluate.line import Line, read_lines
from kg.extract import Extractor
from kg.model import Article
from kg.model.record import to_record
from loaders.files import shown


@dataclass(frozen=True)
class Gold:
    """`articles` are the texts by item, None where there are none; `ids` the items to look at, None for all."""

    name: str
    coded: tuple[Line, ...]
    articles: Mapping[str, Article] | None = None
    ids: Collection[str] | None = None

    @classmethod
    def open(cls, paths: Sequence[Path], texts: Path | None = None, ids: Collection[str] | None = None) -> "Gold":
        """The gold set of one or more files. Without `texts`, those beside each: see `texts_beside`.

        Raises SourceError or RecordError, with file and line, for the first thing that is not as it should be.
        """
        of_texts = [texts] if texts else [beside for path in paths if (beside := texts_beside(path))]
        return cls(
            name=", ".join(path.name for path in paths),
            coded=tuple(line for path in paths for line in read_lines(path)),
            articles=read_texts(of_texts, ids) if of_texts else None,
            ids=ids,
        )

    def read_by(self, extractor: Extractor) -> tuple[Line, ...]:
        """What an extractor reads in the texts. Raises SourceError without texts, RecordError where one is missing."""
        return tuple(line for item in self.items for line in self.read_in(extractor, item))

    def read_in(self, extractor: Extractor, item: str) -> tuple[Line, ...]:
        """What it reads in one of `items`."""
        statements = extractor.read((self.articles or {})[item])
        return tuple(Line.model_validate(to_record(statement, item)) for statement in statements)

    @property
    def items(self) -> tuple[str, ...]:
        """The texts to read. Raises SourceError without texts.

        Raises RecordError where an item has no text: what is coded in it would count as missed.
        """
        if self.articles is None:
            raise SourceError(
                f"{self.name}: there is nothing to compare with; give the texts with --texts or statements with "
                "--predicted, or put the texts beside: texts.jsonl of statements.jsonl, x.texts.jsonl of x.jsonl"
            )
        wanted = self.ids if self.ids is not None else {line.id for line in self.coded}
        if missing := sorted(set(wanted) - self.articles.keys()):
            which = missing[0] if len(missing) == 1 else f"{missing[0]} and {len(missing) - 1} more"
            raise RecordError(f"{self.name}: there is no text for item {which}; add it, or choose items that have one")
        return tuple(self.articles)

    def evaluation(self, read: Iterable[Line]) -> Evaluation:
        """What was read beside what was coded. Raises RecordError where there is no item to look at."""
        texts = None if self.articles is None else {item: article.text for item, article in self.articles.items()}
        return evaluate(self.coded, read, texts=texts, ids=self.ids)


def texts_beside(gold: Path) -> Path | None:
    """The texts beside a gold set: `texts.jsonl` of `statements.jsonl`, `x.texts.jsonl` of `x.jsonl`; None without."""
    by_name = (gold.with_name(gold.name.replace("statements", "texts")), gold.with_suffix(f".texts{gold.suffix}"))
    return next((path for path in by_name if path != gold and path.is_file()), None)


def read_texts(paths: Iterable[Path], ids: Collection[str] | None = None) -> dict[str, Article]:
    """The articles of files by their own ids, those in `ids` only where it is given.

    Raises SourceError for whatever cannot be read and RecordError for an id that two articles have: figures of a part
    of the texts would be taken for figures of the whole.
    """
    found: dict[str, Article] = {}
    for path in paths:
        for article in _articles(path):
            name = article.source_id or path.stem
            if name in found:
                raise RecordError(f"{shown(path)}: two articles have the id {name!r}; give each its own")
            found[name] = article
    return {name: article for name, article in found.items() if ids is None or name in ids}


def _articles(path: Path) -> Iterator[Article]:
    for item in loaders.load(path):
        if isinstance(item, loaders.Failure):
            raise SourceError(f"{item.where}: {item.reason}")
        if not isinstance(item, Article):
            raise SourceError(f"{shown(path)}: holds statements, not texts; name the file of the articles")
        yield item
