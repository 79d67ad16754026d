"""What a load did: counted while it runs, and whole at its end."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.errors import StoreError
from loaders import Failure


class Stage(StrEnum):
    """Where on its way to the store something failed."""

    READ = "read"
    EXTRACT = "extract"
    STORE = "store"


@dataclass(frozen=True)
class Failed(Failure):
    """A failure in a load. `path` is what a person would name to have it tried again."""

    path: str = ""
    stage: Stage = Stage.READ


def counted(number: int, noun: str) -> str:
    """A number of things, the noun in its right form."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True)
class Report:
    """Counts of a load.

    `skipped` articles stand in the store unchanged, read by the same extractor. `unread` ones are stored without
    statements, since the extractor does not know their language. `passed_over` are files of no known kind in folders,
    by ending.
    """

    articles: int = 0
    statements: int = 0
    skipped: int = 0
    unread: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[Failed, ...] = ()

    def __add__(self, other: "Report") -> "Report":
        return Report(
            articles=self.articles + other.articles,
            statements=self.statements + other.statements,
            skipped=self.skipped + other.skipped,
            unread=self.unread + other.unread,
            passed_over=Counter(self.passed_over) + Counter(other.passed_over),
            failures=self.failures + other.failures,
        )

    def __str__(self) -> str:
        return self.told("loaded")

    def told(self, verb: str) -> str:
        """The counts in one line; what does not occur but rarely is told only where it does."""
        told = [f"{verb} {self.counts}", f"skipped {self.skipped}", f"failed {len(self.failures)}"]
        if self.unread:
            told.append(f"{self.unread} in other languages, stored unread")
        if self.passed_over:
            told.append(f"passed over {counted(sum(self.passed_over.values()), 'file')} ({self._endings})")
        return "; ".join(told)

    @property
    def counts(self) -> str:
        """Articles and statements, in words."""
        return f"{counted(self.articles, 'article')}, {counted(self.statements, 'statement')}"

    @property
    def _endings(self) -> str:
        often = sorted(self.passed_over.items(), key=lambda each: (-each[1], each[0]))
        return ", ".join(f"{ending} {number}" for ending, number in often[:5]) + (", …" if len(often) > 5 else "")


@dataclass(frozen=True)
class Progress:
    """Where a load is: what it has done so far, the source that it is in, and how many bytes of files it has read.

    `path` is what a person would name to have that source loaded again.
    """

    report: Report
    where: str
    path: str = ""
    position: int = 0


class LoadStoppedError(StoreError):
    """The store gave way in the middle of a load. `report` counts what is stored by then, which stays."""

    def __init__(self, report: Report, reason: StoreError) -> None:
        super().__init__(
            f"{reason}; stopped after {counted(report.articles, 'article')}: mend that and run the same load again"
        )
        self.report = report
