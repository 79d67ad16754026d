"""Writes a graph in the forms that other programs read, one package or module a format."""

from kg.export.neo4j_csv.writer import Written, write_neo4j_csv

__all__ = ["Written", "write_neo4j_csv"]
