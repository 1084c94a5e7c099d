"""What happened, when, to which missions and on whose word, in order."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from attrs import field, frozen

from kzpeace._checks import as_tuple_of, instance_of, raise_invalid, tuple_of
from kzpeace.article import DEPLOYMENTS, PROPOSAL
from kzpeace.dates import PartialDate, date_argument, to_date
from kzpeace.domain import Deployment, Mission, Proposal, Status, to_missions
from kzpeace.missions import by_acronym, key_of, resolve_missions
from kzpeace.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute


class EventKind(enum.Enum):
    """What kind of thing happened."""

    MANDATE_BEGAN = "mandate began"
    """The first day of a mission."""
    SERVED = "served"
    """The period of a SERVED record begins; where its start is open, it ends."""
    SERVING = "serving"
    """The date of a SERVING record."""
    PROPOSED = "proposed"
    """A proposal was presented."""
    DECIDED = "decided"
    """The outcome of a proposal."""
    MANDATE_ENDED = "mandate ended"
    """The last day of a mission's mandate."""


SUBJECTS = {
    EventKind.MANDATE_BEGAN: Mission,
    EventKind.SERVED: Deployment,
    EventKind.SERVING: Deployment,
    EventKind.PROPOSED: Proposal,
    EventKind.DECIDED: Proposal,
    EventKind.MANDATE_ENDED: Mission,
}
"""What says that a kind of thing happened."""


def is_of_kind(instance: Event, attribute: Attribute[Any], value: object) -> None:
    """What says that a thing of the kind happened."""
    wanted = SUBJECTS[instance.kind]
    if not isinstance(value, wanted):
        raise_invalid(instance, attribute.name, value, f"a {wanted.__name__}, as the kind is {instance.kind}")


@frozen(kw_only=True)
class Event:
    """Something that happened.

    Attributes:
        when: The date, as precise as its source.
        kind: What kind of thing.
        missions: The missions it concerns.
        subject: The record, proposal or mission that says so.
        citation: Where its source says so, or None.
        planned: Whether the date was still to come when the event was made.

    >>> import kzpeace as kz
    >>> print(kz.timeline()[0])
    2014: 45 officers (military observer, staff officer) served in MINURSO, UNOCI, UNIFIL, 2014/2022-06-30
    """

    when: PartialDate = field(converter=to_date, validator=instance_of(PartialDate, "a date"))
    kind: EventKind = field(validator=instance_of(EventKind, "an EventKind"))
    missions: tuple[Mission, ...] = field(converter=to_missions, validator=tuple_of(Mission, "Mission", least=1))
    subject: Deployment | Proposal | Mission = field(repr=False, validator=is_of_kind)
    citation: Citation | None = field(
        default=None, repr=False, validator=instance_of(Citation, "a Citation or None", optional=True)
    )
    planned: bool = field(default=False, validator=instance_of(bool, "True or False"))

    @property
    def what(self) -> str:
        """What happened, in English."""
        if isinstance(self.subject, Mission):
            return f"{self.kind.value}, {self.subject}{' (planned)' if self.planned else ''}"
        if self.kind is EventKind.DECIDED and isinstance(self.subject, Proposal) and self.subject.outcome:
            return f"{self.subject.outcome.value} by Parliament: {self.subject}"
        return str(self.subject)

    def __str__(self) -> str:
        """The date, and what happened."""
        return f"{self.when}: {self.what}"


def by_date(event: Event) -> PartialDate:
    """What events are sorted by."""
    return event.when


def in_order(events: Event | Iterable[Event]) -> tuple[Event, ...]:
    """The events by date; those of one date as they came.

    Raises:
        ValueError: For what is no event.
    """
    return tuple(sorted(as_tuple_of(Event, events, "Timeline.events"), key=by_date))


@frozen
class Timeline(Sequence[Event]):
    """Events by date: a year before the days in it, those of one date in the order they were given.

    A sequence: it has a length, is iterated, indexed and sliced.

    Attributes:
        events: The events, sorted.

    >>> import kzpeace as kz
    >>> print(kz.timeline(start="2018", end="2021"))
    2018: 520 service members served in UNIFIL, 2018/2022-06-30
    """

    events: tuple[Event, ...] = field(default=(), converter=in_order)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Timeline: ...
    def __getitem__(self, index: int | slice) -> Event | Timeline:
        """The event at an index; for a slice, a timeline of those in it."""
        return Timeline(self.events[index]) if isinstance(index, slice) else self.events[index]

    def __len__(self) -> int:
        """How many events there are."""
        return len(self.events)

    def __str__(self) -> str:
        """The events, a line each."""
        return "\n".join(map(str, self.events))

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


def timeline(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] = DEPLOYMENTS,
    proposals: Iterable[Proposal] = (PROPOSAL,),
    start: PartialDate | date | str | None = None,
    end: PartialDate | date | str | None = None,
    mandates: bool = False,
) -> Timeline:
    """What happened, in order.

    A proposal concerns the missions it names and those it asks to expand.

    Args:
        missions: Keep what concerns one of these, missions or acronyms; all unless told.
        records: The statements on who served and serves; the article's unless told.
        proposals: The proposals; the article's unless told.
        start: Leave out what was certainly before this date.
        end: Leave out what was certainly after this date.
        mandates: Whether to add the first and last days of the missions, which are the UN's facts, not the article's.

    Returns:
        The events. A SERVED record stands at its start, or at its end where the start is open.

    Raises:
        UnknownMissionError: For a mission that cannot be found.
        ValueError: For an end before the start, or two unequal missions with one acronym.

    >>> [str(event.when) for event in timeline("MINURSO")]
    ['2014', '2022-06-30']
    """
    records, proposals = as_tuple_of(Deployment, records, "records"), as_tuple_of(Proposal, proposals, "proposals")
    first, last = date_argument(start, "start"), date_argument(end, "end")
    if first and last and last.latest < first.earliest:
        message = f"timeline: expected an end that is not before the start, {first}, got {last}"
        raise ValueError(message)
    named = by_acronym(
        mission
        for missions_named in [
            *(record.missions for record in records),
            *(proposal.missions + proposal.expansion for proposal in proposals),
        ]
        for mission in missions_named
    )
    asked = named if missions is None else by_acronym(resolve_missions(missions, named))
    events = [*record_events(records), *proposal_events(proposals)]
    if mandates:
        begun, ended = mandate_events({**named, **asked}.values())
        events = [*begun, *events, *ended]
    return Timeline(
        event
        for event in events
        if any(key_of(mission) in asked for mission in event.missions)
        and (first is None or event.when.latest >= first.earliest)
        and (last is None or event.when.earliest <= last.latest)
    )


def record_events(records: Iterable[Deployment]) -> Iterator[Event]:
    """An event for each record."""
    for record in records:
        yield Event(
            when=record.period.first_known,
            kind=EventKind.SERVED if record.status is Status.SERVED else EventKind.SERVING,
            missions=record.missions,
            subject=record,
            citation=record.citation,
        )


def proposal_events(proposals: Iterable[Proposal]) -> Iterator[Event]:
    """An event for the presentation of each proposal, and one for its outcome where that is known."""
    for proposal in proposals:
        cited = dict(proposal.citations)
        missions = tuple(by_acronym(proposal.missions + proposal.expansion).values())
        yield Event(
            when=proposal.date,
            kind=EventKind.PROPOSED,
            missions=missions,
            subject=proposal,
            citation=cited.get("presenter", cited.get("date")),
        )
        if proposal.outcome is not None and proposal.decided is not None:
            yield Event(
                when=proposal.decided,
                kind=EventKind.DECIDED,
                missions=missions,
                subject=proposal,
                citation=cited.get("outcome"),
            )


def mandate_events(missions: Iterable[Mission]) -> tuple[list[Event], list[Event]]:
    """The first days of the missions, and their last days where there are any."""
    begun: list[Event] = []
    ended: list[Event] = []
    for mission in missions:
        mandate = mission.mandate
        if mandate is None:
            continue
        begun.append(
            Event(
                when=mandate.first_day,
                kind=EventKind.MANDATE_BEGAN,
                missions=mission,
                subject=mission,
                citation=mandate.established_by[0],
                planned=is_to_come(mandate.first_day),
            )
        )
        if mandate.last_day is not None:
            ended.append(
                Event(
                    when=mandate.last_day,
                    kind=EventKind.MANDATE_ENDED,
                    missions=mission,
                    subject=mission,
                    citation=mandate.ended_by,
                    planned=is_to_come(mandate.last_day),
                )
            )
    return begun, ended


def is_to_come(known: PartialDate) -> bool:
    """Whether a date is not certain to have come, on the reader's own day."""
    return known.latest > date.today()  # noqa: DTZ011
