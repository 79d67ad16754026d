"""Domain knowledge as data: reads and checks `ontology/`, and answers what a name means and what lies around it."""

from kg.ontology.concept import Action, Concept
from kg.ontology.entries import Level, Ownership, Stance
from kg.ontology.gazetteer import Gazetteer, Match
from kg.ontology.links import Link, Surroundings
from kg.ontology.ontology import Ontology, load, load_folders
from kg.ontology.problems import InvalidOntologyError

__all__ = [
    "Action",
    "Concept",
    "Gazetteer",
    "InvalidOntologyError",
    "Level",
    "Link",
    "Match",
    "Ontology",
    "Ownership",
    "Stance",
    "Surroundings",
    "load",
    "load_folders",
]
