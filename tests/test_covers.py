"""Covers and packings, compared with all there are."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzpeace import _setcover as covers
from kzpeace._setcover import Box, Cover, Effort, Priced, cheapest_cover, heaviest_apart

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


STEPS = 1_000
"""More than the searches below take."""


def boxes_of(*told):
    """Priced boxes from their lanes, first day, last day and cost; the keys are their places."""
    return [Priced(Box(*box), cost, key) for key, (*box, cost) in enumerate(told)]


def cells(box):
    """Each lane and day of a box."""
    return {(lane, day) for lane in range(LANES) if box.lanes >> lane & 1 for day in range(box.first, box.last + 1)}


def all_cells(to_tuple):
    """Each lane and day of boxes."""
    return {cell for box in to_tuple for cell in cells(box)}


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
@example([Box(0b01, 3, 4)], boxes_of((0b01, 1, 3, 5), (0b01, 3, 3, 1), (0b01, 4, 4, 1)))
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
@example([Box(1, 1, 1), Box(1, 5, 5)], boxes_of((1, 1, 1, 1), (1, 2, 4, 0), (1, 5, 5, 1)))
@example([Box(1, 1, 1), Box(1, 3, 3), Box(1, 5, 5)], boxes_of((1, 1, 1, 1), (1, 3, 3, 1), (1, 5, 5, 1), (1, 1, 5, 4)))
@example([Box(1, 1, 2)], boxes_of((1, 1, 1, 0), (1, 2, 2, 9), (1, 2, 3, 2), (1, 2, 4, 1), (1, 2, 5, 3)))
@example([Box(1, 1, 3)], boxes_of((1, 1, 1, 3), (1, 2, 3, 1), (1, 1, 2, 1), (1, 3, 3, 4)))
@example([Box(1, 1, 1), Box(2, 5, 5)], boxes_of((1, 1, 1, 1), (1, 4, 4, 1), (3, 5, 5, 1)))
def test_in_one_lane_the_chain_is_the_cheapest(target, priced):
    """Along one lane the chain of boxes is itself the cheapest cover, gaps in the target being free."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("FEW_BOXES", "MANY_BOXES"):
            patch.setattr(covers, name, 0)
        cover = cheapest_cover(target, priced)
    cheapest = min((sum(each.cost for each in cover) for cover in every_cover(target, priced)), default=None)
    assert (cover.cost if cover else None) == cheapest


TWO_LANES = [Box(0b111, 1, 1)], boxes_of((0b001, 1, 1, 3), (0b011, 1, 1, 5), (0b010, 1, 1, 3), (0b100, 1, 1, 1))
"""The two lanes that cost 3 each cost 5 together, as is seen only where all boxes are searched."""

SHARED = (
    [Box(0b01, 1, 1), Box(0b10, 1, 2), Box(0b100, 1, 1)],
    boxes_of((0b10, 1, 2, 4), (0b11, 1, 1, 5), (0b10, 2, 2, 1), (0b100, 1, 1, 2), (0b100, 1, 1, 3)),
)
"""The box that one lane needs serves another too, though that alone would be cheaper by another box."""


@pytest.mark.parametrize(
    ("limits", "searched", "cost"),
    [
        ({"FEW_BOXES": 4}, TWO_LANES, 6),
        ({"FEW_BOXES": 3}, TWO_LANES, 7),
        ({"MANY_CHOICES": 3}, TWO_LANES, 6),
        ({"MANY_CHOICES": 2}, TWO_LANES, 12),
        ({"FEW_BOXES": 0, "MANY_BOXES": 3}, SHARED, 11),
        ({"FEW_BOXES": 0, "MANY_BOXES": 2}, SHARED, 8),
    ],
)
def test_up_to_a_limit_the_search_is_as_good_as_it_says(monkeypatch, limits, searched, cost):
    """As many boxes and choices as a limit names are searched; of one more the chains, or all of them, are taken."""
    for name, value in limits.items():
        monkeypatch.setattr(covers, name, value)
    cover = cheapest_cover(*searched)
    assert cover.cost == cost
    assert_is_cover(cover, *searched)


def test_chains_take_what_other_strands_have_chosen(monkeypatch):
    """A chain that costs less with what other strands chose is taken, whatever the order of the strands."""
    target, priced = [Box(0b10, 1, 1), Box(0b01, 1, 1)], boxes_of((0b10, 1, 1, 1), (0b11, 1, 1, 5))
    for name in ("FEW_BOXES", "MANY_BOXES"):
        monkeypatch.setattr(covers, name, 0)
    for order in (target, target[::-1]):
        assert cheapest_cover(order, priced) == Cover(5, (1,))


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Box(0b011, 2, 4), Box(0b110, 4, 9), True),
        (Box(0b011, 4, 9), Box(0b110, 2, 4), True),
        (Box(0b011, 2, 4), Box(0b100, 2, 4), False),
        (Box(0b011, 2, 4), Box(0b011, 5, 9), False),
        (Box(0b011, 5, 9), Box(0b011, 2, 4), False),
    ],
)
def test_boxes_meet_where_they_share_a_lane_and_a_day(one, other, meets):
    """Neither a lane nor a day in common is enough."""
    assert one.meets(other) is meets


def test_what_another_box_can_take_the_place_of_is_not_worth_using():
    """A box is left out where one as wide, or with all lanes, lasts throughout at no more; of equals one stays."""
    around = Box(0b011, 2, 5)
    worth = boxes_of((0b001, 2, 5, 3), (0b110, 1, 9, 4), (0b011, 1, 6, 8), (0b101, 3, 5, 2), (0b001, 2, 4, 2))
    worthless = boxes_of((0b001, 2, 5, 3), (0b101, 3, 4, 3), (0b010, 1, 9, 5), (0b011, 2, 5, 9), (0b111, 3, 3, 8))
    assert covers.worth_using([*worth, *worthless], around) == worth
    everything = boxes_of((0b011, 2, 5, 1))
    assert covers.worth_using([*worth, *worthless, *everything], around) == everything


def test_spans_that_meet_are_one():
    """Spans that overlap or follow one another on the next day are one, and those with a day between them are not."""
    assert covers.merged([(6, 9), (1, 2), (3, 4), (7, 8), (11, 11)]) == [(1, 4), (6, 9), (11, 11)]


def test_an_effort_is_what_is_left():
    """Steps that are taken are no longer left, and unless told there are always more."""
    effort = Effort(9)
    effort.spend(4)
    effort.spend(3)
    assert effort.left == 2
    assert Effort().left == float("inf")


def test_only_the_narrowest_choices_are_made():
    """A choice that has all of a narrower one is met with it, and takes a step for each that is kept by then."""
    effort = Effort(STEPS)
    assert covers.without_implied({0b0001, 0b0011, 0b0110, 0b1110, 0b1010}, effort) == {0b0001, 0b0110, 0b1010}
    assert STEPS - effort.left == 1 + 1 + 2 + 3 + 3


@pytest.mark.parametrize(
    ("choices", "cost"),
    [
        ({0b0011, 0b1100}, 2 + 4),
        ({0b0011, 0b0110}, 2),
        ({0b00111, 0b01001, 0b10010}, 2 + 3),
        ({0b00001, 0b00110, 0b11001}, 2 + 3),
        (set(), 0),
    ],
)
def test_choices_apart_cost_no_less_than_the_cheapest_of_each(choices, cost):
    """What the narrowest choices with nothing in common cost together is the least that all of them can cost."""
    assert covers.least_cost(choices, [2, 3, 4, 5, 6]) == cost


GREEDY = {0b011001, 0b110000}, [2, 2, 9, 2, 6, 5]
"""Of the narrowest choice, which is looked at first, the fourth costs least for each choice that it meets."""


def test_a_search_begins_with_what_is_cheapest_for_all_that_it_meets(monkeypatch):
    """Without looking further the first of each choice is the one that costs least for each choice it meets."""
    monkeypatch.setattr(covers, "LOOKS", 0)
    assert covers.cheapest_choice(*GREEDY, Effort()) == [4]


@pytest.mark.parametrize(
    ("looks", "steps", "found"), [(2, STEPS, [1]), (3, STEPS, [0, 2]), (STEPS, 5, [1]), (STEPS, 6, [0, 2])]
)
def test_a_search_goes_on_as_long_as_it_may(monkeypatch, looks, steps, found):
    """What looks best at first is bettered where the looks are no more than the limit, and steps are left."""
    monkeypatch.setattr(covers, "LOOKS", looks)
    assert covers.cheapest_choice({0b011, 0b110}, [3, 5, 1], Effort(steps)) == found


def test_a_search_takes_few_steps_where_nothing_can_be_saved():
    """A search whose first choice cannot be bettered ends with it, and takes a step for each index it weighs."""
    effort = Effort(STEPS)
    assert covers.cheapest_choice({0b11 << 2 * pair for pair in range(9)}, [1] * 18, effort) == list(range(0, 18, 2))
    assert STEPS - effort.left == sum(2 * left for left in range(1, 10))


def test_a_cover_takes_steps():
    """A cover takes a step for each box, one for each lane it is over that others are not, and those of its search."""
    effort = Effort(STEPS)
    cheapest_cover([Box(0b11, 1, 1)], boxes_of((0b01, 1, 1, 3), (0b10, 1, 1, 3)), effort)
    assert STEPS - effort.left == 2 + 2 + (1 + 2) + (2 + 1)


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


@pytest.mark.parametrize(
    ("weights", "few", "heaviest"),
    [
        ({0b001: 4, 0b011: 5, 0b110: 4}, 3, {0b001, 0b110}),
        ({0b001: 4, 0b011: 5, 0b110: 4}, 2, {0b011}),
        ({0b00011: 1, 0b00110: 3, 0b01100: 2, 0b11000: 2, 0b00001: 2}, 2, {0b00110, 0b11000, 0b00001}),
        ({0b001: 1, 0b010: 1, 0b100: 1, 0b111: 2}, 4, {0b001, 0b010, 0b100}),
        ({0b0011: 5, 0b1100: 4, 0b0001: 3, 0b0110: 1}, 3, {0b0011, 0b1100}),
        ({0b01: 1, 0b10: 2}, 1, {0b01, 0b10}),
        ({0b0011: 2, 0b1100: 3, 0b0110: 4, 0b1000: 2, 0b0001: 1}, 5, {0b0110, 0b1000, 0b0001}),
    ],
)
def test_more_sets_than_can_be_compared_are_packed_the_heaviest_first(monkeypatch, weights, few, heaviest):
    """As many sets that overlap one another as the limit names are packed exactly, more from the heaviest on."""
    monkeypatch.setattr(covers, "FEW_WEIGHTS", few)
    assert set(heaviest_apart(weights)) == heaviest
