"""Extractors by name, or by the import path of a class of one's own."""

from importlib import import_module
from typing import cast

from kg.errors import KgError
from kg.extract.protocol import Extractor
from kg.ontology import Ontology

EXTRACTORS = {
    "learned": "kg.extract.learned.extractor:LearnedExtractor",
    "grammar": "kg.extract.grammar:GrammarExtractor",
}
"""Those that ship: the grammar weighed by a trained judge, and the grammar alone."""

DEFAULT = "learned"


class UnknownExtractorError(KgError):
    """No extractor has this name, and nothing can be imported from this path."""


def open_extractor(ontology: Ontology, name: str = DEFAULT) -> Extractor:
    """The extractor of a name in EXTRACTORS, or of a path `package.module:Class`; nothing heavy is loaded yet.

    Raises UnknownExtractorError.
    """
    module, _, attribute = EXTRACTORS.get(name, name).partition(":")
    try:
        made = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        known = ", ".join(EXTRACTORS)
        raise UnknownExtractorError(
            f"extractor {name!r}: {error}; name one of {known}, or a class as package.module:Class"
        ) from error
    return cast(Extractor, made(ontology))
