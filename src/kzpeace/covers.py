"""Covers and packings: the cheapest boxes that cover others, and the heaviest sets of lanes that are apart.

A *box* is what a record counts: a set of lanes over a span of days. A *lane* is one mission, role and personnel; a set
of lanes is the bits of an integer. Nothing here knows what lanes, costs or weights mean.

To cover is to choose: each stretch of a lane needs one of the boxes over it, and the cheapest choice that leaves no
stretch bare is found by branch and bound. The search is exact while it is small. Past fixed limits it returns the best
it has found: a cover that is one but may not be the cheapest, a packing that is apart but may not be the heaviest.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FEW_BOXES = 100
"""So many boxes are searched as they are; of more, the cheapest chain along each lane is taken first."""

MANY_BOXES = 400
"""So many boxes of chains are still searched; more are returned as the cover that they are."""

LOOKS = 50_000
"""How many choices a search looks at before it returns the best it has found."""

FEW_WEIGHTS = 12
"""So many sets of lanes that overlap one another are packed exactly; more, the heaviest first."""


class Box(NamedTuple):
    """A set of lanes, as bits, from the first day to the last, as ordinals."""

    lanes: int
    first: int
    last: int

    def meets(self, other: Box) -> bool:
        """Whether the two have a lane and a day in common."""
        return bool(self.lanes & other.lanes) and self.first <= other.last and other.first <= self.last


class Priced(NamedTuple):
    """A box that may be used in a cover, what it costs, and the caller's key for it."""

    box: Box
    cost: int
    key: int


class Cover(NamedTuple):
    """A set of boxes, by their keys, and what they cost together."""

    cost: int
    keys: tuple[int, ...]


def cheapest_cover(target: Sequence[Box], priced: Iterable[Priced]) -> Cover | None:
    """The cheapest boxes that together cover every lane and day of the target; None where not even all of them do."""
    if not target:
        return Cover(0, ())
    whole = 0
    for box in target:
        whole |= box.lanes
    around = Box(whole, min(box.first for box in target), max(box.last for box in target))
    usable = [each for each in priced if each.box.meets(around)]
    classes = {whole}
    for lanes in {box.lanes for box in target} | {each.box.lanes for each in usable}:
        # Parts that each box has all or nothing of.
        classes = {part for each in classes for part in (each & lanes, each & ~lanes) if part}
    if len(usable) > FEW_BOXES:
        links: set[Priced] = set()
        for lanes in classes:
            chain = cheapest_chain(lanes, target, usable)
            if chain is None:
                return None
            links.update(chain)
        usable = [each for each in usable if each in links]
    if len(usable) <= MANY_BOXES:
        choices = needed_choices(classes, target, usable)
        if 0 in choices:
            return None
        usable = [usable[index] for index in cheapest_choice(choices, [each.cost for each in usable])]
    return Cover(sum(each.cost for each in usable), tuple(each.key for each in usable))


def needed_choices(classes: Iterable[int], target: Sequence[Box], usable: Sequence[Priced]) -> set[int]:
    """For each stretch of the target the boxes over it, as bits of their indexes, less what others imply."""
    choices: set[int] = set()
    for lanes in classes:
        wanted: dict[int, int] = {}
        over: dict[int, int] = {}
        for box in target:
            if box.lanes & lanes:
                wanted[box.first] = wanted.get(box.first, 0) + 1
                wanted[box.last + 1] = wanted.get(box.last + 1, 0) - 1
        for index, (box, _, _) in enumerate(usable):
            if box.lanes & lanes:
                over[box.first] = over.get(box.first, 0) ^ 1 << index
                over[box.last + 1] = over.get(box.last + 1, 0) ^ 1 << index
        depth = boxes = 0
        for day in sorted(wanted.keys() | over.keys()):
            depth += wanted.get(day, 0)
            boxes ^= over.get(day, 0)
            if depth:
                choices.add(boxes)
    return without_implied(choices)


def without_implied(choices: Iterable[int]) -> set[int]:
    """The choices less those that are met by whatever meets a narrower one."""
    kept: list[int] = []
    for choice in sorted(choices, key=int.bit_count):
        if not any(narrower & choice == narrower for narrower in kept):
            kept.append(choice)
    return set(kept)


def cheapest_choice(choices: set[int], costs: Sequence[int]) -> list[int]:
    """The indexes of least cost together, at least one of each choice."""
    best: list[int] = []
    best_cost: int | None = None
    looks = 0

    def search(choices: set[int], chosen: list[int], spent: int) -> None:
        nonlocal best, best_cost, looks
        looks += len(choices)
        if best_cost is not None and (looks > LOOKS or spent + least_cost(choices, costs) >= best_cost):
            return
        if not choices:
            best, best_cost = chosen, spent
            return
        narrowest = min(choices, key=lambda choice: (choice.bit_count(), choice))
        for index in sorted(
            members(narrowest), key=lambda index: (costs[index] * len(choices) // hits(index, choices), index)
        ):
            bit = 1 << index
            search({choice for choice in choices if not choice & bit}, [*chosen, index], spent + costs[index])
            choices = {choice & ~bit for choice in choices}

    search(choices, [], 0)
    return sorted(best)


def hits(index: int, choices: Iterable[int]) -> int:
    """How many of the choices an index meets."""
    return sum(choice >> index & 1 for choice in choices)


def least_cost(choices: Iterable[int], costs: Sequence[int]) -> int:
    """No more than the cheapest choice costs: what choices that have no index in common cost together."""
    cost = seen = 0
    for choice in sorted(choices, key=int.bit_count):
        if not choice & seen:
            seen |= choice
            cost += min(costs[index] for index in members(choice))
    return cost


def members(choice: int) -> list[int]:
    """The indexes whose bits are set."""
    found: list[int] = []
    while choice:
        lowest = choice & -choice
        found.append(lowest.bit_length() - 1)
        choice ^= lowest
    return found


def cheapest_chain(lanes: int, target: Sequence[Box], usable: Sequence[Priced]) -> list[Priced] | None:
    """The cheapest boxes that cover one class of lanes along its days; None where a day is left bare.

    A link says that all days up to one are covered, and at what cost. Boxes come in the order of their first days, so
    a link that ends before one of them is of no more use, and the cheapest left is the one to go on from. Days that
    the target does not want are covered for nothing.
    """
    spans = sorted((box.first, box.last) for box in target if box.lanes & lanes)
    steps: list[tuple[int, int, int, Priced | None]] = [
        (each.box.first, each.box.last, each.cost, each) for each in usable if each.box.lanes & lanes
    ]
    end = start = spans[0][0] - 1
    for first, last in spans:
        if first > end + 1:
            steps.append((end + 1, first - 1, 0, None))
        end = max(end, last)
    steps.sort(key=lambda step: step[:2])
    links: list[tuple[int, Priced | None, int]] = [(start, None, 0)]  # covered to, by what, after which link
    open_links = [(0, 0)]
    done: tuple[int, int] | None = None
    for first, last, cost, box in steps:
        while open_links and links[open_links[0][1]][0] + 1 < first:
            heappop(open_links)
        if not open_links:
            break
        spent, before = open_links[0]
        links.append((last, box, before))
        heappush(open_links, (spent + cost, len(links) - 1))
        if last >= end and (done is None or spent + cost < done[0]):
            done = spent + cost, len(links) - 1
    if done is None:
        return None
    chain: list[Priced] = []
    link = done[1]
    while link:
        _, box, link = links[link]
        if box is not None:
            chain.append(box)
    return chain


def heaviest_apart(weights: Mapping[int, int]) -> tuple[int, ...]:
    """The sets of lanes with the most weight together, no two with a lane in common.

    Args:
        weights: What each set of lanes weighs.
    """
    groups: list[tuple[int, list[int]]] = []
    for lanes in weights:
        overlapping = [group for group in groups if group[0] & lanes]
        whole, sets = lanes, [lanes]
        for group in overlapping:
            whole, sets = whole | group[0], sets + group[1]
        groups = [group for group in groups if group not in overlapping]
        groups.append((whole, sets))
    return tuple(lanes for _, sets in groups for lanes in heaviest_of_group(sets, weights))


def heaviest_of_group(sets: list[int], weights: Mapping[int, int]) -> list[int]:
    """The heaviest that are apart among sets of lanes that overlap one another."""
    heaviest_first = sorted(sets, key=lambda lanes: -weights[lanes])
    if len(sets) > FEW_WEIGHTS:
        chosen: list[int] = []
        for lanes in heaviest_first:
            if not any(lanes & other for other in chosen):
                chosen.append(lanes)
        return chosen

    def heaviest(rest: list[int]) -> list[int]:
        if not rest:
            return []
        first, *others = rest
        with_first = [first, *heaviest([lanes for lanes in others if not lanes & first])]
        if len(with_first) == len(rest):
            return with_first
        return max(with_first, heaviest(others), key=lambda chosen: sum(weights[lanes] for lanes in chosen))

    return heaviest(heaviest_first)
