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

from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from kzpeace._checks import as_tuple_of
from kzpeace._setcover import Box, Priced, members, together
from kzpeace.dates import date_argument
from kzpeace.domain import Deployment, Personnel, Role, Status
from kzpeace.missions import by_acronym, key_of, resolve_missions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzpeace._setcover import Effort
    from kzpeace.dates import PartialDate
    from kzpeace.domain import Mission

OFFICERS, EVERYONE = 0b01, 0b11
"""The lanes of a role: officers, and the rest."""
PLACES = {role: 2 * index for index, role in enumerate(Role)}
"""Where the lanes of each role are among those of a mission."""
LANES_OF_A_MISSION = 2 * len(Role)
EVERY_LANE = (1 << LANES_OF_A_MISSION) - 1
"""All the lanes of a mission."""


class Reading:
    """The records of one call, as the rules read them.

    Attributes:
        records: The records, each once, that were reported by ``reported_by``.
        reported_by: The date asked for, or that of the latest report; None where one of them has no date.
        missions: The missions that the given records name, by acronym without capitals, in the records' order.
        boxes: What each record counts, as it stands.
        said: What each record counts, with R3 applied to the snapshots.
        naming: The records that name each mission: indexes, by its place.
        snapshots: The SERVING records by date: indexes, by ordinals of days.
        flow: All that the SERVED records count of each mission, and the snapshots that stand by themselves, by its
            place.
        flow_lanes: The lanes of the SERVED records.
        outside: The lanes of snapshots that no SERVED record covers.
        priced_flows: The SERVED records that have a high, as boxes that cost it, by place of mission, cheapest first.
        priced_snapshots: The SERVING ones, by place of mission, in the order of their dates.
        places: The places of each record's missions, among ``missions``.
        questions: How many questions are asked of it, which share the effort.
    """

    def __init__(self, records: Iterable[Deployment], reported_by: PartialDate | date | str | None) -> None:
        """Read the records.

        Raises:
            ValueError: For no records, none reported by ``reported_by``, one whose report has no date where ``reported_by`` asks
                for it, or two unequal missions with one acronym.
        """
        given = list(dict.fromkeys(as_tuple_of(Deployment, records, "records")))
        if not given:
            message = "records: expected at least one Deployment, got none"
            raise ValueError(message)
        self.missions = by_acronym(mission for record in given for mission in record.missions)
        self.order = {key: place for place, key in enumerate(self.missions)}
        self.records, self.reported_by = records_reported_by(date_argument(reported_by, "reported_by"), given)
        self.questions = 1
        self.shifted: dict[tuple[int, int], int] = {}
        self.places = [[self.order[key_of(mission)] for mission in record.missions] for record in self.records]
        self.boxes = [self.box(record, index) for index, record in enumerate(self.records)]
        self.said = list(self.boxes)
        self.naming: list[list[int]] = [[] for _ in self.missions]
        self.snapshots: dict[int, list[int]] = {}
        self.flow: list[list[Box]] = [[] for _ in self.missions]
        self.flow_lanes = self.outside = 0
        self.place_flows()
        self.place_snapshots()
        self.priced_flows: list[list[Priced]] = [[] for _ in self.missions]
        self.priced_snapshots: list[list[Priced]] = [[] for _ in self.missions]
        self.place_prices()

    def near(self, target: Sequence[Box], effort: Effort, below: float = inf) -> list[Priced]:
        """The records that may cover something of a target, each at less than a limit, in their order."""
        first, last = min(box.first for box in target), max(box.last for box in target)
        found: dict[int, Priced] = {}
        for place in {place for box in target for place in places_of(box.lanes)}:
            snapshots = self.priced_snapshots[place]
            begin, end = bisect_left(snapshots, first, key=first_day), bisect_right(snapshots, last, key=first_day)
            flows = self.priced_flows[place]
            usable = [*flows[: bisect_left(flows, below, key=cost)], *snapshots[begin:end]]
            effort.spend(len(usable))
            found.update(
                (each.key, each)
                for each in usable
                if each.box.first <= last and first <= each.box.last and each.cost < below
            )
        return [found[index] for index in sorted(found)]

    def bearing(self, asked: int) -> list[int]:
        """The records that bear on certain missions, of which these are all lanes, by index."""
        return sorted({index for place in places_of(asked) for index in self.naming[place]})

    def naming_any(self, lanes: int) -> int:
        """How many records name the missions that some lanes are of, one for each mission that they name."""
        return sum(len(self.naming[place]) for place in places_of(lanes))

    def flow_of(self, asked: int) -> list[Box]:
        """All that the flow has in the lanes of certain missions."""
        return [box for place in sorted(places_of(asked)) for box in self.flow[place]]

    def latest_snapshots(self) -> list[int]:
        """The snapshots of the latest date that there are any of, by index."""
        return self.snapshots[max(self.snapshots)] if self.snapshots else []

    def lanes(self, missions: Iterable[Mission]) -> int:
        """All lanes of the missions; none for a mission that no record names."""
        return sum(
            self.lanes_at(self.order[key_of(mission)], EVERY_LANE)
            for mission in missions
            if key_of(mission) in self.order
        )

    def lanes_at(self, place: int, of_a_mission: int) -> int:
        """Lanes of a mission, as those of the mission at a place; equal ones are one object, as they may be long."""
        return self.shifted.setdefault((place, of_a_mission), of_a_mission << LANES_OF_A_MISSION * place)

    def box(self, record: Deployment, index: int) -> Box:
        """What a record counts."""
        of_a_mission = lanes_of_a_mission(record)
        lanes = sum(self.lanes_at(place, of_a_mission) for place in self.places[index])
        end = last_date(record)
        if end is None:
            # A day of its own, which no date and no other record has: it neither covers nor is covered.
            return Box(lanes, -1 - index, -1 - index)
        first = record.period.start.earliest if record.period.start else date.min
        return Box(lanes, first.toordinal(), end.latest.toordinal())

    def place_flows(self) -> None:
        """Put each record where its missions and, for a snapshot, its date are, and into the flow what is SERVED."""
        for index, record in enumerate(self.records):
            box = self.boxes[index]
            for place in self.places[index]:
                self.naming[place].append(index)
            if record.status is Status.SERVING:
                self.snapshots.setdefault(box.first, []).append(index)
                continue
            self.flow_lanes |= box.lanes
            for place in self.places[index]:
                self.flow[place].append(box._replace(lanes=self.lanes_at(place, lanes_of_a_mission(record))))

    def place_snapshots(self) -> None:
        """Apply R3: narrow each snapshot to what SERVED records count on its date, or let it stand by itself."""
        said: dict[int, int] = {}
        for place, naming in enumerate(self.naming):
            by_day: dict[int, list[int]] = {}
            for index in naming:
                if self.records[index].status is Status.SERVING:
                    by_day.setdefault(self.boxes[index].first, []).append(index)
            for day, counted in counted_on(self.flow[place], sorted(by_day)):
                for index in by_day[day]:
                    said[index] = said.get(index, 0) | self.place_snapshot(index, place, day, counted)
        for index, lanes in said.items():
            if lanes != self.said[index].lanes:
                self.said[index] = self.said[index]._replace(lanes=lanes)

    def place_snapshot(self, index: int, place: int, day: int, counted: int) -> int:
        """What a snapshot counts of the mission at a place, of which SERVED records count certain lanes on its date."""
        record = self.records[index]
        lanes = self.lanes_at(place, lanes_of_a_mission(record))
        if not counted:
            self.outside |= lanes
        elif all(counted >> LANES_OF_A_MISSION * place + PLACES[role] & EVERYONE for role in record.roles):
            return lanes & counted
        else:
            self.flow[place].append(Box(lanes, day, day))
        return lanes

    def place_prices(self) -> None:
        """Put each record that has a high where its missions are, in the order in which it is looked for."""
        for index, record in enumerate(self.records):
            if record.headcount.high is not None:
                priced = Priced(self.boxes[index], record.headcount.high, index)
                by_place = self.priced_flows if record.status is Status.SERVED else self.priced_snapshots
                for place in self.places[index]:
                    by_place[place].append(priced)
        for flows in self.priced_flows:
            flows.sort(key=cost)
        for snapshots in self.priced_snapshots:
            snapshots.sort(key=first_day)


def cost(priced: Priced) -> int:
    """What SERVED records are sorted by."""
    return priced.cost


def first_day(priced: Priced) -> int:
    """What snapshots are sorted by."""
    return priced.box.first


def places_of(lanes: int) -> set[int]:
    """The places of the missions that some lanes are of."""
    return {lane // LANES_OF_A_MISSION for lane in members(lanes)}


def lanes_of_a_mission(record: Deployment) -> int:
    """The lanes that a record counts, as those of each of its missions."""
    of_a_role = OFFICERS if record.personnel is Personnel.OFFICERS else EVERYONE
    return sum(of_a_role << PLACES[role] for role in record.roles or PLACES)


def last_date(record: Deployment) -> PartialDate | None:
    """The end of a record's period; where it is open, the report, or the start where that is later; or not known."""
    start, report = record.period.start, report_date(record)
    if record.period.end is None and start is not None and report is not None and report.latest < start.earliest:
        return start
    return record.period.end or report


def report_date(record: Deployment) -> PartialDate | None:
    """When a record was reported: its source's date; without a source the end of its period; or not known."""
    return record.citation.source.date if record.citation else record.period.end


def records_reported_by(
    reported_by: PartialDate | None, records: list[Deployment]
) -> tuple[list[Deployment], PartialDate | None]:
    """The records reported by a date, and that date: the one asked for, or that of the latest report.

    Raises:
        ValueError: Where a date is asked for and a record has none, or where no record was reported by then.
    """
    dates: dict[Deployment, PartialDate] = {}
    for record in records:
        known = report_date(record)
        if known is not None:
            dates[record] = known
        elif reported_by is not None:
            message = f"reported_by: not known when this was reported, as it has no source and no end: {record}"
            raise ValueError(message)
    if reported_by is None:
        return records, max(dates.values(), key=latest_day) if len(dates) == len(records) else None
    left = [record for record in records if dates[record].latest <= reported_by.latest]
    if not left:
        earliest = min(dates.values(), key=latest_day)
        message = f"reported_by: no record was reported by {reported_by}; the earliest is of {earliest}"
        raise ValueError(message)
    return left, reported_by


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
    return resolve_missions(missions, reading.missions)


def counted_on(boxes: Sequence[Box], days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each of the days, which are in order, and the lanes of it that any of the boxes has."""
    begun = sorted(boxes, key=lambda box: -box.first)
    ended = sorted(boxes, key=lambda box: -box.last)
    running: Counter[int] = Counter()
    for day in days:
        while begun and begun[-1].first <= day:
            running[begun.pop().lanes] += 1
        while ended and ended[-1].last < day:
            running[ended.pop().lanes] -= 1
        yield day, together(lanes for lanes, count in running.items() if count)
