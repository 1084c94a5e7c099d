"""Every task of a developer: `nox -l` lists them, `nox -s NAME` runs one."""

from __future__ import annotations

import os
from filecmp import cmp
from pathlib import Path
from shutil import rmtree

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["tests", "types", "lint", "docs"]
nox.options.error_on_missing_interpreters = False

LOWEST = ("attrs==22.2.0", "babel==2.16.0", "python-dateutil==2.8.2")
"""The lowest versions that pyproject.toml allows."""


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run the tests and measure their coverage, on each Python found."""
    session.install("-e", ".[tests]")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    if not session.posargs:  # coverage of only some tests means nothing
        session.run("coverage", "report")


@nox.session
def thorough(session: nox.Session) -> None:
    """Run the slow tests: hundreds of worlds of the oracle, the data package's standard, the tutorial."""
    session.install("-e", ".[thorough]")
    session.run("pytest", "-m", "slow", *session.posargs)


def _test_without_extras(session: nox.Session, *pins: str) -> None:
    session.install(".", "hypothesis", "pytest", "scipy", "sybil", *pins)
    session.run("pytest", "tests", "README.md", "docs", "--ignore=tests/extras", *session.posargs)


@nox.session
def bare(session: nox.Session) -> None:
    """Run the tests that need no extra, with only the three run-time dependencies."""
    _test_without_extras(session)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the same tests as `bare` with the lowest versions of the dependencies."""
    _test_without_extras(session, *LOWEST)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types with mypy and pyright."""
    session.install("-e", ".[types]")
    session.run("mypy")
    session.run("pyright")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and spelling; `nox -s lint -- --fix` corrects style and format."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", *(() if session.posargs else ("--check",)))
    session.run("codespell")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation into `build/docs`; a warning or a broken link fails the build."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-d", "build/doctrees", "docs", "build/docs", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Build a release into `dist`, check it, and run the README's examples with the installed wheel."""
    session.install("build", "cffconvert", "check-wheel-contents", "twine")
    session.run("cffconvert", "--validate")
    made, again = Path("dist"), Path(session.create_tmp(), "again")
    for folder in (made, again):
        rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(made))  # builds the wheel from the sdist
    session.run("python", "-m", "build", "--sdist", "--wheel", "--outdir", str(again))  # builds it from the source tree
    (wheel,), (sdist,) = made.glob("*.whl"), made.glob("*.tar.gz")
    for file in (wheel, sdist):
        if not cmp(file, again / file.name, shallow=False):
            session.error(f"{file.name}: a second build gives other bytes")
    session.run("twine", "check", "--strict", str(wheel), str(sdist))
    session.run("check-wheel-contents", str(wheel))
    empty = Path(session.create_tmp(), "empty")
    session.run("python", "-m", "venv", "--clear", str(empty))
    python = str(empty.resolve() / ("Scripts" if os.name == "nt" else "bin") / "python")
    session.run(python, "-m", "pip", "install", "--quiet", str(wheel), external=True)
    readme = str(Path("README.md").resolve())
    with session.chdir(session.create_tmp()):
        session.run(python, "-m", "doctest", "-o", "NORMALIZE_WHITESPACE", readme, external=True)


@nox.session
def messages(session: nox.Session) -> None:
    """Update the catalogues from the messages in the code; `nox -s messages -- uk` adds a language."""
    session.install("-e", ".")
    session.run("python", "tests/catalogues.py", *session.posargs)


@nox.session
def oracle(session: nox.Session) -> None:
    """Compare the bounds with the exact ones, over small random worlds: `nox -s oracle -- --worlds 1000`."""
    session.install("-e", ".[tests]")
    session.run("python", "tests/oracle.py", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Make thousands of small changes to the code and list those that no test notices."""
    session.install(".[tests]", "mutmut>=3.8")
    changed = Path("mutants", "src").resolve()
    changed.mkdir(parents=True, exist_ok=True)  # Python ignores a path that does not exist when it starts
    session.env.update(CI="true", PYTHONPATH=str(changed))
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session
def bench(session: nox.Session) -> None:
    """Time the start of the library, and its answers over a national series, as ratios."""
    session.install("-e", ".")
    session.run("python", "tests/bench.py", *session.posargs)
