"""Kazakhstan's peacekeepers in a news report of June 2022: its facts as objects, its totals as sound intervals.

>>> import kzpeace as kz
>>> print(kz.total_served())
520–565
"""

from kzpeace.article import ARTICLE, CONSTITUTIONAL_BASIS, DEPLOYMENTS, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline, timeline
from kzpeace.counting import ContradictionError, MissionTotals, Total, total_served, total_serving, totals_by_mission
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import (
    ConstitutionalBasis,
    Deployment,
    Mandate,
    Mission,
    Outcome,
    Personnel,
    Proposal,
    Role,
    Statement,
    Status,
    Unit,
)
from kzpeace.headcount import Headcount, Precision
from kzpeace.missions import (
    MINURSO,
    MINUSCA,
    MINUSMA,
    MISSIONS,
    MONUSCO,
    UNIFIL,
    UNOCI,
    UnknownMissionError,
    find_mission,
)
from kzpeace.sources import Citation, Source
from kzpeace.verification import Verification, verify

__all__ = [
    "ARTICLE",
    "CONSTITUTIONAL_BASIS",
    "DEPLOYMENTS",
    "MINURSO",
    "MINUSCA",
    "MINUSMA",
    "MISSIONS",
    "MONUSCO",
    "PROPOSAL",
    "UNIFIL",
    "UNOCI",
    "Citation",
    "ConstitutionalBasis",
    "ContradictionError",
    "Deployment",
    "Event",
    "EventKind",
    "Headcount",
    "Mandate",
    "Mission",
    "MissionTotals",
    "Outcome",
    "PartialDate",
    "Period",
    "Personnel",
    "Precision",
    "Proposal",
    "Role",
    "Source",
    "Statement",
    "Status",
    "Timeline",
    "Total",
    "Unit",
    "UnknownMissionError",
    "Verification",
    "find_mission",
    "timeline",
    "total_served",
    "total_serving",
    "totals_by_mission",
    "verify",
]


def __getattr__(name: str) -> str:
    """Look up ``__version__`` when it is asked for: `importlib.metadata` is slow to import."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("kzpeace")
    message = f"module 'kzpeace' has no attribute {name!r}"
    raise AttributeError(message)
