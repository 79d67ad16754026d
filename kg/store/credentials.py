"""Who we are to a server."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Credentials:
    """User, password and database of a server; the password never shows in a repr."""

    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None
