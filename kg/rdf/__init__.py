"""Readings as RDF and back: what a statement, an article, an entity is called in the semantic web."""
