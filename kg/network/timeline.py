"""When positions were announced, in force and over, as bars on a line of time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from kg.model import Certainty, Role, Status
from kg.model.dates import first_day, last_day
from kg.model.position import Report, instant
from kg.network.reports import reports
from kg.ontology import Action, Ontology
from kg.query.headline import headline
from kg.store import Store

_TOLD = frozenset({Status.ANNOUNCED, Status.IN_FORCE, Status.ENDED})


@dataclass(frozen=True)
class Bar:
    """A position in time, in ISO days; what nobody reported is None.

    It is `announced` until it is in force `since` and has `ended`; without an end it was not reported to be over.
    """

    position: str
    label: str
    actor: str
    technologies: tuple[str, ...]
    stance: str
    announced: str | None
    since: str | None
    ended: str | None
    statements: tuple[str, ...] = field(default=())

    @property
    def begins(self) -> str:
        """The first day that is known of it."""
        return min(day for day in (self.announced, self.since, self.ended) if day)


def bars(store: Store, ontology: Ontology, chosen: frozenset[str] | None) -> list[Bar]:
    """The bars of all positions that were announced, in force or ended at a time that is known, by actor and time.

    What is only proposed, considered, denied or hedged is none.
    """
    found = (bar for _, told in reports(store, chosen) for bar in _of_actor(ontology, told))
    return sorted(found, key=lambda bar: (bar.actor.casefold(), bar.begins, bar.position))


def _of_actor(ontology: Ontology, told: Iterable[Report]) -> Iterator[Bar]:
    plain = [each for each in told if each.certainty is Certainty.STATED and each.status in _TOLD and each.position]
    for position, group in groupby(sorted(plain, key=_order), lambda each: each.position):
        if (bar := _bar(ontology, str(position), list(group))) is not None:
            yield bar


def _order(told: Report) -> tuple[str, bool, str, str]:
    return str(told.position), told.published is None, _day(told) or "", told.statement


def _day(told: Report) -> str | None:
    return instant(told.published).date().isoformat() if told.published else None


def _bar(ontology: Ontology, position: str, history: list[Report]) -> Bar | None:
    announced, in_force, over = (
        _first(history, status) for status in (Status.ANNOUNCED, Status.IN_FORCE, Status.ENDED)
    )
    since, until = _last(history, "since"), _last(history, "until")
    start = first_day(since).isoformat() if since else in_force
    end = last_day(until).isoformat() if until else over
    if announced and start and announced >= start:
        announced = None
    days = [day for day in (announced, start, end) if day]
    if not days or days != sorted(days):
        return None
    return _labelled(ontology, position, history, announced, start, end)


def _labelled(
    ontology: Ontology, position: str, history: list[Report], announced: str | None, since: str | None, end: str | None
) -> Bar:
    latest = history[-1]
    names = {role.value: entity.name for role, entity in latest.entities.items()}
    action = ontology.actions.get(latest.action)
    technology = latest.entities.get(Role.TECHNOLOGY)
    return Bar(
        position=position,
        label=headline(ontology, {**names, "action": latest.action}),
        actor=names[Role.ACTOR.value],
        technologies=(technology.name,) if technology else (),
        stance=_stance(action, Role.MEASURE in latest.entities),
        announced=announced,
        since=since,
        ended=end,
        statements=tuple(sorted(each.statement for each in history)),
    )


def _stance(action: Action | None, has_measure: bool) -> str:
    """Which way a position points; who is for or against a measure takes no side on its theme by that."""
    return "neutral" if action is None or (action.on_measure and has_measure) else action.stance.value


def _first(history: list[Report], status: Status) -> str | None:
    return min(filter(None, (_day(each) for each in history if each.status is status)), default=None)


def _last(history: list[Report], name: str) -> str | None:
    """What was last reported of a time."""
    return next((value for each in reversed(history) if (value := getattr(each, name))), None)
