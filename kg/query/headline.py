"""A statement as one phrase, for lists, pictures and reports alike."""

from collections.abc import Mapping
from typing import Any

from kg.ontology import Ontology

_BESIDE = ("counterparty", "measure", "jurisdiction")


def headline(ontology: Ontology, record: Mapping[str, Any]) -> str:
    """The statement as a phrase: `Amazon restricts the sale of facial recognition · counterparty: police`.

    A measure is what is supported or opposed, and one who is sued is sued over a technology: neither is put beside it.
    """
    action = ontology.actions.get(record["action"])
    told = _object(record, bool(action and action.towards))
    beside = (f"{role}: {record[role]}" for role in _BESIDE if record.get(role) and role not in told)
    actor, label = record.get("actor") or "unspecified", action.label if action else record["action"]
    return " · ".join((" ".join(filter(None, (actor, label, *told.values()))), *beside))


def _object(record: Mapping[str, Any], towards: bool) -> dict[str, str]:
    """What the action is done to, by role, in the order of telling."""
    theme = _theme(record)
    if towards and record.get("counterparty"):
        return {"counterparty": record["counterparty"], "theme": f"over {theme}" if theme else ""}
    if record.get("measure"):
        return {"measure": record["measure"], "theme": f"on {theme}" if theme else ""}
    return {"theme": theme}


def _theme(record: Mapping[str, Any]) -> str:
    technology, product = record.get("technology"), record.get("product")
    return f"{technology} ({product})" if technology and product else technology or product or ""
