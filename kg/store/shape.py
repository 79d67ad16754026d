"""How the graph names what the model holds: types of relationships by role, labels by kind."""

from kg.model import Kind, Role
from kg.resolve.copies import BANDS

OF_STATEMENT = {
    Role.ACTOR: "ACTOR",
    Role.TECHNOLOGY: "TECHNOLOGY",
    Role.PRODUCT: "PRODUCT",
    Role.COUNTERPARTY: "COUNTERPARTY",
    Role.MEASURE: "MEASURE",
    Role.JURISDICTION: "IN_JURISDICTION",
    Role.SPEAKER: "SAID_BY",
}
"""From a statement to the entity in a role."""

OF_POSITION = {
    Role.TECHNOLOGY: "ABOUT",
    Role.PRODUCT: "OF_PRODUCT",
    Role.COUNTERPARTY: "TOWARD",
    Role.MEASURE: "ON",
    Role.JURISDICTION: "IN",
}
"""From a position to the entity in a role; its actor HOLDS it."""

KIND_LABELS = tuple(kind.value for kind in Kind)
"""The second label of an entity is one of these."""

BAND_NAMES = tuple(f"band_{number}" for number in range(BANDS))
"""The properties of a text's signature, by which texts that may be alike are found."""
