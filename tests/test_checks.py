"""What every value checks where it is made, as far as the tests of the values do not show it."""

import pytest

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
