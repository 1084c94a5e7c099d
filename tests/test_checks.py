"""What every value checks where it is made, as far as the tests of the values do not show it."""

import pytest

import kzpeace as kz
from kzpeace.checks import all_of, is_whole_number, several, shown


@pytest.mark.parametrize("value", ["long " * 1000, b"long " * 1000, ["long"] * 1000])
def test_a_long_value_is_cut_in_an_error_message(value):
    """An error message shows the beginning of a long value, and dots for the rest."""
    assert shown(value) == f"{value!r:.80}..."


def test_a_short_value_is_shown_whole():
    """An error message shows a short value as Python writes it."""
    assert shown("30 Juni") == "'30 Juni'"


def test_a_number_too_long_to_write_is_measured():
    """A number that Python refuses to write out is shown by its size."""
    assert shown(-(10**5000)) == "a whole number of 16610 bits"


def test_a_value_that_cannot_be_shown_is_named_by_its_class():
    """Where a value has no text, because its own code fails or it is nested too deep, its class is shown."""

    class Faulty:
        def __repr__(self):
            raise RuntimeError

    assert shown(Faulty()) == "a Faulty that cannot be shown"
    assert shown([10**5000]) == "a list that cannot be shown"


def test_a_class_is_no_several():
    """A class whose instances are several is one thing; an enumeration is all its members."""
    assert several(list) == (list,)
    assert several(kz.Status) == (kz.Status.SERVED, kz.Status.SERVING)


def test_a_set_becomes_a_tuple_in_one_order():
    """A set becomes a tuple sorted by its texts; one that has no texts becomes a tuple all the same."""
    assert several({"SY", "EG", "LB"}) == ("EG", "LB", "SY")
    assert several({10**5000}) == (10**5000,)


def test_any_kind_of_integer_becomes_pythons_own():
    """A field for a whole number takes another library's integer, and holds Python's."""

    class Integer:
        def __index__(self):
            return 7

    for number in (kz.PartialDate(Integer()).year, kz.Citation(kz.ARTICLE, Integer()).paragraph):
        assert (type(number), number) == (int, 7)
    assert kz.Headcount.exactly(Integer()) == kz.Headcount.exactly(7)
    with pytest.raises(
        ValueError, match=r"^PartialDate\.year: expected a whole number from 1 to 9999, got <class 'int'>$"
    ):
        kz.PartialDate(int)


def test_a_number_too_large_for_tables_is_refused():
    """A number that data frames cannot hold is refused where it enters."""
    assert kz.Citation(kz.ARTICLE, 2**63 - 1).paragraph == 2**63 - 1
    with pytest.raises(
        ValueError, match=r"^Citation\.paragraph: expected a whole number up to 9223372036854775807, got "
    ):
        kz.Citation(kz.ARTICLE, 2**63)


def test_text_that_cannot_be_written_is_refused():
    """Half of a character, which no file can hold, is no text."""
    with pytest.raises(
        ValueError, match=r"^Statement\.text: expected text that can be written to a file, .*'a\\ud800'$"
    ):
        kz.Statement("a\ud800")


def test_a_field_of_several_holds_a_tuple():
    """Where a field does not convert, what is no tuple is refused."""
    with pytest.raises(ValueError, match=r"^TotalsByMission\.totals: expected a tuple, each a MissionTotals, got 5$"):
        kz.TotalsByMission(5)


def test_one_is_as_good_as_several():
    """One value, text included, becomes a tuple of it, and several become a tuple of them."""
    assert several("LB") == ("LB",)
    assert several(None) == (None,)
    assert several(code for code in ["EG", "IL"]) == ("EG", "IL")


def test_a_wrong_value_among_the_arguments_is_named():
    """An argument that holds something of another kind is refused by the argument's name and the value."""
    assert all_of(int, [1, 2], "records") == (1, 2)
    with pytest.raises(ValueError, match=r"^records: expected each to be a int, got 'three'$"):
        all_of(int, [1, "three"], "records")


def test_a_bool_is_no_whole_number():
    """True is no 1 where people are counted."""
    assert is_whole_number(1)
    assert not is_whole_number(True)  # noqa: FBT003 - the value under test
    assert not is_whole_number(1.0)
