"""What `kg` itself needs to run, as far as it can be missing."""

import platform
from collections.abc import Iterator

from kg import __version__
from kg.extract.parser import ModelError, Parser
from kg.store.inspection import Check


def environment() -> Iterator[Check]:
    """The program with its Python, and the spaCy pipeline that reads articles."""
    yield Check("kg", f"{__version__} on Python {platform.python_version()}")
    try:
        yield Check("model", Parser().version)
    except ModelError as error:
        problem, _, cure = str(error).partition("; ")
        yield Check("model", problem, cure)
