"""Statements and articles to try properties on."""

from typing import Any

from hypothesis import strategies as st

from kg.model import Certainty, Entity, Filler, Kind, Quote, Role, Span, Statement, Status
from kg.model.identity import entity_id

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)
partial_dates = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    name = draw(words)
    return Entity(id=entity_id(name), name=name, kind=draw(st.sampled_from(Kind)), collective=draw(st.booleans()))


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    text, start = draw(words), draw(st.integers(0, 10**6))
    return Quote(text=text, span=draw(st.sampled_from([None, Span(start=start, end=start + len(text))])))


fillers = st.builds(Filler, entity=entities(), written=words)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    roles: dict[str, Any] = {role.value: draw(st.none() | fillers) for role in Role if role is not Role.TECHNOLOGY}
    return Statement(
        article="a-1",
        action=draw(st.sampled_from(["sells", "bans"])),
        technology=draw(fillers),
        **roles,
        status=draw(st.sampled_from(Status)),
        certainty=draw(st.sampled_from(Certainty)),
        condition=draw(st.none() | words),
        since=draw(st.none() | partial_dates),
        duration=draw(st.sampled_from([None, "P1Y", "P6M"])),
        quotes=tuple(draw(st.lists(quotes(), min_size=1, max_size=3))),
        confidence=draw(st.floats(0, 1)),
    )


def statement(**changes: object) -> Statement:
    """A plain statement: Acme does not sell facial recognition to police."""
    fields: dict[str, object] = {
        "article": "a-1",
        "action": "restricts_sale",
        "actor": filler("Acme", Kind.COMPANY),
        "technology": filler("facial recognition", Kind.TECHNOLOGY),
        "counterparty": filler("police", Kind.GROUP),
        "quotes": (Quote(text="Acme will not sell"),),
    }
    return Statement.model_validate(fields | changes)


def filler(name: str, kind: Kind) -> Filler:
    """An entity written as it is named."""
    return Filler(entity=Entity(id=entity_id(name), name=name, kind=kind), written=name)
