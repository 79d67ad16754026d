"""Questions that the grammar asks of a dependency parse: who does it, to what, under what.

Labels are those of spaCy's English pipelines (ClearNLP). Every function takes and returns tokens; none keeps state.
"""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_INHERITING = frozenset({"xcomp", "conj", "advcl", "pcomp", "ccomp"})


def subject(verb: Token) -> Token | None:
    """The active subject of a verb, its own or the one that it shares (conjunction, control, participle)."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep_ in ("relcl", "acl") and verb.tag_ in ("VBG", "VBZ", "VBP", "VBD") and not is_passive(verb):
        return verb.head
    if verb.dep_ in _INHERITING and verb.head.pos_ in ("VERB", "AUX") and not has_subject(verb):
        return _controller(verb)
    if verb.dep_ in ("pcomp", "xcomp") and verb.head.pos_ == "ADP":
        return subject(verb.head.head) if verb.head.head.pos_ in ("VERB", "AUX") else None
    return None


def _antecedent(own: Token, verb: Token) -> Token:
    relative = own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
    return verb.head if relative else own


def _controller(verb: Token) -> Token | None:
    head = verb.head
    if _resumes(verb):
        return subject(head.head)
    if verb.dep_ == "conj" or verb.dep_ == "advcl":
        return subject(head) or (passive_subject(head) if verb.tag_ == "VBG" else None)
    controller = next((child for child in head.children if child.dep_ == "dobj"), None)
    return controller or subject(head) or passive_subject(head)


def _resumes(verb: Token) -> bool:
    """Whether a past-tense verb joined to a reported clause of another tense goes on with the reporting one.

    "He said that limits do not work and urged Congress to act": parsers join "urged" to "work"; tense tells them apart.
    """
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or clause.dep_ != "ccomp" or clause.head.tag_ != "VBD":
        return False
    return clause.tag_ != "VBD" and not any(t.tag_ == "VBD" for t in auxiliaries(clause))


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, active or passive."""
    return any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in verb.children)


def passive_subject(verb: Token) -> Token | None:
    """What a passive is said of, resolved through a relative pronoun."""
    own = next((child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS), None)
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.tag_ == "VBN":
        return passive_subject(verb.head)
    return verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: a passive auxiliary or subject, or a bare participle after a noun."""
    if any(child.dep_ == "auxpass" or child.dep_ in PASSIVE_SUBJECTS for child in verb.children):
        return True
    bare_participle = verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children)
    shared = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head)
    return bare_participle and (verb.dep_ == "acl" or shared)


def agent(verb: Token) -> Token | None:
    """The doer of a passive or of a nominal event, from its "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def coordinated(head: Token) -> Iterator[Token]:
    """A noun and those joined to it by "and", "or", commas."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX"):
            yield from coordinated(child)


def region(head: Token) -> Iterator[Token]:
    """The tokens that belong to an event: its phrase without subject, coordinated verbs and clauses of their own."""
    yield head
    for child in head.children:
        if _is_outside(child, head):
            continue
        yield from region(child)


def _is_outside(child: Token, head: Token) -> bool:
    if child.dep_ in SUBJECTS or child.dep_ in ("parataxis", "agent"):
        return True
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
        return True
    return _is_open_question(child) or (child.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"))


def _is_open_question(clause: Token) -> bool:
    """Whether a clause leaves open what it says: "a debate on whether police should use it"."""
    return any(child.dep_ == "mark" and child.lower_ in ("whether", "if") for child in clause.children)


def phrase(head: Token) -> Iterator[Token]:
    """The tokens of one noun phrase, without relative clauses, appositions and coordinated nouns."""
    yield head
    for child in head.children:
        if child.dep_ not in ("relcl", "conj", "appos", "acl", "punct", "cc", "advcl"):
            yield from phrase(child)


def auxiliaries(verb: Token) -> list[Token]:
    """Modal and other auxiliaries of a verb, its own or shared by coordination."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    finite = verb.tag_ in ("VBD", "VBZ", "VBP")
    if not own and not finite and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return auxiliaries(verb.head)
    return own


def negated(node: Token, negations: frozenset[str]) -> bool:
    """Whether a verb or noun is negated by one of the given words."""
    return any(
        child.lower_ in negations and child.dep_ in ("neg", "det", "preconj", "advmod") for child in node.children
    )


def adverbs(node: Token) -> str:
    """The adverbs of a node as one lower-case string, for lookups of several words."""
    return " ".join(t.lower_ for child in node.children if child.dep_ in ("advmod", "neg") for t in child.subtree)


def path(start: Token, end: Token) -> tuple[str, ...]:
    """The dependency labels from a token up to the nearest common head, then ("^" before each) down to another."""
    over_end = [end, *end.ancestors]
    rising: list[str] = []
    for token in (start, *start.ancestors):
        if token in over_end:
            falling = reversed(over_end[: over_end.index(token)])
            return (*rising, *(f"^{below.dep_}" for below in falling))
        rising.append(token.dep_)
    return tuple(rising)


def undertakings(verb: Token, limit: int = 6) -> list[Token]:
    """A verb and those that share its subject under it: complements, coordinated verbs, infinitives of its objects."""
    found, waiting = [verb], [verb]
    while waiting and len(found) < limit:
        for child in waiting.pop().children:
            nouns = child.children if child.dep_ in ("dobj", "attr") else ()
            own = child.dep_ in ("xcomp", "conj") and child.pos_ in ("VERB", "AUX") and not has_subject(child)
            fresh = [child] if own else [t for t in nouns if t.dep_ == "acl" and t.tag_ == "VB"]
            found, waiting = found + fresh, waiting + fresh
    return found
