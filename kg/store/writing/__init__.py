"""Writes readings into a graph: one module a noun, one Cypher text a step, the same on every store."""
