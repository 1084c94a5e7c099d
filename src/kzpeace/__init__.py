"""Kazakhstan's peacekeepers in a news report of June 2022: its facts as objects, its totals as sound intervals.

>>> import kzpeace as kz
>>> print(kz.total_served())
520–565
"""

TYPE_CHECKING = False  # True to type checkers, as of the module typing, which takes as long to import as all the rest
if TYPE_CHECKING:
    from kzpeace._bounds import ContradictionError
    from kzpeace.article import ARTICLE, CONSTITUTIONAL_BASIS, DEPLOYMENTS, PROPOSAL
    from kzpeace.chronology import Event, EventKind, Timeline, timeline
    from kzpeace.counting import (
        MissionTotals,
        Total,
        TotalsByMission,
        total_served,
        total_serving,
        totals_by_mission,
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
        Statement,
        Status,
        Unit,
    )
    from kzpeace.exchange import from_json, to_json
    from kzpeace.headcount import Headcount, Precision
    from kzpeace.language import brief, describe
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
    from kzpeace.plots import plot_timeline, plot_totals
    from kzpeace.sources import Citation, Source
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

# A module is loaded when one of its names is first asked for: a notebook starts quickly, and pays for what it uses.
NAMES = {
    "article": ("ARTICLE", "CONSTITUTIONAL_BASIS", "DEPLOYMENTS", "PROPOSAL"),
    "_bounds": ("ContradictionError",),
    "chronology": ("Event", "EventKind", "Timeline", "timeline"),
    "counting": ("MissionTotals", "Total", "TotalsByMission", "total_served", "total_serving", "totals_by_mission"),
    "dates": ("PartialDate", "Period"),
    "domain": (
        *(
            "ConstitutionalBasis",
            "Dataset",
            "Deployment",
            "Mandate",
            "Mission",
            "Outcome",
            "Personnel",
            "Proposal",
            "Role",
        ),
        *("Statement", "Status", "Unit"),
    ),
    "exchange": ("from_json", "to_json"),
    "headcount": ("Headcount", "Precision"),
    "language": ("brief", "describe"),
    "missions": (
        *("MINURSO", "MINUSCA", "MINUSMA", "MISSIONS", "MONUSCO", "UNIFIL", "UNOCI"),
        *("UnknownMissionError", "find_mission"),
    ),
    "plots": ("plot_timeline", "plot_totals"),
    "sources": ("Citation", "Source"),
    "tables": ("to_pandas", "to_rows"),
    "verification": ("Verification", "verify"),
}

__version__: str


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("kzpeace")
    for module, names in NAMES.items():
        if name in names:
            from importlib import import_module  # noqa: PLC0415

            value = globals()[name] = getattr(import_module(f"kzpeace.{module}"), name)
            return value
    message = f"module 'kzpeace' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return [*__all__, "__version__"]
