"""Rows of plain values, and what a notebook shows."""

import csv
import io
import sys
from datetime import date
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import deployments

import kzpeace as kz
from kzpeace._checks import short_repr
from kzpeace.columns import COLUMNS, citation_columns, columns_of, date_columns, period_columns, plain, resolutions
from kzpeace.tables import html_of, html_table, lines, listed, to_pandas, to_rows

EVERYTHING = [
    kz.DEPLOYMENTS,
    kz.MISSIONS,
    kz.PROPOSAL,
    kz.timeline(mandates=True),
    [kz.total_served(), kz.total_serving(), kz.total_served("MINUSCA")],
    kz.totals_by_mission(),
]
"""Things of every kind that rows are made of."""

SHOWN = [
    *kz.MISSIONS,
    *kz.DEPLOYMENTS,
    kz.PROPOSAL,
    kz.CONSTITUTIONAL_BASIS,
    kz.total_served(),
    kz.total_served("MINUSCA"),
    kz.timeline(mandates=True),
    kz.timeline(start="2024"),
    kz.totals_by_mission(),
]
"""Things of every kind that a notebook shows."""

THE_45 = "45 officers (military observer, staff officer) served in MINURSO, UNOCI, UNIFIL, 2014/2022-06-30"
OF_45 = "“Since 2014, 45 Kazakh officers”, Kazinform, para. 2, sentence 2"
OF_520 = "“Since 2018, 520 Kazakhstani military servants”, Kazinform, para. 2, sentence 3"
OF_SERVING = "“Six and nine Kazakh militaries are serving”, Kazinform, para. 2, sentence 4"
"""The words of the article's statements and where they are, as they are shown."""

# What a person may type: no space around it, and with a letter, as a quote has at least one word.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: f"x{text}x")


def cited_at(address, **parts):
    """A record whose source has this address."""
    source = kz.Source(**{"publisher": "A", "title": "T", "date": "2022", "language": "en"} | parts, address=address)
    citation = kz.Citation(source, paragraph=1, quote="three")
    return kz.Deployment(headcount=3, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014", citation=citation)


class Page(HTMLParser):
    """What a browser makes of HTML: the elements, their attributes and the text."""

    def __init__(self, html):
        """Read a page."""
        super().__init__()
        self.elements, self.open, self.text, self.links = set(), [], "", []
        self.attributes, self.rows = set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        """An element begins."""
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]
        if tag in {"caption", "tr"}:
            self.rows.append([])
        if tag in {"caption", "th", "td"}:
            self.rows[-1].append("")
        if tag in {"br", "li"}:
            self.rows[-1][-1] += "\n"
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        """An element ends: the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Text, which outside of cells is the space between them."""
        self.text += data
        if {"caption", "th", "td"} & {*self.open}:
            self.rows[-1][-1] += data
        else:
            assert not data.strip()


def page(thing):
    """What a browser makes of a display, which is tables and links and nothing else."""
    found = Page(html_of(thing))
    assert not found.open
    assert found.elements <= {"table", "caption", "tr", "th", "td", "ul", "li", "br", "a"}
    assert found.attributes <= {"style", "scope", "href", "target", "rel"}
    return found


def written_and_read(rows):
    """The rows after a round trip through CSV, where everything is text."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


def assert_plain(rows):
    """All rows have the same columns, flat plain values in them, and the same in CSV."""
    for row in rows:
        assert row.keys() == rows[0].keys()
        assert {type(value) for value in row.values()} <= {str, int, bool, date, type(None)}
        assert "" not in row.values()
    as_text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
    assert written_and_read(rows) == as_text


def told(columns, thing):
    """What columns say of themselves, and what they hold of a thing."""
    return [
        (column.name, column.kind, column.required, column.description, plain(column.get(thing))) for column in columns
    ]


def test_a_period_is_four_columns():
    """A period stands in a table as its ends are stated and as the days they may mean, and each column says which."""
    assert told(period_columns("the stay"), kz.DEPLOYMENTS[0]) == [
        ("start", str, False, "The start of the stay as stated, in EDTF; empty where it is open.", "2014"),
        ("end", str, False, "The end of the stay as stated, in EDTF; empty where it is open.", "2022-06-30"),
        ("start_earliest", date, False, "The first day that the start may mean.", date(2014, 1, 1)),
        ("end_latest", date, False, "The last day that the end may mean.", date(2022, 6, 30)),
    ]


@pytest.mark.parametrize(("required", "wanted"), [({}, False), ({"required": True}, True)])
def test_a_date_is_three_columns(required, wanted):
    """A date stands in a table as it is stated and as the days it may mean; all three are required, or none."""
    event = kz.timeline()[0]
    assert told(date_columns("began", "when", "When it began", **required), event) == [
        ("began", str, wanted, "When it began, in EDTF.", "2014"),
        ("began_earliest", date, wanted, "The first day that began may mean.", date(2014, 1, 1)),
        ("began_latest", date, wanted, "The last day that began may mean.", date(2014, 12, 31)),
    ]


def test_a_citation_is_four_columns():
    """A citation stands in a table as document, place, words and link; where there is none, or a part is not, None."""
    record = cited_at(None)
    assert told(citation_columns(lambda record: record.citation), record) == [
        ("source", str, False, "The document that says so: publisher, title and date.", "A, “T”, 2022"),
        ("locator", str, False, "The place in the document.", "para. 1"),
        ("quote", str, False, "The document's words, at most eight.", "three"),
        ("citation_url", str, False, "An address that opens the document at those words.", None),
    ]
    cited = told(citation_columns(lambda record: record.citation), kz.DEPLOYMENTS[0])
    assert cited[-1][-1] == kz.DEPLOYMENTS[0].citation.link
    of_document = attrs.evolve(record, citation=kz.Citation(record.citation.source))
    for thing in (of_document, attrs.evolve(record, citation=None)):
        assert [value for *_, value in told(citation_columns(lambda each: each.citation), thing)][1:] == [None] * 3


def test_resolutions_are_several_in_one_value():
    """Each resolution's title is in the value, and each address that there is; without a mandate there are none."""
    source = kz.Source(publisher="UN", title="S/RES/1 (2030)", date="2030", language="en")
    mandate = kz.Mandate(established_by=[*kz.UNIFIL.mandate.established_by, kz.Citation(source)], first_day="2030")
    mission = attrs.evolve(kz.UNIFIL, mandate=mandate)
    titles, links = (resolutions("mandate.established_by", part) for part in ("source.title", "link"))
    assert titles(mission) == ("S/RES/425 (1978)", "S/RES/426 (1978)", "S/RES/1 (2030)")
    assert links(mission) == tuple(citation.link for citation in kz.UNIFIL.mandate.established_by)
    assert titles(attrs.evolve(mission, mandate=None)) == ()


def test_a_deployment_is_a_row():
    """A statement has its figure, bounds, dates as stated and as days, and the words that state it."""
    assert to_rows(kz.DEPLOYMENTS[0]) == [
        {
            "contributor": "KAZ",
            "missions": "MINURSO; UNOCI; UNIFIL",
            "status": "served",
            "figure": 45,
            "precision": "exact",
            "headcount_low": 45,
            "headcount_high": 45,
            "start": "2014",
            "end": "2022-06-30",
            "start_earliest": date(2014, 1, 1),
            "end_latest": date(2022, 6, 30),
            "roles": "military observer; staff officer",
            "personnel": "officers",
            "source": str(kz.ARTICLE),
            "locator": "para. 2, sentence 2",
            "quote": "Since 2014, 45 Kazakh officers",
            "citation_url": kz.DEPLOYMENTS[0].citation.link,
        }
    ]


def test_a_proposal_is_a_row():
    """An approximate figure has no bounds, and the missions of the expansion stay apart from those of the figure."""
    (row,) = to_rows(kz.PROPOSAL)
    assert (row["figure"], row["precision"], row["headcount_low"], row["headcount_high"]) == (
        *(430, "approximate"),
        *(None, None),
    )
    assert row["missions"] == "MINUSCA; MONUSCO; MINUSMA; UNIFIL"
    assert row["expansion"] == "MINUSCA; MONUSCO; MINUSMA"
    assert row["units"] == "infantry; medical; reconnaissance; engineer; military police"
    assert row["basis"].endswith("Art. 53(5)")
    assert (row["outcome"], row["decided"], row["quote"]) == ("backed", "2022-06-30", "around 430 military servants")


def test_a_mission_is_a_row():
    """A mission has its resolutions and the days of its mandate, and one without a mandate has none."""
    unifil, untso = to_rows([kz.UNIFIL, kz.Mission(acronym="UNTSO", name="Truce", territories=["EG", "IL"])])
    assert unifil["established_by"] == "S/RES/425 (1978); S/RES/426 (1978)"
    assert unifil["established_by_urls"].split("; ") == [each.link for each in kz.UNIFIL.mandate.established_by]
    assert (unifil["last_day_latest"], unifil["ended_by"]) == (date(2026, 12, 31), "S/RES/2790 (2025)")
    assert untso["territories"] == "EG; IL"
    assert {untso[name] for name in untso if name not in {"acronym", "name", "territories"}} == {None}


def test_a_resolution_without_an_address_has_none():
    """A resolution that has no address leaves no gap among those that have."""
    source = kz.Source(publisher="UN", title="S/RES/1 (2030)", date="2030", language="en")
    mandate = kz.Mandate(established_by=[kz.Citation(source)], first_day="2030")
    (row,) = to_rows(kz.Mission(acronym="A", name="A", territories="LB", mandate=mandate))
    assert (row["established_by"], row["established_by_urls"]) == ("S/RES/1 (2030)", None)


def test_an_event_is_a_row():
    """An event has its date as stated and the days that may be meant, and what happened without the date."""
    row = to_rows(kz.timeline())[0]
    assert (row["date"], row["date_earliest"], row["date_latest"]) == ("2014", date(2014, 1, 1), date(2014, 12, 31))
    assert row["what"] == THE_45
    assert (row["kind"], row["planned"]) == ("served", False)


def test_a_total_is_a_row():
    """A total has its bounds, the answer in words, the question, and the records that each bound rests on."""
    (row,) = to_rows(kz.total_served("MINURSO"))
    assert (row["status"], row["missions"], row["low"], row["high"], row["answer"]) == (
        "served",
        "MINURSO",
        6,
        45,
        "6–45",
    )
    assert (row["start"], row["end"], row["reported_by"]) == ("2014", "2022-06-30", "2022-06-30")
    assert row["low_records"] == "6 service members serving in MINURSO, 2022-06-30"
    assert row["high_records"] == THE_45


def test_what_is_not_reported_is_not_zero():
    """A total that is not reported has no low, one with no upper bound has no high, and zero stays zero."""
    nobody = kz.Deployment(headcount=0, missions=kz.UNIFIL, status=kz.Status.SERVING, period="2022-06-30")
    bounds = [
        (row["low"], row["high"], row["answer"])
        for row in to_rows(
            [
                kz.total_served("MINUSCA"),
                kz.total_served(["UNIFIL", "MINUSCA"]),
                kz.total_serving(records=[nobody]),
            ]
        )
    ]
    assert bounds == [(None, None, "not reported"), (520, None, "at least 520"), (0, 0, "0")]


def test_each_mission_of_the_totals_has_two_rows():
    """The totals by mission have a row for who has served and one for who is serving; one mission's alone too."""
    totals = kz.totals_by_mission()
    assert [(row["missions"], row["status"]) for row in to_rows(totals)] == [
        (acronym, status) for acronym in totals for status in ("served", "serving")
    ]
    assert to_rows(totals["UNIFIL"]) == to_rows([totals["UNIFIL"].served, totals["UNIFIL"].serving])


def test_missions_can_have_a_row_each():
    """Exploded, each mission has a row, which says how many missions share the figure."""
    rows = to_rows(kz.DEPLOYMENTS[:2], explode=True)
    assert [(row["mission"], row["missions_sharing_figure"], row["figure"]) for row in rows] == [
        ("MINURSO", 3, 45),
        ("UNOCI", 3, 45),
        ("UNIFIL", 3, 45),
        ("UNIFIL", 1, 520),
    ]
    assert "missions" not in rows[0]
    assert list(rows[0]) == [column.name for column in columns_of(kz.Deployment, explode=True)]


def test_missions_have_a_row_each_in_any_case():
    """Missions are the same rows exploded."""
    assert to_rows(kz.MISSIONS, explode=True) == to_rows(kz.MISSIONS)


@pytest.mark.parametrize("things", EVERYTHING, ids=lambda things: type(things).__name__)
@pytest.mark.parametrize("explode", [False, True])
def test_rows_of_every_kind_are_plain(things, explode):
    """Rows of every kind are plain values in the same columns, and those that are required have one."""
    rows = to_rows(things, explode=explode)
    assert_plain(rows)
    tables = [columns_of(kind, explode=explode) for kind in COLUMNS]
    (columns,) = [columns for columns in tables if [column.name for column in columns] == list(rows[0])]
    for column in columns:
        values = {row[column.name] for row in rows}
        assert not (column.required and None in values), column
        assert all(value is None or not column.choices or value in column.choices for value in values), column


@given(st.lists(deployments, min_size=1), st.booleans())
def test_rows_survive_csv(records, explode):
    """Whatever the records, their rows are plain and the same after a round trip through CSV."""
    rows = to_rows(records, explode=explode)
    assert_plain(rows)
    assert len(rows) == (sum(len(record.missions) for record in records) if explode else len(records))


@given(texts)
def test_text_survives_csv(text):
    """Whatever a mission is called, its row is the same after a round trip through CSV."""
    (row,) = to_rows(kz.Mission(acronym=text, name=text, territories="LB"))
    assert row["acronym"] == row["name"] == text
    assert written_and_read([row])[0]["name"] == text


@pytest.mark.parametrize("nothing", [[], (), {}, kz.timeline(start="2024")])
def test_nothing_has_no_rows(nothing):
    """Of nothing there are no rows."""
    assert to_rows(nothing) == []
    assert to_rows(nothing, explode=True) == []


def test_one_and_several_are_taken():
    """One thing is a row as several are, and things are taken from an iterator too."""
    assert to_rows(kz.UNIFIL) == to_rows([kz.UNIFIL]) == to_rows(iter([kz.UNIFIL]))


@pytest.mark.parametrize(
    ("things", "message"),
    [
        ([kz.UNIFIL, *kz.DEPLOYMENTS], "things: expected things of one kind, got Mission and Deployment"),
        ("UNIFIL", "things: expected each to be one of Deployment, Mission, Proposal, Event, Total, got 'UNIFIL'"),
        ([kz.ARTICLE], "things: expected each to be one of .* got Source"),
        (None, "things: expected each to be one of .* got None"),
        ({"UNIFIL": 9}, "things: expected each to be one of .* got 9"),
    ],
)
def test_other_things_are_refused(things, message):
    """Things of several kinds, and what is none of them, are refused with what came."""
    with pytest.raises(ValueError, match=message):
        to_rows(things)


def test_without_pandas_the_command_is_told(monkeypatch):
    """Where pandas is not installed, the error has the command that installs it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r'pandas is not installed: .* python -m pip install "kzpeace\[pandas\]"'):
        to_pandas(kz.DEPLOYMENTS)


@pytest.mark.parametrize("thing", SHOWN, ids=lambda thing: type(thing).__name__)
def test_every_display_is_well_formed(thing):
    """Every display is well-formed, of tables and links only, and leaves colours to the notebook's theme."""
    short_repr = page(thing)
    assert all(link.startswith("https://") for link in short_repr.links)
    assert "color" not in html_of(thing)
    assert "background" not in html_of(thing)


def test_a_display_is_this_html():
    """A display is a table of left-aligned cells, with headings of columns and rows that a screen reader knows."""
    cell = "text-align: left; vertical-align: top; padding: 0.5em"
    assert html_table("A & B", [("<b>1</b>", "2", "3")], heads=("x", "y", "z")) == (
        f'<table>\n<caption style="{cell}; font-weight: bold">A &amp; B</caption>\n'
        f'<tr><th scope="col" style="{cell}">x</th><th scope="col" style="{cell}">y</th>'
        f'<th scope="col" style="{cell}">z</th></tr>\n'
        f'<tr><th scope="row" style="{cell}; white-space: nowrap"><b>1</b></th>'
        f'<td style="{cell}">2</td><td style="{cell}">3</td></tr>\n</table>'
    )


@pytest.mark.parametrize(
    ("parts", "html"),
    [
        ([], ""),
        (["1"], "1"),
        (["1", "2"], '<ul style="margin: 0; padding-left: 1.2em"><li>1</li><li>2</li></ul>'),
    ],
)
def test_several_are_a_list(parts, html):
    """Two and more are a list, and one is only itself."""
    assert listed(parts) == html


def test_what_belongs_together_is_in_lines():
    """A value and its words are one below the other, and what is not there leaves no line."""
    assert lines("1", "", "2") == "1<br>2"


def test_a_mission_is_shown_with_its_mandate():
    """A mission is shown with its name, territories, and the days of its mandate with links to the resolutions."""
    short_repr = page(kz.UNIFIL)
    assert short_repr.rows == [
        ["Mission"],
        ["Acronym", "UNIFIL"],
        ["Name", kz.UNIFIL.name],
        ["Territories", "LB"],
        ["Mandate established by", "\nS/RES/425 (1978)\nS/RES/426 (1978)"],
        ["Mandate first day", "1978-03-19"],
        ["Mandate last day", "2026-12-31"],
        ["Mandate ended by", "S/RES/2790 (2025)"],
    ]
    assert short_repr.links == [
        citation.link for citation in (*kz.UNIFIL.mandate.established_by, kz.UNIFIL.mandate.ended_by)
    ]


def test_a_deployment_is_shown_with_its_words():
    """A statement is shown with a link to its words, and says where its missions have the figure jointly."""
    short_repr = page(kz.DEPLOYMENTS[0])
    assert short_repr.rows == [
        ["Deployment"],
        ["Headcount", "45"],
        ["Missions, jointly", "MINURSO; UNOCI; UNIFIL"],
        ["Status", "served"],
        ["Period", "2014/2022-06-30"],
        ["Roles", "military observer; staff officer"],
        ["Personnel", "officers"],
        ["Citation", OF_45],
    ]
    assert short_repr.links == [kz.DEPLOYMENTS[0].citation.link]
    two, one = (attrs.evolve(kz.DEPLOYMENTS[0], missions=kz.MISSIONS[:count]) for count in (2, 1))
    assert page(two).rows[2] == ["Missions, jointly", "MINURSO; UNOCI"]
    assert page(one).rows[2] == ["Missions", "MINURSO"]


def test_a_proposal_is_shown_with_the_words_of_each_field():
    """A proposal is shown with all it says, each field with a link to its own words."""
    short_repr = page(kz.PROPOSAL)
    for text in ("≈430", "A legal framework is to be prepared for each operation.", "Art. 53(5)"):
        assert text in short_repr.text
    assert [row[0] for row in short_repr.rows] == [
        *("Proposal", "Date", "Missions, jointly", "Headcount", "Personnel", "Proposer", "Presenter", "Forum", "Place"),
        *("Expansion", "Individuals", "Roles", "Units", "Basis", "Outcome", "Decided"),
        *("Background", "Assessments", "Reasons", "Expected benefits", "Conditions"),
    ]
    links = {citation.link for _, citation in kz.PROPOSAL.citations}
    links |= {condition.citation.link for condition in kz.PROPOSAL.conditions}
    assert links <= set(short_repr.links)


def test_a_constitutional_basis_is_shown():
    """A provision is shown with its constitution, what it empowers to do, and where it is named."""
    short_repr = page(kz.CONSTITUTIONAL_BASIS)
    assert short_repr.rows == [
        ["Constitutional basis"],
        ["Country", "KZ"],
        ["Constitution", kz.CONSTITUTIONAL_BASIS.constitution],
        ["Adopted", "1995-08-30"],
        ["Article", "53"],
        ["Subparagraph", "5"],
        ["Empowers", kz.CONSTITUTIONAL_BASIS.empowers],
        ["Citation", "“subparagraph 5 of Article 53”, Kazinform, para. 6, sentence 1"],
        ["Document", str(kz.CONSTITUTIONAL_BASIS.document)],
    ]
    assert short_repr.links == [kz.CONSTITUTIONAL_BASIS.citation.link]


def test_a_total_is_shown_with_its_reasons():
    """A total is shown as question and answer, with the records that each bound rests on and links to their words."""
    short_repr = page(kz.total_served())
    of_520 = f"520 service members served in UNIFIL, 2018/2022-06-30\n{OF_520}"
    assert short_repr.rows == [
        ["How many different people have served in MINURSO, UNOCI, UNIFIL?"],
        ["Answer", "520–565"],
        ["When", "2014/2022-06-30"],
        ["As of", "2022-06-30"],
        ["No fewer than 520, by", of_520],
        [
            "No more than 565, by",
            f"\n{THE_45}\n{OF_45}\n{of_520}",
        ],
    ]
    low, high = (kz.DEPLOYMENTS[index].citation.link for index in (1, 0))
    assert short_repr.links == [low, high, low]


def test_a_total_without_bounds_says_so():
    """A total that is not reported is shown as that: no zero, no record, and no upper bound."""
    short_repr = page(kz.total_served("MINUSCA"))
    assert short_repr.rows == [
        ["How many different people have served in MINUSCA?"],
        ["Answer", "not reported"],
        ["As of", "2022-06-30"],
        ["No more than", "no upper bound is known"],
    ]
    assert not short_repr.links


def test_a_total_that_no_date_is_known_for_shows_none():
    """A total whose records have no date of report says nothing of one."""
    record = kz.Deployment(headcount=3, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014/..")
    assert "As of" not in page(kz.total_served(records=[record])).text


def test_the_totals_by_mission_are_shown():
    """The totals by mission are a row each, with links to the words, and a warning that they do not add up."""
    short_repr = page(kz.totals_by_mission())
    assert short_repr.rows == [
        ["How many different people; the same may have served in several missions, so these do not add up"],
        ["Mission", "Have served", "Are serving"],
        ["MINURSO", f"6–45\n{OF_SERVING}\n{OF_45}", f"6\n{OF_SERVING}"],
        ["UNOCI", f"1–45\n{OF_45}", "not reported"],
        ["UNIFIL", f"520–565\n{OF_520}\n{OF_45}", f"9\n{OF_SERVING}"],
    ]
    assert kz.DEPLOYMENTS[0].citation.link in short_repr.links


def test_a_timeline_is_shown():
    """A timeline is a row for each event, with links, and says where there are none."""
    short_repr = page(kz.timeline())
    assert short_repr.rows[:3] == [
        ["Timeline"],
        ["Date", "What", "Source"],
        [
            "2014",
            THE_45,
            OF_45,
        ],
    ]
    assert [row[0] for row in short_repr.rows[2:]] == ["2014", "2018", *["2022-06-30"] * 4]
    assert short_repr.links == [event.citation.link for event in kz.timeline()]
    assert page(kz.timeline(start="2024")).rows[0] == ["Timeline: no events"]


def test_an_event_without_a_citation_is_shown():
    """What no source is named for has an empty cell."""
    record = kz.Deployment(headcount=3, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014")
    (*_, row) = page(kz.timeline(records=[record], proposals=[])).rows
    assert row == ["2014", "3 service members served in UNIFIL, 2014", ""]


def test_a_document_is_shown_with_a_link():
    """A document that has an address is a link to it."""
    basis = kz.ConstitutionalBasis(
        country="KZ", constitution="C", adopted="1995", article=1, document=cited_at("https://a.kz/c").citation.source
    )
    short_repr = page(basis)
    assert short_repr.links == ["https://a.kz/c"]
    assert short_repr.rows[-1] == ["Document", "A, “T”, 2022"]


def test_what_looks_like_html_is_shown_not_run():
    """A mission named <script> is shown under that name."""
    evil = kz.Mission(acronym="<script>", name='"><img src=x onerror=alert(1)>', territories="LB")
    record = kz.Deployment(headcount=3, missions=evil, status=kz.Status.SERVED, period="2014")
    totals = kz.totals_by_mission(records=[record])
    for thing in (evil, record, totals["<script>"].served, totals, kz.timeline(records=[record], proposals=[])):
        assert "<script>" in page(thing).text
        assert "<script" not in html_of(thing)
    assert evil.name in page(evil).text


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<script>", "java\nscript:alert(1)", "//a"]
)
def test_only_web_addresses_become_links(address):
    """An address that would do anything but open a page is not made a link; its words are shown."""
    short_repr = page(cited_at(address))
    assert not short_repr.links
    assert "“three”" in short_repr.text


def test_an_address_without_encryption_is_a_link_too():
    """An address of a page is a link, whether its connection is encrypted or not."""
    assert page(cited_at("http://a.kz/c")).links == ["http://a.kz/c#:~:text=three"]


def test_web_addresses_cannot_leave_their_attribute():
    """Quotation marks in an address stay in it."""
    address = 'HTTPS://a.kz/"onmouseover="alert(1)&<b>'
    assert page(cited_at(address)).links == [f"{address}#:~:text=three"]


@given(texts, texts)
def test_whatever_text_is_escaped(text, address):
    """Whatever a source says, the display is of tables and links only, and its text is there."""
    record = cited_at(f"https://a.kz/{address}", publisher=text, title=text)
    basis = kz.ConstitutionalBasis(country="KZ", constitution=text, adopted="1995", article=1, citation=record.citation)
    for thing in (record, basis, kz.timeline(records=[record], proposals=[])):
        assert "“three”" in page(thing).text
    assert len(page(record).links) == 1


def test_a_total_without_records_is_shown():
    """A total that a reader made without records is shown too."""
    total = attrs.evolve(kz.total_served(), low_records=(), high_records=())
    assert "No fewer than 520, by" in page(total).text
    assert not page(total).links


@pytest.mark.parametrize("thing", [None, "UNIFIL", kz.ARTICLE, kz.DEPLOYMENTS, {"UNIFIL": 9}])
def test_other_things_have_no_display(thing):
    """What has no display of its own is refused with what there is one for."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is checked whole
        html_of(thing)
    assert str(caught.value) == (
        "html_of: expected a Mission, Deployment, Proposal, ConstitutionalBasis, Total, Timeline or what "
        f"totals_by_mission returns, got {short_repr(thing)}"
    )


@pytest.mark.parametrize(
    "thing",
    [
        *(kz.UNIFIL, kz.DEPLOYMENTS[0], kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS),
        *(kz.total_served(), kz.timeline(), kz.totals_by_mission()),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_a_notebook_shows_the_table_and_a_terminal_the_text(thing):
    """What a notebook asks for is the table; the text of a thing stays plain."""
    assert thing._repr_html_() == html_of(thing)
    assert "<" not in str(thing)
