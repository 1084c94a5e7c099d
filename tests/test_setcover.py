"""Hitting sets and packings, compared with all there are."""

from itertools import chain, combinations

import pytest
from hypothesis import example, given, strategies as st

from kzpeace import _setcover
from kzpeace._setcover import STEPS, maximum_weight_packing, minimum_hitting_set

sets = st.frozensets(st.integers(0, 6), min_size=1)
costs_of_seven = st.lists(st.integers(0, 9), min_size=7, max_size=7)
cut_short = pytest.mark.parametrize("steps", [STEPS, 2, 0])


def subsets(items):
    """Return every choice of the items, from none of them to all."""
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def search(steps, look, *given):
    """Return what a search finds within so many steps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_setcover, "STEPS", steps)
        return look(*given)


@cut_short
@given(demands=st.lists(sets, max_size=8), costs=costs_of_seven)
@example(demands=[frozenset({0, 1}), frozenset({1, 2})], costs=[4, 5, 2])  # dearer from the cheapest on
def test_a_hitting_set_hits_everything_at_the_least_cost(steps, demands, costs):
    """Each demand is hit, however early the search is cut short; otherwise nothing cheaper hits them all."""
    chosen = search(steps, minimum_hitting_set, demands, costs)
    hitting = [some for some in subsets(range(len(costs))) if not any(demand.isdisjoint(some) for demand in demands)]
    assert tuple(chosen) in hitting
    cost, least = (min(sum(costs[each] for each in some) for some in choice) for choice in ([chosen], hitting))
    assert cost == least if steps == STEPS else cost >= least


@cut_short
@given(weights=st.dictionaries(sets, st.integers(1, 9), max_size=8))
@example(weights={frozenset("ab"): 5, frozenset("a"): 4, frozenset("bc"): 4})
def test_a_packing_is_disjoint_and_weighs_the_most(steps, weights):
    """No two sets overlap, however early the search is cut short; otherwise no others weigh more together."""
    chosen = search(steps, maximum_weight_packing, weights)
    disjoint = [some for some in subsets(list(weights)) if sum(map(len, some)) == len(frozenset().union(*some))]
    assert tuple(chosen) in disjoint
    weight, most = (max(sum(weights[each] for each in some) for some in choice) for choice in ([chosen], disjoint))
    assert weight == most if steps == STEPS else weight <= most
