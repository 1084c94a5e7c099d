"""Rows of plain values, and the tables of notebooks and of `to_html`."""

import csv
import io
import pickle
from datetime import date
from html.parser import HTMLParser
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import given, strategies as st

import kzpeace as kz
from kzpeace._html import Listing
from kzpeace.tables import COLUMNS, columns_of, to_html, to_rows

EVERYTHING = [
    kz.DEPLOYMENTS,
    kz.MISSIONS,
    kz.PROPOSAL,
    kz.timeline(mandates=True),
    [kz.total_served(), kz.total_serving(), kz.total_served("MINUSCA")],
    kz.serving_over_time(),
    kz.totals_by_mission(),
]
"""Things of every kind that can be rows."""

SHOWN = [
    *(kz.UNIFIL, kz.MISSIONS, kz.DEPLOYMENTS[0], kz.DEPLOYMENTS, kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS),
    *(kz.total_served(), kz.serving_over_time(), kz.totals_by_mission(), kz.totals_by_mission()["UNIFIL"]),
    *(kz.totals_by_source(), kz.timeline(mandates=True), kz.timeline()[0], kz.timeline(start="2024")),
    *(kz.ARTICLE, kz.DEPLOYMENTS[0].citation, kz.verify("Since 2014, 45 Kazakh officers")),
]
"""Things of every kind that a notebook shows as a table."""

ANYONE = kz.Deployment(headcount=158, status="serving", period="2025-05-29")
"""A record that names no mission."""

ASSUMED = "assuming that those serving are included"
OF_45 = "“Since 2014, 45 Kazakh officers”, Kazinform, para. 2, sentence 2"
OF_520 = "“Since 2018, 520 Kazakhstani military servants”, Kazinform, para. 2, sentence 3"
OF_SERVING = "“Six and nine Kazakh militaries are serving”, Kazinform, para. 2, sentence 4"

# Text that a source may have: with a word in it and no space around it.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: f"x{text}x")


def cited_at(address, **parts):
    """Return a record whose source has this address."""
    source = kz.Source(**{"publisher": "A", "title": "T", "date": "2022", "language": "en"} | parts, address=address)
    citation = kz.Citation(source, paragraph=1, quote="three")
    return kz.Deployment(headcount=3, missions=kz.UNIFIL, status="served", period="2014", citation=citation)


class Page(HTMLParser):
    """The rows, links and headings that a browser finds in HTML, which has tables and links only."""

    def __init__(self, html):
        """Read a page, all of whose elements must be closed in order."""
        super().__init__()
        self.open, self.links, self.rows, self.headings = [], [], [], []
        self.feed(html)
        self.close()
        assert not self.open
        self.text = "\n".join(cell for row in self.rows for cell in row)

    def handle_starttag(self, tag, attrs):
        """Begin a row, a cell or a line."""
        assert tag in {"table", "caption", "tr", "th", "td", "ul", "li", "br", "a", "span"}
        assert {name for name, _ in attrs} <= {"lang", "style", "scope", "href", "target", "rel"}
        self.links += [value for name, value in attrs if name == "href"]
        self.headings += [value for name, value in attrs if name == "scope"]
        self.rows += [[]] if tag in {"caption", "tr"} else []
        if tag in {"caption", "th", "td"}:
            self.rows[-1].append("")
        if tag in {"br", "li"}:
            self.rows[-1][-1] += "\n"
        self.open += [tag] if tag != "br" else []

    def handle_endtag(self, tag):
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Add text to its cell."""
        if {"caption", "th", "td"} & {*self.open}:
            self.rows[-1][-1] += data
        else:
            assert not data.strip()


def page(thing):
    """Return what a browser finds in a notebook's table."""
    return Page(thing._repr_html_())


def assert_plain(rows):
    """Rows have the same columns, flat plain values in them, and are the same after a round trip through CSV."""
    for row in rows:
        assert row.keys() == rows[0].keys()
        assert {type(value) for value in row.values()} <= {str, int, bool, date, type(None)}
        assert "" not in row.values()
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    as_text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
    assert list(csv.DictReader(io.StringIO(file.getvalue(), newline=""))) == as_text


def test_a_deployment_is_a_row():
    """A statement has its figure, bounds, dates as stated and as days, and the words that state it."""
    (row,) = to_rows(kz.DEPLOYMENTS[0])
    assert (row["contributor"], row["missions"], row["status"]) == ("KAZ", "MINURSO; UNOCI; UNIFIL", "served")
    assert (row["figure"], row["precision"], row["headcount_low"], row["headcount_high"]) == (45, "exact", 45, 45)
    assert (row["start"], row["start_earliest"], row["end_latest"]) == ("2014", date(2014, 1, 1), date(2022, 6, 30))
    assert (row["roles"], row["personnel"]) == ("military observer; staff officer", "officers")
    assert (row["source"], row["locator"]) == (str(kz.ARTICLE), "para. 2, sentence 2")
    assert (row["quote"], row["citation_url"]) == ("Since 2014, 45 Kazakh officers", kz.DEPLOYMENTS[0].citation.link)


def test_what_is_not_known_of_a_thing_is_none():
    """Missions and proposals are rows too; an approximate figure has no bounds, and a bare acronym has nothing else."""
    unifil, unamir = to_rows([kz.UNIFIL, kz.Mission(acronym="UNAMIR")])
    assert unifil["established_by"] == "S/RES/425 (1978); S/RES/426 (1978)"
    assert (unifil["last_day_latest"], unifil["ended_by"]) == (date(2026, 12, 31), "S/RES/2790 (2025)")
    assert {*unamir.values()} == {"UNAMIR", None}
    (row,) = to_rows(kz.PROPOSAL)
    bounds = [row[name] for name in ("figure", "precision", "headcount_low", "headcount_high")]
    assert bounds == [430, "approximate", None, None]
    assert row["expansion"] == "MINUSCA; MONUSCO; MINUSMA"


def test_a_total_is_a_row_with_its_question():
    """A total has its bounds, the answer in words, all that was asked, and the records that each bound rests on."""
    (row,) = to_rows(kz.total_served("MINURSO", personnel="officers", during="2014/.."))
    question = ("contributor", "status", "missions", "roles", "personnel", "during", "on")
    assert [row[name] for name in question] == ["KAZ", "served", "MINURSO", None, "officers", "2014/..", None]
    assert (row["low"], row["high"], row["answer"], row["assumes_serving_included"]) == (6, 45, "6–45", True)
    assert (row["start"], row["end"], row["reported_by"]) == ("2014", "2022-06-30", "2022-06-30")
    assert row["low_records"] == "6 service members serving in MINURSO, 2022-06-30"
    assert row["high_records"] == str(kz.DEPLOYMENTS[0])


def test_what_is_not_reported_is_not_zero():
    """A total that is not reported has no low, one without an upper bound has no high, and zero stays zero."""
    nobody = kz.Deployment(headcount=0, missions="UNIFIL", status="serving", period="2022-06-30")
    totals = [kz.total_served("MINUSCA"), kz.total_served(["UNIFIL", "MINUSCA"]), kz.total_serving(records=nobody)]
    bounds = [(row["low"], row["high"], row["answer"]) for row in to_rows(totals)]
    assert bounds == [(None, None, "not reported"), (520, None, "at least 520"), (0, 0, "0")]


def test_a_newer_snapshot_of_one_mission_leaves_the_other_unreported():
    """Missions without a snapshot on the date are in the row and in the table, with the date of their last one."""
    newer = kz.Deployment(headcount=7, missions="UNIFIL", status="serving", period="2023-01-31")
    total = kz.total_serving(records=[*kz.DEPLOYMENTS, newer])
    (row,) = to_rows(total)
    assert (row["answer"], row["unreported"]) == ("at least 7", "MINURSO (2022-06-30)")
    assert ["Not reported on that date (last reported)", "MINURSO (June 30, 2022)"] in page(total).rows
    never = attrs.evolve(total, unreported=((kz.UNOCI, None),))
    assert to_rows(never)[0]["unreported"] == "UNOCI (never)"
    assert "UNOCI (never)" in page(never).text


def test_each_key_of_the_totals_has_two_rows():
    """Totals by mission or by source have a row for who has served and one for who is serving."""
    totals = kz.totals_by_mission()
    pairs = [(acronym, status) for acronym in totals for status in ("served", "serving")]
    assert [(row["missions"], row["status"]) for row in to_rows(totals)] == pairs
    assert to_rows(totals["UNIFIL"]) == to_rows([totals["UNIFIL"].served, totals["UNIFIL"].serving])
    rows = to_rows(kz.totals_by_source(records=[*kz.DEPLOYMENTS, cited_at(None, publisher="Other")]))
    answers = [(row["publisher"], row["answer"]) for row in rows]
    assert answers == [("Kazinform", "520–565"), ("Kazinform", "15"), ("Other", "3"), ("Other", "not reported")]


def test_missions_can_have_a_row_each():
    """Exploded, each mission has a row, which says how many missions share the figure; no record is lost."""
    rows = to_rows([*kz.DEPLOYMENTS[:2], ANYONE], explode=True)
    assert [(row["mission"], row["missions_sharing_figure"], row["figure"]) for row in rows] == [
        *(("MINURSO", 3, 45), ("UNOCI", 3, 45), ("UNIFIL", 3, 45)),
        *(("UNIFIL", 1, 520), (None, 0, 158)),
    ]
    assert "missions" not in rows[0]
    assert to_rows(kz.MISSIONS, explode=True) == to_rows(kz.MISSIONS)


@pytest.mark.parametrize("things", EVERYTHING, ids=lambda things: type(things).__name__)
@pytest.mark.parametrize("explode", [False, True])
def test_rows_of_every_kind_are_plain(things, explode):
    """Rows of every kind are plain values in the same columns, and required ones have a value."""
    rows = to_rows(things, explode=explode)
    assert_plain(rows)
    tables = [columns_of(kind, explode=explode) for kind in COLUMNS]
    (columns,) = [columns for columns in tables if [column.name for column in columns] == list(rows[0])]
    assert not [column for column in columns if column.required and None in {row[column.name] for row in rows}]


def test_other_things_have_no_rows():
    """Things of different kinds, and anything else, are an error that names what came; nothing has no rows."""
    with pytest.raises(ValueError, match="things: expected things of one kind, got Mission and Deployment"):
        to_rows([kz.UNIFIL, kz.DEPLOYMENTS[0]])
    with pytest.raises(ValueError, match="one of Deployment, Mission, Proposal, Event, Total, got 'UNIFIL'"):
        to_rows("UNIFIL")
    assert to_rows([]) == to_rows({}) == to_rows(kz.timeline(start="2024")) == []


def test_a_mission_is_shown():
    """A mission is shown with its territories by name, and its mandate with links to the resolutions."""
    shown = page(kz.UNIFIL)
    assert shown.rows[:4] == [["Mission"], ["Acronym", "UNIFIL"], ["Name", kz.UNIFIL.name], ["Territories", "Lebanon"]]
    assert shown.rows[4][1].split("\n")[1:] == [
        *("Established by: ", "S/RES/425 (1978)", "S/RES/426 (1978)"),
        *("First day: March 19, 1978", "Last day: December 31, 2026", "Ended by: S/RES/2790 (2025)"),
    ]
    mandate = kz.UNIFIL.mandate
    assert shown.links == [citation.link for citation in (*mandate.established_by, mandate.ended_by)]
    assert page(kz.MONUSCO).rows[3] == ["Territories", "Democratic Republic of the Congo"]


def test_a_deployment_is_shown_with_its_words():
    """A statement is shown with a link to its words, and says that its missions have the figure jointly."""
    shown = page(kz.DEPLOYMENTS[0])
    assert shown.rows == [
        ["Deployment"],
        ["Headcount", "45"],
        ["Missions", "MINURSO, UNOCI, UNIFIL, jointly"],
        ["Status", "served"],
        ["Period", "2014 to June 30, 2022"],
        ["Roles", "military observer, staff officer"],
        ["Personnel", "officers"],
        ["Contributor", "Kazakhstan"],
        ["Source", OF_45],
    ]
    assert shown.links == [kz.DEPLOYMENTS[0].citation.link]
    assert ["Missions", "UNIFIL"] in page(kz.DEPLOYMENTS[1]).rows
    assert ["Missions", "any UN mission"] in page(ANYONE).rows
    for period, words in (("2018-03/..", "since March 2018"), ("../2022", "until 2022"), ("2014", "2014")):
        assert ["Period", words] in page(attrs.evolve(kz.DEPLOYMENTS[1], period=period)).rows


def test_a_proposal_is_shown_with_the_words_of_each_field():
    """A proposal is shown with all it says, each field with a link to its own words, once."""
    shown = page(kz.PROPOSAL)
    rows = dict(shown.rows[1:])
    assert rows["Headcount"] == "≈430\n“around 430 military servants”, Kazinform, para. 6, sentence 1"
    assert rows["Basis"].count("subparagraph 5 of Article 53") == 1
    assert "A legal framework is to be prepared for each operation." in rows["Conditions"]
    links = {citation.link for _, citation in kz.PROPOSAL.citations}
    links |= {condition.citation.link for condition in kz.PROPOSAL.conditions}
    assert links <= {*shown.links}


def test_a_total_is_shown_with_its_reasons():
    """A total is shown as question and answer, with the records that each bound rests on and links to their words."""
    shown = page(kz.total_served())
    rows = dict(shown.rows[1:])
    of_45 = f"{str(kz.DEPLOYMENTS[0]).replace('2014/2022-06-30', '2014 to June 30, 2022')}\n{OF_45}"
    of_520 = f"520 service members served in UNIFIL, 2018 to June 30, 2022\n{OF_520}"
    assert shown.rows[0] == ["How many different people have served?"]
    assert rows["Answer"] == f"520–565\n{ASSUMED}\n{OF_520}\n{OF_45}"
    assert (rows["Missions"], rows["Period"]) == ("MINURSO, UNOCI, UNIFIL", "2014 to June 30, 2022")
    assert (rows["Lower bound rests on"], rows["Upper bound rests on"]) == (of_520, f"\n{of_45}\n{of_520}")
    assert kz.DEPLOYMENTS[0].citation.link in shown.links


def test_a_total_is_shown_with_its_question():
    """Roles, personnel and days that were asked about are shown; where a bound rests on R3, the table says so."""
    asked = dict(page(kz.total_served("MINURSO", roles="troops", personnel="officers", during="2022")).rows[1:])
    question = ("Roles", "Personnel", "Period asked about")
    assert [asked[name] for name in question] == ["troops", "officers", "2022"]
    assert dict(page(kz.total_serving(on="2022-06")).rows[1:])["Date asked about"] == "June 2022"
    assert ASSUMED in dict(page(kz.total_served("MINURSO")).rows[1:])["Answer"]


def test_totals_side_by_side_are_shown():
    """The totals by mission or source are a row each, with links, and a warning that they do not add up."""
    shown = page(kz.totals_by_mission())
    assert "do not add up" in shown.rows[0][0]
    assert shown.rows[1:] == [
        ["Mission", "Served", "Serving", "Serving as of"],
        ["MINURSO", f"6–45\n{ASSUMED}\n{OF_SERVING}\n{OF_45}", f"6\n{OF_SERVING}", "June 30, 2022"],
        ["UNOCI", f"1–45\n{OF_45}", "not reported", "June 30, 2022"],
        ["UNIFIL", f"520–565\n{ASSUMED}\n{OF_520}\n{OF_45}", f"9\n{OF_SERVING}", "June 30, 2022"],
    ]
    assert kz.DEPLOYMENTS[0].citation.link in shown.links
    row = dict(zip(*page(kz.totals_by_source()).rows[1:], strict=True))
    assert (row["Serving in"], row["Serving as of"]) == ("MINURSO, UNIFIL", "June 30, 2022")
    assert dict(page(kz.totals_by_mission()["UNOCI"]).rows[1:])["Served in"] == "UNOCI"


def test_several_are_shown_as_one_table():
    """Missions, records, totals and events are a row each, under headings that say what they head."""
    shown = page(kz.DEPLOYMENTS)
    assert shown.rows[0] == ["Deployments"]
    assert shown.rows[3][:3] == ["UNIFIL", "520", "service members"]
    assert page(kz.DEPLOYMENTS[::-1]).rows[1] == shown.rows[1]
    assert shown.headings == ["col"] * len(shown.rows[1]) + ["row"] * 4
    assert [row[0] for row in page(kz.MISSIONS).rows[2:]] == [mission.acronym for mission in kz.MISSIONS]
    assert page(kz.timeline()).rows[1:3] == [
        ["Date", "What", "Source"],
        ["2014", str(kz.DEPLOYMENTS[0]).replace("2014/2022-06-30", "2014 to June 30, 2022"), OF_45],
    ]
    (row,) = page(kz.serving_over_time()).rows[2:]
    assert row[:3] == ["June 30, 2022", "serving", f"15\n{OF_SERVING}"]
    assert page(kz.timeline(start="2024")).rows == [["Timeline: 0 of 0"]]


def test_a_long_listing_is_cut_in_a_notebook_only():
    """A notebook shows the first sixty of many and says so; `to_html` has them all."""
    many = Listing(kz.DEPLOYMENTS[1:2] * 100)
    assert page(many).rows[0] == ["Deployments: 60 of 100"]
    assert len(page(many).rows) == 62
    assert len(Page(to_html(many)).rows) == 102


def test_a_listing_is_a_tuple_with_a_line_each():
    """A listing equals the tuple, prints a line for each item (a total with its date), is brief in a signature."""
    assert tuple(kz.DEPLOYMENTS) == kz.DEPLOYMENTS
    assert repr(kz.DEPLOYMENTS[1:]) == "<3 deployments>"
    assert f"{kz.MISSIONS[:1]:>10}" == "   MINURSO"
    assert str(kz.serving_over_time()) == "2022-06-30: 15"
    assert pickle.loads(pickle.dumps(kz.DEPLOYMENTS)) == kz.DEPLOYMENTS
    assert str(kz.MISSIONS).splitlines() == [mission.acronym for mission in kz.MISSIONS]
    assert list(map(repr, (kz.MISSIONS[:1], Listing()))) == ["<1 mission>", "<0 items>"]
    printed = []  # what IPython shows in a terminal
    kz.MISSIONS[:2]._repr_pretty_(SimpleNamespace(text=printed.append), _cycle=False)
    assert printed == ["MINURSO\nUNOCI"]


def test_what_looks_like_html_is_shown_not_run():
    """A mission named <script> is shown under that name."""
    evil = kz.Mission(acronym="<script>", name='{"><img src=x onerror=alert(1)>', territories="LB")
    record = kz.Deployment(headcount=3, missions=evil, status="served", period="2014")
    totals = kz.totals_by_mission(records=record)
    for thing in (evil, record, totals["<script>"].served, totals, kz.timeline(records=record)):
        for html in (thing._repr_html_(), to_html(thing, "ru")):
            assert "<script>" in Page(html).text
            assert "<script" not in html
    assert evil.name in page(evil).text


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<script>", "java\nscript:alert(1)", "//a"]
)
def test_only_web_addresses_become_links(address):
    """An address that would do anything but open a page is not a link; its words are shown."""
    record = cited_at(address)
    for thing in (record, record.citation, record.citation.source):
        assert not page(thing).links
    assert "“three”" in page(record).text


@given(texts, texts)
def test_whatever_text_is_escaped(text, address):
    """Whatever a source says, the display has only tables and links, and its text is there."""
    record = cited_at(f"https://a.kz/{address}", publisher=text, title=text)
    for thing in (record, record.citation, kz.timeline(records=record)):
        assert "three" in page(thing).text
    assert page(record).links == [record.citation.link]


@pytest.mark.parametrize("locale", ["en", "ru", "kk"])
@pytest.mark.parametrize("thing", SHOWN, ids=lambda thing: type(thing).__name__)
def test_every_table_is_there_in_each_language(thing, locale):
    """`to_html` has the rows and links of the notebook's table, in the language and marked as such."""
    html = to_html(thing, locale)
    assert html.startswith(f'<table lang="{locale}">')
    assert Page(html).links == page(thing).links
    assert len(Page(html).rows) == len(page(thing).rows)
    assert "{" not in html


def test_other_languages_have_their_own_words():
    """Values are in the language, several things in a list are one table, and anything else is an error."""
    cells = {cell for row in Page(to_html(kz.UNIFIL, "ru")).rows for cell in row}
    assert {"Ливан", "Временные силы Организации Объединенных Наций в Ливане"} <= cells
    assert "шілде" in to_html(kz.MONUSCO, "kk")
    assert '«<span lang="en">Since 2014, 45 Kazakh officers</span>»' in to_html(list(kz.DEPLOYMENTS), "ru")
    assert to_html(kz.Role.STAFF_OFFICER, "ru") == '<span lang="ru">штабные офицеры</span>'
    with pytest.raises(ValueError, match=r"^thing: expected an object that has a table, such as a Deployment, got 5"):
        to_html([kz.UNIFIL, 5])
