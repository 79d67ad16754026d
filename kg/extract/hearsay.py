"""Whether a clause is told on somebody's word alone: words outside its chain of operators that make it uncertain."""

from itertools import pairwise

from spacy.tokens import Span, Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.ontology.frames import Signals


def is_hedged(clause: Clause, sentence: Span, signals: Signals) -> bool:
    """Whether a clause is a claim, a worry, or the word of a source without a name."""
    over = [clause.token, *clause.token.ancestors]
    reported = any(_is_claimed(token, below, signals) for below, token in pairwise(over))
    return reported or _is_worry(clause, signals) or any(_is_rumour(token, over, signals) for token in sentence)


def _is_claimed(verb: Token, below: Token, signals: Signals) -> bool:
    """Whether what lies under a verb is only claimed ("alleges that") or told by people without a name."""
    told = below.dep_ in ("ccomp", "xcomp", "parataxis", "prep", "advcl") and verb.pos_ == "VERB"
    if not told:
        return False
    if verb.lemma_.lower() in signals.claiming_verbs:
        return True
    teller = syntax.subject(verb) if verb.lemma_.lower() in signals.reporting_verbs else None
    return teller is not None and _is_nameless(teller, signals)


def _is_nameless(teller: Token, signals: Signals) -> bool:
    """Whether tellers are sources that the text keeps from naming: "officials", "people briefed on the matter"."""
    named = any(child.dep_ in ("appos", "poss") for child in teller.children)
    return teller.lower_ in signals.nameless_sources and not named


def _is_worry(clause: Clause, signals: Signals) -> bool:
    """Whether an attitude is a concern and no demand: "fears that", "has concerns about"."""
    words = [*clause.tokens, *(child for child in clause.token.children if child.dep_ == "dobj")]
    return clause.event.attitude and any(token.lemma_.lower() in signals.worries for token in words)


def _is_rumour(token: Token, over: list[Token], signals: Signals) -> bool:
    """Whether a word of the sentence marks what it stands over as hearsay: "reportedly", "according to reports"."""
    if token.lower_ in signals.hedges:
        return token.head in over or token.head.is_ancestor(over[0])
    if token.lower_ == "according":
        sources = (noun for prep in token.children for noun in prep.children if noun.dep_ == "pobj")
        return any(noun.lower_ in signals.nameless_sources for noun in sources)
    return False
