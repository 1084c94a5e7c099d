"""Dates as precise as their source, and periods of them."""

import copy
import pickle
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from strategies import partial_dates, periods

import kzpeace as kz
from kzpeace.dates import date_argument, period_argument

DATES = {
    "2014": kz.PartialDate(2014),
    " 2014 ": kz.PartialDate(2014),
    "2022-06": kz.PartialDate(2022, 6),
    "2024-02-29": kz.PartialDate(2024, 2, 29),
    "30 June 2022": kz.PartialDate(2022, 6, 30),
    "June 30, 2022": kz.PartialDate(2022, 6, 30),
    "Thursday, 30 June 2022": kz.PartialDate(2022, 6, 30),
    "June 2022": kz.PartialDate(2022, 6),
    "30/06/2022": kz.PartialDate(2022, 6, 30),
    "12.12.2012": kz.PartialDate(2012, 12, 12),
    "2014".ljust(64): kz.PartialDate(2014),
}

NO_DATES = {
    "2022-13": r"month: expected a whole number up to 12, got 13",
    "2022-02-30": r"day: expected a day of 2022-02 \(1 to 28\), got 30",
    "0000": r"year: expected a whole number, 1 or more, got 0",
    "31 June 2022": r"parse: expected a date such as 2014, 2022-06 or 30 June 2022, got '31 June 2022'",
    "next summer": r"parse: expected a date such as .* got 'next summer'",
    "": r"parse: expected a date such as .* got ''",
    "29 February": r"parse: expected a year in four digits, got '29 February'",
    "30 June 22": r"parse: expected a year in four digits, got '30 June 22'",
    "Thursday": r"parse: expected a year in four digits, got 'Thursday'",
    "06/07/2022": r"parse: expected a date that can be read in only one way, as YYYY-MM-DD, got '06/07/2022'",
    "30 June 2022, 14:00": r"parse: expected a date without a time of day, got '30 June 2022, 14:00'",
    "2022-06-30 01:01:01": r"parse: expected a date without a time of day, .*",
    "30 June 2022 0s": r"parse: expected a date without a time of day, .*",
    "2014-": r"parse: expected a date such as .* got '2014-'",
    "Friday 30 June 2022": r"parse: expected the weekday of the date, or none, got 'Friday 30 June 2022'",
    "Thursday June 2022": r"parse: expected the weekday of the date, or none, .*",
    "30 June 2022" + " " * 60: r"parse: expected text of at most 64 characters, got '30 June 2022 {60}'",
}

PERIODS = {
    "2014/2022-06-30": kz.Period("2014", "2022-06-30"),
    "2018/..": kz.Period("2018", None),
    "../2022": kz.Period(None, "2022"),
    "2014 / 2015": kz.Period("2014", "2015"),
    "2022-06/2022": kz.Period("2022-06", "2022"),
    "30 June 2022": kz.Period("2022-06-30", "2022-06-30"),
}

NO_PERIODS = {
    "2014–2022": r"Period\.parse: expected EDTF \(write 2014/2022\), got '2014–2022'",
    "2014-2022": r"Period\.parse: expected EDTF \(write 2014/2022\), got '2014-2022'",
    "2014-06 – 2022-06-30": r"Period\.parse: expected EDTF \(write 2014-06/2022-06-30\), .*",
    "from June 2014 to 30 June 2022": r"Period\.parse: expected EDTF \(write 2014-06/2022-06-30\), .*",
    "since 2014": r"Period\.parse: expected EDTF \(write 2014/\.\.\), got 'since 2014'",
    "Until 2022": r"Period\.parse: expected EDTF \(write \.\./2022\), got 'Until 2022'",
    "since spring 2014": r"PartialDate\.parse: expected a date such as .*",
    "2022/2014": r"Period\.end: expected no date before the start, 2022, got <PartialDate 2014>",
    "../..": r"Period\.end: expected a date, as the start is open too, got None",
    "2014/June 2015": r"Period\.parse: expected dates such as 2014 or 2022-06-30, or \.\., got '2014/June 2015'",
    "2014/2015/2016": r"PartialDate\.parse: .* got '2014/2015/2016'",
    "2014/2022-02-30": r"Period\.end: PartialDate\.day: expected a day of 2022-02 \(1 to 28\), got 30",
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_date_is_read_as_people_write_it(text, expected):
    """A year, a month or a day is read from ISO form and from words, as precise as the text is."""
    assert kz.PartialDate.parse(text) == expected


@pytest.mark.parametrize(("text", "message"), NO_DATES.items())
def test_text_that_is_no_date_is_refused(text, message):
    """Text that is not a date, or one only by guessing, is a ValueError that shows the text or its wrong part."""
    with pytest.raises(ValueError, match=rf"^PartialDate\.{message}$"):
        kz.PartialDate.parse(text)


@pytest.mark.parametrize(("text", "expected"), PERIODS.items())
def test_a_period_is_read_as_people_write_it(text, expected):
    """An EDTF interval is a period, open where it says so, and a single date is both its start and its end."""
    assert kz.Period.parse(text) == expected


@pytest.mark.parametrize(("text", "message"), NO_PERIODS.items())
def test_text_that_is_no_period_is_refused(text, message):
    """Text that is not a period is a ValueError, which says how to write a usual form of it."""
    with pytest.raises(ValueError, match=rf"^{message}$"):
        kz.Period.parse(text)


@pytest.mark.parametrize("kind", [kz.PartialDate, kz.Period])
def test_only_text_is_parsed(kind):
    """Anything but text is a ValueError."""
    with pytest.raises(ValueError, match=rf"^{kind.__name__}\.parse: expected text of at most 64 .*, got 2014$"):
        kind.parse(2014)


def test_a_day_has_a_month():
    """A day without its month is a ValueError."""
    with pytest.raises(ValueError, match=r"^PartialDate\.day: expected None, as month is None, got 5$"):
        kz.PartialDate(2014, None, 5)


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


def test_dates_sort_by_their_earliest_day_and_the_less_precise_first():
    """A year comes before the months and days in it, and after those of the year before."""
    texts = ["2013-12-31", "2014", "2014-01", "2014-01-01", "2014-01-02", "2014-02", "2015"]
    assert list(map(str, sorted(map(kz.PartialDate.parse, reversed(texts))))) == texts


@given(st.lists(partial_dates))
def test_the_order_of_dates_is_total(dates):
    """Of any two dates they are equal or one comes first, and sorting is sorting by the earliest day."""
    for one, other in pairwise(sorted(dates)):
        assert (one < other) + (one == other) == 1
        assert one.earliest <= other.earliest


@given(st.one_of(partial_dates, periods))
def test_dates_and_periods_survive_writing_and_copying(value):
    """What is written in EDTF is read back equal, and so is a pickled or copied value."""
    others = pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), type(value).parse(str(value))
    assert {value, *others} == {value}


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_in_words_is_the_day(day):
    """A day with its month in words and a year of four digits is read as that day."""
    assert kz.PartialDate.parse(f"{day.day} {day:%B} {day.year:04}") == kz.PartialDate(day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2014", "2022-06-30", "2014/2022-06-30"),
        (date(2014, 1, 1), kz.PartialDate(2014), "2014-01-01/2014"),
        (kz.PartialDate(2014, 6), kz.PartialDate(2014), "2014-06/2014"),
        ("2014", "..", "2014/.."),
        (datetime(2022, 6, 30, 12), date(2022, 6, 30), "2022-06-30"),
    ],
)
def test_a_period_takes_what_a_person_would_type(start, end, text):
    """The ends of a period are dates or text, open if the source leaves them open; a time of day is dropped."""
    assert str(kz.Period(start, end)) == text


def test_a_period_has_a_first_known_date():
    """The first known date of a period is its start, or its end if the start is open."""
    assert kz.Period("2014", "2015").first_known == kz.PartialDate(2014)
    assert kz.Period(None, "2022").first_known == kz.PartialDate(2022)


def test_arguments_take_what_constructors_take():
    """An argument is a date or a period in any form, or None; an error names the argument and says why."""
    assert date_argument(None, "on") is period_argument(None, "during") is None
    assert date_argument(date(2022, 6, 30), "on") == kz.PartialDate(2022, 6, 30)
    assert period_argument("2018/..", "during") == kz.Period("2018", None)
    assert period_argument(date(2022, 6, 30), "during") == kz.Period("2022-06-30", "2022-06-30")
    with pytest.raises(ValueError, match=r"^on: PartialDate\.parse: expected a date such as .*, got 'spring'$"):
        date_argument("spring", "on")
    with pytest.raises(ValueError, match=r"^during: Period\.parse: expected EDTF \(write 2018/\.\.\)"):
        period_argument("since 2018", "during")
    assert period_argument(2018, "during") == kz.Period("2018", "2018")
    with pytest.raises(ValueError, match=r"^during: expected a period or text such as .*, got 20180630$"):
        period_argument(20180630, "during")
