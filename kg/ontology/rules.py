"""What must hold between entries: slugs, links and names. Each rule is a function that gives its problems."""

import re
from collections.abc import Iterator, Mapping

from kg.ontology.concept import Action, Concept
from kg.ontology.layout import ACTIONS, FAMILIES
from kg.ontology.links import references, targets
from kg.ontology.located import Located, LocatedEntry
from kg.ontology.names import spellings
from kg.ontology.problems import nearest

Sources = Mapping[str, Located]
Concepts = Mapping[str, Concept]

_TARGETS = {
    "place": ("places",),
    "part_of": ("places",),
    "jurisdiction": ("places",),
    "technology": ("technologies",),
    "made_by": ("organisations",),
    "owned_by": ("organisations",),
    "speaks_for": ("organisations",),
    "member_of": ("groups", "organisations"),
}
"""Families that a field may point to; `broader` points to its own."""

_LOOPLESS = ("broader", "member_of", "part_of", "owned_by")


def broken(sources: Sources, actions: Mapping[str, Action], concepts: Concepts) -> list[str]:
    """All problems between the entries of a load."""
    return [
        *_slugs_malformed(sources),
        *_inverses_unmatched(sources, actions),
        *_links_to_nowhere(sources, concepts),
        *_loops(sources, concepts),
        *_names_claimed_twice(sources, concepts),
        *_wikidata_claimed_twice(sources, concepts),
    ]


def slugs_taken_twice(sources: Sources) -> Iterator[str]:
    """Slugs that entries of two families share: they are the ids of the graph."""
    seen: dict[str, LocatedEntry] = {}
    for located in sources.values():
        for slug, entry in located.items():
            if slug in seen:
                yield entry.problem(*taken(seen[slug]))
            seen.setdefault(slug, entry)


def taken(by: LocatedEntry) -> tuple[str, str]:
    """What and cure of the problem that another entry has the slug already."""
    return f"the slug is taken by {by.place}", "choose another, or join the two entries"


def _slugs_malformed(sources: Sources) -> Iterator[str]:
    for family, located in sources.items():
        mark = "_" if family == ACTIONS else "-"
        form = re.compile(rf"[a-z0-9]+({mark}[a-z0-9]+)*")
        for slug, entry in located.items():
            if not form.fullmatch(slug):
                better = re.sub(r"[^a-z0-9]+", mark, slug.lower()).strip(mark)
                yield entry.problem("a slug is lower-case words joined by " + repr(mark), f"write {better!r}")


def _inverses_unmatched(sources: Sources, actions: Mapping[str, Action]) -> Iterator[str]:
    for slug, action in actions.items():
        entry, inverse = sources[ACTIONS][slug], action.inverse
        if inverse is None:
            continue
        if inverse not in actions:
            cure = nearest(inverse, actions, "name an action")
            yield entry.problem(f"inverse: no action {inverse!r}", cure, "inverse")
        elif actions[inverse].inverse != slug:
            yield entry.problem(f"inverse: {inverse!r} does not name it back", "give both their inverse", "inverse")


def _links_to_nowhere(sources: Sources, concepts: Concepts) -> Iterator[str]:
    homes = {slug: family for family in FAMILIES for slug in sources.get(family, {})}
    homes |= {slug: concept.family for slug, concept in concepts.items()}
    for concept in concepts.values():
        for keys, target in references(concept):
            families = _TARGETS.get(str(keys[0]), (concept.family,))
            if homes.get(target) in families:
                continue
            known = [slug for slug, family in homes.items() if family in families]
            where = f"is among the {homes[target]}" if target in homes else "is nowhere"
            cure = nearest(target, known, f"name an entry of {' or '.join(families)}, or add it there")
            yield _entry(sources, concept).problem(f"{keys[0]}: {target!r} {where}", cure, *keys)


def _loops(sources: Sources, concepts: Concepts) -> Iterator[str]:
    for field in _LOOPLESS:
        above = {slug: targets(concept, field) for slug, concept in concepts.items()}
        for loop in _circles(above):
            what = f"{field} leads back to itself ({' → '.join(loop)})"
            yield _entry(sources, concepts[loop[0]]).problem(what, "remove one of these links", field)


def _circles(above: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """One path for each circle met while walking upwards from every slug; each is told once."""
    done: set[str] = set()
    for start in above:
        path, waiting = [start], [iter(above[start] if start not in done else ())]
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                done.add(path.pop())
            elif step in path:
                yield [*path[path.index(step) :], step]
            elif step in above and step not in done:
                path.append(step)
                waiting.append(iter(above[step]))


def _names_claimed_twice(sources: Sources, concepts: Concepts) -> Iterator[str]:
    holders: dict[tuple[str, ...], Concept] = {}
    for concept in concepts.values():
        for keys, words in spellings(concept):
            holder = holders.setdefault(words, concept)
            if holder is not concept:
                name = " ".join(words)
                cure = f"leave it to {holder.slug!r} or to {concept.slug!r}"
                yield _entry(sources, concept).problem(f"{name!r} names {holder.slug!r} already", cure, *keys)


def _wikidata_claimed_twice(sources: Sources, concepts: Concepts) -> Iterator[str]:
    holders: dict[str, str] = {}
    for concept in concepts.values():
        if concept.wikidata and holders.setdefault(concept.wikidata, concept.slug) != concept.slug:
            what = f"wikidata {concept.wikidata} is {holders[concept.wikidata]!r} already"
            yield _entry(sources, concept).problem(what, "look it up again, or leave it out", "wikidata")


def _entry(sources: Sources, concept: Concept) -> LocatedEntry:
    return sources[concept.family][concept.slug]
