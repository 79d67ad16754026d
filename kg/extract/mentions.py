"""Who and what a parsed paragraph names: the ontology's names first, then other proper names, then described groups."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract import groups, names
from kg.extract.named import Named
from kg.model import Entity, Kind
from kg.model.identity import entity_id
from kg.ontology import Concept, Ontology
from kg.ontology.frames import Signals

__all__ = ["ACTORS", "Mentions", "Named", "find"]

ACTORS = frozenset(Kind) - {Kind.TECHNOLOGY, Kind.PRODUCT, Kind.MEASURE}
"""Kinds that can act or be acted upon."""

_NAMES = frozenset({"ORG", "PERSON", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"})


class Mentions:
    """The mentions of one document, looked up by token."""

    def __init__(self, named: Iterable[Named]) -> None:
        self.all = tuple(sorted(named, key=lambda n: (n.start, n.end)))
        longest_first = sorted(self.all, key=lambda n: (n.start - n.end, n.start))
        self._by_token = {i: mention for mention in longest_first for i in range(mention.start, mention.end)}

    def at(self, token: Token) -> Named | None:
        """The mention that a token is part of, the narrowest of them: "Chinese" in "Chinese hackers" is China."""
        return self._by_token.get(token.i)

    def among(self, tokens: Iterable[Token], kinds: frozenset[Kind]) -> list[Named]:
        """The mentions of some kinds that the tokens touch, in the order of the text, each once."""
        met = {mention for token in tokens if (mention := self.at(token)) and mention.entity.kind in kinds}
        return sorted(met, key=lambda mention: (mention.start, mention.end, mention.entity.id))


def find(doc: Doc, ontology: Ontology, signals: Signals) -> Mentions:
    """All mentions of a document; where two overlap the ontology's wins over the parser's."""
    known = [n for n in _from_gazetteer(doc, ontology) if _is_nominal(doc, n) and not _is_part_of_name(doc, n, signals)]
    bodies = list(_local_bodies(doc, known, ontology, signals))
    named = [*bodies, *_clear_of(bodies, known)]
    named += _clear_of(named, _proper(doc, ontology, signals))
    shortened = [letters for one in named if (letters := _abbreviation(doc, one))]
    return Mentions(groups.composed(doc, [*shortened, *_clear_of(shortened, named)], signals))


def _abbreviation(doc: Doc, named: Named) -> Named | None:
    """The letters in brackets behind a name that abbreviate it: "National Crime Agency (NCA)"."""
    following = doc[named.end : named.end + 3]
    if len(following) < 3 or (following[0].text, following[2].text) != ("(", ")"):
        return None
    letters = following[1].text
    if named.described or len(letters) < 2 or not letters.isupper() or letters[0] != named.entity.name[0]:
        return None
    return Named(named.end + 1, named.end + 2, named.entity, named.concept)


def _clear_of(taken: Iterable[Named], others: Iterable[Named]) -> list[Named]:
    """Those mentions that share no token with others."""
    tokens = {i for named in taken for i in range(named.start, named.end)}
    return [named for named in others if tokens.isdisjoint(range(named.start, named.end))]


def _from_gazetteer(doc: Doc, ontology: Ontology) -> Iterator[Named]:
    for match in ontology.gazetteer.find(doc.text):
        span = doc.char_span(match.span.start, match.span.end, alignment_mode="expand")
        if span is not None:
            yield Named(span.start, span.end, match.concept.entity, match.concept)


def _is_nominal(doc: Doc, named: Named) -> bool:
    """Lower-case names that are used as verbs or adjectives here ("to police the web") name nobody."""
    last = doc[named.end - 1]
    return last.pos_ not in ("VERB", "AUX", "ADP") or named.end - named.start > 1 or last.text[:1].isupper()


def _is_part_of_name(doc: Doc, named: Named, signals: Signals) -> bool:
    """Whether a known name is only a part of a longer one: "Texas" of a university, "Group" of a company."""
    ent = _around(doc, named)
    if ent is None or ent.end - ent.start <= named.end - named.start or ent.label_ not in _NAMES:
        return False
    if named.described:
        return doc[named.start].text[:1].isupper()
    if ent.label_ != "ORG" or named.holds(ent.root):
        return False
    titled = names.ending_kind(names.written(ent), signals) is not None
    is_place = named.concept is not None and named.concept.family == "places"
    return titled or (is_place and ent.root.pos_ == "PROPN")


def _around(doc: Doc, named: Named) -> Span | None:
    """The parser's name that a known one lies in."""
    return next((span for span in doc.ents if span.start <= named.start and named.end <= span.end), None)


def _local_bodies(doc: Doc, known: list[Named], ontology: Ontology, signals: Signals) -> Iterator[Named]:
    """Public bodies called by their place: "Oakland police", "the Ohio attorney general"."""
    for place in known:
        if place.concept is None or place.concept.family != "places":
            continue
        if body := names.local_body(doc, place.start, place.end, signals):
            yield _named(body, ontology)


def _proper(doc: Doc, ontology: Ontology, signals: Signals) -> Iterator[Named]:
    yield from (_named(found, ontology) for found in names.find(doc, signals))


def _named(found: names.ProperName, ontology: Ontology) -> Named:
    concept = ontology.named(found.name)
    return Named(found.start, found.end, _entity(found, concept), concept)


def _entity(found: names.ProperName, concept: Concept | None) -> Entity:
    return concept.entity if concept else Entity(id=entity_id(found.name), name=found.name, kind=found.kind)
