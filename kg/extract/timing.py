"""When a clause holds: the dates and spans of time that belong to its words, and not to those of its neighbours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span, Token

from kg.extract import syntax
from kg.extract.clauses import Clause
from kg.model.dates import first_day, last_day
from kg.ontology.frames import Signals
from kg.resolve import dates
from kg.resolve.dates import Dated, Outlook

_ENDS = frozenset({"until", "till", "through", "by", "before"})
_FARTHER = frozenset({"ahead", "after", "prior", "than"})
_TO_END = re.compile(r"\s*(?:and|to|until|till|through|[-–—])\s*", re.IGNORECASE)
_LASTING = frozenset({"for", "of", "over", "within", "during"})
_DURING = frozenset({"amod", "compound", "nummod", "npadvmod", "dobj", "prep"})
_ELSEWHERE = frozenset({"relcl", "appos", "poss", "csubj", "acl", "amod", "compound", "nmod"})
_REMARKS = frozenset({"relcl", "appos"})
_DESCRIPTIONS = frozenset({"appos"})
_SUBJECTS = syntax.SUBJECTS | syntax.PASSIVE_SUBJECTS


@dataclass(frozen=True)
class When:
    """A date in a sentence: its words, the token that governs them, and whether it is an end ("until", "by")."""

    words: Span
    head: Token
    ends: bool


@dataclass(frozen=True)
class Timing:
    """Since when and until when (partial ISO dates), and for how long (ISO duration), as far as it is said."""

    since: str | None = None
    until: str | None = None
    duration: str | None = None


def read(clause: Clause, sentence: Span, signals: Signals, today: date | None) -> Timing:
    """The timing of a clause. Its own dates win over those of the verbs that report it ("said on Monday that …")."""
    heads, named = _over(clause, signals), tuple(named_in(sentence, signals, today))
    placed = [(rank, when) for when in named if (rank := _rank(when, heads)) is not None]
    starts = [(rank, when) for rank, when in placed if not when.ends]
    ends = [(rank, when) for rank, when in placed if when.ends and rank < len(clause.tokens)]
    start = min(starts, key=lambda pair: pair[0], default=(0, _only(clause, named)))[1]
    end = min(ends, key=lambda pair: pair[0], default=(0, None))[1]
    since = value(start, signals, today)
    until = value(end, signals, today)
    backwards = since and until and first_day(since) > last_day(until)
    return Timing(since, None if backwards else until, _duration(clause))


def _only(clause: Clause, named: tuple[When, ...]) -> When | None:
    """The date of a sentence that names just one, where nothing sets its verb apart from the clause."""
    named = tuple(when for when in named if not when.ends)
    if len(named) != 1:
        return None
    head, token = named[0].head, clause.token
    apart = _is_aside(head, token, _REMARKS) or _is_aside(token, head, _DESCRIPTIONS)
    return None if apart else named[0]


def _is_aside(token: Token, other: Token, asides: frozenset[str]) -> bool:
    """Whether a token stands in a remark of which another is no part."""
    for above in (token, *token.ancestors):
        if above == other or above.is_ancestor(other):
            return False
        if above.dep_ in asides:
            return True
    return False


def named_in(sentence: Span, signals: Signals, today: date | None) -> Iterator[When]:
    """The dates of a sentence; of a range the second is an end and hangs where the first does."""
    first: When | None = None
    for dated in dates.find(sentence.text, today):
        words = _words_of(dated, sentence)
        if words is None or _is_label(words, signals):
            continue
        if first is not None and _closes_range(first, words):
            first = When(words, first.head, ends=True)
        else:
            marks = _marks(words)
            if marks & _FARTHER:
                continue
            first = When(words, _governor(words), ends=bool(marks & _ENDS))
        yield first


def _words_of(dated: Dated, sentence: Span) -> Span | None:
    start = sentence.start_char
    span: Span | None = sentence.doc.char_span(start + dated.start, start + dated.end, alignment_mode="expand")
    return span


def _is_label(words: Span, signals: Signals) -> bool:
    """Whether a year only tells one thing from others: "the 2020 election"; "a 2009 ruling" was made in that year."""
    token = words.root
    if len(words) > 1 or not token.is_digit:
        return False
    named_so = token.dep_ in ("nummod", "compound", "amod", "nmod") and token.head.i > token.i
    entitled = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "PROPN"
    other = named_so and token.head.lemma_.lower() not in signals.dated_nouns
    return other or entitled or token.ent_type_ not in ("DATE", "")


def _marks(words: Span) -> frozenset[str]:
    """The small words right before a date, or its first: what it is said to be."""
    before = words.doc[max(words.start - 2, words.sent.start) : words.start + 1]
    nearest = [token.lower_ for token in before if token.pos_ in ("ADP", "SCONJ", "ADV")]
    return frozenset(nearest[-2:])


def _closes_range(first: When, words: Span) -> bool:
    between = words.doc[first.words.end : words.start].text
    opened = _marks(first.words) & {"between", "from", "since"}
    return bool(opened) and bool(_TO_END.fullmatch(between) or words[0].lower_ in ("to", "until", "and"))


def _governor(words: Span) -> Token:
    """What a date modifies: the head of its words, past the prepositions that lead to it."""
    head: Token = words.root.head
    while head.pos_ in ("ADP", "SCONJ") and head.head != head:
        head = head.head
    return head


def _over(clause: Clause, signals: Signals) -> dict[Token, int]:
    """The tokens whose dates count for a clause, the nearest first: its own, then those over it that report it."""
    tokens = list(clause.tokens)
    token = clause.top
    while token.head != token and not _is_apart(token, signals):
        token = token.head
        tokens.append(token)
    return {token: rank for rank, token in reversed(list(enumerate(tokens)))}


def _is_apart(token: Token, signals: Signals) -> bool:
    """Whether what stands over a token has a time of its own: an event in a relative clause, a reason, a subject."""
    if token.dep_ in _SUBJECTS:
        return token.head.lemma_.lower() not in signals.beginning_verbs
    if token.dep_ == "pcomp" and token.tag_ == "VBG":
        return token.head.lower_ in ("for", "of", "after", "before", "since")
    return token.dep_ in _ELSEWHERE


def _rank(when: When, heads: dict[Token, int]) -> int | None:
    """How near a date is to the clause; None where it belongs to another."""
    token = when.head
    while token not in heads:
        if token.head == token or (token.pos_ in ("VERB", "AUX") and not _is_participle_of(token, heads)):
            return None
        if token.dep_ in _SUBJECTS or token.dep_ in ("relcl", "appos", "conj"):
            return None
        token = token.head
    return heads[token]


def _is_participle_of(token: Token, heads: dict[Token, int]) -> bool:
    """A participle that tells how the event itself came about: "a study released Thursday"."""
    return token.dep_ == "acl" and token.tag_ == "VBN" and token.head in heads


def value(when: When | None, signals: Signals, today: date | None) -> str | None:
    """The partial ISO date that a date means: past, or still to come where its verb tells a plan."""
    if when is None:
        return None
    outlook = Outlook.AHEAD if _is_to_come(when.head, signals) else Outlook.BACK
    return dates.resolve(when.words.text, today, outlook)


def _is_to_come(verb: Token, signals: Signals) -> bool:
    """Whether a verb tells what is planned: "will begin", "plans to begin"."""
    helpers = {token.lower_ for token in syntax.auxiliaries(verb)}
    return bool(helpers & signals.future_modals) or (verb.tag_ == "VB" and "to" in helpers)


def _duration(clause: Clause) -> str | None:
    """Of the nouns and numbers right at the clause's own words: "a one-year pause", "for a year"."""
    near = (t for token in clause.tokens for t in token.children if t.dep_ in _DURING)
    lasting = (t for t in near if t.dep_ != "prep" or t.lower_ in _LASTING)
    return next((found for token in lasting if (found := dates.duration(_phrase(token)))), None)


def _phrase(token: Token) -> str:
    return str(token.doc[token.left_edge.i : token.right_edge.i + 1].text)[:60]
