"""Missions, deployments, a proposal to Parliament and its constitutional basis."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given
from strategies import deployments

import kzpeace as kz
from kzpeace.domain import personnel_argument, records_argument, roles_argument

REPORT = kz.Source(publisher="Ministry of Defence", title="A report", date="2023-03", language="en")
CITATION = kz.Citation(REPORT, paragraph=1)
RIGHT = {
    kz.Mission: {"acronym": "UNDOF", "territories": "SY"},
    kz.Mandate: {"established_by": CITATION, "first_day": "2014-04-10"},
    kz.Deployment: {"headcount": 12, "missions": "UNIFIL", "status": "served", "period": "2014/2022"},
    kz.ConstitutionalBasis: {"country": "KZ", "constitution": "Constitution", "adopted": "1995", "article": 53},
    kz.Proposal: {"date": "2023-03-31", "missions": "UNIFIL", "headcount": 12},
}
"""For each class the fields without a default, and those that tests vary."""


def make(kind=kz.Deployment, **changes):
    """Return an instance of a class with some fields changed."""
    return kind(**{**RIGHT[kind], **changes})


@pytest.mark.parametrize(
    ("kind", "field", "value", "message"),
    [
        (kz.Mission, "territories", ["LB", "LBN"], "ISO 3166-1 alpha-2 codes such as LB, got ('LB', 'LBN')"),
        (
            kz.Mandate,
            "last_day",
            "2014-04-09",
            "no date before the first_day, 2014-04-10, got <PartialDate 2014-04-09>",
        ),
        (kz.Mandate, "ended_by", CITATION, "None, as last_day is None, got <Citation Ministry of Defence, para. 1>"),
        (kz.Mandate, "first_day", "the first", "PartialDate.parse: expected a date such as"),
        (kz.Deployment, "headcount", "45", "a Headcount or a whole number, 0 or more, got '45'"),
        (kz.Deployment, "missions", "UNFIL", "each to be a Mission or one of MINURSO, UNOCI, UNIFIL,"),
        (kz.Deployment, "missions", [kz.UNIFIL, kz.Mission(acronym="unifil")], "each mission once, got 'UNIFIL, "),
        (kz.Deployment, "status", "serve", "a Status (served, serving), got 'serve'"),
        (kz.Deployment, "period", 201, "a Period or text such as 2014/2022, got 201"),
        (kz.Deployment, "period", "since 2014", "Period.parse: expected EDTF (write 2014/..)"),
        (kz.Deployment, "roles", ["troops", "cook"], "each to be a Role (military observer, staff officer, troops, "),
        (kz.Deployment, "personnel", "soldiers", "a Personnel (officers, service members, uniformed personnel), got"),
        (kz.Deployment, "contributor", "KZ", "an ISO 3166-1 alpha-3 code such as KAZ, got 'KZ'"),
        (kz.ConstitutionalBasis, "country", "KAZ", "an ISO 3166-1 alpha-2 code such as KZ, got 'KAZ'"),
        (kz.ConstitutionalBasis, "article", "53(5)", "a whole number, 1 or more, got '53(5)'"),
        (kz.Proposal, "missions", (), "at least one, got ()"),
        (kz.Proposal, "outcome", "adopted", "an Outcome (backed, rejected) or None, got 'adopted'"),
        (kz.Proposal, "decided", "2023-04", "None, as outcome is None, got <PartialDate 2023-04>"),
        (kz.Proposal, "reasons", "Because", "each to be a Statement, got 'Because'"),
        (kz.Proposal, "citations", {"weather": CITATION}, "pairs of a field of Proposal, each once, and its Citation"),
        (kz.Proposal, "citations", [("date", CITATION)] * 2, "pairs of a field of Proposal, each once, and its "),
        (kz.Proposal, "citations", CITATION, "pairs of a field of Proposal, each once, and its Citation, got "),
    ],
)
def test_a_bad_value_is_refused_where_it_enters(kind, field, value, message):
    """A bad value is a ValueError that names the class, the field and the value, in making and in changing."""
    for attempt in (lambda: make(kind, **{field: value}), lambda: attrs.evolve(make(kind), **{field: value})):
        with pytest.raises(ValueError, match=rf"^{kind.__name__}\.{field}: ") as error:
            attempt()
        assert message in str(error.value)


@pytest.mark.parametrize("period", ["2014/2022", "2022", "2022-06", "2022-06-30/..", "../2022-06-30"])
def test_a_serving_record_is_of_one_day(period):
    """A stock is counted on a date, so a SERVING record is of one day."""
    with pytest.raises(
        ValueError, match=r"^Deployment\.period: expected one day, as the status is SERVING, got <Period "
    ):
        make(status="serving", period=period)
    for day in ("2022-06-30", "30 June 2022", date(2022, 6, 30), kz.PartialDate(2022, 6, 30)):
        assert str(make(status="serving", period=day)) == "12 service members serving in UNIFIL, 2022-06-30"


def test_a_report_does_not_know_the_future():
    """A record does not start after the last day of its own report, which may be known to the month."""
    assert make(status="serving", period="2023-03-31", citation=CITATION)
    assert make(period="2023/2024", citation=CITATION)
    for fields in ({"status": "serving", "period": "2023-04-01"}, {"period": "2023-04/.."}):
        with pytest.raises(ValueError, match=r"^Deployment\.period: expected no start after its report of 2023-03,"):
            make(**fields, citation=CITATION)


def test_text_stands_for_missions_and_choices():
    """An acronym, and the words of a choice in any case, singular or plural, stand for the object."""
    record = make(missions=["minurso", " UNIFIL "], status="SERVED", roles=["Military Observers", "STAFF_OFFICER"])
    assert record == make(
        missions=[kz.MINURSO, kz.UNIFIL],
        status=kz.Status.SERVED,
        roles=[kz.Role.MILITARY_OBSERVER, kz.Role.STAFF_OFFICER],
    )
    assert make(personnel="officer").personnel is kz.Personnel.OFFICERS
    proposal = make(kz.Proposal, individuals="officers", units=["infantry", "medical"], outcome="backed")
    assert proposal.individuals == (kz.Personnel.OFFICERS,)
    assert proposal.units == (kz.Unit.INFANTRY, kz.Unit.MEDICAL)
    assert proposal.outcome is kz.Outcome.BACKED


def test_what_a_record_does_not_say_is_not_filled_in():
    """A record with the fewest fields is of any UN mission and any role, and counts Kazakhstan's service members."""
    record = kz.Deployment(headcount=12, status="served", period="2014")
    assert (record.missions, record.roles, record.citation, record.contributor) == ((), (), None, "KAZ")
    assert record.personnel is kz.Personnel.SERVICE_MEMBERS
    assert kz.Mission(acronym="UNXYZ") == kz.Mission(acronym="UNXYZ", name=None, territories=(), mandate=None)


def test_police_are_not_service_members():
    """A record that names police counts uniformed personnel, and cannot count officers or service members only."""
    assert make(roles="police").personnel is kz.Personnel.UNIFORMED
    assert make(kz.Proposal, roles="police").personnel is kz.Personnel.UNIFORMED
    for personnel in ("officers", "service members"):
        with pytest.raises(ValueError, match=r"^Deployment\.personnel: expected uniformed personnel, as a role is"):
            make(roles=["troops", "police"], personnel=personnel)


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        (make(missions=["UNIFIL", "MINURSO"]), "12 service members served in UNIFIL, MINURSO, 2014/2022"),
        (make(headcount=1, roles=["staff officer", "troops"]), "1 service member (staff officer, troops) served in "),
        (make(missions=(), contributor="KGZ"), "12 service members from KGZ served in any UN mission, 2014/2022"),
        (make(roles="police", headcount=kz.Headcount.more_than(6)), ">6 uniformed personnel (police) served in UNIFIL"),
        (make(kz.Proposal, headcount=kz.Headcount.around(430)), "≈430 service members proposed for UNIFIL, 2023-03-31"),
        (make(kz.Mission), "UNDOF"),
        (make(kz.ConstitutionalBasis, subparagraph=5), "Constitution of 1995, Art. 53(5)"),
        (make(kz.ConstitutionalBasis), "Constitution of 1995, Art. 53"),
    ],
)
def test_objects_print_in_short(thing, text):
    """A record says how many of whom served when and where; a contributor goes without saying if it is Kazakhstan."""
    assert str(thing).startswith(text)


def test_a_proposal_says_where_each_field_is_stated():
    """A proposal gives the citation of a field, from a mapping or pairs, and lists those it has for any other."""
    proposal = make(kz.Proposal, citations={"headcount": CITATION, "date": kz.Citation(REPORT)})
    assert proposal == make(kz.Proposal, citations=[("headcount", CITATION), ("date", kz.Citation(REPORT))])
    assert proposal.cited("headcount") is CITATION
    with pytest.raises(ValueError, match=r"^Proposal\.cited: no citation for 'place'; there is one for headcount, d"):
        proposal.cited("place")
    with pytest.raises(ValueError, match=r"there is one for no field$"):
        make(kz.Proposal).cited("place")


def test_a_last_day_may_be_the_first():
    """A mandate may end on the day it began, and a proposal be decided on the day it was presented."""
    assert make(kz.Mandate, last_day="2014-04-10", ended_by=CITATION).ended_by is CITATION
    assert make(kz.Proposal, outcome="rejected", decided="2023-03-31").decided == kz.PartialDate(2023, 3, 31)


def test_the_order_of_missions_and_roles_makes_no_difference_to_a_record():
    """Records that name the same missions and roles in another order, or as sets, are equal and hash the same."""
    missions, roles = (kz.UNIFIL, kz.MINURSO), (kz.Role.TROOPS, kz.Role.STAFF_OFFICER)
    records = {make(missions=order(missions), roles=order(roles)) for order in (tuple, lambda each: each[::-1], set)}
    assert len(records) == 1
    assert make(missions=set(missions)).missions == (kz.MINURSO, kz.UNIFIL)
    assert make() != make(citation=CITATION)


@given(deployments)
def test_a_record_survives_copying(record):
    """A pickled or copied record is equal to the first, has its hash and reads alike."""
    for other in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert (other, hash(other), str(other)) == (record, hash(record), str(record))


def test_records_are_given_in_many_ways():
    """Records are one, several, or those of a dataset; anything else says how to create records from rows."""
    record = make()
    for given_as in (record, [record], iter([record]), kz.Dataset(deployments=record)):
        assert records_argument(given_as) == (record,)
    assert kz.Dataset(deployments=[record, record]).deployments == (record, record)
    with pytest.raises(ValueError, match=r"^records: expected Deployments, got 'people' in a dict; .*\.itertuples"):
        records_argument({"people": [12, 5]})
    with pytest.raises(ValueError, match=r"^records: expected Deployments, got 5; to create them"):
        records_argument(5)


def test_questions_take_roles_and_personnel_as_text():
    """A question names roles and personnel as a record does, each once, or leaves them out."""
    assert roles_argument(None) == ()
    assert roles_argument(["troops", kz.Role.TROOPS]) == (kz.Role.TROOPS,)
    assert personnel_argument(None) is None
    assert personnel_argument("Officers") is kz.Personnel.OFFICERS
    with pytest.raises(ValueError, match=r"^roles: expected at least one; leave the argument out to ask about all"):
        roles_argument([])
    with pytest.raises(ValueError, match=r"^roles: expected each to be a Role \(.*\), got 'cooks'$"):
        roles_argument("cooks")
    with pytest.raises(ValueError, match=r"^personnel: expected a Personnel \(.*\), got 'civilians'$"):
        personnel_argument("civilians")
