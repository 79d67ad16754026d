"""The folder of an embedded store: how it is told from any other, and who has it open."""

import json
import os
from pathlib import Path

from kg.errors import StoreError, StoreUnavailableError

FORMAT = 1
_MARKER = "kg-store.json"
_HOLDER = "holder.pid"
_DATABASE = "graph"


def database_path(folder: Path) -> Path:
    """Where the database lies within a store's folder."""
    return folder / _DATABASE


def claim_folder(folder: Path, create: bool) -> None:
    """Makes a new folder a store, or checks that it is one.

    Raises StoreError where there is none and `create` is off, where the folder holds something else, or where a newer
    version wrote it.
    """
    marker = folder / _MARKER
    if marker.is_file() and marker.stat().st_size:  # one that a crash or a full disk left empty is none
        return _check_format(folder)
    if folder.exists() and (not folder.is_dir() or any(path != marker for path in folder.iterdir())):
        raise StoreError(f"{folder} is no store of kg; name another folder, a new or an empty one")
    if not create:
        raise StoreError(f"there is no store at {folder}; `kg load PATH` makes one")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        marker.write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"cannot make a store at {folder}: {error.strerror}; name a folder you may write to") from None


def check_writable(folder: Path) -> None:
    """Raises StoreError where the database may not be written to, which it is even when it is only read."""
    if folder.exists() and not os.access(folder, os.W_OK):
        raise StoreError(f"may not write to {folder}, as even reading a store does; get leave to, or copy it elsewhere")


def sign(folder: Path) -> None:
    """Notes that this process has the store open, for those who wait for it. Raises StoreUnavailableError."""
    try:
        (folder / _HOLDER).write_text(f"{os.getpid()}\n", encoding="ascii")
    except OSError as error:
        raise StoreUnavailableError(f"cannot write to {folder}: {error.strerror}; make room, or get leave to") from None


def holder(folder: Path) -> str:
    """Who has the store open, in words."""
    try:
        return f"process {(folder / _HOLDER).read_text(encoding='ascii').strip()}"
    except OSError:
        return "another process"


def _check_format(folder: Path) -> None:
    try:
        written = json.loads((folder / _MARKER).read_text(encoding="utf-8"))["format"]
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{folder / _MARKER} is damaged; move the folder away and load again") from None
    if written != FORMAT:
        raise StoreError(f"the store at {folder} has format {written}, this kg reads {FORMAT}; install a newer kg")
