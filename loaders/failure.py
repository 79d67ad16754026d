"""What could not be read, as a value: one bad line or folder must not lose its neighbours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """`where` names the file, with the line where there is one; `reason` is one line that says how to mend it."""

    where: str
    reason: str
