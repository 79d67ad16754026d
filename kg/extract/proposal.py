"""One clause read into what may become a statement: roles filled, needs checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract import modality, qualifiers, roles
from kg.extract.clauses import Clause
from kg.extract.mentions import Named
from kg.extract.modality import Meaning
from kg.extract.qualifiers import Qualifiers
from kg.extract.roles import Actor, Scene
from kg.model import PUBLIC_BODIES, Certainty, Filler, Kind, Status
from kg.ontology import Concept
from kg.ontology.frames import Effect, Need, Topic


@dataclass(frozen=True)
class Proposal:
    """A statement before its article is known: roles, action, qualifiers, and how sure the reading is (0 to 1)."""

    action: str
    actor: Actor | None
    technology: Filler | None
    product: Filler | None
    counterparty: Filler | None
    measure: Filler | None
    jurisdiction: Filler | None
    status: Status
    certainty: Certainty
    qualifiers: Qualifiers
    confidence: float


@dataclass(frozen=True)
class Theme:
    """What a clause is about; `distance` is 0 in the clause, 1 in the sentence, 2 in the article."""

    technology: Filler | None = None
    product: Filler | None = None
    distance: int = 0


def read(clause: Clause, sentence: Span, scene: Scene, topic: Concept | None, quals: Qualifiers) -> Iterator[Proposal]:
    """The proposals of one clause: one for every actor, theme and counterparty that it coordinates."""
    state = modality.meaning(clause, scene.signals)
    if state is None:
        return
    for actor in roles.actors(clause, scene) or _nobody(clause):
        own = Need.TECHNOLOGY if clause.implied else clause.event.needs
        for theme in _themes(clause, sentence, scene, topic):
            for party in _parties(clause, scene, actor):
                proposal = _proposal(clause, state, actor, theme, party, scene, quals)
                if proposal and _is_warranted(own, proposal, theme, scene, clause):
                    yield proposal


_PASSIVES = frozenset({"sues", "bans", "penalizes", "uses", "investigates"})


def _nobody(clause: Clause) -> tuple[None, ...]:
    """A passive without an agent has an unspecified actor, where the action is worth reporting without one."""
    from kg.extract import syntax

    verb = clause.top
    passive = verb.pos_ in ("VERB", "AUX") and syntax.is_passive(verb)
    return (None,) if passive and clause.event.action in _PASSIVES else ()


def _parties(clause: Clause, scene: Scene, actor: Actor | None) -> list[Filler | None]:
    return [*roles.counterparties(clause, scene, actor)] or [None]


def _themes(clause: Clause, sentence: Span, scene: Scene, topic: Concept | None) -> list[Theme]:
    if clause.event.technology and not clause.implied:
        concept = scene.ontology.concept(clause.event.technology)
        return [Theme(technology=Filler(entity=concept.entity, written=concept.name))]
    found = _as_themes(roles.themes(clause, scene), scene, 0)
    if not found and clause.event.topic is not Topic.CLAUSE:
        found = _of_measures(roles.measures(clause, scene), scene)
    if not found and clause.event.topic is not Topic.CLAUSE:
        whole = scene.mentions.among(sentence, frozenset({Kind.TECHNOLOGY, Kind.PRODUCT}))
        found = _as_themes(whole, scene, 1)[:1]
    if not found and topic and (_reaches_article(clause) or roles.points_back(clause, scene)):
        found = [Theme(technology=Filler(entity=topic.entity, written=topic.name), distance=2)]
    return found or [Theme()]


def _reaches_article(clause: Clause) -> bool:
    """Whether the article's technology may be meant: by its frame, or as what somebody is banned from."""
    return clause.event.topic is Topic.ARTICLE or (clause.implied and clause.has(Effect.PROHIBIT))


def _of_measures(named: list[Named], scene: Scene) -> list[Theme]:
    """The technologies that named measures are about: net neutrality rules, the AI Act."""
    slugs = dict.fromkeys(mention.concept.technology for mention in named if mention.concept)
    concepts = [scene.ontology.concept(slug) for slug in slugs if slug]
    return [Theme(technology=Filler(entity=concept.entity, written=concept.name)) for concept in concepts]


def _as_themes(named: list[Named], scene: Scene, distance: int) -> list[Theme]:
    themes: dict[tuple[str | None, str | None], Theme] = {}
    for mention in named:
        filler = Filler(entity=mention.entity, written=scene.words(mention))
        if mention.entity.kind is Kind.PRODUCT:
            concept = scene.ontology.concepts.get(mention.concept.technology or "") if mention.concept else None
            broad = Filler(entity=concept.entity, written=concept.name) if concept else None
            themes.setdefault((broad.entity.id if broad else None, mention.entity.id), Theme(broad, filler, distance))
        else:
            themes.setdefault((mention.entity.id, None), Theme(filler, None, distance))
    products = {key[0] for key in themes if key[1]}
    return [theme for key, theme in themes.items() if key[1] or key[0] not in products]


def _proposal(
    clause: Clause,
    state: Meaning,
    actor: Actor | None,
    theme: Theme,
    party: Filler | None,
    scene: Scene,
    quals: Qualifiers,
) -> Proposal | None:
    entity = actor.filler.entity if actor else None
    action = modality.action(clause, state, entity.kind if entity else None)
    if action == "restricts_use" and _cuts_off(clause, entity, party):
        action = "restricts_sale"
    if action is None:
        return None
    return Proposal(
        action=action,
        actor=actor,
        technology=theme.technology,
        product=theme.product,
        counterparty=party,
        measure=_measure(clause, state, action, scene),
        jurisdiction=qualifiers.jurisdiction(entity, party, clause, scene),
        status=state.status,
        certainty=state.certainty,
        qualifiers=quals,
        confidence=_confidence(clause, actor, theme),
    )


def _cuts_off(clause: Clause, actor: object, party: Filler | None) -> bool:
    """A vendor that restricts the use of others restricts its sale to them (codebook)."""
    kind = getattr(actor, "kind", None)
    return kind is Kind.COMPANY and party is not None and party.entity.kind in PUBLIC_BODIES


_TAKES_MEASURE = frozenset({"supports", "opposes", "proposes", "repeals", "authorizes"})


def _measure(clause: Clause, state: Meaning, action: str, scene: Scene) -> Filler | None:
    if action not in _TAKES_MEASURE:
        return None
    if state.lifted or any(g.operator.effect is Effect.PROHIBIT for g in clause.governors):
        return _measure_named("ban", scene)
    if named := roles.measures(clause, scene):
        return Filler(entity=named[0].entity, written=scene.words(named[0]))
    return _measure_under(clause, scene)


def _measure_under(clause: Clause, scene: Scene) -> Filler | None:
    """The measure that the words under an attitude mean: "calls for banning", "wants to regulate"."""
    for token in clause.token.subtree:
        name = scene.signals.measure_nouns.get(token.lemma_.lower())
        if token != clause.token and name:
            return _measure_named(name, scene)
        if token != clause.token and token.lemma_.lower() in ("regulate", "prohibit"):
            return _measure_named("regulation" if token.lemma_.lower() == "regulate" else "ban", scene)
    return None


def _measure_named(name: str, scene: Scene) -> Filler | None:
    concept = scene.ontology.named(name, "measures")
    return Filler(entity=concept.entity, written=name) if concept else None


def _is_warranted(need: Need, proposal: Proposal, theme: Theme, scene: Scene, clause: Clause) -> bool:
    """Whether the clause has what its event needs (ontology/frames/events.yaml explains each need)."""
    themed = theme.technology is not None or theme.product is not None
    near = themed and theme.distance < 2
    party = proposal.counterparty is not None
    match need:
        case Need.TECHNOLOGY:
            shut_out = clause.implied and clause.has(Effect.PROHIBIT) and _is_vendor(proposal.counterparty)
            return near or (themed and (shut_out or roles.points_back(clause, scene)))
        case Need.DATA:
            data = any(t.lemma_.lower() in scene.signals.data_nouns for t in clause.token.subtree)
            return (themed and data) or (near and theme.distance == 0)
        case Need.MEASURE:
            return themed and (proposal.measure is not None or theme.distance == 0)
        case Need.PARTY:
            return themed and party
        case Need.COMPANY:
            return themed and party and proposal.counterparty.entity.kind is Kind.COMPANY  # type: ignore[union-attr]
        case Need.BOTH:
            return near and party
        case Need.DOMAIN:
            return themed and (theme.distance == 0 or proposal.measure is not None or _is_addressed(proposal))
        case Need.TOPIC:
            return near or (themed and party)


def _is_vendor(party: Filler | None) -> bool:
    return party is not None and party.entity.kind is Kind.COMPANY


def _is_addressed(proposal: Proposal) -> bool:
    """Whether somebody with power to bind is urged or criticised: then the article's technology is meant."""
    return proposal.counterparty is not None and proposal.counterparty.entity.kind in PUBLIC_BODIES


def _confidence(clause: Clause, actor: Actor | None, theme: Theme) -> float:
    """A first estimate: what was read from the clause itself is surer than what was looked for around it."""
    sure = 0.9 - 0.15 * theme.distance - (0.2 if actor is None else 0.15 if actor.inferred else 0.0)
    return round(max(sure - (0.1 if clause.implied else 0.0), 0.1), 2)
