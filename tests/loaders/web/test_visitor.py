"""Addresses are visited politely, within bounds, and nowhere else than on the open internet."""

import gzip
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Article
from loaders import Settings, load
from loaders.web import Visitor
from loaders.web.cache import Cache
from loaders.web.reach import IP
from tests.loaders.web.conftest import PAGE, Reply, Site


def refusal(visitor: Visitor, address: str) -> str:
    with pytest.raises(SourceError) as raised:
        visitor.get(address)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_page_is_the_article_at_its_address(site: Site, visitor: Visitor) -> None:
    (article,) = load(visitor.source(f"{site.address}/a.html"), Settings())
    assert isinstance(article, Article)
    assert (article.title, article.url) == ("Town bans drones", f"{site.address}/a.html")


def test_the_visitor_says_who_it_is_and_asks_for_robots_first(site: Site, visitor: Visitor) -> None:
    visitor.get(f"{site.address}/a.html")
    assert site.paths() == ["/robots.txt", "/a.html"]
    assert all(headers["User-Agent"].startswith("techpolicy-kg ") for _, headers in site.asked)


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        (Reply(b"User-agent: *\nDisallow: /a"), "robots.txt forbids"),
        (Reply(b"User-agent: techpolicy-kg\nDisallow: /*.html$\n\nUser-agent: *\nAllow: /"), "robots.txt forbids"),
        (Reply(status=503), "robots.txt cannot be had"),
        (Reply(b"User-agent: other\nDisallow: /"), None),
        (Reply(status=404), None),
        (Reply(status=403), None),
    ],
)
def test_robots_txt_is_obeyed(site: Site, visitor: Visitor, robots: Reply, reason: str | None) -> None:
    site.pages["/robots.txt"] = robots
    if reason:
        assert reason in refusal(visitor, f"{site.address}/a.html")
        assert site.paths() == ["/robots.txt"]
    else:
        assert visitor.get(f"{site.address}/a.html") == PAGE


def test_requests_to_a_host_are_a_second_apart_or_what_it_asks_for(
    site: Site, visitor: Visitor, waits: list[float]
) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 7")
    visitor.get(f"{site.address}/a.html")
    visitor.get(f"{site.address}/a.html")
    assert [round(wait) for wait in waits] == [7, 7]


def test_a_second_run_gets_only_what_has_changed(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    site.pages["/a.html"] = Reply(PAGE, headers={"ETag": '"1"'})
    address = f"{site.address}/a.html"
    assert visitor.get(address) == PAGE
    again = Visitor(lambda address: True, Cache(tmp_path / "cache"), lambda seconds: None)
    assert again.get(address) == PAGE
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    site.pages["/a.html"] = Reply(b"new", headers={"ETag": '"2"'})
    assert again.get(address) == b"new"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://0:1/"])
def test_this_machine_is_not_visited(tmp_path: Path, address: str) -> None:
    assert "--allow-private" in refusal(Visitor(cache=Cache(tmp_path)), address)


def test_a_redirection_leads_nowhere_that_a_person_could_not_name(site: Site, tmp_path: Path) -> None:
    def only_the_site(address: IP) -> bool:
        return address == IPv4Address("127.0.0.1")

    port = site.address.rpartition(":")[2]
    site.pages["/a.html"] = Reply(status=302, headers={"Location": f"http://127.0.0.2:{port}/b"})
    visitor = Visitor(only_the_site, Cache(tmp_path), lambda seconds: None)
    assert "127.0.0.2 is 127.0.0.2, an address of this machine" in refusal(visitor, f"{site.address}/a.html")


def test_redirections_are_followed_and_counted(site: Site, visitor: Visitor) -> None:
    site.pages |= {
        "/old": Reply(status=301, headers={"Location": "/a.html"}),
        "/loop": Reply(status=302, headers={"Location": "/loop"}),
        "/file": Reply(status=302, headers={"Location": "file:///etc/passwd"}),
    }
    assert visitor.get(f"{site.address}/old") == PAGE
    assert "more than 5 times" in refusal(visitor, f"{site.address}/loop")
    assert "no address of the web" in refusal(visitor, f"{site.address}/file")


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(b"no", status=404), "answers 404 Not Found; check the spelling"),
        (Reply(b"no", status=500), "answers 500"),
        (Reply(gzip.compress(bytes(80 * 2**20)), headers={"Content-Encoding": "gzip"}), "larger than 64 MiB"),
        (Reply(gzip.compress(PAGE)[:-9], headers={"Content-Encoding": "gzip"}), "was cut off"),
        (Reply(b"no gzip", headers={"Content-Encoding": "gzip"}), "cannot be unpacked"),
        (Reply(PAGE, headers={"Content-Encoding": "br"}), "was not asked for"),
    ],
)
def test_answers_that_are_none_fail_in_one_line(site: Site, visitor: Visitor, reply: Reply, reason: str) -> None:
    site.pages["/a.html"] = reply
    assert reason in refusal(visitor, f"{site.address}/a.html")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_packed_answers_are_unpacked(site: Site, visitor: Visitor, encoding: str) -> None:
    import zlib

    body = gzip.compress(PAGE) if encoding == "gzip" else zlib.compress(PAGE)
    site.pages["/a.html"] = Reply(body, headers={"Content-Encoding": encoding})
    assert visitor.get(f"{site.address}/a.html") == PAGE


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://me:secret@127.0.0.1/", "user or password"),
        ("http://127.0.0.1:99999/", "no address"),
        ("http://", "no address"),
        ("http://nowhere.invalid/", "not known"),
        ("http://127.0.0.1:1/", "cannot be had"),
    ],
)
def test_what_cannot_be_visited_fails_in_one_line(visitor: Visitor, address: str, reason: str) -> None:
    said = refusal(visitor, address)
    assert reason in said
    assert "secret" not in said
