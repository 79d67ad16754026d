"""Small debates, written short: `a+x` is a for x, `b-x` is b against x; a number before it is how often."""

import re
from datetime import date, timedelta

from hypothesis import strategies as st

from kg.network.discourse import Claim

_CLAIM = re.compile(r"(?P<often>\d*)(?P<actor>[a-h])(?P<sign>[+-])(?P<concept>[p-z])")
_FIRST = date(2024, 1, 1)


def debate(written: str) -> list[Claim]:
    """The claims of a debate, each in a document of its own, one a day."""
    said = [match for word in written.split() if (match := _CLAIM.fullmatch(word))]
    each = [match for match in said for _ in range(int(match["often"] or 1))]
    return [claim(match["actor"], match["concept"], match["sign"], day) for day, match in enumerate(each)]


def claim(actor: str, concept: str, sign: str, day: int | None = 0, document: str | None = None) -> Claim:
    when = None if day is None else _FIRST + timedelta(days=day)
    written = document or f"doc {day}"
    said = f"{actor}{sign}{concept} in {written}"
    return Claim(actor, concept, 1 if sign == "+" else -1, written, when, (said,))


debates = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("pqrs"), st.sampled_from("+-")), max_size=30
).map(lambda said: [claim(*each, day=day) for day, each in enumerate(said)])
"""Debates of up to thirty claims."""
