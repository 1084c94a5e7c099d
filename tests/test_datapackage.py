"""The data package: what is in its files, and what becomes of the directory."""

import csv
import json
import stat
from pathlib import Path

import attrs
import pytest

import kzpeace as kz
from kzpeace._checks import short_repr
from kzpeace.columns import columns_of
from kzpeace.datapackage import export

FILES = {
    "datapackage.json",
    "deployment_missions.csv",
    "deployments.csv",
    "missions.csv",
    "proposals.csv",
    "timeline.csv",
    "totals.csv",
}


def rows(directory, name):
    """The rows of one of the package's files."""
    with (directory / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(directory):
    """The files in a directory with what is in them."""
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def descriptor(directory):
    """What the package says is in it."""
    return json.loads((directory / "datapackage.json").read_text("utf-8"))


def fail_at(monkeypatch, name):
    """Have the moving of one file fail."""
    rename = Path.rename

    def fails(path, target):
        if path.name == name and path.parent.name == "new":
            message = "no space left"
            raise OSError(message)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)


def test_the_package_is_its_files(tmp_path):
    """An export is a new directory with the package's files and no others, which it returns."""
    place = export(tmp_path / "new")
    assert place == tmp_path / "new"
    assert contents(place).keys() == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_directory_may_be_given_as_text(tmp_path, monkeypatch):
    """A directory is taken as text too, and from where the reader is."""
    monkeypatch.chdir(tmp_path)
    assert export("new") == Path("new")
    assert contents(tmp_path / "new").keys() == FILES


def test_two_exports_are_identical(tmp_path):
    """The same data give the same bytes."""
    assert contents(export(tmp_path / "one")) == contents(export(tmp_path / "two"))


def test_a_package_is_as_open_as_other_files(tmp_path):
    """The directory and its files have the permissions that the reader's own have."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.txt").touch()
    place = export(tmp_path / "new")
    for ours, mine in ((place, "mine"), (place / "missions.csv", "mine/note.txt")):
        assert stat.S_IMODE(ours.stat().st_mode) == stat.S_IMODE((tmp_path / mine).stat().st_mode)


def test_statements_and_missions_are_linked(tmp_path):
    """Every statement has a number, and a row for each of its missions that says how many share the figure."""
    place = export(tmp_path / "new")
    assert [(row["deployment"], row["figure"]) for row in rows(place, "deployments")] == [
        *(("1", "45"), ("2", "520"), ("3", "6"), ("4", "9")),
    ]
    links = [tuple(row.values()) for row in rows(place, "deployment_missions")]
    assert links == [
        *(("1", "MINURSO", "3"), ("1", "UNOCI", "3"), ("1", "UNIFIL", "3")),
        *(("2", "UNIFIL", "1"), ("3", "MINURSO", "1"), ("4", "UNIFIL", "1")),
    ]


def test_nobody_has_to_add(tmp_path):
    """The totals are those of all missions and of each, and what is not reported is empty and not zero."""
    totals = rows(export(tmp_path / "new"), "totals")
    assert [(row["missions"], row["status"], row["low"], row["high"], row["answer"]) for row in totals] == [
        ("MINURSO; UNOCI; UNIFIL", "served", "520", "565", "520–565"),
        ("MINURSO; UNIFIL", "serving", "15", "15", "15"),
        ("MINURSO", "served", "6", "45", "6–45"),
        ("MINURSO", "serving", "6", "6", "6"),
        ("UNOCI", "served", "1", "45", "1–45"),
        ("UNOCI", "serving", "", "", "not reported"),
        ("UNIFIL", "served", "520", "565", "520–565"),
        ("UNIFIL", "serving", "9", "9", "9"),
        *(
            (acronym, status, "", "", "not reported")
            for acronym in ("MINUSCA", "MONUSCO", "MINUSMA")
            for status in ("served", "serving")
        ),
    ]


def test_the_proposal_and_the_timeline_are_there(tmp_path):
    """The proposal is a row, and the article's events are in order."""
    place = export(tmp_path / "new")
    (proposal,) = rows(place, "proposals")
    assert (proposal["figure"], proposal["headcount_low"], proposal["headcount_high"]) == ("430", "", "")
    assert [row["date"] for row in rows(place, "timeline")] == ["2014", "2018", *["2022-06-30"] * 4]


def test_the_package_does_not_change_with_the_day(tmp_path):
    """No event is planned: whether the end of a mandate is still to come would depend on the day of the export."""
    assert {row["planned"] for row in rows(export(tmp_path / "new"), "timeline")} == {"False"}


def test_the_descriptor_says_what_is_in_the_files(tmp_path):
    """The descriptor has the columns of each file in its order, their types and the values that there are."""
    place = export(tmp_path / "new")
    for resource in descriptor(place)["resources"]:
        lines = (place / resource["path"]).read_text("utf-8").splitlines()
        assert lines[0].split(",") == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
    fields = {field["name"]: field for field in descriptor(place)["resources"][1]["schema"]["fields"]}
    assert list(fields) == ["deployment", *(column.name for column in columns_of(kz.Deployment))]
    assert [fields[name]["type"] for name in ("deployment", "status", "figure", "start", "start_earliest")] == [
        *("integer", "string", "integer", "string", "date")
    ]
    assert fields["status"]["constraints"] == {"required": True, "enum": ["served", "serving"]}
    assert fields["figure"]["constraints"] == {"required": False}


def test_the_descriptor_says_what_the_package_is(tmp_path):
    """The descriptor says what the package and each file is in the standard's words, and warns of adding up."""
    place = export(tmp_path / "new")
    package = descriptor(place)
    schemas = [resource.pop("schema") for resource in package["resources"]]
    described = {resource["name"]: resource.pop("description") for resource in package["resources"]}
    assert described == {
        "missions": "The missions: the UN's reference facts, which are not the report's.",
        "deployments": "A row for each statement that a number of people serve or have served. They do not add up: the "
        "people of one may be among those of another. See the totals.",
        "deployment_missions": "Which statements are about which missions.",
        "proposals": "What the President put to Parliament. Proposed is not deployed.",
        "timeline": "The statements and proposals by date. The days of the mandates are among the missions.",
        "totals": "How many different people have served and are serving, in all missions that the statements name and "
        "in each one. These do not add up either: the same people may have served in several missions.",
    }
    del package["sources"]
    assert package == {
        "profile": "tabular-data-package",
        "name": "kzpeace",
        "title": "Kazakhstan's peacekeepers in United Nations missions",
        "description": "What sources say of who serves and has served, what was proposed, and how many people that is. "
        "An empty value is not known or not there, and is not zero.",
        "licenses": [{"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": f"{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
            }
            for name in described
        ],
    }
    assert [schema["fields"][0] for schema in schemas[1:5]] == [
        {
            "name": name,
            "type": "integer",
            "description": f"The number of the {what}, in this package.",
            "constraints": {"required": True},
        }
        for name, what in (
            *(("deployment", "statement"), ("deployment", "statement")),
            *(("proposal", "proposal"), ("event", "event")),
        )
    ]


def test_the_descriptor_can_be_read_by_people(tmp_path):
    """The descriptor is indented text in UTF-8, with letters as they are and a line break at its end."""
    text = (export(tmp_path / "new") / "datapackage.json").read_text("utf-8")
    assert text.startswith('{\n  "profile": "tabular-data-package",\n  "name"')
    assert "“Parliament backs" in text
    assert text.endswith("\n}\n")


@pytest.mark.parametrize("name", ["one\rother", "one\nother", "one\r\nother", 'one, "other"'])
def test_lines_end_as_the_standard_says(tmp_path, name):
    """Lines end with a carriage return and a line feed, and what a value has of them stays."""
    mission = kz.Mission(acronym="A", name=name, territories="LB")
    place = export(tmp_path / "new", missions=mission, deployments=[], proposals=[])
    assert rows(place, "missions")[0]["name"] == name
    content = (place / "missions.csv").read_bytes()
    head, _, row = content.partition(b"\r\n")
    assert head.endswith(b",ended_by,ended_by_url")
    assert row.endswith(b",\r\n")


def test_the_descriptor_has_keys_sources_and_a_licence(tmp_path):
    """The descriptor has primary and foreign keys, the documents that the data are from, and the licence."""
    package = descriptor(export(tmp_path / "new"))
    assert [resource["schema"]["primaryKey"] for resource in package["resources"]] == [
        *(["acronym"], ["deployment"], ["deployment", "mission"]),
        *(["proposal"], ["event"], ["status", "missions"]),
    ]
    assert package["resources"][2]["schema"]["foreignKeys"] == [
        {"fields": ["deployment"], "reference": {"resource": "deployments", "fields": ["deployment"]}},
        {"fields": ["mission"], "reference": {"resource": "missions", "fields": ["acronym"]}},
    ]
    assert package["sources"][0] == {"title": str(kz.ARTICLE), "path": kz.ARTICLE.address}
    assert package["sources"][-1] == {"title": str(kz.CONSTITUTIONAL_BASIS.document)}
    assert [source["path"] for source in package["sources"][1:3]] == [
        *("https://undocs.org/S/RES/690(1991)", "https://undocs.org/S/RES/1528(2004)")
    ]
    assert package["licenses"][0]["name"] == "MIT"


def test_every_document_that_the_data_rest_on_is_a_source(tmp_path):
    """The documents of records, of a proposal's fields, statements and basis are among the sources, each once."""
    cited = [
        kz.Citation(kz.Source(publisher="A", title=title, date="2022", language="en"))
        for title in ("of a field", "of a statement", "of the basis", "of a record")
    ]
    basis = attrs.evolve(kz.CONSTITUTIONAL_BASIS, citation=cited[2])
    told = {"date": "2022", "missions": kz.UNIFIL, "headcount": 1, "basis": basis, "citations": {"date": cited[0]}}
    proposal = kz.Proposal(**told, conditions=kz.Statement("Money is found.", cited[1]))
    record = attrs.evolve(kz.DEPLOYMENTS[1], citation=cited[3])
    package = descriptor(export(tmp_path / "new", missions=(), deployments=[record], proposals=[proposal, proposal]))
    documents = [each.source for each in cited] + [kz.CONSTITUTIONAL_BASIS.document]
    titles = [source["title"] for source in package["sources"]]
    assert set(map(str, documents)) <= set(titles)
    assert len(set(titles)) == len(titles)


def test_missions_that_records_name_are_there(tmp_path):
    """A mission that only a record or a proposal names is among the missions, so that every link leads to one."""
    untso, undof, unsmih = (
        kz.Mission(acronym=name, name=name, territories="SY") for name in ("UNTSO", "UNDOF", "UNSMIH")
    )
    record = kz.Deployment(headcount=3, missions=untso, status=kz.Status.SERVED, period="2014")
    proposal = kz.Proposal(date="2022", missions=undof, headcount=1, expansion=unsmih)
    place = export(tmp_path / "new", missions=kz.UNIFIL, deployments=record, proposals=proposal)
    assert [row["acronym"] for row in rows(place, "missions")] == ["UNIFIL", "UNTSO", "UNDOF", "UNSMIH"]


def test_a_total_is_there_once(tmp_path):
    """Where the records name one mission only, the total of all missions is that mission's, and is there once."""
    place = export(tmp_path / "new", missions=[], deployments=kz.DEPLOYMENTS[1], proposals=[])
    assert [(row["missions"], row["status"]) for row in rows(place, "totals")] == [
        ("UNIFIL", "served"),
        ("UNIFIL", "serving"),
    ]


def test_a_source_without_a_web_address_has_no_path(tmp_path):
    """A source whose address opens no page is named without it."""
    source = kz.Source(publisher="A", title="T", date="2022", language="en", address="javascript:alert(1)")
    mission = kz.Mission(acronym="A", name="A", territories="LB")
    record = kz.Deployment(
        headcount=3, missions=mission, status=kz.Status.SERVED, period="2014", citation=kz.Citation(source)
    )
    place = export(tmp_path / "new", missions=[], deployments=record, proposals=[])
    assert descriptor(place)["sources"] == [{"title": "A, “T”, 2022"}]


def test_nothing_is_a_package_too(tmp_path):
    """Without any data, the files have their columns and no rows."""
    place = export(tmp_path / "new", missions=[], deployments=[], proposals=[])
    assert contents(place).keys() == FILES
    for path in place.glob("*.csv"):
        assert len(path.read_text("utf-8").splitlines()) == 1


def test_an_empty_directory_is_filled(tmp_path):
    """A directory that is empty is written to and stays the same directory; nothing else is left in it."""
    inode = tmp_path.stat().st_ino
    assert contents(export(tmp_path)).keys() == FILES
    assert tmp_path.stat().st_ino == inode


def test_a_directory_that_is_not_empty_is_left_alone(tmp_path):
    """A directory with anything in it is refused, with what to do, and stays as it was."""
    (tmp_path / "totals.csv").write_text("mine")
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
        export(tmp_path)
    assert str(caught.value) == (
        f"directory: expected a new or empty directory, got {short_repr(str(tmp_path))}: it is not empty; "
        "with overwrite, the package's files in it are replaced, and all others stay"
    )
    assert contents(tmp_path) == {"totals.csv": b"mine"}


def test_told_to_overwrite_only_the_files_of_the_package_are_replaced(tmp_path):
    """Told to, the package's files are replaced, and the reader's others stay."""
    (tmp_path / "totals.csv").write_text("old")
    (tmp_path / "note.txt").write_text("mine")
    export(tmp_path, overwrite=True)
    assert contents(tmp_path) == {**contents(export(tmp_path / ".." / "other")), "note.txt": b"mine"}


def test_overwriting_replaces_links_and_not_what_they_lead_to(tmp_path):
    """A link in the place of one of the files is replaced, and the file that it leads to stays."""
    (tmp_path / "mine.csv").write_text("mine")
    place = export(tmp_path / "new")
    (place / "totals.csv").unlink()
    (place / "totals.csv").symlink_to(tmp_path / "mine.csv")
    (place / "missions.csv").unlink()
    (place / "missions.csv").symlink_to(tmp_path / "nothing")
    export(place, overwrite=True)
    assert not (place / "totals.csv").is_symlink()
    assert not (place / "missions.csv").is_symlink()
    assert (tmp_path / "mine.csv").read_text() == "mine"


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_is_no_directory_is_refused(tmp_path, overwrite):
    """A file, a link to nothing, and a place in a directory that is not there are refused and left alone."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    for name, wrong in (
        ("file", "it is no directory"),
        ("link", "it is no directory"),
        ("a/b", "there is no directory"),
    ):
        with pytest.raises(ValueError, match=f"directory: expected a new or empty directory, got .*: {wrong}"):
            export(tmp_path / name, overwrite=overwrite)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("directory", [None, 3, b"new"])
def test_what_is_no_path_is_refused(directory):
    """What is no path is refused with what came."""
    with pytest.raises(ValueError, match=f"directory: expected a path, got {directory!r}"):
        export(directory)


def test_a_directory_in_the_place_of_a_file_is_refused(tmp_path):
    """A directory that has the name of one of the files is not replaced."""
    (tmp_path / "totals.csv").mkdir()
    (tmp_path / "totals.csv" / "note.txt").touch()
    with pytest.raises(ValueError, match=r"totals\.csv in it is a directory"):
        export(tmp_path, overwrite=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["totals.csv", "note.txt"]


def test_bad_data_leave_nothing_behind(tmp_path):
    """Records that contradict, unequal missions, and what is no data at all are refused, and nothing is written."""
    low, high = (
        kz.Deployment(headcount=figure, missions=kz.UNIFIL, status=kz.Status.SERVED, period=period)
        for figure, period in ((600, "2015"), (500, "2014/2016"))
    )
    other = kz.Mission(acronym="UNIFIL", name="Other", territories="LB")
    for data, message in (
        ({"deployments": [low, high]}, "records contradict"),
        ({"missions": [kz.UNIFIL, other]}, "two unequal missions have the acronym UNIFIL"),
        ({"missions": "UNIFIL"}, "missions: expected each to be a Mission"),
        ({"deployments": [3]}, "deployments: expected each to be a Deployment"),
        ({"proposals": [3]}, "proposals: expected each to be a Proposal"),
    ):
        with pytest.raises(ValueError, match=message):
            export(tmp_path / "new", **data)
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_no_new_directory(tmp_path, monkeypatch):
    """Where a file cannot be written, there is no new directory, and nothing beside it."""

    def fails(path, content):
        path.touch()
        raise OSError(content[:9])

    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(OSError, match="acronym"):
        export(tmp_path / "new")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["new", "."])
def test_files_are_first_written_beside_their_places(tmp_path, monkeypatch, name):
    """Files are written to a hidden directory on the same disk, from where they can be moved, named for us."""
    temporary, write_bytes = set(), Path.write_bytes

    def written(path, content):
        temporary.add(path.parent.parent)
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", written)
    export(tmp_path / name)
    (directory,) = temporary
    assert directory.parent == tmp_path
    assert directory.name.startswith(".kzpeace-")


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_failure_leaves_what_was_there(tmp_path, monkeypatch, name):
    """Where a file cannot be put in its place, those before it are taken back, and what was there is there again."""
    before = {"missions.csv": b"old", "totals.csv": b"old", "note.txt": b"mine"}
    for mine, content in before.items():
        (tmp_path / mine).write_bytes(content)
    fail_at(monkeypatch, name)
    with pytest.raises(OSError, match="no space left"):
        export(tmp_path, overwrite=True)
    assert contents(tmp_path) == before


def test_a_path_that_no_file_can_have_is_refused():
    """What gives its path as bytes, and a path with a null in it, is no directory here."""

    class Place:
        def __fspath__(self):
            return b"new"

    for directory in (Place(), "a\0b"):
        with pytest.raises(ValueError, match=r"^directory: expected a path, got "):
            export(directory)
