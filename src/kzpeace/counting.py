"""How many different people records count: the questions, and their answers as intervals.

`kzpeace._rules` says how records are read (R1 to R5), and `kzpeace._bounds` how the bounds follow.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Never

from attrs import field, frozen

from kzpeace._bounds import (
    NOBODY,
    Bound,
    contradict,
    lower_bound_from_served,
    lower_bound_from_snapshots,
    refuse_contradictions,
    refuse_contradictions_on,
    upper_bound_served,
    upper_bound_serving,
)
from kzpeace._checks import (
    TextFormat,
    raise_invalid,
    short_repr,
    to_optional_whole_number,
    to_whole_number,
    whole_number,
)
from kzpeace._html import HtmlMixin, Listing
from kzpeace._rules import Reading, Region, ordinals
from kzpeace.article import DEPLOYMENTS
from kzpeace.dates import Day, PartialDate, Period, date_argument, period_argument
from kzpeace.domain import (
    KAZAKHSTAN,
    Deployment,
    Mission,
    Missions,
    Personnel,
    Records,
    Role,
    Roles,
    Status,
    to_missions,
)
from kzpeace.headcount import PERSONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attrs import Attribute

NO_SOURCE = "no source"


def _validate_high(instance: Total, attribute: Attribute[int | None], value: int | None) -> None:
    """At least as large as the low."""
    if value is not None and value < instance.low:
        raise_invalid(instance, attribute.name, value, f"at least the low, {instance.low}")


@frozen(kw_only=True)
class Total(HtmlMixin, TextFormat):
    """How many different people records count: the bounds, the question they answer and what they rest on.

    Attributes:
        low: At least so many people.
        high: At most so many people; None if no upper bound is known.
        status: ``SERVED`` for who has served, ``SERVING`` for who serves on a date.
        missions: The missions asked about; empty for any UN mission.
        roles: The roles asked about; empty for any role.
        personnel: The personnel asked about, or None for everyone whom the records count.
        during: For ``SERVED``, the period asked about, or None for any.
        on: For ``SERVING``, the date asked about, or None for the latest reported one.
        contributor: The troop-contributing country, as an ISO 3166-1 alpha-3 code.
        period: The days that the records speak of in answer, or None if there are no such records; for ``SERVING`` the
            date of the snapshots, or None if there is none.
        reported_by: The date up to which reports are taken: the one asked for, or that of the latest report; None if
            the date of one report is not known.
        assumes_serving_included: Whether a bound holds only if those serving are included in those who have served.
        unreported: For ``SERVING``, the missions asked about that have no snapshot on the date, each with the date when
            it last had one, or None.
        low_records: The records that the low rests on.
        high_records: The records that the high rests on.

    >>> import kzpeace as kz
    >>> total = kz.total_served()
    >>> print(total, total.low, total.high)
    520–565 520 565
    """

    _html_columns_ = ("period", "status", "answer", "missions", "roles", "personnel", "during", "unreported")
    _html_fields_ = (
        *("answer", "missions", "roles", "personnel", "during", "on", "contributor", "period", "unreported"),
        *("low_records", "high_records", "reported_by"),
    )

    def _html_caption_(self) -> str:
        served = self.status is Status.SERVED
        return "How many different people have served?" if served else "How many people are serving?"

    low: int = field(converter=to_whole_number, validator=whole_number(0), metadata=PERSONS)
    high: int | None = field(
        converter=to_optional_whole_number, validator=[whole_number(0, optional=True), _validate_high], metadata=PERSONS
    )
    status: Status
    missions: tuple[Mission, ...] = field(converter=to_missions)
    roles: tuple[Role, ...] = ()
    personnel: Personnel | None = None
    during: Period | None = None
    on: PartialDate | None = None
    contributor: str = KAZAKHSTAN
    period: Period | None = None
    reported_by: PartialDate | None = None
    assumes_serving_included: bool = False
    unreported: tuple[tuple[Mission, PartialDate | None], ...] = field(default=(), repr=False)
    low_records: tuple[Deployment, ...] = field(default=(), repr=False)
    high_records: tuple[Deployment, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        """Write the answer: ``15``, ``520–565``, ``at least 7``, ``at most 45`` or ``not reported``."""
        if self.high is None:
            return f"at least {self.low}" if self.low else "not reported"
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}–{self.high}" if self.low else f"at most {self.high}"

    def __int__(self) -> int:
        """Return the answer if it is one number; otherwise raise a ValueError that gives the range."""
        if self.low == self.high:
            return self.low
        verb = "have served" if self.status is Status.SERVED else "are serving"
        asked = f"how many people {verb} in {', '.join(map(str, self.missions)) or 'UN missions'}"
        if self.high is None and not self.low:
            message = f"{asked} is not reported, which is not zero"
        else:
            known = f"between {self.low} and {self.high}" if self.low and self.high is not None else str(self)
            message = f"{asked} is not known as one number but as {known}; use .low and .high"
        raise ValueError(message)


@frozen(kw_only=True)
class MissionTotals(HtmlMixin, TextFormat):
    """The two totals of one mission, or of one source.

    Attributes:
        served: How many different people have served.
        serving: How many serve on the latest date that is reported.

    >>> import kzpeace as kz
    >>> print(kz.totals_by_mission()["UNIFIL"])
    served 520–565, serving 9
    """

    _html_columns_ = ("served", "serving", "serving.period")
    _html_fields_ = ("served.missions", "served", "serving.missions", "serving", "serving.period")

    served: Total
    serving: Total

    def __str__(self) -> str:
        """Write both answers."""
        return f"served {self.served}, serving {self.serving}"


@frozen
class _TotalsByName(HtmlMixin, TextFormat, Mapping[str, MissionTotals]):
    """A mapping from names to totals that cannot be changed."""

    named: tuple[tuple[str, MissionTotals], ...]

    def __getitem__(self, name: str) -> MissionTotals:
        for known, totals in self.named:
            if known == name:
                return totals
        message = f"{name!r}: there are totals of {', '.join(self)}; name others in the question"
        raise KeyError(message)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.named)

    def __len__(self) -> int:
        return len(self.named)

    def __str__(self) -> str:
        """Write the answers, one name per line."""
        return "\n".join(f"{name} {totals}" for name, totals in self.named)


class TotalsByMission(_TotalsByName):
    """The two totals of each mission, by acronym: a mapping that cannot be changed.

    Attributes:
        named: Pairs of an acronym and the totals of its mission, in the records' order.

    >>> import kzpeace as kz
    >>> list(kz.totals_by_mission())
    ['MINURSO', 'UNOCI', 'UNIFIL']
    """

    __slots__ = ()
    _html_key_ = "mission"

    def _html_caption_(self) -> str:
        return "Mission by mission; the same people may have served in several, so these do not add up"


class TotalsBySource(_TotalsByName):
    """The two totals by each publisher's own records: a mapping that cannot be changed.

    Attributes:
        named: Pairs of a publisher and its totals, in the records' order.

    >>> import kzpeace as kz
    >>> print(kz.totals_by_source())
    Kazinform served 520–565, serving 15
    """

    __slots__ = ()
    _html_key_ = "publisher"
    _html_columns_ = MissionTotals._html_fields_

    def _html_caption_(self) -> str:
        return "Source by source; these do not add up"


def total_served(
    missions: Missions | None = None,
    *others: Never,
    roles: Roles | None = None,
    personnel: Personnel | str | None = None,
    during: Period | Day | None = None,
    records: Records = DEPLOYMENTS,
    reported_by: Day | None = None,
) -> Total:
    """Count the different people who have served.

    Args:
        missions: One or several, as objects, acronyms or names. Defaults to all in which the records count somebody
            asked about.
        *others: Nothing: pass several missions as a list.
        roles: Count only those in one of these roles, such as ``"troops"``. Defaults to any role.
        personnel: Count only these, such as ``"officers"``. Defaults to everyone whom the records count.
        during: Count only those who served in this period; ``"2018/.."`` means since 2018.
        records: The records to count from, all of one contributor. Defaults to the article's.
        reported_by: Leave out what was reported after this date; ``"2022"`` means its last day.

    Returns:
        The bounds, in persons, with the question and the records they rest on.

    Raises:
        UnknownMissionError: If a mission cannot be found.
        ContradictionError: If records that bear on the question cannot all be true.
        ValueError: If there are no records, or none reported in time; if they are of several contributors; or if an
            argument cannot be read.

    >>> print(total_served("MINURSO"), total_served(roles="troops"), total_served(during="2014/2017"), sep=", ")
    6–45, 475–520, at most 45
    """
    _refuse_others(missions, others)
    reading = Reading(records, reported_by, missions, roles, personnel)
    return _served(reading, reading.asked, period_argument(during, "during"))


def total_serving(
    missions: Missions | None = None,
    *others: Never,
    roles: Roles | None = None,
    personnel: Personnel | str | None = None,
    on: Day | None = None,
    records: Records = DEPLOYMENTS,
    reported_by: Day | None = None,
) -> Total:
    """Count the people who serve on one date.

    Args:
        missions: One or several, as objects, acronyms or names. Defaults to all that SERVING records of the date, or of
            an earlier one, name.
        *others: Nothing: pass several missions as a list.
        roles: As for `total_served`.
        personnel: As for `total_served`.
        on: The date; of a month or year, the latest date in it that is reported. Defaults to the latest reported date.
        records: As for `total_served`.
        reported_by: As for `total_served`.

    Returns:
        The bounds, in persons, with the question and the records they rest on. Snapshots of different dates are never
        mixed: a mission without one on the date is not reported.

    Raises:
        ValueError: As for `total_served`.

    >>> print(total_serving(), total_serving("MINURSO", personnel="officers"), total_serving(on="2021"), sep=", ")
    15, 6, not reported
    """
    _refuse_others(missions, others)
    reading = Reading(records, reported_by, missions, roles, personnel)
    date, days = date_argument(on, "on"), reading.days
    if date:
        days = days[: bisect_right(days, date.latest.toordinal())]
        days = days[bisect_left(days, date.earliest.toordinal()) :]
    return _serving(reading, reading.asked, days[-1] if days else None, date)


def totals_by_mission(
    missions: Missions | None = None, *, records: Records = DEPLOYMENTS, reported_by: Day | None = None
) -> TotalsByMission:
    """Count who has served and who serves, mission by mission.

    The totals of the missions do not add up to the total of all: the same people may have served in several.

    Args:
        missions: One or several. Defaults to all that the records name.
        records: As for `total_served`.
        reported_by: As for `total_served`.

    Returns:
        A mapping from the acronym of each mission to its two totals, in the records' order.

    Raises:
        ContradictionError: If records cannot all be true.
        ValueError: As for `total_served`.

    >>> print(totals_by_mission())
    MINURSO served 6–45, serving 6
    UNOCI served 1–45, serving not reported
    UNIFIL served 520–565, serving 9
    """
    reading = Reading(records, reported_by, missions)
    asked = reading.named.values() if reading.asked is None else reading.asked
    return TotalsByMission(tuple((mission.acronym, _both_totals(reading, (mission,))) for mission in asked))


def totals_by_source(
    missions: Missions | None = None, *, records: Records = DEPLOYMENTS, reported_by: Day | None = None
) -> TotalsBySource:
    """Count who has served and who serves, by each publisher's records alone.

    Args:
        missions: One or several. Defaults to what each publisher's records are about.
        records: As for `total_served`.
        reported_by: As for `total_served`.

    Returns:
        A mapping from each publisher to its two totals, in the records' order; records without a citation are under
        ``"no source"``.

    Raises:
        ContradictionError: If the records of one publisher cannot all be true.
        ValueError: As for `total_served`.

    >>> totals_by_source()["Kazinform"].serving.low
    15
    """
    reading = Reading(records, reported_by, missions)
    groups: dict[str, list[Deployment]] = {}
    for record in reading.records:
        groups.setdefault(record.citation.source.publisher if record.citation else NO_SOURCE, []).append(record)
    return TotalsBySource(
        tuple(
            (publisher, _both_totals(own := Reading(group, reported_by, reading.asked), own.asked))
            for publisher, group in groups.items()
        )
    )


def serving_over_time(
    missions: Missions | None = None,
    *,
    roles: Roles | None = None,
    personnel: Personnel | str | None = None,
    records: Records = DEPLOYMENTS,
    reported_by: Day | None = None,
) -> Listing[Total]:
    """Count the people who serve on each date that the records report.

    Args:
        missions: As for `total_serving`, for each date.
        roles: As for `total_served`.
        personnel: As for `total_served`.
        records: As for `total_served`.
        reported_by: As for `total_served`.

    Returns:
        The answer of `total_serving` for each date, in order.

    Raises:
        ContradictionError: If the records of one date cannot all be true.
        ValueError: As for `total_served`.

    >>> for total in serving_over_time():
    ...     print(total.period, total)
    2022-06-30 15
    """
    reading = Reading(records, reported_by, missions, roles, personnel)
    return Listing(
        _serving(reading, reading.asked, day, reading.records_on(day)[0].period.start) for day in reading.days
    )


def _refuse_others(missions: object, others: tuple[object, ...]) -> None:
    """Say what to write instead of several positional arguments."""
    if others:
        given = ", ".join(map(short_repr, (missions, *others)))
        message = (
            f"expected missions, one or a list of them, and the rest by name, got {given}; pass a list such as "
            "['MINURSO', 'UNIFIL'], and roles='troops', personnel='officers', during='2018/..' or on='2022-06-30'"
        )
        raise TypeError(message)


def _both_totals(reading: Reading, missions: Sequence[Mission] | None) -> MissionTotals:
    """Count who has served and who serves in some missions, or in those that the records are about."""
    day = reading.days[-1] if reading.days else None
    return MissionTotals(served=_served(reading, missions), serving=_serving(reading, missions, day))


def _served(reading: Reading, missions: Sequence[Mission] | None, during: Period | None = None) -> Total:
    question = Region(reading.posts_asked(()), *ordinals(during))
    if missions is None:
        missions = reading.missions_served(question)
    question = question._replace(posts=reading.posts_asked(missions))
    refuse_contradictions(reading, question)
    low = lower_bound_from_served(reading, question)
    snapshots = lower_bound_from_snapshots(reading, question, low.people)
    if snapshots.people > low.people:
        low = snapshots
        refuse_contradictions_on(reading, ordinals(low.records[0].period)[0], question)
    high = upper_bound_served(reading, question, reading.posts_of_each(missions))
    period = reading.period_of(question)
    return _total(reading, low, high, status=Status.SERVED, missions=missions, during=during, period=period)


def _serving(
    reading: Reading, missions: Sequence[Mission] | None, day: int | None, on: PartialDate | None = None
) -> Total:
    """Count who serves on a day with snapshots; None if there is no such day by the date asked about."""
    limit = day or (on.latest.toordinal() if on else 0)
    if missions is None:
        missions = reading.missions_serving(limit)
    posts = reading.posts_asked(missions)
    low, high, period = NOBODY, None, None
    if day is not None:
        question, period = Region(posts, day, day), reading.records_on(day)[0].period
        refuse_contradictions_on(reading, day, question)
        low = lower_bound_from_snapshots(reading, question)
        high = upper_bound_serving(reading, question, reading.posts_of_each(missions))
    unreported = tuple(reading.unreported(missions, posts, day, limit))
    return _total(
        reading, low, high, status=Status.SERVING, missions=missions, on=on, period=period, unreported=unreported
    )


def _total(reading: Reading, low: Bound, high: Bound | None, **question: Any) -> Total:
    """Put the answer together; raise a ContradictionError if the low is above the high."""
    if high is not None and low.people > high.people:
        contradict(low, high)
    return Total(
        low=low.people,
        high=high.people if high else None,
        roles=reading.roles,
        personnel=reading.personnel,
        contributor=reading.contributor,
        reported_by=reading.reported_by,
        assumes_serving_included=low.assumes_r3 or (high is not None and high.assumes_r3),
        low_records=reading.in_order(low.records),
        high_records=reading.in_order(high.records) if high else (),
        **question,
    )
