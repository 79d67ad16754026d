"""Who we are to a server."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Credentials:
    """User, password and database of a server; the password never shows in a repr.

    Without a password the server is asked to let us in without one, as it does where its access control is off.
    """

    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    @property
    def login(self) -> tuple[str, str] | None:
        """What the driver sends."""
        return None if self.password is None else (self.user, self.password)
