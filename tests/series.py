"""Large sets of records that are true of worlds whose people are known: a national series, and sets made to be hard."""

from datetime import date, timedelta
from itertools import count, product
from random import Random
from typing import NamedTuple

import kzpeace as kz

ROLES = kz.Role.MILITARY_OBSERVER, kz.Role.STAFF_OFFICER, kz.Role.TROOPS


class Series(NamedTuple):
    """Records, and for each mission the people who served there, by number."""

    records: list
    people: dict

    def served(self, missions):
        """How many different people served in the missions."""
        return len(set().union(*(self.people[mission] for mission in missions)))


def mission(number):
    """A mission that never was."""
    return kz.Mission(acronym=f"UNM{number}", name=f"United Nations Mission {number}", territories="ZZ")


def national_series(years, missions, seed=0):
    """What a country might publish: monthly snapshots by mission and role, and yearly counts of who has served."""
    random = Random(seed)
    missions = [mission(number) for number in range(missions)]
    posts = {place: [None] * random.randint(1, 9) for place in product(missions, ROLES)}
    series = Series([], {each: set() for each in missions})
    months = rotations(random, posts)
    officers = set()
    for year in range(1950, 1950 + years):
        report = kz.Source(
            publisher="Ministry of Defence", title=f"Peacekeepers in {year}", date=str(year), language="en"
        )
        told = {"citation": kz.Citation(report)}
        of_year = {each: set() for each in missions}
        for month in range(1, 13):
            next(months)
            day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            for (each, role), holders in posts.items():
                of_year[each].update(holders)
                officers.update(holders if role is not kz.Role.TROOPS else ())
                series.records.append(
                    kz.Deployment(
                        headcount=len(holders), missions=each, status=kz.Status.SERVING, period=day, roles=role, **told
                    )
                )
        for each, some in of_year.items():
            series.people[each].update(some)
        told |= {"status": kz.Status.SERVED}
        since = kz.Period("1950", str(year))
        series.records.extend(
            [
                *(
                    kz.Deployment(headcount=len(some), missions=each, period=str(year), **told)
                    for each, some in of_year.items()
                ),
                kz.Deployment(headcount=series.served(missions), missions=missions, period=since, **told),
                kz.Deployment(headcount=len(officers), missions=missions, period=since, roles=ROLES[:2], **told),
            ]
        )
    return series


def rotations(random, posts):
    """Month by month, fill the posts: each is held for six to eighteen months, by new people and by old hands."""
    until = {place: [0] * len(holders) for place, holders in posts.items()}
    people, free = count(), []
    for month in count():
        for place, holders in posts.items():
            for post, person in enumerate(holders):
                if until[place][post] > month:
                    continue
                is_old_hand = free and not random.randint(0, 4)
                holders[post] = free.pop(random.randrange(len(free))) if is_old_hand else next(people)
                until[place][post] = month + random.randint(6, 18)
                if person is not None:
                    free.append(person)
        yield


class Person(NamedTuple):
    """Someone who serves once: as what, from and to which day, and whether an officer."""

    number: float
    role: kz.Role
    is_officer: bool
    first: int
    last: int

    def is_counted(self, first, last, roles, personnel):
        """Whether a record of the mission counts the person."""
        return (
            self.first <= last
            and first <= self.last
            and (not roles or self.role in roles)
            and (self.is_officer or personnel is kz.Personnel.SERVICE_MEMBERS)
        )


def random_person(random, days):
    """Someone who serves for up to a third of the days."""
    first = random.randrange(days)
    last = first + random.randint(1, days // 3)
    return Person(random.random(), random.choice(ROLES), random.choice((True, False)), first, last)


SHAPES = "staggered", "nested", "chained", "scattered"
FIRST_DAY = date(1000, 1, 1).toordinal()


def span(shape, place, size, random):
    """The first and last day of the record at a place among so many."""
    start = random.randrange(3 * size)
    return {
        "staggered": (3 * place, 3 * place + random.randint(30, 600)),
        "nested": (place, 3 * size - place),
        "chained": (3 * place, 3 * place + 3),
        "scattered": (start, random.choice((start, start + 30, random.randint(start, 3 * size)))),
    }[shape]


def overlapping(shape, size, missions=6, seed=0):
    """SERVED records of overlapping periods, with any missions, roles and personnel, that are true of few people."""
    random = Random(seed)
    missions = [mission(number) for number in range(missions)]
    people = {each: [random_person(random, 3 * size) for _ in range(10)] for each in missions}
    series = Series([], {each: set() for each in missions})
    for place in range(size):
        first, last = span(shape, place, size, random)
        named = random.sample(missions, random.choice((1, 1, 2, 3, 6)))
        roles = random.choice(((), (), random.sample(ROLES, random.randint(1, 3))))
        personnel = random.choice((*kz.Personnel, kz.Personnel.SERVICE_MEMBERS))
        counted = {
            each: [person for person in people[each] if person.is_counted(first, last, roles, personnel)]
            for each in named
        }
        for each, some in counted.items():
            series.people[each].update(some)
        number = sum(map(len, counted.values()))
        series.records.append(
            kz.Deployment(
                headcount=true_headcount(random, number),
                missions=[each for each in named if counted[each]] if number else named,  # by R1
                status=kz.Status.SERVED,
                period=kz.Period(date.fromordinal(FIRST_DAY + first), date.fromordinal(FIRST_DAY + last)),
                roles=roles,
                personnel=personnel,
            )
        )
    return series


def true_headcount(random, number):
    """A number of people with an upper bound, as a source may state it; that it is somebody only where it is."""
    if not number:
        return kz.Headcount.at_most(random.randint(0, 3))
    between = kz.Headcount.between(random.randint(1, number), number + random.randint(0, 3))
    return random.choice((kz.Headcount.exactly(number), between))


def one_date(size, missions=40, seed=0):
    """SERVING records of one date that overlap in missions and roles, and a SERVED record of each mission."""
    random = Random(seed)
    missions = [mission(number) for number in range(missions)]
    posts = {place: random.randint(1, 40) for place in product(missions, ROLES)}
    officers = {place: random.randint(0, number) for place, number in posts.items()}
    records = [
        kz.Deployment(
            headcount=sum(posts[each, role] for role in ROLES),
            missions=each,
            status=kz.Status.SERVED,
            period="2021/2022",
        )
        for each in missions
    ]
    while len(records) < size:
        named = random.sample(missions, random.randint(1, min(4, len(missions))))
        roles = random.choice(((), random.sample(ROLES, random.randint(1, 3))))
        personnel = random.choice(tuple(kz.Personnel))
        counted = officers if personnel is kz.Personnel.OFFICERS else posts
        records.append(
            kz.Deployment(
                headcount=true_headcount(random, sum(counted[place] for place in product(named, roles or ROLES))),
                missions=named,
                status=kz.Status.SERVING,
                period="2022-06-30",
                roles=roles,
                personnel=personnel,
            )
        )
    people = {
        each: {(each, number) for number in range(records[place].headcount.low)} for place, each in enumerate(missions)
    }
    return Series(records, people)
