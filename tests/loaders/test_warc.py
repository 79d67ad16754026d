"""Crawls: the pages that servers gave, and what stands before and after a bad record."""

import gzip
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Article
from loaders import Content, Failure, load

PAGE = (
    "<html><head><title>Café bans drones</title></head><body><article><h1>Café bans drones</h1><p>The café banned "
    "drones from its garden on Monday, after a long night of debate among its guests.</p></article></body></html>"
).encode()
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def record(kind: str, address: str, block: bytes, length: object = None) -> bytes:
    stated = len(block) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {stated}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def page(number: int, headers: bytes = OK, body: bytes = PAGE) -> bytes:
    return record("response", f"https://example.org/{number}", headers + b"\r\n" + body)


def read(path: Path, *records: bytes, packed: bool = False) -> list[Content]:
    path.write_bytes(b"".join(gzip.compress(each) if packed else each for each in records))
    return list(load(path))


def addresses(found: list[Content]) -> list[str | None]:
    return [each.url for each in found if isinstance(each, Article)]


INFO = record("warcinfo", "", b"software: a crawler\r\n")


@pytest.mark.parametrize("packed", [False, True])
def test_pages_with_status_200_are_articles_at_their_address(tmp_path: Path, packed: bool) -> None:
    others = [
        page(2, OK.replace(b"200 OK", b"404 Not Found")),
        page(3, OK.replace(b"text/html", b"image/png"), b"\x89PNG\0"),
        record("request", "https://example.org/4", b"GET / HTTP/1.1\r\n\r\n"),
        record("metadata", "https://example.org/4", b"x: y\r\n"),
    ]
    (article,) = read(tmp_path / "a.warc", INFO, *others, page(1), packed=packed)
    assert isinstance(article, Article)
    assert (article.title, article.url, article.published) == ("Café bans drones", "https://example.org/1", None)


def test_a_file_that_is_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    assert addresses(read(tmp_path / "a", gzip.compress(INFO + page(1) + page(2)))) == [
        "https://example.org/1",
        "https://example.org/2",
    ]


def test_bodies_are_unpacked_as_they_were_sent(tmp_path: Path) -> None:
    small = gzip.compress(PAGE)
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (50, small[:50], len(small) - 50, small[50:])
    sent = OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    assert addresses(read(tmp_path / "a.warc", INFO, page(1, sent, chunks), page(2, sent, PAGE))) == [
        "https://example.org/1",
        "https://example.org/2",
    ]


BAD = {
    "a length beyond all numbers": record("response", "https://example.org/x", OK + b"\r\n" + PAGE, 2**63),
    "a length beyond the file": record("response", "https://example.org/x", OK + b"\r\n" + PAGE, 10**9),
    "no length": b"WARC/1.0\r\nWARC-Type: response\r\n\r\nsomething\r\n\r\n",
    "no number": record("response", "https://example.org/x", b"block", "many"),
    "a length that is a little too long": record("response", "https://example.org/x", b"block", 90),
    "noise": bytes(range(256)) * 9 + b"\r\n",
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("bad", BAD)
def test_what_stands_before_and_after_a_bad_record_is_kept(tmp_path: Path, bad: str, packed: bool) -> None:
    found = read(tmp_path / "a.warc", INFO, page(1), BAD[bad], page(2), page(3), packed=packed)
    assert addresses(found) == [f"https://example.org/{n}" for n in (1, 2, 3)]
    assert [type(each) for each in found].count(Failure) == 1


def test_a_damaged_member_is_left_out_and_the_next_found(tmp_path: Path) -> None:
    first, second, third = (gzip.compress(each) for each in (INFO + page(1), page(2), page(3)))
    broken = second[:40] + bytes(20) + second[60:]
    assert addresses(read(tmp_path / "a.warc.gz", first, broken, third))[::2] == ["https://example.org/1"]
    assert addresses(read(tmp_path / "a.warc.gz", first, broken, third))[-1] == "https://example.org/3"


def test_arc_files_are_read(tmp_path: Path) -> None:
    answer = OK + b"\r\n" + PAGE
    arc = b"filedesc://a.arc 0.0.0.0 20010101000000 text/plain 20\n1 0 InternetArchive\n\n"
    arc += b"https://example.org/1 192.0.2.1 20010101000000 text/html %d\n%s\n" % (len(answer), answer)
    for data in (arc, gzip.compress(arc)):
        assert addresses(read(tmp_path / "a.arc", data)) == ["https://example.org/1"]


def test_a_page_without_a_body_is_a_failure_with_its_address(tmp_path: Path) -> None:
    first, failure = read(tmp_path / "a.warc", INFO, page(1), page(2, OK, b"<html><body></body></html>"))
    assert isinstance(first, Article) and isinstance(failure, Failure)
    assert failure.where.endswith("a.warc, record 3 (https://example.org/2)")


def test_a_crawl_without_a_page_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no page"):
        read(tmp_path / "a.warc", INFO)
