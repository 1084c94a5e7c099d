"""Hostile input: only documented errors come out, and long input takes its time and no more."""

import pytest
from hostile import TABLE, Drawn, long_texts, missed, outcome, public_callables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kzpeace as kz

LONG = long_texts(100_000)
SLOW = {"plot_timeline", "plot_totals", "to_pandas", "export", "main", "brief"}


def test_every_entry_point_is_tried():
    """Whatever users can call has an entry in the table of hostile input."""
    assert set(TABLE) == set(public_callables())


@pytest.mark.parametrize("name", TABLE)
def test_only_documented_errors_come_out(name):
    """Whatever comes in, it is refused by a documented error, or can be used."""
    entry = TABLE[name]

    @settings(max_examples=1 if name in SLOW else 10, database=None, suppress_health_check=list(HealthCheck))
    @given(entry.inputs.map(Drawn))
    def try_out(drawn):
        assert outcome(entry, drawn.arguments)

    try_out()


@pytest.mark.parametrize("name", ["PartialDate.parse", "Period.parse", "find_mission", "verify", "from_json"])
@pytest.mark.parametrize("kind", LONG)
def test_long_text_is_read_or_refused(name, kind):
    """Each reader comes to an end with long text of every kind, and says no more of it than that it is wrong."""
    assert outcome(TABLE[name], {"text": LONG[kind]}) in {"answer", "ValueError", "UnknownMissionError"}


def test_megabytes_are_read():
    """A million characters are read by what reads text of any length, and refused by what does not."""
    text = "45 Kazakh officers took part. " * 35_000
    assert not kz.verify(text).ok
    for read in (kz.find_mission, kz.from_json, kz.PartialDate.parse, kz.Period.parse):
        with pytest.raises(ValueError, match=r"(expected|goes by) "):
            read(text)


def test_a_run_of_combining_marks_is_no_trap():
    """A million marks on one letter, which take hours to put in order one past another, are read."""
    marks = "\u0301\u0316\u0f73" * 100_000
    assert not kz.verify(f"a{marks}").ok
    assert kz.find_mission(f"UNIFIL{marks}") == kz.UNIFIL


def test_words_are_compared_once():
    """A name in which the same words come again and again is found by them."""
    assert kz.find_mission("united interim force " * 50_000) == kz.UNIFIL


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"format":['])
@pytest.mark.parametrize("closing", ["", "]"])
def test_deep_json_is_refused(opening, closing):
    """JSON that is nested a hundred thousand deep is refused."""
    pytest.importorskip("cattrs")
    with pytest.raises(ValueError, match=r"^document: expected "):
        kz.from_json(opening * 100_000 + closing * 100_000)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "-1", "9" * 19, "9" * 5001])
def test_odd_numbers_in_json_are_refused(number):
    """NaN, infinity and numbers that are too large are refused, with their place."""
    pytest.importorskip("cattrs")
    with pytest.raises(ValueError, match=r"^deployments\[1\]\.headcount\.(figure|high|low): expected "):
        kz.from_json(kz.to_json().replace("520", number))


@pytest.mark.parametrize("period", ["0001", "9999", "0001/9999", "0001/..", "../9999", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("ask", [kz.total_served, kz.total_serving, kz.totals_by_mission, kz.timeline])
def test_the_first_and_the_last_year_are_counted(ask, period):
    """Records at the ends of the calendar are counted and told as any other."""
    record = kz.Deployment(headcount=9000, missions=kz.UNIFIL, status=kz.Status.SERVED, period=period)
    assert kz.describe(ask(records=[record, *kz.DEPLOYMENTS]))


@pytest.mark.parametrize("year", ["0000", "10000", "-0001", "+2014", "99999999999999999999"])
def test_years_beyond_the_calendar_are_refused(year):
    """There is no year 0 and none of five digits."""
    for read in (kz.PartialDate.parse, kz.Period.parse):
        with pytest.raises(ValueError, match="PartialDate"):
            read(year)


def test_control_characters_are_kept_and_escaped():
    """Text from right to left, marks and control characters are text: kept as they are, and escaped in messages."""
    odd = "\u202eabc\u0000\u0301\x1b[31m"
    assert str(kz.Statement(odd)) == odd
    with pytest.raises(ValueError, match=r"\\u202eabc\\x00") as error:
        kz.PartialDate.parse(odd)
    assert "\x1b" not in str(error.value)


def test_what_an_objects_own_methods_raise_comes_out():
    """An error in iterating what was given is the caller's own, and comes out as it is."""

    def records():
        yield kz.DEPLOYMENTS[0]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kz.total_served(records=records())


@given(st.text())
def test_any_text_is_verified(text):
    """Any text can be verified, and none but a copy of the article is ok."""
    assert not kz.verify(text).ok


def test_the_script_tells_an_undocumented_error():
    """An error that is not documented, and a value that cannot be used, are told apart from what is documented."""

    def fail():
        raise TypeError

    for entry in (TABLE["verify"]._replace(call=fail), TABLE["verify"]._replace(call=lambda: kz.UNIFIL, use=missed)):
        with pytest.raises(AssertionError, match=r"undocumented|cannot be used"):
            outcome(entry, {})
