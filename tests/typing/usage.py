"""Scripts as users write them: mypy and pyright check them, and a test runs them.

`assert_type` fails the type check, not the run, if a type is not the documented one.
"""

from __future__ import annotations

from datetime import date
from typing import assert_type

import kzpeace as kz


def numbers() -> None:
    """Ask for totals and what they rest on, as in a researcher's notebook."""
    total = kz.total_served()
    assert_type(total, kz.Total)
    assert_type(total.low, int)
    assert_type(total.high, int | None)
    assert_type(total.low_records, tuple[kz.Deployment, ...])
    assert_type(int(kz.total_serving()), int)
    assert_type(kz.totals_by_mission(reported_by=date(2022, 6, 30)), kz.TotalsByMission)
    assert_type(kz.totals_by_mission()["UNIFIL"], kz.MissionTotals)
    assert_type(kz.totals_by_source()["Kazinform"], kz.MissionTotals)
    kz.total_served(kz.UNIFIL, personnel="officers", during="2018/..")
    kz.total_served(["MINURSO", kz.UNOCI], roles=["troops", kz.Role.STAFF_OFFICER], reported_by="2022")
    kz.total_serving("UNIFIL", roles="military observers", personnel=kz.Personnel.OFFICERS, on=date(2022, 6, 30))
    for total in kz.serving_over_time("UNIFIL"):
        assert_type(total, kz.Total)
        assert_type(total.on, kz.PartialDate | None)


def records() -> None:
    """Make records from what a person types."""
    report = kz.Source(publisher="Ministry of Defence", title="A report", date="31 March 2023", language="en")
    mine = kz.Deployment(
        headcount=12,
        missions="UNIFIL",
        status="serving",
        period="2023-03-31",
        roles="troops",
        citation=kz.Citation(report, paragraph=1),
    )
    assert_type(mine.headcount, kz.Headcount)
    assert_type(mine.missions, tuple[kz.Mission, ...])
    assert_type(mine.period, kz.Period)
    assert_type(mine.roles, tuple[kz.Role, ...])
    kz.total_served(records=[*kz.DEPLOYMENTS, mine])
    kz.total_serving(records=mine)
    kz.timeline(records=kz.Dataset(deployments=(mine,)))
    kz.Deployment(
        headcount=kz.Headcount.more_than(600),
        missions=[kz.UNIFIL, kz.find_mission("mali"), "UNDOF"],
        status=kz.Status.SERVED,
        period=kz.Period("2014", None),
        roles=[kz.Role.STAFF_OFFICER, "police"],
        personnel=kz.Personnel.UNIFORMED,
        contributor="KGZ",
    )
    kz.Mission(acronym="UNAMIR")
    kz.Proposal(
        date=date(2023, 1, 1),
        missions=kz.UNIFIL,
        headcount=5,
        reasons=kz.Statement("Because."),
        citations={"headcount": kz.Citation(report)},
    )


def chronology() -> None:
    """Ask what happened when, and which words say so, as in a journalist's script."""
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
    """Write words, and rows for a file, as in a newsroom's script."""
    assert_type(kz.describe(kz.UNIFIL, "kk"), str)
    assert_type(kz.brief("ru-KZ"), str)
    assert_type(kz.to_html(kz.MISSIONS, "kk"), str)
    for row in kz.to_rows(kz.DEPLOYMENTS, explode=True):
        assert_type(row, dict[str, str | int | bool | date | None])


def with_extras() -> None:
    """Use the extras: checked, but not run, as they may not be installed."""
    assert_type(kz.from_json(kz.to_json()).deployments, tuple[kz.Deployment, ...])
    kz.to_pandas(kz.DEPLOYMENTS).to_csv("deployments.csv")
    kz.plot_totals(locale="kk")
    kz.plot_serving(title="Who serves", source="Kazinform")


if __name__ == "__main__":
    numbers()
    records()
    chronology()
    words_and_rows()
