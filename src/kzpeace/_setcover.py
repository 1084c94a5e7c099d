"""Covers and packings: the cheapest boxes that cover others, and the heaviest sets of lanes that are apart.

A *box* is what a record counts: a set of lanes over a span of days. A *lane* is one mission, role and personnel; a set
of lanes is the bits of an integer. Nothing here knows what lanes, costs or weights mean.

To cover is to choose: each stretch of a lane needs one of the boxes over it, and the cheapest choice that leaves no
stretch bare is found by branch and bound. The search is exact while it is small. Past fixed limits it returns the best
it has found: a cover that is one but may not be the cheapest, a packing that is apart but may not be the heaviest.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

FEW_BOXES = 100
"""So many boxes are searched as they are; of more, the cheapest chain along each strand is taken first."""

MANY_BOXES = 400
"""So many boxes of chains are still searched; more are returned as the cover that they are."""

MANY_CHOICES = 10_000
"""So many choices are still searched; more are left, and the chains returned."""

LOOKS = 50_000
"""How many choices a search looks at before it returns the best it has found."""

FEW_WEIGHTS = 12
"""So many sets of lanes that overlap one another are packed exactly; more, the heaviest first."""


class Effort:
    """How many steps searches that share it may still take."""

    def __init__(self, steps: float = inf) -> None:
        """Allow so many steps."""
        self.left = steps

    def spend(self, steps: int) -> None:
        """Take steps. A search that is under way when none are left returns the best that it has found."""
        self.left -= steps


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


class Strand(NamedTuple):
    """Lanes that each box has all or none of: the spans of days wanted in them, apart, and the boxes over them."""

    spans: list[tuple[int, int]]
    over: list[int]


def together(lanes: Iterable[int]) -> int:
    """All the lanes that any of them has."""
    found = 0
    for each in lanes:
        found |= each
    return found


def cheapest_cover(target: Sequence[Box], priced: Iterable[Priced], effort: Effort | None = None) -> Cover | None:
    """The cheapest boxes that together cover every lane and day of the target; None where not even all of them do.

    Args:
        target: What to cover.
        priced: The boxes to choose from.
        effort: What the steps are taken from; however little is left, there is an answer.
    """
    if not target:
        return Cover(0, ())
    effort = effort or Effort()
    whole = together(box.lanes for box in target)
    around = Box(whole, min(box.first for box in target), max(box.last for box in target))
    usable = worth_using([each for each in priced if each.box.meets(around)], around)
    strands = strands_of(target, usable, whole)
    effort.spend(len(usable) + sum(len(strand.over) for strand in strands))
    if len(usable) > FEW_BOXES:
        chains = [cheapest_chain(strand, usable) for strand in strands]
        found = [chain for chain in chains if chain is not None]
        if len(found) < len(chains):
            return None
        links = {index for chain in found for index in chain}
        if len(links) > MANY_BOXES:
            effort.spend(sum(len(strand.over) for strand in strands))
            links = min(
                links, shared_chains(strands, usable), key=lambda some: sum(usable[index].cost for index in some)
            )
        usable = [usable[index] for index in sorted(links)]
        strands = strands_of(target, usable, whole)
    if len(usable) <= MANY_BOXES:
        choices = needed_choices(strands, usable)
        if 0 in choices:
            return None
        if len(choices) <= MANY_CHOICES:
            choices = without_implied(choices, effort)
            usable = [usable[index] for index in cheapest_choice(choices, [each.cost for each in usable], effort)]
    return Cover(sum(each.cost for each in usable), tuple(each.key for each in usable))


def worth_using(usable: Iterable[Priced], around: Box) -> list[Priced]:
    """The boxes less those that another can take the place of: one that is as wide, lasts throughout, and costs less.

    As wide is one that has the same of the lanes wanted, or all of them.
    """
    usable = list(usable)
    cheapest: dict[int, Priced] = {}
    for each in usable:
        lanes = each.box.lanes & around.lanes
        if each.box.first <= around.first and around.last <= each.box.last:
            known = cheapest.get(lanes)
            if known is None or each.cost < known.cost:
                cheapest[lanes] = each
    everything = cheapest.get(around.lanes)

    def is_worth_using(each: Priced) -> bool:
        rivals = cheapest.get(each.box.lanes & around.lanes), everything
        return all(rival is None or rival is each or each.cost < rival.cost for rival in rivals)

    return [each for each in usable if is_worth_using(each)]


def strands_of(target: Sequence[Box], usable: Sequence[Priced], whole: int) -> list[Strand]:
    """The strands of a target whose lanes are the whole."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for box in target:
        spans.setdefault(box.lanes, []).append((box.first, box.last))
    over: dict[int, list[int]] = {}
    for index, each in enumerate(usable):
        over.setdefault(each.box.lanes & whole, []).append(index)
    kinds = list({**spans, **over})
    kinds_with: dict[int, list[int]] = {}
    for kind, lanes in enumerate(kinds):
        for lane in members(lanes):
            kinds_with.setdefault(lane, []).append(kind)
    return [
        Strand(
            merged(span for kind in alike for span in spans.get(kinds[kind], ())),
            sorted(index for kind in alike for index in over.get(kinds[kind], ())),
        )
        for alike in dict.fromkeys(map(tuple, kinds_with.values()))
    ]


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """All the days of the spans, as spans in order with days between them."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def needed_choices(strands: Iterable[Strand], usable: Sequence[Priced]) -> set[int]:
    """For each stretch of the target the boxes over it, as bits of their indexes."""
    choices: set[int] = set()
    for strand in strands:
        starts = {first for first, _ in strand.spans}
        stops = {last + 1 for _, last in strand.spans}
        over: dict[int, int] = {}
        for index in strand.over:
            box = usable[index].box
            over[box.first] = over.get(box.first, 0) ^ 1 << index
            over[box.last + 1] = over.get(box.last + 1, 0) ^ 1 << index
        is_wanted = False
        boxes = 0
        for day in sorted(starts | stops | over.keys()):
            is_wanted = day in starts or (is_wanted and day not in stops)
            boxes ^= over.get(day, 0)
            if is_wanted:
                choices.add(boxes)
    return choices


def without_implied(choices: Iterable[int], effort: Effort) -> set[int]:
    """The choices less those that are met by whatever meets a narrower one."""
    kept: list[int] = []
    for choice in sorted(choices):  # the narrower of two is the smaller number
        if not any(narrower & choice == narrower for narrower in kept):
            kept.append(choice)
        effort.spend(len(kept))
    return set(kept)


def cheapest_choice(choices: set[int], costs: Sequence[int], effort: Effort) -> list[int]:
    """The indexes of least cost together, at least one of each choice."""
    best: list[int] = []
    best_cost: int | None = None
    looks = 0

    def search(choices: set[int], chosen: list[int]) -> None:
        nonlocal best, best_cost, looks
        looks += len(choices)
        spent = sum(costs[index] for index in chosen)
        if best_cost is not None and (
            looks > LOOKS or effort.left <= 0 or spent + least_cost(choices, costs) >= best_cost
        ):
            return
        if not choices:
            best, best_cost = chosen, spent
            return
        narrowest = min(choices, key=lambda choice: (choice.bit_count(), choice))
        effort.spend(len(choices) * narrowest.bit_count())
        for index in sorted(members(narrowest), key=lambda index: costs[index] / hits(index, choices)):
            bit = 1 << index
            search({choice for choice in choices if not choice & bit}, [*chosen, index])
            choices = {choice & ~bit for choice in choices}

    search(choices, [])
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


def cheapest_chain(strand: Strand, usable: Sequence[Priced], chosen: Container[int] = ()) -> list[int] | None:
    """The cheapest boxes that cover a strand along its days, by index; None where a day is left bare.

    A link says that all days up to one are covered, and at what cost. Boxes come in the order of their first days, so
    a link that ends before one of them is of no more use, and the cheapest left is the one to go on from. Days that
    the target does not want are covered for nothing, as by those that are chosen already.
    """
    steps: list[tuple[int, int, int, int | None]] = [
        (usable[index].box.first, usable[index].box.last, 0 if index in chosen else usable[index].cost, index)
        for index in strand.over
    ]
    steps += [(last + 1, first - 1, 0, None) for (_, last), (first, _) in pairwise(strand.spans)]
    steps.sort(key=itemgetter(0))
    start, end = strand.spans[0][0] - 1, strand.spans[-1][1]
    links: list[tuple[int, int | None, int]] = [(start, None, 0)]  # covered to, by what, after which link
    open_links = [(0, 0)]
    done: tuple[int, int] | None = None
    for first, last, cost, index in steps:
        while open_links and links[open_links[0][1]][0] + 1 < first:
            heappop(open_links)
        if not open_links:
            break
        spent, before = open_links[0]
        links.append((last, index, before))
        heappush(open_links, (spent + cost, len(links) - 1))
        if last >= end and (done is None or spent + cost < done[0]):
            done = spent + cost, len(links) - 1
    if done is None:
        return None
    chain: list[int] = []
    link = done[1]
    while link:
        _, index, link = links[link]
        if index is not None:
            chain.append(index)
    return chain


def shared_chains(strands: Iterable[Strand], usable: Sequence[Priced]) -> set[int]:
    """A chain along each strand, those with fewest boxes first, where what one has chosen costs the next nothing."""
    chosen: set[int] = set()
    for strand in sorted(strands, key=lambda strand: len(strand.over)):
        chosen.update(cheapest_chain(strand, usable, chosen) or ())
    return chosen


def heaviest_apart(weights: Mapping[int, int]) -> tuple[int, ...]:
    """The sets of lanes with the most weight together, no two with a lane in common.

    Args:
        weights: What each set of lanes weighs.
    """
    groups: dict[int, list[int]] = {}  # of sets that overlap one another, by each of their lanes
    for lanes in weights:
        overlapping = {id(group): group for lane in members(lanes) if (group := groups.get(lane))}.values()
        none: list[int] = []
        group = max(overlapping, key=len, default=none)
        for other in overlapping:
            if other is not group:
                group += other
                groups.update({lane: group for each in other for lane in members(each)})
        group.append(lanes)
        groups.update(dict.fromkeys(members(lanes), group))
    apart = {id(group): group for group in groups.values()}.values()
    return tuple(lanes for group in apart for lanes in heaviest_of_group(group, weights))


def heaviest_of_group(sets: list[int], weights: Mapping[int, int]) -> list[int]:
    """The heaviest that are apart among sets of lanes that overlap one another."""
    heaviest_first = sorted(sets, key=lambda lanes: -weights[lanes])
    if len(sets) > FEW_WEIGHTS:
        chosen: list[int] = []
        taken = 0
        for lanes in heaviest_first:
            if not lanes & taken:
                chosen.append(lanes)
                taken |= lanes
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
