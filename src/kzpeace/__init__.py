"""Kazakhstan's peacekeepers in a news report of June 2022: its facts as objects, its totals as sound intervals.

>>> import kzpeace as kz
>>> print(kz.total_served())
520–565
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kzpeace._bounds import ContradictionError
from kzpeace.article import ARTICLE, CONSTITUTIONAL_BASIS, DEPLOYMENTS, PROPOSAL
from kzpeace.counting import (
    MissionTotals,
    Total,
    TotalsByMission,
    TotalsBySource,
    serving_over_time,
    total_served,
    total_serving,
    totals_by_mission,
    totals_by_source,
)
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import (
    ConstitutionalBasis,
    Dataset,
    Deployment,
    Mandate,
    Mission,
    Outcome,
    Personnel,
    Proposal,
    Role,
    Status,
    Unit,
)
from kzpeace.headcount import Headcount, Precision
from kzpeace.missions import (
    KNOWN_MISSIONS,
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
from kzpeace.sources import Citation, Source, Statement

if TYPE_CHECKING:
    from kzpeace.chronology import (
        Event as Event,
        EventKind as EventKind,
        Timeline as Timeline,
        timeline as timeline,
    )
    from kzpeace.contributions import read_contributions as read_contributions
    from kzpeace.datapackage import export as export
    from kzpeace.exchange import from_json as from_json, to_json as to_json
    from kzpeace.language import brief as brief, describe as describe
    from kzpeace.plots import (
        plot_article as plot_article,
        plot_serving as plot_serving,
        plot_timeline as plot_timeline,
        plot_totals as plot_totals,
    )
    from kzpeace.tables import to_html as to_html, to_pandas as to_pandas, to_rows as to_rows
    from kzpeace.verification import Verification as Verification, verify as verify

    __version__: str

# What the first total does not need is loaded at first use, so that a notebook starts quickly.
_MODULES = {
    "chronology": "Event EventKind Timeline timeline",
    "contributions": "read_contributions",
    "datapackage": "export",
    "exchange": "from_json to_json",
    "language": "brief describe",
    "plots": "plot_article plot_serving plot_timeline plot_totals",
    "tables": "to_html to_pandas to_rows",
    "verification": "Verification verify",
}
_LOADED_AT_FIRST_USE = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = [  # noqa: PLE0604 # pyright: ignore[reportUnsupportedDunderAll]
    "ARTICLE",
    "CONSTITUTIONAL_BASIS",
    "DEPLOYMENTS",
    "KNOWN_MISSIONS",
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
    "Total",
    "TotalsByMission",
    "TotalsBySource",
    "Unit",
    "UnknownMissionError",
    "find_mission",
    "serving_over_time",
    "total_served",
    "total_serving",
    "totals_by_mission",
    "totals_by_source",
    *_LOADED_AT_FIRST_USE,
]


def __getattr__(name: str) -> object:
    """Load a name that is not loaded yet."""
    if name == "__version__":
        return import_module("importlib.metadata").version("kzpeace")
    if name not in _LOADED_AT_FIRST_USE:
        message = f"module 'kzpeace' has no attribute {name!r}"
        raise AttributeError(message)
    value = globals()[name] = getattr(import_module(f"kzpeace.{_LOADED_AT_FIRST_USE[name]}"), name)
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return [*__all__, "__version__"]
