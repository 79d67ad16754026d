"""What the pipeline asks of a reader of articles."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.model import Article, Statement


class Extractor(Protocol):
    """Reads articles into statements. Pure: the same article gives the same statements."""

    @property
    def fingerprint(self) -> str:
        """Hash of ontology, model and extractor version; an article read with another one can be refreshed."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes of the languages that it reads; articles in others it must not be given."""
        ...

    def read(self, article: Article) -> tuple[Statement, ...]:
        """The statements of one article, in the order of their first quotes; none is given twice."""
        ...

    def read_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
        """Each article with what `read` gives of it, in order; a stream, so that many take no more memory than few."""
        ...
