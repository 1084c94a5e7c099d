"""The data as a JSON document and back."""

import copy
import json
import re
import subprocess
import sys
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import deployments, headcounts, partial_dates, period_of, periods, some_missions, some_roles

import kzpeace as kz
from kzpeace.exchange import Dataset, converter, from_json, only, to_json

ARTICLE = Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS, proposals=(kz.PROPOSAL,))
UNTSO = kz.Mission(
    acronym="UNTSO",
    name="United Nations Truce Supervision Organization",
    territories=["EG", "IL", "JO", "LB", "SY"],
)
OTHER_UNIFIL = kz.Mission(acronym="UNIFIL", name="Another", territories="LB")


@pytest.fixture(autouse=True)
def new_converter():
    """Each test tries the converter that it builds, not one that is left from before."""
    converter.cache_clear()


def article():
    """The article's document, parsed."""
    return json.loads(to_json())


def with_value(value, *path):
    """The article's document, as text, with a value of ours at a place."""
    document = article()
    inside = document
    for part in path[:-1]:
        inside = inside[part]
    inside[path[-1]] = value
    return json.dumps(document)


def again(dataset):
    """What is read of a dataset that is written."""
    return from_json(to_json(dataset.missions, dataset.deployments, dataset.proposals))


def same(one, other):
    """Whether two values are equal, hash the same and have their parts in the same order."""
    return one == other and hash(one) == hash(other) and repr(one) == repr(other)


# Generated objects of the classes that `strategies` has none of.

words = st.text(min_size=1, max_size=9).map(str.strip).filter(bool)
numbers = st.integers(1, 2**63 - 1)


def perhaps(strategy):
    """The strategy's values, or None."""
    return st.none() | strategy


def to_tuple(strategy, least=0):
    """A few of the strategy's values, each once."""
    return st.lists(strategy, min_size=least, max_size=3, unique=True)


sources = st.builds(
    kz.Source,
    publisher=words,
    title=words,
    date=partial_dates,
    language=words,
    address=perhaps(words),
    place=perhaps(words),
)
quotes = st.sampled_from([None, "45 офицеров", "“Côte d’Ivoire”", 'a "b" \\c', "a b c d e f g h"])
citations = st.one_of(
    st.builds(kz.Citation, sources, quote=quotes),
    st.builds(kz.Citation, sources, numbers, perhaps(numbers), quotes),
)
statements = st.builds(kz.Statement, words, perhaps(citations))
mandates = st.one_of(
    st.builds(kz.Mandate, established_by=to_tuple(citations, 1), first_day=partial_dates),
    st.builds(
        lambda period, established_by, ended_by: kz.Mandate(
            established_by=established_by, first_day=period.start, last_day=period.end, ended_by=ended_by
        ),
        st.builds(period_of, partial_dates, partial_dates),
        to_tuple(citations, 1),
        perhaps(citations),
    ),
)
missions = st.builds(
    kz.Mission,
    acronym=words,
    name=words,
    territories=to_tuple(st.text("ABC", min_size=2, max_size=2), 1),
    mandate=perhaps(mandates),
)
bases = st.builds(
    kz.ConstitutionalBasis,
    country=st.just("KZ"),
    constitution=words,
    adopted=partial_dates,
    article=numbers,
    subparagraph=perhaps(numbers),
    empowers=perhaps(words),
    citation=perhaps(citations),
)


@st.composite
def proposals(draw):
    """A proposal with any of its fields."""
    presented = draw(st.builds(period_of, partial_dates, partial_dates))
    outcome = draw(perhaps(st.sampled_from(kz.Outcome)))
    texts = draw(st.fixed_dictionaries(dict.fromkeys(["proposer", "presenter", "forum", "place"], perhaps(words))))
    lists = ["background", "assessments", "reasons", "expected_benefits", "conditions"]
    return kz.Proposal(
        date=presented.start,
        missions=draw(some_missions),
        headcount=draw(headcounts),
        personnel=draw(st.sampled_from(kz.Personnel)),
        expansion=draw(some_missions | st.just(())),
        individuals=draw(to_tuple(st.sampled_from(kz.Personnel))),
        roles=draw(some_roles),
        units=draw(to_tuple(st.sampled_from(kz.Unit))),
        basis=draw(perhaps(bases)),
        outcome=outcome,
        decided=None if outcome is None else draw(perhaps(st.just(presented.end))),
        citations=draw(st.dictionaries(st.sampled_from(["date", "headcount", *lists]), citations, max_size=3)),
        **texts,
        **draw(st.fixed_dictionaries(dict.fromkeys(lists, to_tuple(statements)))),
    )


@st.composite
def own_deployments(draw):
    """A deployment with missions and a citation of its own."""
    return kz.Deployment(
        headcount=draw(headcounts),
        missions=draw(st.lists(missions, min_size=1, max_size=2, unique_by=lambda mission: mission.acronym.casefold())),
        status=kz.Status.SERVED,
        period=draw(periods),
        citation=draw(perhaps(citations)),
    )


def one_of_each(found):
    """The missions that may stand in one document: of those with one acronym the first."""
    return tuple({mission.acronym.casefold(): mission for mission in reversed(found)}.values())


datasets = st.builds(
    Dataset,
    missions=st.lists(missions | st.sampled_from(kz.MISSIONS), max_size=3).map(one_of_each),
    deployments=st.lists(deployments | own_deployments(), max_size=2).map(tuple),
    proposals=st.lists(proposals(), max_size=1).map(tuple),
)


def test_the_article_comes_back():
    """What is read of the article's document is equal to the article's data, hashes the same and keeps its order."""
    assert same(from_json(to_json()), ARTICLE)


@given(datasets)
def test_nothing_is_lost(dataset):
    """Whatever the data, what is read of their document is equal, hashes the same and keeps its order."""
    assert same(again(dataset), dataset)


@given(datasets)
def test_missions_are_found_by_acronym(dataset):
    """The missions of the records may be those of the document, whichever they are."""
    found = one_of_each([*chain(*(each.missions for each in dataset.deployments)), *dataset.missions])
    whole = Dataset(missions=found, deployments=dataset.deployments, proposals=dataset.proposals)
    assert same(again(whole), whole)


def test_a_document_is_plain():
    """A document says what it is, has dates as EDTF, enums by value, headcounts in full and text as it is written."""
    text = to_json()
    document = json.loads(text)
    assert list(document) == ["format", "version", "missions", "deployments", "proposals"]
    assert (document["format"], document["version"]) == ("kzpeace", 1)
    assert "Côte d'Ivoire" in text
    assert text.startswith('{\n  "format": "kzpeace",\n')
    record = document["deployments"][0]
    assert record.pop("citation")["source"]["date"] == "2022-06-30"
    assert record == {
        "headcount": {"precision": "exact", "figure": 45, "low": 45, "high": 45},
        "missions": ["MINURSO", "UNOCI", "UNIFIL"],
        "status": "served",
        "period": "2014/2022-06-30",
        "roles": ["military observer", "staff officer"],
        "personnel": "officers",
    }
    proposal = document["proposals"][0]
    assert proposal["missions"] == ["MINUSCA", "MONUSCO", "MINUSMA", "UNIFIL"]
    assert proposal["expansion"] == ["MINUSCA", "MONUSCO", "MINUSMA"]
    assert proposal["headcount"] == {"precision": "approximate", "figure": 430, "low": None, "high": None}
    assert proposal["citations"]["headcount"]["quote"] == "around 430 military servants"


def test_a_document_is_the_same_each_time():
    """The same data are the same text."""
    assert to_json() == to_json() == to_json(iter(kz.MISSIONS), list(kz.DEPLOYMENTS), kz.PROPOSAL)


def test_a_mission_of_a_record_alone_is_written_in_full():
    """A mission that the document's missions do not have, or have otherwise, is written in full where it is named."""
    record = kz.Deployment(headcount=3, missions=[UNTSO, OTHER_UNIFIL], status=kz.Status.SERVED, period="2020/..")
    document = json.loads(to_json(deployments=record, proposals=()))
    assert [mission["name"] for mission in document["deployments"][0]["missions"]] == [UNTSO.name, "Another"]
    assert from_json(json.dumps(document)).deployments == (record,)
    document = json.loads(to_json([UNTSO, OTHER_UNIFIL], record, ()))
    assert document["deployments"][0]["missions"] == ["UNTSO", "UNIFIL"]
    assert from_json(json.dumps(document)).deployments == (record,)


def test_a_mission_in_full_is_read_where_an_acronym_would_do():
    """A record may have in full a mission that the document's missions have too."""
    unifil = article()["missions"][2]
    assert from_json(with_value([unifil], "deployments", 1, "missions")) == ARTICLE


def test_there_may_be_nothing():
    """A document of nothing is a document."""
    empty = Dataset(missions=(), deployments=(), proposals=())
    assert again(empty) == empty


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"missions": "UNIFIL"}, r"^missions: expected each to be a Mission, got 'UNIFIL'$"),
        ({"missions": None}, r"^missions: expected each to be a Mission, got None$"),
        ({"deployments": [kz.PROPOSAL]}, r"^deployments: expected each to be a Deployment, got Proposal"),
        ({"proposals": kz.DEPLOYMENTS}, r"^proposals: expected each to be a Proposal, got Deployment"),
        (
            {"missions": [*kz.MISSIONS, OTHER_UNIFIL]},
            "two unequal missions have the acronym UNIFIL: they differ in name, mandate",
        ),
    ],
)
def test_what_is_no_data_is_not_written(arguments, message):
    """An argument of the wrong kind, and two unequal missions of one acronym, is a ValueError that says which."""
    with pytest.raises(ValueError, match=message):
        to_json(**arguments)


LOW = ("deployments", 2, "headcount", "low")
PERIOD = ("deployments", 2, "period")
MISSIONS = ("deployments", 2, "missions")
SOURCE = ("missions", 0, "mandate", "established_by", 0, "source")
CITATIONS = ("proposals", 0, "citations")


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        ("6", LOW, "deployments[2].headcount.low: expected a whole number, got '6'"),
        (True, LOW, "deployments[2].headcount.low: expected a whole number, got True"),
        (6.0, LOW, "deployments[2].headcount.low: expected a whole number, got 6.0"),
        (float("nan"), LOW, "deployments[2].headcount.low: expected a whole number, got nan"),
        (float("-inf"), LOW, "deployments[2].headcount.low: expected a whole number, got -inf"),
        ([6], LOW, "deployments[2].headcount.low: expected a whole number, got a list"),
        ({}, LOW, "deployments[2].headcount.low: expected a whole number, got an object"),
        (6, LOW[:-1], "deployments[2].headcount: expected an object, got 6"),
        (None, LOW[:-1], "deployments[2].headcount: expected an object, got None"),
        (None, LOW[:2], "deployments[2]: expected an object, got None"),
        ({}, LOW[:1], "deployments: expected a list, got an object"),
        ("45", ("proposals",), "proposals: expected a list, got '45'"),
        (5, (*SOURCE, "title"), "missions[0].mandate.established_by[0].source.title: expected text, got 5"),
        ("EH", ("missions", 0, "territories"), "missions[0].territories: expected a list, got 'EH'"),
        ([True], ("missions", 0, "territories"), "missions[0].territories[0]: expected text, got True"),
        ([], CITATIONS, "proposals[0].citations: expected an object, got a list"),
        ("one", (*CITATIONS, "date", "paragraph"), "proposals[0].citations['date'].paragraph: expected a whole number"),
        (2022, PERIOD, "deployments[2].period: expected text, got 2022"),
        ("", PERIOD, "deployments[2].period: PartialDate.parse: expected a date"),
        ("30 June 2022", PERIOD, "deployments[2].period: expected EDTF, '2022-06-30', got '30 June 2022'"),
        (" 2022-06-30", PERIOD, "deployments[2].period: expected EDTF, '2022-06-30', got ' 2022-06-30'"),
        ("2022-06-31", PERIOD, "deployments[2].period: PartialDate.day: expected a day that 2022-06 has"),
        ("2022/2014", PERIOD, "deployments[2].period: Period.end: expected no end before the start, 2022, got '2014'"),
        (
            "30 June 2022",
            (*SOURCE, "date"),
            "missions[0].mandate.established_by[0].source.date: expected EDTF, '2022-0",
        ),
        ("served", ("deployments", 2, "personnel"), "deployments[2].personnel: expected one of 'officers', 'service m"),
        ({}, ("deployments", 2, "status"), "deployments[2].status: expected one of 'served', 'serving', got an object"),
        (["general"], ("deployments", 2, "roles"), "deployments[2].roles[0]: expected one of 'military observer', "),
        (["UNTSO"], MISSIONS, "deployments[2].missions[0]: expected the acronym of one of the document's missions, go"),
        (
            ["unifil"],
            MISSIONS,
            "deployments[2].missions[0]: expected the acronym of one of the document's missions, go",
        ),
        ("UNIFIL", MISSIONS, "deployments[2].missions: expected a list, got 'UNIFIL'"),
        ("UNIFIL", ("missions", 2), "missions[2]: expected an object, got 'UNIFIL'"),
        ([], ("missions",), "deployments[0].missions[0]: expected an object, got 'MINURSO'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_by_its_place(value, path, message):
    """What is of another type than its place holds, text that is no EDTF and an unknown acronym, is named by place."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
        from_json(with_value(value, *path))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        (5, LOW, "deployments[2].headcount.high: expected low and high (6, 6) for exact 6, got (5, 6)"),
        (-6, ("deployments", 2, "headcount", "figure"), "deployments[2].headcount.figure: expected a whole number"),
        (
            {"precision": "between", "figure": None, "low": 9, "high": 5},
            LOW[:-1],
            "deployments[2].headcount.high: expected no less than the low, 9, got 5",
        ),
        ("2022", PERIOD, "deployments[2].period: expected one day, as a SERVING record"),
        ([], MISSIONS, "deployments[2].missions: expected at least "),
        (["UNIFIL", "UNIFIL"], MISSIONS, "deployments[2].missions: expected each "),
        ("", (*SOURCE, "title"), "missions[0].mandate.established_by[0].source.title: expected text that is not empty"),
        ("1990", ("missions", 0, "mandate", "last_day"), "missions[0].mandate.last_day: expected no day before the fi"),
        (["lb"], ("missions", 0, "territories"), "missions[0].territories: expected two-letter codes"),
        (0, ("proposals", 0, "basis", "article"), "proposals[0].basis.article: expected a whole number, 1 or more"),
        ({"rank": article()["deployments"][0]["citation"]}, CITATIONS, "proposals[0].citations: expected "),
        ("UNIFIL", ("missions", 0, "acronym"), "missions: two unequal missions have the acronym UNIFIL"),
    ],
)
def test_a_value_that_its_class_refuses_is_refused_by_its_place(value, path, message):
    """What the classes themselves refuse is a ValueError that names the place instead of the class."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
        from_json(with_value(value, *path))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ({"format": "geojson"}, "^format: expected 'kzpeace', got 'geojson'$"),
        ({"format": ["kzpeace"]}, "^format: expected 'kzpeace', got a list$"),
        ({"version": 2, "added_later": []}, "^version: expected 1, got 2$"),
        ({"version": True}, "^version: expected 1, got True$"),
        ({"version": 1.0}, r"^version: expected 1, got 1\.0$"),
        ({"version": "1"}, "^version: expected 1, got '1'$"),
    ],
)
def test_another_format_or_version_is_refused(header, message):
    """A document of another format or version is refused for that, whatever else is in it."""
    with pytest.raises(ValueError, match=message):
        from_json(json.dumps({**article(), **header}))


def objects_in(value, place=""):
    """Each object of a parsed document with its place."""
    if isinstance(value, dict):
        yield place, value
        for key, inside in value.items():
            name = f"[{key!r}]" if place.endswith(".citations") else f".{key}"
            yield from objects_in(inside, f"{place}{name}")
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from objects_in(inside, f"{place}[{index}]")


PLACES = [place for place, _ in objects_in(article()) if not place.endswith(".citations")]


def test_every_missing_field_is_named():
    """Whatever field is left out of whatever object, it is a ValueError that names it by its place."""
    for place in PLACES:
        for name in dict(objects_in(article()))[place]:
            document = article()
            del dict(objects_in(document))[place][name]
            with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
                from_json(json.dumps(document))
            wanted = f"{place}.{name}".removeprefix(".")
            assert str(caught.value).startswith(f"{wanted}: ")


def test_every_unknown_key_is_named():
    """Whatever object has a key that is none of its fields, it is a ValueError that names its place and the key."""
    for place in PLACES:
        document = article()
        dict(objects_in(document))[place]["typo"] = 5
        with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
            from_json(json.dumps(document))
        assert str(caught.value).startswith(f"{place.removeprefix('.') or 'document'}: expected no key but ")
        assert str(caught.value).endswith(", got 'typo'")


@pytest.mark.parametrize(
    ("once", "twice", "message"),
    [
        (
            '"low": 520',
            '"low": 520, "low": 520',
            "deployments[1].headcount: expected an object, got an object with the",
        ),
        (
            '"version": 1',
            '"version": 1, "version": 1',
            "document: expected an object, got an object with the key 'version' twice",
        ),
        (
            '"figure": 520',
            '"figure": {"a": 1, "a": 2}',
            "deployments[1].headcount.figure: expected a whole number, got",
        ),
        (
            '"figure": 520',
            f'"figure": {"9" * 5000}',
            "deployments[1].headcount.figure: expected a whole number, got De",
        ),
        ('"figure": 520', '"figure": 1e999', "deployments[1].headcount.figure: expected a whole number, got inf"),
        (
            '"figure": 520',
            f'"figure": {"[" * 900}{"]" * 900}',
            "deployments[1].headcount.figure: expected a whole numb",
        ),
    ],
)
def test_what_json_leaves_open_is_refused_by_its_place(once, twice, message):
    """A key that is there twice, and a number or nesting beyond reason, is a ValueError that names the place."""
    assert to_json().count(once) == 1
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
        from_json(to_json().replace(once, twice))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("text", [None, 5, b"{}", ["{}"], {}])
def test_what_is_no_text_is_refused(text):
    """A document is text: bytes and parsed documents are refused."""
    with pytest.raises(ValueError, match=rf"^from_json: expected text, got {re.escape(repr(text))}$"):
        from_json(text)


@pytest.mark.parametrize("text", ["", " ", "{", "nul", "{'a': 1}", '{"a": 1,}', "\ufeff{}", '"\n"', "// no\n{}"])
def test_what_is_no_json_is_refused(text):
    """Text that is no JSON is a ValueError that says where in the text."""
    with pytest.raises(ValueError, match=r"^document: expected JSON, got text that is none: .* line \d+ column \d+"):
        from_json(text)


def test_every_truncated_text_is_refused():
    """A document that is cut off anywhere is refused."""
    text = to_json([kz.UNIFIL], kz.DEPLOYMENTS[1], ())
    for length in range(len(text)):
        with pytest.raises(ValueError, match=r"^document: expected JSON, "):
            from_json(text[:length])


@pytest.mark.parametrize(
    ("text", "came"), [("[]", "a list"), ("null", "None"), ("5", "5"), ('"kzpeace"', "'kzpeace'"), ("NaN", "nan")]
)
def test_json_that_is_no_document_is_refused(text, came):
    """JSON that is no object is refused."""
    with pytest.raises(ValueError, match=f"^document: expected an object, got {came}$"):
        from_json(text)


@pytest.mark.parametrize("text", ["[" * 300_000, '{"a":' * 300_000], ids=["lists", "objects"])
def test_what_is_nested_too_deep_is_said_to_be(text):
    """Lists or objects in one another without end are refused for that."""
    with pytest.raises(ValueError, match=r"^document: expected JSON, got lists or objects nested too deep$"):
        from_json(text)


def test_only_the_very_type_is_taken():
    """A whole number is one, and a boolean is none, nor is what only equals it."""
    hook = only(int, "a number")
    assert hook(5) == 5
    for value in (True, 5.0, "5"):
        with pytest.raises(ValueError, match=f"^: expected a number, got {value!r}$"):
            hook(value)


def test_keys_are_refused_with_those_that_there_are():
    """A key too many is refused with the names of the fields, and one too few is missing."""
    headcount = article()["deployments"][1]["headcount"]
    place = "deployments[1].headcount"
    for value, message in (
        ({**headcount, "typo": 1}, f"{place}: expected no key but precision, figure, low, high, got 'typo'"),
        ({"precision": "exact", "figure": 520, "low": 520}, f"{place}.high: missing"),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            from_json(with_value(value, "deployments", 1, "headcount"))


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        ({}, ("deployments", 2, "status"), "deployments[2].status: expected one of 'served', 'serving', got an object"),
        (
            ["UNTSO"],
            ("deployments", 2, "missions"),
            "deployments[2].missions[0]: expected the acronym of one of the document's missions, got 'UNTSO'",
        ),
        (
            [7],
            ("deployments", 2, "missions"),
            "deployments[2].missions[0]: expected an object, got 7",
        ),
    ],
)
def test_what_would_be_right_is_told(value, path, message):
    """The message says to its end what came and what would be right."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        from_json(with_value(value, *path))


MANY = 300_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * MANY,
        '{"a":' * MANY,
        "9" * MANY,
        with_value("/" * MANY, *PERIOD),
        with_value(["UNIFIL"] * MANY, *MISSIONS),
        with_value([1] * MANY, *MISSIONS),
        with_value([1] * MANY, "deployments"),
        with_value(dict.fromkeys(map(str, range(MANY))), *CITATIONS),
        with_value(dict.fromkeys(map(str, range(MANY))), "missions", 0),
        with_value({"a" * MANY: 1}, *CITATIONS),
        with_value("a" * MANY, "version"),
    ],
    ids=range(11),
)
def test_much_that_is_wrong_is_refused_in_a_line(text):
    """Megabytes of what is wrong are refused, with a message of a line."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - any message will do, if it is short
        from_json(text)
    assert len(str(caught.value)) < 500


def test_without_cattrs_the_error_says_what_installs_it(monkeypatch):
    """Where cattrs is not installed, writing and reading are ImportErrors that name the command."""
    text = to_json()
    converter.cache_clear()
    monkeypatch.setitem(sys.modules, "cattrs", None)
    for call in (to_json, lambda: from_json(text)):
        with pytest.raises(ImportError, match=r'python -m pip install "kzpeace\[json\]"'):
            call()


def test_cattrs_is_imported_when_it_is_needed():
    """Importing the module imports no cattrs."""
    program = "import sys, kzpeace.exchange; print('cattrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# Documents that are mangled.

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["2014", "UNIFIL"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=5,
)


def slots_of(value):
    """Each place in a parsed document: what it is in, and its key or index there."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from slots_of(value[key])


def read_or_refused(text):
    """Read a mangled document: it is refused, or it is the document of what is read."""
    try:
        dataset = from_json(text)
    except ValueError:
        return
    assert same(again(dataset), dataset)


@given(st.data())
def test_mangled_documents_are_refused_or_read_as_they_are(data):
    """Pieces of a document deleted, repeated, swapped for others or for anything: a ValueError, or a sound dataset."""
    document = article()
    for _ in range(data.draw(st.integers(1, 3))):
        slots = list(slots_of(document))
        inside, key = data.draw(st.sampled_from(slots))
        what = data.draw(st.sampled_from(["delete", "repeat", "another piece", "anything"]))
        if what == "delete":
            del inside[key]
        elif what == "repeat" and isinstance(inside, list):
            inside.append(copy.deepcopy(inside[key]))
        elif what == "repeat":
            inside[data.draw(st.text(max_size=5))] = copy.deepcopy(inside[key])
        else:
            other, where = data.draw(st.sampled_from(slots))
            inside[key] = data.draw(values) if what == "anything" or where not in other else copy.deepcopy(other[where])
    read_or_refused(json.dumps(document))


@given(st.data())
def test_mangled_text_is_refused_or_read_as_it_is(data):
    """Stretches of a document's text deleted, repeated or overwritten: a ValueError, or a sound dataset."""
    text = to_json([kz.UNIFIL], kz.DEPLOYMENTS[1], ())
    for _ in range(data.draw(st.integers(1, 3))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        end = min(end, start + data.draw(st.integers(0, 30)))
        new = data.draw(st.sampled_from(["", text[start:end] * 2, "[", "{", '"', "1", "null"]) | st.text(max_size=5))
        text = text[:start] + new + text[end:]
    read_or_refused(text)


@given(values)
def test_any_json_is_refused(value):
    """JSON of anything is a ValueError."""
    with pytest.raises(ValueError, match="expected"):
        from_json(json.dumps(value))


@given(st.text())
def test_any_text_is_refused(text):
    """Any text is a ValueError."""
    with pytest.raises(ValueError, match="expected"):
        from_json(text)


@pytest.mark.parametrize("name", ["missions", "deployments", "proposals"])
def test_a_dataset_holds_only_what_it_says(name):
    """A dataset of anything else is a ValueError; of one thing or several it holds tuples."""
    with pytest.raises(ValueError, match=rf"^Dataset\.{name}: expected each to be a .*, got 5$"):
        Dataset(**{"missions": (), "deployments": (), "proposals": (), name: [5]})
    assert Dataset(missions=kz.UNIFIL, deployments=[], proposals=()).missions == (kz.UNIFIL,)
