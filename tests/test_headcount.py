"""Numbers of people as a source states them."""

import copy
import pickle

import pytest
from hypothesis import given
from strategies import headcounts

import kzpeace as kz


@pytest.mark.parametrize(
    ("headcount", "precision", "figure", "bounds", "text"),
    [
        (kz.Headcount.exactly(45), "exact", 45, (45, 45), "45"),
        (kz.Headcount.around(430), "approximate", 430, (None, None), "≈430"),
        (kz.Headcount.at_most(430), "at most", 430, (0, 430), "≤430"),
        (kz.Headcount.at_least(501), "at least", 501, (501, None), "≥501"),
        (kz.Headcount.more_than(600), "more than", 600, (601, None), ">600"),
        (kz.Headcount.fewer_than(600), "fewer than", 600, (0, 599), "<600"),
        (kz.Headcount.between(520, 565), "between", None, (520, 565), "520–565"),
        (kz.Headcount.between(7, 7), "between", None, (7, 7), "7–7"),
    ],
)
def test_a_headcount_keeps_what_the_source_states(headcount, precision, figure, bounds, text):
    """A headcount has the figure and precision of its source, the bounds that follow, and a sign for them."""
    assert (headcount.precision, headcount.figure) == (kz.Precision(precision), figure)
    assert (headcount.low, headcount.high) == bounds
    assert str(headcount) == text
    assert headcount == kz.Headcount(precision, headcount.figures)


@pytest.mark.parametrize("value", [-1, 10_000_000_001, True, 45.5, "45", None])
def test_a_figure_is_a_number_of_people(value):
    """A figure that is negative, too large or not whole is a ValueError."""
    with pytest.raises(
        ValueError, match=r"^Headcount\.figures: expected a whole number(, 0 or more| up to 10000000000), got "
    ):
        kz.Headcount.more_than(value)
    with pytest.raises(ValueError, match=r"^Deployment\.headcount: expected a Headcount or a whole number, 0 or more"):
        kz.Deployment(headcount=value, status="served", period="2014")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: kz.Headcount.fewer_than(0), r"figures: expected a whole number, 1 or more, got 0"),
        (lambda: kz.Headcount.between(565, 520), r"figures: expected two numbers, the lower first, got \(565, 520\)"),
        (lambda: kz.Headcount("between", 5), r"figures: expected two numbers, the lower first, got \(5,\)"),
        (lambda: kz.Headcount("exact", (5, 6)), r"figures: expected one number, got \(5, 6\)"),
        (lambda: kz.Headcount("roughly", 5), r"precision: expected a Precision \(exact, .*\), got 'roughly'"),
    ],
)
def test_figures_suit_their_precision(make, message):
    """Nobody is fewer than none, a range has two numbers in order, and any other headcount has one."""
    with pytest.raises(ValueError, match=rf"^Headcount\.{message}$"):
        make()


def test_an_exact_headcount_is_an_int():
    """``int()`` works if there is one number, and otherwise says what the range is."""
    assert int(kz.Headcount.exactly(45)) == int(kz.Headcount.between(45, 45)) == 45
    with pytest.raises(ValueError, match=r"^520–565 is not one number; use \.low \(520\) and \.high \(565\)$"):
        int(kz.Headcount.between(520, 565))
    with pytest.raises(ValueError, match=r"^≈430 is not one number"):
        int(kz.Headcount.around(430))


@pytest.mark.parametrize("add", [lambda one: one + one, lambda one: 1 + one, lambda one: sum([one, one])])
def test_headcounts_do_not_add(add):
    """Adding headcounts fails and says which helpers count people, as one person may be in two headcounts."""
    with pytest.raises(TypeError, match=r"^Headcounts do not add: .* Use total_served\(records=\.\.\.\) or "):
        add(kz.Headcount.exactly(45))


def test_the_precision_is_part_of_the_value():
    """Exactly 430 and around 430 are different headcounts, and so are exactly 7 and from 7 to 7."""
    assert kz.Headcount.exactly(430) != kz.Headcount.around(430)
    assert kz.Headcount.exactly(7) != kz.Headcount.between(7, 7)


@given(headcounts)
def test_a_headcount_survives_copying(headcount):
    """A pickled or copied headcount is equal to the first, has its hash and its bounds, and the low comes first."""
    for other in (pickle.loads(pickle.dumps(headcount)), copy.copy(headcount), copy.deepcopy(headcount)):
        assert (other, hash(other), other.low) == (headcount, hash(headcount), headcount.low)
    assert headcount.high is None or headcount.low <= headcount.high
