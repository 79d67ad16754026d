from kg.network import Edge, Network, Node, Type, held
from kg.network.pairs import KINDS, paired


def _network(*edges: Edge) -> Network:
    nodes = [Node(key, key.upper(), "Company") for key in "abc"]
    attributes = {"statements": Type.TEXTS, "note": Type.TEXT, "sure": Type.BOOLEAN, "count": Type.INTEGER}
    return held("debate", nodes, edges, {}, attributes)


def test_edges_of_a_pair_become_one_with_their_kinds() -> None:
    uses = Edge("a", "b", "uses", "uses", 2.0, "uses", {"statements": ("s-1", "s-2"), "note": "x", "count": 1})
    bans = Edge("a", "b", "bans", "bans", 1.0, "restricts", {"statements": ("s-3",), "sure": True, "count": 2})
    (edge,) = paired(_network(uses, bans)).edges()
    assert (edge.kind, edge.label, edge.weight, edge.stance) == ("bans; uses", "bans; uses", 3.0, "neutral")
    assert edge.attributes == {
        KINDS: ("bans", "uses"),
        "statements": ("s-1", "s-2", "s-3"),
        "note": "x",
        "sure": True,
        "count": 3,
    }


def test_edges_that_point_one_way_keep_their_stance() -> None:
    edges = [Edge("a", "b", kind, stance="restricts") for kind in ("bans", "regulates")]
    assert [edge.stance for edge in paired(_network(*edges)).edges()] == ["restricts"]


def test_edges_the_other_way_are_another_pair() -> None:
    assert len(list(paired(_network(Edge("a", "b", "uses"), Edge("b", "a", "uses"))).edges())) == 2
