"""Numbers of people as a source states them."""

import copy
import pickle

import pytest
from hypothesis import given
from strategies import headcounts

import kzpeace as kz


@pytest.mark.parametrize(
    ("headcount", "precision", "figure", "low", "high", "text"),
    [
        (kz.Headcount.exactly(45), kz.Precision.EXACT, 45, 45, 45, "45"),
        (kz.Headcount.around(430), kz.Precision.APPROXIMATE, 430, None, None, "≈430"),
        (kz.Headcount.at_most(430), kz.Precision.AT_MOST, 430, 0, 430, "≤430"),
        (kz.Headcount.at_least(501), kz.Precision.AT_LEAST, 501, 501, None, "≥501"),
        (kz.Headcount.between(520, 565), kz.Precision.BETWEEN, None, 520, 565, "520–565"),
        (kz.Headcount.between(7, 7), kz.Precision.BETWEEN, None, 7, 7, "7–7"),
        (kz.Headcount.exactly(0), kz.Precision.EXACT, 0, 0, 0, "0"),
    ],
)
def test_a_headcount_keeps_what_the_source_states(headcount, precision, figure, low, high, text):  # noqa: PLR0917 - a table
    """A headcount has the figure and precision of its source, the bounds that follow, and a sign for them."""
    assert (headcount.precision, headcount.figure, headcount.low, headcount.high) == (precision, figure, low, high)
    assert str(headcount) == text


@pytest.mark.parametrize("value", [-1, True, False, 1.0, 45.5, "45", None])
@pytest.mark.parametrize("make", ["exactly", "around", "at_most", "at_least"])
def test_a_figure_is_a_whole_number_of_people(make, value):
    """A negative, boolean or non-integer headcount is a ValueError that names the field and the value."""
    with pytest.raises(
        ValueError, match=rf"^Headcount\.figure: expected a whole number from 0 to 10000000000, got {value!r}$"
    ):
        getattr(kz.Headcount, make)(value)


class DataFramesInteger:
    """An integer that is not Python's own."""

    def __index__(self):
        """Five."""
        return 5


def test_any_kind_of_integer_becomes_pythons_own():
    """An integer of another kind, such as a data frame's, is held as the int that it stands for."""
    headcount = kz.Headcount.exactly(DataFramesInteger())
    assert headcount == kz.Headcount.exactly(5)
    assert (type(headcount.figure), type(headcount.low), type(headcount.high)) == (int, int, int)


@pytest.mark.parametrize("figure", [0, 45, 10_000_000_000])
def test_a_record_takes_a_whole_number_for_exactly_so_many(figure):
    """Where a record is given a whole number, its headcount is exactly so many."""
    record = kz.Deployment(headcount=figure, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014")
    assert record.headcount == kz.Headcount.exactly(figure)


@pytest.mark.parametrize("figure", [-1, 10_000_000_001, True, 4.0, "45", None])
def test_a_record_takes_nothing_else_for_a_headcount(figure):
    """What is neither a headcount nor a number of people is refused by the record, in its own name."""
    with pytest.raises(
        ValueError,
        match=rf"^Deployment\.headcount: expected a Headcount or a whole number, 0 or more, got {figure!r}$",
    ):
        kz.Deployment(headcount=figure, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014")


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        (565, 520, r"^Headcount\.high: expected no less than the low, 565, got 520$"),
        (-1, 520, r"^Headcount\.low: expected a whole number from 0 to 10000000000, got -1$"),
        (True, 520, r"^Headcount\.low: .* got True$"),
        (520, 565.0, r"^Headcount\.high: .* got 565\.0$"),
        (None, 520, r"^Headcount\.high: expected two numbers .* got \(None, 520\)$"),
        (520, None, r"^Headcount\.high: expected two numbers .* got \(520, None\)$"),
    ],
)
def test_a_headcount_between_has_two_numbers_in_order(low, high, message):
    """A low above the high, and a bound that is no number of people, is a ValueError that names the field."""
    with pytest.raises(ValueError, match=message):
        kz.Headcount.between(low, high)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ((kz.Precision.EXACT, 5, 4, 5), r"Headcount\.high: expected low and high \(5, 5\) for exact 5, got \(4, 5\)"),
        ((kz.Precision.APPROXIMATE, 430, 400, 460), r"Headcount\.high: expected low and high \(None, None\)"),
        ((kz.Precision.AT_LEAST, 501, 501, 600), r"Headcount\.high: expected low and high \(501, None\)"),
        ((kz.Precision.AT_MOST, 430, None, 430), r"Headcount\.high: expected low and high \(0, 430\)"),
        ((kz.Precision.BETWEEN, 5, 4, 6), r"Headcount\.figure: expected None, .* got 5"),
        (("exact", 5, 5, 5), r"Headcount\.precision: expected a Precision, got 'exact'"),
    ],
)
def test_bounds_that_do_not_follow_from_the_precision_are_refused(fields, message):
    """A headcount cannot claim other bounds than its precision gives it."""
    with pytest.raises(ValueError, match=message):
        kz.Headcount(*fields)


@pytest.mark.parametrize(
    "add",
    [
        lambda headcount: headcount + headcount,
        lambda headcount: headcount + 1,
        lambda headcount: 1 + headcount,
        lambda headcount: sum([headcount]),
        lambda headcount: sum([headcount, headcount], headcount),
        lambda _: sum(record.headcount for record in kz.DEPLOYMENTS),
    ],
)
def test_headcounts_do_not_add(add):
    """Adding headcounts fails and says which helpers count people, as one person may be in two headcounts."""
    with pytest.raises(TypeError) as error:
        add(kz.Headcount.exactly(45))
    assert str(error.value) == (
        "Headcounts do not add: the people of one may be among those of another. "
        "Use total_served(records=...) or total_serving(records=...), which count people"
    )


def test_the_precision_is_part_of_the_value():
    """Exactly 430 and around 430 are different headcounts, and so are exactly 7 and from 7 to 7."""
    assert kz.Headcount.exactly(430) != kz.Headcount.around(430)
    assert kz.Headcount.exactly(7) != kz.Headcount.between(7, 7)


@given(headcounts)
def test_bounds_hold_the_figure(headcount):
    """Where there are bounds, the low is not above the high, and the figure is neither below nor above them."""
    low = 0 if headcount.low is None else headcount.low
    high = float("inf") if headcount.high is None else headcount.high
    assert low <= (low if headcount.figure is None else headcount.figure) <= high


@given(headcounts)
def test_a_headcount_survives_copying(headcount):
    """A pickled, copied or deeply copied headcount is equal to the first and has its hash."""
    for other in (pickle.loads(pickle.dumps(headcount)), copy.copy(headcount), copy.deepcopy(headcount)):
        assert other == headcount
        assert hash(other) == hash(headcount)
