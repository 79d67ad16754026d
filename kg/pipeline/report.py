"""What a load did: counted while it runs, and whole at its end."""

from dataclasses import dataclass

from kg.errors import KgError
from loaders import Failure


@dataclass(frozen=True)
class Report:
    """Counts of a load. `skipped` articles stand in the store unchanged, read by the same extractor."""

    articles: int = 0
    statements: int = 0
    skipped: int = 0
    failures: tuple[Failure, ...] = ()

    def __add__(self, other: "Report") -> "Report":
        return Report(
            articles=self.articles + other.articles,
            statements=self.statements + other.statements,
            skipped=self.skipped + other.skipped,
            failures=self.failures + other.failures,
        )

    def __str__(self) -> str:
        counts = f"loaded {self.articles} articles, {self.statements} statements"
        return f"{counts}; skipped {self.skipped}; failed {len(self.failures)}"


@dataclass(frozen=True)
class Progress:
    """Where a load is: what it has done so far, and the file, or the stream, that it is in."""

    report: Report
    where: str


def failure_of(where: str, error: KgError) -> Failure:
    """The failure that an error is; an error that names the place already does not name it twice."""
    return Failure(where, str(error).removeprefix(f"{where}: "))
