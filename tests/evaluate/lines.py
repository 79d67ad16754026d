"""Lines to score, written with as few fields as a test is about."""

from typing import Any

from kg.evaluate import Line

SALE = {
    "id": "1",
    "actor": "Exampla Vision",
    "action": "sells",
    "technology": "facial recognition",
    "counterparty": "Sampleton Police Department",
}


def line(**changed: Any) -> Line:
    """A sale of facial recognition, with some fields changed."""
    return Line.parse({**SALE, **changed}, "test")
