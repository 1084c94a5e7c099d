"""What happened, when, to which missions and on whose word, in order."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import deployments, partial_dates

import kzpeace as kz

REPORT = kz.Source(publisher="Ministry of Defence", title="A report", date="2023-03-31", language="en")
UNDOF = kz.Mission(acronym="UNDOF", name="United Nations Disengagement Observer Force", territories="SY")


def whens(timeline):
    """The dates of a timeline, as text."""
    return [str(event.when) for event in timeline]


def record(period, missions=kz.UNIFIL, status=kz.Status.SERVED):
    """A record of someone's."""
    return kz.Deployment(headcount=12, missions=missions, status=status, period=period)


def mission_until(last_day):
    """A mission with a mandate that ends on a day, or never."""
    mandate = kz.Mandate(established_by=kz.Citation(REPORT), first_day="1974-05-31", last_day=last_day)
    return kz.Mission(acronym="UNDOF", name="A force", territories="SY", mandate=mandate)


def test_the_article_has_six_events():
    """The article's timeline is of who served and serves, the proposal and its outcome, each with its citation."""
    timeline = kz.timeline()
    serving, proposal = "2022-06-30: {} service members serving in {}, 2022-06-30", str(kz.PROPOSAL)
    assert str(timeline).splitlines() == [
        "2014: 45 officers (military observer, staff officer) served in MINURSO, UNOCI, UNIFIL, 2014/2022-06-30",
        "2018: 520 service members served in UNIFIL, 2018/2022-06-30",
        serving.format(6, "MINURSO"),
        serving.format(9, "UNIFIL"),
        f"2022-06-30: {proposal}",
        f"2022-06-30: backed by Parliament: {proposal}",
    ]
    kinds = kz.EventKind
    assert [event.kind for event in timeline] == [
        kinds.SERVED,
        kinds.SERVED,
        kinds.SERVING,
        kinds.SERVING,
        kinds.PROPOSED,
        kinds.DECIDED,
    ]
    assert [event.subject for event in timeline] == [*kz.DEPLOYMENTS, kz.PROPOSAL, kz.PROPOSAL]
    assert [event.missions for event in timeline[:4]] == [each.missions for each in kz.DEPLOYMENTS]
    assert [event.citation for event in timeline[:4]] == [each.citation for each in kz.DEPLOYMENTS]
    assert [event.citation for event in timeline[4:]] == [kz.PROPOSAL.cited("presenter"), kz.PROPOSAL.cited("outcome")]
    assert not any(event.planned for event in timeline)


def test_mandates_add_the_first_and_last_days():
    """With mandates, the missions' first and last days are told too, on the word of the United Nations."""
    timeline = kz.timeline(mandates=True)
    added = [event for event in timeline if isinstance(event.subject, kz.Mission)]
    assert [event for event in timeline if event not in added] == list(kz.timeline())
    assert [(str(event.when), event.kind.value, str(event.subject)) for event in added] == [
        ("1978-03-19", "mandate began", "UNIFIL"),
        ("1991-04-29", "mandate began", "MINURSO"),
        ("2004-04-04", "mandate began", "UNOCI"),
        ("2010-07-01", "mandate began", "MONUSCO"),
        ("2013-04-25", "mandate began", "MINUSMA"),
        ("2014-04-10", "mandate began", "MINUSCA"),
        ("2017-06-30", "mandate ended", "UNOCI"),
        ("2023-06-30", "mandate ended", "MINUSMA"),
        ("2026-12-31", "mandate ended", "UNIFIL"),
    ]
    assert {event.citation.source.publisher for event in added} == {"United Nations Security Council"}
    assert str(added[6]) == "2017-06-30: mandate ended, UNOCI"
    assert str(added[6].citation) == "S/RES/2284 (2016)"


def test_a_year_stands_before_the_days_in_it():
    """What is known to the year stands before what is known to its months and days."""
    assert whens(kz.timeline("MINUSCA", mandates=True, records=[record("2014", kz.MINUSCA)]))[:2] == [
        "2014",
        "2014-04-10",
    ]


@pytest.mark.parametrize(
    ("last_day", "planned"), [("9999-12-31", True), ("9999", True), ("1999-12-31", False), ("1999", False)]
)
def test_a_last_day_still_to_come_is_planned(last_day, planned):
    """A mandate's last day is marked as planned while it is still to come."""
    mission = mission_until(last_day)
    *_, end = kz.timeline(records=[record("1974", mission)], proposals=[], mandates=True)
    assert (end.kind, end.planned) == (kz.EventKind.MANDATE_ENDED, planned)
    assert ("(planned)" in str(end)) is planned


def test_a_mandate_without_a_last_day_only_begins():
    """A mission whose mandate has not ended has no last day, and one whose mandate is not known has no day at all."""
    timeline = kz.timeline(records=[record("1974", mission_until(None))], proposals=[], mandates=True)
    assert [event.kind.value for event in timeline] == ["served", "mandate began"]
    assert len(kz.timeline(records=[record("1974", UNDOF)], proposals=[], mandates=True)) == 1


def test_a_mandate_is_told_whatever_is_known_of_other_missions():
    """A mission whose mandate is not known keeps no other mission's first and last day out."""
    timeline = kz.timeline(records=[record("2022", [UNDOF, kz.UNOCI])], proposals=[], mandates=True)
    assert whens(timeline) == ["2004-04-04", "2017-06-30", "2022"]


def test_a_first_day_still_to_come_is_planned():
    """A mission that is still to begin is not said to have begun."""
    mandate = attrs.evolve(kz.UNIFIL.mandate, first_day="9999-01-01", last_day=None, ended_by=None)
    (event,) = kz.timeline(attrs.evolve(kz.UNIFIL, mandate=mandate), records=(), proposals=(), mandates=True)
    assert (event.kind, event.planned) == (kz.EventKind.MANDATE_BEGAN, True)
    assert kz.describe(event) == "January 1, 9999: the mandate is planned to begin – UNIFIL"


def test_a_last_day_is_no_longer_planned_once_it_is_there():
    """On its own day a mandate's last day is no longer marked as planned."""
    *_, end = kz.timeline(records=[record("1974", mission_until(date.today()))], proposals=[], mandates=True)
    assert not end.planned


@pytest.mark.parametrize(
    ("missions", "dates"),
    [
        ("UNIFIL", ["2014", "2018", "2022-06-30", "2022-06-30", "2022-06-30"]),
        (kz.MINURSO, ["2014", "2022-06-30"]),
        ("Côte d'Ivoire", ["2014"]),
        (["UNOCI", kz.MINUSMA], ["2014", "2022-06-30", "2022-06-30"]),
        ("MINUSCA", ["2022-06-30", "2022-06-30"]),
    ],
)
def test_a_timeline_is_of_the_missions_asked_for(missions, dates):
    """Asked for missions, the timeline keeps what concerns at least one of them."""
    assert whens(kz.timeline(missions)) == dates


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2018", None, ["2018", *["2022-06-30"] * 4]),
        ("2014-06", None, ["2014", "2018", *["2022-06-30"] * 4]),
        ("2014-12-31", "2018-01-01", ["2014", "2018"]),
        ("2015", "2021", ["2018"]),
        (None, "2014-06", ["2014"]),
        (None, "2013", []),
        ("2022-06-30", kz.PartialDate(2022), ["2022-06-30"] * 4),
        ("2022-06-30", "2022-06-30", ["2022-06-30"] * 4),
        ("2022-07", None, []),
    ],
)
def test_a_filter_keeps_what_could_fall_inside_it(start, end, dates):
    """A start and an end of any precision leave out only what is certainly before or after them."""
    assert whens(kz.timeline(start=start, end=end)) == dates


def test_a_record_stands_at_its_start_or_else_at_its_end():
    """A record whose start is open stands at its end."""
    assert whens(kz.timeline(records=[record("../2016"), record("2015/..")], proposals=[])) == ["2015", "2016"]


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
def test_an_outcome_without_a_date_is_no_event(known):
    """A proposal whose outcome, or its date, is not known has one event, its presentation, cited where it is dated."""
    where = kz.Citation(REPORT, 1)
    proposal = kz.Proposal(date="2020", missions=kz.UNIFIL, headcount=5, citations={"date": where}, **known)
    (event,) = kz.timeline(records=[], proposals=[proposal])
    assert (event.kind, event.citation) == (kz.EventKind.PROPOSED, where)


def test_records_of_ones_own_join_in():
    """A reader's own record of a mission of their own is found by that mission's acronym."""
    mine = record("2023-03-31", UNDOF, kz.Status.SERVING)
    assert [event.subject for event in kz.timeline("undof", records=[*kz.DEPLOYMENTS, mine])] == [mine]
    assert len(kz.timeline(records=[*kz.DEPLOYMENTS, mine])) == 7
    assert len(kz.timeline(records=mine, proposals=())) == 1


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (
            {"start": "2022", "end": "2014"},
            ValueError,
            "timeline: expected an end that is not before the start, 2022, got 2014",
        ),
        ({"start": 2014}, ValueError, "start: expected a date or text such as 2022-06-30, got 2014"),
        ({"end": 2014}, ValueError, "end: expected a date or text such as 2022-06-30, got 2014"),
        ({"end": "2022-13"}, ValueError, "end: PartialDate.month: expected a whole number from 1 to 12, got 13"),
        (
            {"missions": "UNIFILL"},
            kz.UnknownMissionError,
            "find_mission: no mission goes by 'UNIFILL'; did you mean UNIFIL?",
        ),
        (
            {"missions": []},
            ValueError,
            "missions: expected at least one, got none; leave the argument out to ask about all",
        ),
        (
            {"missions": kz.Mission(acronym="UNIFIL", name="Another", territories="LB")},
            ValueError,
            "two unequal missions have the acronym UNIFIL: they differ in name, mandate; use one of them throughout",
        ),
        (
            {"records": ["520 in Lebanon"]},
            ValueError,
            "records: expected each to be a Deployment, got '520 in Lebanon'",
        ),
        ({"proposals": [430]}, ValueError, "proposals: expected each to be a Proposal, got 430"),
    ],
)
def test_what_cannot_be_asked_is_an_error(arguments, error, message):
    """A bad argument is a ValueError that names it and shows the value."""
    with pytest.raises(error) as caught:
        kz.timeline(**arguments)
    assert str(caught.value) == message


def test_a_mission_that_is_equal_is_the_same():
    """Asked for a mission of one's own that is equal to one that records name, the timeline is that mission's."""
    assert kz.timeline(attrs.evolve(kz.UNIFIL)) == kz.timeline(kz.UNIFIL)


def test_a_mission_that_nobody_names_has_no_events():
    """Asked for a mission that no record and no proposal names, the timeline is empty."""
    assert not kz.timeline(mission_until(None))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("when", 2014, "Event.when: expected a date, got 2014"),
        ("kind", "served", "Event.kind: expected an EventKind, got 'served'"),
        ("missions", (), "Event.missions: expected at least 1 Mission, got ()"),
        ("citation", REPORT, "Event.citation: expected a Citation or None, got Source("),
    ],
)
def test_an_event_refuses_what_is_none(field, value, message):
    """A bad value of an event is a ValueError that names the class, the field and the value."""
    right = {
        "when": "2014",
        "kind": kz.EventKind.SERVED,
        "missions": kz.UNIFIL,
        "subject": kz.DEPLOYMENTS[0],
    }
    assert str(kz.Event(**right).when) == "2014"
    with pytest.raises(ValueError, match=r"^Event\.") as error:
        kz.Event(**{**right, field: value})
    assert message in str(error.value)


def test_a_timeline_is_a_sequence():
    """A timeline has a length, is iterated, indexed, sliced and searched, and a slice of it is a timeline."""
    timeline = kz.timeline()
    first, *rest = timeline
    assert len(timeline) == 6
    assert (timeline[0], timeline[-1]) == (first, rest[-1])
    assert timeline[1:] == kz.Timeline(rest)
    assert isinstance(timeline[:2], kz.Timeline)
    assert rest[2] in timeline
    assert timeline.index(rest[2]) == 3
    assert list(reversed(timeline)) == [*rest[::-1], first]
    assert not kz.Timeline()
    assert str(kz.Timeline()) == ""


def test_a_timeline_sorts_what_it_is_given():
    """Events given in any order stand by date."""
    timeline = kz.timeline(mandates=True)
    assert whens(kz.Timeline(reversed(timeline))) == whens(timeline)


def test_a_timeline_is_of_events_only():
    """What is no event is refused, in the timeline's name."""
    with pytest.raises(ValueError, match=r"^Timeline\.events: expected each to be a Event, got '2014'$"):
        kz.Timeline(["2014"])


@given(st.lists(deployments, max_size=5), partial_dates, st.booleans())
def test_a_filter_loses_nothing_that_another_part_would_not_show(records, when, mandates):
    """Up to a date and from it on, the events are all the events, in order, and both parts show what may be either."""
    arguments = {"records": records, "proposals": [kz.PROPOSAL], "mandates": mandates}
    everything = list(kz.timeline(**arguments))
    before, after = kz.timeline(**arguments, end=when), kz.timeline(**arguments, start=when)
    assert everything == sorted(everything, key=lambda event: event.when)
    assert [event for event in everything if event in before or event in after] == everything
    for event in everything:
        overlaps = event.when.latest >= when.earliest and event.when.earliest <= when.latest
        assert (event in before and event in after) is overlaps


def test_a_proposal_concerns_the_missions_it_asks_to_expand():
    """A proposal stands in the timeline of a mission that it names only as one to expand engagement in."""
    proposal = kz.Proposal(date="2023", missions=kz.UNIFIL, headcount=5, expansion=kz.MINUSMA)
    (event,) = kz.timeline("MINUSMA", records=[], proposals=proposal)
    assert event.missions == (kz.UNIFIL, kz.MINUSMA)


def test_an_event_is_of_the_kind_of_what_says_so():
    """A kind of event goes with a record, a proposal or a mission, and is refused with another."""
    with pytest.raises(
        ValueError,
        match=r"^Event\.subject: expected a Deployment, as the kind is EventKind\.SERVED, got Mission\(",
    ):
        kz.Event(when="2014", kind=kz.EventKind.SERVED, missions=kz.UNIFIL, subject=kz.UNIFIL)
