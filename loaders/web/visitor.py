"""A visitor of web servers: says who it is, keeps to robots.txt (RFC 9309), waits between requests, and takes no more
than it can carry.
"""

import io
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from kg.errors import SourceError
from loaders.characters import printable
from loaders.source import Source
from loaders.web.body import ACCEPTED, BodyError, unpacked
from loaders.web.cache import Cache, Kept, cache_folder
from loaders.web.reach import Allows, is_public

if TYPE_CHECKING:
    import httpx
    from protego import Protego

NAME = "techpolicy-kg"
"""What servers know us by; the rules of robots.txt for this name are ours."""

AGENT = f"{NAME} (a research program; it visits pages that a person has named)"
SECONDS_BETWEEN = 1.0
"""Between two requests to one host, unless robots.txt asks for more."""

LONGEST_WAIT = 30.0
MOST_REDIRECTS = 5
SECONDS = 60.0
"""For one address, its redirections included."""

_LOGIN = re.compile(r"//[^/?#]*@")
_GONE = frozenset({404, 410})


def is_address(place: str) -> bool:
    """Whether a place is an address of the web and no path."""
    return place[:8].lower().startswith(("http://", "https://"))


class Visitor:
    """Gets what addresses hold, one at a time. `wait` is how it passes time; `allows` which addresses it may visit."""

    def __init__(
        self,
        allows: Allows = is_public,
        cache: Cache | None = None,
        wait: Callable[[float], None] = time.sleep,
        pause: float = SECONDS_BETWEEN,
    ) -> None:
        self._allows = allows
        self._cache = cache or Cache(cache_folder())
        self._wait = wait
        self._pause = pause
        self._client: httpx.Client | None = None
        self._rules: dict[str, Protego | None] = {}
        self._visited: dict[str, float] = {}

    def source(self, address: str) -> Source:
        """The source at an address, which is visited when it is opened."""
        name = PurePosixPath(address.partition("?")[0]).name
        opener = partial(self._opened, address)
        return Source(shown(address), name, opener, address=_LOGIN.sub("//", address))

    @contextmanager
    def _opened(self, address: str) -> Iterator[io.BufferedReader]:
        yield io.BufferedReader(io.BytesIO(self.get(address)))

    def get(self, address: str) -> bytes:
        """The body of the page at an address, from the last visit where it has not changed.

        Raises SourceError where there is none, where robots.txt forbids it, or where it leads to an address that may
        not be visited.
        """
        import httpx

        from loaders.web.guard import RefusedError

        where = shown(address)
        try:
            return self._page(address)
        except (RefusedError, BodyError) as error:
            raise SourceError(f"{where}: {error}") from None
        except httpx.InvalidURL as error:
            raise SourceError(f"{where}: is no address ({error}); check the spelling") from None
        except httpx.TimeoutException:
            raise SourceError(f"{where}: the server does not answer in time; try again later") from None
        except httpx.HTTPError as error:
            raise SourceError(f"{where}: cannot be had ({' '.join(str(error).split())}); try again later") from None

    def _page(self, address: str) -> bytes:
        kept = self._cache.get(address)
        deadline = time.monotonic() + SECONDS
        target = address
        for _ in range(MOST_REDIRECTS + 1):
            _check(target)
            self._ask_leave(target)
            with self._request(target, kept) as answer:
                if answer.has_redirect_location:
                    target = urljoin(target, answer.headers["Location"])
                elif answer.status_code == 304 and kept:
                    return kept.body
                else:
                    return self._taken(address, answer, deadline)
        raise BodyError(f"leads on to other addresses more than {MOST_REDIRECTS} times")

    def _taken(self, address: str, answer: "httpx.Response", deadline: float) -> bytes:
        """The body of the last answer, which is kept for the next visit."""
        if answer.status_code != 200:
            cure = "check the spelling" if answer.status_code in _GONE else "try again later, or save the page by hand"
            raise BodyError(f"the server answers {answer.status_code} {answer.reason_phrase}".strip() + f"; {cure}")
        body = unpacked(_in_time(answer.iter_raw(), deadline), answer.headers.get("Content-Encoding", ""))
        self._cache.put(address, Kept(answer.headers.get("ETag"), answer.headers.get("Last-Modified"), body))
        return body

    def _ask_leave(self, address: str) -> None:
        """Raises BodyError where robots.txt forbids the page."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._robots(site)
        rules = self._rules[site]
        if rules is None:
            raise BodyError("its robots.txt cannot be had, so nothing there is visited; try again later")
        if not rules.can_fetch(address, NAME):
            raise BodyError("its robots.txt forbids programs to visit it; save the page by hand")

    def _robots(self, site: str) -> "Protego | None":
        """The rules of a site, RFC 9309: where there are none all is allowed, where they cannot be had nothing is."""
        from protego import Protego

        target = f"{site}/robots.txt"
        for _ in range(MOST_REDIRECTS + 1):
            with self._request(target, None) as answer:
                if answer.has_redirect_location:
                    target = urljoin(target, answer.headers["Location"])
                    _check(target)
                    continue
                if answer.status_code >= 500:
                    return None
                is_there = answer.status_code == 200
                text = unpacked(answer.iter_raw(), answer.headers.get("Content-Encoding", "")) if is_there else b""
                return Protego.parse(text[: 512 * 1024].decode("utf-8", errors="replace"))
        return None

    @contextmanager
    def _request(self, address: str, kept: Kept | None) -> "Iterator[httpx.Response]":
        self._keep_pace(address)
        headers = kept.conditions if kept else {}
        with self._clients().stream("GET", address, headers=headers) as answer:
            yield answer

    def _keep_pace(self, address: str) -> None:
        parts = urlsplit(address)
        rules = self._rules.get(f"{parts.scheme}://{parts.netloc}")
        asked = float(rules.crawl_delay(NAME) or 0) if rules else 0.0
        pause = min(max(self._pause, asked), max(LONGEST_WAIT, self._pause))
        host = parts.hostname or ""
        due = self._visited.get(host, float("-inf")) + pause
        if (left := due - time.monotonic()) > 0:
            self._wait(left)
        self._visited[host] = time.monotonic()

    def _clients(self) -> "httpx.Client":
        import httpx

        from loaders.web.guard import GuardedTransport

        if self._client is None:
            self._client = httpx.Client(
                transport=GuardedTransport(self._allows),
                headers={"User-Agent": AGENT, "Accept-Encoding": ACCEPTED},
                timeout=httpx.Timeout(20.0),
                follow_redirects=False,
            )
        return self._client


def shown(address: str) -> str:
    """The address as messages show it, without a user and a password."""
    return printable(_LOGIN.sub("//", address))


def _check(address: str) -> None:
    """Raises BodyError for an address that is none of the web, or that holds a password."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BodyError(f"leads to what is no address ({error})") from None
    if parts.scheme not in ("http", "https") or not host:
        raise BodyError(f"leads to {shown(address)[:80]}, which is no address of the web")
    if parts.username or parts.password:
        raise BodyError("holds a user or password, which would stay in the graph; leave them out")


def _in_time(pieces: Iterator[bytes], deadline: float) -> Iterator[bytes]:
    for piece in pieces:
        if time.monotonic() > deadline:
            raise BodyError(f"takes longer than {SECONDS:.0f} s; try again later")
        yield piece
