"""On random debates, what the published sums give, written as they are printed, over whole matrices."""

import math
from itertools import combinations

import pytest
from hypothesis import given

from kg.network.discourse import Claim, Debate, Mode, discourse
from kg.network.discourse.backbone import above, backbone, weights
from kg.network.discourse.duplicates import DUPLICATES, once
from kg.network.discourse.measures import CENTRALITIES, communities
from kg.network.discourse.windows import windows
from tests.network.discourse.debates import debates

ACTORS, CONCEPTS = "abcde", "pqrs"


def _count(claims: list[Claim], actor: str, concept: str, sign: int) -> int:
    return sum(1 for claim in claims if claim.side == (actor, concept, sign))


def _product(claims: list[Claim], one: str, other: str, sign: int, other_sign: int) -> float:
    return sum(_count(claims, one, each, sign) * _count(claims, other, each, other_sign) for each in CONCEPTS)


def _weight(claims: list[Claim], debate: Debate, one: str, other: str) -> float:
    graph = discourse(claims, debate)
    return float(graph.edges[one, other]["weight"]) if graph.has_edge(one, other) else 0.0


@given(debates)
def test_ties(claims: list[Claim]) -> None:
    for one, other in combinations(ACTORS, 2):
        congruence = _product(claims, one, other, 1, 1) + _product(claims, one, other, -1, -1)
        conflict = _product(claims, one, other, 1, -1) + _product(claims, one, other, -1, 1)
        for tie, wanted in (("congruence", congruence), ("conflict", conflict), ("subtract", congruence - conflict)):
            assert _weight(claims, Debate(Mode.ACTORS, tie, duplicates="include"), one, other) == wanted


@given(debates)
def test_norms_lie_between_none_and_all(claims: list[Claim]) -> None:
    for norm in ("jaccard", "cosine"):
        graph = discourse(claims, Debate(Mode.ACTORS, norm=norm, duplicates="range"))
        assert all(0 < weight <= 1 + 1e-9 for _, _, weight in weights(graph))


@given(debates)
def test_cosine_is_that_of_the_rows(claims: list[Claim]) -> None:
    def row(actor: str) -> list[int]:
        return [_count(claims, actor, concept, sign) for concept in CONCEPTS for sign in (1, -1)]

    for one, other in combinations(ACTORS, 2):
        lengths = math.hypot(*row(one)) * math.hypot(*row(other))
        wanted = sum(a * b for a, b in zip(row(one), row(other), strict=True)) / lengths if lengths else 0
        found = _weight(claims, Debate(Mode.ACTORS, norm="cosine", duplicates="include"), one, other)
        assert found == pytest.approx(wanted)


@given(debates)
def test_every_tie_knows_its_statements(claims: list[Claim]) -> None:
    graph = discourse(claims, Debate(Mode.ACTORS, "congruence", duplicates="range"))
    for one, other, values in graph.edges(data=True):
        statements = set(values["statements"])
        shared = {claim.concept for claim in claims if claim.actor == one}
        shared &= {claim.concept for claim in claims if claim.actor == other}
        about = {claim.statements[0] for claim in claims if claim.actor in (one, other) and claim.concept in shared}
        assert statements <= about
        for concept in shared:
            sides = {(claim.actor, claim.sign) for claim in claims if claim.concept == concept}
            if {(one, 1), (other, 1)} <= sides or {(one, -1), (other, -1)} <= sides:
                said = {
                    claim.statements[0] for claim in claims if claim.actor in (one, other) and claim.concept == concept
                }
                assert said <= statements


@given(debates)
def test_counting_once_changes_nothing_the_second_time(claims: list[Claim]) -> None:
    for within in DUPLICATES:
        counted = once(claims, within)
        assert once(counted, within) == counted
        assert {claim.side for claim in counted} == {claim.side for claim in claims}
        assert {each for claim in counted for each in claim.statements} == {c.statements[0] for c in claims}


@given(debates)
def test_the_order_of_claims_does_not_matter(claims: list[Claim]) -> None:
    there, back = (discourse(each, Debate(Mode.ACTORS, "subtract")) for each in (claims, claims[::-1]))
    assert sorted(there.edges(data="weight")) == sorted(back.edges(data="weight"))


@given(debates)
def test_windows_that_follow_each_other_hold_every_claim_once(claims: list[Claim]) -> None:
    held = [claim for window in windows(claims, 7) for claim in window.claims]
    assert sorted(held) == sorted(claims)


@given(debates)
def test_the_disparity_filter_is_the_published_one(claims: list[Claim]) -> None:
    graph = discourse(claims, Debate(Mode.ACTORS, duplicates="include"))
    kept = {frozenset(edge) for edge in backbone(graph, 0.3).edges()}
    for one, other, weight in weights(graph):
        alphas = []
        for end in (one, other):
            ties = [weight for *ends, weight in weights(graph) if end in ends]
            alphas.append((1 - weight / sum(ties)) ** (len(ties) - 1) if len(ties) > 1 else 1.0)
        assert (frozenset((one, other)) in kept) == (min(alphas) < 0.3)


@given(debates)
def test_a_threshold_leaves_what_reaches_it(claims: list[Claim]) -> None:
    graph = discourse(claims, Debate(Mode.ACTORS, "subtract", duplicates="include"))
    strong = above(graph, 2)
    assert set(strong) == set(graph)
    assert sorted(strong.edges()) == sorted((a, b) for a, b, weight in weights(graph) if abs(weight) >= 2)


@given(debates)
def test_measures_are_told_of_every_node(claims: list[Claim]) -> None:
    graph = discourse(claims, Debate(Mode.ACTORS, "subtract"))
    assert set(communities(graph)) == set(graph)
    assert communities(graph) == communities(graph)
    for measure in CENTRALITIES.values():
        assert set(measure(graph)) == set(graph)
