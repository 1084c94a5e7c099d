"""How records are read: the rules R1 to R5 that the bounds rest on.

R1. A record counts, each once, the people who served in any of its missions, on any day of its period, in any of its
    roles, among its personnel. A SERVED record names a mission, or a role, only if at least one of its people served in
    it; a record that may mean nobody, such as *at most 600*, does not say so.
R2. On one date a person serves in one mission, in one role.
R3. People SERVING in a mission on a date are among those counted by the SERVED records that cover that mission and
    date, if there are any. A snapshot stands by itself in a mission if it names a role that none of these counts, if
    it includes police and none of them counts police, or if they count nobody whom it counts; otherwise only what they
    count, or a snapshot that stands by itself, is kept of it.
R4. What no record states is not known.
R5. Military observers and staff officers are officers. Rank is that on the day of service.

A *post* is a mission and a kind of service in it. A *claim* is what a record says of a set of posts over a span of
days.

Periods are read in three ways that sources do not state: they reach from the start's earliest day to the end's latest,
but never past the last day of the report; an open end reaches to the report; and without a report an open end is not
known, so the record covers no other.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from kzpeace.dates import Period, date_argument
from kzpeace.domain import Personnel, Role, Status, personnel_argument, records_argument, roles_argument
from kzpeace.missions import by_acronym, key_of, resolve_missions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzpeace.dates import Day, PartialDate
    from kzpeace.domain import Deployment, Mission, Missions, Records, Roles

Post = tuple[str, str]
"""The key of a mission, and a kind of service."""

ANY_OTHER = "any other"
"""Stands for all missions that no record of the call names and nobody asks about; keys have no spaces."""

KINDS = {
    Role.MILITARY_OBSERVER: frozenset({"military observer"}),
    Role.STAFF_OFFICER: frozenset({"staff officer"}),
    Role.TROOPS: frozenset({"officer among troops", "other troops"}),
    Role.POLICE: frozenset({"police"}),
}
"""The kinds of service in each role; by R5 two roles have officers only."""

ANY_KIND = frozenset[str]().union(*KINDS.values())
RANKS = {
    Personnel.OFFICERS: ANY_KIND - {"other troops", "police"},
    Personnel.SERVICE_MEMBERS: ANY_KIND - {"police"},
    Personnel.UNIFORMED: ANY_KIND,
}
"""The kinds of service that each personnel has."""

latest_day, high_of = attrgetter("latest"), attrgetter("high")  # to sort dates, and claims that have a high
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()


class Claim(NamedTuple):
    """What a record counts: people who served in any of these posts on any of these days.

    Attributes:
        posts: The posts where its people may be; for a snapshot, by R3. They decide who is apart, and what is to be
            covered.
        stated: The posts as its source states them. They decide what the claim covers: whoever serves there is counted.
        first: The first day, as an ordinal; 0 or less, different for each record, for days that are not known.
        last: The last day.
        low: The fewest people it may mean.
        high: The most people it may mean, or None.
        record: The record.
        alone: Of a snapshot, the posts where it stands by itself.
        unrecorded: Of a snapshot, the posts in missions that no SERVED record covers on its date.
    """

    posts: frozenset[Post]
    stated: frozenset[Post]
    first: int
    last: int
    low: int
    high: int | None
    record: Deployment
    alone: frozenset[Post] = frozenset()
    unrecorded: frozenset[Post] = frozenset()


class Region(NamedTuple):
    """Posts over a span of days, such as those that a question is about."""

    posts: frozenset[Post]
    first: int
    last: int

    def touches(self, claim: Claim) -> bool:
        """Return whether the claim may count somebody who is asked about."""
        first, last = claim.first, claim.last
        if first <= 0:
            first, last = ordinals(claim.record.period)
        return first <= self.last and self.first <= last and not claim.posts.isdisjoint(self.posts)


class Reading:
    """The records of one call, as the rules read them.

    Attributes:
        records: Those that were reported in time.
        reported_by: The date asked for, or that of the latest report; None if the date of one report is not known.
        contributor: The troop-contributing country.
        named: The missions that they name, by key, in their order.
        asked: The missions asked about, or None.
        roles: The roles asked about; empty for any.
        personnel: The personnel asked about, or None.
        served: The claims of the SERVED records.
        days: The days that have snapshots, in order.
        compared: The SERVED claims that the others do not contradict, by id.
    """

    def __init__(
        self,
        records: Records,
        reported_by: Day | None,
        missions: Missions | None = None,
        roles: Roles | None = None,
        personnel: Personnel | str | None = None,
    ) -> None:
        given = records_argument(records)
        if not given:
            message = "records: expected at least one Deployment, got none"
            raise ValueError(message)
        self.contributor = _only_contributor(given)
        known = by_acronym(mission for record in given for mission in record.missions)
        self.asked = None if missions is None else resolve_missions(missions, known)
        self.roles, self.personnel = roles_argument(roles), personnel_argument(personnel)
        self.records, self.reported_by = _reported_in_time(given, date_argument(reported_by, "reported_by"))
        self.named = by_acronym(mission for record in self.records for mission in record.missions)
        self._all_missions = (*dict.fromkeys((*self.named, *map(key_of, self.asked or ()))), ANY_OTHER)
        self._posts: dict[tuple[object, ...], frozenset[Post]] = {}
        self._by_day: dict[int, list[Deployment]] = {}
        self._snapshots: dict[int, list[Claim]] = {}
        self._counted: dict[int, frozenset[Post]] = {}
        self._sum_of_lows: dict[int, int] = {}
        self._served_at: dict[frozenset[Post], list[Claim]] = {}
        self.served: list[Claim] = []
        self.compared = set[int]()
        unknown: dict[Deployment, int] = {}
        for number, record in enumerate(self.records):
            first, last = _days_of(record) or [-unknown.setdefault(record, number)] * 2
            if record.status is Status.SERVING:
                self._by_day.setdefault(first, []).append(record)
            else:
                self.served.append(self._claim(record, first, last))
        self.days = sorted(self._by_day)
        self._cuts = sorted({cut for claim in self.served for cut in (claim.first, claim.last + 1)})

    def posts(
        self, missions: Sequence[Mission], roles: Iterable[Role] = (), personnel: Personnel | None = None
    ) -> frozenset[Post]:
        """Return the posts of some missions, roles and personnel; of all if none are named."""
        key = (*map(key_of, missions), "", *roles, personnel)
        known = self._posts.get(key)
        if known is None:
            kinds = kinds_of(roles, personnel)
            known = frozenset(
                (mission, kind)
                for mission in (map(key_of, missions) if missions else self._all_missions)
                for kind in kinds
            )
            self._posts[key] = known
        return known

    def snapshots(self, day: int) -> list[Claim]:
        """Return the claims of the SERVING records of a day, read by R3."""
        if day not in self._snapshots:
            counted = self._counted_on(day)
            claims = [_let_stand(self._claim(record, day, day), counted) for record in self.records_on(day)]
            counted = counted.union(*(claim.alone for claim in claims))
            self._snapshots[day] = [
                claim._replace(posts=claim.alone | claim.unrecorded | (claim.stated & counted))
                if not claim.stated <= counted
                else claim
                for claim in claims
            ]
        return self._snapshots[day]

    def served_at(self, posts: frozenset[Post]) -> list[Claim]:
        """Return the SERVED claims that count somebody in some posts and have a high, from the smallest on."""
        if posts not in self._served_at:
            claims = (each for each in self.served if each.high is not None and not each.posts.isdisjoint(posts))
            self._served_at[posts] = sorted(claims, key=high_of)
        return self._served_at[posts]

    def claims(self, question: Region) -> Iterator[Claim]:
        """Yield the claims that may count somebody who is asked about."""
        yield from (claim for claim in self.served if question.touches(claim))
        for day in self.days_in(question):
            yield from (claim for claim in self.snapshots(day) if question.touches(claim))

    def days_in(self, question: Region) -> list[int]:
        """Return the days with snapshots that a question is about."""
        return self.days[bisect_left(self.days, question.first) : bisect_right(self.days, question.last)]

    def posts_asked(self, missions: Sequence[Mission]) -> frozenset[Post]:
        """Return the posts of some missions, or of all, that are asked about."""
        return self.posts(missions, self.roles, self.personnel)

    def posts_of_each(self, missions: Sequence[Mission]) -> list[frozenset[Post]]:
        """Return the posts asked about in each of these missions, or in each possible one if none is given."""
        posts = self.posts_asked(missions)
        keys = map(key_of, missions) if missions else self._all_missions
        return [frozenset(post for post in posts if post[0] == key) for key in keys]

    def missions_served(self, question: Region) -> tuple[Mission, ...]:
        """Return the missions in which records count somebody asked about, or all if there are none; () for any."""
        found, seen = set[str](), set[frozenset[Post]]()
        for claim in self.claims(question):
            if claim.posts in seen or claim.high == 0:
                continue
            if not claim.record.missions:
                return ()
            seen.add(claim.posts)
            found.update(mission for mission, _ in claim.posts & question.posts)
        return tuple(mission for key, mission in self.named.items() if key in found or not found)

    def missions_serving(self, limit: int) -> tuple[Mission, ...]:
        """Return the missions that SERVING records up to a day name, or if there are none, all that records name."""
        keys = {key for (key, _), days in self._days_stated.items() if days[0] <= limit} or self.named.keys()
        return () if ANY_OTHER in keys else tuple(mission for key, mission in self.named.items() if key in keys)

    def unreported(
        self, missions: Iterable[Mission], posts: frozenset[Post], day: int | None, limit: int
    ) -> Iterator[tuple[Mission, PartialDate | None]]:
        """Yield the missions of which no snapshot of the day counts anybody asked about, and when one last did."""
        for mission in missions:
            stated = (self._days_stated.get(post, []) for post in posts & self.posts((mission,)))
            last = max((days[found - 1] for days in stated if (found := bisect_right(days, limit))), default=None)
            if last is None or last != day:
                yield mission, self.records_on(last)[0].period.start if last is not None else None

    def period_of(self, question: Region) -> Period | None:
        """Return the period that the records speak of in answer, each end as precise as stated; None for no records."""
        days = self.days_in(question)
        records = [claim.record for claim in self.served if question.touches(claim)]
        for ordered in (days, reversed(days)):  # of the snapshots, the first and the last are enough
            found = (each.record for day in ordered for each in self.snapshots(day) if question.touches(each))
            records += itertools.islice(found, 1)
        if not records:
            return None
        starts = [record.period.start for record in records]
        ends = [last_date(record) for record in records]
        known_starts = [start for start in starts if start]
        known_ends = [end for end in ends if end]
        start = min(known_starts) if len(known_starts) == len(starts) else None
        end = max(known_ends, key=latest_day) if len(known_ends) == len(ends) else None
        if start is None and end is None:
            # A period cannot be open on both sides: the last date that is known ends it.
            end = max(known_starts + known_ends, key=latest_day)
        return Period(start, end)

    @cached_property
    def _days_stated(self) -> dict[Post, list[int]]:
        """The days for which a SERVING record states how many people serve, by post."""
        days: dict[Post, list[int]] = {}
        for day in self.days:
            for record in self._by_day[day]:
                for post in self.posts(record.missions, record.roles, record.personnel):
                    days.setdefault(post, []).append(day)
        return days

    @cached_property
    def _order(self) -> dict[int, int]:
        return {id(record): number for number, record in enumerate(self.records)}

    def in_order(self, records: Iterable[Deployment]) -> tuple[Deployment, ...]:
        """Return some of the records, each once, in their order."""
        return tuple(self.records[number] for number in sorted({self._order[id(record)] for record in records}))

    def sum_of_lows(self, day: int) -> int:
        """Return the sum of the lows of a day's snapshots: no choice of them shows more people."""
        if day not in self._sum_of_lows:
            self._sum_of_lows[day] = sum(minimum_count(record) for record in self._by_day[day])
        return self._sum_of_lows[day]

    def records_on(self, day: int) -> list[Deployment]:
        return self._by_day.get(day, [])

    def _claim(self, record: Deployment, first: int, last: int) -> Claim:
        posts = self.posts(record.missions, record.roles, record.personnel)
        return Claim(posts, posts, first, last, minimum_count(record), record.headcount.high, record)

    def _counted_on(self, day: int) -> frozenset[Post]:
        """Return the posts that SERVED records count on a day."""
        stretch = bisect_right(self._cuts, day)
        if stretch not in self._counted:
            covering = {claim.posts for claim in self.served if claim.first <= day <= claim.last}
            self._counted[stretch] = frozenset[Post]().union(*covering)
        return self._counted[stretch]


def _let_stand(claim: Claim, counted: frozenset[Post]) -> Claim:
    """Apply R3: find where a snapshot stands by itself, and where no SERVED record covers it."""
    if claim.stated <= counted:
        return claim
    alone, unrecorded = set[Post](), set[Post]()
    for mission in {mission for mission, _ in claim.stated}:
        of_mission = {(mission, kind) for kind in ANY_KIND}
        here, counted_here = claim.stated & of_mission, counted & of_mission
        kinds = {kind for _, kind in counted_here}
        if not counted_here:
            unrecorded |= here
        elif (
            here.isdisjoint(counted_here)
            or ((mission, "police") in here and "police" not in kinds)
            or any(kinds.isdisjoint(KINDS[role]) for role in claim.record.roles)
        ):
            alone |= here
    return claim._replace(alone=frozenset(alone), unrecorded=frozenset(unrecorded))


def kinds_of(roles: Iterable[Role], personnel: Personnel | None) -> frozenset[str]:
    """Return the kinds of service in some roles (any for none) and personnel; raise a ValueError if there are none."""
    of_roles = frozenset[str]().union(*(KINDS[role] for role in roles)) or ANY_KIND
    kinds = of_roles & RANKS[personnel] if personnel else of_roles
    if not kinds and personnel:
        names = ", ".join(role.value for role in roles)
        message = f"personnel: expected personnel that may serve as {names}, got {personnel.value}"
        raise ValueError(message)
    return kinds


def minimum_count(record: Deployment) -> int:
    """Return the fewest people that a record may mean; "around N" means at least one person."""
    low = record.headcount.low
    return min(1, record.headcount.figure or 0) if low is None else low


def last_date(record: Deployment) -> PartialDate | None:
    """Return the end of a record's period, or its report if that is open or earlier; None if neither is known."""
    end, report = record.period.end, report_date(record)
    if end is None or report is None:
        return end or report
    return min(end, report, key=latest_day)


def report_date(record: Deployment) -> PartialDate | None:
    """Return when a record was reported: its source's date, or without a source its end; None if not known."""
    return record.citation.source.date if record.citation else record.period.end


def ordinals(period: Period | None) -> tuple[int, int]:
    """Return the first and last day of a period at its widest; None also spans days that are not known."""
    if period is None:
        return -LAST_DAY, LAST_DAY
    return (
        period.start.earliest.toordinal() if period.start else FIRST_DAY,
        period.end.latest.toordinal() if period.end else LAST_DAY,
    )


def _days_of(record: Deployment) -> tuple[int, int] | None:
    end = last_date(record)
    if end is None:
        return None
    first, last = ordinals(record.period)
    return first, min(last, end.latest.toordinal())


def _only_contributor(records: Iterable[Deployment]) -> str:
    contributors = list(dict.fromkeys(record.contributor for record in records))
    if len(contributors) > 1:
        message = (
            f"records: expected records of one contributor, got {' and '.join(contributors)}; "
            "keep those of one: [record for record in records if record.contributor == ...]"
        )
        raise ValueError(message)
    return contributors[0]


def _reported_in_time(
    records: Sequence[Deployment], limit: PartialDate | None
) -> tuple[list[Deployment], PartialDate | None]:
    """Keep the records reported by a date, and return it, or without one the date of the latest report."""
    dates = [report_date(record) for record in records]
    known = [each for each in dates if each is not None]
    if limit is None:
        return list(records), max(known, key=latest_day) if len(known) == len(records) else None
    if None in dates:
        undated = "the report of this record has no date, as it has neither a source nor an end"
        message = f"reported_by: {undated}: {records[dates.index(None)]}"
        raise ValueError(message)
    kept = [record for record, reported in zip(records, known, strict=True) if reported.latest <= limit.latest]
    if not kept:
        message = f"reported_by: no record was reported by {limit}; the earliest is of {min(known, key=latest_day)}"
        raise ValueError(message)
    return kept, limit
