"""Random small worlds of people, and records that are true of them.

In a world everything is known: who is an officer, and where and as what each person serves on each day. So it is known
whether the rules R1 to R3 hold for a record, and how many people the records count.
"""

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

import kzpeace as kz

DAYS = date(2014, 3, 15), date(2014, 9, 15), date(2015, 3, 15), date(2015, 9, 15)
"""The calendar: two days in each year, so that a year means more than one of them."""


class Person(NamedTuple):
    """A person: whether an officer, and for each day of the calendar a mission and role, or None."""

    is_officer: bool
    episodes: tuple

    def is_counted(self, record, missions, until):
        """Whether a record that reaches to a day counts the person for serving in one of the missions (R1)."""
        first = record.period.start.earliest if record.period.start else date.min
        return (self.is_officer or record.personnel is kz.Personnel.SERVICE_MEMBERS) and any(
            episode
            and first <= day <= until
            and episode[0] in missions
            and episode[0] in record.missions
            and episode[1] in (record.roles or kz.Role)
            for day, episode in zip(DAYS, self.episodes, strict=True)
        )

    def on(self, day):
        """The person as if serving on that day only."""
        return self._replace(episodes=tuple(self.episodes[DAYS.index(day)] if each == day else None for each in DAYS))


class World(NamedTuple):
    """People, and records that are true of them, each with the day that it reaches to."""

    people: tuple
    records: dict

    def served(self, missions):
        """How many different people the records count for serving in the missions."""
        return self.counted(self.records, missions)

    def serving(self, missions):
        """How many different people the snapshots of the latest date count for serving in the missions."""
        snapshots = [record for record in self.records if record.status is kz.Status.SERVING]
        latest = max((self.records[record] for record in snapshots), default=None)
        return self.counted([record for record in snapshots if self.records[record] == latest], missions)

    def counted(self, records, missions):
        """How many different people some of the records count for serving in the missions."""
        return sum(
            any(person.is_counted(record, missions, self.records[record]) for record in records)
            for person in self.people
        )


def random_world(random):
    """A world of two or three missions, two to four days, and up to three roles, six people and five records."""
    missions = kz.MISSIONS[: random.choice((2, 3, 3))]
    roles = tuple(kz.Role)[: random.randint(1, 3)]
    days = DAYS[: random.randint(2, 4)]
    people = tuple(random_person(random, missions, roles, days) for _ in range(random.randint(1, 6)))
    told = [true_record(random, people, missions, roles, days) for _ in range(7)]
    records = dict([each for each in told if each][: random.randint(1, 5)])
    records = {record: until for record, until in records.items() if follows_r3(record, people, records)}
    return World(people, records) if records else random_world(random)


worlds = st.builds(random_world, st.randoms(use_true_random=False))
"""Worlds that hypothesis can make smaller."""


def random_person(random, missions, roles, days):
    """A person who on each of the days serves somewhere, or nowhere."""
    episodes = [(random.choice(missions), random.choice(roles)) if random.randint(0, 2) else None for _ in days]
    return Person(random.choice((True, False)), (*episodes, *[None] * (len(DAYS) - len(days))))


def true_record(random, people, missions, roles, days):
    """A record that is true by R1 and the day that it reaches to, or None."""
    status = random.choice((kz.Status.SERVED, kz.Status.SERVED, kz.Status.SERVING))
    period, citation, until = snapshot_day(random, days) if status is kz.Status.SERVING else flow_period(random, days)
    named = random.sample(missions, random.choice((1, 1, 2, len(missions))))
    told = {
        "status": status,
        "period": period,
        "citation": citation,
        "roles": random.choice(((), (), random.sample(roles, random.randint(1, len(roles))))),
        "personnel": random.choice((*kz.Personnel, kz.Personnel.SERVICE_MEMBERS)),
    }
    draft = kz.Deployment(headcount=0, missions=named, **told)
    count = sum(person.is_counted(draft, named, until) for person in people)
    if not count and random.randint(0, 4):
        return None  # nobody is rarely news
    headcount = true_headcount(random, count)
    if status is kz.Status.SERVED and means_somebody(headcount):
        named = [each for each in named if any(person.is_counted(draft, [each], until) for person in people)]
    return kz.Deployment(headcount=headcount, missions=named, **told), until


def snapshot_day(random, days):
    """One of the days as a period, no citation, and the day."""
    day = random.choice(days)
    return kz.Period(day, day), None, day


def flow_period(random, days):
    """A period, the citation that an open end needs, and the day that the period reaches to."""
    first = random.randrange(len(days))
    last = random.randrange(first, len(days))
    start, end, after = days[first], days[last], (*DAYS, date(2016, 3, 15))[last + 1]
    # To the day, month or year, or open; an end may also be the day before the calendar's next, and so adjacent to it.
    start = random.choice((start, kz.PartialDate(start.year, start.month), *[kz.PartialDate(start.year)] * 2, None))
    end = random.choice((end, kz.PartialDate(end.year, end.month), kz.PartialDate(end.year), after - timedelta(days=1)))
    period = kz.Period(start, end)
    is_open = period.start is not None and not random.randint(0, 4)
    if not is_open:
        return period, None, period.end.latest
    report = kz.Source(publisher="Kazinform", title="A report", date=end, language="en")
    # An open end reaches to the report; where there is none, to a day that only the world knows.
    return kz.Period(start, None), random.choice((kz.Citation(report), None)), period.end.latest


def true_headcount(random, count):
    """A number of people, as a source may state it."""
    low, high = max(0, count - random.randint(0, 1)), count + random.randint(0, 2)
    return random.choice(
        (
            *[kz.Headcount.exactly(count)] * 3,
            kz.Headcount.at_most(high),
            kz.Headcount.at_least(low),
            kz.Headcount.between(low, high),
            kz.Headcount.around(high if count else 0),
        )
    )


def means_somebody(headcount):
    """Whether a headcount cannot mean nobody; around so many is somebody."""
    return bool(headcount.figure if headcount.low is None else headcount.low)


def follows_r3(record, people, records):
    """Whether those in a snapshot are among those whom SERVED records count for just that service, by R3."""
    day = records[record]
    for mission in record.missions if record.status is kz.Status.SERVING else ():
        covering = [
            flow
            for flow, until in records.items()
            if flow.status is kz.Status.SERVED
            and mission in flow.missions
            and (flow.period.start is None or flow.period.start.earliest <= day)
            and day <= until
            and (flow.period.end or flow.citation)  # where its end is not known, it covers no other
        ]
        stands_alone = any(all(flow.roles and role not in flow.roles for flow in covering) for role in record.roles)
        if covering and not stands_alone:
            just_then = [each.on(day) for each in people if each.on(day).is_counted(record, [mission], day)]
            if not all(any(each.is_counted(flow, [mission], day) for flow in covering) for each in just_then):
                return False
    return True
