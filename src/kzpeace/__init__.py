"""Kazakhstan's peacekeepers in a news report of June 2022: its facts as objects, its totals as sound intervals.

>>> import kzpeace as kz
>>> print(kz.total_served())
520–565
"""

from typing import TYPE_CHECKING

from kzpeace.article import ARTICLE, CONSTITUTIONAL_BASIS, DEPLOYMENTS, PROPOSAL
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

if TYPE_CHECKING:
    from kzpeace.bounds import ContradictionError
    from kzpeace.chronology import Event, EventKind, Timeline, timeline
    from kzpeace.counting import (
        MissionTotals,
        Total,
        TotalsByMission,
        total_served,
        total_serving,
        totals_by_mission,
    )
    from kzpeace.exchange import Dataset, from_json, to_json
    from kzpeace.language import brief, describe
    from kzpeace.plots import plot_timeline, plot_totals
    from kzpeace.tables import to_pandas, to_rows
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
    "Dataset",
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
    "TotalsByMission",
    "Unit",
    "UnknownMissionError",
    "Verification",
    "brief",
    "describe",
    "find_mission",
    "from_json",
    "plot_timeline",
    "plot_totals",
    "timeline",
    "to_json",
    "to_pandas",
    "to_rows",
    "total_served",
    "total_serving",
    "totals_by_mission",
    "verify",
]

# The data are here at once; what works on them is loaded when it is first asked for, as it takes longer to import.
LOADED_LATER = {
    "Event": "chronology",
    "EventKind": "chronology",
    "Timeline": "chronology",
    "timeline": "chronology",
    "ContradictionError": "bounds",
    "MissionTotals": "counting",
    "Total": "counting",
    "TotalsByMission": "counting",
    "total_served": "counting",
    "total_serving": "counting",
    "totals_by_mission": "counting",
    "Dataset": "exchange",
    "from_json": "exchange",
    "to_json": "exchange",
    "brief": "language",
    "describe": "language",
    "plot_timeline": "plots",
    "plot_totals": "plots",
    "to_pandas": "tables",
    "to_rows": "tables",
    "Verification": "verification",
    "verify": "verification",
}

__version__: str


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("kzpeace")
    if name not in LOADED_LATER:
        message = f"module 'kzpeace' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415

    value = globals()[name] = getattr(import_module(f"kzpeace.{LOADED_LATER[name]}"), name)
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return [*__all__, "__version__"]
