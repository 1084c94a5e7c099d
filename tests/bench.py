"""The whole-process time of ``import kzpeace`` against ``import attrs``, interleaved: medians and their ratio.

Beside them, what a part of the difference is spent on: the modules that kzpeace needs of the standard library and attrs
does not import.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 100
STATEMENTS = {
    "nothing": "pass",
    "attrs": "import attrs",
    "attrs and the standard library's part": "import attrs, __future__, argparse",
    "kzpeace": "import kzpeace",
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
