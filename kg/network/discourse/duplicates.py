"""What counts once: the same actor on the same side of the same concept, again.

Source: P. Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks", in The Oxford Handbook of
Political Networks (2017), and the settings of Discourse Network Analyzer. Weeks are those of ISO 8601, and a week of
another year is another week.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace

from kg.network.discourse.claim import Claim

Period = Callable[[Claim], Hashable]

_PERIODS: Mapping[str, Period] = {
    "document": lambda claim: claim.document,
    "day": lambda claim: claim.day or claim.document,
    "week": lambda claim: claim.day.isocalendar()[:2] if claim.day else claim.document,
    "month": lambda claim: (claim.day.year, claim.day.month) if claim.day else claim.document,
    "year": lambda claim: claim.day.year if claim.day else claim.document,
    "range": lambda claim: None,
    "include": lambda claim: claim.statements,
}

DUPLICATES = tuple(_PERIODS)
"""Within what a claim counts once; `range` is all of the time at hand, `include` counts every one."""


def once(claims: Iterable[Claim], within: str) -> list[Claim]:
    """Each claim once within a period: the first of those that are alike, standing for the statements of all.

    One without a day counts once a document.
    """
    period = _PERIODS[within]
    alike: dict[tuple[Hashable, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_when):
        alike[*claim.side, period(claim)].append(claim)
    return sorted(_joined(group) for group in alike.values())


def _joined(alike: list[Claim]) -> Claim:
    return replace(alike[0], statements=tuple(sorted({each for claim in alike for each in claim.statements})))


def _when(claim: Claim) -> tuple[bool, str, Claim]:
    return claim.day is None, str(claim.day), claim
