"""Where the arguments of a clause were found: by which noun, at which place of the parse, how far away."""

from collections.abc import Iterator, Mapping
from datetime import date

from spacy.tokens import Token

from kg.extract.analysis import Analysis
from kg.extract.explanation.values import Argument
from kg.extract.proposal import Proposal
from kg.extract.roles import Roles
from kg.extract.scene import Actor, Scene
from kg.extract.themes import IN_ARTICLE, IN_CLAUSE, IN_SENTENCE, Theme
from kg.model import Filler

_DISTANCES: Mapping[int, str] = {
    IN_CLAUSE: "named in the clause",
    IN_SENTENCE: "named in its sentence",
    IN_ARTICLE: "what the article is about",
}
_LABELS: Mapping[str, str] = {
    "nsubj": "subject",
    "nsubjpass": "passive subject",
    "dobj": "object",
    "dative": "recipient",
    "poss": "owner",
    "compound": "noun before",
    "nmod": "noun before",
    "amod": "adjective before",
    "appos": "apposition",
    "conj": "joined to",
}
_DATES = ("since", "until", "duration")
_PHRASES = ("condition", "exception", "scope")


def arguments(roles: Roles, made: Proposal | None, analysis: Analysis) -> Iterator[Argument]:
    """The filled roles of a clause, then what the first of its drafts adds to them."""
    for actor in roles.actors:
        yield Argument("actor", actor.filler.entity.name, _of_actor(actor, analysis.scene))
    for theme in roles.themes:
        yield from _of_theme(theme, roles)
    for party in _others(roles):
        yield Argument("counterparty", party.entity.name, _of_party(party, roles, analysis))
    if made:
        yield from _of_circumstances(made, analysis.today)


def _others(roles: Roles) -> list[Filler]:
    """Those on the other end of what some actor of the clause does."""
    of_any = [party.entity.id for actor in roles.actors or (None,) for party in roles.parties_of(actor)]
    return [party for party in roles.parties if party.entity.id in of_any]


def _of_actor(actor: Actor, scene: Scene) -> str:
    if actor.noun is None:
        return "inferred"
    found = place(actor.noun)
    if actor.inferred:
        found = f"coreference of “{_phrase(actor.noun, scene)}”, {found}"
    return f"{found}, spoken for by {actor.speaker.entity.name}" if actor.speaker else found


def place(noun: Token) -> str:
    """Where a noun stands in the parse: subject of “sells”, after “to”."""
    if noun.dep_ == "pobj":
        return f"after “{noun.head.text}”"
    label = _LABELS.get(noun.dep_, noun.dep_)
    return f"{label}{'' if label.endswith((' to', 'before')) else ' of'} “{noun.head.text}”"


def _phrase(noun: Token, scene: Scene) -> str:
    """A noun with its determiner, or the whole mention that it is part of."""
    if named := scene.mentions.at(noun):
        return scene.words(named)
    return " ".join(t.text for t in (*(c for c in noun.children if c.dep_ in ("det", "poss")), noun))


def _of_theme(theme: Theme, roles: Roles) -> Iterator[Argument]:
    meant = roles.clause.event.technology and not roles.clause.implied
    source = "what the frame itself is about" if meant else _DISTANCES[theme.distance]
    for role, filler in (("technology", theme.technology), ("product", theme.product)):
        if filler:
            yield Argument(role, filler.entity.name, source if meant else f"“{filler.written}”, {source}")


def _of_party(party: Filler, roles: Roles, analysis: Analysis) -> str:
    """The nearest noun of the sentence that names a counterparty, and where it stands."""
    taken = {actor.noun for actor in roles.actors}
    links = (
        (link.steps, candidate.actor)
        for candidate in analysis.candidates
        for link in candidate.links
        if link.roles is roles and candidate.id == party.entity.id and candidate.actor.noun not in taken
    )
    nearest = min(links, key=lambda one: one[0], default=None)
    return _of_actor(nearest[1], analysis.scene) if nearest else f"“{party.written}”"


def _of_circumstances(made: Proposal, today: date | None) -> Iterator[Argument]:
    if measure := made.measure:
        yield Argument("measure", measure.entity.name, f"“{measure.written}”, in the clause")
    if where := made.jurisdiction:
        governed = where.written == where.entity.id
        source = "what its actor or counterparty governs" if governed else f"“{where.written}”, in the clause"
        yield Argument("jurisdiction", where.entity.name, source)
    told_on = f"read on {today}" if today else "the article has no day"
    for names, source in ((_DATES, told_on), (_PHRASES, "words of the sentence")):
        for name in names:
            if value := getattr(made.qualifiers, name):
                yield Argument(name, value, source)
