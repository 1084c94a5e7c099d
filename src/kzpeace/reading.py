"""How records are read for counting.

R1. A record counts, each once, the people who served in any of its missions, on any day of its period, in any of its
    roles, among its personnel. No role named: any role. Service members: everyone. A SERVED record names a mission only
    if at least one of its people served there.
R2. On one date a person serves in one mission, in one role: people SERVING on one date in different missions are
    different people.
R3. People SERVING in a mission on a date are among those whom the SERVED records that cover that mission and date count
    for just that service, where there are any. Only a snapshot that names a role which none of those counts stands by
    itself. (Officers are counted by every record, so no personnel goes uncounted.)
R4. What no record states is not known.

A record becomes a `Box`: its lanes (mission, role, personnel) over its days. Two readings are made on the way, and are
stated here because the article does not make them. Periods reach from the start's earliest day to the end's latest; an
open end reaches to the day of the report, and where there is no report its end is not known, so that it covers no
other record. Roles are those of `Role` and no others; service members are officers and the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import takewhile
from math import inf
from typing import TYPE_CHECKING

from kzpeace.checks import all_of
from kzpeace.covers import Box, Priced
from kzpeace.dates import asked_date
from kzpeace.domain import Deployment, Personnel, Role, Status
from kzpeace.missions import by_acronym, chosen_missions, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kzpeace.dates import PartialDate
    from kzpeace.domain import Mission

OFFICERS, EVERYONE = 0b01, 0b11
"""The lanes of a role: officers, and the rest."""
PLACES = {role: 2 * index for index, role in enumerate(Role)}
"""Where the lanes of each role are among those of a mission."""
LANES_OF_A_MISSION = 2 * len(Role)


class Reading:
    """The records of one call, as the rules read them.

    Attributes:
        records: The records, each once, that were reported by ``as_of``.
        as_of: The date asked for, or that of the latest report; None where there is neither.
        missions: The missions that the given records name, by acronym without capitals, in the records' order.
        boxes: What each record counts, as it stands.
        said: What each record counts, with R3 applied to the snapshots.
        snapshots: The SERVING records by date: indexes, by ordinals of days.
        flow: All that the SERVED records count, and the snapshots that stand by themselves.
        flows: The SERVED records: indexes.
        flow_lanes: The lanes of the SERVED records.
        outside: The lanes of snapshots that no SERVED record covers.
        priced: The records that have a high, as boxes that cost it.
        priced_flows: The SERVED ones of them, the cheapest first.
    """

    def __init__(self, records: Iterable[Deployment], as_of: PartialDate | date | str | None) -> None:
        """Read the records.

        Raises:
            ValueError: For no records, none reported by ``as_of``, one whose report has no date where ``as_of`` asks
                for it, or two unequal missions with one acronym.
        """
        given = list(dict.fromkeys(all_of(Deployment, records, "records")))
        if not given:
            message = "records: expected at least one Deployment, got none"
            raise ValueError(message)
        self.missions = by_acronym(mission for record in given for mission in record.missions)
        self.order = {key: index for index, key in enumerate(self.missions)}
        self.records, self.as_of = reported_by(asked_date(as_of, "as_of"), given)
        self.boxes = [self.box(record, index) for index, record in enumerate(self.records)]
        self.said = list(self.boxes)
        self.flows = [index for index, record in enumerate(self.records) if record.status is Status.SERVED]
        self.snapshots: dict[int, list[int]] = {}
        for index, record in enumerate(self.records):
            if record.status is Status.SERVING:
                self.snapshots.setdefault(self.boxes[index].first, []).append(index)
        self.flow_lanes = self.outside = 0
        for index in self.flows:
            self.flow_lanes |= self.boxes[index].lanes
        self.flow = united([self.boxes[index] for index in self.flows])
        self.place_snapshots()
        self.priced = self.prices(range(len(self.records)))
        self.priced_flows = sorted(self.prices(self.flows), key=lambda each: each.cost)

    def prices(self, indexes: Iterable[int]) -> list[Priced]:
        """The records of these indexes that have a high, as boxes that cost it."""
        return [
            Priced(self.boxes[index], high, index)
            for index in indexes
            if (high := self.records[index].headcount.high) is not None
        ]

    def near(self, target: Sequence[Box], below: float = inf) -> list[Priced]:
        """The records that may cover a target, each at less than a limit."""
        if len({day for box in target for day in (box.first, box.last)}) == 1:
            return self.on(target[0].first, below)
        return [each for each in self.priced if each.cost < below]

    def on(self, day: int, below: float = inf) -> list[Priced]:
        """The records that may cover something of one day, each at less than a limit."""
        flows = takewhile(lambda each: each.cost < below, self.priced_flows)
        snapshots = self.prices(self.snapshots.get(day, ()))
        return [each for each in (*flows, *snapshots) if each.cost < below and each.box.first <= day <= each.box.last]

    def latest_snapshots(self) -> list[int]:
        """The snapshots of the latest date that there are any of, by index."""
        return self.snapshots[max(self.snapshots)] if self.snapshots else []

    def lanes(self, missions: Iterable[Mission]) -> int:
        """All lanes of the missions; none for a mission that no record names."""
        every = (1 << LANES_OF_A_MISSION) - 1
        return sum(every << self.shift(mission) for mission in missions if key_of(mission) in self.missions)

    def shift(self, mission: Mission) -> int:
        """How far the lanes of a mission are to the left."""
        return LANES_OF_A_MISSION * self.order[key_of(mission)]

    def box(self, record: Deployment, index: int) -> Box:
        """What a record counts."""
        of_a_role = OFFICERS if record.personnel is Personnel.OFFICERS else EVERYONE
        of_a_mission = sum(of_a_role << PLACES[role] for role in record.roles or PLACES)
        lanes = sum(of_a_mission << self.shift(mission) for mission in record.missions)
        end = last_date(record)
        if end is None:
            # A day of its own, which no date and no other record has: it neither covers nor is covered.
            return Box(lanes, -1 - index, -1 - index)
        first = record.period.start.earliest if record.period.start else date.min
        return Box(lanes, first.toordinal(), end.latest.toordinal())

    def place_snapshots(self) -> None:
        """Apply R3: narrow each snapshot to what SERVED records count on its date, or let it stand by itself."""
        starts = [box.first for box in self.flow]
        by_themselves: list[Box] = []
        for day, indexes in self.snapshots.items():
            place = bisect_right(starts, day) - 1
            counted = self.flow[place].lanes if place >= 0 and day <= self.flow[place].last else 0
            for index in indexes:
                record, said = self.records[index], 0
                for mission in record.missions:
                    lanes = self.boxes[index].lanes & self.lanes([mission])
                    known = counted & self.lanes([mission])
                    if not known:
                        self.outside |= lanes
                    elif all(known >> self.shift(mission) >> PLACES[role] & EVERYONE for role in record.roles):
                        lanes &= known
                    else:
                        by_themselves.append(Box(lanes, day, day))
                    said |= lanes
                self.said[index] = Box(said, day, day)
        self.flow = [*self.flow, *by_themselves]


def last_date(record: Deployment) -> PartialDate | None:
    """The end of a record's period; where it is open, the report, or the start where that is later; or not known."""
    start, report = record.period.start, report_date(record)
    if record.period.end is None and start is not None and report is not None and report.latest < start.earliest:
        return start
    return record.period.end or report


def report_date(record: Deployment) -> PartialDate | None:
    """When a record was reported: its source's date; without a source the end of its period; or not known."""
    return record.citation.source.date if record.citation else record.period.end


def reported_by(as_of: PartialDate | None, records: list[Deployment]) -> tuple[list[Deployment], PartialDate | None]:
    """The records reported by a date, and that date: the one asked for, or that of the latest report.

    Raises:
        ValueError: Where a date is asked for and a record has none, or where no record was reported by then.
    """
    dates: dict[Deployment, PartialDate] = {}
    for record in records:
        known = report_date(record)
        if known is not None:
            dates[record] = known
        elif as_of is not None:
            message = f"as_of: not known when this was reported, as it has no source and no end: {record}"
            raise ValueError(message)
    if as_of is None:
        return records, max(dates.values(), key=latest_day, default=None)
    left = [record for record in records if dates[record].latest <= as_of.latest]
    if not left:
        earliest = min(dates.values(), key=latest_day)
        message = f"as_of: no record was reported by {as_of}; the earliest is of {earliest}"
        raise ValueError(message)
    return left, as_of


def latest_day(known: PartialDate) -> date:
    """What the date of a report counts as: the last day it may mean."""
    return known.latest


def asked_missions(
    missions: Mission | str | Iterable[Mission | str] | None, reading: Reading, status: Status
) -> tuple[Mission, ...]:
    """The missions a question is about, each once.

    Not asked, they are those that records of the status name, for SERVING those of the latest date; where there is
    none, those that any record names.

    Raises:
        UnknownMissionError: For a mission that cannot be found.
        ValueError: For no missions, and for one that is unequal to the records' mission of that acronym.
    """
    if missions is None:
        if status is Status.SERVING:
            naming = [reading.records[index] for index in reading.latest_snapshots()]
        else:
            naming = [record for record in reading.records if record.status is Status.SERVED]
        return tuple(by_acronym(each for record in naming or reading.records for each in record.missions).values())
    return chosen_missions(missions, reading.missions)


def united(boxes: list[Box]) -> list[Box]:
    """All that any of the boxes has, as boxes that follow one another in time."""
    changes: dict[int, list[tuple[int, int]]] = {}
    for lanes, first, last in boxes:
        changes.setdefault(first, []).append((lanes, 1))
        changes.setdefault(last + 1, []).append((lanes, -1))
    open_boxes: dict[int, int] = {}
    found: list[Box] = []
    since = lanes = 0
    for day in sorted(changes):
        for changed, change in changes[day]:
            open_boxes[changed] = open_boxes.get(changed, 0) + change
        together = 0
        for each, count in open_boxes.items():
            together |= each if count else 0
        if together != lanes:
            if lanes:
                found.append(Box(lanes, since, day - 1))
            since, lanes = day, together
    return found
