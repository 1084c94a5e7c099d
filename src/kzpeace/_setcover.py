"""Two textbook searches: weighted set cover, as a minimum hitting set, and weighted set packing.

Nothing here knows what is covered or packed. Both problems are NP-hard, so each search is exact up to a fixed number of
steps; beyond that it returns the best solution that it has found. Such a hitting set still hits everything and such
a packing is still disjoint, so bounds that rest on them stay sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Item = TypeVar("Item")

STEPS = 200_000
"""How many members of sets a search looks at, which also keeps it within Python's stack."""


def minimum_hitting_set(demands: Iterable[frozenset[int]], costs: Sequence[int]) -> list[int]:
    """Choose candidates that hit every demand, at the least cost that is found.

    Args:
        demands: Sets of candidates by number, none empty: each must contain a chosen one.
        costs: What each candidate costs, 0 or more.

    Returns:
        The chosen candidates, sorted.

    >>> minimum_hitting_set([frozenset({0, 1}), frozenset({1, 2})], [3, 5, 3])
    [1]
    """
    needed = _drop_supersets(demands)
    forced = {candidate for demand in needed if len(demand) == 1 for candidate in demand}
    needed = [demand for demand in needed if len(demand) > 1]  # no superset of a single candidate is left
    hits: dict[int, set[int]] = {}
    for number, demand in enumerate(needed):
        for candidate in demand:
            hits.setdefault(candidate, set()).add(number)
    useful = _drop_dominated(hits, costs)
    needed = _drop_supersets(demand & useful for demand in needed)
    return sorted(forced | _HittingSetSearch(needed, costs).best)


def _drop_supersets(sets: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Keep the sets that contain no other of them, smallest first: whatever hits those hits all."""
    kept: list[frozenset[int]] = []
    by_member: dict[int, list[frozenset[int]]] = {}
    for each in sorted(dict.fromkeys(sets), key=len):
        if not any(smaller <= each for member in each for smaller in by_member.get(member, ())):
            kept.append(each)
            by_member.setdefault(min(each), []).append(each)
    return kept


def _drop_dominated(hits: Mapping[int, set[int]], costs: Sequence[int]) -> frozenset[int]:
    """Keep the candidates for which no other hits as much and costs no more."""
    kept = set[int]()
    by_demand: dict[int, list[int]] = {}
    for candidate in sorted(hits, key=lambda each: (costs[each], -len(hits[each]), each)):
        rivals = by_demand.get(min(hits[candidate]), ())
        if not any(hits[candidate] <= hits[rival] for rival in rivals):
            kept.add(candidate)
            for demand in hits[candidate]:
                by_demand.setdefault(demand, []).append(candidate)
    return frozenset(kept)


class _HittingSetSearch:
    """Branch and bound: each branch decides which candidate hits the demand that has the fewest candidates left."""

    def __init__(self, demands: Sequence[frozenset[int]], costs: Sequence[int]) -> None:
        self.demands, self.costs = demands, costs
        self.best = self.without_redundant(self.greedy())
        self.best_cost = self.cost(self.best)
        self.steps = STEPS
        self.search(demands, frozenset(), 0, frozenset())

    def cost(self, chosen: Iterable[int]) -> int:
        return sum(self.costs[candidate] for candidate in chosen)

    def greedy(self) -> set[int]:
        """Choose the candidate that costs least per demand it hits, until all are hit."""
        chosen: set[int] = set()
        left = list(self.demands)
        while left:
            counts: dict[int, int] = {}
            for demand in left:
                for candidate in demand:
                    counts[candidate] = counts.get(candidate, 0) + 1
            cheapest = min(counts, key=lambda each: (self.costs[each] / counts[each], each))
            chosen.add(cheapest)
            left = [demand for demand in left if cheapest not in demand]
        return chosen

    def without_redundant(self, chosen: set[int]) -> frozenset[int]:
        """Take away, dearest first, each candidate that the others make unnecessary."""
        for candidate in sorted(chosen, key=lambda each: (-self.costs[each], each)):
            rest = chosen - {candidate}
            if all(rest & demand for demand in self.demands):
                chosen = rest
        return frozenset(chosen)

    def search(self, left: Sequence[frozenset[int]], chosen: frozenset[int], cost: int, barred: frozenset[int]) -> None:
        """Look for cheaper choices that hit what is left without a barred candidate."""
        if not left:
            if cost < self.best_cost:
                self.best, self.best_cost = chosen, cost
            return
        options = sorted((demand - barred for demand in left), key=len)
        self.steps -= sum(map(len, options))
        if not options[0] or self.steps <= 0 or cost + self.lower_bound(options) >= self.best_cost:
            return
        for candidate in sorted(options[0], key=lambda each: (self.costs[each], each)):
            rest = [demand for demand in options if candidate not in demand]
            self.search(rest, chosen | {candidate}, cost + self.costs[candidate], barred)
            barred |= {candidate}

    def lower_bound(self, options: Iterable[frozenset[int]]) -> int:
        """Add up the cheapest candidates of demands that share none."""
        bound, seen = 0, set[int]()
        for demand in options:
            if seen.isdisjoint(demand):
                seen |= demand
                bound += min(self.costs[candidate] for candidate in demand)
        return bound


def maximum_weight_packing(weights: Mapping[frozenset[Item], int]) -> list[frozenset[Item]]:
    """Choose disjoint sets that weigh the most that is found.

    Args:
        weights: What each set weighs, above 0.

    Returns:
        The chosen sets, in their order.

    >>> maximum_weight_packing({frozenset("ab"): 3, frozenset("a"): 2, frozenset("b"): 2})
    [frozenset({'a'}), frozenset({'b'})]
    """
    sets = list(weights)
    if sum(map(len, sets)) == len(set().union(*sets)):
        return sets  # they are disjoint as they are
    best = _PackingSearch(weights).best
    return [each for each in sets if each in best]


class _PackingSearch(Generic[Item]):
    """Branch and bound: each branch takes or leaves the set that overlaps most others."""

    def __init__(self, weights: Mapping[frozenset[Item], int]) -> None:
        self.weights = weights
        self.overlapping = {
            each: {other for other in weights if other is not each and not each.isdisjoint(other)} for each in weights
        }
        self.best: frozenset[frozenset[Item]] = frozenset()
        self.best_weight = -1
        self.steps = STEPS
        self.search(sorted(weights, key=lambda each: -weights[each] / len(each)), frozenset(), 0)

    def search(self, left: Sequence[frozenset[Item]], chosen: frozenset[frozenset[Item]], weight: int) -> None:
        """Look for heavier packings: those chosen, which overlap nothing that is left, and some of what is left."""
        among = frozenset(left)
        overlaps = {each: len(self.overlapping[each] & among) for each in left}
        apart = [each for each in left if not overlaps[each]]
        chosen, weight = chosen.union(apart), weight + sum(self.weights[each] for each in apart)
        left = [each for each in left if overlaps[each]]
        self.steps -= len(left) ** 2
        if not left or self.steps <= 0:
            for each in left:
                if chosen.isdisjoint(self.overlapping[each]):
                    chosen, weight = chosen | {each}, weight + self.weights[each]
            if weight > self.best_weight:
                self.best, self.best_weight = chosen, weight
        elif weight + self.upper_bound(left) > self.best_weight:
            widest = max(left, key=overlaps.__getitem__)
            rest = [each for each in left if each is not widest]
            self.search(rest, chosen, weight)
            compatible = [each for each in rest if each not in self.overlapping[widest]]
            self.search(compatible, chosen | {widest}, weight + self.weights[widest])

    def upper_bound(self, left: Iterable[frozenset[Item]]) -> float:
        """Give each item the most that a set over it weighs per item."""
        shares: dict[Item, float] = {}
        for each in left:
            share = self.weights[each] / len(each)
            for item in each:
                shares[item] = max(share, shares.get(item, 0))
        return sum(shares.values())
