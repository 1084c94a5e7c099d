"""Run the Python examples of the README and the docs as tests, with the same random examples each time in CI."""

import os
from doctest import NORMALIZE_WHITESPACE

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# No deadline: on a busy machine, a slow example is not a failure.
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", settings.get_profile("developer"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["*.md"],
).pytest()

# Sphinx's modules have no doctests, and not every environment has what they import.
collect_ignore_glob = ["docs/*.py"]
