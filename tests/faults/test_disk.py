"""A disk that is full under the embedded store: a real one, of a few megabytes, in a mount space of the test's own."""

import subprocess
from pathlib import Path

import pytest

from kg.ontology import Ontology
from kg.store import Address
from kg.store.inspection import inspect
from tests.conftest import needed
from tests.faults.news import KG, environment, written
from tests.maven import UnavailableError

ARTICLES = 60

_SCRIPT = """
mount -t tmpfs -o size="$SIZE" tmpfs "$1" && cd "$1" && shift
"$@" load "$NEWS" --store store; echo "first: $?"
mount -o remount,size=400m . && df . >/dev/null
"$@" load "$NEWS" --store store; echo "second: $?"
cp -r store "$KEPT"
"""


@pytest.fixture(autouse=True)
def _can_mount() -> None:
    with needed():
        words = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        if subprocess.run(words, capture_output=True, check=False).returncode:
            raise UnavailableError("no mount space of one's own can be had here, for a disk to fill")


@pytest.mark.parametrize("size", ["100k", "5m", "12m"])
def test_a_second_load_completes_what_a_full_disk_cut_short(ontology: Ontology, tmp_path: Path, size: str) -> None:
    (tmp_path / "disk").mkdir()
    kept = tmp_path / "kept"
    known = {**environment(None), "NEWS": str(written(tmp_path, ARTICLES)), "KEPT": str(kept), "SIZE": size}
    words = ["unshare", "-rm", "sh", "-c", _SCRIPT, "sh", str(tmp_path / "disk"), *KG]
    done = subprocess.run(words, env=known, capture_output=True, text=True, check=False, timeout=240)
    assert "first: 1" in done.stdout, done
    assert "second: 0" in done.stdout, done
    (line,) = done.stderr.splitlines()
    assert line.startswith("kg: ")
    assert "No space left on device" in line
    checks = list(inspect(Address(str(kept)), ontology))
    assert [check for check in checks if check.cure] == []
