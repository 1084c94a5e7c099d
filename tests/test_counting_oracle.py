"""How many different people records count: the bounds against the exact ones, over random worlds of fixed seeds."""

from random import Random

import pytest
from oracle import Oracle, answers, questions
from worlds import random_world

import kzpeace as kz


@pytest.mark.parametrize(
    ("worlds", "roles", "exact"),
    [
        (20, None, 0.95),  # a single odd world has a dozen questions, so the share varies among so few
        pytest.param(600, None, 0.988, marks=pytest.mark.slow),
        pytest.param(300, 3, 0.97, marks=pytest.mark.slow),
    ],
)
def test_bounds_are_sound_and_nearly_always_exact(worlds, roles, exact):
    """No bound is narrower than the records and the rules allow, and few are wider."""
    random = Random(2022)
    found = [answer for _ in range(worlds) for answer in answers(random_world(random, roles), random)]
    assert [str(answer) for answer in found if not answer.is_sound] == []
    wider = [str(answer) for answer in found if answer.said != answer.exact]
    assert len(wider) <= (1 - exact) * len(found), "\n".join(wider)


def test_the_articles_bounds_are_exact():
    """Whatever is asked about the article's missions, its four records allow no narrower bounds."""
    oracle = Oracle(kz.DEPLOYMENTS)
    for question in questions(oracle.missions, Random(0)):
        total = question.ask(kz.DEPLOYMENTS)
        assert (total.low, total.high) == oracle.bounds(question), question
