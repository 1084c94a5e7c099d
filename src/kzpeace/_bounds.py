"""The two bounds on how many different people are asked about, and contradictions: one inequality each (weak duality).

Take claims Z of which nobody is in two, and claims Y such that everybody in Z is asked about or in one of Y. Then
*number asked about >= sum of the lows of Z - sum of the highs of Y*.

- *Low*: the best such pair that is found. Z is one SERVED record, or SERVING records of one date that are apart (R2); Y
  is the cheapest cover of what Z counts outside the question.
- *High*: the cheapest cover of all that the records say of the question. Read with nobody outside, it is the inequality
  again: everybody counted is in one of the cover.
- *Contradiction*: the same inequality with nobody asked about, and a result above zero.
"""

from __future__ import annotations

from bisect import bisect_left
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from kzpeace._rules import KINDS, Claim, Post, Region, high_of, minimum_count
from kzpeace._setcover import maximum_weight_packing, minimum_hitting_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzpeace._rules import Reading
    from kzpeace.domain import Deployment


class ContradictionError(ValueError):
    """Records cannot all be true: some count more people than the records that cover them.

    Attributes:
        records: The records that contradict one another.
    """

    records: tuple[Deployment, ...] = ()


class Bound(NamedTuple):
    """A number of people, the records that show it, and whether it holds only by R3."""

    people: int
    records: tuple[Deployment, ...] = ()
    assumes_r3: bool = False


class Candidate(NamedTuple):
    """A claim that may be part of a cover, what it costs, and the parts that make it cost less than its high."""

    claim: Claim
    cost: int
    parts: Sequence[Claim]
    assumes_r3: bool


NOBODY = Bound(0)
_number = attrgetter("people")  # of a bound


def lower_bound_from_served(reading: Reading, question: Region) -> Bound:
    """Find what one SERVED record shows at best: its low less the most it may count outside the question; or R1."""
    best = NOBODY
    for claim in sorted(reading.served, key=lambda claim: -claim.low):
        if claim.low <= best.people:
            break
        if not question.touches(claim):
            continue
        if not best.people and _somebody_is_asked_about(claim, question):
            best = Bound(1, (claim.record,))
        best = max(best, _less_outside(reading, [claim], question, best.people), key=_number)
    return best


def _somebody_is_asked_about(claim: Claim, question: Region) -> bool:
    """Return whether a mission or role that a record of somebody names is asked about as a whole (R1)."""
    if not (question.first <= claim.first and claim.last <= question.last):
        return False
    named = [{post for post in claim.posts if post[0] == key} for key in {post[0] for post in claim.posts}]
    if not claim.record.missions:
        named = [set(claim.posts)]
    named += [{post for post in claim.posts if post[1] in KINDS[role]} for role in claim.record.roles]
    return any(posts <= question.posts for posts in named)


def lower_bound_from_snapshots(reading: Reading, question: Region, beaten: int = 0) -> Bound:
    """Find what SERVING records of one date show at best, if that is more than ``beaten`` people."""
    best = Bound(beaten)
    days = reading.days_in(question)
    shown = {day: reading.sum_of_lows(day) for day in days}
    for day in sorted(days, key=lambda day: -shown[day]):
        if shown[day] <= best.people:
            break
        snapshots = [claim for claim in reading.snapshots(day) if claim.low and question.touches(claim)]
        for bound in _snapshot_bounds(reading, snapshots, question, best.people):
            best = max(best, bound, key=_number)
    return best


def _snapshot_bounds(reading: Reading, snapshots: Sequence[Claim], question: Region, beaten: int) -> Iterator[Bound]:
    """Yield what snapshots of one date show: those inside the question, and those less what is outside it."""
    inside = _heaviest_apart(claim for claim in snapshots if claim.posts <= question.posts)
    yield _bound_of(inside, question)
    if len(inside) == len(snapshots):
        return
    single: dict[frozenset[Post], tuple[Claim, Bound]] = {}
    for claim in snapshots:
        bound = _less_outside(reading, [claim], question, 0)
        if bound.people > single.get(claim.posts, (claim, NOBODY))[1].people:
            single[claim.posts] = claim, bound
    chosen = maximum_weight_packing({posts: bound.people for posts, (_, bound) in single.items()})
    used, bounds = [single[posts][0] for posts in chosen], [single[posts][1] for posts in chosen]
    yield Bound(
        sum(bound.people for bound in bounds),
        tuple(record for bound in bounds for record in bound.records),
        any(bound.assumes_r3 for bound in bounds),
    )
    # Together they may show more, as one record may cover what several of them count outside.
    yield _less_outside(reading, used, question, beaten)
    yield _less_outside(reading, _heaviest_apart(snapshots), question, beaten)


def _less_outside(reading: Reading, claims: Sequence[Claim], question: Region, beaten: int) -> Bound:
    """Add up the lows of claims that are apart, less the cheapest cover of what they count outside the question."""
    low = sum(claim.low for claim in claims)
    outside = [region for claim in claims for region in _outside(claim, question)]
    shown = _bound_of(claims, question)
    if not outside:
        return shown
    cover = _cheapest_cover(reading, outside, below=low - beaten)
    if cover is None:
        return NOBODY
    return Bound(low - cover.people, shown.records + cover.records, shown.assumes_r3 or cover.assumes_r3)


def _bound_of(claims: Sequence[Claim], question: Region) -> Bound:
    """Add up claims that are apart; they rest on R3 if it narrows them to posts asked about, or sets them apart."""
    narrowed = any(not claim.stated - claim.posts <= question.posts for claim in claims)
    people, records = sum(claim.low for claim in claims), tuple(claim.record for claim in claims)
    return Bound(people, records, narrowed or not _are_apart(claims))


def _are_apart(claims: Sequence[Claim]) -> bool:
    """Return whether no two claims state a post in common."""
    return sum(len(claim.stated) for claim in claims) == len(_union(claim.stated for claim in claims))


def upper_bound_served(reading: Reading, question: Region, missions: Iterable[frozenset[Post]]) -> Bound | None:
    """Bound the people who have served, of whom the records speak, from above; None if there is no bound (R4).

    ``missions`` are the posts of each mission asked about.
    """
    target = [region for claim in reading.served for region in _inside(claim, question)]
    if any(all(posts.isdisjoint(region.posts) for region in target) for posts in missions):
        return None
    included: list[Claim] = []
    for day in reading.days_in(question):
        for claim in reading.snapshots(day):
            if claim.high == 0:
                continue
            if not claim.unrecorded.isdisjoint(question.posts):
                return None
            if not claim.stated.isdisjoint(question.posts):
                included.append(claim)
            if not claim.alone.isdisjoint(question.posts):
                target.append(Region(claim.alone & question.posts, day, day))
    cover = _cheapest_cover(reading, target)
    if cover is None:
        return None
    used = set(map(id, cover.records))
    rest = (claim for claim in included if id(claim.record) not in used)
    assumes_r3 = cover.assumes_r3 or any(not claim.stated & question.posts <= claim.alone for claim in rest)
    return cover._replace(assumes_r3=assumes_r3)


def upper_bound_serving(reading: Reading, question: Region, missions: Iterable[frozenset[Post]]) -> Bound | None:
    """Bound the people who serve on the one day that is asked about from above; None if there is no bound."""
    snapshots = reading.snapshots(question.first)
    if any(all(posts.isdisjoint(claim.stated) for claim in snapshots) for posts in missions):
        return None
    posts = _union(claim.posts for claim in snapshots) & question.posts
    stated = _union(claim.stated for claim in snapshots) & question.posts
    if (
        _are_apart(snapshots)
        and stated == posts
        and all(claim.low == claim.high and claim.stated <= question.posts for claim in snapshots)
    ):
        # They show as many people as they cost, and by weak duality no cover costs less.
        return Bound(sum(claim.low for claim in snapshots), tuple(claim.record for claim in snapshots))
    cover = _cheapest_cover(reading, [Region(posts, question.first, question.last)])
    if cover is None:
        return None
    used = set(map(id, cover.records))
    covered = posts | _union(claim.stated for claim in snapshots if id(claim.record) in used)
    return cover._replace(assumes_r3=cover.assumes_r3 or not stated <= covered)


def refuse_contradictions(reading: Reading, question: Region) -> None:
    """Compare SERVED records with one another, and the snapshots of each date with the SERVED records over them.

    Only records that bear on the question are compared; see `contradict` for the error.
    """
    for claim in reading.served:
        if claim.low and question.touches(claim) and id(claim) not in reading.compared:
            _refuse_more([claim], reading)
            reading.compared.add(id(claim))
    wholes = reading.served_at(_union(claim.posts for claim in reading.served))
    for day in reading.days_in(question):
        smaller = wholes[: bisect_left(wholes, reading.sum_of_lows(day), key=high_of)]
        smaller = [claim for claim in smaller if claim.first <= day <= claim.last]
        if smaller:
            _refuse_snapshots([claim for claim in reading.snapshots(day) if question.touches(claim)], reading, smaller)


def refuse_contradictions_on(reading: Reading, day: int, question: Region) -> None:
    """Compare the snapshots of a date that bear on the question with one another."""
    snapshots = [claim for claim in reading.snapshots(day) if question.touches(claim)]
    if len(_heaviest_apart(snapshots)) < len([claim for claim in snapshots if claim.low]):
        _refuse_snapshots(snapshots, reading, snapshots)


def _refuse_snapshots(snapshots: Sequence[Claim], reading: Reading, wholes: Sequence[Claim]) -> None:
    """Compare snapshots of one date with wholes: those within each whole, all together, and each alone."""
    for whole in wholes:
        _refuse_more(_heaviest_apart(claim for claim in snapshots if claim.posts <= whole.stated), reading, [whole])
    for apart in (_heaviest_apart(snapshots), *([claim] for claim in snapshots)):
        _refuse_more(apart, reading, wholes)


def _refuse_more(claims: Sequence[Claim], reading: Reading, pool: Iterable[Claim] | None = None) -> None:
    """Raise the error if claims that are apart count more people than a cover from the pool."""
    low = sum(claim.low for claim in claims)
    target = [Region(claim.posts, claim.first, claim.last) for claim in claims]
    if low and (cover := _cheapest_cover(reading, target, pool, below=low)):
        contradict(Bound(low, tuple(claim.record for claim in claims)), cover)


def contradict(low: Bound, high: Bound) -> NoReturn:
    """Raise the error for records that count more people than others allow."""
    statuses = {record.status for record in low.records + high.records}
    assumed = ", assuming that those serving are included in those who have served" if len(statuses) > 1 else ""
    counts = [{id(record): record for record in bound.records} for bound in (low, high)]
    people = [low.people, high.people]
    for key, record in list(counts[0].items()):
        # An exact record on both sides does not explain how they differ.
        if key in counts[1] and record.headcount.low == record.headcount.high and all(map(len, counts)):
            people = [number - minimum_count(record) for number in people]
            del counts[0][key], counts[1][key]
    counting, covering = ("; ".join(map(_with_source, each.values())) for each in counts)
    message = (
        f"records contradict: at least {people[0]} people by [{counting}], but at most {people[1]} by [{covering}], "
        f"which count them all{assumed}; leave one of these records out, or ask totals_by_source for each source's own"
    )
    error = ContradictionError(message)
    error.records = tuple(record for each in counts for record in each.values())
    raise error


def _with_source(record: Deployment) -> str:
    source = record.citation and record.citation.source
    return f"{record}, {source.publisher} {source.date}" if source else str(record)


def _heaviest_apart(claims: Iterable[Claim]) -> list[Claim]:
    """Choose claims of one date that count most people together, no post twice (R2)."""
    best: dict[frozenset[Post], Claim] = {}
    for claim in claims:
        if claim.low and (claim.posts not in best or claim.low > best[claim.posts].low):
            best[claim.posts] = claim
    return [best[posts] for posts in maximum_weight_packing({posts: claim.low for posts, claim in best.items()})]


def _cheapest_cover(
    reading: Reading, target: Iterable[Region], pool: Iterable[Claim] | None = None, below: float = inf
) -> Bound | None:
    """Find the cheapest records that count everybody in a target; None if there are none for less than ``below``.

    ``pool`` is the claims to choose from: by default the SERVED ones, and for regions of one day its snapshots.
    """
    target = [region for region in target if region.posts]
    posts = _union(region.posts for region in target)
    days = sorted({region.first for region in target if region.first == region.last})
    is_one_day = len({day for region in target for day in (region.first, region.last)}) == 1
    if pool is None:
        served = reading.served_at(posts)
        if target and not is_one_day:
            served = served[: bisect_left(served, below, key=high_of)]
            last = max(region.last for region in target)
            over_last = _union({claim.stated for claim in served if claim.first <= last <= claim.last})
            if last not in days and not _union(region.posts for region in target if region.last == last) <= over_last:
                return None
        pool = [*served, *(claim for day in days for claim in reading.snapshots(day))]
    snapshots = reading.snapshots(days[0]) if is_one_day else []
    candidates = list(_candidate_covers(target, posts, pool, snapshots, below))
    demands = _demands(target, [each.claim for each in candidates])
    if demands is None:
        return None
    chosen = [candidates[number] for number in minimum_hitting_set(demands, [each.cost for each in candidates])]
    cost = sum(each.cost for each in chosen)
    if cost >= below:
        return None
    records = tuple(claim.record for each in chosen for claim in (each.claim, *each.parts))
    return Bound(cost, records, any(each.assumes_r3 for each in chosen))


def _candidate_covers(
    target: Sequence[Region], posts: frozenset[Post], pool: Iterable[Claim], snapshots: Sequence[Claim], below: float
) -> Iterator[Candidate]:
    """Yield the claims that count somebody in the target and cost less than a limit, with what each costs."""
    first = min((region.first for region in target), default=0)
    last = max((region.last for region in target), default=0)
    for claim in pool:
        if claim.high is None or claim.last < first or last < claim.first or claim.stated.isdisjoint(posts):
            continue
        # On one date, the people of a whole who serve elsewhere do not serve here (R2).
        outside = claim.stated - posts if snapshots else frozenset[Post]()
        parts = _heaviest_apart(part for part in snapshots if part.posts <= outside) if outside else []
        cost = max(0, claim.high - sum(part.low for part in parts))
        if cost < below:
            narrowed = bool(parts) and not (_are_apart(parts) and all(part.stated <= outside for part in parts))
            yield Candidate(claim, cost, parts, narrowed)


def _demands(target: Sequence[Region], candidates: Sequence[Claim]) -> set[frozenset[int]] | None:
    """Cut the target into pieces, and return the candidates that cover each; None if nothing covers one of them."""
    demands = set[frozenset[int]]()
    if not candidates:
        return None if target else demands
    spans: list[Region | Claim] = [*target, *candidates]
    # Start with the last day, which the fewest records reach.
    days = sorted({cut for span in spans for cut in (span.first, span.last + 1)}, reverse=True)
    for regions, claims in zip(_spans_on_each(target, days), _spans_on_each(candidates, days), strict=True):
        posts = _union(target[number].posts for number in regions)
        by_stated: dict[frozenset[Post], set[int]] = {}
        for number in claims:
            by_stated.setdefault(candidates[number].stated, set()).add(number)
        pieces = [(posts, frozenset[int]())] if posts else []
        for stated, numbers in by_stated.items():
            pieces = [
                piece
                for posts, over in pieces
                for piece in ((posts & stated, over | numbers), (posts - stated, over))
                if piece[0]
            ]
        if any(not over for _, over in pieces):
            return None
        demands.update(over for _, over in pieces)
    return demands


def _spans_on_each(spans: Sequence[Region | Claim], days: Iterable[int]) -> Iterator[Iterable[int]]:
    """Yield the numbers of the spans that include each day; the days must descend."""
    to_come = sorted(range(len(spans)), key=lambda number: spans[number].last)
    to_leave = sorted(range(len(spans)), key=lambda number: spans[number].first)
    now: dict[int, None] = {}
    for day in days:
        while to_come and spans[to_come[-1]].last >= day:
            now[to_come.pop()] = None
        while to_leave and spans[to_leave[-1]].first > day:
            now.pop(to_leave.pop(), None)
        yield now


def _inside(claim: Claim, question: Region) -> Iterator[Region]:
    """Yield what a SERVED claim counts of the question."""
    if question.touches(claim):
        posts, first, last = claim.posts & question.posts, claim.first, claim.last
        if first > 0:  # the days are known
            first, last = max(first, question.first), min(last, question.last)
        yield Region(posts, first, last)


def _outside(claim: Claim, question: Region) -> Iterator[Region]:
    """Yield what a claim counts outside the question: other posts, and the same posts on other days."""
    posts = claim.posts - question.posts
    if posts:
        yield Region(posts, claim.first, claim.last)
    inside = claim.posts & question.posts
    if claim.first < question.first:
        yield Region(inside, claim.first, min(claim.last, question.first - 1))
    if question.last < claim.last:
        yield Region(inside, max(claim.first, question.last + 1), claim.last)


def _union(posts: Iterable[frozenset[Post]]) -> frozenset[Post]:
    return frozenset[Post]().union(*posts)
