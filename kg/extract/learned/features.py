"""What a candidate looks like: its words, its place in the parse, and how the grammar's clauses stand to it.

A feature is a name and its weight. Words come with their classes (ontology/frames/word_classes.yaml), so that what was
learned of "criticise" holds for "lambaste" too.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from spacy.tokens import Token

from kg.extract import syntax
from kg.extract.analysis import Analysis
from kg.extract.candidates import Candidate, Link
from kg.extract.scene import Scene
from kg.model import Kind

Features = Mapping[str, float]
Named = tuple[str, str]
"""What is told of a candidate, and the word that tells it."""

_WEIGHT_OF_SENTENCE = 0.7
_WEIGHT_OF_TOPIC = 0.5
_MODIFYING = frozenset({"conj", "appos", "compound", "poss", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
_THEMES = frozenset({Kind.TECHNOLOGY, Kind.PRODUCT, Kind.MEASURE})


def describe(candidate: Candidate, analysis: Analysis) -> Features:
    """All features of a candidate in its sentence."""
    return {**of_sentence(analysis), **of_candidate(candidate, analysis)}


def of_sentence(analysis: Analysis) -> Features:
    """The features that a sentence gives to each of its candidates."""
    features = dict.fromkeys(_of_sentence(analysis), 1.0)
    features |= dict.fromkeys(_of_theme(analysis), _WEIGHT_OF_TOPIC)
    return features | dict.fromkeys(_worded(_of_context(analysis), _classes(analysis)), _WEIGHT_OF_SENTENCE)


def of_candidate(candidate: Candidate, analysis: Analysis) -> Features:
    """The features of a candidate itself: who it is, where it stands, what it does."""
    of_words = chain(_of_place(candidate), _of_deeds(candidate, analysis.scene), _of_modifiers(candidate.noun))
    plain = chain(_of_actor(candidate), _of_links(candidate))
    return dict.fromkeys(chain(plain, _worded(of_words, _classes(analysis))), 1.0)


def _classes(analysis: Analysis) -> Mapping[str, tuple[str, ...]]:
    return analysis.scene.ontology.frames.classes


def _worded(named: Iterable[Named], classes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Features of words: each by its lemma and by its classes; of words joined by ":" the last one counts."""
    for name, word in named:
        yield f"{name}={word}"
        lead, _, last = word.rpartition(":")
        yield from (f"{name}={lead}#{each}" for each in classes.get(last, ()))


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _of_actor(candidate: Candidate) -> Iterator[str]:
    entity, noun = candidate.actor.filler.entity, candidate.noun
    yield f"kind={entity.kind}"
    yield f"kind+label={entity.kind}+{noun.dep_}"
    yield f"label={noun.dep_}"
    yield f"coreferent={candidate.actor.inferred}"
    yield f"collective={entity.collective}"
    yield f"speaks-for={candidate.actor.speaker is not None}"
    if noun.pos_ == "PRON":
        yield "pronoun"


def _phrase_head(noun: Token) -> Token:
    """The noun whose phrase a noun belongs to: "Amazon's" in "Amazon's moratorium on"."""
    head = noun
    while head.dep_ in _MODIFYING and head.head != head and head.head.pos_ in _NOMINAL:
        head = head.head
    return head


def _of_place(candidate: Candidate) -> Iterator[Named]:
    """Where the noun stands: what it modifies, and the verb or preposition over its phrase."""
    noun, head = candidate.noun, _phrase_head(candidate.noun)
    over = head.head
    place = _place(noun, head)
    if head != noun:
        yield "owner", _lemma(head)
        yield "modifies", f"{noun.dep_}:{_lemma(noun.head)}"
    yield "place", place
    yield "over", _lemma(over)
    yield "place+over", f"{place}:{_lemma(over)}"
    if over.pos_ == "ADP":
        yield "preposition", over.lower_
        yield "preposition+over", f"{over.lower_}:{_lemma(over.head)}"
    if over.dep_ in ("xcomp", "ccomp", "conj", "advcl", "acl", "relcl"):
        yield "clause", over.dep_
        yield "clause+over", f"{over.dep_}:{_lemma(over.head)}"


def _place(noun: Token, head: Token) -> str:
    passive = head.head.pos_ in ("VERB", "AUX") and syntax.is_passive(head.head)
    inside = "" if noun == head else f"{noun.dep_}>"
    return f"{inside}{head.dep_}{'-passive' if passive else ''}"


def _of_deeds(candidate: Candidate, scene: Scene) -> Iterator[Named]:
    """What the noun's phrase does, if it is a subject or an agent; else what is done to it, and by whom."""
    head = _phrase_head(candidate.noun)
    if head.dep_ in _SUBJECT or (head.dep_ == "pobj" and head.head.dep_ == "agent"):
        verb = head.head if head.dep_ in _SUBJECT else head.head.head
        for deed in syntax.undertakings(verb):
            yield from _of_deed(deed, scene)
    else:
        yield from _of_others_deed(head, scene)


def _of_deed(verb: Token, scene: Scene) -> Iterator[Named]:
    yield "does", ("passive:" if syntax.is_passive(verb) else "") + _lemma(verb)
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield from _of_object(verb, child, scene)
        elif child.dep_ in ("prep", "prt"):
            yield "does+particle", f"{child.lower_}:{_lemma(verb)}"
            yield from (("to", f"{child.lower_}:{_lemma(noun)}") for noun in child.children)
            yield from (("object-of-object", _lemma(noun)) for noun in child.children)
        elif child.dep_ == "neg":
            yield "not", _lemma(verb)
        elif child.dep_ in ("aux", "advmod"):
            yield child.dep_, child.lower_
        elif child.dep_ == "ccomp":
            yield from _of_words_said(child)


def _of_object(verb: Token, noun: Token, scene: Scene) -> Iterator[Named]:
    yield "does+object", f"{_lemma(verb)}:{_lemma(noun)}"
    yield "object", _lemma(noun)
    if named := scene.mentions.at(noun):
        yield "object-kind", str(named.entity.kind)
        yield "object-kind+does", f"{named.entity.kind}:{_lemma(verb)}"
    for child in noun.children:
        if child.dep_ == "prep":
            yield from (("object-of-object", _lemma(below)) for below in child.children)
            yield from (("object+prep", f"{_lemma(noun)}:{child.lower_}:{_lemma(below)}") for below in child.children)
        elif child.dep_ in ("amod", "compound"):
            yield "object-modifier", _lemma(child)


def _of_words_said(clause: Token) -> Iterator[Named]:
    yield "says", _lemma(clause)
    for token in clause.subtree:
        if token.is_alpha and not token.is_stop:
            yield "says-word", _lemma(token)
        elif token.dep_ == "aux":
            yield "says-aux", token.lower_


def _of_others_deed(head: Token, scene: Scene) -> Iterator[Named]:
    verb = head.head
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "agent") and child != head:
            named = scene.mentions.at(child)
            yield "done-by", str(named.entity.kind) if named else child.pos_
            yield "done", _lemma(verb)
        elif child.dep_ in ("dobj", "prep") and child != head:
            yield "done+beside", f"{_lemma(verb)}:{_lemma(child)}"


def _of_modifiers(noun: Token) -> Iterator[Named]:
    for child in noun.children:
        if child.dep_ in ("relcl", "acl", "appos"):
            yield "described", _lemma(child)
        elif child.dep_ in ("amod", "compound", "poss"):
            yield "modifier", _lemma(child)


def _of_links(candidate: Candidate) -> Iterator[str]:
    """How the grammar sees it: the closest clause of each action, and the proposals that it warrants."""
    for action in sorted({link.action for link in candidate.links}):
        if link := candidate.closest(action):
            yield from _of_link(link)
    yield from (f"proposed={proposal.action}" for proposal in candidate.proposals)


def _of_link(link: Link) -> Iterator[str]:
    near = link.relation if link.relation != "apart" else f"apart-{min(link.steps, 6)}"
    yield f"link={link.action}"
    yield f"link+relation={link.action}:{near}"
    yield f"link+told={link.action}:{link.told}"
    yield f"link+word={link.action}:{_lemma(link.roles.clause.token)}"
    yield f"link+path={link.action}:{link.path}"


def _of_sentence(analysis: Analysis) -> Iterator[str]:
    sentence = analysis.sentence
    yield f"in-title={analysis.is_title}"
    yield f"quotes={any(token.is_quote for token in sentence)}"
    yield f"names-theme={bool(analysis.scene.mentions.among(sentence, _THEMES))}"


def _of_context(analysis: Analysis) -> Iterator[Named]:
    yield "root", _lemma(analysis.sentence.root)
    yield from (("word", _lemma(t)) for t in analysis.sentence if t.is_alpha and not t.is_stop)


def _of_theme(analysis: Analysis) -> Iterator[str]:
    yield f"topic={analysis.topic.concept.slug}"
    themes = analysis.scene.mentions.among(analysis.sentence, _THEMES)
    yield from (f"theme={theme.entity.id}" for theme in themes)
