"""Triples of the vocabulary as readings again. The triples lie in a store on disk, so that a large file fits."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import RecordError
from kg.model import Article, Entity, Filler, Quote, Reading, Role, Span, Statement
from kg.model.complaint import complaint
from kg.model.reading import apart
from kg.rdf.names import PREFIXES, VOCABULARY, key_of, term
from kg.rdf.outgoing import (
    ARTICLE_TEXTS,
    LABEL,
    PUBLISHED,
    ROLES,
    STATEMENT_TEXTS,
    STATEMENT_TIMES,
    STATEMENT_VALUES,
    TYPE,
)

Properties = Mapping[str, list[Any]]
"""Of a subject: the objects of each property, by its IRI."""


def readings(store: Store) -> Iterator[Reading | RecordError]:
    """The readings that the triples tell, by the ids of their articles; an error in the place of each that is none.

    Raises RecordError where there is no article of this vocabulary.
    """
    articles = sorted(_subjects(store, TYPE, term("kg:Article")), key=str)
    if not articles:
        raise RecordError(f"holds no article of the vocabulary {VOCABULARY}; other RDF is not read")
    for node in articles:
        try:
            yield from _readings(store, node)
        except RecordError as error:
            yield error


def _readings(store: Store, node: NamedNode) -> list[Reading]:
    properties = _properties(store, node)
    article = _article(node, properties)
    quoted = _subjects(store, term("prov:wasQuotedFrom"), node)
    told = sorted((_statement(store, each, article.id) for each in quoted), key=lambda each: each.id)
    return apart(article, _text(properties, term("kg:readWith")) or "", told)


def _subjects(store: Store, property_: NamedNode, value: NamedNode) -> Iterator[NamedNode]:
    quads = store.quads_for_pattern(None, property_, value)
    return (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))


def _article(node: NamedNode, properties: Properties) -> Article:
    texts = {name: _text(properties, property_) for name, property_ in ARTICLE_TEXTS.items()}
    known = {name: value for name, value in texts.items() if value is not None}
    published = _text(properties, PUBLISHED)
    fields = {"text": "", "id": _key(node, "article"), **known, **({"published": published} if published else {})}
    return _validated(Article, fields, node)  # type: ignore[no-any-return]


def _statement(store: Store, node: NamedNode, article: str) -> Statement:
    properties = _properties(store, node)
    fields: dict[str, Any] = {"article": article, "action": _key(_one(properties, term("kg:action"), node), "action")}
    for name, property_ in {**STATEMENT_TEXTS, **STATEMENT_TIMES}.items():
        fields[name] = _text(properties, property_)
    for name, property_ in STATEMENT_VALUES.items():
        fields[name] = _key(_one(properties, property_, node), "value")
    fields["confidence"] = float(_one(properties, term("kg:confidence"), node).value)
    fields["extractor"] = _extractor(store, _one(properties, term("prov:wasGeneratedBy"), node))
    fields["quotes"] = _quotes(store, properties)
    fields.update(_fillers(store, properties))
    statement: Statement = _validated(Statement, fields, node)
    if statement.id != _key(node, "statement"):
        raise RecordError(f"{node.value} does not say what its id is made of; export the graph again")
    return statement


def _extractor(store: Store, activity: NamedNode) -> str:
    agent = _one(_properties(store, activity), term("prov:wasAssociatedWith"), activity)
    return str(_one(_properties(store, agent), LABEL, agent).value)


def _quotes(store: Store, properties: Properties) -> tuple[Quote, ...]:
    nodes = sorted(properties.get(term("kg:quote").value, ()), key=lambda node: int(node.value.rpartition("-")[2]))
    return tuple(_quote(node, _properties(store, node)) for node in nodes)


def _quote(node: NamedNode, properties: Properties) -> Quote:
    start, end = _text(properties, term("oa:start")), _text(properties, term("oa:end"))
    span = Span(start=int(start), end=int(end)) if start is not None and end is not None else None
    return Quote(text=_one(properties, term("oa:exact"), node).value, span=span)


def _fillers(store: Store, properties: Properties) -> Iterator[tuple[str, Filler]]:
    for node in properties.get(term("kg:mention").value, ()):
        mention = _properties(store, node)
        role = _role(_one(mention, term("kg:role"), node))
        yield role.value, _filler(store, node, mention)


def _role(node: NamedNode) -> Role:
    return next(role for role, property_ in ROLES.items() if property_ == node)


def _filler(store: Store, node: NamedNode, mention: Properties) -> Filler:
    about = _one(mention, term("kg:mentions"), node)
    usual = _properties(store, about)
    wikidata = [key for each in usual.get(term("skos:exactMatch").value, ()) if (key := key_of(each, "wd"))]
    kinds = mention.get(term("kg:kind").value) or usual.get(TYPE.value) or []
    fields = {
        "id": _key(about, "entity"),
        "name": _text(mention, LABEL) or _text(usual, term("skos:prefLabel")),
        "kind": next((each.value.removeprefix(VOCABULARY) for each in kinds), None),
        "collective": (_text(mention, term("kg:collective")) or _text(usual, term("kg:collective"))) == "true",
        "wikidata": wikidata[0] if wikidata else None,
    }
    written = _one(mention, term("kg:written"), node).value
    return Filler(entity=_validated(Entity, fields, about), written=written)


def _properties(store: Store, node: NamedNode) -> Properties:
    found: dict[str, list[Any]] = {}
    for quad in store.quads_for_pattern(node, None, None):
        found.setdefault(quad.predicate.value, []).append(quad.object)
    return found


def _text(properties: Properties, property_: NamedNode) -> str | None:
    values = properties.get(property_.value)
    return str(values[0].value) if values else None


def _one(properties: Properties, property_: NamedNode, node: NamedNode) -> Any:
    values = properties.get(property_.value, [])
    if len(values) != 1 or not isinstance(values[0], NamedNode | Literal):
        raise RecordError(f"{node.value} has {len(values)} values of {property_.value} where it must have one")
    return values[0]


def _key(node: NamedNode, prefix: str) -> str:
    key = key_of(node, prefix)
    if key is None:
        raise RecordError(f"{node.value} does not begin with {PREFIXES[prefix]}, as it must there")
    return key


def _validated(model: type[Any], fields: Mapping[str, Any], node: NamedNode) -> Any:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise RecordError(f"{node.value}: {complaint(error)}") from None
