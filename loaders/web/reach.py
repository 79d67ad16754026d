"""Which addresses of the internet may be visited."""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network

IP = IPv4Address | IPv6Address
Allows = Callable[[IP], bool]

_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: IP) -> bool:
    """Whether an address is on the open internet: none of this machine, of a private network or a link.

    An IPv6 address that stands for one of IPv4 is judged by that.
    """
    inner = _within(address)
    return is_public(inner) if inner else address.is_global and not address.is_multicast


def anywhere(address: IP) -> bool:
    """For a person who said so."""
    return True


def _within(address: IP) -> IP | None:
    """The IPv4 address that an IPv6 address stands for."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
