"""The data package as others load it: with the frictionless validator."""

import pytest

import kzpeace as kz
from kzpeace.datapackage import export

frictionless = pytest.importorskip("frictionless")

DOLLS = kz.Mission(acronym='A "B", C', name="=Ünïted\nNations; <b>", territories=["EG", "NA"])
OPEN = kz.Deployment(headcount=kz.Headcount.around(9), missions=DOLLS, status="served", period="0001/..")
ENDED = kz.Deployment(headcount=kz.Headcount.between(1, 2), missions=DOLLS, status="served", period="../9999")
ANYWHERE = kz.Deployment(headcount=kz.Headcount.more_than(600), status="served", period="2008/2024")
PACKAGES = {
    "the article's": {},
    "a reader's": {"records": [OPEN, ENDED, ANYWHERE]},
    "both": {"records": [*kz.DEPLOYMENTS, OPEN], "proposals": kz.PROPOSAL},
    "a proposal that says little": {"proposals": kz.Proposal(date="2022-06", missions=DOLLS, headcount=3)},
    "no records": {"records": []},
}


@pytest.mark.parametrize("data", PACKAGES.values(), ids=PACKAGES)
def test_the_validator_finds_no_error(data, tmp_path):
    """Whatever is exported, the validator finds no error in it, and no warning."""
    report = frictionless.validate(export(tmp_path / "package", **data) / "datapackage.json")
    assert report.flatten(["title", "fieldName", "rowNumber", "type", "note"]) == []
    assert report.valid
    assert not report.warnings
    assert len(report.tasks) == 6


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("deployment_missions.csv", "4,UNIFIL", "5,UNIFIL", "foreign-key"),
        ("deployment_missions.csv", "4,UNIFIL", "4,UNTSO", "foreign-key"),
        ("missions.csv", "\r\nMINUSMA", "\r\nUNIFIL", "primary-key"),
        ("deployments.csv", ",exact,", ",precise,", "constraint-error"),
        ("deployments.csv", ",520,", ",many,", "type-error"),
        ("timeline.csv", ",2014-12-31,", ",31.12.2014,", "type-error"),
        ("totals.csv", "\r\nKAZ,served,UNOCI", "\r\n,served,UNOCI", "constraint-error"),
    ],
)
def test_the_validator_would_find_errors(name, old, new, found, tmp_path):
    """Keys, types and choices are described, so that a file that was changed wrongly is found out."""
    directory = export(tmp_path / "package")
    content = (directory / name).read_bytes()
    assert old.encode() in content
    (directory / name).write_bytes(content.replace(old.encode(), new.encode()))
    assert [found] in frictionless.validate(directory / "datapackage.json").flatten(["type"])
