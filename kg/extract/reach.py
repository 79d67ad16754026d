"""What a clause reaches: the words of its event and operators, and the technologies and measures among them."""

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.extract.mentions import Named
from kg.extract.scene import Scene
from kg.model import Kind

_THEMES = frozenset({Kind.TECHNOLOGY, Kind.PRODUCT})
_MEASURES = frozenset({Kind.MEASURE})


def themes(clause: Clause, scene: Scene) -> list[Named]:
    """The technologies and products that the clause is about."""
    return scene.mentions.among(field(clause), _THEMES)


def measures(clause: Clause, scene: Scene) -> list[Named]:
    """The measures named in the clause."""
    return scene.mentions.among(field(clause), _MEASURES)


def field(clause: Clause) -> list[Token]:
    """All tokens that the event and the nouns of its operators reach."""
    reached = list(syntax.region(clause.token))
    for governor in clause.governors:
        reached.extend(syntax.region(governor.token))
    token = clause.token
    if token.pos_ in ("VERB", "AUX"):
        if patient := syntax.passive_subject(token):
            reached.extend(patient.subtree if patient.i < token.i and token.dep_ != "acl" else syntax.phrase(patient))
        if token.dep_ in ("relcl", "acl"):
            reached.extend(syntax.phrase(token.head))
    subjects = (s for verb in clause.tokens if (s := syntax.subject(verb)) and s != clause.token)
    own_subjects = {t for s in subjects for t in syntax.phrase(s)}
    return [t for t in reached if t not in own_subjects]
