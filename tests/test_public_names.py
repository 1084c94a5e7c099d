"""The public names: which there are, that help() reads well, and what every class of values promises."""

import copy
import inspect
import pickle
import runpy
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import attrs
import pytest

import kzpeace as kz

NAMES = {
    *("ARTICLE", "CONSTITUTIONAL_BASIS", "DEPLOYMENTS", "KNOWN_MISSIONS", "MISSIONS", "PROPOSAL"),
    *("MINURSO", "UNOCI", "UNIFIL", "MINUSCA", "MONUSCO", "MINUSMA"),
    *("Mission", "Mandate", "Deployment", "Status", "Role", "Personnel", "Proposal", "Statement", "Unit", "Outcome"),
    *("ConstitutionalBasis", "Headcount", "Precision", "PartialDate", "Period", "Source", "Citation", "Dataset"),
    *("Total", "MissionTotals", "TotalsByMission", "TotalsBySource", "Event", "EventKind", "Timeline", "Verification"),
    *("UnknownMissionError", "ContradictionError"),
    *("total_served", "total_serving", "totals_by_mission", "totals_by_source", "serving_over_time", "timeline"),
    *("find_mission", "verify", "read_contributions", "describe", "brief", "to_html", "to_rows", "to_pandas"),
    *("to_json", "from_json", "export", "plot_article", "plot_totals", "plot_timeline", "plot_serving"),
}
PUBLIC = {name: getattr(kz, name) for name in kz.__all__}
HELPERS = [value for value in PUBLIC.values() if inspect.isfunction(value)]
CLASSES = [value for value in PUBLIC.values() if inspect.isclass(value)]
EXAMPLES = [
    *(kz.ARTICLE, kz.DEPLOYMENTS[0], kz.DEPLOYMENTS[0].citation, kz.PROPOSAL, kz.PROPOSAL.headcount),
    *(kz.PROPOSAL.conditions[0], kz.CONSTITUTIONAL_BASIS, kz.UNIFIL, kz.UNIFIL.mandate, kz.PartialDate(2014)),
    *(kz.Period("2014", None), kz.total_served(), kz.totals_by_mission(), kz.totals_by_mission()["UNIFIL"]),
    *(kz.totals_by_source(), kz.timeline(), kz.timeline(mandates=True)[0], kz.verify("")),
    kz.Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS, proposals=(kz.PROPOSAL,)),
]
"""An instance of each class of values."""

values = pytest.mark.parametrize("value", EXAMPLES, ids=lambda value: type(value).__name__)
helpers = pytest.mark.parametrize("helper", HELPERS, ids=lambda helper: helper.__name__)


def test_the_package_offers_these_names_and_no_others():
    """Each name that scripts depend on is there, once."""
    assert set(kz.__all__) == NAMES
    assert len(kz.__all__) == len(NAMES)
    assert set(dir(kz)) >= {*NAMES, "__version__"}
    assert kz.__version__ == metadata.version("kzpeace")
    with pytest.raises(AttributeError, match="module 'kzpeace' has no attribute 'total'"):
        kz.total  # noqa: B018 - raises


@helpers
def test_help_of_a_helper_reads_well(helper):
    """The signature fits on three lines; arguments, result, errors and an example follow."""
    signature = inspect.signature(helper)
    assert len(f"{helper.__name__}{signature}") <= 3 * 100
    for part in ("Args:", "Returns:", "Raises:", ">>>", *signature.parameters):
        assert part in inspect.getdoc(helper)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_help_of_a_class_describes_fields_and_methods(kind):
    """The docstring of a class names each field, and each public method and property has one."""
    for field in attrs.fields(kind) if attrs.has(kind) else ():
        assert f"    {field.name}: " in kind.__doc__, field.name
    for name, member in vars(kind).items():
        if not name.startswith("_") and (inspect.isroutine(member) or isinstance(member, property | classmethod)):
            assert inspect.getdoc(getattr(kind, name)), name


@pytest.mark.parametrize("use", ["kzpeace", "kzpeace.total_served()", "kzpeace.DEPLOYMENTS", "kzpeace.timeline()"])
def test_starting_loads_nothing_heavy(use):
    """Importing the package and asking a first question load no Babel, dateutil or extra."""
    heavy = ["babel", "cattrs", "dateutil", "matplotlib", "numpy", "pandas"]
    script = f"import sys, kzpeace; {use}; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout == "[]\n"


def test_what_users_write_runs():
    """The scripts that the type checkers read run too."""
    runpy.run_path(str(Path(__file__).parent / "typing" / "usage.py"), run_name="__main__")


@values
def test_values_cannot_be_changed(value):
    """No attribute can be set, deleted or added."""
    assert not hasattr(value, "__dict__")
    for name in [*(field.name for field in attrs.fields(type(value))), "note"]:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)


@values
def test_values_survive_copying(value):
    """A pickled or copied value is equal, has the same hash and reads the same."""
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), attrs.evolve(value)):
        assert other == value
        assert hash(other) == hash(value)
        assert (repr(other), str(other)) == (repr(value), str(value))
