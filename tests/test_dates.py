"""Dates as precise as their source, and periods of them."""

import copy
import pickle
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import partial_dates, periods

import kzpeace as kz

DATES = {
    "2014": kz.PartialDate(2014),
    "2022-06": kz.PartialDate(2022, 6),
    "2022-06-30": kz.PartialDate(2022, 6, 30),
    " 2014 ": kz.PartialDate(2014),
    "30 June 2022": kz.PartialDate(2022, 6, 30),
    "June 30, 2022": kz.PartialDate(2022, 6, 30),
    "Thursday, 30 June 2022": kz.PartialDate(2022, 6, 30),
    "June 2022": kz.PartialDate(2022, 6),
    "30/06/2022": kz.PartialDate(2022, 6, 30),
    "12.12.2012": kz.PartialDate(2012, 12, 12),
    "2024-02-29": kz.PartialDate(2024, 2, 29),
    "1 May 2022": kz.PartialDate(2022, 5, 1),
    "2014".ljust(64): kz.PartialDate(2014),
}

NO_DATES = {
    "2022-13": r"PartialDate\.month: .* 1 to 12, got 13",
    "2022-02-30": r"PartialDate\.day: .* 2022-02 has \(1 to 28\), got 30",
    "0000": r"PartialDate\.year: .* 1 to 9999, got 0",
    "31 June 2022": r"PartialDate\.parse: .* got '31 June 2022'",
    "next summer": r"PartialDate\.parse: .* got 'next summer'",
    "": r"PartialDate\.parse: .* got ''",
    "30 June": r"PartialDate\.parse: expected a year .* got '30 June'",
    "29 February": r"PartialDate\.parse: expected a year .* got '29 February'",
    "30 June 22": r"PartialDate\.parse: '30 June 22' can be read in more than one way",
    "June 45": r"PartialDate\.parse: expected a year in four digits, got 'June 45'",
    "Thursday": r"PartialDate\.parse: expected a year .* got 'Thursday'",
    "Thursday, February 2022": r"PartialDate\.parse: expected the weekday .* got 'Thursday, February 2022'",
    "06/07/2022": r"PartialDate\.parse: '06/07/2022' can be read in more than one way; write it as YYYY-MM-DD",
    "30 June 2022, 14:00": r"PartialDate\.parse: .* without a time of day, got '30 June 2022, 14:00'",
    "2022-06-30 00:00": r"PartialDate\.parse: .* without a time of day, got '2022-06-30 00:00'",
    "30 June 2022 12am": r"PartialDate\.parse: .* without a time of day",
    "30 June 2022 0s": r"PartialDate\.parse: .* without a time of day",
    "30 June 2022 14:00 EST": r"PartialDate\.parse: .* without a time of day",
    "2014-": r"PartialDate\.parse: expected a date such as .* got '2014-'",
    "-2022": r"PartialDate\.parse: expected a date such as .* got '-2022'",
    "Friday 30 June 2022": r"PartialDate\.parse: expected the weekday of the date, .* got 'Friday 30 June 2022'",
    "Thursday June 2022": r"PartialDate\.parse: expected the weekday of the date, or none",
    "30 June 2022" + " " * 60: r"PartialDate\.parse: expected at most 64 characters, got '30 June 2022 {60}'",
}

PERIODS = {
    "2014/2022-06-30": kz.Period("2014", "2022-06-30"),
    "2018/..": kz.Period("2018", None),
    "../2022": kz.Period(None, "2022"),
    "2014 / 2015": kz.Period("2014", "2015"),
    "2022-06": kz.Period("2022-06", "2022-06"),
    "2022-06/2022": kz.Period("2022-06", "2022"),
    "30 June 2022": kz.Period("2022-06-30", "2022-06-30"),
}

NO_PERIODS = {
    "2022/2014": r"Period\.end: expected no end before the start, 2022, got '2014'",
    "../..": r"Period\.end: expected a date, as the start is open too, got None",
    "2014/": r"Period\.parse: .* got '2014/'",
    "2014/June 2015": r"Period\.parse: .* got '2014/June 2015'",
    "2014/2015/2016": "got '2014/2015/2016'",
    "2014 to 2018": "got '2014 to 2018'",
    "2014/2022-02-30": r"PartialDate\.day: .* 2022-02 has \(1 to 28\), got 30",
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_date_is_read_as_people_write_it(text, expected):
    """A year, a month or a day is read from ISO form and from words, as precise as the text is."""
    assert kz.PartialDate.parse(text) == expected


@pytest.mark.parametrize(("text", "message"), NO_DATES.items())
def test_text_that_is_no_date_is_refused(text, message):
    """Text that is no date, or one only by guessing, is a ValueError that shows the text or its wrong part."""
    with pytest.raises(ValueError, match=message):
        kz.PartialDate.parse(text)


@pytest.mark.parametrize("value", [2014, None, b"2014", date(2014, 1, 1)])
def test_only_text_is_parsed(value):
    """What is no text is refused with the one kind of error."""
    for kind in (kz.PartialDate, kz.Period):
        with pytest.raises(ValueError, match=r": expected text, got ") as error:
            kind.parse(value)
        assert str(error.value) == f"{kind.__name__}.parse: expected text, got {value!r}"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ((True,), r"PartialDate\.year: .* got True"),
        (("2014",), r"PartialDate\.year: .* got '2014'"),
        ((10_000,), r"PartialDate\.year: .* got 10000"),
        ((2014, 0), r"PartialDate\.month: .* got 0"),
        ((2014, None, 5), r"PartialDate\.day: expected a month where there is a day, got 5"),
        ((2014, 12, 32), r"PartialDate\.day: .* got 32"),
        ((2100, 2, 29), r"PartialDate\.day: .* \(1 to 28\), got 29"),
    ],
)
def test_a_date_has_parts_that_exist(parts, message):
    """A part out of the calendar is a ValueError that names the part and the value."""
    with pytest.raises(ValueError, match=message):
        kz.PartialDate(*parts)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-06-30", date(2022, 6, 30), date(2022, 6, 30)),
        ("9999", date(9999, 1, 1), date.max),
        ("0001", date.min, date(1, 12, 31)),
    ],
)
def test_a_date_says_which_days_it_may_mean(text, earliest, latest):
    """A year is not its first of January, but any day from the first to the last."""
    when = kz.PartialDate.parse(text)
    assert (when.earliest, when.latest) == (earliest, latest)


def test_dates_sort_by_their_earliest_day_and_the_coarser_first():
    """A year comes before the months and days in it, and after those of the year before."""
    texts = ["2013-12-31", "2014", "2014-01", "2014-01-01", "2014-01-02", "2014-02", "2015"]
    assert list(map(str, sorted(map(kz.PartialDate.parse, reversed(texts))))) == texts


@pytest.mark.parametrize("other", [2014, date(2014, 1, 1), "2014"])
def test_dates_compare_only_with_their_kind(other):
    """A partial date is neither before nor after what is none, and does not equal it."""
    assert kz.PartialDate(2014) != other
    with pytest.raises(TypeError):
        assert kz.PartialDate(2014) < other


@given(partial_dates)
def test_a_date_survives_writing_and_reading(when):
    """What is written in EDTF is read back as the same date."""
    assert kz.PartialDate.parse(str(when)) == when


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_in_words_is_the_day(day):
    """A day with its month in words and a year of four digits is read as that day."""
    assert kz.PartialDate.parse(f"{day.day} {day:%B} {day.year:04}") == kz.PartialDate(day.year, day.month, day.day)


@given(st.lists(partial_dates))
def test_the_order_of_dates_is_total(dates):
    """Any two dates are equal or one comes first, and sorting is sorting by the earliest day."""
    in_order = sorted(dates)
    for one, other in pairwise(in_order):
        assert (one < other) + (one == other) + (one > other) == 1
        assert one <= other
        assert one.earliest <= other.earliest


@given(st.one_of(st.text(), st.text("0123456789-/:. JuneMay,TW+", max_size=20)))
def test_whatever_the_text_only_a_value_error_leaves(text):
    """Any text is a date, and a period of dates, or a ValueError."""
    for parse in (kz.PartialDate.parse, kz.Period.parse):
        try:
            assert parse(text) == parse(str(parse(text)))
        except ValueError as error:
            assert str(error)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(("text", "expected"), PERIODS.items())
def test_a_period_is_read_as_people_write_it(text, expected):
    """An EDTF interval is a period, open where it says so, and a single date is both its start and its end."""
    assert kz.Period.parse(text) == expected


@pytest.mark.parametrize(("text", "message"), NO_PERIODS.items())
def test_text_that_is_no_period_is_refused(text, message):
    """Text that is no period, ends before it starts or has no end at all is a ValueError that shows why."""
    with pytest.raises(ValueError, match=message):
        kz.Period.parse(text)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2014", "2022-06-30"),
        (date(2014, 1, 1), kz.PartialDate(2014)),
        (kz.PartialDate(2014, 6), kz.PartialDate(2014)),
        ("2014", ".."),
    ],
)
def test_a_period_takes_what_a_person_would_type(start, end):
    """The ends of a period are dates, text, or nothing where the source leaves them open."""
    period = kz.Period(start, end)
    assert isinstance(period.start, kz.PartialDate)
    assert isinstance(period.end, kz.PartialDate) or period.end is None


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (2014, "2015", r"Period\.start: expected a date or None, got 2014"),
        ("2014", 2015, r"Period\.end: expected a date or None, got 2015"),
        (None, None, r"Period\.end: expected a date, .* got None"),
        ("2015-02", "2015-01-31", r"Period\.end: expected no end before the start, 2015-02, got '2015-01-31'"),
    ],
)
def test_a_period_has_ends_in_order(start, end, message):
    """What is no date, no end at all, and an end before the start is a ValueError that names the field."""
    with pytest.raises(ValueError, match=message):
        kz.Period(start, end)


def test_a_time_of_day_is_dropped_from_a_datetime():
    """A datetime counts as its day."""
    noon = datetime(2022, 6, 30, 12)
    assert str(kz.Period(noon, noon)) == "2022-06-30"


@pytest.mark.parametrize(
    ("text", "first_known"), [("2014/2015", "2014"), ("2018/..", "2018"), ("../2022", "2022"), ("2022", "2022")]
)
def test_a_period_has_a_first_known_date(text, first_known):
    """The first known date of a period is its start, or its end where the start is open."""
    assert str(kz.Period.parse(text).first_known) == first_known


@given(periods)
def test_a_period_survives_writing_and_reading(period):
    """What is written in EDTF is read back as the same period."""
    assert kz.Period.parse(str(period)) == period


@given(st.one_of(partial_dates, periods))
def test_dates_and_periods_survive_copying(value):
    """A pickled, copied or deeply copied date or period is equal to the first and has its hash."""
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert other == value
        assert hash(other) == hash(value)
