from hypothesis import given
from hypothesis import strategies as st

from kg.network import Edge, Network, Node, held
from kg.network.part import important
from tests.export.networks import networks


def star(rays: int) -> Network:
    """A node in the middle, joined to others, the first ones more strongly."""
    nodes = [Node("middle", "middle", "Company"), *(Node(f"n{at}", "ray", "Company") for at in range(rays))]
    edges = [Edge("middle", f"n{at}", "uses", weight=float(rays - at)) for at in range(rays)]
    return held("star", nodes, edges)


def test_the_strongest_stay() -> None:
    part = important(star(9), 4)
    assert {node.id for node in part.nodes()} == {"middle", "n0", "n1", "n2"}
    assert len(list(part.edges())) == 3


def test_a_small_network_stays_whole_with_all_that_is_alone() -> None:
    nodes = [Node("alone", "alone", "Company"), Node("a", "a", "Company")]
    assert {node.id for node in important(held("", nodes, []), 2).nodes()} == {"alone", "a"}


@given(networks(), st.integers(2, 8))
def test_a_part_is_no_larger_than_asked_and_joins_what_it_has(whole: Network, limit: int) -> None:
    part = important(whole, limit)
    ids = {node.id for node in part.nodes()}
    assert len(ids) <= limit
    assert all({edge.source, edge.target} <= ids for edge in part.edges())
    assert {edge.id for edge in part.edges()} <= {edge.id for edge in whole.edges()}
