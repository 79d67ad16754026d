"""Networks that tests write: odd ones, and such as hypothesis makes up."""

from hypothesis import strategies as st

from kg.network import Edge, Network, Node, Spell, Type, Value, held
from tests.export.odd import ODD_TEXTS

LONG = "long " * 2_000
RIGHT_TO_LEFT = "الشرطة \u202bעברית\u202c (police)"
NAMES = (*ODD_TEXTS, LONG, RIGHT_TO_LEFT, "</script><script>alert(1)</script>", "&amp; <b> ]]>", "\ud83d", "\x00")

NODE_ATTRIBUTES = {"note": Type.TEXT, "old": Type.BOOLEAN, "many": Type.INTEGER, "share": Type.REAL}
EDGE_ATTRIBUTES = {"note": Type.TEXT, "statements": Type.TEXTS}
KINDS = ("Company", "Technology", "LawEnforcement", "Statement", "Article", "Nobody knows")
STANCES = ("restricts", "opposes", "supports", "uses", "neutral")


def odd() -> Network:
    """A node for every odd name, each joined to the next by an edge with odd attributes."""
    nodes = [Node(f"n-{at}", name, KINDS[at % len(KINDS)], {"note": name}) for at, name in enumerate(NAMES)]
    edges = [
        Edge(f"n-{at}", f"n-{at + 1}", "uses", name, attributes={"note": name, "statements": (name, "s-1")})
        for at, name in enumerate(NAMES[:-1])
    ]
    return held('Odd "things"\nand more', nodes, edges, NODE_ATTRIBUTES, EDGE_ATTRIBUTES)


_texts = st.text(max_size=30)
_days = st.dates().map(lambda day: day.isoformat())
_values: dict[Type, st.SearchStrategy[Value]] = {
    Type.TEXT: _texts,
    Type.BOOLEAN: st.booleans(),
    Type.INTEGER: st.integers(0, 2**31 - 1),
    Type.REAL: st.floats(),
    Type.TEXTS: st.lists(_texts, max_size=3).map(tuple),
}
_of_node = st.fixed_dictionaries({}, optional={name: _values[type_] for name, type_ in NODE_ATTRIBUTES.items()})
_of_edge = st.fixed_dictionaries({}, optional={name: _values[type_] for name, type_ in EDGE_ATTRIBUTES.items()})
_spell = st.lists(_days, min_size=2, max_size=2).map(lambda days: Spell(min(days), max(days)))
_spells = st.one_of(st.just(()), _spell.map(lambda spell: (spell,)))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Networks of up to six nodes with parallel edges of different kinds."""
    count = draw(st.integers(1, 6))
    ids = [f"n{number}" for number in range(count)]
    nodes = [Node(key, draw(_texts), draw(st.sampled_from(KINDS)), draw(_of_node), draw(_spells)) for key in ids]
    directed = draw(st.booleans())
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    ordered = pairs if directed else pairs.map(lambda pair: (min(pair), max(pair)))
    ends = st.tuples(ordered, st.sampled_from(("uses", "bans", "sells")))
    edges = [
        Edge(*pair, kind, draw(_texts), draw(st.floats(0.01, 1e6)), draw(st.sampled_from(STANCES)), draw(_of_edge))
        for pair, kind in sorted(draw(st.sets(ends, max_size=8)))
    ]
    return held(draw(_texts), nodes, edges, NODE_ATTRIBUTES, EDGE_ATTRIBUTES, directed=directed)
