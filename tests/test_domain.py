"""Missions, deployments, a proposal to Parliament and its constitutional basis."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given
from strategies import deployments

import kzpeace as kz

REPORT = kz.Source(publisher="Ministry of Defence", title="A report", date="2023-03-31", language="en")
CITATION = kz.Citation(REPORT, paragraph=1)
RIGHT = {
    kz.Mission: {"acronym": "UNDOF", "name": "UN Disengagement Observer Force", "territories": "SY"},
    kz.Mandate: {"established_by": CITATION, "first_day": "2014-04-10"},
    kz.Deployment: {"headcount": 12, "missions": kz.UNIFIL, "status": kz.Status.SERVED, "period": "2014/2022"},
    kz.Statement: {"text": "Something is so."},
    kz.ConstitutionalBasis: {"country": "KZ", "constitution": "Constitution", "adopted": "1995", "article": 53},
    kz.Proposal: {"date": "2023-03-31", "missions": kz.UNIFIL, "headcount": 12},
}
"""For each class the least that it is made of."""


def make(kind, **changes):
    """An instance of a class, with something other than what is right."""
    return kind(**{**RIGHT[kind], **changes})


@pytest.mark.parametrize(
    ("kind", "field", "value", "message"),
    [
        (kz.Mission, "acronym", "", "expected text that is not empty, got ''"),
        (kz.Mission, "acronym", " UNIFIL", "expected text without space around it, got ' UNIFIL'"),
        (kz.Mission, "name", None, "expected text that is not empty, got None"),
        (kz.Mission, "territories", "lb", "expected two-letter codes of ISO 3166-1, such as LB, got 'lb'"),
        (kz.Mission, "territories", ["LB", "LBN"], "two-letter codes of ISO 3166-1, such as LB, got 'LBN'"),
        (kz.Mission, "territories", "Ｌ1", "two-letter codes of ISO 3166-1, such as LB, got 'Ｌ1'"),
        (kz.Mission, "territories", (), "expected at least 1"),
        (kz.Mission, "territories", ["LB", "LB"], "each two-letter code once, got 'LB, LB'"),
        (kz.Mission, "territories", 5, "got 5"),
        (kz.Mission, "mandate", "forever", "expected a Mandate or None, got 'forever'"),
        (kz.Mandate, "established_by", (), "expected at least 1 Citation, got ()"),
        (kz.Mandate, "established_by", "S/RES/425", "expected each to be a Citation, got 'S/RES/425'"),
        (kz.Mandate, "first_day", None, "expected a date, got None"),
        (kz.Mandate, "last_day", "2014-04-09", "expected no day before the first, 2014-04-10, got '2014-04-09'"),
        (kz.Mandate, "last_day", 2014, "expected a date or None, got 2014"),
        (
            kz.Mandate,
            "ended_by",
            CITATION,
            "expected None, as there is no last day, got 'Ministry of Defence, para. 1'",
        ),
        (kz.Mandate, "ended_by", "S/RES/425", "expected a Citation or None, got 'S/RES/425'"),
        (kz.Deployment, "headcount", True, "expected a Headcount or a whole number, 0 or more, got True"),
        (kz.Deployment, "headcount", 4.5, "expected a Headcount or a whole number, 0 or more, got 4.5"),
        (kz.Deployment, "headcount", "45", "expected a Headcount or a whole number, 0 or more, got '45'"),
        (kz.Deployment, "missions", [], "expected at least 1 Mission, got ()"),
        (kz.Deployment, "missions", [kz.UNIFIL, kz.UNIFIL], "expected each Mission once, got"),
        (kz.Deployment, "missions", "UNIFIL", "expected each to be a Mission, got 'UNIFIL'"),
        (kz.Deployment, "missions", None, "expected each to be a Mission, got None"),
        (kz.Deployment, "status", "served", "expected Status.SERVED or Status.SERVING, got 'served'"),
        (kz.Deployment, "period", 2014, "expected a Period or text such as 2014/2022-06-30, got 2014"),
        (kz.Deployment, "period", None, "expected a Period or text such as 2014/2022-06-30, got None"),
        (kz.Deployment, "roles", "troops", "expected each to be a Role, got 'troops'"),
        (kz.Deployment, "roles", [kz.Role.TROOPS] * 2, "expected each Role once, got"),
        (kz.Deployment, "personnel", "officers", "Personnel.SERVICE_MEMBERS, got 'officers'"),
        (kz.Deployment, "citation", REPORT, "expected a Citation or None, got Source("),
        (kz.Statement, "text", "", "expected text that is not empty, got ''"),
        (kz.Statement, "citation", "p. 5", "expected a Citation or None, got 'p. 5'"),
        (kz.ConstitutionalBasis, "country", "Kazakhstan", "a two-letter code of ISO 3166-1, such as KZ, got 'Kazakh"),
        (kz.ConstitutionalBasis, "country", None, "expected text that is not empty, got None"),
        (kz.ConstitutionalBasis, "constitution", "", "expected text that is not empty, got ''"),
        (kz.ConstitutionalBasis, "adopted", None, "expected a date, got None"),
        (kz.ConstitutionalBasis, "article", 0, "expected a whole number, 1 or more, got 0"),
        (kz.ConstitutionalBasis, "article", "53(5)", "expected a whole number, 1 or more, got '53(5)'"),
        (kz.ConstitutionalBasis, "subparagraph", True, "expected a whole number, 1 or more, got True"),
        (kz.ConstitutionalBasis, "empowers", "", "expected text that is not empty, got ''"),
        (kz.ConstitutionalBasis, "citation", REPORT, "expected a Citation or None, got Source("),
        (kz.ConstitutionalBasis, "document", CITATION, "expected a Source or None, got Citation("),
        (kz.Proposal, "date", None, "expected a date, got None"),
        (kz.Proposal, "missions", [], "expected at least 1 Mission, got ()"),
        (kz.Proposal, "missions", [kz.UNIFIL, kz.UNIFIL], "expected each Mission once, got"),
        (kz.Proposal, "headcount", None, "expected a Headcount or a whole number, 0 or more, got None"),
        (kz.Proposal, "personnel", kz.Role.TROOPS, "Personnel.SERVICE_MEMBERS, got <Role.TROOPS"),
        (kz.Proposal, "proposer", "", "expected text that is not empty, got ''"),
        (kz.Proposal, "presenter", 5, "expected text that is not empty, got 5"),
        (kz.Proposal, "forum", "", "expected text that is not empty, got ''"),
        (kz.Proposal, "place", "", "expected text that is not empty, got ''"),
        (kz.Proposal, "expansion", "Mali", "expected each to be a Mission, got 'Mali'"),
        (kz.Proposal, "individuals", "officers", "expected each to be a Personnel, got 'officers'"),
        (kz.Proposal, "roles", "troops", "expected each to be a Role, got 'troops'"),
        (kz.Proposal, "units", [kz.Unit.MEDICAL] * 2, "expected each Unit once, got"),
        (kz.Proposal, "basis", "Art. 53(5)", "expected a ConstitutionalBasis or None, got 'Art. 53(5)'"),
        (kz.Proposal, "outcome", "backed", "expected an Outcome or None, got 'backed'"),
        (kz.Proposal, "decided", 2022, "expected a date or None, got 2022"),
        (kz.Proposal, "background", "So far", "expected each to be a Statement, got 'So far'"),
        (kz.Proposal, "assessments", "Good", "expected each to be a Statement, got 'Good'"),
        (kz.Proposal, "reasons", "Because", "expected each to be a Statement, got 'Because'"),
        (kz.Proposal, "expected_benefits", "More", "expected each to be a Statement, got 'More'"),
        (kz.Proposal, "conditions", "If", "expected each to be a Statement, got 'If'"),
        (kz.Proposal, "citations", {"weather": CITATION}, "field of Proposal and its Citation, got ('weather'"),
        (kz.Proposal, "citations", {"date": REPORT}, "field of Proposal and its Citation, got ('date', Source("),
        (kz.Proposal, "citations", [("date", CITATION, 1)], "field of Proposal and its Citation, got ('date'"),
        (kz.Proposal, "citations", CITATION, "field of Proposal and its Citation, got Citation("),
        (kz.Proposal, "citations", [([], CITATION)], "field of Proposal and its Citation, got ([], Citation("),
        (kz.Proposal, "citations", dict, "field of Proposal and its Citation, got <class 'dict'>"),
        (
            kz.Proposal,
            "citations",
            [("date", CITATION), ("date", kz.Citation(REPORT))],
            "each field once, got ['date', 'date']",
        ),
    ],
)
def test_a_bad_value_is_refused_where_it_enters(kind, field, value, message):
    """A bad value is a ValueError that names the class, the field and the value, and changes nothing."""
    right = make(kind)
    before = hash(right)
    for attempt in (lambda: make(kind, **{field: value}), lambda: attrs.evolve(right, **{field: value})):
        with pytest.raises(ValueError, match=rf"^{kind.__name__}\.{field}: ") as error:
            attempt()
        assert message in str(error.value)
    assert (right, before) == (make(kind), hash(right))


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (
            kz.Deployment,
            {"headcount": -1},
            r"Deployment\.headcount: expected a Headcount or a whole number, 0 or more, got -1",
        ),
        (kz.Deployment, {"period": "2022/2014"}, r"Period\.end: expected no end before the start, 2022, got '2014'"),
        (kz.Deployment, {"period": "2022-13"}, r"PartialDate\.month: .* got 13"),
        (kz.Deployment, {"period": "since spring"}, "got 'since spring'"),
        (kz.Proposal, {"date": "2022-02-30"}, r"PartialDate\.day: .* got 30"),
        (kz.Mandate, {"first_day": "the first"}, "got 'the first'"),
        (kz.ConstitutionalBasis, {"adopted": "in August"}, "got 'in August'"),
    ],
)
def test_what_cannot_be_converted_is_refused(kind, changes, message):
    """What stands for a date, a period or a headcount and is none is a ValueError that shows what is wrong with it."""
    with pytest.raises(ValueError, match=message):
        make(kind, **changes)


@pytest.mark.parametrize("period", ["2014/2022", "2022", "2022-06", "2022-06-30/..", "../2022-06-30"])
def test_a_serving_record_is_of_one_day(period):
    """A SERVING record whose period is anything but one day is refused, as a stock is counted on a date."""
    with pytest.raises(ValueError, match=r"^Deployment\.period: ") as error:
        make(kz.Deployment, status=kz.Status.SERVING, period=period)
    wanted = "one day, as a SERVING record counts people on one date"
    assert str(error.value) == f"Deployment.period: expected {wanted}, got '{period}'"


@pytest.mark.parametrize(
    "period",
    [
        "2022-06-30",
        "30 June 2022",
        "2022-06-30/2022-06-30",
        date(2022, 6, 30),
        kz.PartialDate(2022, 6, 30),
        kz.Period("2022-06-30", "2022-06-30"),
    ],
)
def test_a_day_may_be_written_in_many_ways(period):
    """The date of a SERVING record may be a date, a period or text."""
    record = make(kz.Deployment, status=kz.Status.SERVING, period=period)
    assert str(record) == "12 service members serving in UNIFIL, 2022-06-30"


def test_one_is_as_good_as_several():
    """One mission, role, territory, unit, statement or citation is taken where several are allowed."""
    assert make(kz.Deployment, roles=kz.Role.TROOPS) == make(
        kz.Deployment, missions=[kz.UNIFIL], roles=[kz.Role.TROOPS]
    )
    assert make(kz.Mission).territories == ("SY",)
    assert make(kz.Mandate).established_by == (CITATION,)
    proposal = make(
        kz.Proposal,
        expansion=kz.UNIFIL,
        individuals=kz.Personnel.OFFICERS,
        roles=kz.Role.TROOPS,
        units=kz.Unit.MEDICAL,
        reasons=kz.Statement("Because."),
    )
    assert (proposal.expansion, proposal.individuals) == ((kz.UNIFIL,), (kz.Personnel.OFFICERS,))
    assert (proposal.roles, proposal.units) == ((kz.Role.TROOPS,), (kz.Unit.MEDICAL,))
    assert proposal.reasons == (kz.Statement("Because."),)


def test_what_a_record_does_not_say_is_not_filled_in():
    """A record with the least there is names no role and no citation, and counts service members."""
    record = make(kz.Deployment)
    assert (record.roles, record.citation, record.personnel) == ((), None, kz.Personnel.SERVICE_MEMBERS)
    assert record.headcount == kz.Headcount.exactly(12)


def test_a_joint_figure_names_its_missions_in_their_order():
    """A record of several missions prints its headcount, who, status, missions and period."""
    record = make(
        kz.Deployment,
        headcount=kz.Headcount.at_most(45),
        missions=[kz.UNIFIL, kz.MINURSO],
        period="2018/..",
        personnel=kz.Personnel.OFFICERS,
    )
    assert str(record) == "≤45 officers served in UNIFIL, MINURSO, 2018/.."


def test_two_missions_of_one_record_differ_in_their_acronyms():
    """Two unequal missions with one acronym, whatever its capitals, do not stand in one record."""
    other = make(kz.Mission, acronym="unifil")
    with pytest.raises(ValueError, match=r"^Deployment\.missions: expected each mission once, got 'UNIFIL, unifil'$"):
        make(kz.Deployment, missions=[kz.UNIFIL, other])


def test_a_mission_may_have_several_territories():
    """A mission such as UNTSO is in five territories, and prints as its acronym."""
    untso = make(kz.Mission, acronym="UNTSO", territories=["EG", "IL", "JO", "LB", "SY"])
    assert len(untso.territories) == 5
    assert str(untso) == "UNTSO"


def test_a_mandate_may_end():
    """A mandate has a last day, of any precision, and the resolution that set it, where there are any."""
    ended = make(kz.Mandate, last_day="2014", ended_by=CITATION)
    assert (str(ended.last_day), ended.ended_by) == ("2014", CITATION)
    assert make(kz.Mandate).last_day is None


def test_a_last_day_may_be_the_first():
    """A mandate may end on the day it began, and a proposal be decided on the day it was presented."""
    assert make(kz.Mandate, first_day="2014-04-10", last_day="2014-04-10").last_day == kz.PartialDate(2014, 4, 10)
    decided = make(kz.Proposal, date="2022-06-30", outcome=kz.Outcome.BACKED, decided="2022-06-30")
    assert decided.decided == decided.date


@pytest.mark.parametrize(("subparagraph", "provision"), [(5, "Art. 53(5)"), (None, "Art. 53")])
def test_a_basis_is_cited_as_lawyers_do(subparagraph, provision):
    """A constitutional basis names its constitution with the date that tells it from others, and the provision."""
    basis = make(kz.ConstitutionalBasis, subparagraph=subparagraph)
    assert basis.provision == provision
    assert str(basis) == f"Constitution of 1995, {provision}"


def test_a_proposal_says_where_each_field_is_stated():
    """A proposal gives the citation of a field, from a mapping or pairs, and lists those it has for any other."""
    proposal = make(kz.Proposal, citations={"headcount": CITATION, "date": kz.Citation(REPORT)})
    assert proposal == make(kz.Proposal, citations=[("headcount", CITATION), ("date", kz.Citation(REPORT))])
    assert proposal.cited("headcount") is CITATION
    with pytest.raises(ValueError, match=r"Proposal\.cited: no citation for 'place'; there is one for headcount, date"):
        proposal.cited("place")
    with pytest.raises(ValueError, match=r"^Proposal\.cited: no citation for 'place'; there is one for no field$"):
        make(kz.Proposal).cited("place")


def test_a_proposal_prints_in_short():
    """A proposal prints its headcount, who, the missions and the date."""
    proposal = make(kz.Proposal, headcount=kz.Headcount.around(430), missions=[kz.MINUSMA, kz.UNIFIL])
    assert str(proposal) == "≈430 service members proposed for MINUSMA, UNIFIL, 2023-03-31"


def test_values_are_compared_by_what_they_hold():
    """Two records made alike are equal, and one that differs in anything is not."""
    assert make(kz.Deployment) == make(kz.Deployment)
    assert make(kz.Deployment) != make(kz.Deployment, citation=CITATION)
    assert make(kz.Mission) != make(kz.Mission, name="Another name")
    assert make(kz.Mission) != "UNDOF"


@given(deployments)
def test_a_record_survives_copying(record):
    """A pickled, copied or deeply copied record is equal to the first and has its hash."""
    for other in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert other == record
        assert hash(other) == hash(record)
        assert str(other) == str(record)


def test_the_order_of_missions_and_roles_makes_no_difference_to_a_record():
    """Records that name the same missions and roles in another order, or as sets, are equal and hash the same."""
    missions, roles = (kz.UNIFIL, kz.MINURSO), (kz.Role.TROOPS, kz.Role.STAFF_OFFICER)
    one = make(kz.Deployment, missions=missions, roles=roles)
    for reorder in (lambda items: items[::-1], set, frozenset):
        other = make(kz.Deployment, missions=reorder(missions), roles=reorder(roles))
        assert one == other
        assert hash(one) == hash(other)
    assert [str(mission) for mission in make(kz.Deployment, missions=set(missions)).missions] == ["MINURSO", "UNIFIL"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"decided": "2022-07"}, "Proposal.decided: expected None, as there is no outcome, got '2022-07'"),
        (
            {"date": "2022-06-30", "outcome": kz.Outcome.BACKED, "decided": "2022-05"},
            "Proposal.decided: expected no day before the proposal was presented, 2022-06-30, got '2022-05'",
        ),
    ],
)
def test_a_decision_follows_its_proposal(changes, message):
    """A decision has an outcome, and is not before the proposal was presented."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        make(kz.Proposal, **changes)


def test_one_service_member_is_one():
    """A record of one person says so."""
    assert str(make(kz.Deployment, headcount=1, missions=kz.UNIFIL)).startswith("1 service member ")


def test_what_is_told_in_short_names_the_roles_and_one_by_one():
    """A record's roles are in its short form, as others may be of the same number; one person is no plural."""
    roles = (kz.Role.STAFF_OFFICER, kz.Role.TROOPS)
    record = make(kz.Deployment, headcount=1, status=kz.Status.SERVING, period="2022-06-30", roles=roles)
    assert str(record).startswith("1 service member (staff officer, troops) serving in ")
    assert str(make(kz.Proposal, headcount=1)).startswith("1 service member proposed for ")
    assert (
        kz.describe(kz.total_serving(records=[record]), "en_GB")
        .splitlines()[-1]
        .startswith("– 1 service member is serving (staff officers and troops (members of contingents)) – ")
    )
