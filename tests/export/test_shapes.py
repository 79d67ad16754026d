"""The graph as RDF keeps to its shapes, and what does not is found."""

import re

import pytest

from kg.export.rdf.graph import article_triples
from kg.export.rdf.shapes import against_shapes, breached, ntriples
from kg.store import Store

_NS = "<https://w3id.org/techpolicy-kg/ns#{}>"
_OA = "<http://www.w3.org/ns/oa#{}>"

BROKEN = {
    "a statement has one action": (_NS.format("action"), ""),
    "a statement has one status of the list": (
        f"{_NS.format('status')} <[^>]+>",
        f"{_NS.format('status')} <x:perhaps>",
    ),
    "a statement is stated or hedged": (_NS.format("certainty"), ""),
    "a confidence lies between 0 and 1": (f'{_NS.format("confidence")} "[^"]+"', f'{_NS.format("confidence")} "1.5"'),
    "a statement has a quote": (_NS.format("quote"), ""),
    "a statement says by what it was read": ("<http://www.w3.org/ns/prov#wasGeneratedBy>", ""),
    "a quote has words": (_OA.format("exact"), ""),
    "a quote begins before it ends, and not before its text": (
        f'{_OA.format("start")} "[0-9]+"',
        f'{_OA.format("start")} "-1"',
    ),
    "a quote lies within the text of its article": (f'{_OA.format("end")} "[0-9]+"', f'{_OA.format("end")} "100000"'),
    "a mention has the article's words": (_NS.format("written"), ""),
    "a mention means one entity": (_NS.format("mentions"), ""),
    "an article was published on an ISO date": (
        '<https://schema.org/datePublished> "[^"]+"',
        '<https://schema.org/datePublished> "yesterday"',
    ),
}
"""By what a shape says: a pattern, and what to put in its place; nothing means to take the first such line out."""


@pytest.fixture(scope="module")
def article(demo: Store) -> str:
    """An article of the demo as N-Triples."""
    return max((ntriples(triples).decode() for triples in article_triples(demo)), key=len)


def test_a_whole_graph_keeps_to_its_shapes(demo: Store) -> None:
    assert list(against_shapes(demo)) == []


@pytest.mark.parametrize("says", BROKEN)
def test_what_breaks_a_shape_is_found_with_its_cure(article: str, says: str) -> None:
    pattern, instead = BROKEN[says]
    lines = article.splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if re.search(pattern, line))
    lines[at] = re.sub(pattern, instead, lines[at]) if instead else ""
    found = breached("".join(lines).encode())
    assert says in {each.says for each in found}
    assert all(each.node and "load" in each.cure for each in found)
