"""Articles and feeds by their address on the web, got as a polite and careful visitor gets them."""

from loaders.web.reach import anywhere, is_public
from loaders.web.visitor import Visitor, is_address

__all__ = ["Visitor", "anywhere", "is_address", "is_public"]
