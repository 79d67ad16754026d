"""How far the grammar's sure proposals can be trusted, action by action.

News tells some actions so rarely that a judge cannot learn them; the grammar knows their frames all the same.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.extract.learned.claims import GRAMMAR, SURE
from training.claims import Coded

_FEWEST = 5
_TRUSTED = 2 / 3


def fit(claims: Sequence[Coded]) -> Mapping[str, float]:
    """By action the share of its sure proposals that hold, by the rule of succession; only where it can be trusted."""
    sure = [each for each in claims if each.claim.numbers[GRAMMAR] >= SURE]
    of = Counter(each.claim.action for each in sure)
    right = Counter(each.claim.action for each in sure if each.holds)
    shares = {action: (right[action] + 1) / (of[action] + 2) for action in sorted(of) if of[action] >= _FEWEST}
    return {action: round(share, 3) for action, share in shares.items() if share >= _TRUSTED}
