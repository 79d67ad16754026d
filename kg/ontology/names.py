"""Which concept a name means: one index for looking up a whole name and for finding names in text."""

from collections.abc import Container, Iterable, Iterator, Mapping

from kg.model.identity import normalise_spelling
from kg.ontology.concept import Concept
from kg.ontology.links import Keys
from kg.ontology.words import Spelling, has_capital, plural, singulars, spelling

Index = Mapping[Spelling, tuple[tuple[Spelling, Concept], ...]]
"""The spellings, and what they mean, by their form in lower case; those with most capitals first."""


def spellings(concept: Concept) -> Iterator[tuple[Keys, Spelling]]:
    """Every way that a concept's entry spells it, with the place in the entry."""
    yield ("name",), spelling(concept.name)
    for field in ("aliases", "demonyms"):
        yield from (((field, index), spelling(name)) for index, name in enumerate(getattr(concept, field)))


def index(concepts: Iterable[Concept]) -> Index:
    """All names of all concepts. A regular plural means what its singular means, unless an entry claims it."""
    meant: dict[Spelling, Concept] = {}
    plurals: dict[Spelling, Concept] = {}
    for concept in concepts:
        for keys, words in spellings(concept):
            meant.setdefault(words, concept)
            if not has_capital(words[-1]) or keys[0] == "demonyms":
                plurals.setdefault((*words[:-1], plural(words[-1])), concept)
    return _by_lower_case(plurals | meant)


def meaning(names: Index, words: Spelling, wanted: Container[str] | None = None) -> Concept | None:
    """What words mean, capitals considered; of the families `wanted` where they are given."""
    for spelt, concept in names.get(lowered(words), ()):
        if fits(spelt, words) and (wanted is None or concept.family in wanted):
            return concept
    return None


def lowered(words: Spelling) -> Spelling:
    """Words in lower case."""
    return tuple(word.lower() for word in words)


def fits(spelt: Spelling, words: Spelling) -> bool:
    """Whether words may stand for a spelling: its capitals are binding, its small letters are not."""
    return all(ours in (theirs, theirs.lower()) for ours, theirs in zip(spelt, words, strict=True))


def readings(name: str) -> Iterator[Spelling]:
    """The spellings under which a name may be listed: as it is, bare, in the other number, without and with "the"."""
    as_it_is, bare = spelling(name), spelling(normalise_spelling(name))
    rest = bare[1:] if len(bare) > 1 and bare[0].lower() == "the" else bare
    yield as_it_is
    for words in (bare, rest, ("the", *rest)):
        if words:
            yield words
            yield from ((*words[:-1], last) for last in (*singulars(words[-1]), plural(words[-1])))


def _by_lower_case(meant: Mapping[Spelling, Concept]) -> Index:
    grouped: dict[Spelling, list[tuple[Spelling, Concept]]] = {}
    for words, concept in sorted(meant.items(), key=lambda item: (-sum(map(has_capital, item[0])), item[0])):
        grouped.setdefault(lowered(words), []).append((words, concept))
    return {words: tuple(group) for words, group in grouped.items()}
