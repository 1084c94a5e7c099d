"""What users write, as type checkers read it: checked by mypy and pyright, and run as a test.

`assert_type` fails the type check, not the run, where a type is not the one that users are told.
"""

from __future__ import annotations

from datetime import date
from typing import assert_type

import kzpeace as kz


def numbers() -> None:
    """A researcher's notebook: totals and what they rest on."""
    total = kz.total_served()
    assert_type(total, kz.Total)
    assert_type(total.low, int)
    assert_type(total.high, int | None)
    assert_type(total.low_records, tuple[kz.Deployment, ...])
    assert_type(int(kz.total_serving()), int)
    assert_type(kz.totals_by_mission(reported_by=date(2022, 6, 30)), kz.TotalsByMission)
    assert_type(kz.totals_by_mission()["UNIFIL"], kz.MissionTotals)
    kz.total_served("UNIFIL")
    kz.total_served(kz.UNIFIL)
    kz.total_served(["MINURSO", kz.UNOCI], reported_by="2022")


def records() -> None:
    """A reader's own record, from what a person would type."""
    report = kz.Source(publisher="Ministry of Defence", title="A report", date="31 March 2023", language="en")
    mine = kz.Deployment(
        headcount=12,
        missions=kz.UNIFIL,
        status=kz.Status.SERVING,
        period="2023-03-31",
        roles=kz.Role.TROOPS,
        citation=kz.Citation(report, paragraph=1),
    )
    assert_type(mine.headcount, kz.Headcount)
    assert_type(mine.missions, tuple[kz.Mission, ...])
    assert_type(mine.period, kz.Period)
    assert_type(mine.roles, tuple[kz.Role, ...])
    kz.total_served(records=[*kz.DEPLOYMENTS, mine])
    kz.Deployment(
        headcount=kz.Headcount.around(430),
        missions=[kz.UNIFIL, kz.find_mission("mali")],
        status=kz.Status.SERVED,
        period=kz.Period("2014", None),
        roles=[kz.Role.STAFF_OFFICER],
        personnel=kz.Personnel.OFFICERS,
    )
    kz.Mission(acronym="UNDOF", name="United Nations Disengagement Observer Force", territories="SY")
    kz.Proposal(
        date=date(2023, 1, 1),
        missions=kz.UNIFIL,
        headcount=5,
        reasons=kz.Statement("Because."),
        citations={"headcount": kz.Citation(report)},
    )


def chronology() -> None:
    """A journalist's script: what happened when, and where it says so."""
    timeline = kz.timeline(mandates=True, start="2014", end=kz.PartialDate(2022))
    assert_type(timeline, kz.Timeline)
    assert_type(timeline[0], kz.Event)
    assert_type(timeline[:2], kz.Timeline)
    for event in timeline:
        assert_type(event.when, kz.PartialDate)
        if event.citation is not None:
            assert_type(event.citation.link, str | None)
    assert_type(kz.verify("text").ok, bool)
    assert_type(kz.PROPOSAL.basis, kz.ConstitutionalBasis | None)
    assert_type(kz.__version__, str)


def words_and_rows() -> None:
    """A newsroom's script: words, and rows for a file."""
    assert_type(kz.describe(kz.UNIFIL, "kk"), str)
    assert_type(kz.brief("ru-KZ"), str)
    for row in kz.to_rows(kz.DEPLOYMENTS, explode=True):
        assert_type(row, dict[str, str | int | bool | date | None])


def with_extras() -> None:
    """What needs an extra: checked here, and not run, as the extras may not be installed."""
    assert_type(kz.from_json(kz.to_json()).deployments, tuple[kz.Deployment, ...])
    kz.to_pandas(kz.DEPLOYMENTS).to_csv("deployments.csv")
    kz.plot_totals(locale="kk")


if __name__ == "__main__":
    numbers()
    records()
    chronology()
    words_and_rows()
