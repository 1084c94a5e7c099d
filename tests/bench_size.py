"""Time and peak memory of the questions over many records: how they grow with the number of records.

Each question is asked in a process of its own, of records made there. Times are of the processor
and of the question alone; the memory is the
most that the process ever held, and in brackets what it held before the question. A question that is not answered
within the limit is ended.
"""

import argparse
import json
import resource
import subprocess
import sys
from math import ceil
from signal import SIGXCPU
from time import process_time

from series import SHAPES, national_series, one_date, overlapping

import kzpeace as kz

SIZES = 1_000, 10_000, 100_000
LIMIT = 120
YEARS_AND_MISSIONS = {1_000: (9, 3), 10_000: (27, 10), 100_000: (79, 34)}
"""A national series of about so many records."""

SETS = {
    "national series": lambda size: national_series(*YEARS_AND_MISSIONS.get(size, (10, ceil(size / 400)))).records,
    **{shape: (lambda size, shape=shape: overlapping(shape, size).records) for shape in SHAPES},
    "one date": lambda size: one_date(size).records,
    "many missions": lambda size: overlapping("scattered", size, missions=size // 100).records,
}
QUESTIONS = {
    "total_served": lambda records: str(kz.total_served(records=records)),
    "total_serving": lambda records: str(kz.total_serving(records=records)),
    "totals_by_mission": lambda records: f"{len(kz.totals_by_mission(records=records))} missions",
    "timeline": lambda records: f"{len(kz.timeline(records=records))} events",
    "to_rows": lambda records: f"{len(kz.to_rows(records))} rows",
}
COLUMNS = "{:16} {:>7} {:18} {:>8} {:>8} {:>6} {:>14} {:>6}  {}"


def peak():
    """The most memory that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(name, size, question, limit):
    """Make records, ask the question, and print as JSON what it took; past the limit the process is ended."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    start = process_time()
    records = SETS[name](size)
    made, before = process_time() - start, peak()
    start = process_time()
    try:
        answer = QUESTIONS[question](records)
    except kz.ContradictionError:
        answer = "contradiction"
    taken = process_time() - start
    print(json.dumps([len(records), made, taken, before, peak(), answer]))


def asked(name, size, question, limit):
    """What asking took in a process of its own; None where it did not finish."""
    command = [sys.executable, __file__, "--one", name, str(size), question, "--limit", str(limit)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode == -SIGXCPU:
        return None
    done.check_returncode()
    return json.loads(done.stdout)


def main():
    """Ask everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--limit", type=int, default=LIMIT, help="seconds")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--questions", nargs="+", choices=QUESTIONS, default=QUESTIONS)
    parser.add_argument("--one", nargs=3, metavar=("SET", "SIZE", "QUESTION"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        ask(given.one[0], int(given.one[1]), given.one[2], given.limit)
        return
    print(
        COLUMNS.format("records", "number", "question", "made, s", "asked, s", "ratio", "peak, MB", "ratio", "answer")
    )
    for name in given.sets:
        for question in given.questions:
            last = None
            for size in given.sizes:
                found = asked(name, size, question, given.limit)
                if found is None:
                    print(
                        COLUMNS.format(name, size, question, "", "", "", "", "", f"did not finish in {given.limit} s")
                    )
                    break
                number, made, taken, before, most, answer = found
                ratios = [f"{taken / last[2]:.1f}", f"{most / last[4]:.1f}"] if last else ["", ""]
                memory = f"{most:.0f} ({before:.0f})"
                print(
                    COLUMNS.format(
                        name, number, question, f"{made:.2f}", f"{taken:.3f}", ratios[0], memory, ratios[1], answer
                    ),
                    flush=True,
                )
                last = found


if __name__ == "__main__":
    main()
