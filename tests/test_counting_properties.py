"""How many different people records count: what holds in every world that the records are true of."""

from itertools import product
from random import Random

import pytest
from attrs import evolve
from hypothesis import assume, given, settings, strategies as st
from oracle import questions
from worlds import Question, counted, means_somebody, worlds

import kzpeace as kz
from kzpeace._setcover import STEPS

MISSIONS = kz.MISSIONS[:3]
"""The missions of every world."""

randoms = st.randoms(use_true_random=False)


def bounds_of(records, seed):
    """Return the bounds for questions of every kind, the same ones for a seed."""
    totals = {question: question.ask(records) for question in questions(MISSIONS, Random(seed))}
    return {question: (total.low, total.high) for question, total in totals.items()}


def is_within(inner, outer):
    """Whether bounds lie within others."""
    (low, high), (outer_low, outer_high) = inner, outer
    return outer_low <= low and (outer_high is None or (high is not None and high <= outer_high))


def includes(more, fewer):
    """Whether everybody whom a question asks about is asked about by another, by missions, roles and days."""
    return (
        more.status is fewer.status
        and more.personnel in {None, fewer.personnel}
        and set(fewer.missions) <= set(more.missions)
        and (not more.roles or (fewer.roles and set(fewer.roles) <= set(more.roles)))
        and (more.period == fewer.period or (more.period is None and more.status is kz.Status.SERVED))
    )


@settings(max_examples=50)
@pytest.mark.parametrize("steps", [0, STEPS])
@given(world=worlds, random=randoms)
def test_the_true_number_is_within_the_bounds(steps, world, random):
    """Whatever is asked, true records are not refused and the bounds hold, also if every search is cut short."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kzpeace._setcover.STEPS", steps)
        for question in questions(kz.MISSIONS[:4], random):
            total, true = question.ask(world.records), world.true_number(question)
            assert is_within((true, true), (total.low, total.high)), question
        for total in (kz.total_served(records=world.records), kz.total_serving(records=world.records)):
            true = world.true_number(Question(total.status, total.missions))
            assert is_within((true, true), (total.low, total.high))


@settings(max_examples=30)
@given(world=worlds)
def test_totals_by_mission_and_over_time_are_those_of_each(world):
    """Mission by mission, and date by date, the totals are the answers for each alone."""
    for acronym, totals in kz.totals_by_mission(records=world.records).items():
        assert totals.served == kz.total_served(acronym, records=world.records)
        assert totals.serving == kz.total_serving(acronym, records=world.records)
    for total in kz.serving_over_time(records=world.records):
        assert total == kz.total_serving(on=total.on, records=world.records)


@settings(max_examples=30)
@given(world=worlds, random=randoms)
def test_order_and_duplicates_do_not_matter(world, random):
    """Records in another order, and some of them twice, give the same bounds."""
    again = [*world.records, *random.choices(list(world.records), k=3)]
    assert bounds_of(random.sample(again, len(again)), 0) == bounds_of(world.records, 0)


@settings(max_examples=30)
@given(world=worlds, data=st.data(), seed=st.integers(0, 9))
def test_restating_a_record_never_widens_the_bounds(world, data, seed):
    """A record with another true number, which counts nobody else, leaves the bounds or narrows them."""
    record = data.draw(st.sampled_from(list(world.records)))
    # Of two records with no known end, one may reach further than the other.
    assume(record.period.end or record.citation)
    state = data.draw(st.sampled_from([kz.Headcount.exactly, kz.Headcount.at_most, kz.Headcount.at_least]))
    headcount = state(counted(record, world.records[record], world.people))
    # A record that may mean nobody may name a mission where nobody served (R1), which another must not say.
    assume(means_somebody(record.headcount) or not means_somebody(headcount))
    # A snapshot of nobody leaves nothing open, but *at least nobody* does where no SERVED record covers it.
    assume(record.headcount.high != 0 or headcount.high == 0)
    before, after = (
        bounds_of(each, seed) for each in (world.records, [*world.records, evolve(record, headcount=headcount)])
    )
    assert [question for question in before if not is_within(after[question], before[question])] == []


@settings(max_examples=30)
@given(world=worlds, seed=st.integers(0, 9))
def test_more_missions_roles_or_days_never_have_fewer_people(world, seed):
    """Asked about more, the low is not less, and neither is the high if both are known."""
    bounds = bounds_of(world.records, seed)
    for (fewer, (low, high)), (more, (more_low, more_high)) in product(bounds.items(), repeat=2):
        if includes(more, fewer):
            assert low <= more_low, (fewer, more)
            assert None in {high, more_high} or high <= more_high, (fewer, more)
            # Nothing about one of several missions leaves all of them open.
            assert high is not None or more_high is None or more[2:] != fewer[2:], (fewer, more)


@settings(max_examples=30)
@given(world=worlds, seed=st.integers(0, 9))
def test_who_serves_has_served(world, seed):
    """No bound on who serves on a date is more than that on who has served."""
    for question, (low, high) in bounds_of(world.records, seed).items():
        if question.status is kz.Status.SERVING and not question.period:
            total = question._replace(status=kz.Status.SERVED).ask(world.records)
            assert low <= total.low, question
            assert None in {high, total.high} or high <= total.high, question
