"""Whether two names mean the same thing, as the project's scorers have agreed to see it (`agreement.yaml`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_LEAST_SHARED = 0.5
"""The share of common words, among all words of both, from which two names agree."""

_LEAST_CONTAINED = 0.34
"""The same where one name is a part of the other ("facial recognition" of "live facial recognition cameras")."""


@dataclass(frozen=True)
class Agreement:
    """What `agreement.yaml` holds: `names` leads from a variant to its name, the last two from action to action."""

    ignored_words: frozenset[str]
    names: Mapping[str, str]
    inverse: Mapping[str, str]
    opposite: Mapping[str, str]

    def are_opposite(self, action: str, other: str) -> bool:
        """Whether one of two actions takes the other back."""
        return self.opposite.get(action) == other or self.opposite.get(other) == action


@cache
def agreement() -> Agreement:
    """The agreed words, read once."""
    held = yaml.safe_load(files("kg.evaluate").joinpath("agreement.yaml").read_text("utf-8"))
    return Agreement(
        ignored_words=frozenset(held["ignored_words"]),
        names={variant: name for name, variants in held["aliases"].items() for variant in variants},
        inverse=held["inverse"],
        opposite=held["opposite"],
    )


@cache
def normalised(name: str | None) -> str:
    """A name without case, signs and words that say nothing, as its main variant; empty for an absent one."""
    plain = (name or "").lower().replace("u.s.", "us").replace("u.k.", "uk").replace("&", " and ")
    words = re.sub(r"[^a-z0-9 ]+", " ", plain.replace("-", " ")).split()
    kept = " ".join(word for word in words if word not in agreement().ignored_words)
    return agreement().names.get(kept, kept)


def agree(name: str | None, other: str | None) -> bool:
    """Whether two names are equal when normalised, or share enough of their words; two absent ones agree."""
    first, second = normalised(name), normalised(other)
    if first == second:
        return True
    if not first or not second:
        return False
    ours, theirs = _stems(first), _stems(second)
    shared = len(ours & theirs) / len(ours | theirs)
    return shared >= _LEAST_SHARED or ((ours <= theirs or theirs <= ours) and shared >= _LEAST_CONTAINED)


def _stems(name: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in name.split())
