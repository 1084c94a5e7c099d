"""Change the library in thousands of small ways, one at a time, and see which changes no test notices.

``python tests/mutation.py`` tries all; modules' names after it, such as ``dates``, only theirs. mutmut makes the
changes and runs the tests, in copies in ``build/mutation``, and keeps there what it has found: a module that has not
changed is not tried again. Run by ``nox -s mutants``.

Each change that survives is to be in ``docs/mutants.md``, with why nothing that a user can see has changed.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).parents[1]
EXPLAINED = PROJECT / "docs" / "mutants.md"
COPIES = PROJECT / "build" / "mutation"
GOAL = 0.95
"""How many of the changes are to be noticed."""

UNNOTICED = {"survived", "no tests", "suspicious", "not checked"}
"""What mutmut says of a change that no test noticed; of others *killed*, or *timeout* where the tests never ended."""

COUNTING = ["test_counting.py", "test_counting_properties.py", "test_covers.py", "test_counting_at_size.py"]
TESTS = {
    "__init__": ["test_public_names.py"],
    "__main__": ["test_main.py"],
    "article": ["test_article.py"],
    "bounds": COUNTING,
    "checks": ["test_checks.py", "test_dates.py", "test_domain.py", "test_headcount.py", "test_sources.py"],
    "chronology": ["test_chronology.py", "test_tables.py"],
    "columns": ["test_tables.py", "test_datapackage.py"],
    "counting": COUNTING,
    "covers": COUNTING,
    "datapackage": ["test_datapackage.py"],
    "dates": ["test_dates.py", "test_domain.py", "test_chronology.py"],
    "domain": ["test_domain.py", "test_tables.py"],
    "exchange": ["extras/test_exchange.py"],
    "headcount": ["test_headcount.py"],
    "language": ["test_language.py"],
    "letters": ["test_verification.py"],
    "missions": ["test_missions.py", "test_chronology.py"],
    "plots": ["extras/test_plots.py"],
    "reading": COUNTING,
    "sources": ["test_sources.py"],
    "tables": ["test_tables.py", "extras/test_pandas.py"],
    "verification": ["test_verification.py"],
}
"""For each module that has something to change, the tests that are to notice: its own, so that each run is short."""

DESELECTED = ["--deselect=tests/test_public_names.py::test_importing_is_quick"]
"""What mutmut itself makes fail: it loads more than the library does."""

SPARED = {"plots": ["-k", "not (kk] or ru] or many-en])"]}
"""For a module, what leaves out tests that say in other languages, or at length, what others of them say sooner."""


def copied(module):
    """A copy of the project for one module, with mutmut's settings in it."""
    copy = COPIES / module
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, check=True, capture_output=True, text=True)
    for name in filter(None, tracked.stdout.split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(PROJECT / name, copy / name)
    # There before Python starts, or it would not be looked into.
    (copy / "mutants" / "src").mkdir(parents=True, exist_ok=True)
    options = ["-p", "no:cacheprovider", "--hypothesis-profile=mutants", *DESELECTED, *SPARED.get(module, [])]
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/kzpeace/{module}.py"],
        "also_copy": ["conftest.py"],
        "pytest_add_cli_args": options,
        "pytest_add_cli_args_test_selection": [f"tests/{name}" for name in TESTS[module]],
    }
    lines = ["[mutmut]", "use_git_change_detection = false"]
    lines += [f"{name} =\n    " + "\n    ".join(values) for name, values in settings.items()]
    (copy / "setup.cfg").write_text("\n".join(lines) + "\n")
    return copy


def tried(module):
    """Try the changes of a module; the result of each, by name."""
    copy = copied(module)
    environment = {**os.environ, "CI": "true", "PYTHONPATH": str(copy / "mutants" / "src")}
    subprocess.run(["mutmut", "run"], cwd=copy, env=environment, check=True)
    listed = subprocess.run(
        ["mutmut", "results", "--all", "true"], cwd=copy, env=environment, check=True, capture_output=True, text=True
    )
    return dict(re.findall(r"^ *(kzpeace\S+): (.+)$", listed.stdout, flags=re.MULTILINE))


def main():
    """Try the changes, print how many were noticed, and say which of the others nobody has explained."""
    modules = sys.argv[1:] or list(TESTS)
    explained = set(re.findall(r"kzpeace\.[^\s`]+__mutmut_\d+", EXPLAINED.read_text("utf-8")))
    counts, unnoticed = Counter(), []
    for module in modules:
        results = tried(module)
        counts.update(results.values())
        unnoticed += sorted(name for name, result in results.items() if result in UNNOTICED)
    noticed = 1 - len(unnoticed) / counts.total()
    print(*(f"{result}: {count}" for result, count in counts.most_common()), sep="\n")
    print(f"{counts.total()} changes, {noticed:.2%} noticed")
    open_ones = [name for name in unnoticed if name not in explained]
    print(f"not in {EXPLAINED.name}: {len(open_ones)}", *open_ones, sep="\n    ")
    return int(noticed < GOAL or bool(open_ones))


if __name__ == "__main__":
    sys.exit(main())
