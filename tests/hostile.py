"""Hostile input for every public entry point: what may come in, and which errors may come out.

The rules that are checked here and in `test_hostile.py`:

- A value that is wrong is a ValueError of ours, whatever is wrong with it. Beyond that, only what `TABLE` names.
- A keyword that is missing or unknown is Python's TypeError: that is a wrong call, not a wrong value, and is not tried.
- What a value's own methods raise comes out as it is, but for its ``repr``: an error message does without that.
- What comes in can be used: it can be compared, hashed, told, put in rows, shown in a notebook and written as JSON.

As a script it tries many inputs: `python tests/hostile.py --examples 20000 --seed 0`. With ``--growth`` it times long
texts instead, each at three lengths.
"""

import argparse
import contextlib
import copy
import enum
import inspect
import io
import json
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import attrs
import numpy as np
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from strategies import headcounts, partial_dates, period_of, periods, some_roles

import kzpeace as kz
from kzpeace.__main__ import main as command_line
from kzpeace.datapackage import export
from kzpeace.language import DESCRIBERS


class OwnError(Exception):
    """What a hostile object's own method raises."""


def raises(*_):
    """Raise, as the method of a hostile object."""
    raise OwnError


def gives(value):
    """A method that gives a value, which is not of the kind that Python wants of it."""
    return lambda *_: value


SPECIAL = ["repr", "str", "eq", "hash", "iter", "index", "len", "bool", "getitem", "contains", "lt", "int", "fspath"]
WRONG = {
    "repr": 5,
    "str": 5,
    "eq": np.array([1, 2]),
    "hash": "hash",
    "iter": 5,
    "index": "index",
    "len": -1,
    "bool": 5,
    "fspath": b"bytes",
}
"""What the special methods of some hostile objects give."""

RAISING = [type(f"Raises{name}", (), {f"__{name}__": raises}) for name in SPECIAL]
RAISING += [type("RaisesClass", (), {"__class__": property(raises)})]
RAISING += [type("RaisesInText", (str,), dict.fromkeys(("strip", "casefold", "encode", "__repr__"), raises))]
RAISING += [type("RaisesInNumber", (int,), dict.fromkeys(("__lt__", "__gt__", "bit_length", "__repr__"), raises))]
GIVING = [type(f"Gives{name}", (), {f"__{name}__": gives(value)}) for name, value in WRONG.items()]
LACKING = [type(f"Lacks{name}", (), {f"__{name}__": None}) for name in ("hash", "iter", "index", "fspath")]
Seven = type("Seven", (), {"__index__": gives(7)})


def nested(depth, of=list):
    """A list in a list, so deep."""
    made = of()
    for _ in range(depth):
        made = of([made])
    return made


WICKED_TEXTS = [
    *("", " ", "\0", "\t", "\r\n", "a\nb", "\x1b[31mred", "\x7f", "\u0085", "\u2028", "\ufeff", "\u00ad", "\u200b"),
    *(
        "\u202eabc\u202c",
        "\u2066x\u2069",
        "שלום",
        "عربى",
        "a\u0301",
        "e" + "\u0301\u0316" * 50,
        "\u0344\u0f73",
        "ﷺ",
        "½",
    ),
    *("\ud800", "a\udfffb", "\U0010ffff", "𝟚𝟘𝟙𝟜", "２０１４", "İ", "ß", "ǆ", "각"),
    *("{", "{}", "{x}", "{0.__class__}", "{count}", "%s", "%(x)s", "$x$", r"$\frac$", "\\", "'", '"', "`", "&amp;"),
    *("<script>alert(1)</script>", "javascript:alert(1)", "data:text/html,x", "=1+1", "+1", "-1", "@SUM(A1)"),
    *("../../etc/passwd", "/", "NUL", "CON", "None", "nan", "inf", "1e999", "9" * 64, "9" * 5000, "-0", "0x7e0"),
    *("0000", "0001", "9999", "10000", "9999-12-31/10000", "..", "../..", "/", "2014/", "2014/2015/2016", "0001/9999"),
    *("30 June 2022", "2022-06-31", "2022-02-29", "10 May 2022 10:00 ABC", "Monday 2022", "UNIFIL", "un", "LB"),
    *("x" * 100_000, " " * 100_000, "-" * 100_000, "united " * 10_000),
]
ODD_NUMBERS = [
    *(0, -1, 1, 45, 9999, 10_000, 10**10, 10**10 + 1, 2**63 - 1, 2**63, -(2**63), 10**100, 10**100_000, -(10**100_000)),
    *(0.0, -0.0, 45.0, float("nan"), float("inf"), float("-inf"), 1e308, 5e-324, 1j),
    *(Decimal(45), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Fraction(45, 1)),
    *(np.int64(45), np.uint8(6), np.float64(45), np.float64("nan"), np.bool_(True), np.array(45), np.array([1, 2])),  # noqa: FBT003
    *(np.datetime64("NaT", "D"), np.datetime64("2022-06-30"), Seven(), True, False),
]
ODD_DATES = [
    *(date.min, date.max, datetime.min, datetime.max, time(1), timedelta(1)),
    *(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23))), datetime(9999, 12, 31, 23, tzinfo=timezone.utc)),  # noqa: UP017
]
CONTAINERS = [
    *((), [], {}, set(), frozenset(), [[]], {"a": 1}, {1, "a", None}, range(3), b"", b"bytes", bytearray(b"LB")),
    *(memoryview(b"LB"), np.array(["LB"]), [10**5000], {10**5000, "a"}, ["LB", "LB"], [None], [float("nan")] * 2),
    *(nested(10_000), nested(10_000, tuple), [nested(10_000)], {"LB": nested(10_000)}, dict.fromkeys(range(10_000))),
]
THINGS = [
    *(int, str, list, dict, object, type, None, Ellipsis, NotImplemented, print, len, raises, sys, io.StringIO("LB")),
    *(kz.Role, kz.Headcount, kz.Mission, kz.Status.SERVED, kz.Role.TROOPS, kz.UNIFIL, kz.MISSIONS, kz.DEPLOYMENTS),
    *(kz.DEPLOYMENTS[0].citation, kz.ARTICLE, kz.PROPOSAL, kz.PROPOSAL.headcount, kz.PartialDate(2014), kz.timeline()),
    *(kz.Period("2014", ".."), kz.total_served(), kz.totals_by_mission(), kz.totals_by_mission()["UNIFIL"], object()),
    *(kz.Outcome.BACKED, kz.Unit.MEDICAL, kz.UNIFIL.mandate, kz.PROPOSAL.reasons[0], kz.verify(""), ValueError("x")),
]


def one_of_these(values):
    """A strategy for these values. Hypothesis neither looks at them nor shows them, as both may raise."""
    return st.integers(0, len(values) - 1).map(lambda place: values[place])


texts = st.one_of(st.text(), st.text(st.characters()), one_of_these(WICKED_TEXTS))
objects = one_of_these([*RAISING, *GIVING, *LACKING]).map(lambda kind: kind())
plain_values = st.one_of(
    texts,
    st.integers(),
    st.floats(),
    st.binary(),
    st.datetimes(timezones=st.none() | st.just(timezone.utc)),  # noqa: UP017
    *map(one_of_these, (ODD_NUMBERS, ODD_DATES, CONTAINERS, THINGS)),
)
hostile = st.one_of(
    plain_values,
    objects,
    st.lists(plain_values | objects, max_size=3),
    st.lists(plain_values | objects, max_size=3).map(iter),
    st.dictionaries(st.text(max_size=3), plain_values | objects, max_size=3),
)
"""Values of every kind, most of which are wrong wherever they come."""


@st.composite
def mangled_text(draw, *valid):
    """One of these texts with a few of its parts cut, doubled, moved or replaced."""
    text = draw(one_of_these(valid))
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        middle = text[start : min(end, start + 20)]
        middle = draw(st.sampled_from(["", middle * 2, middle[::-1], middle.upper()]) | st.text(max_size=3) | texts)
        text = text[:start] + middle + text[min(end, start + 20) :]
    return text


def is_text(text):
    """Whether a text is one that a field takes."""
    try:
        return bool(text.encode()) and text == text.strip()
    except UnicodeEncodeError:
        return False


# What is right, as far as it can go.

good_texts = st.one_of(st.text(min_size=1, max_size=9), one_of_these(WICKED_TEXTS)).filter(is_text)
quotes = good_texts.filter(lambda text: len(text) < 100 and any(letter.isalnum() for letter in text))
extreme_dates = st.sampled_from(
    [*(kz.PartialDate(year) for year in (1, 9999)), kz.PartialDate(1, 1, 1), kz.PartialDate(9999, 12, 31)]
)
good_dates = st.one_of(partial_dates, extreme_dates, st.sampled_from(["2014", "30 June 2022", date.min, date.max]))
good_periods = st.one_of(periods, st.builds(period_of, extreme_dates, extreme_dates), st.just("2014/2022-06-30"))
good_headcounts = headcounts | st.builds(kz.Headcount.at_most, st.just(10**10)) | st.integers(0, 10**10)
sources = st.builds(
    kz.Source,
    publisher=good_texts,
    title=good_texts,
    date=good_dates,
    language=good_texts,
    address=st.none() | good_texts,
    place=st.none() | good_texts,
)
numbers = st.integers(1, 100) | st.just(2**63 - 1)
citations = st.one_of(
    st.sampled_from([kz.DEPLOYMENTS[0].citation, kz.UNIFIL.mandate.ended_by]),
    st.builds(kz.Citation, sources, paragraph=numbers, sentence=st.none() | numbers, quote=st.none() | quotes),
)
codes = st.lists(st.from_regex("[A-Z]{2}", fullmatch=True), min_size=1, max_size=5, unique=True)
mandates = st.builds(
    kz.Mandate, established_by=citations, first_day=extreme_dates, last_day=st.just("9999"), ended_by=citations
)
missions = st.one_of(
    *map(st.just, kz.MISSIONS),
    st.builds(kz.Mission, acronym=good_texts, name=good_texts, territories=codes, mandate=st.none() | mandates),
)
good_missions = st.lists(missions, min_size=1, max_size=4, unique_by=lambda mission: mission.acronym.casefold())
statements = st.builds(kz.Statement, good_texts, st.none() | citations)
RECORD = {
    "headcount": good_headcounts,
    "missions": good_missions,
    "status": st.just(kz.Status.SERVED),
    "period": good_periods,
    "roles": some_roles,
    "personnel": st.sampled_from(kz.Personnel),
    "citation": st.none() | citations,
}
snapshot = {"status": st.just(kz.Status.SERVING), "period": st.dates() | st.sampled_from([date.min, date.max])}
records = st.one_of(
    *map(st.just, kz.DEPLOYMENTS), st.builds(kz.Deployment, **RECORD), st.builds(kz.Deployment, **RECORD | snapshot)
)
good_records = st.lists(records, min_size=1, max_size=6)
bases = st.builds(
    kz.ConstitutionalBasis,
    country=st.just("KZ"),
    constitution=good_texts,
    adopted=good_dates,
    article=numbers,
    subparagraph=st.none() | numbers,
    empowers=st.none() | good_texts,
    citation=st.none() | citations,
    document=st.none() | sources,
)
PROPOSAL = {
    "date": good_dates,
    "missions": good_missions,
    "headcount": good_headcounts,
    "personnel": st.sampled_from(kz.Personnel),
    **dict.fromkeys(("proposer", "presenter", "forum", "place"), st.none() | good_texts),
    "expansion": good_missions,
    "individuals": st.lists(st.sampled_from(kz.Personnel), unique=True),
    "roles": some_roles,
    "units": st.lists(st.sampled_from(kz.Unit), unique=True),
    "basis": st.none() | bases,
    "outcome": st.sampled_from(kz.Outcome),
    "decided": st.none() | st.just("9999"),
    **dict.fromkeys(
        ("background", "assessments", "reasons", "expected_benefits", "conditions"),
        st.lists(statements, max_size=2, unique=True),
    ),
    "citations": st.dictionaries(st.sampled_from(["date", "headcount", "presenter", "outcome"]), citations, max_size=2),
}
proposals = st.just(kz.PROPOSAL) | st.builds(kz.Proposal, **PROPOSAL)
good_proposals = st.lists(proposals, max_size=2)
EVENT = {
    "when": good_dates,
    "kind": st.sampled_from([kz.EventKind.SERVED, kz.EventKind.SERVING]),
    "missions": good_missions,
    "subject": records,
    "citation": st.none() | citations,
    "planned": st.booleans(),
}
events = st.builds(kz.Event, **EVENT)
TOTAL = {
    "low": st.integers(0, 45),
    "high": st.none() | st.integers(45, 2**63 - 1),
    "status": st.sampled_from(kz.Status),
    "missions": good_missions,
    "period": st.none() | st.builds(period_of, partial_dates, extreme_dates),
    "reported_by": st.none() | extreme_dates,
    "low_records": st.lists(records, max_size=2, unique=True).map(tuple),
    "high_records": st.lists(records, max_size=2, unique=True).map(tuple),
}
totals = st.builds(kz.Total, **TOTAL)
both_totals = st.builds(kz.MissionTotals, served=totals, serving=totals)
many_totals = st.builds(kz.TotalsByMission, st.lists(both_totals, max_size=2, unique=True).map(tuple))
things = st.one_of(
    *(missions, mandates, records, proposals, bases, statements, headcounts, partial_dates, periods, totals),
    *(both_totals, many_totals, sources, citations, events, st.lists(events, max_size=3).map(kz.Timeline)),
    *map(st.sampled_from, (kz.Role, kz.Personnel, kz.Unit, kz.Outcome)),
)
lists_of_things = st.one_of(*(st.lists(each, max_size=3) for each in (missions, records, proposals, events, totals)))
mission_names = mangled_text("UNIFIL", "UN force in Lebanon", "LB", "Cote d'Ivoire", "united", "stabilization")
asked = st.one_of(*[st.none()] * 3, st.sampled_from(["UNIFIL", "MINURSO"]), mission_names, good_missions)
report_days = st.one_of(*[st.none()] * 3, good_dates)
tags = mangled_text("en", "kk", "ru-KZ", "en_GB", "uz_Cyrl", "zh-Hant-TW", "fa", "C", "x-klingon")
date_texts = mangled_text(
    "2014", "2022-06-30", "30 June 2022", "June 2022", "Thu 30 Jun 2022", "30.06.2022 12:00 +05:00"
)
date_texts |= st.text("0123456789-/.: TZeJunMayadth,+", max_size=70)
period_texts = mangled_text("2014/2022-06-30", "2018/..", "../2022", "2022-06", "0001/9999") | date_texts
locators = {"paragraph": numbers, "sentence": st.none() | numbers, "quote": st.none() | quotes}

HAS_JSON = find_spec("cattrs") is not None
JSON = kz.to_json() if HAS_JSON else '{"format": "kzpeace", "version": 1}'
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | one_of_these(["UNIFIL", "2014", 10**400]),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(st.text(max_size=2), inside, max_size=2),
    max_leaves=5,
)


@st.composite
def other_documents(draw):
    """The article's document with something else in one place of it."""
    document = inside = json.loads(JSON)
    while True:
        key = draw(st.sampled_from(list(inside) if isinstance(inside, dict) else range(len(inside))))
        if not inside[key] or not isinstance(inside[key], dict | list) or draw(st.integers(0, 3)) == 0:
            break
        inside = inside[key]
    how = draw(st.sampled_from(["replace", "remove", "double"]))
    if how == "remove":
        del inside[key]
    elif how == "double" and isinstance(inside, list):
        inside.append(inside[key])
    else:
        inside[key] = draw(json_values | one_of_these(WICKED_TEXTS))
    return json.dumps(document, ensure_ascii=draw(st.booleans()))


documents = st.one_of(
    mangled_text(JSON),
    other_documents(),
    json_values.map(json.dumps),
    one_of_these(["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000, "9" * 100_000, "NaN", "\ufeff{}"]),
    one_of_these([JSON.replace("520", "9" * 100_000), JSON.replace('"en"', "[" * 9000 + "]" * 9000, 1)]),
)
words = [
    *(
        "--locale",
        "--locale=",
        "kk",
        "ru-KZ",
        "verify",
        "-",
        "article.txt",
        "latin.txt",
        "nothing",
        "export",
        "package",
    ),
    *("full", "--overwrite", "--help", "-h", "--", "-x", "--loc", ".", "..", "\0", "\udc80", "\ud800", "n" * 300, "@x"),
]
commands = st.lists(st.sampled_from(words) | st.text().filter(lambda text: "/" not in text), max_size=4)


@st.composite
def arguments(draw, **good):
    """Arguments by name: all good, but for up to two."""
    wrong = draw(st.just(set()) | st.sets(st.sampled_from(sorted(good)), max_size=2))
    return {name: draw(hostile if name in wrong else good[name]) for name in good}


def use(value):
    """Do with a value of ours what can be done with it."""
    if not isinstance(value, enum.Enum) and not attrs.has(type(value)):
        return
    assert hash(value) == hash(copy.copy(value))
    assert value == copy.copy(value)
    assert str(value) is not None
    assert repr(value)
    if isinstance(value, tuple(DESCRIBERS)):
        kz.describe(value, "kk").encode()
    if hasattr(value, "_repr_html_"):
        value._repr_html_().encode()
    if isinstance(value, kz.Mission | kz.Deployment | kz.Proposal | kz.Event | kz.Total | kz.MissionTotals):
        kz.to_rows(value, explode=True)
    for kind, name in ((kz.Mission, "missions"), (kz.Deployment, "deployments"), (kz.Proposal, "proposals")):
        if HAS_JSON and isinstance(value, kind):
            none = {"missions": (), "deployments": (), "proposals": ()}
            assert getattr(kz.from_json(kz.to_json(**none | {name: value})), name) == (value,)


class Entry(NamedTuple):
    """An entry point: what to call, with which arguments, and which errors it documents beside ValueErrors of ours."""

    call: Callable[..., Any]
    inputs: st.SearchStrategy[dict[str, Any]]
    errors: tuple[type[BaseException], ...] = ()
    share: float = 0.3
    warns: bool = False
    use: Callable[[Any], None] = use


def drawn(call, **given_arguments):
    """Draw a picture, and forget it."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    with mpl.rc_context({"backend": "agg"}):
        axes = call(**given_arguments)
        axes.figure.canvas.draw()
        plt.close("all")


def exported(**given_arguments):
    """Write the data package, in a directory that is gone afterwards."""
    with sandbox():
        export(**given_arguments)


def commanded(arguments):
    """Run the command line, in a directory that is gone afterwards, with nothing on the screen."""
    stdin = type("Stdin", (), {"buffer": io.BytesIO(b"45 Kazakh officers")})()
    with sandbox(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        before, sys.stdin = sys.stdin, stdin
        try:
            status = command_line(arguments)
        except SystemExit as error:
            is_help = any(each.startswith(("-h", "--h")) for each in arguments)
            if error.code == 2 or (is_help and error.code == 0):
                raise
            status = error.code
        finally:
            sys.stdin = before
    assert status in {0, 1}


@contextlib.contextmanager
def sandbox():
    """A directory to work in, with a directory above it and some files."""
    with tempfile.TemporaryDirectory() as above:
        here = Path(above, "above", "here")
        (here / "full").mkdir(parents=True)
        (here / "full" / "totals.csv").mkdir()
        (here / "article.txt").write_text("45 Kazakh officers", "utf-8")
        (here / "latin.txt").write_text("Côte", "latin-1")
        with contextlib.chdir(here):
            yield


def enumerated(kind):
    """The entry of an enumeration: its members are looked up by Python, whose message shows the value as it can."""
    values = st.sampled_from([each.value for each in kind])
    return Entry(
        kind, st.fixed_dictionaries({"value": values | hostile}), (ValueError, TypeError, RecursionError), share=1
    )


def constructor(kind, /, **good):
    """The entry of a class."""
    return Entry(kind, arguments(**good))


def error_class(kind):
    """The entry of a class of errors: it takes a message."""

    def call(message):
        return kind(message)

    return Entry(call, arguments(message=good_texts))


WITH_EXTRA = (ImportError,)
TABLE = {
    "Citation": constructor(kz.Citation, source=sources, **locators),
    "ConstitutionalBasis": constructor(
        kz.ConstitutionalBasis,
        country=st.just("KZ") | good_texts,
        constitution=good_texts,
        adopted=good_dates,
        article=numbers,
        subparagraph=numbers,
        empowers=good_texts,
        citation=citations,
        document=sources,
    ),
    "ContradictionError": error_class(kz.ContradictionError),
    "Dataset": constructor(kz.Dataset, missions=good_missions, deployments=good_records, proposals=good_proposals),
    "Deployment": Entry(kz.Deployment, arguments(**RECORD) | arguments(**RECORD | snapshot)),
    "Event": constructor(kz.Event, **EVENT),
    "EventKind": enumerated(kz.EventKind),
    "Headcount": constructor(
        kz.Headcount,
        precision=st.sampled_from(kz.Precision),
        figure=st.none() | st.just(45),
        low=st.none() | st.sampled_from([0, 45]),
        high=st.none() | st.sampled_from([0, 45]),
    ),
    **{
        f"Headcount.{name}": Entry(getattr(kz.Headcount, name), arguments(figure=st.integers(-1, 10**11)), share=1)
        for name in ("exactly", "around", "at_most", "at_least")
    },
    "Headcount.between": Entry(
        kz.Headcount.between, arguments(low=st.integers(-1, 9), high=st.integers(0, 10**11)), share=1
    ),
    "Mandate": constructor(
        kz.Mandate, established_by=citations, first_day=good_dates, last_day=good_dates, ended_by=citations
    ),
    "Mission": constructor(kz.Mission, acronym=good_texts, name=good_texts, territories=codes, mandate=mandates),
    "MissionTotals": constructor(kz.MissionTotals, served=totals, serving=totals),
    "Outcome": enumerated(kz.Outcome),
    "PartialDate": constructor(
        kz.PartialDate,
        year=st.integers(-1, 10_001),
        month=st.none() | st.integers(-1, 13),
        day=st.none() | st.integers(-1, 32),
    ),
    "PartialDate.parse": Entry(kz.PartialDate.parse, arguments(text=date_texts), share=1),
    "Period": constructor(kz.Period, start=st.none() | good_dates, end=st.none() | good_dates | date_texts),
    "Period.parse": Entry(kz.Period.parse, arguments(text=period_texts), share=1),
    "Personnel": enumerated(kz.Personnel),
    "Precision": enumerated(kz.Precision),
    "Proposal": constructor(kz.Proposal, **PROPOSAL),
    "Proposal.cited": Entry(kz.PROPOSAL.cited, arguments(name=mangled_text("headcount")), share=1),
    "Role": enumerated(kz.Role),
    "Source": constructor(
        kz.Source,
        publisher=good_texts,
        title=good_texts,
        date=good_dates | date_texts,
        language=good_texts,
        address=good_texts,
        place=good_texts,
    ),
    "Statement": constructor(kz.Statement, text=good_texts, citation=citations),
    "Status": enumerated(kz.Status),
    "Timeline": constructor(kz.Timeline, events=st.lists(events, max_size=3)),
    # As of any sequence: an index that is none is a TypeError, one that is not there an IndexError.
    "Timeline.__getitem__": Entry(
        lambda index: kz.timeline()[index], arguments(index=st.integers()), (IndexError, TypeError), share=1
    ),
    "Total": constructor(kz.Total, **TOTAL),
    "TotalsByMission": constructor(kz.TotalsByMission, totals=st.lists(both_totals, max_size=2).map(tuple)),
    # As of any mapping: what is no acronym in it is a KeyError.
    "TotalsByMission.__getitem__": Entry(
        lambda acronym: kz.totals_by_mission()[acronym], arguments(acronym=mangled_text("UNIFIL")), (KeyError,), share=1
    ),
    "Unit": enumerated(kz.Unit),
    "UnknownMissionError": error_class(kz.UnknownMissionError),
    "Verification": constructor(
        kz.Verification,
        **dict.fromkeys(("found", "missing", "ambiguous"), st.lists(citations, max_size=2, unique=True).map(tuple)),
    ),
    "brief": Entry(kz.brief, arguments(locale=tags), share=0.1),
    "describe": Entry(kz.describe, arguments(thing=things, locale=tags | st.sampled_from(["en", "kk", "ru"]))),
    "export": Entry(
        exported,
        arguments(
            directory=st.sampled_from(["package", "full", "", ".", "nothing/package", "article.txt", "\0", "n" * 300]),
            overwrite=st.booleans(),
            missions=good_missions,
            deployments=good_records,
            proposals=good_proposals,
        ),
        (OSError,),
        share=0.1,
    ),
    "find_mission": Entry(kz.find_mission, arguments(text=mission_names | texts, missions=good_missions), share=1),
    "from_json": Entry(kz.from_json, arguments(text=documents), WITH_EXTRA, share=1),
    "main": Entry(commanded, st.fixed_dictionaries({"arguments": commands}), (SystemExit,), share=0.1),
    "plot_timeline": Entry(
        partial(drawn, kz.plot_timeline),
        arguments(timeline=st.lists(events, max_size=3), locale=tags),
        WITH_EXTRA,
        share=0.01,
        warns=True,
    ),
    "plot_totals": Entry(
        partial(drawn, kz.plot_totals),
        arguments(totals=many_totals | st.lists(totals, max_size=2), locale=tags),
        WITH_EXTRA,
        share=0.01,
        warns=True,
    ),
    "timeline": Entry(
        kz.timeline,
        arguments(
            missions=asked,
            records=good_records,
            proposals=good_proposals,
            start=st.none() | good_dates,
            end=st.none() | good_dates,
            mandates=st.booleans(),
        ),
    ),
    "to_json": Entry(
        kz.to_json,
        arguments(missions=good_missions, deployments=good_records, proposals=good_proposals),
        WITH_EXTRA,
    ),
    "to_pandas": Entry(kz.to_pandas, arguments(things=lists_of_things, explode=st.booleans()), WITH_EXTRA, share=0.1),
    "to_rows": Entry(kz.to_rows, arguments(things=lists_of_things | things, explode=st.booleans())),
    "total_served": Entry(kz.total_served, arguments(missions=asked, records=good_records, reported_by=report_days)),
    "total_serving": Entry(kz.total_serving, arguments(missions=asked, records=good_records, reported_by=report_days)),
    "totals_by_mission": Entry(kz.totals_by_mission, arguments(records=good_records, reported_by=report_days)),
    "verify": Entry(kz.verify, arguments(text=mangled_text(*(each.quote for each in kz.verify("").missing))), share=1),
}
"""Every public entry point by its name."""


def public_callables():
    """The names of all that users can call: public names, their public methods, and the ways in that are no names."""
    for name in kz.__all__:
        value = getattr(kz, name)
        if callable(value):
            yield name
        for member, found in vars(value).items() if inspect.isclass(value) else ():
            if (isinstance(found, classmethod) or inspect.isfunction(found)) and not member.startswith("_"):
                yield f"{name}.{member}"
    yield from ("Timeline.__getitem__", "TotalsByMission.__getitem__", "export", "main")


OURS = {ValueError, kz.UnknownMissionError, kz.ContradictionError}
"""The errors for a wrong value. Python's own kinds of ValueError, such as UnicodeError, do not say which it was."""


class Drawn(NamedTuple):
    """Arguments, shown in short: hypothesis shows them in full, whatever their ``repr`` does."""

    arguments: dict

    def __repr__(self):
        """The arguments in a line."""
        return shortly(self.arguments)


def outcome(entry, given_arguments):
    """What comes of a call: ``answer``, or the name of an error that is documented.

    Raises:
        AssertionError: For another error.
    """
    try:
        with warnings.catch_warnings():
            # A font that lacks a character is matplotlib's to warn of; nothing else warns.
            warnings.simplefilter("ignore" if entry.warns else "error")
            answer = entry.call(**given_arguments)
    except (OwnError, *entry.errors) as error:
        return type(error).__name__
    except BaseException as error:
        if type(error) in OURS and "Exceeds the limit" not in str(error):
            return type(error).__name__
        message = f"undocumented: {shortly(error)}"
        raise AssertionError(message) from error
    try:
        entry.use(answer)
    except Exception as error:
        message = f"what came in cannot be used: {shortly(error)}"
        raise AssertionError(message) from error
    return "answer"


def tried(entry, examples, seed_number):
    """How often each outcome came, the faults, and the seconds and arguments of the slowest call."""
    came, faults, slowest = Counter(), {}, (0.0, "")

    @seed(seed_number)
    @settings(
        max_examples=max(1, round(examples * entry.share)),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(entry.inputs.map(Drawn))
    def once(drawn_arguments):
        nonlocal slowest
        given_arguments, start = drawn_arguments.arguments, perf_counter()
        try:
            name = outcome(entry, given_arguments)
        except AssertionError as fault:
            name = "FAULT"
            faults.setdefault(str(fault).splitlines()[0][:100], (given_arguments, fault))
        came[name] += 1
        taken = perf_counter() - start
        if taken > slowest[0]:
            slowest = taken, shortly(given_arguments)

    once()
    return came, faults, slowest


def shortly(value):
    """A value in a line, cut where it is long."""
    try:
        return ascii(value)[:300]
    except Exception as error:  # noqa: BLE001 - whatever its repr raises
        return f"{type(value).__name__}, not to be shown for {type(error).__name__}"


def long_texts(length):
    """Long texts that a careless matcher takes long over, each with about so many characters."""
    quote = kz.verify("").missing[0].quote
    made = {
        "letters": "a",
        "dashes": "-",
        "spaces": " ",
        "spaces and dashes": " -",
        "soft hyphens and spaces": "\u00ad  ",
        "combining marks": "\u0301\u0316",
        "decomposing marks": "\u0f73",
        "marks after a letter": "a" + "\u0316" * 999,
        "near quotes": f"{quote[:-1]}x ",
        "beginnings of a quote": quote[: len(quote) // 2],
        "quotes": f"{quote} ",
        "words of names": "united ",
        "many words": "".join(f"united{number} " for number in range(1000)),
        "compatibility letters": f"ﷺ{'a' * 17}",  # the first becomes 18
        "syllables": "각",
        "digits": "9",
        "braces": '{"a":',
        "brackets": "[",
        "quotation marks": '"',
        "slashes": "2014/",
    }
    return {name: part * (length // len(part)) for name, part in made.items()}


def missed(call, text):
    """Call with a text, and do without the answer."""
    with contextlib.suppress(ValueError):
        call(text)


READERS = {
    "verify": kz.verify,
    "find_mission": kz.find_mission,
    "PartialDate.parse": kz.PartialDate.parse,
    "Period.parse": kz.Period.parse,
    "from_json": kz.from_json,
    "from_json in text": lambda text: kz.from_json(json.dumps(text)),
    "describe in a locale": partial(kz.describe, kz.UNIFIL),
    "Statement": kz.Statement,
    "Citation": lambda text: kz.Citation(kz.ARTICLE, 1, 1, text),
}
"""What reads text of any length."""


def growth(lengths):
    """Print the seconds that each reader takes for long texts, the slowest texts first."""
    for name, call in READERS.items():
        rows = []
        texts_by_length = [long_texts(length) for length in lengths]
        for kind in texts_by_length[0]:
            seconds = []
            for made in texts_by_length:
                start = perf_counter()
                missed(call, made[kind])
                seconds.append(perf_counter() - start)
            rows.append((seconds, kind))
        for seconds, kind in sorted(rows, reverse=True)[:3]:
            ratios = [after / before for before, after in pairwise(seconds)]
            print(
                f"{name:22} {kind:26}",
                *(f"{each:8.3f} s" for each in seconds),
                " x",
                *(f"{ratio:.1f}" for ratio in ratios),
                flush=True,
            )


def main():
    """Try every entry point with many inputs, and print what came of them; or time long texts."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--examples", type=int, default=2000, help="for most entry points; for slow ones a share of it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="*", help="the entry points to try; all unless told")
    parser.add_argument("--growth", action="store_true", help="time long texts instead")
    parser.add_argument(
        "--length", type=int, default=10**6, help="of the shortest of them; others are 2 and 4 times it"
    )
    asked_for = parser.parse_args()
    if asked_for.growth:
        growth([asked_for.length * factor for factor in (1, 2, 4)])
        return 0
    everything, faulty = Counter(), False
    for name in asked_for.only or TABLE:
        came, faults, (seconds, slowest) = tried(TABLE[name], asked_for.examples, asked_for.seed)
        everything += came
        faulty = faulty or bool(faults)
        counts = ", ".join(f"{kind} {count}" for kind, count in came.most_common())
        print(f"{name}: {came.total()} inputs: {counts}; slowest {seconds:.3f} s: {slowest[:100]}", flush=True)
        for fault, (given_arguments, _) in faults.items():
            print(f"    {fault}\n        {shortly(given_arguments)}", flush=True)
    print(f"in all: {everything.total()} inputs: {', '.join(f'{kind} {n}' for kind, n in everything.most_common())}")
    return 1 if faulty else 0


if __name__ == "__main__":
    raise SystemExit(main())
