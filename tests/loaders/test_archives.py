"""Archives are read without being unpacked to disk, within bounds, and what is damaged costs no more than itself."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Article
from loaders import Content, Failure, load

STORY = b"Town bans drones\n\nThe town banned drones from its parks on Monday.\n"
LINE = b'{"title": "Town bans drones", "text": "The town banned drones from its parks on Monday."}\n'


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def read(path: Path, data: bytes) -> list[Content]:
    path.write_bytes(data)
    return list(load(path))


def titles(found: list[Content]) -> list[str]:
    return [each.title for each in found if isinstance(each, Article)]


MEMBERS = {"b/story.txt": STORY, "a.jsonl": LINE, "picture.png": b"\x89PNG\0", ".hidden.txt": STORY}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(**MEMBERS)),
        ("a.tar", tarred(MEMBERS)),
        ("a.tar.gz", tarred(MEMBERS, "w:gz")),
        ("a.tgz", tarred(MEMBERS, "w:gz")),
        ("a.tar.bz2", tarred(MEMBERS, "w:bz2")),
        ("a.tar.xz", tarred(MEMBERS, "w:xz")),
        ("named like nothing", zipped(**MEMBERS)),
        ("nested.zip", zipped(**{"inner.tar.gz": tarred(MEMBERS, "w:gz")})),
        ("nested.tar.gz", tarred({"inner.zip": zipped(**MEMBERS)}, "w:gz")),
    ],
)
def test_members_of_known_kinds_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    assert titles(read(tmp_path / name, data)) == ["Town bans drones"] * 2


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_packed_file_is_what_it_was(tmp_path: Path, ending: str, pack: object) -> None:
    assert callable(pack)
    (article,) = read(tmp_path / f"story.txt.{ending}", pack(STORY))
    assert isinstance(article, Article)
    assert article.source_id == "story"


def test_nothing_is_read_or_written_outside(tmp_path: Path) -> None:
    names = ["../out.txt", "/etc/out.txt", "a/../../out.txt"]
    found = read(tmp_path / "a.zip", zipped(**dict.fromkeys(names, STORY), **{"in.txt": STORY}))
    assert set(titles(found)) == {"Town bans drones"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_bad_member_costs_no_other(tmp_path: Path) -> None:
    data = zipped(**{"a.txt": STORY, "b.txt": b"", "c.txt": STORY})
    first, failure, last = read(tmp_path / "a.zip", data)
    assert isinstance(failure, Failure)
    assert failure.where == f"{tmp_path}/a.zip/b.txt"
    assert titles([first, last]) == ["Town bans drones"] * 2


def test_what_stands_before_damage_is_kept_but_never_half_an_article(tmp_path: Path) -> None:
    noise = os.urandom(300_000).hex().encode()
    lines = b"".join(LINE.replace(b"Monday", b"Monday %d" % n) for n in range(50))
    packed = gzip.compress(lines + b'{"text": "' + noise + b'"}\n')
    found = read(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    assert len(titles(found)) == 50
    assert isinstance(found[-1], Failure)
    assert "cannot be unpacked" in found[-1].reason
    (failure,) = read(tmp_path / "b.txt.gz", gzip.compress(STORY + noise)[:200_000])
    assert isinstance(failure, Failure)


def test_a_truncated_tar_gives_its_first_files(tmp_path: Path) -> None:
    members = {f"{n}.txt": STORY + os.urandom(20_000).hex().encode() for n in range(9)}
    found = read(tmp_path / "a.tar.gz", tarred(members, "w:gz")[:120_000])
    assert 0 < len(titles(found)) < 9
    assert isinstance(found[-1], Failure)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", zipped(**MEMBERS)[:-40], "cannot be unpacked"),
        ("a.zip", zipped(), "holds no article"),
        ("a.zip", zipped(**{"a.png": b"\x89PNG\0"}), "holds no article"),
        ("a.gz", b"no gzip", "is not packed"),
        ("a.tar", tarred({}), "holds no article"),
    ],
)
def test_an_archive_without_an_article_is_an_error(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read(tmp_path / name, data)


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped(**{"a.txt": STORY}))
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(header) + offset] |= 1
    (failure,) = read(tmp_path / "a.zip", bytes(data))
    assert isinstance(failure, Failure)
    assert failure.reason == "is encrypted; unpack it by hand"


def test_a_file_of_zeros_is_not_unpacked(tmp_path: Path) -> None:
    (failure,) = read(tmp_path / "a.csv.gz", gzip.compress(b"title,text\n" + bytes(400 * 2**20)))
    assert isinstance(failure, Failure)


def test_a_bomb_is_unpacked_no_further_than_news_would_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.unpacking._FREE", 100_000)
    packed = gzip.compress(LINE * 100_000)
    *articles, failure = read(tmp_path / "b.jsonl.gz", packed)
    assert isinstance(failure, Failure)
    assert "looks like a bomb" in failure.reason
    assert len(articles) * len(LINE) <= max(100_000, 100 * len(packed))


def test_archives_in_archives_come_to_an_end(tmp_path: Path) -> None:
    data = zipped(**{"a.txt": STORY})
    for _ in range(8):
        data = zipped(**{"a.zip": data})
    (failure,) = read(tmp_path / "a.zip", data)
    assert isinstance(failure, Failure)
    assert "archives; unpack some of them" in failure.reason
