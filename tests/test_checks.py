"""What every value checks where it is made, as far as the tests of the values do not show it."""

import attrs
import pytest

import kzpeace as kz
from kzpeace._checks import (
    as_tuple_of,
    instance_of,
    is_whole_number,
    short_repr,
    text,
    to_tuple,
    tuple_of,
    whole_number,
)


@pytest.mark.parametrize("value", ["long " * 1000, b"long " * 1000, ["long"] * 1000])
def test_a_long_value_is_cut_in_an_error_message(value):
    """An error message shows the beginning of a long value, and dots for the rest."""
    assert short_repr(value) == f"{value!r:.80}..."


@pytest.mark.parametrize("value", ["30 Juni", "x" * 78, ["x" * 76], 2**256 - 1])
def test_a_short_value_is_shown_whole(value):
    """An error message shows a value of up to 80 characters as Python writes it."""
    assert short_repr(value) == repr(value)


def test_a_number_too_long_to_write_is_measured():
    """A number that Python refuses to write out is shown by its size."""
    assert short_repr(-(10**5000)) == "a whole number of 16610 bits"
    assert short_repr(2**256) == "a whole number of 257 bits"


def test_a_value_that_cannot_be_shown_is_named_by_its_class():
    """Where a value has no text, because its own code fails or it is nested too deep, its class is shown."""

    class Faulty:
        def __repr__(self):
            raise RuntimeError

    assert short_repr(Faulty()) == "a Faulty that cannot be shown"
    assert short_repr([10**5000]) == "a list that cannot be shown"


def test_a_class_is_no_several():
    """A class whose instances are several is one thing; an enumeration is all its members."""
    assert to_tuple(list) == (list,)
    assert to_tuple(kz.Status) == (kz.Status.SERVED, kz.Status.SERVING)


def test_a_set_becomes_a_tuple_in_one_order():
    """A set becomes a tuple sorted by its texts; one that has no texts becomes a tuple all the same."""
    assert to_tuple({"SY", "EG", "LB"}) == ("EG", "LB", "SY")
    assert to_tuple({9, 10}) == (10, 9)
    assert to_tuple({10**5000}) == (10**5000,)


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
    assert to_tuple("LB") == ("LB",)
    assert to_tuple(None) == (None,)
    assert to_tuple(code for code in ["EG", "IL"]) == ("EG", "IL")


@pytest.mark.parametrize("kind", [set, frozenset])
def test_a_set_becomes_a_tuple_in_the_order_of_its_texts(kind):
    """A set, which has another order in each process, becomes a tuple that has one."""
    assert to_tuple(kind("SJLIEK")) == ("E", "I", "J", "K", "L", "S")


def test_a_wrong_value_among_the_arguments_is_named():
    """An argument that holds something of another kind is refused by the argument's name and the value."""
    assert as_tuple_of(int, [1, 2], "records") == (1, 2)
    with pytest.raises(ValueError, match=r"^records: expected each to be a int, got 'three'$"):
        as_tuple_of(int, [1, "three"], "records")


def test_a_bool_is_no_whole_number():
    """True is no 1 where people are counted."""
    assert is_whole_number(1)
    assert not is_whole_number(True)  # noqa: FBT003 - the value under test
    assert not is_whole_number(1.0)


def held(validator, value):
    """What a field with a validator holds, once it is given a value."""
    return attrs.make_class("Thing", {"field": attrs.field(validator=validator)})(value).field


@pytest.mark.parametrize(
    ("validator", "value"),
    [
        (lambda: instance_of(kz.PartialDate, "a date"), kz.PartialDate(2014)),
        (lambda: instance_of(kz.PartialDate, "a date", optional=True), kz.PartialDate(2014)),
        (lambda: instance_of(kz.PartialDate, "a date", optional=True), None),
        (lambda: whole_number(1), 1),
        (lambda: whole_number(1), 2**63 - 1),
        (lambda: whole_number(1, 12), 1),
        (lambda: whole_number(1, 12), 12),
        (lambda: whole_number(1, 12, optional=True), 1),
        (lambda: whole_number(1, 12, optional=True), None),
        (text, "Nur-Sultan"),
        (lambda: text(optional=True), "Nur-Sultan"),
        (lambda: text(optional=True), None),
        (lambda: tuple_of(str, "code"), ()),
        (lambda: tuple_of(str, "code", least=1), ("LB",)),
        (lambda: tuple_of(str, "code", least=1), ("LB", "SY")),
    ],
)
def test_a_right_value_is_taken(validator, value):
    """A field holds what its validator finds right, the least and the most there may be among it."""
    assert held(validator(), value) is value


@pytest.mark.parametrize(
    ("validator", "value", "message"),
    [
        (lambda: instance_of(kz.PartialDate, "a date"), 2014, "a date, got 2014"),
        (lambda: instance_of(kz.PartialDate, "a date"), None, "a date, got None"),
        (lambda: instance_of(kz.PartialDate, "a date"), "2014", "a date, got '2014'"),
        (lambda: instance_of(kz.PartialDate, "a date or None", optional=True), 2014, "a date or None, got 2014"),
        (lambda: instance_of(kz.Citation, "a Citation"), "para. 5", "a Citation, got 'para. 5'"),
        (lambda: whole_number(1), 0, "a whole number, 1 or more, got 0"),
        (lambda: whole_number(1), None, "a whole number, 1 or more, got None"),
        (lambda: whole_number(1), True, "a whole number, 1 or more, got True"),
        (lambda: whole_number(1), 2**63, "a whole number up to 9223372036854775807, got 9223372036854775808"),
        (lambda: whole_number(1, 12), 0, "a whole number from 1 to 12, got 0"),
        (lambda: whole_number(1, 12), 13, "a whole number from 1 to 12, got 13"),
        (lambda: whole_number(1, 12, optional=True), 1.5, "a whole number from 1 to 12, got 1.5"),
        (text, "", "text that is not empty, got ''"),
        (text, " \n", r"text that is not empty, got ' \n'"),
        (text, None, "text that is not empty, got None"),
        (text, b"Nur-Sultan", "text that is not empty, got b'Nur-Sultan'"),
        (text, "Nur-Sultan ", "text without space around it, got 'Nur-Sultan '"),
        (text, "a\ud800", r"text that can be written to a file, without halves of characters, got 'a\ud800'"),
        (lambda: text(optional=True), "", "text that is not empty, got ''"),
        (lambda: tuple_of(str, "code"), 5, "a tuple, each a code, got 5"),
        (lambda: tuple_of(str, "code"), ("LB", 5), "each to be a code, got 5"),
        (lambda: tuple_of(str, "code", least=2), ("LB",), "at least 2 code, got ('LB',)"),
        (lambda: tuple_of(str, "code"), ("LB", "LB"), "each code once, got 'LB, LB'"),
        (lambda: tuple_of(str, "code"), ("LB", "SY", "LB"), "each code once, got 'LB, SY, LB'"),
    ],
)
def test_a_wrong_value_is_refused(validator, value, message):
    """What a validator finds wrong is a ValueError that names class and field, what would be right, and what came."""
    with pytest.raises(ValueError, match=r"^Thing\.field: ") as error:
        held(validator(), value)
    assert str(error.value) == f"Thing.field: expected {message}"


@pytest.mark.parametrize(
    ("validator", "said"),
    [
        (lambda: instance_of(kz.PartialDate, "a date"), "a date"),
        (lambda: whole_number(1), "a whole number, 1 or more"),
        (lambda: whole_number(1, 12), "a whole number from 1 to 12"),
        (lambda: whole_number(1, 12, optional=True), "a whole number from 1 to 12, or None"),
        (text, "text that is not empty, without space around it"),
        (lambda: text(optional=True), "text that is not empty, without space around it, or None"),
        (lambda: tuple_of(str, "code"), "each a code, none twice"),
        (lambda: tuple_of(str, "code", least=2), "each a code, none twice, 2 at least"),
    ],
)
def test_a_validator_says_what_it_lets_through(validator, said):
    """A validator's docstring, which the codebook shows, is what a field may hold."""
    assert validator().__doc__ == said


def test_text_that_cannot_be_read_says_why():
    """Text that stands for a value and cannot be read as one is refused with the reason, after the field's name."""
    with pytest.raises(ValueError, match=r"^Thing\.field: ") as error:
        held(instance_of(kz.PartialDate, "a date"), "2022-13")
    assert str(error.value) == "Thing.field: PartialDate.month: expected a whole number from 1 to 12, got 13"
