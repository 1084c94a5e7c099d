"""Reports before and after the article, as records: what may be said by the reports up to each date.

Run it with `python later_reports.py`, or import its records into a notebook: `from later_reports import RECORDS`.
"""

from functools import partial

import kzpeace as kz

# Each report, cited as a whole.
KAZINFORM_2018 = kz.Citation(
    kz.Source(
        publisher="Kazinform",
        title="MPs support President's decision on sending Kazakh army officers to UN missions",
        date="2018-06-15",
        language="en",
        address=(
            "https://en.inform.kz/news/"
            "mps-support-president-s-decision-on-sending-kazakh-army-officers-to-un-missions_a3289620/"
        ),
    )
)
ASTANA_TIMES_2024 = kz.Citation(
    kz.Source(
        publisher="The Astana Times",
        title="Kazakhstan to send up to 430 peacekeepers to Middle East, Africa",
        date="2024-01-19",
        language="en",
        address="https://astanatimes.com/2024/01/kazakhstan-to-send-up-to-430-peacekeepers-to-middle-east-africa",
    )
)
KAZINFORM_2024 = kz.Citation(
    kz.Source(
        publisher="Kazinform",
        title="Here's what you need to know about Kazakhstan's peacekeeping operations",
        date="2024-05-07",
        language="en",
        address=(
            "https://en.inform.kz/news/heres-what-you-need-to-know-about-kazakhstans-peacekeeping-operations-5bded5/"
        ),
    )
)
ASTANA_TIMES_2025 = kz.Citation(
    kz.Source(
        publisher="The Astana Times",
        title="Tokayev praises Kazakh peacekeepers returned from UN mission in Golan Heights",
        date="2025-04-14",
        language="en",
        address=(
            "https://astanatimes.com/2025/04/"
            "tokayev-praises-kazakh-peacekeepers-returned-from-un-mission-in-golan-heights/"
        ),
    )
)
MGOROD_2025 = kz.Citation(
    kz.Source(
        publisher="mgorod.kz",
        title="ООН отмечает Международный день миротворцев",
        date="2025-05-29",
        language="ru",
        address="https://mgorod.kz/news/oon-otmechaet-mezhdunarodnyj-den-mirotvorcev",
    )
)

INDIVIDUALS = ("military observers", "staff officers")
FIVE = ("MINURSO", "UNOCI", "MINUSMA", "MINUSCA", "UNIFIL")
"""The missions of L1 and L7."""


served = partial(kz.Deployment, status="served")
serving = partial(kz.Deployment, status="serving")

# What is our reading in all of these: "now" is the day of the report, and what is said of the past reaches to that day.
# Where a report speaks of peacekeepers (L8, L9), we take them for service members, as `Deployment` does by default.
RECORDS = (
    # L0. The report calls the eleven, and the five, officers. That the eleven served as observers and staff officers is
    # our reading; so is that the five may be among them.
    served(
        headcount=11,
        missions=("MINURSO", "UNOCI"),
        period="2014/2018-06-15",
        roles=INDIVIDUALS,
        personnel="officers",
        citation=KAZINFORM_2018,
    ),
    serving(headcount=5, missions="MINURSO", period="2018-06-15", personnel="officers", citation=KAZINFORM_2018),
    *kz.DEPLOYMENTS,  # the article
    # L1. The same two roles, in five missions.
    served(
        headcount=67,
        missions=FIVE,
        period="2014/2024-01-19",
        roles=INDIVIDUALS,
        personnel="officers",
        citation=ASTANA_TIMES_2024,
    ),
    # L2. It says in a peacekeeping unit. That these were troops is our reading.
    served(headcount=538, missions="UNIFIL", period="2018/2024-01-19", roles="troops", citation=ASTANA_TIMES_2024),
    # L3. Those serving, mission by mission. L4 is a proposal and L5 a plan: nobody serves by them.
    serving(headcount=6, missions="MINURSO", period="2024-01-19", personnel="officers", citation=ASTANA_TIMES_2024),
    serving(headcount=2, missions="MINUSCA", period="2024-01-19", personnel="officers", citation=ASTANA_TIMES_2024),
    serving(headcount=2, missions="MONUSCO", period="2024-01-19", personnel="officers", citation=ASTANA_TIMES_2024),
    serving(headcount=9, missions="UNIFIL", period="2024-01-19", citation=ASTANA_TIMES_2024),
    # L6. It says over sixteen years. That these are the years since 2008 is our reading. It names none of its seven
    # missions, so they may be any.
    served(headcount=kz.Headcount.more_than(600), period="2008/2024-05-07", citation=KAZINFORM_2024),
    # L7. That six of the sixty were women is more than a record can say.
    served(
        headcount=kz.Headcount.around(60),
        missions=FIVE,
        period="2014/2024-05-07",
        roles=INDIVIDUALS,
        citation=KAZINFORM_2024,
    ),
    # L8. It names no mission, and "specialised assignments" are not a role of the UN's.
    served(headcount=80, period="2014/2025-04-14", roles=INDIVIDUALS, citation=ASTANA_TIMES_2025),
    served(headcount=kz.Headcount.around(700), period="2014/2025-04-14", citation=ASTANA_TIMES_2025),
    # L9. It names none of its six missions.
    serving(headcount=158, period="2025-05-29", citation=MGOROD_2025),
    # L10. It says that the first contingent, of 139, was sent in March 2024. That they served, and as troops, is our
    # reading. Another had left by the day of the report, so at least as many have served.
    served(
        headcount=kz.Headcount.at_least(139),
        missions="UNDOF",
        period="2024-03/2025-05-29",
        roles="troops",
        citation=MGOROD_2025,
    ),
)

# L4. That Parliament decided on the day of the report is our reading.
PROPOSAL = kz.Proposal(
    date="2024-01-19",
    missions=("UNDOF", "UNTSO", "UNMISS", "UNISFA"),
    headcount=kz.Headcount.at_most(430),
    proposer="President of the Republic of Kazakhstan",
    outcome=kz.Outcome.BACKED,
    decided="2024-01-19",
    citations={"headcount": ASTANA_TIMES_2024, "missions": ASTANA_TIMES_2024},
)
DATES = ("2018-06-15", "2022-06-30", "2024-01-19", "2024-05-07", "2025-04-14", "2025-05-29")
"""The days of the reports."""

ANSWERS = [
    {
        "reports up to": date,
        "served": str(kz.total_served(records=RECORDS, reported_by=date)),
        "served in Lebanon": str(kz.total_served("UNIFIL", records=RECORDS, reported_by=date)),
        "serving": str(kz.total_serving(records=RECORDS, reported_by=date)),
    }
    for date in DATES
]
"""How many served and serve, by the reports up to each date."""

if __name__ == "__main__":
    for row in ANSWERS:
        print(*row.values(), sep=" | ")  # noqa: T201
