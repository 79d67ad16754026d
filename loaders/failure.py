"""What could not be read, as a value: one bad line or folder must not lose its neighbours."""

from dataclasses import dataclass

from kg.errors import KgError


@dataclass(frozen=True)
class Failure:
    """`where` names the file, with the line where there is one; `reason` is one line that says how to mend it."""

    where: str
    reason: str


def failure_of(where: str, error: KgError) -> Failure:
    """The failure that an error is; an error that names the place already does not name it twice."""
    return Failure(where, str(error).removeprefix(f"{where}: "))
