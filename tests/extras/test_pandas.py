"""Data frames, with pandas and polars for real."""

from datetime import date

import attrs
import pytest

import kzpeace as kz
from kzpeace.columns import COLUMNS, columns_of
from kzpeace.tables import to_pandas, to_rows

pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

THINGS = {
    kz.Deployment: kz.DEPLOYMENTS,
    kz.Mission: kz.MISSIONS,
    kz.Proposal: kz.PROPOSAL,
    kz.Event: kz.timeline(mandates=True),
    kz.Total: kz.totals_by_mission(),
}
"""Things of every kind that frames are made of."""

every_kind = pytest.mark.parametrize("kind", THINGS, ids=lambda kind: kind.__name__)
both_ways = pytest.mark.parametrize("explode", [False, True])


def test_there_is_an_example_of_every_kind():
    """The tests below try out every kind of thing that has columns."""
    assert THINGS.keys() == COLUMNS.keys()


@every_kind
@both_ways
def test_a_frame_holds_the_rows(kind, explode):
    """A frame has the rows' columns and values, in their order, and a missing value where there is None."""
    frame, rows = (make(THINGS[kind], explode=explode) for make in (to_pandas, to_rows))
    assert list(frame.columns) == list(rows[0])
    assert len(frame) == len(rows)
    for name in frame.columns:
        values = [None if pd.isna(value) else value for value in frame[name]]
        assert [value.date() if isinstance(value, pd.Timestamp) else value for value in values] == [
            row[name] for row in rows
        ]


@every_kind
@both_ways
def test_columns_have_the_right_types(kind, explode):
    """Whole numbers and booleans are nullable, enumerations categories, days timestamps, and all else text."""
    frame = to_pandas(THINGS[kind], explode=explode)
    types = {str: "string", int: "Int64", bool: "boolean", date: "datetime64[s]"}
    for column in columns_of(kind, explode=explode):
        assert frame[column.name].dtype == types.get(column.kind, "category"), column.name


def test_categories_are_all_there_are():
    """A category has all the values of its enumeration, used or not."""
    frame = to_pandas(kz.PROPOSAL)
    assert list(frame["precision"].cat.categories) == [precision.value for precision in kz.Precision]
    assert list(frame["outcome"].cat.categories) == ["backed", "rejected"]


def test_an_unknown_bound_is_missing_and_not_zero():
    """The bounds of an approximate figure are missing, and stay missing in a sum that asks for all of them."""
    frame = to_pandas(kz.PROPOSAL)
    assert frame["headcount_high"].isna().all()
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
    record = kz.Deployment(
        headcount=1, missions=kz.UNIFIL, status=kz.Status.SERVED, period=kz.Period(str(year).zfill(4), None)
    )
    frame = to_pandas(record)
    assert frame["start_earliest"][0].date() == date(year, 1, 1)
    assert pd.isna(frame["end_latest"][0])


def test_nothing_is_an_empty_frame():
    """Of nothing the frame is empty."""
    assert to_pandas([]).empty
    assert to_pandas(kz.timeline(start="2024"), explode=True).empty


def test_what_is_refused_in_rows_is_refused_in_frames():
    """Things of several kinds are refused."""
    with pytest.raises(ValueError, match="things: expected things of one kind, got Mission and Deployment"):
        to_pandas([kz.UNIFIL, *kz.DEPLOYMENTS])


@every_kind
@both_ways
def test_rows_are_ready_for_other_frames(kind, explode):
    """Rows go into a plain pandas frame and a polars frame as they are, and come out of polars unchanged."""
    rows = to_rows(THINGS[kind], explode=explode)
    assert pd.DataFrame(rows).shape == (len(rows), len(rows[0]))
    assert pl.DataFrame(rows).to_dicts() == rows


def test_polars_knows_the_types():
    """In polars, whole numbers, days and booleans are known as such."""
    frame = pl.DataFrame(to_rows(kz.DEPLOYMENTS))
    assert (frame.schema["figure"], frame.schema["start_earliest"]) == (pl.Int64, pl.Date)
    assert pl.DataFrame(to_rows(kz.timeline())).schema["planned"] == pl.Boolean
