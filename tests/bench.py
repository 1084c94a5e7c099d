"""The whole-process time of ``import kzpeace`` against ``import attrs``, interleaved: medians and their ratio.

Beside them what else a kzpeace user waits for: the modules of the standard library that attrs does not import, the
first total, and the first words.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 50
STATEMENTS = {
    "nothing": "pass",
    "attrs": "import attrs",
    "attrs, datetime and unicodedata": "import attrs, datetime, unicodedata",
    "kzpeace": "import kzpeace",
    "kzpeace and its data": "import kzpeace; kzpeace.DEPLOYMENTS",
    "kzpeace and a total": "import kzpeace; kzpeace.total_served()",
    "kzpeace and its brief in Kazakh": "import kzpeace; kzpeace.brief('kk')",
}


def seconds(statement):
    """How long a fresh interpreter takes to run a statement, start and end included."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return perf_counter() - start


def main():
    """Time the statements in turn, and print the table."""
    times = {name: [] for name in STATEMENTS}
    for statement in STATEMENTS.values():
        seconds(statement)  # once for the caches
    for _ in range(RUNS):
        for name, statement in STATEMENTS.items():
            times[name].append(seconds(statement))
    for name, taken in times.items():
        print(f"{name:40} {1000 * median(taken):6.1f} ms   {median(taken) / median(times['attrs']):.2f} x attrs")


if __name__ == "__main__":
    main()
