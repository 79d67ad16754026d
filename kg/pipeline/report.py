"""What a load did: counted while it runs, and whole at its end."""

from dataclasses import dataclass

from kg.errors import StoreError
from loaders import Failure


def counted(number: int, noun: str) -> str:
    """A number of things, the noun in its right form."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


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
        return f"loaded {self.counts}; skipped {self.skipped}; failed {len(self.failures)}"

    @property
    def counts(self) -> str:
        """Articles and statements, in words."""
        return f"{counted(self.articles, 'article')}, {counted(self.statements, 'statement')}"


@dataclass(frozen=True)
class Progress:
    """Where a load is: what it has done so far, and the file, or the stream, that it is in."""

    report: Report
    where: str


class LoadStoppedError(StoreError):
    """The store gave way in the middle of a load. `report` counts what is stored by then, which stays."""

    def __init__(self, report: Report, reason: StoreError) -> None:
        super().__init__(
            f"{reason}; stopped after {counted(report.articles, 'article')}: mend that and run the same load again"
        )
        self.report = report
