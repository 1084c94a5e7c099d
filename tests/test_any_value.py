"""Parsers and constructors given any value at all: they take it, or refuse it with a ValueError."""

import copy
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kzpeace as kz


def keyword(function, name, **others):
    """Return a function of one keyword's value."""

    def read(value):
        return function(**{**others, name: value})

    read.__name__ = f"{function.__name__}.{name}"
    return read


RECORD = {"headcount": 1, "missions": "UNIFIL", "status": "served", "period": "2014/2022-06-30"}
SOURCE = {"publisher": "A paper", "title": "A report", "date": "2022", "language": "en"}
READERS = [
    *(kz.PartialDate, kz.PartialDate.parse, kz.Period.parse, kz.Headcount.exactly),
    *(kz.find_mission, kz.verify, kz.total_served),
    *(keyword(kz.Period, name, start="2014", end=None) for name in ("start", "end")),
    *(keyword(kz.Deployment, name, **RECORD) for name in (*RECORD, "roles", "personnel", "contributor")),
    *(keyword(kz.Source, name, **SOURCE) for name in SOURCE),
    *(keyword(kz.Citation, name, source=kz.ARTICLE) for name in ("paragraph", "quote")),
    *(keyword(kz.total_served, name) for name in ("roles", "personnel", "during", "records", "reported_by")),
    keyword(kz.total_serving, "on"),
]
PARTS = [
    "2014",
    "/",
    "..",
    "-",
    "06",
    "30",
    " June ",
    "since ",
    "troops",
    "officers",
    "UN",
    "UNIFIL",
    "Lebanon",
    "≈",
    "4",
]
texts = st.text(max_size=20) | st.lists(st.sampled_from(PARTS), max_size=5).map("".join)
scalars = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.binary(max_size=9), st.dates(), st.datetimes(), texts),
    st.sampled_from(
        [object(), date, kz.UNIFIL, kz.Role.TROOPS, kz.PROPOSAL, kz.ARTICLE, kz.PartialDate(2014), "9" * 5000]
    ),
)
anything = scalars | st.lists(scalars, max_size=3) | st.dictionaries(texts, scalars, max_size=2)


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=30)
@given(value=anything)
def test_any_value_is_taken_or_refused(read, value):
    """What is taken can be shown, compared and hashed."""
    try:
        result = read(value)
    except ValueError:
        return
    assert str(result)
    assert hash(copy.copy(result)) == hash(result)
