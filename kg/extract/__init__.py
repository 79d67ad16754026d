"""Articles to statements. Extractors stand behind one protocol; `GrammarExtractor` is the one that ships."""

from typing import TYPE_CHECKING, Any

from kg.extract.protocol import Extractor

if TYPE_CHECKING:
    from kg.extract.grammar import GrammarExtractor

__all__ = ["Extractor", "GrammarExtractor"]


def __getattr__(name: str) -> Any:
    """`GrammarExtractor` is imported when it is asked for: it brings spaCy along, which takes a second."""
    if name == "GrammarExtractor":
        from kg.extract.grammar import GrammarExtractor

        return GrammarExtractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
