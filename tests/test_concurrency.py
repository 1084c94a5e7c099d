"""Many threads that use the library for the first time, all at once, get what one thread gets."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

FIRST_USES = {
    "answers": "str(kz.total_served()), str(kz.totals_by_mission()), str(kz.timeline(mandates=True)), kz.__version__",
    "words": "kz.brief('kk'), kz.brief('ru'), kz.describe(kz.PROPOSAL, 'ru-KZ'), kz.to_html(kz.MISSIONS, 'kk')",
    "text": "str(kz.PartialDate.parse('30 June 2022')), str(kz.find_mission('western sahara')), str(kz.verify('45'))",
    "json": "kz.to_json(), hash(kz.from_json(kz.to_json())) == hash(kz.from_json(kz.to_json()))",
}
"""What is loaded, compiled or cached when it is first used."""

SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
sys.setswitchinterval(1e-6)
import kzpeace as kz

threads = {threads}
barrier = Barrier(threads)

def first_use(_):
    barrier.wait()
    return {use}

with ThreadPoolExecutor(threads) as pool:
    answers = list(pool.map(first_use, range(threads)))
assert all(each == answers[0] for each in answers)
sys.stdout.buffer.write(repr(answers[0]).encode())
"""


def run(use, threads):
    """Return what a fresh process prints."""
    command = [sys.executable, "-c", SCRIPT.format(use=use, threads=threads)]
    return subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.parametrize("use", FIRST_USES)
def test_first_use_by_many_threads(use):
    """Sixteen threads get the answers that one thread gets."""
    if use == "json" and find_spec("cattrs") is None:
        pytest.skip("cattrs is not installed")
    assert run(FIRST_USES[use], 16) == run(FIRST_USES[use], 1)
