"""What an actor's stand is, by all that was reported about it: positions are a pure function of reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import groupby

from kg.model.dates import first_day
from kg.model.entity import Entity
from kg.model.identity import digest
from kg.model.vocabulary import POSITION_ROLES, Certainty, Review, Role, Status

_TOPIC_ROLES = tuple(role for role in POSITION_ROLES if role is not Role.JURISDICTION)
_DEAL_ROLES = (Role.TECHNOLOGY, Role.PRODUCT, Role.MEASURE, Role.JURISDICTION)
_HOLDING = frozenset({Status.IN_FORCE, Status.ANNOUNCED})
_DAWN = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Report:
    """One statement as evidence for a position.

    `origin` is the article that the statement's article copies, or that article itself: copies are one witness.
    `published` is an ISO date or date-time, None where the source states none. `position` is the id of the position
    that it is filed under already, if any.
    """

    statement: str
    article: str
    origin: str
    published: str | None
    action: str
    entities: Mapping[Role, Entity]
    status: Status
    certainty: Certainty
    since: str | None = None
    until: str | None = None
    condition: str | None = None
    exception: str | None = None
    review: Review = Review.OPEN
    position: str | None = None


@dataclass(frozen=True)
class Position:
    """One actor, action, technology, product, counterparty, measure and jurisdiction, with the state last reported.

    `first_reported` and `last_reported` are ISO days, None where no report is dated; `articles` counts independent
    ones.
    """

    id: str
    topic: str
    action: str
    entities: Mapping[Role, Entity]
    status: Status
    certainty: Certainty
    since: str | None
    until: str | None
    condition: str | None
    exception: str | None
    first_reported: str | None
    last_reported: str | None
    articles: int
    statements: tuple[str, ...]

    @property
    def object(self) -> Entity | None:
        """The far end of the direct triple: the counterparty, else product, technology, measure."""
        roles = (Role.COUNTERPARTY, Role.PRODUCT, Role.TECHNOLOGY, Role.MEASURE)
        return next((self.entities[role] for role in roles if role in self.entities), None)

    @property
    def is_direct(self) -> bool:
        """Whether it may be read as a plain fact: in force or decided, and stated. All else must never be a triple."""
        return self.status in _HOLDING and self.certainty is Certainty.STATED and self.object is not None


def position_id(action: str, entities: Mapping[Role, Entity], article: str) -> str | None:
    """The id of the position that a statement reports on; None where its actor is not named.

    Described groups of two articles are not known to be the same people, so theirs is bound to the article.
    """
    if Role.ACTOR not in entities:
        return None
    return digest("p", action, *_ids(entities, POSITION_ROLES), _bound(entities, article))


def topic_id(entities: Mapping[Role, Entity], article: str) -> str:
    """What changes and contradictions are read along: the position whatever the action and the place."""
    return digest("t", *_ids(entities, _TOPIC_ROLES), _bound(entities, article))


def deal_id(supplier: Role, entities: Mapping[Role, Entity]) -> str | None:
    """The same for both tellings of one deal, from the seller's side and from the buyer's; None with one party only.

    `supplier` is the role that holds the seller in this telling: the actor of a sale, the counterparty of a use.
    """
    parties = (Role.ACTOR, Role.COUNTERPARTY) if supplier is Role.ACTOR else (Role.COUNTERPARTY, Role.ACTOR)
    if not all(party in entities for party in parties):
        return None
    return digest("d", *_ids(entities, parties), *_ids(entities, _DEAL_ROLES))


def positions(reports: Iterable[Report]) -> tuple[Position, ...]:
    """The positions that the reports establish, by id. Rejected reports and actors without a name establish none."""
    keyed = [
        (key, report)
        for report in reports
        if report.review is not Review.REJECTED
        and (key := report.position or position_id(report.action, report.entities, report.article)) is not None
    ]
    ordered = sorted(keyed, key=lambda pair: (pair[0], _recency(pair[1])))
    return tuple(
        _position(key, [report for _, report in pairs]) for key, pairs in groupby(ordered, lambda pair: pair[0])
    )


def _position(key: str, history: list[Report]) -> Position:
    latest = history[-1]
    days = [instant(report.published).date().isoformat() for report in history if report.published]
    return Position(
        id=key,
        topic=topic_id(latest.entities, latest.article),
        action=latest.action,
        entities=latest.entities,
        status=latest.status,
        certainty=latest.certainty,
        since=latest.since,
        until=latest.until,
        condition=latest.condition,
        exception=latest.exception,
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        articles=len({report.origin for report in history}),
        statements=tuple(sorted(report.statement for report in history)),
    )


def _recency(report: Report) -> tuple[datetime, bool, str]:
    published = instant(report.published) if report.published else _DAWN
    return published, report.certainty is Certainty.STATED, report.statement


def instant(published: str) -> datetime:
    """The moment, in UTC, of an ISO date or date-time; a date is its first moment, a time without a zone is UTC."""
    if len(published) <= len("2020-06-11"):
        return datetime.combine(first_day(published), time(), UTC)
    moment = datetime.fromisoformat(published)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _ids(entities: Mapping[Role, Entity], roles: Iterable[Role]) -> list[str | None]:
    return [entities[role].id if role in entities else None for role in roles]


def _bound(entities: Mapping[Role, Entity], article: str) -> str | None:
    actor = entities.get(Role.ACTOR)
    return article if actor is not None and actor.collective else None
