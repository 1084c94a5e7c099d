"""Two textbook searches: weighted set cover, as a minimum hitting set, and weighted set packing.

Nothing here knows what is covered or packed. Both problems are NP-hard, so each search by branch and bound is exact up
to a fixed number of steps; beyond that it returns the best solution that it has found. Such a hitting set still hits
everything and such a packing is still disjoint, so bounds that rest on them stay sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Item = TypeVar("Item")

STEPS = 200_000
"""How many members of sets a search looks at, few enough to stay within Python's stack."""


def minimum_hitting_set(demands: Iterable[frozenset[int]], costs: Sequence[int]) -> list[int]:
    """Choose candidates that hit every demand, at the lowest cost found.

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
    needed = [demand for demand in needed if len(demand) > 1]
    useful = _drop_dominated(needed, costs)
    needed = _drop_supersets(demand & useful for demand in needed)
    best = _greedy_hitting_set(needed, costs)
    steps = STEPS

    def cost_of(chosen: Iterable[int]) -> int:
        return sum(costs[candidate] for candidate in chosen)

    def search(left: Sequence[frozenset[int]], chosen: frozenset[int], barred: frozenset[int]) -> None:
        nonlocal best, steps
        if not left:
            best = min(best, chosen, key=cost_of)
            return
        options = sorted((demand - barred for demand in left), key=len)
        steps -= sum(map(len, options))
        # Demands that share no candidate cost at least their cheapest ones.
        bound, seen = cost_of(chosen), set[int]()
        for demand in options:
            if demand and seen.isdisjoint(demand):
                seen |= demand
                bound += min(costs[candidate] for candidate in demand)
        if not options[0] or steps <= 0 or bound >= cost_of(best):
            return
        for candidate in sorted(options[0], key=lambda each: (costs[each], each)):
            search([demand for demand in options if candidate not in demand], chosen | {candidate}, barred)
            barred |= {candidate}

    search(needed, frozenset(), frozenset())
    return sorted(forced | best)


def _drop_supersets(sets: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Keep the sets that contain no other of them, smallest first: whatever hits those hits all."""
    kept: list[frozenset[int]] = []
    by_member: dict[int, list[frozenset[int]]] = {}
    for each in sorted(dict.fromkeys(sets), key=len):
        if not any(smaller <= each for member in each for smaller in by_member.get(member, ())):
            kept.append(each)
            by_member.setdefault(min(each), []).append(each)
    return kept


def _drop_dominated(demands: Sequence[frozenset[int]], costs: Sequence[int]) -> frozenset[int]:
    """Drop each candidate for which another hits as much and costs no more."""
    hits: dict[int, set[int]] = {}
    for number, demand in enumerate(demands):
        for candidate in demand:
            hits.setdefault(candidate, set()).add(number)
    by_demand: dict[int, list[int]] = {}
    for candidate in sorted(hits, key=lambda each: (costs[each], -len(hits[each]), each)):
        rivals = by_demand.get(min(hits[candidate]), ())
        if not any(hits[candidate] <= hits[rival] for rival in rivals):
            for number in hits[candidate]:
                by_demand.setdefault(number, []).append(candidate)
    return frozenset(candidate for kept in by_demand.values() for candidate in kept)


def _greedy_hitting_set(demands: Sequence[frozenset[int]], costs: Sequence[int]) -> frozenset[int]:
    """Choose by cost per demand hit, then drop what the others make unnecessary, the most expensive first."""
    chosen, left = set[int](), list(demands)
    while left:
        counts: dict[int, int] = {}
        for demand in left:
            for candidate in demand:
                counts[candidate] = counts.get(candidate, 0) + 1
        cheapest = min(counts, key=lambda each: (costs[each] / counts[each], each))
        chosen.add(cheapest)
        left = [demand for demand in left if cheapest not in demand]
    for candidate in sorted(chosen, key=lambda each: (-costs[each], each)):
        rest = chosen - {candidate}
        if all(rest & demand for demand in demands):
            chosen = rest
    return frozenset(chosen)


def maximum_weight_packing(weights: Mapping[frozenset[Item], int]) -> list[frozenset[Item]]:
    """Choose disjoint sets of the greatest weight found.

    Args:
        weights: What each set, which is not empty, weighs; above 0.

    Returns:
        The chosen sets, in their order.

    >>> maximum_weight_packing({frozenset("ab"): 3, frozenset("a"): 2, frozenset("b"): 2})
    [frozenset({'a'}), frozenset({'b'})]
    """
    sets = list(weights)
    if sum(map(len, sets)) == len(frozenset[Item]().union(*sets)):
        return sets  # they are disjoint already
    overlapping = {
        each: frozenset(other for other in sets if other is not each and not each.isdisjoint(other)) for each in sets
    }
    best, best_weight, steps = frozenset[frozenset[Item]](), -1, STEPS

    def search(left: Sequence[frozenset[Item]], chosen: frozenset[frozenset[Item]], weight: int) -> None:
        nonlocal best, best_weight, steps
        among = frozenset(left)
        overlaps = {each: len(overlapping[each] & among) for each in left}
        apart = [each for each in left if not overlaps[each]]
        chosen, weight = chosen.union(apart), weight + sum(weights[each] for each in apart)
        left = [each for each in left if overlaps[each]]
        steps -= len(left) ** 2
        if not left or steps <= 0:
            for each in left:
                if chosen.isdisjoint(overlapping[each]):
                    chosen, weight = chosen | {each}, weight + weights[each]
            if weight > best_weight:
                best, best_weight = chosen, weight
            return
        # Each item is worth at most what a set over it weighs per item.
        shares: dict[Item, float] = {}
        for each in left:
            for item in each:
                shares[item] = max(weights[each] / len(each), shares.get(item, 0))
        if weight + sum(shares.values()) > best_weight:
            widest = max(left, key=overlaps.__getitem__)
            rest = [each for each in left if each is not widest]
            search(rest, chosen, weight)
            apart = [each for each in rest if each not in overlapping[widest]]
            search(apart, chosen | {widest}, weight + weights[widest])

    search(sorted(sets, key=lambda each: -weights[each] / len(each)), frozenset(), 0)
    return [each for each in sets if each in best]
