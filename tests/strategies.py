"""What the property tests draw from: dates, periods, headcounts and records of every kind."""

from hypothesis import strategies as st

import kzpeace as kz


def partial_date(day, parts):
    """A day known to the year, the month or the day."""
    return kz.PartialDate(*(day.year, day.month, day.day)[:parts])


def period_of(one, other):
    """The period between two dates, whichever comes first."""
    return kz.Period(one, other) if one.earliest <= other.latest else kz.Period(other, one)


partial_dates = st.builds(partial_date, st.dates(), st.integers(1, 3))
periods = st.one_of(
    st.builds(period_of, partial_dates, partial_dates),
    st.builds(kz.Period, partial_dates, st.none()),
    st.builds(kz.Period, st.none(), partial_dates),
)
figures = st.integers(0, 10_000)
headcounts = st.one_of(
    *(
        st.builds(make, figures)
        for make in (kz.Headcount.exactly, kz.Headcount.around, kz.Headcount.at_most, kz.Headcount.at_least)
    ),
    st.builds(lambda low, more: kz.Headcount.between(low, low + more), figures, figures),
)
some_missions = st.lists(st.sampled_from(kz.MISSIONS), min_size=1, unique=True)
some_roles = st.lists(st.sampled_from(kz.Role), unique=True)
deployments = st.one_of(
    st.builds(
        kz.Deployment,
        headcount=headcounts,
        missions=some_missions,
        status=st.just(status),
        period=period,
        roles=some_roles,
        personnel=st.sampled_from(kz.Personnel),
        citation=st.sampled_from([None, kz.DEPLOYMENTS[0].citation]),
    )
    for status, period in ((kz.Status.SERVED, periods), (kz.Status.SERVING, st.dates()))
)
