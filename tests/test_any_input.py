"""Whatever comes in, parsers and constructors take it or raise a ValueError of ours."""

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings, strategies as st
from strategies import deployments, headcounts, partial_dates, periods

import kzpeace as kz


def fail(_):
    """Fail, as the repr of a half-built object does."""
    raise RuntimeError


Broken = type("Broken", (), {"__repr__": fail})
Index = type("Index", (), {"__index__": lambda _: 7})
ODD = [
    *(None, True, 0, -1, 45, 2**63, 10**100_000, 1.5, float("nan"), 1j, Decimal("NaN"), Index(), Broken(), object()),
    *(b"2014", [], (), {}, set(), [[]], [{}], ["2014", None], {"date": 5}, {1: 2}, range(3), iter("ab"), list, len),
    *(datetime.min, date.max, kz, kz.Role, *kz.Role, *kz.Personnel, *kz.Status, kz.Unit.MEDICAL),
    *(kz.ARTICLE, kz.UNIFIL, kz.UNIFIL.mandate, kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS, kz.DEPLOYMENTS, kz.MISSIONS),
]
TEXTS = [
    *(
        "",
        " ",
        "\0",
        "\x1b[31mred",
        "\u202eabc",
        "\ufeff",
        "\ud800",
        "２０１４",
        "İ",
        "x" * 100_000,
        "-" * 100_000,
        "{0.x}",
    ),
    *("0000", "0001", "9999", "10000", "-0001", "9" * 5000, "9999-12-31/10000", "..", "../..", "/", "2014/", "a–b"),
    *("30 June 2022", "10 May 2022 10:00 ABC", "Monday 2022", "since", "since since 2014", "UNIFIL", "LB", "troops"),
]
texts = st.one_of(st.sampled_from(TEXTS), st.text(), st.text("0123456789-/:. JuneMay,TW+–sinceto", max_size=24))
odd = st.one_of(st.sampled_from(ODD), texts, headcounts, partial_dates, periods, deployments)
values = st.one_of(odd, st.lists(odd, max_size=3))
EXAMPLES = [
    *(
        kz.Headcount.exactly(45),
        kz.PartialDate(2014),
        kz.Period("2014", "2015"),
        kz.ARTICLE,
        kz.DEPLOYMENTS[0].citation,
    ),
    *(kz.PROPOSAL.conditions[0], kz.UNIFIL.mandate, kz.UNIFIL, kz.DEPLOYMENTS[2], kz.CONSTITUTIONAL_BASIS, kz.PROPOSAL),
    kz.Dataset(),
]
CLASSES = {type(example).__name__ for example in EXAMPLES}


@given(texts)
def test_any_text_is_read_or_refused(text):
    """Text is a date, or a period, that is written and read back equal, or a ValueError that can be printed."""
    for parse in (kz.PartialDate.parse, kz.Period.parse):
        try:
            assert parse(text) == parse(str(parse(text)))
        except ValueError as error:
            assert str(error).isprintable()  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).__name__)
@settings(max_examples=60)
@given(data=st.data())
def test_any_value_is_taken_or_refused(example, data):
    """A field takes a value, and the object can then be compared, hashed, shown and copied; or it is a ValueError."""
    names = [field.name for field in attrs.fields(type(example))]
    changes = data.draw(st.dictionaries(st.sampled_from(names), values, min_size=1, max_size=2))
    try:
        thing = attrs.evolve(example, **changes)
    except ValueError as error:
        place, expected, _ = str(error).partition(": ")
        assert expected
        assert place.split(".")[0] in CLASSES
        return
    for other in (copy.copy(thing), pickle.loads(pickle.dumps(thing)), attrs.evolve(thing)):
        assert (other, hash(other), str(other)) == (thing, hash(thing), str(thing))
