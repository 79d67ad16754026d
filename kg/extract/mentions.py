"""Who and what a parsed paragraph names: the ontology's names first, then the parser's, then described groups."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.model import Entity, Kind
from kg.model.identity import entity_id
from kg.ontology import Concept, Ontology
from kg.ontology.frames import Signals

ACTORS = frozenset(Kind) - {Kind.TECHNOLOGY, Kind.PRODUCT, Kind.MEASURE}
"""Kinds that can act or be acted upon."""

_PARSER_KINDS = {"PERSON": Kind.PERSON, "ORG": Kind.COMPANY}
_OFFICE_OF = re.compile(
    r"\b(University|Department|Ministry|Office|Bureau|Court|Council|Board|Commission|Committee) of "
)
_ARTICLE_OR_POSSESSIVE = re.compile(r"^(the|a|an)\s+|['’]s?$", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """Tokens `start` to `end` of a document name `entity`; `concept` is its ontology entry where it has one."""

    start: int
    end: int
    entity: Entity
    concept: Concept | None = None

    def holds(self, token: Token) -> bool:
        """Whether a token is one of the mention's."""
        return self.start <= token.i < self.end


class Mentions:
    """The mentions of one document, looked up by token."""

    def __init__(self, named: Iterable[Named]) -> None:
        self.all = tuple(sorted(named, key=lambda n: (n.start, n.end)))
        self._by_token = {i: mention for mention in self.all for i in range(mention.start, mention.end)}

    def at(self, token: Token) -> Named | None:
        """The mention that a token is part of."""
        return self._by_token.get(token.i)

    def among(self, tokens: Iterable[Token], kinds: frozenset[Kind]) -> list[Named]:
        """The mentions of some kinds that the tokens touch, in the order of the text, each once."""
        met = {mention for token in tokens if (mention := self.at(token)) and mention.entity.kind in kinds}
        return sorted(met, key=lambda mention: mention.start)


def find(doc: Doc, ontology: Ontology, signals: Signals) -> Mentions:
    """All mentions of a document; where two overlap the ontology's wins over the parser's."""
    longer = _long_names(doc, signals)
    known = [n for n in _from_gazetteer(doc, ontology) if _is_nominal(doc, n) and not _is_within(n, longer, doc)]
    taken = {i for named in known for i in range(named.start, named.end)}
    guessed = [n for n in _from_parser(doc, signals, ontology) if taken.isdisjoint(range(n.start, n.end))]
    return Mentions(_described(doc, [*known, *guessed]))


def _long_names(doc: Doc, signals: Signals) -> list[Span]:
    """The parser's organisations whose ending gives their kind away: names that may hold known ones inside."""
    spans = (span for span in doc.ents if span.label_ == "ORG" and len(span) > 2)
    return [span for span in spans if _kind(_name(span), Kind.GROUP, signals) is not Kind.GROUP or _is_titled(span)]


def _is_titled(span: Span) -> bool:
    """Whether the head of a name is a noun of office: "Board of Police Commissioners"."""
    return span.root.lower_ in ("board", "council", "office", "department", "court", "commission", "committee")


def _is_within(named: Named, longer: list[Span], doc: Doc) -> bool:
    """Whether a known name is only a part of a longer one and not its head."""
    inside = (s for s in longer if s.start <= named.start and named.end <= s.end and len(s) > named.end - named.start)
    return any(not named.holds(span.root) for span in inside)


def _from_gazetteer(doc: Doc, ontology: Ontology) -> Iterator[Named]:
    for match in ontology.gazetteer.find(doc.text):
        span = doc.char_span(match.span.start, match.span.end, alignment_mode="expand")
        if span is not None:
            yield Named(span.start, span.end, match.concept.entity, match.concept)


def _is_nominal(doc: Doc, named: Named) -> bool:
    """Lower-case names that are used as verbs or adjectives here ("to police the web") name nobody."""
    last = doc[named.end - 1]
    return last.pos_ not in ("VERB", "AUX", "ADP") or named.end - named.start > 1 or last.text[:1].isupper()


def _from_parser(doc: Doc, signals: Signals, ontology: Ontology) -> Iterator[Named]:
    for span in doc.ents:
        if span.label_ in _PARSER_KINDS and (name := _name(span)) and name not in signals.not_actors:
            concept = ontology.named(name)
            kind = _PARSER_KINDS[span.label_]
            entity = (
                concept.entity if concept else Entity(id=entity_id(name), name=name, kind=_kind(name, kind, signals))
            )
            yield Named(span.start, span.end, entity, concept)


def _name(span: Span) -> str:
    name = _ARTICLE_OR_POSSESSIVE.sub("", span.text).strip(" \"'“”‘’.,")
    return name if name[:1].isupper() and len(name) > 1 else ""


def _kind(name: str, otherwise: Kind, signals: Signals) -> Kind:
    """The kind that the ending of a name gives away ("… Police Department"), the longest ending first."""
    endings = [(ending, kind) for kind, forms in signals.name_endings.items() for ending in forms]
    fitting = [(len(ending), kind) for ending, kind in endings if name == ending or name.endswith(f" {ending}")]
    if not fitting and (match := _OFFICE_OF.search(name)):
        return _kind(match.group(1), otherwise, signals)
    return max(fitting, default=(0, otherwise), key=lambda pair: pair[0])[1]


def _described(doc: Doc, named: list[Named]) -> Iterator[Named]:
    """Groups with what describes them joined on: "Amazon employees" are not Amazon, "police customers" are police."""
    by_end = {mention.end: mention for mention in named}
    absorbed: set[Named] = set()
    for mention in named:
        owner = by_end.get(mention.start)
        if not (mention.concept and mention.concept.collective and owner):
            continue
        if owner.concept and owner.concept.collective:
            absorbed |= {mention, owner}
            yield Named(owner.start, mention.end, owner.entity, owner.concept)
        elif _describes(owner):
            absorbed |= {mention, owner}
            name = doc[owner.start : mention.end].text
            entity = Entity(id=entity_id(name), name=name, kind=mention.entity.kind, collective=True)
            yield Named(owner.start, mention.end, entity, None)
    yield from (mention for mention in named if mention not in absorbed)


def _describes(owner: Named) -> bool:
    return owner.entity.kind in (Kind.COMPANY, Kind.AGENCY, Kind.MILITARY)
