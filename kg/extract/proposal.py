"""One clause read into what may become a statement: roles filled, needs checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import hearsay, measures, qualifiers, syntax, themes
from kg.extract.clauses import Clause
from kg.extract.modality import Meaning
from kg.extract.qualifiers import Qualifiers
from kg.extract.roles import Roles
from kg.extract.scene import Actor, Scene
from kg.extract.themes import Theme
from kg.model import PUBLIC_BODIES, Certainty, Filler, Kind, Status
from kg.ontology.frames import Need


@dataclass(frozen=True)
class Proposal:
    """A statement before its article is known: roles, action, qualifiers, and how sure the reading is (0 to 1)."""

    clause: Clause
    action: str
    actor: Actor | None
    theme: Theme
    counterparty: Filler | None
    measure: Filler | None
    jurisdiction: Filler | None
    status: Status
    certainty: Certainty
    qualifiers: Qualifiers
    confidence: float


def read(roles: Roles, scene: Scene, quals: Qualifiers) -> Iterator[Proposal]:
    """The proposals of one clause that it warrants."""
    return (each for each in drafts(roles, scene, quals) if each.theme and unmet(each, scene, roles.clause) is None)


def drafts(roles: Roles, scene: Scene, quals: Qualifiers) -> Iterator[Proposal]:
    """What a clause may mean, needs unchecked: one for every actor, theme and counterparty that it coordinates."""
    for actor in roles.actors or _nobody(roles.clause):
        action = roles.action_of(actor)
        for theme in roles.themes if action else ():
            for party in roles.parties_of(actor) or (None,):
                yield build(roles, str(action), actor, theme, party, scene, quals)


def _nobody(clause: Clause) -> tuple[None, ...]:
    """A passive without an agent has an unspecified actor, where the event is worth reporting without one."""
    verb = clause.top
    passive = verb.pos_ in ("VERB", "AUX") and syntax.is_passive(verb)
    return (None,) if passive and clause.event.agentless else ()


def build(
    roles: Roles, action: str, actor: Actor | None, theme: Theme, party: Filler | None, scene: Scene, quals: Qualifiers
) -> Proposal:
    """A proposal of one filler a role. What is told as no fact, yet wanted as one, is taken as plainly told."""
    clause, meaning = roles.clause, roles.meaning or Meaning()
    entity = actor.filler.entity if actor else None
    return Proposal(
        clause=clause,
        action=action,
        actor=actor,
        theme=theme,
        counterparty=party,
        measure=measures.find(clause, meaning, scene),
        jurisdiction=qualifiers.jurisdiction(entity, party, clause, scene),
        status=meaning.status,
        certainty=_certainty(clause, meaning, scene),
        qualifiers=quals,
        confidence=_confidence(clause, actor, theme),
    )


def _certainty(clause: Clause, meaning: Meaning, scene: Scene) -> Certainty:
    claimed = hearsay.is_hedged(clause, clause.token.sent, scene.signals)
    return Certainty.HEDGED if claimed else meaning.certainty


def unmet(proposal: Proposal, scene: Scene, clause: Clause) -> Need | None:
    """What the event needs and its clause lacks (ontology/frames/events.yaml explains each need), if it does."""
    need = Need.TECHNOLOGY if clause.implied else clause.event.needs
    return None if _meets(need, proposal, scene, clause) else need


def _meets(need: Need, proposal: Proposal, scene: Scene, clause: Clause) -> bool:
    theme, party = proposal.theme, proposal.counterparty.entity.kind if proposal.counterparty else None
    match need:
        case Need.TECHNOLOGY:
            shut_out = (themes.shuts_out(clause) and party is Kind.COMPANY) or _cut_off(clause, party)
            return theme.near or shut_out or themes.points_back(clause, scene)
        case Need.DATA:
            return theme.distance == themes.IN_CLAUSE or _speaks_of_data(clause, scene)
        case Need.MEASURE:
            return theme.distance == themes.IN_CLAUSE or proposal.measure is not None
        case Need.PARTY:
            return party is not None
        case Need.COMPANY:
            return party is Kind.COMPANY
        case Need.BOTH:
            return theme.near and party is not None
        case Need.DOMAIN:
            addressed = proposal.measure is not None or party in PUBLIC_BODIES
            return theme.distance == themes.IN_CLAUSE or addressed
        case Need.TOPIC:
            return theme.near or party is not None


def _cut_off(clause: Clause, party: Kind | None) -> bool:
    """Whether a supply to somebody is stopped, which is news of what the article is about."""
    return party is not None and clause.hindered and clause.event.action == "sells"


def _speaks_of_data(clause: Clause, scene: Scene) -> bool:
    return any(token.lemma_.lower() in scene.signals.data_nouns for token in clause.token.subtree)


def _confidence(clause: Clause, actor: Actor | None, theme: Theme) -> float:
    """A first estimate: what was read from the clause itself is surer than what was looked for around it."""
    sure = 0.9 - 0.15 * theme.distance - (0.2 if actor is None else 0.15 if actor.inferred else 0.0)
    return round(max(sure - (0.1 if clause.implied else 0.0), 0.1), 2)
