"""The fewest and the most people that records and the rules R1 to R5 allow, exactly, for few records.

The days are cut where a period starts or ends. In each stretch of days a person holds no more posts than it has days
(R2). A person is of a *type*: what the person's service means to the records (which count it, and for which of the
missions and roles they name) and to the question. How many people of each type there may be is an integer program: as
many in each record as it says, and somebody in each mission and role that a SERVED record of somebody names (R1). Of
the library this uses the records' own fields alone.

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
from worlds import ANY_SERVICE, DAYS, Question, Service, means_somebody, random_world, stands_by_itself

import kzpeace as kz

MANY = 10_000
"""More people than bounded records add up to, and more days than there are posts: as good as no limit."""

SOMEWHERE_ELSE = kz.Mission(acronym="OTHER")
"""A mission that no record names."""

ASKED = "asked about"


class Oracle:
    """Records, and what service there may be."""

    def __init__(self, records):
        """Take the records, each different from the others."""
        self.records = tuple(records)
        self.missions = tuple(dict.fromkeys(mission for record in self.records for mission in record.missions))
        self.everywhere = self.missions
        if not all(record.missions for record in self.records):
            self.everywhere += (SOMEWHERE_ELSE,)
        self.flows = [record for record in self.records if record.status is kz.Status.SERVED]
        self.snapshots = [record for record in self.records if record.status is kz.Status.SERVING]

    def running(self, day):
        """Return the records that speak of a day."""
        return [record for record in self.records if (days := days_of(record)) and days[0] <= day <= days[1]]

    def services(self, running):
        """Each service that R3 allows on a day, with the records that count it."""
        for mission, (role, is_officer) in product(self.everywhere, ANY_SERVICE):
            service = Service(mission, role, is_officer)
            counting = [record for record in running if service.is_counted(record)]
            flows = [record for record in running if record in self.flows and covers_mission(record, mission)]
            snapshots = [record for record in counting if record in self.snapshots]
            alone = [each for each in snapshots if not flows or stands_by_itself(each, mission, flows)]
            if alone or len(counting) > len(snapshots):
                yield service, counting

    def types(self, question):
        """Return what people's services may mean: sets of marks."""
        first, last = question.days
        known = [days for days in map(days_of, self.records) if days]
        cuts = sorted({cut for days in (*known, question.days) for cut in (days[0], days[1] + 1)})
        stretches = [(end - start, self.running(start), [first <= start <= last]) for start, end in pairwise(cuts)]
        # A record with no known end covers no other: it speaks of days of its own, which may be asked about or not.
        for record in (each for each in self.records if not days_of(each)):
            asked = [True] if question.period is None else [False, True] if begins_by(record, last) else [False]
            stretches.append((MANY, [record], asked))
        types = {frozenset()}
        for length, running, variants in stretches:
            marks = {
                frozenset(self.marks(service, counting, question, is_asked))
                for service, counting in self.services(running)
                for is_asked in variants
            }
            in_stretch = {frozenset()}
            for _ in range(min(length, len(marks))):
                in_stretch |= {one | more for one in in_stretch for more in marks}
            types = {one | more for one in types for more in in_stretch}
        return types

    def marks(self, service, counting, question, is_asked):
        """Yield what a service means to the records that count it, and to the question."""
        if is_asked and service.is_counted(question) and any(record in self.asked(question) for record in counting):
            yield ASKED
        for record in counting:
            yield self.records.index(record)
            if record.status is kz.Status.SERVED and means_somebody(record.headcount):
                yield self.records.index(record), (service.mission if record.missions else None)
                if record.roles:
                    yield self.records.index(record), service.role

    def asked(self, question):
        """Return the records whose people are asked about."""
        return self.records if question.status is kz.Status.SERVED else self.latest_snapshots(question)

    def latest_snapshots(self, question):
        """Return the snapshots of the latest date that is asked about."""
        first, last = question.days
        days = [days_of(each)[0] for each in self.snapshots if first <= days_of(each)[0] <= last]
        return [each for each in self.snapshots if days and days_of(each)[0] == max(days)]

    def bounds(self, question):
        """Return the fewest and the most people asked about; None for no limit.

        Raises:
            AssertionError: For records that cannot all be true.
        """
        types = self.types(question)
        most = -self.fewest(types, sign=-1) if self.is_reported(question) else MANY
        return self.fewest(types), most if most < MANY else None

    def is_reported(self, question):
        """Whether the records say enough of each mission asked about for an upper bound (R4)."""
        if question.status is kz.Status.SERVING:
            latest = self.latest_snapshots(question)
            return all(any(states(each, mission, question) for each in latest) for mission in question.missions)
        first, last = question.days
        in_time = [
            flow for flow in self.flows if begins_by(flow, last) and (not (days := days_of(flow)) or first <= days[1])
        ]
        return all(
            any(states(flow, mission, question) for flow in in_time)
            and all(
                any(flow in self.running(day) and covers_mission(flow, mission) for flow in self.flows)
                for snapshot in self.snapshots
                if first <= (day := days_of(snapshot)[0]) <= last
                and snapshot.headcount.high != 0
                and states(snapshot, mission, question)
            )
            for mission in question.missions
        )

    def fewest(self, types, sign=1):
        """Return the least number of people asked about; with sign -1 the most, negated."""
        rows, limits = [ASKED], [(0, MANY)]
        for number, record in enumerate(self.records):
            low, high = record.headcount.low, record.headcount.high
            rows.append(number)
            limits.append((means_somebody(record.headcount) if low is None else low, inf if high is None else high))
            if record.status is kz.Status.SERVED and means_somebody(record.headcount):
                named = [(number, each) for each in (*record.missions, *record.roles)]
                rows += named
                limits += [(1, inf)] * len(named)
        # Types that mean the same to every row are one.
        columns = {tuple(row in marks for row in rows) for marks in types}
        matrix = np.array(sorted(columns), dtype=float).T
        result = milp(sign * matrix[0], constraints=LinearConstraint(matrix, *zip(*limits, strict=True)), integrality=1)
        assert result.success, result.message
        return round(result.fun)


def days_of(record):
    """Return the first and the last day that a record speaks of, as ordinals; None where its end is not known."""
    end, report = record.period.end, record.citation and record.citation.source.date
    if not (end or report):
        return None
    first = record.period.start.earliest if record.period.start else date.min
    return first.toordinal(), min(each.latest.toordinal() for each in (end, report) if each)


def begins_by(record, day):
    """Whether a record's period begins by a day."""
    return not record.period.start or record.period.start.earliest.toordinal() <= day


def covers_mission(record, mission):
    """Whether a record is for a mission."""
    return not record.missions or mission in record.missions


def states(record, mission, question):
    """Whether a record, as its source states it, counts somebody asked about in a mission."""
    services = [Service(mission, *each) for each in ANY_SERVICE]
    return any(service.is_counted(record) and service.is_counted(question) for service in services)


class Answer(NamedTuple):
    """A question about true records: what the library says, bounds or an error; the exact bounds; the true number."""

    records: tuple
    question: Question
    said: tuple | str
    exact: tuple
    true: int

    def __str__(self):
        """Write the question and answers in a line, and each record in a line."""
        answers = f"the library says {self.said}, exact is {self.exact}, true is {self.true}"
        return "\n    ".join([f"{self.question}: {answers}", *map(brief, self.records)])

    @property
    def is_sound(self):
        """Whether the library's bounds enclose the exact ones, and those the true number."""
        if isinstance(self.said, str):
            return False
        (low, high), (fewest, most) = [(low, inf if high is None else high) for low, high in (self.said, self.exact)]
        return low <= fewest <= self.true <= most <= high


def brief(record):
    """Write a record in short."""
    missions, roles = "+".join(map(str, record.missions)), " ".join(role.name for role in record.roles)
    report = f"reported {record.citation.source.date}" if record.citation else ""
    return (
        f"{record.headcount} {record.personnel.name} {record.status.name} {missions} {record.period} {roles} {report}"
    )


def choices(missions):
    """Every choice of one or more of the missions."""
    return chain.from_iterable(combinations(missions, size) for size in range(1, len(missions) + 1))


def questions(missions, random):
    """Questions about every choice of the missions: without more, by role or personnel, by days, and by both."""
    for some, status in product(choices(missions), kz.Status):
        yield Question(status, some)
        roles, personnel = random.choice([((role,), None) for role in kz.Role] + [((), each) for each in kz.Personnel])
        days = sorted(random.choices(DAYS, k=2))
        period = kz.Period(days[0], random.choice(days)) if status is kz.Status.SERVED else kz.Period(days[0], days[0])
        yield Question(status, some, roles, personnel)
        yield Question(status, some, period=period)
        if not random.randint(0, 2):
            yield Question(status, some, roles, personnel, period)


def answers(world, random):
    """Yield the answers to questions about a world's records."""
    oracle = Oracle(world.records)
    for question in questions(oracle.missions, random):
        try:
            total = question.ask(oracle.records)
            said = total.low, total.high
        except ValueError as error:
            said = str(error)
        yield Answer(oracle.records, question, said, oracle.bounds(question), world.true_number(question))


def main():
    """Compare the library with the oracle over random worlds; print each difference, then the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--worlds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--roles", type=int, help="how many roles each world has; by default one to three")
    given = parser.parse_args()
    random, seen = Random(given.seed), Counter()
    for _ in range(given.worlds):
        for answer in answers(random_world(random, given.roles), random):
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
