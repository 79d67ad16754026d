"""Articles to statements. Extractors stand behind one protocol; see `choice` for those that ship."""

from kg.extract.choice import DEFAULT, EXTRACTORS, UnknownExtractorError, open_extractor
from kg.extract.protocol import Extractor

__all__ = ["DEFAULT", "EXTRACTORS", "Extractor", "UnknownExtractorError", "open_extractor"]
