"""How many different people many records count, and what the bounds are worth where a search is cut short."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import choices
from series import SHAPES, national_series, one_date, overlapping
from worlds import worlds

import kzpeace as kz

LIMITS = {
    "_bounds.EFFORT": (0, 30),
    "_setcover.FEW_BOXES": (0,),
    "_setcover.MANY_BOXES": (0, 3),
    "_setcover.MANY_CHOICES": (0, 3),
    "_setcover.LOOKS": (0, 9),
    "_setcover.FEW_WEIGHTS": (0, 2),
}
"""What each limit of a search may be lowered to."""

lowered = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in LIMITS.items()})


def assert_holds(total, true):
    """The true number is within the bounds."""
    assert total.low <= true, total
    assert total.high is None or true <= total.high, total


@settings(max_examples=30)
@given(world=worlds, limits=lowered)
def test_where_every_search_is_cut_short_the_bounds_still_hold(world, limits):
    """However little the searches may do, true records are not refused and the bounds hold the true number."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in limits.items():
            patch.setattr(f"kzpeace.{name}", value)
        for missions in choices(kz.MISSIONS[:3]):
            assert_holds(kz.total_served(missions, records=world.records), world.served(missions))
            assert_holds(kz.total_serving(missions, records=world.records), world.serving(missions))


def test_a_national_series_has_totals_that_hold():
    """Decades of monthly snapshots and yearly counts are not refused, and the totals hold the true numbers."""
    series = national_series(years=16, missions=5)
    assert len(series.records) > 2_900
    assert_holds(kz.total_served(records=series.records), series.served(series.people))
    mission = next(iter(series.people))
    assert_holds(kz.total_served(mission, records=series.records), series.served([mission]))


def test_a_national_series_says_who_serves_now():
    """Who serves on the latest date is the sum of its snapshots, which are of different missions and roles."""
    records = national_series(years=4, missions=5).records
    latest = max(record.period.end for record in records if record.status is kz.Status.SERVING)
    now = [record for record in records if record.status is kz.Status.SERVING and record.period.end == latest]
    total = kz.total_serving(records=records)
    assert total.low == total.high == sum(record.headcount.figure for record in now)


@pytest.mark.parametrize("shape", SHAPES)
def test_overlapping_records_have_totals_that_hold(shape):
    """Staggered, nested, chained and scattered periods, more than are searched through, hold the true number."""
    series = overlapping(shape, 200)
    assert_holds(kz.total_served(records=series.records), series.served(series.people))
    mission = next(iter(series.people))
    assert_holds(kz.total_served(mission, records=series.records), series.served([mission]))


def test_overlapping_snapshots_of_one_date_have_totals_that_hold():
    """Snapshots of one date that share missions and roles, more than can be packed exactly, hold the true number."""
    series = one_date(150, missions=4)
    assert_holds(kz.total_served(records=series.records), series.served(series.people))
    assert_holds(kz.total_serving(records=series.records), series.served(series.people))


def test_effort_that_ends_within_a_search_leaves_totals_that_hold(monkeypatch):
    """Where the effort ends between one comparison of snapshots and the next, the bounds hold the true number."""
    monkeypatch.setattr("kzpeace._bounds.EFFORT", 1)
    series = one_date(30, missions=4)
    mission = next(iter(series.people))
    assert_holds(kz.total_served(mission, records=series.records), series.served([mission]))


def test_totals_by_mission_share_one_effort(monkeypatch):
    """However many missions there are, what is searched for each is its share, and the totals hold."""
    monkeypatch.setattr("kzpeace._bounds.EFFORT", 2_000)
    series = overlapping("scattered", 300, missions=20)
    for totals in kz.totals_by_mission(records=series.records).values():
        assert_holds(totals.served, series.served(totals.served.missions))
