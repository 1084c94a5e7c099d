"""The reports before and after the article, as a reader would add them: what may be said by those up to each date.

The records are those of the documentation, where L0 to L10 number the reports' statements.
"""

import pytest
from attrs import evolve
from later_reports import ASTANA_TIMES_2024, FIVE, INDIVIDUALS, PROPOSAL, RECORDS

import kzpeace as kz


def named(records, personnel):
    """Return the records, with the observers and staff officers of L0 and L1 as officers, or as service members."""
    return [
        evolve(record, personnel=personnel) if record.headcount.figure in {11, 67} else record for record in records
    ]


@pytest.mark.parametrize("personnel", ["officers", "service members"])
@pytest.mark.parametrize(
    ("reported_by", "missions", "question", "answer"),
    [
        # 2018. The five are taken to be among the eleven (R3).
        ("2018", None, {}, "11"),
        # Nothing is reported of Lebanon yet.
        ("2018", "UNIFIL", {}, "not reported"),
        # 2022. The eleven observers and staff officers are among the 45, who are all such (R5): nothing is added up.
        ("2022", None, {}, "520–565"),
        ("2022", "MINURSO", {}, "6–45"),
        # Of the eleven at least one served in Côte d'Ivoire (R1), as of the 45.
        ("2022", "UNOCI", {}, "1–45"),
        # January 2024. The 67 and the 538 cover all earlier figures in their missions, and may have people in common...
        ("2024-01", FIVE, {}, "538–605"),
        # ...but unasked the question includes MONUSCO, where two serve whom no count of who served covers.
        ("2024-01", None, {}, "at least 538"),
        ("2024-01", "MONUSCO", {}, "at least 2"),
        # The 538 are all troops and cover the troops among the 520.
        ("2024-01", "UNIFIL", {"roles": "troops"}, "538"),
        # The observers and staff officers among the 520 are among the 67 (R5).
        ("2024-01", FIVE, {"roles": INDIVIDUALS}, "67"),
        # L3's 6 are among the 67.
        ("2024-01", "MINURSO", {}, "6–67"),
        # May 2024. L6 names no mission, so any is asked about; more than 600 is 601, and has no upper bound.
        ("2024-05", None, {}, "at least 601"),
        # L6's people may have served in the five, or elsewhere.
        ("2024-05", FIVE, {}, "at least 538"),
        # "About 60" has no bounds and does not take back the 67.
        ("2024-05", FIVE, {"roles": INDIVIDUALS}, "at least 67"),
        # Nobody says which seven missions L6 means; approved is not deployed (L4).
        ("2024-05", "UNMISS", {}, "not reported"),
        # April 2025. "Around 700" is not at least 700.
        ("2025-04", None, {}, "at least 601"),
        # Since 2014 the 80 are all observers and staff officers in any mission, the 67 and the 45 among them.
        ("2025-04", None, {"roles": INDIVIDUALS, "during": "2014/2025-04-14"}, "80"),
        # Before 2014 L6 may count others.
        ("2025-04", None, {"roles": INDIVIDUALS}, "at least 80"),
        # May 2025. The first contingent is a minimum for the Golan Heights.
        ("2025-05", "UNDOF", {}, "at least 139"),
        ("2025-05", None, {}, "at least 601"),
    ],
)
def test_who_served(personnel, reported_by, missions, question, answer):
    """No answer depends on whether the reader calls the observers and staff officers of L0 and L1 officers."""
    total = kz.total_served(missions, **question, records=named(RECORDS, personnel), reported_by=reported_by)
    assert str(total) == answer


@pytest.mark.parametrize(
    ("reported_by", "missions", "question", "answer"),
    [
        ("2018", None, {}, "5"),
        ("2022", None, {}, "15"),
        # In January 2024 each mission named so far is reported: 6 + 2 + 2 + 9 different people (R2).
        ("2024-01", None, {}, "19"),
        # Ten of these are officers; the nine in Lebanon may be.
        ("2024-01", None, {"personnel": "officers"}, "10–19"),
        # Two years before, by the article.
        ("2024-01", None, {"on": "2022"}, "15"),
        # "Is to go" is not "serves" (L5).
        ("2024-05", "UNDOF", {}, "not reported"),
        # The 158 are in any mission, and not divided among them.
        ("2025-05", None, {}, "158"),
        ("2025-05", "UNIFIL", {}, "at most 158"),
        ("2025-05", ("UNIFIL", "UNDOF"), {}, "at most 158"),
    ],
)
def test_who_serves(reported_by, missions, question, answer):
    """The latest date's snapshots, each mission's people once."""
    total = kz.total_serving(missions, **question, records=RECORDS, reported_by=reported_by)
    assert str(total) == answer


def test_the_assumption_of_2018_is_said():
    """The report of 2018 reads as if the five came on top: 11 rests on the assumption that they did not (R3)."""
    total = kz.total_served(records=RECORDS, reported_by="2018")
    assert total.assumes_serving_included


def test_a_role_that_no_report_names_is_left_open():
    """If the reader leaves out the roles of the eleven, the 45 observers and staff officers need not include them."""
    eleven = evolve(RECORDS[0], roles=())
    assert str(kz.total_served(records=[eleven, *kz.DEPLOYMENTS])) == "520–576"


def test_records_that_name_no_mission_are_about_any():
    """A question that they bring with them is about any UN mission."""
    assert kz.total_served(records=RECORDS).missions == ()
    assert kz.total_serving(records=RECORDS).missions == ()


def test_a_mission_that_the_latest_report_leaves_out():
    """With only the line on Western Sahara of L3, the nine in Lebanon are of 2022, and are not carried forward."""
    six = next(record for record in RECORDS if record.citation == ASTANA_TIMES_2024 and record.headcount.figure == 6)
    total = kz.total_serving(records=[*kz.DEPLOYMENTS, six])
    assert str(total) == "at least 6"
    assert [(str(mission), str(date)) for mission, date in total.unreported] == [("UNIFIL", "2022-06-30")]


def test_each_publisher_has_its_own_answer():
    """Reports are set side by side: how many served and serve by each publisher's own reports."""
    by_source = kz.totals_by_source(records=RECORDS)
    assert {publisher: (str(totals.served), str(totals.serving)) for publisher, totals in by_source.items()} == {
        "Kazinform": ("at least 601", "15"),
        "The Astana Times": ("at least 538", "19"),
        "mgorod.kz": ("at least 158", "158"),  # those who serve in some mission have served in it
    }


def test_proposals_are_not_deployments():
    """L4 stands beside the article's proposal in a timeline, and nobody is counted by it."""
    dataset = kz.Dataset(deployments=RECORDS, proposals=(kz.PROPOSAL, PROPOSAL))
    proposed = [str(event.when) for event in kz.timeline(records=dataset) if event.kind is kz.EventKind.PROPOSED]
    assert proposed == ["2022-06-30", "2024-01-19"]
    assert str(kz.total_served("UNISFA", records=dataset, reported_by="2024-01")) == "not reported"
