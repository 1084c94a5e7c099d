"""Run every Python example in the README and the docs as a test, and the same random examples each time in CI."""

import os
from doctest import NORMALIZE_WHITESPACE

from hypothesis import Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# Times say nothing on a noisy machine, so none is a failure.
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", settings.get_profile("developer"), derandomize=True)
# For thousands of runs, one for each change in the library: what fails need not be made small.
settings.register_profile(
    "mutants", settings.get_profile("ci"), max_examples=10, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("ci" if os.environ.get("CI") else "developer")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["*.md"],
).pytest()

# Sphinx's: no examples in them, and what they import is not in every session.
collect_ignore = ["docs/codebook.py", "docs/conf.py"]
