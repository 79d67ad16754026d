"""Readings as triples. Nothing depends on the order or the time of writing, and no node is blank."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from kg.model import Entity, Filler, Quote, Reading, Role, Statement
from kg.model.identity import digest
from kg.rdf.literals import integer, number, text, time, truth
from kg.rdf.names import term, thing

TYPE, LABEL = term("rdf:type"), term("rdfs:label")
_TEXTS = {
    "title": term("schema:headline"),
    "url": term("schema:url"),
    "publisher": term("schema:publisher"),
    "language": term("schema:inLanguage"),
    "source_id": term("dcterms:identifier"),
    "collection": term("kg:collection"),
}
_QUALIFIERS = {name: term(f"kg:{name}") for name in ("condition", "exception", "scope", "duration")}
ARTICLE_TEXTS = {"text": term("schema:articleBody"), **_TEXTS}
"""The property of each text that an article has."""

PUBLISHED = term("schema:datePublished")
"""When an article was published, letter by letter as its source has it: other programs rewrite typed moments."""

STATEMENT_TEXTS = _QUALIFIERS
STATEMENT_TIMES = {name: term(f"kg:{name}") for name in ("since", "until")}
STATEMENT_VALUES = {name: term(f"kg:{name}") for name in ("status", "certainty", "review")}
ROLES = {role: term(f"kg:{role.value}") for role in Role}


def of_article(reading: Reading, without_text: bool) -> Iterator[Triple]:
    """An article, and with what it was read."""
    article = reading.article
    about = thing("article", article.id)
    yield Triple(about, TYPE, term("kg:Article"))
    for name, property_ in ARTICLE_TEXTS.items():
        value = getattr(article, name)
        if value and not (without_text and name == "text"):
            yield Triple(about, property_, text(value))
    if article.published:
        yield Triple(about, term("dcterms:issued"), time(article.published))
        yield Triple(about, PUBLISHED, text(article.published))
    if reading.read_with:
        yield Triple(about, term("kg:readWith"), text(reading.read_with))


def of_statement(statement: Statement, read_with: str, known: Mapping[str, Entity]) -> Iterator[Triple]:
    """A statement with its mentions and quotes; `known` are the entities as they are described elsewhere."""
    about = thing("statement", statement.id)
    yield Triple(about, TYPE, term("kg:Statement"))
    yield Triple(about, term("prov:wasQuotedFrom"), thing("article", statement.article))
    yield Triple(about, term("prov:wasGeneratedBy"), reading_of(statement.extractor, read_with))
    yield Triple(about, term("kg:action"), thing("action", statement.action))
    for role, filler in statement.fillers():
        yield Triple(about, ROLES[role], thing("entity", filler.entity.id))
    yield from _qualifiers(about, statement)
    mentions = {thing("statement", statement.id, role.value): (role, filler) for role, filler in statement.fillers()}
    quotes = {thing("statement", statement.id, f"quote-{at}"): quote for at, quote in enumerate(statement.quotes)}
    yield from (Triple(about, term("kg:mention"), node) for node in mentions)
    yield from (Triple(about, term("kg:quote"), node) for node in quotes)
    for node, (role, filler) in mentions.items():
        yield from _mention(node, role, filler, known)
    for node, quote in quotes.items():
        yield from _quote(node, quote)


def _qualifiers(about: NamedNode, statement: Statement) -> Iterator[Triple]:
    for name, property_ in STATEMENT_VALUES.items():
        yield Triple(about, property_, thing("value", getattr(statement, name).value))
    for name, property_ in STATEMENT_TEXTS.items():
        if (value := getattr(statement, name)) is not None:
            yield Triple(about, property_, text(value))
    for name, property_ in STATEMENT_TIMES.items():
        if value := getattr(statement, name):
            yield Triple(about, property_, time(value))
    yield Triple(about, term("kg:confidence"), number(statement.confidence))


def _mention(mention: NamedNode, role: Role, filler: Filler, known: Mapping[str, Entity]) -> Iterator[Triple]:
    """How an article writes an entity, and what differs from how the entity is described."""
    entity, usual = filler.entity, known.get(filler.entity.id)
    yield Triple(mention, TYPE, term("kg:Mention"))
    yield Triple(mention, term("kg:role"), ROLES[role])
    yield Triple(mention, term("kg:mentions"), thing("entity", entity.id))
    yield Triple(mention, term("kg:written"), text(filler.written))
    if usual is None or entity.name != usual.name:
        yield Triple(mention, LABEL, text(entity.name))
    if usual is None or entity.kind != usual.kind:
        yield Triple(mention, term("kg:kind"), term(f"kg:{entity.kind.value}"))
    if usual is None or entity.collective != usual.collective:
        yield Triple(mention, term("kg:collective"), truth(entity.collective))


def _quote(node: NamedNode, quote: Quote) -> Iterator[Triple]:
    yield Triple(node, TYPE, term("kg:Quote"))
    yield Triple(node, term("oa:exact"), text(quote.text))
    if quote.span:
        yield Triple(node, term("oa:start"), integer(quote.span.start))
        yield Triple(node, term("oa:end"), integer(quote.span.end))


def of_entity(entity: Entity) -> Iterator[Triple]:
    """An entity as the graph describes it."""
    about = thing("entity", entity.id)
    yield Triple(about, TYPE, term(f"kg:{entity.kind.value}"))
    yield Triple(about, term("skos:prefLabel"), text(entity.name))
    if entity.collective:
        yield Triple(about, term("kg:collective"), truth(True))
    if entity.wikidata:
        yield Triple(about, term("skos:exactMatch"), term(f"wd:{entity.wikidata}"))


def reading_of(extractor: str, read_with: str) -> NamedNode:
    """The activity by which an extractor, as it was then, read."""
    return thing("reading", digest("r", extractor, read_with))


def of_reading(extractor: str, read_with: str) -> Iterator[Triple]:
    """The activity and the agent; when it was is not told, so that the same graph gives the same bytes."""
    activity, agent = reading_of(extractor, read_with), thing("extractor", extractor)
    yield Triple(activity, TYPE, term("prov:Activity"))
    yield Triple(activity, term("prov:wasAssociatedWith"), agent)
    if read_with:
        yield Triple(activity, term("kg:readWith"), text(read_with))
    yield Triple(agent, TYPE, term("prov:Agent"))
    yield Triple(agent, LABEL, text(extractor))
