"""How many different people records count: what holds in every world that the records are true of."""

from itertools import product

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from oracle import choices
from worlds import DAYS, means_somebody, worlds

import kzpeace as kz

MISSIONS = kz.MISSIONS[:3]
"""The missions of every world."""

either_total = pytest.mark.parametrize("ask", [kz.total_served, kz.total_serving])


def asked_of(world, ask):
    """How many people there truly are, as a function of the missions, for one of the two questions."""
    return world.served if ask is kz.total_served else world.serving


def all_bounds(ask, records, missions=MISSIONS):
    """The bounds for each choice of the missions."""
    totals = (ask(chosen, records=records) for chosen in choices(missions))
    return [(total.low, total.high) for total in totals]


def is_within(inner, outer):
    """Whether bounds lie within others."""
    (low, high), (outer_low, outer_high) = inner, outer
    return outer_low <= low and (outer_high is None or (high is not None and high <= outer_high))


@either_total
@given(world=worlds)
def test_the_true_number_is_within_the_bounds(ask, world):
    """Whatever missions are asked about, true records are not refused, and the bounds hold the true number."""
    for missions in (None, *choices(kz.MISSIONS[:4])):
        total = ask(missions, records=world.records)
        true = asked_of(world, ask)(total.missions)
        assert is_within((true, true), (total.low, total.high)), total


@given(world=worlds)
def test_totals_by_mission_are_those_of_each_mission(world):
    """Mission by mission the totals are what is answered for each mission alone."""
    for acronym, totals in kz.totals_by_mission(records=world.records).items():
        assert totals.served == kz.total_served(acronym, records=world.records)
        assert totals.serving == kz.total_serving(acronym, records=world.records)


@either_total
@given(world=worlds, random=st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(ask, world, random):
    """Records in another order give the same bounds."""
    shuffled = random.sample(list(world.records), len(world.records))
    assert all_bounds(ask, shuffled) == all_bounds(ask, world.records)


@either_total
@given(world=worlds)
def test_a_record_given_twice_counts_once(ask, world):
    """The same records again change nothing in the answer."""
    assert ask(records=[*world.records, *world.records]) == ask(records=world.records)


@either_total
@given(world=worlds, other_missions=st.permutations(kz.MISSIONS))
def test_the_names_of_missions_do_not_matter(ask, world, other_missions):
    """Records of other missions, one for one, give the same bounds."""
    other = dict(zip(MISSIONS, other_missions, strict=False))
    renamed = [evolve(record, missions=[other[each] for each in record.missions]) for record in world.records]
    assert all_bounds(ask, renamed, [other[each] for each in MISSIONS]) == all_bounds(ask, world.records)


@either_total
@given(world=worlds)
def test_reported_by_a_date_after_all_reports_changes_nothing_else(ask, world):
    """As of a date by which everything was reported, the answer differs in that date only."""
    assume(all(record.period.end or record.citation for record in world.records))
    assert ask(records=world.records, reported_by="2030") == evolve(
        ask(records=world.records), reported_by=kz.PartialDate(2030)
    )


@either_total
@given(world=worlds, day=st.sampled_from(DAYS))
def test_reported_by_is_the_answer_without_what_was_reported_later(ask, world, day):
    """As of a date the bounds, or the contradiction, are those of the records that were reported by then.

    There may be one: those serving then may be counted as having served only by a later report (R3).
    """

    def answer(missions, **question):
        try:
            total = ask(missions, **question)
        except kz.ContradictionError as error:
            return str(error)
        return total.low, total.high

    assume(all(record.period.end or record.citation for record in world.records))
    reported = [record for record, until in world.records.items() if until <= day]
    assume(reported)
    for missions in choices(MISSIONS):
        assert answer(missions, records=world.records, reported_by=day) == answer(missions, records=reported)


@either_total
@given(world=worlds, data=st.data())
def test_restating_a_record_never_widens_the_bounds(ask, world, data):
    """A record told again with another true number, which counts nobody else, leaves the bounds or narrows them."""
    # Of two records with no known end, one may reach further than the other.
    closed = [record for record in world.records if record.period.end or record.citation]
    assume(closed)
    record = data.draw(st.sampled_from(closed))
    count = sum(person.is_counted(record, record.missions, world.records[record]) for person in world.people)
    headcounts = kz.Headcount.exactly(count), kz.Headcount.at_most(count), kz.Headcount.at_least(count)
    headcount = data.draw(st.sampled_from(headcounts))
    # R1: who names a mission where none of them served may mean nobody, also when told again.
    assume(means_somebody(record.headcount) or not means_somebody(headcount))
    restated = [*world.records, evolve(record, headcount=headcount)]
    for narrower, bounds in zip(all_bounds(ask, restated), all_bounds(ask, world.records), strict=True):
        assert is_within(narrower, bounds)


@either_total
@given(world=worlds)
def test_more_missions_never_have_fewer_people(ask, world):
    """Asked about more missions, neither bound is less."""
    bounds = dict(zip(choices(MISSIONS), all_bounds(ask, world.records), strict=True))
    for (fewer, (low, high)), (more, (more_low, more_high)) in product(bounds.items(), repeat=2):
        if set(fewer) < set(more):
            assert low <= more_low
            assert more_high is None or (high is not None and high <= more_high)


@given(world=worlds)
def test_who_serves_has_served(world):
    """Neither bound on who serves is more than that on who has served, where there are both."""
    serving, served = (all_bounds(ask, world.records) for ask in (kz.total_serving, kz.total_served))
    for (low, high), (served_low, served_high) in zip(serving, served, strict=True):
        assert low <= served_low
        assert None in (high, served_high) or high <= served_high
