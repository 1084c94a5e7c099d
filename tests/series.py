"""Large sets of records that are true of people who are known: what a country might publish over many years."""

from calendar import monthrange
from datetime import date
from itertools import count, product
from random import Random
from typing import NamedTuple

import kzpeace as kz

FIRST_YEAR = 2000
ROLES = kz.Role.MILITARY_OBSERVER, kz.Role.STAFF_OFFICER, kz.Role.TROOPS


class Series(NamedTuple):
    """Records, and who serves by mission, role and day: on the last day of each month."""

    records: list
    service: dict

    def people(self, missions, roles=(), period=None):
        """Return who serves in any of the missions and roles, on any day of a period."""
        first, last = (period.start.earliest, period.end.latest) if period else (date.min, date.max)
        places = product(missions, roles or ROLES, {day for _, _, day in self.service if first <= day <= last})
        return set().union(*(self.service[place] for place in places))

    def true_record(self, random):
        """Return a random record of some missions and roles, over some years or on one day."""
        missions, _, days = (list(dict.fromkeys(each)) for each in zip(*self.service, strict=True))
        missions = random.sample(missions, random.randint(1, len(missions)))
        roles = random.choice(((), random.sample(ROLES, random.randint(1, 2))))
        first, last = sorted(random.choices(range(FIRST_YEAR, days[-1].year + 1), k=2))
        day = random.choice(days)
        status, period = random.choice(
            [(kz.Status.SERVED, kz.Period(str(first), str(last))), (kz.Status.SERVING, kz.Period(day, day))]
        )
        number = len(self.people(missions, roles, period))
        headcount = random.choice([number, kz.Headcount.between(max(1, number - 2), number + random.randint(0, 2))])
        return deployment(headcount, missions, status, period, roles)


def deployment(headcount, missions, status, period, roles, *, citation=None):
    """Return a record of these values."""
    return kz.Deployment(
        headcount=headcount, missions=missions, status=status, period=period, roles=roles, citation=citation
    )


def national_series(years, missions, seed=0):
    """Return monthly snapshots by mission and role, and yearly counts of all since the first year and of officers."""
    random = Random(seed)
    missions = [kz.Mission(acronym=f"UNM{number}") for number in range(missions)]
    numbers, former = count(), []
    posts = {place: [next(numbers) for _ in range(random.randint(1, 9))] for place in product(missions, ROLES)}
    series, everyone, officers = Series([], {}), set(), set()
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        source = kz.Source(publisher="Ministry of Defence", title=f"Report of {year}", date=str(year), language="en")
        citation = kz.Citation(source)
        for month in range(1, 13):
            rotate(random, posts, numbers, former)
            day = date(year, month, monthrange(year, month)[1])
            on_day = kz.Period(day, day)
            for (mission, role), holders in posts.items():
                series.service[mission, role, day] = set(holders)
                everyone.update(holders)
                officers.update(() if role is kz.Role.TROOPS else holders)
                now = deployment(len(holders), mission, kz.Status.SERVING, on_day, role, citation=citation)
                series.records.append(now)
        since = kz.Period(str(FIRST_YEAR), str(year))
        for people, roles in ((everyone, ()), (officers, ROLES[:2])):
            ever = deployment(len(people), missions, kz.Status.SERVED, since, roles, citation=citation)
            series.records.append(ever)
    return series


def rotate(random, posts, numbers, former):
    """Replace one in twelve of those who hold posts, by new people and by some who served before."""
    for holders in posts.values():
        for post, person in enumerate(holders):
            if not random.randint(0, 11):
                comes_back = former and not random.randint(0, 4)
                holders[post] = former.pop(random.randrange(len(former))) if comes_back else next(numbers)
                former.append(person)
