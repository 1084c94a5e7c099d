"""What a user of kzpeace waits for: starting it, and using it once it is there, as multiples of something known.

Starting is the time of a whole process, against one that does ``import attrs``: the statements are run in turn, in
fresh interpreters. Using is the time of a call, against making an attrs object of as many fields that checks nothing.
All are medians.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter
from timeit import repeat

import attrs

import kzpeace as kz

RUNS = 50
STARTING = {
    "nothing": "pass",
    "import attrs": "import attrs",
    "import attrs, datetime, unicodedata": "import attrs, datetime, unicodedata",
    "import kzpeace": "import kzpeace",
    "and its data": "import kzpeace; kzpeace.DEPLOYMENTS",
    "and a first total": "import kzpeace; kzpeace.total_served()",
    "and a first describe": "import kzpeace; kzpeace.describe(kzpeace.PROPOSAL)",
    "and a first brief in Kazakh": "import kzpeace; kzpeace.brief('kk')",
}

CITATION, PERIOD, HEADCOUNT = kz.DEPLOYMENTS[0].citation, kz.Period("2014", "2022-06-30"), kz.Headcount.exactly(45)
Plain = attrs.make_class("Plain", list("abcdefg"), frozen=True, slots=True)
USING = {
    "an attrs object that checks nothing": lambda: Plain(1, 2, 3, 4, 5, 6, 7),
    "a Deployment of ready values": lambda: kz.Deployment(
        headcount=HEADCOUNT, missions=kz.UNIFIL, status=kz.Status.SERVED, period=PERIOD, citation=CITATION
    ),
    "a Deployment of a number and text": lambda: kz.Deployment(
        headcount=45, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014/2022-06-30", citation=CITATION
    ),
    "total_serving()": kz.total_serving,
    "total_served()": kz.total_served,
    "totals_by_mission()": kz.totals_by_mission,
    "timeline()": kz.timeline,
    "describe(total_served(), 'kk')": lambda: kz.describe(kz.total_served(), "kk"),
}


def seconds(statement):
    """How long a fresh interpreter takes to run a statement, start and end included."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return perf_counter() - start


def main():
    """Time everything and print the two tables."""
    times = {name: [] for name in STARTING}
    for statement in STARTING.values():
        seconds(statement)  # once for the caches
    for _ in range(RUNS):
        for name, statement in STARTING.items():
            times[name].append(seconds(statement))
    for name, taken in times.items():
        print(f"{name:40} {1000 * median(taken):8.1f} ms   {median(taken) / median(times['import attrs']):8.2f}")
    print()
    taken = {name: median(repeat(call, number=200, repeat=25)) / 200 for name, call in USING.items()}
    plain = next(iter(taken.values()))
    for name, one in taken.items():
        print(f"{name:40} {1_000_000 * one:8.1f} µs   {one / plain:8.1f}")


if __name__ == "__main__":
    main()
