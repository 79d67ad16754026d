"""From the words of a source to entities and dates: what a name means, and what stays a plain name."""

from kg.resolve.entities import entity_named, statement_from

__all__ = ["entity_named", "statement_from"]
