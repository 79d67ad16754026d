"""Names to entities, and flat records to statements."""

from typing import Any

from pydantic import ValidationError

from kg.errors import RecordError
from kg.model import UNSPECIFIED, Entity, Filler, Kind, Role, Statement
from kg.model.complaint import complaint
from kg.model.identity import entity_id
from kg.model.record import QUALIFIERS, TYPED_ROLES, StatementRecord
from kg.ontology import Ontology
from kg.ontology.problems import nearest

_FAMILIES = {
    Role.ACTOR: ("organisations", "groups", "people", "places"),
    Role.TECHNOLOGY: ("technologies",),
    Role.PRODUCT: ("products",),
    Role.COUNTERPARTY: ("organisations", "groups", "people", "places"),
    Role.MEASURE: ("measures",),
    Role.JURISDICTION: ("places",),
    Role.SPEAKER: ("people",),
}
"""Where the ontology is asked first; a name that only another family lists is still that concept."""

_KINDS = {
    Role.TECHNOLOGY: Kind.TECHNOLOGY,
    Role.PRODUCT: Kind.PRODUCT,
    Role.MEASURE: Kind.MEASURE,
    Role.JURISDICTION: Kind.PLACE,
    Role.SPEAKER: Kind.PERSON,
}
_NEVER_COLLECTIVE = frozenset({Kind.TECHNOLOGY, Kind.PRODUCT, Kind.MEASURE, Kind.PLACE})


def entity_named(ontology: Ontology, name: str, kind: Kind | None, role: Role, place: str | None = None) -> Entity:
    """The entity that a name in a role means: the ontology's concept, else one of its own with `kind`.

    Without a kind the role decides; an actor or counterparty is then a group where its name begins in lower case or
    ends as a group's does ("Chinese hackers"), else an institution. Described groups are collective: "lawmakers" of two
    articles are not the same people. `place` sets one apart that shares its name with others.
    """
    if concept := ontology.named(name, *_FAMILIES[role]) or ontology.named(name):
        return concept.entity
    described = name[:1].islower() or _ends_as_a_group(ontology, name)
    kind = kind or _KINDS.get(role) or (Kind.GROUP if described else Kind.INSTITUTION)
    collective = (kind is Kind.GROUP or described) and kind not in _NEVER_COLLECTIVE
    return Entity(id=entity_id(name, place), name=name, kind=kind, collective=collective)


def _ends_as_a_group(ontology: Ontology, name: str) -> bool:
    """Whether the last words of a name are a group's, in small letters: "U.S. technology companies", no "NSO Group"."""
    words = name.split()
    tails = (" ".join(words[start:]) for start in range(1, len(words)))
    return words[-1:] != [] and words[-1].islower() and any(ontology.named(tail, "groups") for tail in tails)


def statement_from(ontology: Ontology, record: StatementRecord, article_id: str) -> Statement:
    """The statement of a flat record, its names resolved. Raises RecordError where it is none by the codebook."""
    if record.action not in ontology.actions:
        cure = nearest(record.action, ontology.actions, f"actions are {', '.join(ontology.actions)}")
        raise RecordError(f"action: unknown action {record.action!r}; {cure}")
    roles: dict[str, Any] = {role.value: _filler(ontology, record, role) for role in Role}
    qualifiers: dict[str, Any] = {name: getattr(record, name) for name in QUALIFIERS}
    try:
        return Statement(
            article=article_id,
            action=record.action,
            **roles,
            **qualifiers,
            quotes=record.quotes(),
            confidence=record.confidence,
            extractor=record.extractor,
        )
    except ValidationError as error:
        raise RecordError(f"{complaint(error)}; see the codebook for what a statement holds") from None


def _filler(ontology: Ontology, record: StatementRecord, role: Role) -> Filler | None:
    name: str | None = getattr(record, role.value)
    if not name or name == UNSPECIFIED:
        return None
    kind: Kind | None = getattr(record, f"{role.value}_type") if role in TYPED_ROLES else None
    place = record.actor_place if role is Role.ACTOR else None
    return Filler(entity=entity_named(ontology, name, kind, role, place), written=record.written(role) or name)
