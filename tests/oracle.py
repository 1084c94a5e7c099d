"""The fewest and the most people that records and the rules R1 to R4 allow, exactly, for few records.

The days are cut where a period starts or ends. In each stretch of days a person serves in no more missions and roles
than it has days (R2). A person is of a *type*: the parts, each a record and one of its missions, that count the person.
How many people of each type there may be is an integer program: as many in each record as it says, and somebody in each
mission that a SERVED record of somebody names (R1). Of the library this uses the records' own fields alone.

As a script it compares the library with this: `python tests/oracle.py --worlds 1000 --seed 0`.
"""

import argparse
from collections import Counter
from datetime import date
from itertools import chain, combinations, pairwise, product
from math import inf
from random import Random
from typing import NamedTuple

import numpy as np
from scipy.optimize import LinearConstraint, milp
from worlds import means_somebody, random_world

import kzpeace as kz

MANY = 10_000
"""More people than bounded records add up to, and more days than there are missions and roles: as good as no limit."""


class Oracle:
    """Records, and of what types people may be to them."""

    def __init__(self, records):
        """Take the records, each different from the others."""
        self.records = tuple(records)
        self.missions = tuple(dict.fromkeys(mission for record in self.records for mission in record.missions))
        self.flows = [record for record in self.records if record.status is kz.Status.SERVED]
        self.snapshots = [record for record in self.records if record.status is kz.Status.SERVING]
        self.parts = [(record, mission) for record in self.records for mission in record.missions]
        self.types = self.types_of(is_officer=True) | self.types_of(is_officer=False)

    def types_of(self, *, is_officer):
        """The types that officers, or the rest, may be of: sets of places of parts."""
        known = [days for days in map(days_of, self.records) if days]
        cuts = sorted({cut for first, last in known for cut in (first, last + 1)})
        stretches = [(end - start, self.running(start)) for start, end in pairwise(cuts)]
        # A record with no known end covers no other: it speaks of days of its own.
        stretches += [(MANY, [record]) for record in self.records if not days_of(record)]
        types = {frozenset()}
        for length, running in stretches:
            services = self.services(running, is_officer)
            in_stretch = {frozenset()}
            for _ in range(min(length, len(services))):
                in_stretch |= {parts | more for parts in in_stretch for more in services}
            types = {parts | more for parts in types for more in in_stretch}
        return types

    def running(self, day):
        """The records that speak of a day."""
        return [record for record in self.records if (days := days_of(record)) and days[0] <= day <= days[1]]

    def services(self, running, is_officer):
        """The parts that count a day's service in a mission and role, for all that R3 allows."""
        found = set()
        for mission, role in product(self.missions, kz.Role):
            naming = [record for record in running if mission in record.missions]
            counting = [record for record in naming if counts(record, role, is_officer)]
            flows = [record for record in naming if record.status is kz.Status.SERVED]
            snapshots = [record for record in counting if record.status is kz.Status.SERVING]
            if len(counting) > len(snapshots) or not any(is_among(record, flows) for record in snapshots):
                found.add(frozenset(self.parts.index((record, mission)) for record in counting))
        return found

    def bounds(self, missions, status):
        """The fewest people who served in the missions, or serve there on the latest date; the most, None for no limit.

        Raises:
            AssertionError: For records that cannot all be true.
        """
        asked = self.records if status is kz.Status.SERVED else self.latest_snapshots()
        counted = {place for place, part in enumerate(self.parts) if part[0] in asked and part[1] in missions}
        most = -self.fewest(counted, sign=-1) if self.is_reported(missions, status) else MANY
        return self.fewest(counted), most if most < MANY else None

    def latest_snapshots(self):
        """The snapshots of the latest date."""
        latest = max(map(days_of, self.snapshots), default=None)
        return [record for record in self.snapshots if days_of(record) == latest]

    def is_reported(self, missions, status):
        """Whether records of the status speak of each of the missions (R4), and of the dates of its snapshots."""
        if status is kz.Status.SERVING:
            return all(any(mission in record.missions for record in self.latest_snapshots()) for mission in missions)
        spoken_of = [self.flows] + [
            [record for record in self.running(days_of(snapshot)[0]) if record.status is kz.Status.SERVED]
            for snapshot in self.snapshots
        ]
        asked = [missions] + [[each for each in snapshot.missions if each in missions] for snapshot in self.snapshots]
        return all(
            any(mission in flow.missions for flow in flows)
            for flows, named in zip(spoken_of, asked, strict=True)
            for mission in named
        )

    def fewest(self, counted, sign=1):
        """The least that the number of people whom these parts count can be; with sign -1 the most, negated."""
        rows, limits = [counted], [(0, MANY)]
        for record in self.records:
            places = {place for place, part in enumerate(self.parts) if part[0] == record}
            high = record.headcount.high
            rows.append(places)
            limits.append((record.headcount.low or means_somebody(record.headcount), inf if high is None else high))
            if record.status is kz.Status.SERVED and means_somebody(record.headcount):
                rows += [{place} for place in places]
                limits += [(1, inf)] * len(places)
        # Types that mean the same to every row are one.
        columns = {tuple(not row.isdisjoint(parts) for row in rows) for parts in self.types}
        matrix = np.array(sorted(columns), dtype=float).T
        result = milp(sign * matrix[0], constraints=LinearConstraint(matrix, *zip(*limits, strict=True)), integrality=1)
        assert result.success, result.message
        return round(result.fun)


def days_of(record):
    """The first and the last day that a record speaks of, as ordinals; None where its end is not known."""
    end = record.period.end or (record.citation and record.citation.source.date)
    first = record.period.start.earliest if record.period.start else date.min
    return end and (first.toordinal(), end.latest.toordinal())


def counts(record, role, is_officer):
    """Whether a record counts those of a role and grade."""
    return role in (record.roles or kz.Role) and (is_officer or record.personnel is kz.Personnel.SERVICE_MEMBERS)


def is_among(snapshot, flows):
    """Whether people in a snapshot are among those in SERVED records of its mission and date (R3)."""
    return bool(flows) and all(any(role in (flow.roles or kz.Role) for flow in flows) for role in snapshot.roles)


class Answer(NamedTuple):
    """A question about true records: what the library says, bounds or an error; the exact bounds; the true number."""

    records: tuple
    missions: tuple
    status: kz.Status
    said: tuple | str
    exact: tuple
    true: int

    def __str__(self):
        """The question and answers in a line, and each record in a line."""
        asked = f"{self.status.name} {'+'.join(map(str, self.missions))}"
        answers = f"the library says {self.said}, exact is {self.exact}, true is {self.true}"
        return "\n    ".join([f"{asked}: {answers}", *map(brief, self.records)])

    @property
    def is_sound(self):
        """Whether the library's bounds enclose the exact ones, and those the true number."""
        if isinstance(self.said, str):
            return False
        (low, high), (fewest, most) = [(low, inf if high is None else high) for low, high in (self.said, self.exact)]
        return low <= fewest <= self.true <= most <= high


def brief(record):
    """A record in short."""
    grade = "officers " if record.personnel is kz.Personnel.OFFICERS else ""
    missions, roles = "+".join(map(str, record.missions)), " ".join(role.name for role in record.roles)
    report = f"reported {record.citation.source.date}" if record.citation else ""
    return f"{record.headcount} {grade}{record.status.name} {missions} {record.period} {roles} {report}".rstrip()


def choices(missions):
    """Every choice of one or more of the missions."""
    return chain.from_iterable(combinations(missions, size) for size in range(1, len(missions) + 1))


def answers(world):
    """The answers to every question about a world's records: each status, each choice of the missions they name."""
    oracle = Oracle(world.records)
    for missions, status in product(choices(oracle.missions), kz.Status):
        ask, truth = {
            kz.Status.SERVED: (kz.total_served, world.served),
            kz.Status.SERVING: (kz.total_serving, world.serving),
        }[status]
        try:
            total = ask(missions, records=oracle.records)
            said = total.low, total.high
        except ValueError as error:
            said = str(error)
        yield Answer(oracle.records, missions, status, said, oracle.bounds(missions, status), truth(missions))


def main():
    """Compare the library with the oracle over random worlds; print each difference, then the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--worlds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    random, seen = Random(given.seed), Counter()
    for _ in range(given.worlds):
        for answer in answers(random_world(random)):
            seen["questions"] += 1
            if not answer.is_sound:
                seen["unsound"] += 1
                print("UNSOUND", answer)
            elif answer.said != answer.exact:
                seen["low"] += answer.said[0] != answer.exact[0]
                seen["high"] += answer.said[1] != answer.exact[1]
                seen["either"] += 1
                print("NOT TIGHT", answer)
    print(f"{given.worlds} worlds of seed {given.seed}, {seen['questions']} questions, {seen['unsound']} unsound")
    for bound in ("low", "high", "either"):
        print(f"{bound} not tight: {seen[bound]}, tight: {1 - seen[bound] / seen['questions']:.2%}")


if __name__ == "__main__":
    main()
