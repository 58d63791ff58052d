"""How often two who err on their own say the same: some errors are popular (a remake's year, an old census).

Accu spreads errors evenly, so that a popular one looks like truth, or like copying; here their agreement is measured
from the claims, as POPACCU does (Dong, Saha, Srivastava 2013), by attribute, since one item tells too little.
"""

from typing import TYPE_CHECKING

from auditor.truth.table import Table, summed

if TYPE_CHECKING:
    from auditor.truth.table import Reals

# Pairs' worth of errors spread evenly stand beside the pairs that are seen, and the most that an agreement may count.
_PRIOR, _MOST = 20.0, 0.9


def alike(claims: Table, belief: "Reals", voices: "Reals") -> "Reals":
    """For each item, how likely two erring voices say the same of its attribute."""
    import numpy as np

    wrong = np.where(claims.disputed, (1 - belief[claims.value]) * voices, 0.0)
    many, attributes = len(claims.size), int(claims.attribute.max()) + 1
    value, item = summed(claims.value, wrong, len(belief)), summed(claims.item, wrong, many)
    # Of a cluster each claim is a share of one voice: it pairs with nobody of its own.
    own = summed(claims.value, wrong * np.minimum(wrong, 1.0), len(belief))
    same = summed(claims.item_of, np.maximum(value**2 - own, 0.0), many)
    pairs = np.maximum(item**2 - summed(claims.item_of, own, many), 0.0)
    evenly = 1 / claims.ways[np.unique(claims.attribute, return_index=True)[1]]
    seen, of = (summed(claims.attribute, some, attributes) for some in (same, pairs))
    found: Reals = np.maximum(evenly, np.minimum(_MOST, (seen + _PRIOR * evenly) / (of + _PRIOR)))
    return found[claims.attribute]
