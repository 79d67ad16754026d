"""What `kg` itself needs to run, as far as it can be missing."""

import platform
import re
from collections.abc import Iterator
from pathlib import Path

from kg import __version__
from kg.extract.parser import ModelError, Parser
from kg.store.inspection import Check

_JAVA = re.compile(r'^JAVA_VERSION="(.*)"$', re.MULTILINE)


def environment() -> Iterator[Check]:
    """The program with its Python, the spaCy pipeline that reads articles, the Java that an embedded store runs in."""
    yield Check("kg", f"{__version__} on Python {platform.python_version()}")
    try:
        yield Check("model", Parser().version)
    except ModelError as error:
        problem, _, cure = str(error).partition("; ")
        yield Check("model", problem, cure)
    yield _java()


def _java() -> Check:
    """The Java in the wheel of the embedded store; a server brings its own."""
    import arcadedb_embedded

    release = Path(arcadedb_embedded.__file__).parent / "jre" / "release"
    if not release.is_file():
        return Check(
            "java", "missing, so there are no embedded stores", "pip install --force-reinstall arcadedb-embedded"
        )
    version = _JAVA.search(release.read_text(encoding="utf-8"))
    return Check("java", f"{version[1] if version else 'of an unknown version'}, for embedded stores")
