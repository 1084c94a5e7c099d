"""What happened, when, to which missions and on whose word, in order."""

from datetime import date

import attrs
import pytest

import kzpeace as kz

REPORT = kz.Source(publisher="Ministry of Defence", title="A report", date="2023-03-31", language="en")
UNAMID = kz.Mission(acronym="UNAMID")


def whens(timeline):
    """Return the dates of a timeline, as text."""
    return [str(event.when) for event in timeline]


def record(period, missions=kz.UNIFIL, status=kz.Status.SERVED, **known):
    """Return a record of a reader's own."""
    return kz.Deployment(headcount=12, missions=missions, status=status, period=period, **known)


def mission_with(first_day, last_day=None):
    """Return a mission with a mandate of these days."""
    mandate = kz.Mandate(established_by=kz.Citation(REPORT), first_day=first_day, last_day=last_day)
    return kz.Mission(acronym="UNEF", name="A force", territories="EG", mandate=mandate)


def test_the_article_has_six_events():
    """The article's timeline has who served and serves, the proposal and its outcome, each with its citation."""
    timeline = kz.timeline()
    proposal = str(kz.PROPOSAL)
    assert str(timeline).splitlines() == [
        f"2014: {kz.DEPLOYMENTS[0]}",
        f"2018: {kz.DEPLOYMENTS[1]}",
        f"2022-06-30: {kz.DEPLOYMENTS[2]}",
        f"2022-06-30: {kz.DEPLOYMENTS[3]}",
        f"2022-06-30: {proposal}",
        f"2022-06-30: backed by Parliament: {proposal}",
    ]
    assert [event.kind.name for event in timeline] == [*["SERVED"] * 2, *["SERVING"] * 2, "PROPOSED", "DECIDED"]
    assert [event.subject for event in timeline] == [*kz.DEPLOYMENTS, kz.PROPOSAL, kz.PROPOSAL]
    assert [event.citation for event in timeline[:4]] == [each.citation for each in kz.DEPLOYMENTS]
    assert [event.citation for event in timeline[4:]] == [kz.PROPOSAL.cited("presenter"), kz.PROPOSAL.cited("outcome")]


def test_mandates_add_the_first_and_last_days():
    """With mandates, the missions' first and last days are there too, on the word of the United Nations."""
    timeline = kz.timeline(mandates=True)
    added = [event for event in timeline if isinstance(event.subject, kz.Mission)]
    assert [event for event in timeline if event not in added] == list(kz.timeline())
    assert [str(event).split(":")[0] for event in added] == [
        *("1978-03-19", "1991-04-29", "2004-04-04", "2010-07-01", "2013-04-25", "2014-04-10"),
        *("2017-06-30", "2023-06-30", "2026-12-31"),
    ]
    assert list(map(str, added[5:7])) == ["2014-04-10: mandate began, MINUSCA", "2017-06-30: mandate ended, UNOCI"]
    assert {event.citation.source.publisher for event in added} == {"United Nations Security Council"}


@pytest.mark.parametrize(
    ("days", "planned"),
    [
        (("1974", "9999-12-31"), [False, True]),
        (("1974", "9999"), [False, True]),
        (("1974", "1999"), [False, False]),
        (("1974", date.today()), [False, False]),
        (("9999-01-01",), [True]),
    ],
)
def test_a_day_still_to_come_is_planned(days, planned):
    """A mandate's first or last day is planned while it is still to come; a mandate without a last day only begins."""
    timeline = kz.timeline(mission_with(*days), records=[], mandates=True)
    assert [event.planned for event in timeline] == planned
    assert ["(planned)" in str(event) for event in timeline] == planned


def test_a_mission_whose_mandate_is_not_known_has_no_days():
    """Where no mandate is known nothing is added, and other missions' days are there nonetheless."""
    timeline = kz.timeline(records=record("2022", [UNAMID, kz.UNOCI]), mandates=True)
    assert whens(timeline) == ["2004-04-04", "2017-06-30", "2022"]


@pytest.mark.parametrize(
    ("missions", "dates"),
    [
        ("UNIFIL", ["2014", "2018", "2022-06-30", "2022-06-30", "2022-06-30"]),
        (kz.MINURSO, ["2014", "2022-06-30"]),
        ("Côte d'Ivoire", ["2014"]),
        (["UNOCI", kz.MINUSMA], ["2014", "2022-06-30", "2022-06-30"]),
        (attrs.evolve(kz.MINUSCA), ["2022-06-30", "2022-06-30"]),
        (mission_with("1974"), []),
    ],
)
def test_a_timeline_is_of_the_missions_asked_about(missions, dates):
    """Asked about missions, the timeline keeps what concerns at least one of them."""
    assert whens(kz.timeline(missions)) == dates


def test_a_record_that_names_no_mission_is_kept_for_every_mission():
    """As it may mean any UN mission, it may concern those asked about."""
    anywhere = record("2025-05-29", (), kz.Status.SERVING)
    for missions in (None, "UNIFIL", "UNDOF", ["UNTSO", "UNMISS"]):
        (event,) = kz.timeline(missions, records=anywhere)
        assert (event.subject, event.missions) == (anywhere, ())


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2018", None, ["2018", *["2022-06-30"] * 4]),
        ("2014-06", None, ["2014", "2018", *["2022-06-30"] * 4]),
        ("2014-12-31", "2018-01-01", ["2014", "2018"]),
        (None, "2013", []),
        ("2022-06-30", kz.PartialDate(2022), ["2022-06-30"] * 4),
    ],
)
def test_a_filter_keeps_what_could_fall_inside_it(start, end, dates):
    """A start and an end of any precision leave out only what is certainly before or after them."""
    assert whens(kz.timeline(start=start, end=end)) == dates


def test_a_record_stands_at_its_start_or_else_at_its_end():
    """A record whose start is open stands at its end; a year stands before the days in it."""
    records = [record("2015-03-01"), record("../2016"), record("2015/..")]
    assert whens(kz.timeline(records=records)) == ["2015", "2015-03-01", "2016"]


def test_events_of_one_date_stay_in_the_order_they_came():
    """Of one date, records come in their order, then what was presented, then its outcome."""
    proposal = kz.Proposal(date="2020", missions=kz.UNIFIL, headcount=5, outcome=kz.Outcome.REJECTED, decided="2020")
    records = [record("2020", kz.UNIFIL), record("2020/..", kz.MINURSO), record("../2020", kz.UNOCI)]
    for given_records in (records, records[::-1]):
        timeline = kz.timeline(records=given_records, proposals=[proposal])
        assert [event.subject for event in timeline] == [*given_records, proposal, proposal]
    assert str(timeline[-1]) == "2020: rejected by Parliament: 5 service members proposed for UNIFIL, 2020"
    assert timeline[-1].citation is None


@pytest.mark.parametrize("known", [{}, {"outcome": kz.Outcome.BACKED}])
def test_an_outcome_without_a_date_has_no_event(known):
    """A proposal whose outcome, or its date, is not known has one event, its presentation, cited where it is dated."""
    where = kz.Citation(REPORT, 1)
    proposal = kz.Proposal(
        date="2020", missions=kz.UNIFIL, headcount=5, expansion=kz.MINUSMA, citations={"date": where}, **known
    )
    (event,) = kz.timeline("MINUSMA", records=[], proposals=proposal)
    assert (event.kind, event.citation) == (kz.EventKind.PROPOSED, where)
    assert event.missions == (kz.UNIFIL, kz.MINUSMA)


def test_records_of_ones_own_do_not_bring_the_articles_proposal():
    """The proposals are the data set's own, or those given; only the article's records bring the article's."""
    mine = record("2023-03-31", UNAMID, kz.Status.SERVING)
    assert [event.subject for event in kz.timeline(records=mine)] == [mine]
    assert kz.timeline(records=list(kz.DEPLOYMENTS)) == kz.timeline()
    assert kz.timeline(records=kz.Dataset(deployments=kz.DEPLOYMENTS)) == kz.timeline()[:4]
    dataset = kz.Dataset(deployments=mine, proposals=kz.PROPOSAL)
    assert [event.subject for event in kz.timeline(records=dataset)] == [kz.PROPOSAL, kz.PROPOSAL, mine]
    assert [event.subject for event in kz.timeline("unamid", records=dataset, proposals=[])] == [mine]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"start": "2022", "end": "2014"}, "timeline: expected an end that is not before the start, 2022, got 2014"),
        ({"start": "soon"}, "start: "),
        ({"missions": "UNIFILL"}, "find_mission: no mission fits 'UNIFILL'; did you mean UNIFIL?"),
        (
            {"missions": kz.Mission(acronym="UNIFIL", name="Another", territories="LB")},
            "two unequal missions have the acronym UNIFIL: they differ in name, mandate; use one of them throughout",
        ),
        ({"records": ["520 in Lebanon"]}, "records: expected "),
        ({"proposals": [430]}, "proposals: expected each to be a Proposal, got 430"),
        (
            {"records": [record("2020"), record("2021", contributor="KGZ")]},
            "timeline: expected records of one contributor, got KAZ, KGZ; ask for each by itself",
        ),
    ],
)
def test_what_cannot_be_asked_is_an_error(arguments, message):
    """A bad argument is a ValueError that names it and shows the value."""
    with pytest.raises(ValueError, match=f"^{message[:5]}") as caught:
        kz.timeline(**arguments)
    assert str(caught.value).startswith(message)


def test_a_timeline_is_a_sorted_sequence():
    """A timeline has a length, is iterated, indexed, sliced and searched; a slice of it is a timeline, and it sorts."""
    timeline = kz.timeline(mandates=True)
    first, *rest = timeline
    assert (len(timeline), timeline[0], timeline[-1]) == (len(rest) + 1, first, rest[-1])
    assert timeline[1:] == kz.Timeline(rest)
    assert timeline.index(rest[2]) == 3
    assert whens(kz.Timeline(reversed(timeline))) == whens(timeline)
    assert str(kz.Timeline()) == f"{kz.Timeline():}" == ""
    with pytest.raises(ValueError, match=r"^Timeline\.events: expected each to be an? Event, got '2014'$"):
        kz.Timeline(["2014"])


def test_a_notebook_shows_when_and_what_and_who_says_so():
    """An event and a timeline show as tables with links to the words; an empty timeline has no rows."""
    for shown in (kz.timeline()._repr_html_(), kz.timeline()[0]._repr_html_()):
        assert "45 officers" in shown
        assert f'<a href="{kz.DEPLOYMENTS[0].citation.link}"' in shown
        assert "Kind" not in shown
    assert "<td" not in kz.Timeline()._repr_html_()
