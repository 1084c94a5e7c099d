"""Random small worlds of people, and records that are true of them.

In a world everything is known: where, as what and of which rank each person serves on each day. So it is known whether
the rules R1 to R5 hold for a record, and how many people the records count.
"""

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

import kzpeace as kz

DAYS = date(2014, 3, 15), date(2014, 9, 15), date(2015, 3, 15), date(2015, 9, 15)
"""The calendar: two days in each year, so that a year means more than one of them."""

MILITARY = kz.Role.MILITARY_OBSERVER, kz.Role.STAFF_OFFICER, kz.Role.TROOPS


class Service(NamedTuple):
    """A person's service on a day: where, as what, and whether as an officer."""

    mission: kz.Mission
    role: kz.Role
    is_officer: bool

    def is_counted(self, thing):
        """Whether a record or a question counts it, by roles and personnel, for some missions."""
        return (
            (not thing.missions or self.mission in thing.missions)
            and (not thing.roles or self.role in thing.roles)
            and (self.is_officer or thing.personnel is not kz.Personnel.OFFICERS)
            and (self.role is not kz.Role.POLICE or thing.personnel in {None, kz.Personnel.UNIFORMED})
        )


ANY_SERVICE = [(role, True) for role in MILITARY] + [(kz.Role.TROOPS, False), (kz.Role.POLICE, False)]
"""Each role and rank there is: observers and staff officers are officers (R5)."""


class Question(NamedTuple):
    """What is asked of either total."""

    status: kz.Status
    missions: tuple
    roles: tuple = ()
    personnel: kz.Personnel | None = None
    period: kz.Period | None = None

    @property
    def days(self):
        """The first and last day asked about, as ordinals."""
        if self.period is None:
            return -(10**7), 10**7
        start, end = self.period.start, self.period.end
        return start.earliest.toordinal() if start else 1, end.latest.toordinal() if end else 10**7

    def ask(self, records):
        """Return the library's total."""
        asked = {
            "missions": self.missions,
            "roles": self.roles or None,
            "personnel": self.personnel,
            "records": records,
        }
        if self.status is kz.Status.SERVED:
            return kz.total_served(during=self.period, **asked)
        return kz.total_serving(on=self.period and self.period.end, **asked)

    def __str__(self):
        """Write the question in a line."""
        missions, roles = "+".join(map(str, self.missions)), " ".join(role.name for role in self.roles)
        return f"{self.status.name} {missions} {roles} {self.personnel or ''} {self.period or ''}"


class World(NamedTuple):
    """People, each as a tuple of services or None by day, and records that are true of them, with their last days."""

    people: tuple
    records: dict

    def true_number(self, question):
        """How many different people the records count for service that is asked about."""
        records, (first, last) = self.records, question.days
        if question.status is kz.Status.SERVING:
            days = [until for record, until in records.items() if record.status is kz.Status.SERVING]
            first = last = max((day.toordinal() for day in days if first <= day.toordinal() <= last), default=0)
            records = {record: day for record, day in records.items() if record.status is kz.Status.SERVING}
        return sum(
            any(
                service
                and first <= day.toordinal() <= last
                and service.is_counted(question)
                and any(
                    counts_on(record, until, day) and service.is_counted(record) for record, until in records.items()
                )
                for day, service in zip(DAYS, person, strict=True)
            )
            for person in self.people
        )


def counts_on(record, until, day):
    """Whether a record that reaches to a day counts service on another."""
    return (record.period.start is None or record.period.start.earliest <= day) and day <= until


def random_world(random, role_count=None):
    """Make a world of two or three missions, two to four days, and up to three roles, six people and five records."""
    missions = kz.MISSIONS[: random.choice((2, 3, 3))]
    roles = tuple(random.sample(tuple(kz.Role), role_count or random.randint(1, 3)))
    days = DAYS[: random.randint(2, 4)]
    people = tuple(random_person(random, missions, roles, days) for _ in range(random.randint(1, 6)))
    drawn = [true_record(random, people, missions, roles, days) for _ in range(7)]
    records = dict([each for each in drawn if each][: random.randint(1, 5)])
    records = {record: until for record, until in records.items() if follows_r3(record, people, records)}
    return World(people, records) if records else random_world(random, role_count)


worlds = st.builds(random_world, st.randoms(use_true_random=False))
"""Worlds that hypothesis can make smaller."""


def random_person(random, missions, roles, days):
    """Make a person who on each of the days serves somewhere, or nowhere."""
    services = [each for each in ANY_SERVICE if each[0] in roles]
    here = [Service(random.choice(missions), *random.choice(services)) if random.randint(0, 2) else None for _ in days]
    return (*here, *[None] * (len(DAYS) - len(days)))


def true_record(random, people, missions, roles, days):
    """Make a record that is true by R1, and return the day that it reaches to, or None."""
    status = random.choice((kz.Status.SERVED, kz.Status.SERVED, kz.Status.SERVING))
    period, citation, until = snapshot_day(random, days) if status is kz.Status.SERVING else flow_period(random, days)
    named = random.sample(missions, random.choice((1, 1, 2, len(missions))))
    if not random.randint(0, 11):
        named = []  # any UN mission
    said_roles = random.choice(((), (), random.sample(roles, random.randint(1, len(roles)))))
    personnel = random.choice((*kz.Personnel, kz.Personnel.SERVICE_MEMBERS))
    if kz.Role.POLICE in said_roles:
        personnel = kz.Personnel.UNIFORMED
    said = {"status": status, "period": period, "citation": citation, "personnel": personnel}
    draft = kz.Deployment(headcount=0, missions=named, roles=said_roles, **said)
    count = counted(draft, until, people)
    if not count and random.randint(0, 4):
        return None  # nobody is rarely news
    headcount = true_headcount(random, count)
    if status is kz.Status.SERVED and means_somebody(headcount):
        named = [each for each in named if counted(draft, until, people, mission=each)]
        said_roles = [each for each in said_roles if counted(draft, until, people, role=each)]
    return kz.Deployment(headcount=headcount, missions=named, roles=said_roles, **said), until


def counted(record, until, people, mission=None, role=None):
    """How many people a record counts, or for service in one mission or role alone."""
    return sum(
        any(
            service
            and counts_on(record, until, day)
            and service.is_counted(record)
            and mission in {None, service.mission}
            and role in {None, service.role}
            for day, service in zip(DAYS, person, strict=True)
        )
        for person in people
    )


def snapshot_day(random, days):
    """One of the days as a period, no citation, and the day."""
    day = random.choice(days)
    return kz.Period(day, day), None, day


def flow_period(random, days):
    """Make a period, the citation that an open end needs, and the day that the period reaches to."""
    first = random.randrange(len(days))
    last = random.randrange(first, len(days))
    start, end, after = days[first], days[last], (*DAYS, date(2016, 3, 15))[last + 1]
    # To the day, month or year, or open; an end may also be the day before the calendar's next, and so adjacent to it.
    start = random.choice((start, kz.PartialDate(start.year, start.month), *[kz.PartialDate(start.year)] * 2, None))
    report = kz.Source(publisher="Kazinform", title="A report", date=end, language="en")
    if random.randint(0, 2):
        day_before = after - timedelta(days=1)
        end = random.choice((end, kz.PartialDate(end.year, end.month), kz.PartialDate(end.year), day_before))
        period = kz.Period(start, end)
        return period, None, period.end.latest
    if random.randint(0, 1):  # the report comes before the period's end, and ends it
        return kz.Period(start, kz.PartialDate(days[-1].year)), kz.Citation(report), min(days[last], days[-1])
    if start is None:
        return kz.Period(None, end), None, end
    # An open end reaches to the report; without one, to a day that only the world knows.
    return kz.Period(start, None), random.choice((kz.Citation(report), None)), end


def true_headcount(random, count):
    """Make a number of people, as a source may state it."""
    low, high = max(0, count - random.randint(0, 1)), count + random.randint(0, 2)
    return random.choice(
        (
            *[kz.Headcount.exactly(count)] * 3,
            kz.Headcount.at_most(high),
            kz.Headcount.at_least(low),
            kz.Headcount.between(low, high),
            kz.Headcount.around(high if count else 0),
            kz.Headcount.fewer_than(high + 1),
            kz.Headcount.more_than(count - 1) if count else kz.Headcount.exactly(0),
        )
    )


def means_somebody(headcount):
    """Whether a headcount cannot mean nobody; around so many is somebody."""
    return bool(headcount.figure if headcount.low is None else headcount.low)


def follows_r3(record, people, records):
    """Whether those in a snapshot are among those whom SERVED records count, by R3."""
    if record.status is not kz.Status.SERVING:
        return True
    day = records[record]
    flows = [
        flow
        for flow, until in records.items()
        if flow.status is kz.Status.SERVED and counts_on(flow, until, day) and (flow.period.end or flow.citation)
    ]
    snapshots = [each for each, until in records.items() if each.status is kz.Status.SERVING and until == day]
    here = [person[DAYS.index(day)] for person in people]
    for service in (each for each in here if each and each.is_counted(record)):
        covering = [flow for flow in flows if not flow.missions or service.mission in flow.missions]
        alone = [each for each in snapshots if stands_by_itself(each, service.mission, covering)]
        if covering and not any(service.is_counted(each) for each in (*covering, *alone)):
            return False
    return True


def stands_by_itself(snapshot, mission, flows):
    """Whether a snapshot stands by itself in a mission that SERVED records cover (R3)."""
    of_mission = [Service(mission, *each) for each in ANY_SERVICE]
    here = [each for each in of_mission if each.is_counted(snapshot)]
    named = [*snapshot.roles, *({each.role for each in here} & {kz.Role.POLICE})]
    roles = {each.role for each in of_mission if any(each.is_counted(flow) for flow in flows)}
    is_counted = any(each.is_counted(flow) for each in here for flow in flows)
    return not is_counted or any(role not in roles for role in named)
