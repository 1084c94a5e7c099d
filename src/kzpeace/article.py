"""The article's data: every fact that Kazinform's report of 30 June 2022 states, each with the words that state it.

Read it beside the article. The numbers F1 to F22 count its facts in the order in which it states them. What the United
Nations says of the missions is not here but in `kzpeace.missions`.
"""

from __future__ import annotations

from attrs import evolve

from kzpeace._checks import as_tuple_of
from kzpeace._html import Listing
from kzpeace.domain import ConstitutionalBasis, Dataset, Deployment, Proposal, Proposals, Records, records_argument
from kzpeace.headcount import Headcount
from kzpeace.missions import MINURSO, MINUSCA, MINUSMA, MISSIONS, MONUSCO, UNIFIL, UNOCI
from kzpeace.sources import Citation, Source, Statement


def _cite(paragraph: int, sentence: int, quote: str) -> Citation:
    return Citation(ARTICLE, paragraph, sentence, quote)


# F1: who published it, when, and where it was written.
ARTICLE = Source(
    publisher="Kazinform",
    title="Parliament backs President's proposal to send Kazakh military personnel to UN missions",
    date="2022-06-30",
    language="en",
    address=(
        "https://en.inform.kz/news/"
        "parliament-backs-president-s-proposal-to-send-kazakh-military-personnel-to-un-missions_a3949853/"
    ),
    place="Nur-Sultan",
)
"""The article."""

CONSTITUTION = Source(
    publisher="Republic of Kazakhstan",
    title="Constitution of the Republic of Kazakhstan",
    date="1995-08-30",
    language="en",
)
"""The Constitution in force on the article's date; another replaced it on 1 July 2026."""

_SIX_AND_NINE = _cite(2, 4, "Six and nine Kazakh militaries are serving")

DEPLOYMENTS = Listing(
    (
        # F5: one figure for three missions and two roles. The article dates it "since"; that it reaches to the day of
        # the report is our inference, here and in F6, as is that day for those serving.
        Deployment(
            headcount=45,
            missions=(MINURSO, UNOCI, UNIFIL),
            status="served",
            period="2014/2022-06-30",
            roles=("military observer", "staff officer"),
            personnel="officers",
            citation=_cite(2, 2, "Since 2014, 45 Kazakh officers"),
        ),
        # F6
        Deployment(
            headcount=520,
            missions=UNIFIL,
            status="served",
            period="2018/2022-06-30",
            citation=_cite(2, 3, "Since 2018, 520 Kazakhstani military servants"),
        ),
        # F7
        Deployment(headcount=6, missions=MINURSO, status="serving", period="2022-06-30", citation=_SIX_AND_NINE),
        # F8
        Deployment(headcount=9, missions=UNIFIL, status="serving", period="2022-06-30", citation=_SIX_AND_NINE),
    )
)
"""Who served and who serves, in the article's order."""

CONSTITUTIONAL_BASIS = ConstitutionalBasis(
    country="KZ",
    constitution=CONSTITUTION.title,
    adopted=CONSTITUTION.date,
    article=53,
    subparagraph=5,
    empowers=(
        "Parliament, in joint session of its chambers, decides on the President's proposal to use the Armed Forces "
        "to fulfil international obligations on peace and security."
    ),
    citation=_cite(6, 1, "subparagraph 5 of Article 53"),  # F21
    document=CONSTITUTION,
)
"""The provision that the proposal rests on."""

PROPOSAL = Proposal(
    date="2022-06-30",
    missions=(MINUSCA, MONUSCO, MINUSMA, UNIFIL),
    headcount=Headcount.around(430),
    proposer="President of the Republic of Kazakhstan",
    presenter="Ruslan Zhaksylykov, Minister of Defence",
    forum="joint session of the chambers of Parliament",
    place="Nur-Sultan",
    expansion=(MINUSCA, MONUSCO, MINUSMA),
    individuals="officers",
    roles="military observer",
    units=("infantry", "medical", "reconnaissance", "engineer", "military police"),
    basis=CONSTITUTIONAL_BASIS,
    outcome="backed",
    decided="2022-06-30",
    background=Statement(  # F4
        "Personnel have so far been sent under decrees of Parliament, to fulfil international obligations on peace and "
        "security.",
        _cite(2, 1, "the decrees of the Parliament of Kazakhstan"),
    ),
    assessments=(
        Statement(  # F10
            "The UN's leadership rates the training of Kazakhstan's personnel highly.",
            _cite(3, 1, "highly evaluates the level of training"),
        ),
        Statement(  # F11
            "The UN's leadership is ready to support sending more of them.",
            _cite(3, 1, "readiness to support an increase"),
        ),
    ),
    reasons=(
        Statement(  # F12
            "Taking part contributes to global security, and promotes the country's authority and role.",
            _cite(4, 1, "contributes to the global security strengthening"),
        ),
        Statement(  # F13
            "There are new risks to regional and national security, and some may need a military response.",
            _cite(5, 1, "some of which may require a military response"),
        ),
        Statement(  # F14
            "Stronger combat skills and practical experience against modern threats are gaining importance.",
            _cite(5, 2, "getting practical experience in countering modern threats"),
        ),
    ),
    expected_benefits=Statement(  # F18
        "The experience will improve combat training and inform how the Armed Forces develop.",
        _cite(5, 6, "improvement of combat training"),
    ),
    conditions=(
        Statement(  # F19
            "The UN Secretariat is to determine which unit goes, and when.",
            _cite(5, 7, "timing of deployment will be determined"),
        ),
        Statement(  # F20
            "A legal framework is to be prepared for each operation.",
            _cite(5, 8, "regulatory-legal framework will be prepared"),
        ),
    ),
    citations={
        "date": _cite(1, 1, "in Nur-Sultan on Thursday"),  # F1, F3
        "missions": _cite(6, 1, "and to the UN Interim Force in Lebanon"),  # F22
        "headcount": _cite(6, 1, "around 430 military servants"),  # F22
        "personnel": _cite(6, 1, "around 430 military servants"),  # F22
        "proposer": _cite(6, 1, "the text of the President’s proposal"),
        "presenter": _cite(2, 4, "read out the President’s proposal"),  # F9
        "forum": _cite(1, 1, "at the joint meeting of the Parliament chambers"),  # F3
        "place": _cite(1, 1, "in Nur-Sultan on Thursday"),  # F3
        "expansion": _cite(5, 3, "expedient to expand the engagement"),  # F15
        "individuals": _cite(5, 4, "as officers and military observers"),  # F16
        "roles": _cite(5, 4, "as officers and military observers"),  # F16
        "units": _cite(5, 5, "infantry squads, medical troops, reconnaissance, engineer, and military"),  # F17
        "basis": _cite(6, 1, "subparagraph 5 of Article 53"),  # F21
        "outcome": _cite(1, 1, "deputies of the Parliament backed"),  # F2
        # F2; that it was on the day of the report is our inference.
        "decided": _cite(1, 1, "deputies of the Parliament backed"),
    },
)
"""What the President proposed and Parliament backed. Further points of the proposal are not reported."""


def dataset_of(records: Records = DEPLOYMENTS, proposals: Proposals | None = None) -> Dataset:
    """Return records with their missions and proposals.

    The article's records bring its missions and its proposal. Other records bring the missions that they name, and no
    proposal. A `Dataset` brings its own, and ``proposals`` takes the place of any.
    """
    if isinstance(records, Dataset):
        return records if proposals is None else evolve(records, proposals=proposals)
    deployments = records_argument(records)
    is_article = deployments == DEPLOYMENTS
    known = PROPOSAL if is_article else ()
    proposals = as_tuple_of(Proposal, known if proposals is None else proposals, "proposals")
    missions = [*(MISSIONS if is_article else ()), *(mission for record in deployments for mission in record.missions)]
    missions += [mission for proposal in proposals for mission in proposal.missions + proposal.expansion]
    return Dataset(missions=dict.fromkeys(missions), deployments=deployments, proposals=proposals)
