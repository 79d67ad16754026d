"""The policy that a clause is for, against, or part of the way to."""

from kg.extract import reach
from kg.extract.clauses import Clause
from kg.extract.modality import Meaning
from kg.extract.scene import Scene
from kg.model import Filler
from kg.ontology.frames import Effect

_BAN = "ban"


def find(clause: Clause, state: Meaning, scene: Scene) -> Filler | None:
    """The measure of a clause, where its event takes one: what it names, or what the words under it mean."""
    if state.lifted or (clause.event.measure and clause.has(Effect.PROHIBIT)):
        return _of_kind(_BAN, scene)
    if not clause.event.measure:
        return None
    named = reach.measures(clause, scene)
    return Filler(entity=named[0].entity, written=scene.words(named[0])) if named else _meant(clause, scene)


def _meant(clause: Clause, scene: Scene) -> Filler | None:
    """The kind that a noun or verb under the event means: "calls for banning", "wants to regulate"."""
    under = (token for token in clause.token.subtree if token != clause.token and token.dep_ != "compound")
    words = (token.lemma_.lower() for token in under if scene.mentions.at(token) is None)
    kind = next((name for word in words if (name := scene.signals.measure_words.get(word))), None)
    return _of_kind(kind, scene) if kind else None


def _of_kind(name: str, scene: Scene) -> Filler | None:
    concept = scene.ontology.named(name, "measures")
    return Filler(entity=concept.entity, written=name) if concept else None
