"""Says in one line what a record got wrong."""

from pydantic import ValidationError


def complaint(error: ValidationError) -> str:
    """The first thing that validation found, as "field: what is wrong"; without the field where it is the whole."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    said = " ".join(first["msg"].removeprefix("Value error, ").split())
    return f"{field}: {said}" if field else said
