"""Answers that a server said how to ask after again, so that a second run gets only what has changed."""

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

_LOG = logging.getLogger(f"kg.{__name__}")
_CONDITIONS = {"etag": "If-None-Match", "modified": "If-Modified-Since"}


@dataclass(frozen=True)
class Kept:
    """An answer of before: what its server called this version of it, and its body."""

    etag: str | None
    modified: str | None
    body: bytes

    @property
    def conditions(self) -> Mapping[str, str]:
        """The headers that ask for the answer only where it has changed."""
        stated = {"etag": self.etag, "modified": self.modified}
        return {_CONDITIONS[name]: value for name, value in stated.items() if value}


class Cache:
    """A folder with two files an address: what was stated, and the body. It may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, address: str) -> Kept | None:
        """What is kept of an address; files that are damaged are none."""
        stated, body = self._files(address)
        try:
            record = json.loads(stated.read_text(encoding="utf-8"))
            kept = Kept(record["etag"], record["modified"], body.read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return kept if record.get("digest") == hashlib.sha256(kept.body).hexdigest() else None

    def put(self, address: str, kept: Kept) -> None:
        """Keep an answer that can be asked after; where it cannot be kept that is logged."""
        if not kept.conditions:
            return
        stated, body = self._files(address)
        record = {**asdict(kept), "body": None, "address": address, "digest": hashlib.sha256(kept.body).hexdigest()}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            body.write_bytes(kept.body)
            stated.write_text(json.dumps(record), encoding="utf-8")
        except OSError as error:
            _LOG.warning("%s: %s; the page will be asked for again next time", self._folder, error.strerror)

    def _files(self, address: str) -> tuple[Path, Path]:
        name = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self._folder / f"{name}.json", self._folder / f"{name}.body"


def cache_folder() -> Path:
    """Where answers are kept for this user."""
    from platformdirs import user_cache_path

    return user_cache_path("techpolicy-kg") / "web"
