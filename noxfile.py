"""The developer's manual: `nox -l` lists what can be done, `nox -s NAME` does it."""

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
"""The lowest versions that pyproject.toml claims."""


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests and measure what they cover, on each Python found."""
    session.install("-e", ".[tests]")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    if not session.posargs:  # of some of the tests, coverage says nothing
        session.run("coverage", "report")


def without_extras(session: nox.Session, *pins: str) -> None:
    """Run the tests that need no extra, with nothing of the extras installed."""
    session.install(".", "hypothesis", "pytest", "scipy", "sybil", *pins)
    session.run("pytest", "tests", "README.md", "docs", "--ignore=tests/extras", *session.posargs)


@nox.session
def bare(session: nox.Session) -> None:
    """Run the tests of what works with the three run-time dependencies alone."""
    without_extras(session)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run those tests with the lowest versions of the three dependencies that we claim."""
    without_extras(session, *LOWEST)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, with mypy and with pyright."""
    session.install("-e", ".[types]")
    session.run("mypy")
    session.run("pyright")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting; `nox -s lint -- --fix` mends what can be mended."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", *(() if session.posargs else ("--check",)))


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation into `build/docs`; a warning, a broken link or an undescribed field is an error."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-d", "build/doctrees", "docs", "build/docs", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Build a release into `dist`, check it, and run the README's examples with what is in it."""
    session.install("build", "cffconvert", "check-wheel-contents", "twine")
    session.run("cffconvert", "--validate")
    made, again = Path("dist"), Path(session.create_tmp(), "again")
    for folder in (made, again):
        rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(made))  # the wheel of it is made of the sdist
    session.run("python", "-m", "build", "--sdist", "--wheel", "--outdir", str(again))  # and here of the working tree
    (wheel,), (sdist,) = made.glob("*.whl"), made.glob("*.tar.gz")
    for file in (wheel, sdist):
        if not cmp(file, again / file.name, shallow=False):
            session.error(f"{file.name} is not the same, byte by byte, when it is made again")
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
    """Bring the catalogues up to the messages in the code; `nox -s messages -- uk` adds a language."""
    session.install("-e", ".")
    session.run("python", "tests/catalogues.py", *session.posargs)


@nox.session
def oracle(session: nox.Session) -> None:
    """Compare the bounds with the tightest there are, over small worlds: `nox -s oracle -- --worlds 1000`."""
    session.install("-e", ".[tests]")
    session.run("python", "tests/oracle.py", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the library in thousands of ways and list those that no test notices: `nox -s mutants -- dates`."""
    session.install(".[tests]", "mutmut>=3.8")
    session.run("python", "tests/mutation.py", *session.posargs)


@nox.session
def hostile(session: nox.Session) -> None:
    """Try hostile input at every entry point: `nox -s hostile -- --examples 8000 --seed 0`, or `-- --growth`."""
    session.install("-e", ".[tests]")
    session.run("python", "-W", "ignore", "tests/hostile.py", *session.posargs)


@nox.session
def size(session: nox.Session) -> None:
    """Time the questions over up to 100,000 records, with their memory: `nox -s size -- --sizes 1000 10000`."""
    session.install(".")
    session.run("python", "tests/bench_size.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time starting and using the library, against `import attrs` and a plain attrs object."""
    session.install(".")
    session.run("python", "tests/bench.py", *session.posargs)
