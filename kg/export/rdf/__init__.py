"""The graph as RDF: Turtle, N-Triples, TriG or JSON-LD, written as it is read."""

from kg.export.rdf.writer import FORMATS, write_rdf

__all__ = ["FORMATS", "write_rdf"]
