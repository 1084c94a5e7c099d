"""The data package: what is in its files, and how the directory is written."""

import csv
import json
from pathlib import Path

import attrs
import pytest

import kzpeace as kz
from kzpeace.datapackage import export

FILES = {
    "datapackage.json",
    *("deployment_missions.csv", "deployments.csv", "missions.csv", "proposals.csv", "timeline.csv", "totals.csv"),
}


def rows(directory, name):
    """Return the rows of one of the package's files."""
    with (directory / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(directory):
    """Return the files in a directory with their contents."""
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def descriptor(directory):
    """Return the package's description of itself."""
    return json.loads((directory / "datapackage.json").read_text("utf-8"))


def resources(directory):
    """Return the descriptions of the files by name."""
    return {resource["name"]: resource for resource in descriptor(directory)["resources"]}


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """Return the article's package."""
    return export(tmp_path_factory.mktemp("article") / "new")


def test_the_package_is_its_files(tmp_path, monkeypatch):
    """An export is a new directory with the package's files, given as a path or as text; twice it is the same bytes."""
    place = export(tmp_path / "new")
    assert place == tmp_path / "new"
    assert contents(place).keys() == FILES
    monkeypatch.chdir(tmp_path)
    assert contents(export("other")) == contents(place)
    (tmp_path / "note.txt").touch()
    assert (place / "totals.csv").stat().st_mode == (tmp_path / "note.txt").stat().st_mode


def test_statements_and_missions_are_linked(package):
    """Every statement has a number, and a row for each of its missions that says how many share the figure."""
    figures = [(row["deployment"], row["figure"]) for row in rows(package, "deployments")]
    assert figures == [("1", "45"), ("2", "520"), ("3", "6"), ("4", "9")]
    assert [tuple(row.values()) for row in rows(package, "deployment_missions")] == [
        *(("1", "MINURSO", "3"), ("1", "UNOCI", "3"), ("1", "UNIFIL", "3")),
        *(("2", "UNIFIL", "1"), ("3", "MINURSO", "1"), ("4", "UNIFIL", "1")),
    ]


def test_nobody_has_to_add(package):
    """The totals are those of all missions and of each; what is not reported is empty, and R3 is said."""
    columns = ("contributor", "missions", "status", "low", "high", "answer", "assumes_serving_included")
    totals = [tuple(row[name] for name in columns) for row in rows(package, "totals")]
    assert totals[:6] == [
        ("KAZ", "MINURSO; UNOCI; UNIFIL", "served", "520", "565", "520–565", "True"),
        ("KAZ", "MINURSO; UNIFIL", "serving", "15", "15", "15", "False"),
        ("KAZ", "MINURSO", "served", "6", "45", "6–45", "True"),
        ("KAZ", "MINURSO", "serving", "6", "6", "6", "False"),
        ("KAZ", "UNOCI", "served", "1", "45", "1–45", "False"),
        ("KAZ", "UNOCI", "serving", "", "", "not reported", "False"),
    ]
    assert {total[1] for total in totals[8:]} == {"MINUSCA", "MONUSCO", "MINUSMA"}
    assert {total[3:6] for total in totals[8:]} == {("", "", "not reported")}


def test_the_descriptor_says_what_is_in_the_files(package):
    """The descriptor has the columns of each file in its order, and a description of each."""
    described = resources(package)
    assert {f"{name}.csv" for name in described} == FILES - {"datapackage.json"}
    for resource in described.values():
        heads = (package / resource["path"]).read_text("utf-8").splitlines()[0].split(",")
        assert heads == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_descriptor_warns_of_what_goes_wrong(package, tmp_path):
    """Spreadsheets, formulas, Namibia and adding up totals: each is said where its reader looks."""
    text = descriptor(package)["description"]
    for words in ("is not zero", "as UTF-8", "Cyrillic", "= + - @", "columns with such cells: none."):
        assert words in text
    assert "NA is Namibia" in resources(package)["missions"]["description"]
    assert "Do not add them" in resources(package)["totals"]["description"]
    evil = kz.Mission(acronym="UNX", name='=Мир, "one"\rother', territories="NA")
    risky = export(tmp_path / "new", records=kz.Deployment(headcount=1, missions=evil, status="served", period="2014"))
    assert "columns with such cells: missions.name." in descriptor(risky)["description"]
    assert rows(risky, "missions")[0]["name"] == evil.name


def test_every_document_that_the_data_rest_on_is_a_source(package, tmp_path):
    """The documents of records, missions, and a proposal with its basis are the sources, each once."""
    sources = descriptor(package)["sources"]
    assert {"title": str(kz.ARTICLE), "path": kz.ARTICLE.address} in sources
    assert {"title": str(kz.CONSTITUTIONAL_BASIS.document)} in sources
    assert "https://undocs.org/S/RES/690(1991)" in {source.get("path") for source in sources}
    assert len({source["title"] for source in sources}) == len(sources)
    source = kz.Source(publisher="A", title="T", date="2022", language="en", address="javascript:alert(1)")
    record = attrs.evolve(kz.DEPLOYMENTS[2], missions=(), citation=kz.Citation(source))
    assert descriptor(export(tmp_path / "new", records=record))["sources"] == [{"title": "A, “T”, 2022"}]


def test_a_package_is_of_its_own_records(tmp_path):
    """A reader's records bring their missions, their contributor and no proposal; any UN mission is not a mission."""
    somewhere = kz.Deployment(headcount=158, status="serving", period="2025-05-29", contributor="KGZ")
    undof = attrs.evolve(somewhere, headcount=12, missions="UNDOF")
    place = export(tmp_path / "new", records=[somewhere, undof])
    assert [row["acronym"] for row in rows(place, "missions")] == ["UNDOF"]
    assert [row["missions"] for row in rows(place, "deployments")] == ["", "UNDOF"]
    assert [row["deployment"] for row in rows(place, "deployment_missions")] == ["2"]
    assert rows(place, "proposals") == []
    assert [(row["missions"], row["answer"]) for row in rows(place, "totals") if row["status"] == "serving"] == [
        ("", "158"),
        ("UNDOF", "12"),
    ]
    assert b"KAZ" not in b"".join(contents(place).values())
    assert "KGZ" in descriptor(place)["title"]


def test_a_data_set_is_a_package_too(tmp_path):
    """A data set gives its own missions and proposals; without any data, the files have their columns and no rows."""
    proposal = kz.Proposal(date="2024", missions="UNDOF", headcount=1, expansion="UNMISS")
    data = kz.Dataset(missions=kz.MINUSMA, deployments=kz.DEPLOYMENTS[1], proposals=proposal)
    place = export(tmp_path / "new", records=data)
    assert [row["acronym"] for row in rows(place, "missions")] == ["MINUSMA", "UNIFIL", "UNDOF", "UNMISS"]
    # The total of all missions is that of UNIFIL, and is there once.
    assert [row["missions"] for row in rows(place, "totals")][:2] == ["UNIFIL", "UNIFIL"]
    assert len({(row["missions"], row["status"]) for row in rows(place, "totals")}) == 8
    for path in export(tmp_path / "none", records=[]).glob("*.csv"):
        assert len(path.read_text("utf-8").splitlines()) == 1


def test_only_the_files_of_the_package_are_replaced(tmp_path):
    """A directory with anything in it is refused; with overwrite, the reader's files stay, and links are replaced."""
    assert contents(export(tmp_path)).keys() == FILES
    (tmp_path / "mine.csv").write_text("mine")
    (tmp_path / "totals.csv").unlink()
    (tmp_path / "totals.csv").symlink_to(tmp_path / "mine.csv")
    with pytest.raises(ValueError, match=r"^directory: expected a new or empty directory, or overwrite=True"):
        export(tmp_path)
    export(tmp_path, overwrite=True)
    assert not (tmp_path / "totals.csv").is_symlink()
    assert contents(tmp_path) == contents(export(tmp_path.parent / "other")) | {"mine.csv": b"mine"}


def test_bad_data_leave_nothing_behind(tmp_path):
    """Records that contradict one another, and anything but records, are refused before anything is written."""
    low, high = (
        kz.Deployment(headcount=figure, missions="UNIFIL", status="served", period=period)
        for figure, period in ((600, "2015"), (500, "2014/2016"))
    )
    with pytest.raises(kz.ContradictionError):
        export(tmp_path / "new", records=[low, high])
    for data, message in (({"records": [3]}, "^records: "), ({"proposals": [3]}, "^proposals: ")):
        with pytest.raises(ValueError, match=message):
            export(tmp_path / "new", **data)
    assert not list(tmp_path.iterdir())


def test_a_failure_to_write_leaves_what_was_there(tmp_path, monkeypatch):
    """All files are written before the first is put in its place, so a full disk changes nothing."""
    export(tmp_path, records=[])
    before = contents(tmp_path)
    write_bytes = Path.write_bytes

    def fail(path, content):
        if path.name == "totals.csv":
            message = "no space left"
            raise OSError(message)
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="no space left"):
        export(tmp_path, overwrite=True)
    assert contents(tmp_path) == before
