"""The UN's monthly table of contributions: every layout, its quirks, its faults, and the table beside the article."""

import csv
import random
from io import SEEK_END, BytesIO, StringIO
from pathlib import Path

import pytest

import kzpeace as kz

BY_MISSION = (
    "ISOCode3,M49_Code,Contributing_Country,Mission_Acronym,Personnel_Type,Female_Personnel,Male_Personnel,"
    "Last_Reporting_Date"
)
NEWER = ",".join(reversed(BY_MISSION.lower().split(",")))
RANKS = (
    "ISOCode3,M49_Code,Contributing_Country,Personnel_Contribution_Rank,Female_Personnel,Male_Personnel,"
    "Total_Uniformed_Personnel,Last_Reporting_Date"
)
# Made up, as every row here is.
ROWS = (
    ("KAZ", "UNIFIL", "Troops", 2, 110, "30/11/2020"),
    ("KAZ", "UNIFIL", "Staff Officers", 1, 3, "30/11/2020"),
    ("KAZ", "MINURSO", "Experts on Mission", 0, 5, "30/11/2020"),
    ("BEN", "MINUSMA", "Formed Police Units", 9, 131, "30/11/2020"),
    ("KAZ", "UNIFIL", "Troops", 3, 117, "31/12/2020"),
    ("BEN", "MINUSMA", "Staff Officer", 1, 2, "31/12/2020"),
)
KINDS = ("Troops", "Staff Officers", "Experts on Mission", "Formed Police Units", "Individual Police")
NAMES = {"KAZ": ("398", "Kazakhstan"), "BEN": ("204", "Benin"), "BTN": ("64", "Bhutan")}
SHARED = Path(__file__).parents[2] / "shared" / "data" / "un_ranks_2022-01-31.csv"


def table(rows=ROWS, header=BY_MISSION):
    """Write the text of a table by mission, with its columns in the order of the header."""
    columns = BY_MISSION.casefold().split(",")
    order = [columns.index(column.casefold()) for column in header.split(",")]
    text = StringIO(header + "\n")
    text.seek(0, SEEK_END)
    for code, *rest in rows:
        row = (code, *NAMES[code], *rest)
        csv.writer(text, lineterminator="\n").writerow(row[place] for place in order)
    return text.getvalue()


def read(text, contributor="KAZ", **options):
    """Read a table of this text."""
    return kz.read_contributions(StringIO(text), contributor, **options)


def texts(records):
    """Each record as it prints."""
    return [str(record) for record in records]


def where(record):
    """Return the day and the mission of a record."""
    return str(record.period), str(record.missions[0])


EXPECTED = [
    "112 service members (troops) serving in UNIFIL, 2020-11-30",
    "4 service members (staff officer) serving in UNIFIL, 2020-11-30",
    "0 uniformed personnel (military observer, police) serving in UNIFIL, 2020-11-30",
    "5 service members (military observer) serving in MINURSO, 2020-11-30",
    "0 uniformed personnel (staff officer, troops, police) serving in MINURSO, 2020-11-30",
    "120 service members (troops) serving in UNIFIL, 2020-12-31",
    "0 uniformed personnel (military observer, staff officer, police) serving in UNIFIL, 2020-12-31",
    "0 uniformed personnel serving in MINURSO, 2020-12-31",
]


@pytest.mark.parametrize("header", [BY_MISSION, NEWER], ids=["older", "newer"])
@pytest.mark.parametrize("november", ["30/11/2020", "30-Nov-20", "2020-11-30"])
@pytest.mark.parametrize("december", ["31/12/2020", "31-dec-2020", "2020-12-31"])
def test_every_layout_gives_the_same_records(header, november, december):
    """Columns come in any order and case, dates in any of the UN's forms; the records are the same."""
    text = table(header=header).replace("30/11/2020", november).replace("31/12/2020", december)
    assert texts(read(text)) == EXPECTED


@pytest.mark.parametrize(
    ("plain", "quirk"),
    [
        ("ISOCode3", "\ufeffISOCode3"),
        ("UNIFIL,Troops", " UNIFIL  , Troops "),
        ("UNIFIL,Troops", "Unifil,TROOPS"),
        ("Staff Officers,1,3", "Staff Officer, ,4"),
        ("MINURSO,Experts on Mission,0,5", "MINURSO,Observers,,5.0"),
        ("MINURSO,Experts on Mission,0", "MINURSO,EOM,0"),
        ("398,Kazakhstan", "#N/A,"),
        ("KAZ,398", "kaz ,398"),
        ("BEN,204,Benin", "#N/A,#N/A,"),
        ("BEN,204,Benin", 'BEN,204, "Benin, Republic of"'),
        ("KAZ,398,Kazakhstan,UNIFIL,Troops,2", "#N/A,398,Kazakhstan,UNIFIL,Troops,2"),  # the name says whose row it is
        ("\n", "\n\n,,,,,,,\n"),
        ("\n", "\r\n"),
    ],
)
def test_what_is_usual_in_these_files_is_no_error(plain, quirk, tmp_path):
    """Spaces, a byte order mark, blank cells and lines, codes that are not available: read as they are meant."""
    text = table()
    assert plain in text
    path = tmp_path / "un.csv"
    path.write_bytes(text.replace(plain, quirk).encode())
    with path.open(encoding="utf-8") as opened:
        assert texts(kz.read_contributions(opened)) == EXPECTED
    assert texts(kz.read_contributions(path)) == texts(kz.read_contributions(str(path))) == EXPECTED


@pytest.mark.parametrize("contributor", ["KAZ", "BEN", "BTN"])
def test_records_have_the_sums_of_the_rows(contributor):
    """Women and men, formed units and individual police are added; nobody else is."""
    pd = pytest.importorskip("pandas")
    roles = dict(zip(KINDS, ("troops", "staff officer", "military observer", "police", "police"), strict=True))
    chance = random.Random(0)
    rows = [
        (code, mission, kind, chance.randint(0, 20), chance.choice([0, 7, ""]), day)
        for day in ("31/01/2021", "28/02/2021", "31/03/2021")
        for code in NAMES
        for mission in ("UNIFIL", "MINUSCA", "UNFICYP")
        for kind in KINDS
        if chance.random() < 0.6
    ]
    text = table(rows)
    frame = pd.read_csv(StringIO(text)).query("ISOCode3 == @contributor")
    frame["day"] = pd.to_datetime(frame["Last_Reporting_Date"], dayfirst=True).dt.strftime("%Y-%m-%d")
    frame["people"] = frame["Female_Personnel"] + frame["Male_Personnel"].fillna(0)
    frame["role"] = frame["Personnel_Type"].map(roles)
    sums = frame.groupby(["day", "Mission_Acronym", "role"])["people"].sum().astype(int).to_dict()
    listed = read(text, contributor, complete=False)
    assert {(*where(record), record.roles[0].value): record.headcount.figure for record in listed} == sums
    whole = read(text, contributor)
    zeros = set(whole) - set(listed)
    assert {(record.headcount.figure, record.contributor) for record in zeros} == {(0, contributor)}
    each_once = {(*where(record), role) for record in whole for role in record.roles or kz.Role}
    months, missions = 3, 3
    assert sum(len(record.roles or kz.Role) for record in whole) == len(each_once) == months * missions * len(kz.Role)


@pytest.mark.parametrize(
    ("kinds", "roles", "personnel"),
    [
        (["Experts on Mission"], kz.Role.MILITARY_OBSERVER, kz.Personnel.SERVICE_MEMBERS),
        (["Staff Officers"], kz.Role.STAFF_OFFICER, kz.Personnel.SERVICE_MEMBERS),
        (["Troops"], (kz.Role.TROOPS, kz.Role.STAFF_OFFICER), kz.Personnel.SERVICE_MEMBERS),
        (["Civilian Police"], kz.Role.POLICE, kz.Personnel.UNIFORMED),
        (["Formed Police Units", "Individual Police"], kz.Role.POLICE, kz.Personnel.UNIFORMED),
    ],
)
def test_types_of_personnel_are_roles(kinds, roles, personnel):
    """Police are police. Troops may be staff officers in a month that has no country's staff officers apart."""
    rows = [("KAZ", "UNIFIL", kind, 1, 2, "30/11/2012") for kind in kinds]
    rows += [("BEN", "MINUSMA", "Staff Officers", 1, 0, "31/12/2012")]  # another month
    record, zero, *_ = read(table(rows))
    assert record.headcount == kz.Headcount.exactly(3 * len(kinds))
    assert (set(record.roles), record.personnel) == (set(roles if isinstance(roles, tuple) else [roles]), personnel)
    assert set(zero.roles) == set(kz.Role) - set(record.roles)


def test_a_month_of_the_file_that_lists_nobody_is_zero():
    """December is in the file, without a row for MINURSO: nobody serves there. Of a cut file nobody can say so."""
    assert EXPECTED[-1] in texts(read(table()))
    assert not any(text.startswith("0 ") for text in texts(read(table(), complete=False)))
    assert [str(record.missions[0]) for record in read(table(), "BEN")] == ["MINUSMA"] * 4  # only its own missions


def test_a_number_that_is_not_available_is_not_zero():
    """Where the number of women is not available, the men are a minimum."""
    assert read(table().replace("Troops,2", "Troops,#N/A"))[0].headcount == kz.Headcount.at_least(110)


def test_records_cite_the_un_and_use_known_missions():
    """Each record cites the UN's table of its month; a mission that we know is ours, another has its acronym only."""
    records = read(
        table([("KAZ", "UNIFIL", "Troops", 0, 9, "30/11/2020"), ("KAZ", "UNFICYP", "EOM", 1, 0, "30/11/2020")])
    )
    assert records[0].missions == (kz.UNIFIL,)
    assert records[-1].missions == (kz.Mission(acronym="UNFICYP"),)
    source = records[0].citation.source
    assert (source.publisher, str(source.date)) == ("United Nations", "2020-11")
    assert {record.status for record in records} == {kz.Status.SERVING}


def test_ranks_name_no_mission():
    """A country's total is of all missions and types, police too."""
    text = f"{RANKS}\nKAZ,398,Kazakhstan,80,1,13,14,31-Jan-22\nBEN,204,Benin,30,20,400,420,31-Jan-22\n"
    for same in (text, text.replace("1,13,14", "1,13,"), text.replace("1,13,14", ",,14")):
        (record,) = read(same)
        assert (record.headcount, str(record.period)) == (kz.Headcount.exactly(14), "2022-01-31")
        assert (record.missions, record.roles, record.personnel) == ((), (), kz.Personnel.UNIFORMED)
    with pytest.raises(ValueError, match=r"line 4, column ISOCode3: .* contributor once a month, got KAZ again"):
        read(text + "KAZ,398,Kazakhstan,80,1,13,14,30-Jan-22\n")


def test_the_uns_own_file_of_ranks():
    """On 31 January 2022 Kazakhstan had 14 people in missions."""
    if not SHARED.exists():
        pytest.skip(f"the UN's file is not at {SHARED}")
    (record,) = kz.read_contributions(SHARED)
    assert (record.headcount, str(record.period)) == (kz.Headcount.exactly(14), "2022-01-31")
    assert int(kz.total_serving(records=record)) == 14


AGAIN = r"expected each mission and type once a month, got (UNIFIL, Troops|unifil, TROOPS) again \(line 2\)"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("Mission_Acronym", "Mission", r"line 1, column Mission_Acronym: expected one column of this name"),
        ("Last_Reporting_Date", "Female_Personnel", r"line 1, column Female_Personnel: expected one column"),
        ("Last_Reporting_Date", "Date", r"line 1, column Last_Reporting_Date: expected one column"),
        ("Troops,2,110", "Troops,two,110", r"line 2, column Female_Personnel: expected a whole number, got 'two'"),
        ("Troops,2,110", "Troops,2,-110", r"line 2, column Male_Personnel: expected a whole number, got '-110'"),
        ("Troops,2,110", "Troops,2,1.5", r"line 2, column Male_Personnel: .* got '1\.5'"),
        ("Troops,2,110", f"Troops,2,{'9' * 5000}", r"line 2, column Male_Personnel: expected a whole number"),
        ("3,117,31/12/2020", "3,117,12/31/2020", r"line 6, column Last_Reporting_Date: .* got '12/31/2020'"),
        ("131,30/11/2020", "131,31/11/2020", r"line 5, column Last_Reporting_Date: .* got '31/11/2020'"),
        ("131,30/11/2020", "131,", r"line 5, column Last_Reporting_Date: expected a day such as .* got ''"),
        ("3,117,31/12/2020", "3,117,2020-12", r"line 6, column Last_Reporting_Date: .* got '2020-12'"),
        ("UNIFIL,Staff Officers", " unifil,TROOPS", f"line 3, column Personnel_Type: {AGAIN}"),
        ("3,117,31/12/2020", "3,117,29/11/2020", f"line 6, column Personnel_Type: {AGAIN}"),
        ("UNIFIL,Staff Officers", "UNIFIL,Sailors", r"line 3, column Personnel_Type: .* troops, .*, got 'sailors'"),
        ("UNIFIL,Staff Officers", ",Staff Officers", r"line 3, column Mission_Acronym: expected the acronym .* got ''"),
        ("0,5,30/11/2020", "0,5", r"line 4, column Last_Reporting_Date: expected 8 cells in the row, got 7"),
        ("204,Benin,", "204,Benin, Republic of,", r"line 5, .*expected 8 cells in the row, got 9"),
        ("204,Benin,MINUSMA,S", '204,"Benin,MINUSMA,S', r"line 7, column 1: expected CSV"),
        ("KAZ,398,Kazakhstan", "KGZ,417,Kyrgyzstan", r"line 1, column ISOCode3: .* such as KGZ, BEN, got 'KAZ'"),
    ],
)
def test_a_fault_is_an_error_that_names_its_place(right, wrong, message, tmp_path):
    """What the file cannot mean is a ValueError with file, line and column."""
    path = tmp_path / "un.csv"
    path.write_text(table().replace(right, wrong), "utf-8")
    with pytest.raises(ValueError, match=rf"un\.csv, {message}"):
        kz.read_contributions(path)


@pytest.mark.parametrize(
    ("contributor", "nearest"),
    [("Kazakhstan", "KAZ"), ("kazahstan", "KAZ"), ("KZ", "KAZ"), ("Benin", "BEN"), ("QQQ", "KAZ, BEN"), (None, "KAZ")],
)
def test_a_contributor_that_the_file_does_not_have(contributor, nearest):
    """A name, or a code that is not in the file, is refused, with the nearest codes, and others."""
    with pytest.raises(ValueError, match=rf"^the open file, line 1, column ISOCode3: .* such as {nearest}"):
        read(table(), contributor)


def test_text_that_is_not_utf_8(tmp_path):
    """The place of the first byte that is not UTF-8 is named, of a path and of an open file."""
    path = tmp_path / "un.csv"
    path.write_bytes(table().replace("204,Benin", '"204",Bénin').encode("latin-1"))
    message = r"un\.csv, line 5, column 3: expected text in UTF-8, got b'\\xe9'"
    with pytest.raises(ValueError, match=message):
        kz.read_contributions(path)
    with path.open(encoding="utf-8") as opened, pytest.raises(ValueError, match=message):
        kz.read_contributions(opened)


@pytest.mark.parametrize("file", [5, None, BytesIO(b"ISOCode3"), StringIO(""), RANKS + "\n", "https://a.kz/un.csv"])
def test_what_is_no_table_at_all(file):
    """A number, a file opened as bytes, an empty file, CSV text and a web address are refused."""
    with pytest.raises(ValueError, match=r"file: expected a path, or a file opened|column ISOCode3: expected one"):
        kz.read_contributions(file)


AGREEING = [
    ("KAZ", "MINURSO", "Experts on Mission", 1, 5, "30/06/2022"),
    ("KAZ", "UNIFIL", "Troops", 0, 7, "30/06/2022"),
    ("KAZ", "UNIFIL", "Staff Officers", 0, 2, "30/06/2022"),
    ("BEN", "MINUSMA", "Troops", 10, 240, "30/06/2022"),
]


def test_a_table_that_agrees_with_the_article_changes_nothing():
    """It counts the same 15 people again (R3), so both answers stay, and each source has its own 15."""
    records = [*kz.DEPLOYMENTS, *read(table(AGREEING))]
    assert str(kz.total_served(records=records)) == "520–565"
    assert str(kz.total_serving(records=records)) == "15"
    by_source = kz.totals_by_source(records=records)
    assert {publisher: str(totals.serving) for publisher, totals in by_source.items()} == {
        "Kazinform": "15",
        "United Nations": "15",
    }


def test_a_table_that_differs_by_one_contradicts_only_who_serves():
    """Nine and eight cannot both serve in UNIFIL; who has served is not put in doubt."""
    records = [*kz.DEPLOYMENTS, *read(table(AGREEING).replace("0,7", "0,6"))]
    with pytest.raises(kz.ContradictionError) as caught:
        kz.total_serving(records=records)
    assert {record.citation.source.publisher for record in caught.value.records} == {"Kazinform", "United Nations"}
    assert str(kz.total_served(records=records)) == "520–565"


def test_two_contributors_in_one_call_are_refused():
    """People of two countries are not counted together; the error names both."""
    with pytest.raises(ValueError, match=r"(?s)(?=.*BEN)(?=.*KAZ)"):
        kz.total_serving(records=[*kz.DEPLOYMENTS, *read(table(AGREEING), "BEN")])
