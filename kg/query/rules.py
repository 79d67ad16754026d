"""The rules of a whole graph: `queries/rules/*.cypher`, each with what it says, how bad that is, and the cure.

// says: a statement ends before it begins
// severity: violation
// cure: look the dates up in the quote
MATCH … RETURN s.id AS node, … AS found
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.model import PUBLIC_BODIES, Certainty, Kind, Status
from kg.ontology import Ontology
from kg.store import Store

_HEADER = re.compile(r"^// (?P<key>says|severity|cure): (?P<value>.+)$", re.MULTILINE)
_USED = re.compile(r"\$(\w+)")


class Severity(StrEnum):
    """A violation is a fault of the graph, a warning something that a person should read."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """A rule; its query gives the nodes that break it, each with what was found there."""

    name: str
    says: str
    severity: Severity
    cure: str
    cypher: str


@dataclass(frozen=True)
class Breach:
    """A node that breaks a rule."""

    rule: Rule
    node: str
    found: str


def rules(folder: Path) -> tuple[Rule, ...]:
    """The rules of a folder, violations first. Raises OntologyError for a file that is none."""
    read = (_rule(path) for path in sorted(folder.glob("*.cypher")))
    return tuple(sorted(read, key=lambda rule: (rule.severity is Severity.WARNING, rule.name)))


def _rule(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    said = {match["key"]: match["value"] for match in _HEADER.finditer(text)}
    if missing := {"says", "severity", "cure"} - said.keys():
        raise OntologyError(f"{path}:1: the head lacks {sorted(missing)[0]!r}; write // {sorted(missing)[0]}: …")
    cypher = _HEADER.sub("", text).strip()
    return Rule(path.stem, said["says"], Severity(said["severity"]), said["cure"], cypher)


def breaches(store: Store, ontology: Ontology, asked: tuple[Rule, ...]) -> Iterator[Breach]:
    """Every breach of the rules, rule by rule, by node."""
    known = _known(ontology)
    for rule in asked:
        parameters = {name: known[name] for name in sorted(set(_USED.findall(rule.cypher)))}
        for node, found in sorted(store.query(rule.cypher, parameters).rows, key=str):
            yield Breach(rule, str(node), str(found))


def _known(ontology: Ontology) -> dict[str, Any]:
    """What rules may ask by: the lists of the codebook and of the ontology."""
    actions = ontology.actions.values()
    return {
        "actions": sorted(ontology.actions),
        "binding": sorted(action.slug for action in actions if action.binding),
        "triples": sorted(action.relationship for action in actions),
        "statuses": [status.value for status in Status],
        "certainties": [certainty.value for certainty in Certainty],
        "kinds": [kind.value for kind in Kind],
        "public": sorted(kind.value for kind in PUBLIC_BODIES),
    }
