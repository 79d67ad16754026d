"""`make ontology`: the concepts of the ontology as SKOS, and the properties that stand for its actions.

Source: W3C, "SKOS Simple Knowledge Organization System Reference" (2009). Cities are left out: they are GeoNames' own.
"""

import sys
from collections.abc import Iterator
from io import BytesIO

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.ontology.concept import Action, Concept
from kg.ontology.links import links
from kg.ontology.ontology import Ontology, load
from kg.rdf.literals import truth
from kg.rdf.names import BASE, PREFIXES, term, thing

_TYPE, _LABEL = term("rdf:type"), term("skos:prefLabel")
_SCHEME, _IN, _TOP = term("skos:ConceptScheme"), term("skos:inScheme"), term("skos:topConceptOf")
_DEFINED_BY = NamedNode(f"{BASE}ns")
_TITLES = {
    "actions": "Actions",
    "technologies": "Technologies, practices and kinds of data",
    "groups": "Described groups",
    "measures": "Measures",
    "organisations": "Organisations",
    "products": "Products",
    "places": "Places",
    "people": "People",
}
_DEFINITIONS = {
    "actions": "What an actor can do about a technology: a closed list.",
    "technologies": "What policy is about.",
    "groups": "Actors and counterparties that are described, not named.",
    "measures": "Kinds of policy, and policies by name.",
    "organisations": "Companies, public bodies and associations by name.",
    "products": "Products and services by name.",
    "places": "Countries and what they are divided into.",
    "people": "People whose words the news reports.",
}


def published(ontology: Ontology) -> bytes:
    """The Turtle; the same ontology gives the same bytes."""
    file = BytesIO()
    serialize(concepts(ontology), file, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    head = b"# Made by `make ontology` from the YAML files beside; edit those.\n"
    return head + file.getvalue()


def concepts(ontology: Ontology) -> Iterator[Triple]:
    """Schemes, actions with their properties, and concepts, by slug."""
    for family in _TITLES:
        yield from _scheme(family)
    for _, action in sorted(ontology.actions.items()):
        yield from _action(action)
    listed = {slug: concept for slug, concept in ontology.concepts.items() if not _is_city(concept)}
    for _, concept in sorted(listed.items()):
        yield from _concept(concept, listed)


def _is_city(concept: Concept) -> bool:
    return concept.family == "places" and concept.level == "city"


def _english(text: str) -> Literal:
    return Literal(text, language="en")


def _scheme(family: str) -> Iterator[Triple]:
    about = thing("value", family)
    yield Triple(about, _TYPE, _SCHEME)
    yield Triple(about, term("rdfs:label"), _english(_TITLES[family]))
    yield Triple(about, term("skos:definition"), _english(_DEFINITIONS[family]))


def _action(action: Action) -> Iterator[Triple]:
    about, property_ = thing("action", action.slug), term(f"kg:{action.slug}")
    yield Triple(about, _TYPE, term("skos:Concept"))
    yield Triple(about, _LABEL, _english(action.name))
    yield Triple(about, term("skos:definition"), _english(action.definition))
    yield Triple(about, term("skos:scopeNote"), _english(action.scope_note))
    yield Triple(about, _IN, thing("value", "actions"))
    yield Triple(about, _TOP, thing("value", "actions"))
    yield Triple(about, term("kg:stance"), thing("value", action.stance.value))
    if action.on_measure:
        yield Triple(about, term("kg:onMeasure"), thing("value", action.on_measure.value))
    if action.inverse:
        yield Triple(about, term("kg:inverse"), thing("action", action.inverse))
    yield Triple(about, term("kg:binding"), truth(action.binding))
    yield Triple(about, term("kg:property"), property_)
    yield Triple(property_, _TYPE, term("owl:ObjectProperty"))
    yield Triple(property_, term("rdfs:label"), _english(action.label))
    yield Triple(
        property_, term("skos:definition"), _english(f"{action.definition} In force or announced, and stated.")
    )
    yield Triple(property_, term("rdfs:domain"), term("kg:Entity"))
    yield Triple(property_, term("rdfs:range"), term("kg:Entity"))
    yield Triple(property_, term("rdfs:isDefinedBy"), _DEFINED_BY)


def _concept(concept: Concept, listed: dict[str, Concept]) -> Iterator[Triple]:
    about, scheme = thing("entity", concept.slug), thing("value", concept.family)
    yield Triple(about, _TYPE, term("skos:Concept"))
    yield Triple(about, _TYPE, term(f"kg:{concept.kind.value}"))
    yield Triple(about, _LABEL, _english(concept.name))
    for alias in sorted(set(concept.aliases) - {concept.name}):
        yield Triple(about, term("skos:altLabel"), _english(alias))
    yield Triple(about, term("skos:definition"), _english(concept.definition))
    yield Triple(about, _IN, scheme)
    if not concept.broader:
        yield Triple(about, _TOP, scheme)
    if concept.wikidata:
        yield Triple(about, term("skos:exactMatch"), term(f"wd:{concept.wikidata}"))
    for link in sorted(set(links(concept))):
        if link.target in listed:
            property_ = "skos:broader" if link.type == "BROADER" else f"kg:{link.type.lower()}"
            yield Triple(about, term(property_), thing("entity", link.target))


def main() -> None:
    """Writes the published concepts of the shipped ontology to standard output."""
    sys.stdout.buffer.write(published(load()))


if __name__ == "__main__":
    main()
