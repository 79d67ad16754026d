"""What the ontology says of one action or concept, as pairs of a word and its values, for people to read."""

from collections.abc import Iterator

from kg.errors import OntologyError
from kg.ontology.concept import Action, Concept
from kg.ontology.links import links
from kg.ontology.ontology import Ontology
from kg.ontology.problems import nearest

Said = tuple[str, str]


def described(ontology: Ontology, what: str) -> list[Said]:
    """All that is said of an action or a concept, by slug, name or alias. Raises OntologyError with the nearest."""
    if what in ontology.actions:
        return list(_action(ontology, ontology.actions[what]))
    concept = ontology.concepts.get(what) or ontology.named(what)
    if concept is None:
        names = (*ontology.actions, *ontology.concepts, *(each.name for each in ontology.concepts.values()))
        raise OntologyError(f"the ontology has nothing named {what!r}; {nearest(what, names, 'add it to a folder')}")
    return list(_concept(ontology, concept))


def _action(ontology: Ontology, action: Action) -> Iterator[Said]:
    yield from (("action", action.slug), ("name", action.name), ("label", action.label))
    yield from (("definition", action.definition), ("scope note", action.scope_note), ("stance", action.stance.value))
    if action.on_measure:
        yield "stance on a measure", action.on_measure.value
    if action.inverse:
        yield "inverse", action.inverse
    yield "only for public bodies", "yes" if action.binding else "no"
    yield "property in RDF", f"kg:{action.slug}"
    yield "relationship in the graph", action.relationship
    for event in sorted(ontology.frames.events, key=lambda each: each.slug):
        if action.slug in (event.action, event.restricted, event.public):
            yield f"frame {event.slug}", ", ".join(sorted({*event.verbs, *event.nouns}))


def _concept(ontology: Ontology, concept: Concept) -> Iterator[Said]:
    yield from (("id", concept.slug), ("name", concept.name), ("kind", concept.kind.value), ("family", concept.family))
    yield "definition", concept.definition
    several = {"aliases": concept.aliases, "demonyms": concept.demonyms}
    yield from ((word, ", ".join(values)) for word, values in several.items() if values)
    if concept.wikidata:
        yield "wikidata", concept.wikidata
    for link in sorted(links(concept)):
        yield link.type.lower().replace("_", " "), _named(ontology, link.target)
    below = sorted(ontology.narrower(concept.slug) - {concept.slug})
    if below:
        yield "narrower, members and parts", ", ".join(_named(ontology, slug) for slug in below)


def _named(ontology: Ontology, slug: str) -> str:
    known = ontology.concepts.get(slug)
    return known.name if known else slug
