"""What error messages and converters do with values of any kind."""

import pytest

import kzpeace as kz
from kzpeace._checks import as_tuple_of, short_repr, to_tuple


@pytest.mark.parametrize("value", ["long " * 1000, b"long " * 1000, ["long"] * 1000])
def test_an_error_message_shows_the_beginning_of_a_long_value(value):
    """A value of up to 80 characters is shown as Python writes it, a longer one is cut."""
    assert short_repr(value) == f"{value!r:.80}..."
    assert short_repr("x" * 78) == repr("x" * 78)


def test_a_value_that_python_cannot_show_is_named():
    """A value whose repr fails is shown by its class: Python does not write out very long numbers."""
    assert short_repr(10**5000) == "<int>"
    assert short_repr([10**5000]) == "<list>"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("LB", ("LB",)),
        (None, (None,)),
        ((code for code in ["EG", "IL"]), ("EG", "IL")),
        (frozenset("SJLIEK"), ("E", "I", "J", "K", "L", "S")),
        ({10**5000}, (10**5000,)),
        (list, (list,)),
        (kz.Status, (kz.Status.SERVED, kz.Status.SERVING)),
    ],
)
def test_one_item_or_several_become_a_tuple(value, expected):
    """Text is one item, a set is sorted by its texts, and a class whose instances can be iterated is one item."""
    assert to_tuple(value) == expected


def test_an_error_in_iterating_is_the_callers_own():
    """An error that an argument's own code raises comes out as it is."""

    def records():
        yield kz.DEPLOYMENTS[0]
        raise TypeError("broken")  # noqa: EM101 - the caller's

    with pytest.raises(TypeError, match=r"^broken$"):
        kz.Dataset(deployments=records())


def test_a_wrong_argument_is_named():
    """The error for an argument has its name and the item that is wrong."""
    assert as_tuple_of(int, [1, 2], "numbers") == (1, 2)
    with pytest.raises(ValueError, match=r"^numbers: expected each to be an int, got 'three'$"):
        as_tuple_of(int, [1, "three"], "numbers")


def test_any_integer_becomes_an_int():
    """A field for a whole number takes another library's integer, and holds an int."""

    class Integer:
        def __index__(self):
            return 7

    for number in (kz.PartialDate(Integer()).year, kz.Headcount.exactly(Integer()).low):
        assert (type(number), number) == (int, 7)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: kz.PartialDate(True), "PartialDate.year: expected a whole number, 1 or more, got True"),  # noqa: FBT003
        (
            lambda: kz.Citation(kz.ARTICLE, 2**63),
            f"Citation.paragraph: expected a whole number up to {2**63 - 1}, got {2**63}",
        ),
        (lambda: kz.Citation("a report"), "Citation.source: expected a Source, got 'a report'"),
        (lambda: kz.Mission(acronym="M", mandate="x"), "Mission.mandate: expected a Mandate or None, got 'x'"),
        (lambda: kz.Mission(acronym="M", territories=["SY", "SY"]), "Mission.territories: expected each code once, .*"),
        (lambda: kz.Dataset(proposals=5), "Dataset.proposals: expected each to be a Proposal, got 5"),
        (lambda: kz.Statement("Why. ", kz.ARTICLE), "Statement.text: expected text that is not empty, without .*"),
        (lambda: kz.Statement("a\ud800"), r"Statement.text: expected text .* lone surrogates, got 'a\\ud800'"),
    ],
)
def test_an_error_names_class_field_value_and_what_is_expected(make, message):
    """Each validator raises a ValueError of one form."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()


@pytest.mark.parametrize("value", [kz.Headcount.around(430), kz.PartialDate(2014), kz.ARTICLE, kz.UNIFIL, kz.PROPOSAL])
def test_format_works_as_for_text(value):
    """A value with a text is aligned and cut as its text is."""
    for specification in ("", ">200", "^200", ".3"):
        assert format(value, specification) == format(str(value), specification)
