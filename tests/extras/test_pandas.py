"""Data frames, with pandas and polars for real."""

from datetime import date

import attrs
import pytest

import kzpeace as kz
from kzpeace.tables import COLUMNS, columns_of, to_pandas, to_rows

pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

THINGS = {
    kz.Deployment: kz.DEPLOYMENTS,
    kz.Mission: kz.MISSIONS,
    kz.Proposal: kz.PROPOSAL,
    kz.Event: kz.timeline(mandates=True),
    kz.Total: [*kz.serving_over_time(), kz.total_served("MINUSCA"), kz.total_served(personnel="officers")],
}
"""Things of every kind that can be a frame."""

every_kind = pytest.mark.parametrize("kind", COLUMNS, ids=lambda kind: kind.__name__)
both_ways = pytest.mark.parametrize("explode", [False, True])


@every_kind
@both_ways
def test_a_frame_holds_the_rows_with_the_right_types(kind, explode):
    """A frame has the rows' columns and values: nullable numbers and booleans, categories, timestamps and text."""
    frame, rows = (make(THINGS[kind], explode=explode) for make in (to_pandas, to_rows))
    assert list(frame.columns) == list(rows[0])
    types = {str: "string", int: "Int64", bool: "boolean", date: "datetime64[s]"}
    for column in columns_of(kind, explode=explode):
        values = [None if pd.isna(value) else value for value in frame[column.name]]
        plain = [value.date() if isinstance(value, pd.Timestamp) else value for value in values]
        assert plain == [row[column.name] for row in rows]
        assert frame[column.name].dtype == types.get(column.kind, "category"), column.name


def test_an_unknown_bound_is_missing_and_not_zero():
    """Unknown bounds stay missing in a sum that asks for all; categories are whole, and nothing is an empty frame."""
    frame = to_pandas(kz.PROPOSAL)
    assert list(frame["precision"].cat.categories) == [precision.value for precision in kz.Precision]
    assert to_pandas([]).empty
    assert to_pandas(kz.totals_by_source())["publisher"].tolist() == ["Kazinform"] * 2
    assert pd.isna(frame["headcount_high"].sum(skipna=False))


def test_whole_numbers_are_exact():
    """A number that a float could not hold stays what it is, also beside one that is missing."""
    large = attrs.evolve(kz.total_served(), low=2**53 + 1, high=None)
    frame = to_pandas([large, kz.total_served("MINUSCA")])
    assert frame["low"][0] == 2**53 + 1
    assert pd.isna(frame["low"][1])


@pytest.mark.parametrize("year", [1, 1677, 2263, 9999])
def test_days_of_every_year_are_held(year):
    """A frame holds the days of every year that a date can have."""
    record = kz.Deployment(headcount=1, missions="UNIFIL", status="served", period=kz.Period(f"{year:04}", None))
    frame = to_pandas(record)
    assert frame["start_earliest"][0].date() == date(year, 1, 1)
    assert pd.isna(frame["end_latest"][0])


@every_kind
@both_ways
def test_rows_are_ready_for_other_frames(kind, explode):
    """Rows go into a plain pandas frame and a polars frame as they are, and come out of polars unchanged."""
    rows = to_rows(THINGS[kind], explode=explode)
    assert pd.DataFrame(rows).shape == (len(rows), len(rows[0]))
    assert pl.DataFrame(rows).to_dicts() == rows


def test_the_rows_of_a_frame_become_records():
    """What the error for a frame advises works: numbers, years, days and names are taken as the frame has them."""
    frame = pd.DataFrame({"people": [520, 9], "mission": "UNIFIL", "status": ["served", "serving"]})
    frame["when"] = [frame["people"].max() + 1498, pd.Timestamp("2018-06-30")]  # a number of the frame's own type
    with pytest.raises(
        ValueError, match=r"\[kz\.Deployment\(headcount=row\.people, \.\.\.\) for row in frame\.itertuples"
    ):
        kz.total_served(records=frame)
    records = [
        kz.Deployment(headcount=row.people, missions=row.mission, status=row.status, period=row.when)
        for row in frame.itertuples()
    ]
    assert [str(record.period) for record in records] == ["2018", "2018-06-30"]
    assert (str(kz.total_served(records=records)), str(kz.total_serving(records=records))) == ("520", "9")
