"""Answers a pattern from the store: each answer once, with every quote that carries it, the most recent first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.model import Certainty, Role, Status
from kg.ontology import Ontology
from kg.query.compile import compile, deals_of
from kg.query.pattern import HELD, WANTED_QUALIFIERS, Form, Pattern
from kg.store import Store, Table

_ROLE_COLUMNS = tuple(role.value for role in Role if role is not Role.SPEAKER)
_QUALIFIER_COLUMNS = ("status", "certainty", "condition", "exception", "scope", "since", "until", "duration")
_SOURCE_COLUMNS = ("speaker", "quote", "verified", "published", "publisher", "title", "url", "reports", "statement")


@dataclass(frozen=True)
class Finding:
    """One answer and its evidence.

    `evidence` are records of statements with one quote each, the most recent report first and never empty; what the
    answer says (status, condition, …) is what the first of them says.
    """

    evidence: tuple[dict[str, Any], ...]

    @property
    def latest(self) -> dict[str, Any]:
        """The most recent report."""
        return self.evidence[0]

    @property
    def reports(self) -> int:
        """The number of articles that report it."""
        return len({record["article"] for record in self.evidence})


@dataclass(frozen=True)
class Answer:
    """What was asked, as it was understood, and what the graph says.

    `verdict` is a line for questions that want no list ("yes", "3 actors"), else empty.
    """

    pattern: Pattern
    understood: str
    verdict: str
    findings: tuple[Finding, ...]

    @property
    def table(self) -> Table:
        """One row an answer: what was asked for first, then the other roles, qualifiers, quote and source."""
        wanted = tuple(role.value for role in self.pattern.wanted_roles if role is not Role.SPEAKER)
        roles = tuple(column for column in _ROLE_COLUMNS if column not in wanted)
        columns = (*wanted, "action", *roles, *_QUALIFIER_COLUMNS, *_SOURCE_COLUMNS)
        records = ({**finding.latest, "reports": finding.reports} for finding in self.findings)
        return Table(columns=columns, rows=tuple(tuple(record[name] for name in columns) for record in records))


def answer(store: Store, ontology: Ontology, pattern: Pattern) -> Answer:
    """Look the pattern up. A yes-or-no question also sees what is denied, planned or ended, and says which it was."""
    searched = pattern.whatever_its_state() if pattern.form is Form.YES_NO else pattern
    findings = tuple(_findings(pattern, _records(store, ontology, searched)))
    return Answer(
        pattern=pattern,
        understood=describe(ontology, pattern),
        verdict=_verdict(pattern, findings),
        findings=findings,
    )


def describe(ontology: Ontology, pattern: Pattern) -> str:
    """The pattern in one line that a person can check: `actor? (Company) · bans · technology: drones`."""
    open_question = "yes or no?" if pattern.form is Form.YES_NO else "what?"
    holes = [_hole(name, pattern) for name in pattern.wanted] or [open_question]
    actions = " or ".join(pattern.actions) or "any action"
    fixed = (f"{role.value}: {_fixed(ontology, ids)}" for role, ids in pattern.fixed.items())
    kinds = (_hole(role.value, pattern) for role in pattern.kinds if role.value not in pattern.wanted)
    return " · ".join((*holes, actions, *fixed, *kinds, *_limits(pattern)))


def _hole(name: str, pattern: Pattern) -> str:
    kinds = pattern.kinds.get(Role(name), ()) if name not in WANTED_QUALIFIERS else ()
    return f"{name}?" + (f" ({' or '.join(kinds)})" if kinds else "")


def _fixed(ontology: Ontology, ids: Iterable[str]) -> str:
    return " or ".join(_with_narrower(ontology, slug) for slug in ids)


def _with_narrower(ontology: Ontology, slug: str) -> str:
    if slug not in ontology.concepts:
        return slug
    concept = ontology.concepts[slug]
    if len(ontology.narrower(slug)) == 1:
        return concept.name
    return concept.name + _INCLUDED.get(concept.family, " and narrower")


_INCLUDED = {"groups": " and members", "places": " and parts", "organisations": " and parts"}


def _limits(pattern: Pattern) -> Iterator[str]:
    if pattern.form is not Form.YES_NO and pattern.statuses != HELD:
        yield f"status: {' or '.join(pattern.statuses)}"
    if pattern.collection:
        yield f"collection: {pattern.collection}"
    if pattern.reported_from or pattern.reported_to:
        yield f"reported: {pattern.reported_from or '…'} to {pattern.reported_to or '…'}"


def _records(store: Store, ontology: Ontology, pattern: Pattern) -> list[dict[str, Any]]:
    """What the store has for the pattern and for the other side of its deals, most recent first."""
    records = _run(store, ontology, pattern)
    if mirror := deals_of(ontology, pattern):
        records += [_turned(ontology, record) for record in _run(store, ontology, mirror)]
    by_place = sorted(records, key=lambda record: (record["article"], record["start"] or 0, record["statement"]))
    return sorted(by_place, key=lambda record: record["published"] or "", reverse=True)


def _run(store: Store, ontology: Ontology, pattern: Pattern) -> list[dict[str, Any]]:
    query = compile(ontology, pattern)
    return store.query(query.cypher, query.parameters).records()


def _turned(ontology: Ontology, record: dict[str, Any]) -> dict[str, Any]:
    """A record of a deal told from its other side: "police use what X makes" as "X sells to police"."""
    swapped = {
        "actor": "counterparty",
        "counterparty": "actor",
        "actor_id": "counterparty_id",
        "counterparty_id": "actor_id",
    }
    turned = {name: record[swapped.get(name, name)] for name in record}
    return {**turned, "action": ontology.actions[record["action"]].inverse}


def _findings(pattern: Pattern, records: Iterable[dict[str, Any]]) -> Iterator[Finding]:
    """Records that give the same answer, together. What the question fixed makes no difference between two answers."""
    together: dict[tuple[Any, ...], dict[tuple[Any, ...], dict[str, Any]]] = {}
    for record in records:
        if any(record[name] is not None for name in pattern.wanted) or not pattern.wanted:
            same = together.setdefault(_identity(pattern, record), {})
            same.setdefault((record["quote"], record["action"]), record)
    return (Finding(evidence=tuple(evidence.values())) for evidence in together.values())


def _identity(pattern: Pattern, record: dict[str, Any]) -> tuple[Any, ...]:
    """What makes two answers different: the wanted values, and what the question left open."""
    wanted = [record.get(f"{name}_id", record[name]) for name in pattern.wanted]
    free = [record[f"{role.value}_id"] for role in _DISTINGUISHING if role not in pattern.fixed]
    action = record["action"] in pattern.actions if pattern.actions else record["action"]
    state = (record["status"], record["certainty"]) if pattern.form is Form.YES_NO else ()
    return (*wanted, *free, action, *state)


_DISTINGUISHING = (Role.ACTOR, Role.TECHNOLOGY, Role.COUNTERPARTY)


def _verdict(pattern: Pattern, findings: tuple[Finding, ...]) -> str:
    if pattern.form is Form.YES_NO:
        return _yes_or_no(pattern, findings)
    if pattern.form is Form.COUNT:
        return f"{len(_distinct(pattern, findings))} (each {' and '.join(pattern.wanted) or 'statement'} counted once)"
    return ""


def _distinct(pattern: Pattern, findings: tuple[Finding, ...]) -> set[tuple[Any, ...]]:
    names = pattern.wanted or ("statement",)
    return {tuple(finding.latest[name] for name in names) for finding in findings}


def _yes_or_no(pattern: Pattern, findings: tuple[Finding, ...]) -> str:
    """What the reports of the thing say, and those of its opposite; silence is not a no."""
    against = [finding for finding in findings if finding.latest["action"] in pattern.against]
    said = _strongest([finding for finding in findings if finding not in against])
    opposite = _strongest(against)
    if not opposite.startswith("yes"):
        return said or "nothing is reported, which is not a no"
    if said.startswith("yes"):
        return "reports disagree: both it and its opposite are reported"
    return f"no: {against[0].latest['action']} is reported"


def _strongest(findings: list[Finding]) -> str:
    """The strongest state that a position is in, by its latest report; empty where there is none."""
    states = {(finding.latest["state"], finding.latest["state_certainty"]) for finding in findings}
    for certainty, prefix in ((Certainty.STATED, ""), (Certainty.HEDGED, "reportedly ")):
        for status, verdict in _VERDICTS.items():
            if (status, certainty) in states:
                return prefix + verdict
    return ""


_VERDICTS = {
    Status.IN_FORCE: "yes",
    Status.ANNOUNCED: "yes, it is announced",
    Status.ENDED: "no longer",
    Status.DENIED: "no, it is denied",
    Status.PROPOSED: "not yet, it is proposed",
    Status.CONSIDERED: "not yet, it is considered",
}
