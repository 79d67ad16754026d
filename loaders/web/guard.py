"""No address of this machine or of its own network is visited, whatever name or redirection leads there.

A name is resolved once, the address that it has is checked, and that very address is connected to: a name server that
answers another time otherwise gains nothing (DNS rebinding).
"""

import socket
from collections.abc import Iterator
from ipaddress import ip_address

import httpx

from loaders.web.reach import IP, Allows


class RefusedError(Exception):
    """A name leads to an address that must not be visited."""


class GuardedTransport(httpx.BaseTransport):
    """Connects to addresses that are allowed, and to none else."""

    def __init__(self, allows: Allows) -> None:
        self._allows = allows
        self._transport = httpx.HTTPTransport(retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends the request to the first allowed address of its host that answers.

        Raises RefusedError where none is allowed, httpx.ConnectError where there is none or none answers.
        """
        host = request.url.host
        failed: httpx.ConnectError | None = None
        for address in self._allowed(host):
            request.url = request.url.copy_with(host=str(address))
            request.extensions = {**request.extensions, "sni_hostname": host}
            try:
                return self._transport.handle_request(request)
            except httpx.ConnectError as error:
                failed = error
        raise failed or httpx.ConnectError(f"{host} has no address", request=request)

    def close(self) -> None:
        """Ends all connections."""
        self._transport.close()

    def _allowed(self, host: str) -> list[IP]:
        found = list(dict.fromkeys(_addresses(host)))
        allowed = [address for address in found if self._allows(address)]
        if found and not allowed:
            raise RefusedError(
                f"{host} is {found[0]}, an address of this machine or its network; say --allow-private if you mean it"
            )
        return allowed


def _addresses(host: str) -> Iterator[IP]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"{host} is not known ({error})") from None
    return (ip_address(str(each[4][0]).partition("%")[0]) for each in found)
