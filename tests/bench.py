"""Measure what users wait for, as ratios that hold on any machine: starting the library, and its answers.

Starting is the time of a fresh process, against one that only imports attrs. Answers are about a simulated national
series, against the time it takes to make its records. All figures are medians.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter, process_time

from series import national_series

import kzpeace as kz

RUNS = 20
STARTS = ("import attrs", "import kzpeace", "import kzpeace; kzpeace.total_served()")
QUESTIONS = (kz.total_serving, kz.total_served, kz.totals_by_mission, kz.serving_over_time)


def start(statement):
    """Run a statement in a fresh interpreter; return the seconds that takes."""
    before = perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return perf_counter() - before


def seconds(call, runs=3):
    """Return the median processor time of a call."""
    times = []
    for _ in range(runs):
        before = process_time()
        call()
        times.append(process_time() - before)
    return median(times)


def make(records):
    """Make records again, from what a person types."""
    return [
        kz.Deployment(
            headcount=record.headcount.figure,
            missions=record.missions,
            status=record.status,
            period=str(record.period),
            roles=record.roles,
            personnel=record.personnel,
            citation=record.citation,
        )
        for record in records
    ]


def main():
    """Print both tables."""
    times = {statement: [] for statement in STARTS}
    for _ in range(RUNS):  # in turn, so that a busy moment slows all of them alike
        for statement in STARTS:
            times[statement].append(start(statement))
    for statement, taken in times.items():
        print(f"{statement:40} {1000 * median(taken):6.1f} ms {median(taken) / median(times['import attrs']):6.2f}")
    before = {}
    for years in (15, 150):
        records = national_series(years, 6).records
        making = seconds(lambda records=records: make(records))
        print(f"\n{len(records):,} records: made in {making:.2f} s\n{'':20} {'seconds':>8} {'ratio':>8} {'growth':>8}")
        for ask in QUESTIONS:
            taken = seconds(lambda ask=ask, records=records: ask(records=records))
            growth = f"{taken / before[ask]:8.1f}" if ask in before else ""
            print(f"{ask.__name__:20} {taken:8.2f} {taken / making:8.2f} {growth}")
            before[ask] = taken


if __name__ == "__main__":
    main()
