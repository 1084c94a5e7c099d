"""How many different people records count: the questions, and their answers as intervals.

`kzpeace._rules` says how records are read (R1 to R4), and `kzpeace._bounds` how the bounds follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from kzpeace._bounds import (
    NOBODY,
    Bound,
    allowed,
    best_flow,
    best_stock,
    contradict,
    most,
    named,
    people,
    refuse_contradictions,
)
from kzpeace._checks import (
    instance_of,
    raise_invalid,
    to_optional_whole_number,
    to_whole_number,
    tuple_of,
    whole_number,
)
from kzpeace._rules import Reading, asked_missions, last_date, latest_day
from kzpeace._setcover import Box, together
from kzpeace.article import DEPLOYMENTS
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission, Personnel, Role, Status, to_missions
from kzpeace.headcount import PERSONS
from kzpeace.missions import by_acronym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from attrs import Attribute


def high_is_no_less(instance: Total, attribute: Attribute[int | None], value: int | None) -> None:
    """No less than the low."""
    if value is not None and value < instance.low:
        raise_invalid(instance, attribute.name, value, f"no less than the low, {instance.low}")


@frozen(kw_only=True)
class Total:
    """How many different people records count: the bounds, the question they answer and what they rest on.

    Attributes:
        low: At least so many people.
        high: At most so many people; None where no upper bound is known.
        status: ``SERVED`` for who has served, ``SERVING`` for who serves on a date.
        missions: The missions asked about.
        roles: The roles asked about; empty for any role.
        personnel: The personnel asked about, or None for everyone whom the records count.
        during: For ``SERVED``, the period asked about, or None for any.
        on: For ``SERVING``, the date asked about, or None for the latest reported one.
        contributor: The troop-contributing country of the records, as an ISO 3166-1 alpha-3 code.
        assumes_serving_included: Whether a bound holds only if those serving are included in those who have served.
        unreported: For ``SERVING``, the missions asked about that have no snapshot on the date, each with the date when
            it last had one, or None.
        period: The days that the records of those missions speak of, None where none does; for ``SERVING`` the date
            of the latest snapshots, None where there is no snapshot at all.
        reported_by: The date up to which reports are taken: the one asked for, or that of the latest report; None where
            it is not known when one of them was.
        low_records: The records that the low rests on.
        high_records: The records that the high rests on.

    >>> import kzpeace as kz
    >>> total = kz.total_served()
    >>> print(total, total.low, total.high)
    520–565 520 565
    """

    low: int = field(converter=to_whole_number, validator=whole_number(0), metadata=PERSONS)
    high: int | None = field(
        converter=to_optional_whole_number,
        validator=[whole_number(0, optional=True), high_is_no_less],
        metadata=PERSONS,
    )
    status: Status = field(validator=instance_of(Status, "Status.SERVED or Status.SERVING"))
    missions: tuple[Mission, ...] = field(converter=to_missions, validator=tuple_of(Mission, "Mission"))
    roles: tuple[Role, ...] = field(default=(), validator=tuple_of(Role, "Role"))
    personnel: Personnel | None = field(
        default=None, validator=instance_of(Personnel, "a Personnel or None", optional=True)
    )
    during: Period | None = field(default=None, validator=instance_of(Period, "a Period or None", optional=True))
    on: PartialDate | None = field(
        default=None, validator=instance_of(PartialDate, "a PartialDate or None", optional=True)
    )
    contributor: str = "KAZ"
    assumes_serving_included: bool = False
    unreported: tuple[tuple[Mission, PartialDate | None], ...] = ()
    period: Period | None = field(validator=instance_of(Period, "a Period or None", optional=True))
    reported_by: PartialDate | None = field(validator=instance_of(PartialDate, "a PartialDate or None", optional=True))
    low_records: tuple[Deployment, ...] = field(repr=False, validator=tuple_of(Deployment, "Deployment"))
    high_records: tuple[Deployment, ...] = field(repr=False, validator=tuple_of(Deployment, "Deployment"))

    def __str__(self) -> str:
        """The answer: ``15``, ``520–565``, ``at least 2`` or ``not reported``."""
        if self.high is None:
            return f"at least {self.low}" if self.low else "not reported"
        if self.high and not self.low:
            return f"at most {self.high}"
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
        advice = "one number; use .low and .high" if self.low or self.high is not None else "known, and is not zero"
        message = f"{known}: how many people {VERBS[self.status]} in {missions} is not {advice}"
        raise ValueError(message)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


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

    served: Total = field(validator=instance_of(Total, "a Total"))
    serving: Total = field(validator=instance_of(Total, "a Total"))

    def __str__(self) -> str:
        """Both answers."""
        return f"served {self.served}, serving {self.serving}"


@frozen
class TotalsByMission(Mapping[str, MissionTotals]):
    """The two totals of each mission, by acronym: a mapping that cannot be changed.

    Attributes:
        totals: The totals, a mission each, in the records' order.

    >>> import kzpeace as kz
    >>> list(kz.totals_by_mission())
    ['MINURSO', 'UNOCI', 'UNIFIL']
    """

    totals: tuple[MissionTotals, ...] = field(validator=tuple_of(MissionTotals, "MissionTotals"))

    def __getitem__(self, acronym: str) -> MissionTotals:
        """The totals of a mission."""
        for totals in self.totals:
            if totals.served.missions[0].acronym == acronym:
                return totals
        raise KeyError(acronym)

    def __iter__(self) -> Iterator[str]:
        """The acronyms."""
        return (totals.served.missions[0].acronym for totals in self.totals)

    def __len__(self) -> int:
        """How many missions there are."""
        return len(self.totals)

    def __str__(self) -> str:
        """The answers, a mission a line."""
        return "\n".join(f"{acronym} {totals}" for acronym, totals in self.items())

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


def total_served(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    reported_by: PartialDate | date | str | None = None,
) -> Total:
    """How many different people have served, by the records.

    Args:
        missions: One or several, or their acronyms; those that SERVED records name unless told.
        records: The statements to count from, all of one troop-contributing country; the article's unless told.
        reported_by: Leave out what was reported after this date; ``"2022"`` is its last day.

    Returns:
        The bounds, in persons, with the question and the records they rest on.

    Raises:
        UnknownMissionError: For a mission that cannot be found.
        ContradictionError: For records that cannot all be true.
        ValueError: For no records, none reported by ``reported_by``, one whose report has no date where ``reported_by`` asks for
            it, or two unequal missions with one acronym.

    >>> print(total_served("MINURSO"))
    6–45
    """
    reading = Reading(records, reported_by)
    return served(reading, asked_missions(missions, reading, Status.SERVED))


def total_serving(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    reported_by: PartialDate | date | str | None = None,
) -> Total:
    """How many people serve on the latest date that the records report.

    Args:
        missions: One or several, or their acronyms; those that SERVING records of the date name unless told.
        records: The statements to count from, all of one troop-contributing country; the article's unless told.
        reported_by: Leave out what was reported after this date; ``"2022"`` is its last day.

    Returns:
        The bounds, in persons, with the question and the records they rest on.

    Raises:
        UnknownMissionError: For a mission that cannot be found.
        ContradictionError: For records that cannot all be true.
        ValueError: For no records, none reported by ``reported_by``, one whose report has no date where ``reported_by`` asks for
            it, or two unequal missions with one acronym.

    >>> print(total_serving())
    15
    """
    reading = Reading(records, reported_by)
    return serving(reading, asked_missions(missions, reading, Status.SERVING))


def totals_by_mission(
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    reported_by: PartialDate | date | str | None = None,
) -> TotalsByMission:
    """Who has served and who serves, mission by mission.

    The totals of the missions do not add up to the total of all: the same people may have served in several.

    Args:
        records: The statements to count from, all of one troop-contributing country; the article's unless told.
        reported_by: Leave out what was reported after this date; ``"2022"`` is its last day.

    Returns:
        A mapping from the acronym of each mission that a record names to its two totals, in the records' order.

    Raises:
        ContradictionError: For records that cannot all be true.
        ValueError: As for `total_served`.

    >>> print(totals_by_mission())
    MINURSO served 6–45, serving 6
    UNOCI served 1–45, serving not reported
    UNIFIL served 520–565, serving 9
    """
    reading = Reading(records, reported_by)
    missions = by_acronym(each for record in reading.records for each in record.missions).values()
    reading.questions = len(missions)
    return TotalsByMission(
        tuple(
            MissionTotals(served=served(reading, (mission,)), serving=serving(reading, (mission,)))
            for mission in missions
        )
    )


def served(reading: Reading, missions: tuple[Mission, ...]) -> Total:
    """The total of who has served in the missions."""
    asked = reading.lanes(missions)
    bearing = reading.bearing(asked)
    refuse_contradictions(reading, bearing)
    flows = [index for index in bearing if reading.records[index].status is Status.SERVED]
    snapshots = [index for index in bearing if reading.records[index].status is Status.SERVING]
    low = max(best_flow(reading, asked, flows), best_stock(reading, asked, snapshots), key=people)
    high = None
    if not asked & reading.outside and all(reading.lanes([mission]) & reading.flow_lanes for mission in missions):
        high = most(reading, reading.flow_of(asked), allowed(reading))
    period = span([reading.records[index] for index in bearing])
    return total(reading, low, high, status=Status.SERVED, missions=missions, period=period)


def serving(reading: Reading, missions: tuple[Mission, ...]) -> Total:
    """The total of who serves in the missions on the latest date that there are snapshots of."""
    asked = reading.lanes(missions)
    bearing = reading.bearing(asked)
    refuse_contradictions(reading, bearing)
    low, high, period = NOBODY, None, None
    snapshots = reading.latest_snapshots()
    if snapshots:
        day = reading.boxes[snapshots[0]].first
        period = reading.records[snapshots[0]].period
        latest = sorted(set(snapshots) & set(bearing))
        low = best_stock(reading, asked, latest)
        lanes = together(reading.said[index].lanes & asked for index in latest)
        if all(reading.lanes([mission]) & lanes for mission in missions):
            high = most(reading, [Box(lanes, day, day)], allowed(reading))
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
        reported_by=reading.reported_by,
        low_records=named(reading, low.records),
        high_records=named(reading, high.records) if high else (),
    )


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
