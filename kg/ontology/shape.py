"""Checks one entry against the model of its file, and says in an author's words what does not fit."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kg.ontology.located import LocatedEntry
from kg.ontology.problems import nearest

Model = TypeVar("Model", bound=BaseModel)


def shaped(entry: LocatedEntry, model: type[Model], problems: list[str]) -> Model | None:
    """The entry as a value of its model; None where it does not fit, and then `problems` has grown by the reasons."""
    if not isinstance(entry.data, dict):
        problems.append(entry.problem("the entry has no fields", f"give it {_required(model)}"))
        return None
    try:
        return model.model_validate(entry.data)
    except ValidationError as error:
        known = list(model.model_fields)
        problems.extend(_said(entry, details, known) for details in error.errors(include_url=False))
        return None


def _said(entry: LocatedEntry, details: Any, known: list[str]) -> str:
    keys, field = details["loc"], ".".join(str(key) for key in details["loc"])
    match details["type"]:
        case "extra_forbidden":
            what, cure = f"unknown field {field!r}", nearest(str(keys[-1]), known, f"fields are {', '.join(known)}")
        case "missing":
            what, cure = f"the field {field!r} is missing", "add it"
        case "enum":
            values = details["ctx"]["expected"]
            words = values.replace(" or ", ", ").replace("'", "").split(", ")
            what = f"{field}: unknown value {details['input']!r}"
            cure = nearest(str(details["input"]), words, f"write {values}")
        case "value_error":
            what, _, cure = f"{field or 'the entry'}: {details['ctx']['error']}".partition("; ")
        case "tuple_type":
            what, cure = f"{field}: a list is wanted, not {details['input']!r}", "write [one, two]"
        case _:
            what, cure = f"{field}: {details['msg']}", f"it is {details['input']!r} now"
    return entry.problem(what, cure, *keys)


def _required(model: type[BaseModel]) -> str:
    return ", ".join(name for name, field in model.model_fields.items() if field.is_required())
