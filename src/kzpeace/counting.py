"""How many different people records count: the two bounds, and the records that each rests on.

`kzpeace.reading` says how a record is read (R1 to R4). The bounds follow:

The *low* is the best single piece of evidence: one record, or SERVING records of one date that are apart (R2), less the
most of their people who may have served only outside the missions asked about.

The *high* is the cheapest set of records that covers all that the SERVED records say of those missions, at the sum of
their highs: whoever is counted is counted by one of the set. On one date, the people of a whole who serve elsewhere do
not serve here (R2), so for that date a whole costs its high less theirs.

Records contradict one another where some count more people than the cheapest cover of what they count by others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

from attrs import field, frozen

from kzpeace.article import DEPLOYMENTS
from kzpeace.checks import a, refuse, whole_number
from kzpeace.covers import Box, Priced, cheapest_cover, heaviest_apart
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission, Status
from kzpeace.reading import Reading, asked_missions, last_date, latest_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from attrs import Attribute

LOOKS = 1_000_000
"""How many pairs of records one call looks at in search of better evidence, and again of contradictions."""


class ContradictionError(ValueError):
    """Records cannot all be true: some count more people than the records that cover them."""


def high_is_no_less(instance: Total, attribute: Attribute[int | None], value: int | None) -> None:
    """Validator of `Total.high`."""
    if value is not None and value < instance.low:
        refuse(instance, attribute.name, value, f"no less than the low, {instance.low}")


@frozen(kw_only=True)
class Total:
    """How many different people records count: the bounds, the question they answer and what they rest on.

    Attributes:
        low: At least so many people.
        high: At most so many people; None where no upper bound is known.
        status: ``SERVED`` for who has served, ``SERVING`` for who serves on a date.
        missions: The missions asked about.
        period: The days that the records of those missions speak of, None where none does; for ``SERVING`` the date
            asked about, None where there is no snapshot at all.
        as_of: The date up to which reports are taken: the one asked for, or that of the latest report; None where
            there is neither.
        low_records: The records that the low rests on.
        high_records: The records that the high rests on.

    >>> import kzpeace as kz
    >>> total = kz.total_served()
    >>> print(total, total.low, total.high)
    520–565 520 565
    """

    low: int = field(validator=whole_number(0))
    high: int | None = field(validator=[whole_number(0, optional=True), high_is_no_less])
    status: Status = field(validator=a(Status, "Status.SERVED or Status.SERVING"))
    missions: tuple[Mission, ...]
    period: Period | None
    as_of: PartialDate | None
    low_records: tuple[Deployment, ...] = field(repr=False)
    high_records: tuple[Deployment, ...] = field(repr=False)

    def __str__(self) -> str:
        """The answer: ``15``, ``520–565``, ``at least 2`` or ``not reported``."""
        if self.high is None:
            return f"at least {self.low}" if self.low else "not reported"
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"

    def __int__(self) -> int:
        """The answer, where it is one number.

        Raises:
            ValueError: Where it is not, with what is known.
        """
        if self.low == self.high:
            return self.low
        known = f"between {self.low} and {self.high}" if self.high is not None else str(self)
        missions = ", ".join(map(str, self.missions))
        message = f"{known}: how many people {VERBS[self.status]} in {missions} is not one number; use .low and .high"
        raise ValueError(message)


VERBS = {Status.SERVED: "have served", Status.SERVING: "are serving"}


@frozen(kw_only=True)
class MissionTotals:
    """The two totals of one mission.

    Attributes:
        served: How many different people have served in it.
        serving: How many serve in it, on the latest date that is reported.

    >>> import kzpeace as kz
    >>> print(kz.totals_by_mission()["UNIFIL"])
    served 520–565, serving 9
    """

    served: Total
    serving: Total

    def __str__(self) -> str:
        """Both answers."""
        return f"served {self.served}, serving {self.serving}"


def total_served(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    as_of: PartialDate | date | str | None = None,
) -> Total:
    """How many different people have served, by the records.

    Args:
        missions: One or several, or their acronyms; those that SERVED records name unless told.
        records: The statements to count from, all of one troop-contributing country; the article's unless told.
        as_of: Leave out what was reported after this date; ``"2022"`` is its last day.

    Returns:
        The bounds, in persons, with the question and the records they rest on.

    Raises:
        UnknownMissionError: For a mission that cannot be found.
        ContradictionError: For records that cannot all be true.
        ValueError: For no records, none reported by ``as_of``, one whose report has no date where ``as_of`` asks for
            it, or two unequal missions with one acronym.

    >>> print(total_served("MINURSO"))
    6–45
    """
    reading = Reading(records, as_of)
    return served(reading, asked_missions(missions, reading, Status.SERVED))


def total_serving(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    as_of: PartialDate | date | str | None = None,
) -> Total:
    """How many people serve on the latest date that the records report.

    Args:
        missions: One or several, or their acronyms; those that SERVING records of the date name unless told.
        records: The statements to count from, all of one troop-contributing country; the article's unless told.
        as_of: Leave out what was reported after this date; ``"2022"`` is its last day.

    Returns:
        The bounds, in persons, with the question and the records they rest on.

    Raises:
        UnknownMissionError: For a mission that cannot be found.
        ContradictionError: For records that cannot all be true.
        ValueError: For no records, none reported by ``as_of``, one whose report has no date where ``as_of`` asks for
            it, or two unequal missions with one acronym.

    >>> print(total_serving())
    15
    """
    reading = Reading(records, as_of)
    return serving(reading, asked_missions(missions, reading, Status.SERVING))


def totals_by_mission(
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    as_of: PartialDate | date | str | None = None,
) -> Mapping[str, MissionTotals]:
    """Who has served and who serves, mission by mission.

    The totals of the missions do not add up to the total of all: the same people may have served in several.

    Args:
        records: The statements to count from, all of one troop-contributing country; the article's unless told.
        as_of: Leave out what was reported after this date; ``"2022"`` is its last day.

    Returns:
        The two totals of each mission that a record names, by acronym, in the records' order.

    Raises:
        ContradictionError: For records that cannot all be true.
        ValueError: As for `total_served`.

    >>> for acronym, totals in totals_by_mission().items():
    ...     print(acronym, totals)
    MINURSO served 6–45, serving 6
    UNOCI served 1–45, serving not reported
    UNIFIL served 520–565, serving 9
    """
    reading = Reading(records, as_of)
    return {
        mission.acronym: MissionTotals(served=served(reading, (mission,)), serving=serving(reading, (mission,)))
        for mission in reading.missions.values()
    }


class Bound(NamedTuple):
    """A number of people, and the records that show that there are so many or so few, by index."""

    people: int
    records: tuple[int, ...]


def served(reading: Reading, missions: tuple[Mission, ...]) -> Total:
    """The total of who has served in the missions."""
    asked = reading.lanes(missions)
    refuse_contradictions(reading, asked)
    low = max(best_flow(reading, asked), best_stock(reading, asked, reading.snapshots), key=people)
    high = None
    if not asked & reading.outside and all(reading.lanes([mission]) & reading.flow_lanes for mission in missions):
        high = most(reading, [Box(box.lanes & asked, *box[1:]) for box in reading.flow if box.lanes & asked])
    bearing = [record for record, box in zip(reading.records, reading.boxes, strict=True) if box.lanes & asked]
    return total(reading, low, high, status=Status.SERVED, missions=missions, period=span(bearing))


def serving(reading: Reading, missions: tuple[Mission, ...]) -> Total:
    """The total of who serves in the missions on the latest date that there are snapshots of."""
    asked = reading.lanes(missions)
    refuse_contradictions(reading, asked)
    low, high, period = NOBODY, None, None
    snapshots = reading.latest_snapshots()
    if snapshots:
        day = reading.boxes[snapshots[0]].first
        period = reading.records[snapshots[0]].period
        low = best_stock(reading, asked, {day: snapshots})
        lanes = together(reading.said[index].lanes & asked for index in snapshots)
        if all(reading.lanes([mission]) & lanes for mission in missions):
            high = most(reading, [Box(lanes, day, day)])
    return total(reading, low, high, status=Status.SERVING, missions=missions, period=period)


def total(
    reading: Reading,
    low: Bound,
    high: Bound | None,
    *,
    status: Status,
    missions: tuple[Mission, ...],
    period: Period | None,
) -> Total:
    """The answer, from its bounds.

    Raises:
        ContradictionError: For a low above the high.
    """
    if high is not None and low.people > high.people:
        contradict(reading, low, high)
    return Total(
        low=low.people,
        high=high.people if high else None,
        status=status,
        missions=missions,
        period=period,
        as_of=reading.as_of,
        low_records=named(reading, low.records),
        high_records=named(reading, high.records) if high else (),
    )


def named(reading: Reading, indexes: Iterable[int]) -> tuple[Deployment, ...]:
    """The records with these indexes, each once, in their order."""
    return tuple(reading.records[index] for index in sorted(set(indexes)))


def people(bound: Bound) -> int:
    """What bounds compare by."""
    return bound.people


def together(lanes: Iterable[int]) -> int:
    """All the lanes that any of them has."""
    found = 0
    for each in lanes:
        found |= each
    return found


def span(records: Sequence[Deployment]) -> Period | None:
    """The period that records speak of together, each end as precise as it is stated; None for no records."""
    if not records:
        return None
    starts = [record.period.start for record in records]
    ends = [last_date(record) for record in records]
    known_starts = [start for start in starts if start]
    known_ends = [end for end in ends if end]
    start = min(known_starts) if len(known_starts) == len(starts) else None
    end = max(known_ends, key=latest_day) if len(known_ends) == len(ends) else None
    if start is None and end is None:
        # Open on both sides, by different records: a period cannot say so, and the last date that is known ends it.
        end = max(known_starts + known_ends, key=latest_day)
    return Period(start, end)


def least(record: Deployment) -> int:
    """The fewest people a record may mean: around so many is somebody."""
    count = record.headcount
    return min(1, count.figure or 0) if count.low is None else count.low


def most(reading: Reading, target: Sequence[Box], without: Sequence[int] = ()) -> Bound | None:
    """The most people who served where the target says, by the cheapest cover of it; None where there is none.

    On one date, each record that may cover costs its high less the people in it who serve elsewhere (R2).

    Args:
        reading: The records.
        target: Lanes over days.
        without: The indexes of records that are not to be used.
    """
    priced = [each for each in reading.near(target) if each.key not in without]
    elsewhere: dict[int, tuple[int, ...]] = {}
    if len({day for box in target for day in (box.first, box.last)}) == 1:
        day, lanes = target[0].first, together(box.lanes for box in target)
        for place, (box, cost, key) in enumerate(priced):
            serving_elsewhere = heaviest_snapshots(reading, reading.snapshots.get(day, ()), box.lanes & ~lanes)
            if serving_elsewhere.people and box.meets(Box(lanes, day, day)):
                elsewhere[key] = serving_elsewhere.records
                priced[place] = Priced(box, max(0, cost - serving_elsewhere.people), key)
    cover = cheapest_cover(target, priced)
    if cover is None:
        return None
    return Bound(cover.cost, tuple(index for key in cover.keys for index in (key, *elsewhere.get(key, ()))))


def heaviest_snapshots(reading: Reading, snapshots: Iterable[int], within: int) -> Bound:
    """The most people that snapshots of one date show to serve within certain lanes, counting nobody twice (R2)."""
    shown = ((reading.said[index].lanes, Bound(least(reading.records[index]), (index,))) for index in snapshots)
    return summed(heaviest((lanes, bound) for lanes, bound in shown if not lanes & ~within))


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


def best_flow(reading: Reading, asked: int) -> Bound:
    """The best evidence of one SERVED record: its low, less the most who may have served only outside; or someone."""
    best, looks = NOBODY, 0
    bearing = [index for index in reading.flows if reading.boxes[index].lanes & asked]
    for index in sorted(bearing, key=lambda index: -least(reading.records[index])):
        low, box = least(reading.records[index]), reading.boxes[index]
        if low <= best.people:
            break
        outside = box.lanes & ~asked
        if not outside:
            return Bound(low, (index,))
        best = max(best, Bound(1, (index,)), key=people)  # R1: a mission it names is one where someone served
        looks += len(reading.priced)
        if looks <= LOOKS:
            elsewhere = most(reading, [Box(outside, box.first, box.last)], without=[index])
            if elsewhere is not None:
                best = max(best, Bound(low - elsewhere.people, (index, *elsewhere.records)), key=people)
    return best


def best_stock(reading: Reading, asked: int, snapshots: Mapping[int, Sequence[int]]) -> Bound:
    """The best evidence of SERVING records of one date."""
    best, looks = NOBODY, 0
    bearing = {
        day: [index for index in indexes if reading.said[index].lanes & asked] for day, indexes in snapshots.items()
    }
    shown = {day: sum(least(reading.records[index]) for index in indexes) for day, indexes in bearing.items()}
    for day in sorted(shown, key=lambda day: -shown[day]):
        if shown[day] <= best.people:
            break
        inside = heaviest_snapshots(reading, bearing[day], asked)
        best = max(best, inside, key=people)
        looks += len(bearing[day]) * len(reading.priced)
        if inside.people < shown[day] and looks <= LOOKS:
            best = max(best, best_mixed_stock(reading, asked, day, bearing[day]), key=people)
    return best


def best_mixed_stock(reading: Reading, asked: int, day: int, bearing: Sequence[int]) -> Bound:
    """The best evidence of SERVING records of one date where some count people outside the missions asked about too.

    Each such record shows its low less the most who may serve outside. Together several may show more, as the same
    record may cover what more than one of them has outside.
    """

    def less_outside(indexes: Sequence[int]) -> Bound:
        outside = together(reading.said[index].lanes for index in indexes) & ~asked
        low = sum(least(reading.records[index]) for index in indexes)
        if not outside:
            return Bound(low, tuple(indexes))
        elsewhere = most(reading, [Box(outside, day, day)], without=indexes)
        return NOBODY if elsewhere is None else Bound(low - elsewhere.people, (*indexes, *elsewhere.records))

    one_by_one = heaviest((reading.said[index].lanes, less_outside([index])) for index in bearing)
    chosen = [bound.records[0] for bound in one_by_one]
    all_at_once = heaviest_snapshots(reading, bearing, -1).records
    return max(summed(one_by_one), less_outside(chosen), less_outside(all_at_once), key=people)


def refuse_contradictions(reading: Reading, asked: int) -> None:
    """Compare what records count with the cheapest cover of it by others.

    Raises:
        ContradictionError: Where that is less, for one record or for SERVING records of one date.
    """
    claims = [
        Bound(record.headcount.low, (index,))
        for index, record in enumerate(reading.records)
        if record.headcount.low and reading.said[index].lanes & asked
    ]
    by_day: dict[int, list[tuple[int, Bound]]] = {}
    for claim in claims:
        (index,) = claim.records
        if reading.records[index].status is Status.SERVING:
            by_day.setdefault(reading.said[index].first, []).append((reading.said[index].lanes, claim))
    for day, shown in by_day.items():
        if len(shown) > 1:
            everyone = sum(claim.people for _, claim in shown)
            wholes = {-1} | {each.box.lanes for each in reading.on(day, below=everyone)}
            claims += [
                summed(heaviest((lanes, claim) for lanes, claim in shown if not lanes & ~whole)) for whole in wholes
            ]
    looks = 0
    for claim in sorted(claims, key=lambda claim: -claim.people):
        target = [reading.said[index] for index in claim.records]
        rivals = [each for each in reading.near(target, below=claim.people) if each.key not in claim.records]
        looks += len(rivals)
        if looks > LOOKS:
            return
        cover = cheapest_cover(target, rivals)
        if cover is not None and cover.cost < claim.people:
            contradict(reading, claim, Bound(cover.cost, cover.keys))


def contradict(reading: Reading, low: Bound, high: Bound) -> NoReturn:
    """Raise the error for records that count more people than others allow."""
    counting, covering = ("; ".join(map(str, named(reading, bound.records))) for bound in (low, high))
    message = (
        f"records contradict: at least {low.people} people by [{counting}], but at most {high.people} by [{covering}], "
        "which count them all; leave one of these records out"
    )
    raise ContradictionError(message)


NOBODY = Bound(0, ())
