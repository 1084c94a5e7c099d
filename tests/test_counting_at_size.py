"""How many different people many records count: answers that a human knows, at every size."""

from random import Random

import pytest
from series import FIRST_YEAR, national_series
from test_counting import record

import kzpeace as kz


def assert_holds(total, people):
    """Assert that a total has the true number within its bounds."""
    assert total.low <= len(people), total
    assert total.high is None or len(people) <= total.high, total


@pytest.mark.parametrize("size", [1, 11, 50, 99, 100, 101, 102, 200])
def test_a_whole_that_covers_everything_is_the_number(size):
    """A count of all over five years stays the number, however many counts of a year and snapshots it covers."""
    missions, years, months = ("MINURSO", "UNIFIL"), range(2010, 2015), range(1, 13)
    records = [
        record("100 served MINURSO+UNIFIL 2010/2014"),
        *(record(f"18 served {each} {year}") for year in years for each in missions),
        *(
            record(f"9 serving {each} {y}-{m:02}-{d}")
            for y in years
            for m in months
            for d in (14, 28)
            for each in missions
        ),
    ]
    assert str(kz.total_served(records=records[:size])) == "100"


@pytest.mark.parametrize(("rows", "answer"), [(0, 100), (10, 100), (11, 110), (12, 120), (17, 170)])
def test_a_table_beside_a_joint_figure(rows, answer):
    """Rows by mission and role add up beside *at least 100* in all, and bound it when they are complete."""
    roles = "observers", "staff", "troops"
    table = [record(f"10 serving {each} 2022-06-30 {role}") for each in kz.MISSIONS for role in roles]
    joint = record(f"≥100 serving {'+'.join(map(str, kz.MISSIONS))} 2022-06-30")
    assert str(kz.total_serving(records=[joint, *table[:rows]])) == f"at least {answer}"
    assert str(kz.total_serving(records=[joint, *table])) == "180"


def test_a_national_series():
    """Over 15 years of monthly snapshots the answers are the true numbers, or hold them."""
    series = national_series(years=15, missions=6)
    statuses = [each.status for each in series.records]
    assert (statuses.count(kz.Status.SERVING), statuses.count(kz.Status.SERVED)) == (3_240, 30)
    total = kz.total_served(records=series.records)
    assert int(total) == len(series.people(total.missions))
    total = kz.total_serving(records=series.records)
    assert int(total) == len(series.people(total.missions, (), total.period))
    for role in kz.Role.TROOPS, kz.Role.STAFF_OFFICER:
        total = kz.total_served(total.missions[:2], roles=role, during="2003/2008", records=series.records)
        assert_holds(total, series.people(total.missions, [role], total.during))


@pytest.mark.parametrize("seed", range(8))
def test_a_record_that_others_cover_widens_nothing(seed):
    """A true record of service that the others cover already leaves each answer as it is, or narrows it."""
    random = Random(seed)
    series = national_series(*random.choice([(1, 2), (2, 3), (3, 2), (4, 2), (1, 6), (2, 4)]), seed)
    records = [each for each in series.records if each.status is kz.Status.SERVED or random.randint(0, seed)]
    records += [series.true_record(random) for _ in range(random.choice((0, 10)))]
    assert len(records) <= 300
    missions = kz.total_served(records=records).missions
    for asked in (
        {"missions": missions},
        {"missions": missions[0]},
        {"missions": missions, "roles": "troops"},
        {"missions": missions[:2], "personnel": "officers"},
        {"missions": missions[:2], "during": str(FIRST_YEAR)},
    ):
        before = kz.total_served(**asked, records=records)
        for _ in range(4):
            after = kz.total_served(**asked, records=[*records, series.true_record(random)])
            assert before.low <= after.low
            assert after.high <= before.high
            if not after.personnel:
                assert_holds(after, series.people(after.missions, after.roles, after.during))


def test_records_that_overlap_in_many_ways():
    """Where records overlap in missions, roles and days, more than a search can try, the totals hold."""
    random, series = Random(0), national_series(years=15, missions=6)
    records = [series.true_record(random) for _ in range(100)]
    for totals in kz.totals_by_mission(records=records).values():
        (mission,) = totals.served.missions
        counted = [series.people([mission], each.roles, each.period) for each in records if mission in each.missions]
        assert_holds(totals.served, set().union(*counted))
