"""Parsers and constructors given any value at all: they take it, or refuse it with a ValueError."""

import copy
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzpeace as kz

GOOD = {"headcount": 1, "missions": "UNIFIL", "status": "served", "period": "2014/2022-06-30"}
SOURCE = {"publisher": "A paper", "title": "A report", "date": "2022", "language": "en"}
ENTRIES = {
    "PartialDate": kz.PartialDate,
    "PartialDate.parse": kz.PartialDate.parse,
    "Period": kz.Period,
    "Period.parse": kz.Period.parse,
    "Headcount.exactly": kz.Headcount.exactly,
    "Headcount.between": lambda value: kz.Headcount.between(1, value),
    "Citation.quote": lambda value: kz.Citation(kz.ARTICLE, quote=value),
    "Mission": lambda value: kz.Mission(acronym=value),
    "find_mission": kz.find_mission,
    "verify": kz.verify,
    **{
        f"Deployment.{name}": partial(lambda name, value: kz.Deployment(**{**GOOD, name: value}), name) for name in GOOD
    },
    **{f"Source.{name}": partial(lambda name, value: kz.Source(**{**SOURCE, name: value}), name) for name in SOURCE},
    "total_served": kz.total_served,
    **{
        f"total_served.{name}": partial(lambda name, value: kz.total_served(**{name: value}), name)
        for name in ("roles", "personnel", "during", "records", "reported_by")
    },
    "total_serving.on": lambda value: kz.total_serving(on=value),
}
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
    st.sampled_from([object(), date, kz.UNIFIL, kz.Role.TROOPS, kz.PROPOSAL, kz.ARTICLE, kz.PartialDate(2014)]),
    st.text("0123456789", min_size=4000, max_size=5000),
)
anything = scalars | st.lists(scalars, max_size=3) | st.dictionaries(texts, scalars, max_size=2)


@pytest.mark.parametrize("entry", ENTRIES)
@given(value=anything)
def test_any_value_is_taken_or_refused(entry, value):
    """What is taken can be shown, compared and hashed."""
    try:
        result = ENTRIES[entry](value)
    except ValueError as error:
        assert str(error)
    else:
        assert str(result)
        assert hash(copy.copy(result)) == hash(result)
