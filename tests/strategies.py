"""What the property tests draw from: dates, periods, headcounts and records of every kind."""

from hypothesis import strategies as st

import kzpeace as kz


def partial_date(day, parts):
    """Make a day known to the year, the month or the day."""
    return kz.PartialDate(*(day.year, day.month, day.day)[:parts])


def period_of(one, other):
    """Make the period between two dates, whichever comes first."""
    return kz.Period(one, other) if one.earliest <= other.latest else kz.Period(other, one)


def record(**fields):
    """Make a record that cites the article, unless its period starts after the article."""
    start = kz.Deployment(**fields).period.start
    late = start is not None and start.earliest > kz.ARTICLE.date.latest
    return kz.Deployment(**fields, citation=None if late else kz.DEPLOYMENTS[0].citation)


partial_dates = st.builds(partial_date, st.dates(), st.integers(1, 3))
periods = st.one_of(
    st.builds(period_of, partial_dates, partial_dates),
    st.builds(kz.Period, partial_dates, st.none()),
    st.builds(kz.Period, st.none(), partial_dates),
)
figures = st.integers(1, 10_000)
makers = [kz.Headcount.exactly, kz.Headcount.around, kz.Headcount.at_most]
makers += [kz.Headcount.at_least, kz.Headcount.more_than, kz.Headcount.fewer_than]
headcounts = st.one_of(
    *(st.builds(make, figures) for make in makers),
    st.builds(lambda low, more: kz.Headcount.between(low, low + more), figures, figures),
)
some_missions = st.lists(st.sampled_from(kz.MISSIONS), unique=True)
some_roles = st.lists(st.sampled_from(kz.Role), unique=True)
deployments = st.one_of(
    st.builds(
        make,
        headcount=headcounts,
        missions=some_missions,
        status=st.just(status),
        period=period,
        roles=some_roles,
        personnel=st.just(kz.Personnel.UNIFORMED),
    )
    for make in (kz.Deployment, record)
    for status, period in (("served", periods), ("serving", st.dates()))
)
