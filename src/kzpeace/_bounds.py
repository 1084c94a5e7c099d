"""The two bounds on how many different people records count, and the contradictions that they show.

`kzpeace._rules` says how a record is read (R1 to R4). The bounds follow:

The *low* is the best single piece of evidence: one record, or SERVING records of one date that are apart (R2), less the
most of their people who may have served only outside the missions asked about.

The *high* is the cheapest set of records that covers all that the SERVED records say of those missions, at the sum of
their highs: whoever is counted is counted by one of the set. On one date, the people of a whole who serve elsewhere do
not serve here (R2), so for that date a whole costs its high less theirs.

Records contradict one another where some count more people than the cheapest cover of what they count by others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

from kzpeace._setcover import Box, Effort, Priced, cheapest_cover, heaviest_apart, together
from kzpeace.domain import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzpeace._rules import Reading
    from kzpeace.domain import Deployment

EFFORT = 2_000_000
"""How many steps one call takes in search of better evidence, of a lower high, and of contradictions, each."""


class ContradictionError(ValueError):
    """Records cannot all be true: some count more people than the records that cover them."""


class Bound(NamedTuple):
    """A number of people, and the records that show that there are so many or so few, by index."""

    people: int
    records: tuple[int, ...]


NOBODY = Bound(0, ())


def named(reading: Reading, indexes: Iterable[int]) -> tuple[Deployment, ...]:
    """The records with these indexes, each once, in their order."""
    return tuple(reading.records[index] for index in sorted(set(indexes)))


def people(bound: Bound) -> int:
    """What bounds compare by."""
    return bound.people


def least(record: Deployment) -> int:
    """The fewest people a record may mean: around so many is somebody."""
    count = record.headcount
    return min(1, count.figure or 0) if count.low is None else count.low


def allowed(reading: Reading) -> Effort:
    """What one search may take: a question's share of the effort of a call."""
    return Effort(EFFORT // reading.questions)


def most(reading: Reading, target: Sequence[Box], effort: Effort) -> Bound | None:
    """The most people who served where the target says, by the cheapest cover of it; None where there is none.

    On one date, each record that may cover costs its high less the people in it who serve elsewhere (R2).

    Args:
        reading: The records.
        target: Lanes over days.
        effort: What the steps are taken from. Where nothing is left, people elsewhere are not looked for.
    """
    priced = reading.near(target, effort)
    elsewhere: dict[int, tuple[int, ...]] = {}
    if len({day for box in target for day in (box.first, box.last)}) == 1:
        day, lanes = target[0].first, together(box.lanes for box in target)
        snapshots = reading.snapshots.get(day, ())
        for place, (box, cost, key) in enumerate(priced):
            if effort.left > 0 and snapshots and box.lanes & lanes and box.lanes & ~lanes:
                effort.spend(len(snapshots))
                serving_elsewhere = heaviest_snapshots(reading, snapshots, box.lanes & ~lanes)
                elsewhere[key] = serving_elsewhere.records
                priced[place] = Priced(box, max(0, cost - serving_elsewhere.people), key)
    cover = cheapest_cover(target, priced, effort)
    if cover is None:
        return None
    return Bound(cover.cost, tuple(index for key in cover.keys for index in (key, *elsewhere.get(key, ()))))


def heaviest_snapshots(reading: Reading, snapshots: Iterable[int], within: int) -> Bound:
    """The most people that snapshots of one date show to serve within certain lanes, counting nobody twice (R2)."""
    elsewhere = ~within
    inside = [index for index in snapshots if not reading.said[index].lanes & elsewhere]
    return summed(
        heaviest((reading.said[index].lanes, Bound(least(reading.records[index]), (index,))) for index in inside)
    )


def heaviest(shown: Iterable[tuple[int, Bound]]) -> list[Bound]:
    """Of bounds that each hold for some lanes on one date, those that show most together, no lane twice."""
    best: dict[int, Bound] = {}
    for lanes, bound in shown:
        if bound.people > best.get(lanes, NOBODY).people:
            best[lanes] = bound
    return [best[lanes] for lanes in heaviest_apart({lanes: bound.people for lanes, bound in best.items()})]


def summed(bounds: Sequence[Bound]) -> Bound:
    """What bounds on different people show together."""
    return Bound(sum(bound.people for bound in bounds), tuple(index for bound in bounds for index in bound.records))


def best_flow(reading: Reading, asked: int, flows: Iterable[int]) -> Bound:
    """The best evidence of one SERVED record: its low, less the most who may have served only outside; or someone."""
    best, effort = NOBODY, allowed(reading)
    for index in sorted(flows, key=lambda index: -least(reading.records[index])):
        low, box = least(reading.records[index]), reading.boxes[index]
        if low <= best.people:
            break
        outside = box.lanes & ~asked
        if not outside:
            return Bound(low, (index,))
        best = max(best, Bound(1, (index,)), key=people)  # R1: a mission it names is one where someone served
        if effort.left >= reading.naming_any(outside):
            elsewhere = most(reading, [Box(outside, box.first, box.last)], effort)
            if elsewhere is not None:
                best = max(best, Bound(low - elsewhere.people, (index, *elsewhere.records)), key=people)
    return best


def best_stock(reading: Reading, asked: int, snapshots: Iterable[int]) -> Bound:
    """The best evidence of SERVING records of one date."""
    best, effort = NOBODY, allowed(reading)
    bearing: dict[int, list[int]] = {}
    for index in snapshots:
        bearing.setdefault(reading.said[index].first, []).append(index)
    shown = {day: sum(least(reading.records[index]) for index in indexes) for day, indexes in bearing.items()}
    for day in sorted(shown, key=lambda day: -shown[day]):
        if shown[day] <= best.people:
            break
        inside = heaviest_snapshots(reading, bearing[day], asked)
        best = max(best, inside, key=people)
        if inside.people < shown[day] and effort.left > 0:
            best = max(best, best_mixed_stock(reading, asked, bearing[day], effort), key=people)
    return best


def best_mixed_stock(reading: Reading, asked: int, bearing: Sequence[int], effort: Effort) -> Bound:
    """The best evidence of SERVING records of one date where some count people outside the missions asked about too.

    Each such record shows its low less the most who may serve outside. Together several may show more, as the same
    record may cover what more than one of them has outside.
    """
    day = reading.said[bearing[0]].first

    def less_outside(indexes: Sequence[int]) -> Bound:
        outside = together(reading.said[index].lanes for index in indexes) & ~asked
        low = sum(least(reading.records[index]) for index in indexes)
        if not outside:
            return Bound(low, tuple(indexes))
        if effort.left <= 0:
            return NOBODY
        elsewhere = most(reading, [Box(outside, day, day)], effort)
        return NOBODY if elsewhere is None else Bound(low - elsewhere.people, (*indexes, *elsewhere.records))

    one_by_one = heaviest((reading.said[index].lanes, less_outside([index])) for index in bearing)
    chosen = [bound.records[0] for bound in one_by_one]
    all_at_once = heaviest_snapshots(reading, bearing, -1).records
    return max(summed(one_by_one), less_outside(chosen), less_outside(all_at_once), key=people)


def refuse_contradictions(reading: Reading, bearing: Iterable[int]) -> None:
    """Compare what records count with the cheapest cover of it by others.

    Raises:
        ContradictionError: Where that is less, for one record or for SERVING records of one date.
    """
    effort = allowed(reading)
    claims = [Bound(low, (index,)) for index in bearing if (low := reading.records[index].headcount.low)]
    by_day: dict[int, list[tuple[int, Bound]]] = {}
    for claim in claims:
        (index,) = claim.records
        if reading.records[index].status is Status.SERVING:
            by_day.setdefault(reading.said[index].first, []).append((reading.said[index].lanes, claim))
    for day, shown in by_day.items():
        if len(shown) > 1 and effort.left > 0:
            claims += claims_together(reading, day, shown, effort)
    for claim in sorted(claims, key=lambda claim: -claim.people):
        if effort.left <= 0 or not claim.people:
            return
        target = [reading.said[index] for index in claim.records]
        if effort.left < reading.naming_any(together(box.lanes for box in target)):
            continue
        own = set(claim.records)
        rivals = [each for each in reading.near(target, effort, below=claim.people) if each.key not in own]
        cover = cheapest_cover(target, rivals, effort)
        if cover is not None and cover.cost < claim.people:
            contradict(reading, claim, Bound(cover.cost, cover.keys))


def claims_together(reading: Reading, day: int, shown: Sequence[tuple[int, Bound]], effort: Effort) -> Iterator[Bound]:
    """What SERVING records of one date show together: all of them, and those within each record that counts fewer."""
    everyone = sum(claim.people for _, claim in shown)
    target = [Box(together(lanes for lanes, _ in shown), day, day)]
    for whole in dict.fromkeys((-1, *(each.box.lanes for each in reading.near(target, effort, below=everyone)))):
        if effort.left > 0:
            effort.spend(len(shown))
            yield summed(heaviest((lanes, claim) for lanes, claim in shown if not lanes & ~whole))


def contradict(reading: Reading, low: Bound, high: Bound) -> NoReturn:
    """Raise the error for records that count more people than others allow."""
    counting, covering = ("; ".join(map(str, named(reading, bound.records))) for bound in (low, high))
    message = (
        f"records contradict: at least {low.people} people by [{counting}], but at most {high.people} by [{covering}], "
        "which count them all; leave one of these records out"
    )
    if Status.SERVING in {reading.records[index].status for index in low.records}:
        message += ", or name the role of those serving, if those who have served are counted in other roles"
    raise ContradictionError(message)
