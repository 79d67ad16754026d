"""Java programs for tests, fetched once from Maven Central and kept in the user's cache."""

import shutil
import subprocess
from pathlib import Path

from platformdirs import user_cache_dir

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>techpolicy-kg</groupId><artifactId>{artifact}-for-tests</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>{more}
  </dependency></dependencies>
</project>
"""
_WHOLE = """
    <classifier>{classifier}</classifier><exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId>
    </exclusion></exclusions>"""


class UnavailableError(Exception):
    """A program that a test needs is not to be had here; the message says what is missing."""


def jars(group: str, artifact: str, version: str, classifier: str = "") -> str:
    """The class path of an artifact with all that it needs; one with a classifier holds that itself.

    Raises UnavailableError where Maven is missing or fails.
    """
    folder = Path(user_cache_dir("techpolicy-kg")) / f"{artifact}-{version}"
    if not (folder / "complete").exists():
        more = _WHOLE.format(classifier=classifier) if classifier else ""
        _fetch(folder, _POM.format(group=group, artifact=artifact, version=version, more=more))
    return str(folder / "*")


def _fetch(folder: Path, pom: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(pom, encoding="utf-8")
    command = [program("mvn"), "-q", "-B", "-f", str(folder / "pom.xml"), "dependency:copy-dependencies"]
    fetched = subprocess.run([*command, f"-DoutputDirectory={folder}"], capture_output=True, text=True, check=False)
    if fetched.returncode:
        raise UnavailableError(f"mvn could not fetch {folder.name}: {' '.join(fetched.stdout.split())[:300]}")
    (folder / "complete").touch()


def program(name: str) -> str:
    """Where a program is. Raises UnavailableError where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise UnavailableError(f"{name} is not installed")
    return found
