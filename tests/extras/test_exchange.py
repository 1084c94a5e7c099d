"""The JSON document: what is in it, that nothing is lost, and what is refused."""

import json
import re
import sys

import attrs
import pytest
from hypothesis import given, strategies as st
from strategies import deployments

import kzpeace as kz
from kzpeace.exchange import from_json, to_json

pytest.importorskip("cattrs")

TEXT = to_json()


def article():
    """Return the article's document, parsed."""
    return json.loads(TEXT)


def with_value(value, *path):
    """Return the article's document with another value in one place; ``...`` deletes it."""
    document = inside = article()
    for key in path[:-1]:
        inside = inside[key]
    if value is ...:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return json.dumps(document)


def test_the_article_comes_back():
    """The article's data are the same after a round trip, and their document too."""
    dataset = from_json(TEXT)
    assert dataset == kz.Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS, proposals=kz.PROPOSAL)
    assert hash(dataset) == hash(from_json(TEXT))
    assert to_json(dataset) == TEXT


def test_the_document_can_be_read_by_others():
    """Dates are EDTF, enumerations their values, headcounts a precision with figures, missions acronyms."""
    document = article()
    assert (document["format"], document["version"]) == ("kzpeace", 2)
    first = document["deployments"][0]
    assert first["headcount"] == {"precision": "exact", "figures": [45]}
    assert (first["missions"], first["status"]) == (["MINURSO", "UNOCI", "UNIFIL"], "served")
    assert (first["period"], first["roles"]) == ("2014/2022-06-30", ["military observer", "staff officer"])
    assert first["citation"]["quote"] == "Since 2014, 45 Kazakh officers"
    assert document["missions"][2]["mandate"]["last_day"] == "2026-12-31"
    assert "“" not in TEXT
    assert "Côte d'Ivoire" in TEXT


def test_records_of_a_reader_bring_no_proposal_along():
    """The article's proposal comes with the article's records only; a proposal that is given comes too."""
    record = kz.Deployment(headcount=12, missions="UNIFIL", status="serving", period="2023-03-31")
    dataset = from_json(to_json(record))
    assert dataset == kz.Dataset(missions=kz.UNIFIL, deployments=record)
    assert from_json(to_json(record, proposals=kz.PROPOSAL)).proposals == (kz.PROPOSAL,)
    assert from_json(to_json(kz.DEPLOYMENTS, proposals=[])).proposals == ()
    assert from_json(to_json([])) == kz.Dataset()


@given(st.lists(deployments))
def test_whatever_the_records_they_come_back(records):
    """Every precision, role, period and mission survives."""
    assert from_json(to_json(records)).deployments == tuple(records)


def test_a_mission_that_is_not_among_the_missions_is_written_in_full():
    """A record's mission that differs from the data set's, or is not in it, is not lost."""
    renamed = attrs.evolve(kz.UNIFIL, name="Another name")
    record = attrs.evolve(kz.DEPLOYMENTS[1], missions=renamed)
    for missions in ((), kz.UNIFIL):
        dataset = kz.Dataset(missions=missions, deployments=record)
        assert from_json(to_json(dataset)) == dataset


def test_fields_with_a_default_may_be_left_out():
    """What a person writes by hand is enough: the fields that a constructor asks for."""
    record = {"headcount": {"precision": "around", "figures": [60]}, "status": "served", "period": "2014/.."}
    record["headcount"]["precision"] = "approximate"
    document = {"format": "kzpeace", "version": 2, "deployments": [record]}
    (read,) = from_json(json.dumps(document)).deployments
    assert read == kz.Deployment(headcount=kz.Headcount.around(60), status="served", period="2014/..")


RECORD = ("deployments", 2)
CITATION = article()["deployments"][0]["citation"]
FIGURES = (*RECORD, "headcount", "figures")


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        (["520"], FIGURES, "deployments[2].headcount.figures[0]: expected a whole number, got '520'"),
        ([True], FIGURES, "deployments[2].headcount.figures[0]: expected a whole number, got True"),
        ([6.0], FIGURES, "deployments[2].headcount.figures[0]: expected a whole number, got 6.0"),
        ([5, 3], FIGURES, "deployments[2].headcount: Headcount.figures: expected one number"),
        ("srv", (*RECORD, "status"), "deployments[2].status: 'srv' is not a valid Status"),
        ({}, (*RECORD, "status"), "deployments[2].status: {} is not a valid Status"),
        ("soon", (*RECORD, "period"), "deployments[2].period: "),
        (5, (*RECORD, "period"), "deployments[2].period: "),
        ("2022", (*RECORD, "period"), "deployments[2]: Deployment.period: expected one day"),
        ("UNIFIL", (*RECORD, "missions"), "deployments[2].missions: expected a list, got 'UNIFIL'"),
        (["unifil"], (*RECORD, "missions"), "deployments[2].missions[0]: expected one of the document's missions, got"),
        ([7], (*RECORD, "missions"), "deployments[2].missions[0]: expected an object, got 7"),
        ("UNIFIL", ("missions", 2), "missions[2]: expected an object, got 'UNIFIL'"),
        ("UNIFIL", ("missions", 0, "acronym"), "document: Dataset.missions: expected each mission once"),
        ("1950", ("missions", 2, "mandate", "last_day"), "missions[2].mandate: Mandate.last_day: "),
        ("LB", ("missions", 0, "territories"), "missions[0].territories: expected a list, got 'LB'"),
        ([["rank", CITATION]], ("proposals", 0, "citations"), "proposals[0]: Proposal.citations: expected "),
        ({}, ("proposals", 0, "citations"), "proposals[0].citations: expected a list, got {}"),
        (5, ("deployments",), "deployments: expected a list, got 5"),
        (5, (*RECORD, "typo"), "deployments[2]: Extra fields in constructor for Deployment: typo"),
        (..., (*RECORD, "period"), "deployments[2].period: missing"),
        (..., (*RECORD, "citation", "source", "title"), "deployments[2].citation.source.title: missing"),
        ([[[]]], (*RECORD, "citation", "source"), "deployments[2].citation.source: expected an object, got [[[]]]"),
        (1, ("version",), "version: expected 2, got 1"),
        (True, ("version",), "version: expected 2, got True"),
        (..., ("version",), "version: expected 2, got None"),
        ("geojson", ("format",), "format: expected 'kzpeace', got 'geojson'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_by_its_place(value, path, message):
    """Wrong types, values and keys, and another format or version, are a ValueError that begins with the place."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        from_json(with_value(value, *path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "from_json: expected text, got None"),
        (b"{}", "from_json: expected text, got b'{}'"),
        ("", "document: expected JSON: Expecting value: line 1 column 1"),
        ("{'a': 1}", "document: expected JSON: Expecting property name"),
        (TEXT[:5000], "document: expected JSON: "),
        (
            TEXT.replace('"version"', '"format"', 1),
            "document: expected JSON: expected each key once, got ['format', 'format'",
        ),
        ("[]", "document: expected JSON: expected an object, got []"),
        ("9" * 5000, "document: expected JSON: "),
        ("[" * 300_000, "document: expected JSON: maximum recursion depth"),
        ('{"a":' * 300_000, "document: expected JSON: maximum recursion depth"),
    ],
    ids=range(10),
)
def test_text_that_is_no_document_is_refused(text, message):
    """Anything but a whole JSON object, each key once and not nested absurdly, is a ValueError that says so."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        from_json(text)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "2014", "UNIFIL"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=5,
)


@given(st.data())
def test_mangled_documents_are_refused_or_read_as_they_are(data):
    """With anything in any place, a document is refused with a ValueError, or read as a data set that is whole."""
    document = inside = article()
    while True:
        key = data.draw(st.sampled_from(sorted(inside) if isinstance(inside, dict) else range(len(inside))))
        if not inside[key] or not isinstance(inside[key], dict | list) or data.draw(st.integers(0, 9)) == 0:
            break
        inside = inside[key]
    inside[key] = data.draw(values)
    try:
        dataset = from_json(json.dumps(document))
    except ValueError:
        return
    assert from_json(to_json(dataset)) == dataset


def test_without_cattrs_the_error_says_what_installs_it(monkeypatch):
    """If cattrs is not installed, writing and reading are ImportErrors that name the command."""
    monkeypatch.setitem(sys.modules, "cattrs", None)
    for call in (to_json, lambda: from_json(TEXT)):
        with pytest.raises(ImportError, match=r'python -m pip install "kzpeace\[json\]"'):
            call()
