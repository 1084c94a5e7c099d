"""Covers and packings, compared with all there are."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzpeace import covers
from kzpeace.covers import Box, Cover, Priced, cheapest_cover, heaviest_apart

LANES, DAYS = 3, 5
boxes = st.builds(
    lambda lanes, days: Box(lanes, min(days), max(days)),
    st.integers(1, 2**LANES - 1),
    st.tuples(st.integers(1, DAYS), st.integers(1, DAYS)),
)
pricings = st.lists(st.tuples(boxes, st.integers(0, 9)), max_size=7).map(
    lambda priced: [Priced(box, cost, key) for key, (box, cost) in enumerate(priced)]
)
targets = st.lists(boxes, max_size=3)


def cells(box):
    """Each lane and day of a box."""
    return {(lane, day) for lane in range(LANES) if box.lanes >> lane & 1 for day in range(box.first, box.last + 1)}


def all_cells(several):
    """Each lane and day of boxes."""
    return {cell for box in several for cell in cells(box)}


def every_cover(target, priced):
    """All sets of boxes that cover a target."""
    wanted = all_cells(target)
    for size in range(len(priced) + 1):
        for chosen in combinations(priced, size):
            if wanted <= all_cells(each.box for each in chosen):
                yield chosen


def assert_is_cover(cover, target, priced):
    """The cover covers, at its cost."""
    chosen = [priced[key] for key in cover.keys]
    assert all_cells(target) <= all_cells(each.box for each in chosen)
    assert cover.cost == sum(each.cost for each in chosen)


@given(targets, pricings)
@example(
    [Box(0b11, 1, 1)], [Priced(Box(0b11, 1, 1), 9, 0), Priced(Box(0b01, 1, 1), 1, 1), Priced(Box(0b10, 1, 1), 1, 2)]
)
@example([Box(0b111, 1, 1)], [Priced(Box(lanes, 1, 1), 1, key) for key, lanes in enumerate((0b011, 0b110, 0b101))])
@example(
    [Box(0b11, 1, 2)],
    [
        *(Priced(Box(0b01, 1, 2), 1, 0), Priced(Box(0b11, 2, 2), 1, 1)),
        *(Priced(Box(0b10, 1, 2), 1, 2), Priced(Box(0b11, 1, 1), 1, 3)),
    ],
)
def test_a_small_cover_is_the_cheapest(target, priced):
    """Of all sets that cover the target the cheapest is found, and None where there is none."""
    cheapest = min((sum(each.cost for each in cover) for cover in every_cover(target, priced)), default=None)
    cover = cheapest_cover(target, priced)
    assert (cover.cost if cover else None) == cheapest
    if cover:
        assert_is_cover(cover, target, priced)


@pytest.mark.parametrize("limit", ["FEW_BOXES", "MANY_BOXES", "LOOKS"])
@given(target=targets, priced=pricings)
def test_past_every_limit_a_cover_is_still_a_cover(limit, target, priced):
    """Where the search is cut short, by chains or by steps, what comes back covers, if anything can."""
    with pytest.MonkeyPatch.context() as patch:
        for name in {"FEW_BOXES", limit}:
            patch.setattr(covers, name, 0)
        cover = cheapest_cover(target, priced)
    assert (cover is None) == (next(every_cover(target, priced), None) is None)
    if cover:
        assert_is_cover(cover, target, priced)


@given(st.lists(boxes, max_size=3).map(lambda target: [Box(1, box.first, box.last) for box in target]), pricings)
@example(
    [Box(1, 1, 1), Box(1, 5, 5)], [Priced(Box(1, 1, 2), 1, 0), Priced(Box(1, 4, 5), 1, 1), Priced(Box(1, 3, 3), 1, 2)]
)
def test_in_one_lane_the_chain_is_the_cheapest(target, priced):
    """Along one lane the chain of boxes is itself the cheapest cover, gaps in the target being free."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("FEW_BOXES", "MANY_BOXES"):
            patch.setattr(covers, name, 0)
        cover = cheapest_cover(target, priced)
    cheapest = min((sum(each.cost for each in cover) for cover in every_cover(target, priced)), default=None)
    assert (cover.cost if cover else None) == cheapest


def test_nothing_is_covered_for_nothing():
    """A target with nothing in it is covered by nothing, at no cost."""
    assert cheapest_cover([], []) == Cover(0, ())


@pytest.mark.parametrize("few", [covers.FEW_WEIGHTS, 0])
@given(weights=st.dictionaries(st.integers(1, 31), st.integers(1, 9), max_size=7))
def test_a_packing_is_apart_and_while_small_the_heaviest(few, weights):
    """No two of the chosen sets overlap; of few, none that are apart weigh more together."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covers, "FEW_WEIGHTS", few)
        chosen = heaviest_apart(weights)
    assert all(not one & other for one, other in combinations(chosen, 2))
    most = max(
        sum(weights[lanes] for lanes in some)
        for size in range(len(weights) + 1)
        for some in combinations(weights, size)
        if all(not one & other for one, other in combinations(some, 2))
    )
    weight = sum(weights[lanes] for lanes in chosen)
    assert weight == most if few else weight <= most
