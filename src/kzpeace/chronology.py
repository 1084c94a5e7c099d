"""What happened, when, to which missions and on whose word, in order."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import ClassVar, overload

from attrs import evolve, field, frozen

from kzpeace._checks import TextFormat, as_tuple_of
from kzpeace._html import HtmlMixin
from kzpeace.article import DEPLOYMENTS, dataset_of
from kzpeace.dates import Day, PartialDate, date_argument
from kzpeace.domain import Dataset, Deployment, Mission, Missions, Proposal, Proposals, Records
from kzpeace.missions import by_acronym, key_of, resolve_missions
from kzpeace.sources import Citation  # noqa: TC001 - as of the other annotations


class EventKind(enum.Enum):
    """What kind of thing happened."""

    MANDATE_BEGAN = "mandate began"
    """The first day of a mission."""
    SERVED = "served"
    """The period of a SERVED record begins, or ends if its start is open."""
    SERVING = "serving"
    """The date of a SERVING record."""
    PROPOSED = "proposed"
    """A proposal was presented."""
    DECIDED = "decided"
    """The outcome of a proposal."""
    MANDATE_ENDED = "mandate ended"
    """The last day of a mission's mandate."""


@frozen(kw_only=True)
class Event(TextFormat, HtmlMixin):
    """Something that happened, as `timeline` gives it.

    Attributes:
        when: The date, as precise as its source.
        kind: What kind of thing.
        missions: The missions it concerns; empty if its record names none and so may mean any UN mission.
        subject: The record, proposal or mission that says so.
        citation: Where its source says so, or None.
        planned: Whether the date was still to come when the event was made.
    """

    _html_fields_: ClassVar[tuple[str, ...]] = ("when", "what", "citation")

    when: PartialDate
    kind: EventKind
    missions: tuple[Mission, ...]
    subject: Deployment | Proposal | Mission = field(repr=False)
    citation: Citation | None = field(default=None, repr=False)
    planned: bool = False

    @property
    def what(self) -> str:
        """What happened, in English."""
        if isinstance(self.subject, Mission):
            return f"{self.kind.value}, {self.subject}{' (planned)' if self.planned else ''}"
        outcome = getattr(self.subject, "outcome", None) if self.kind is EventKind.DECIDED else None
        return f"{outcome.value} by Parliament: {self.subject}" if outcome else str(self.subject)

    def __str__(self) -> str:
        """Return the date, and what happened."""
        return f"{self.when}: {self.what}"


def _to_events(events: Event | Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(as_tuple_of(Event, events, "Timeline.events"), key=attrgetter("when")))


@frozen
class Timeline(TextFormat, HtmlMixin, Sequence[Event]):
    """Events by date: a year before the days in it, and those of one date in the order given.

    A sequence: it has a length, is iterated, indexed and sliced.

    Attributes:
        events: The events, sorted.
    """

    events: tuple[Event, ...] = field(default=(), converter=_to_events)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Timeline: ...
    def __getitem__(self, index: int | slice) -> Event | Timeline:
        """Return the event at an index, or a timeline of those in a slice."""
        return Timeline(self.events[index]) if isinstance(index, slice) else self.events[index]

    def __len__(self) -> int:
        """Return the number of events."""
        return len(self.events)

    def __str__(self) -> str:
        """Return the events, a line each."""
        return "\n".join(map(str, self.events))


def timeline(
    missions: Missions | None = None,
    *,
    records: Records = DEPLOYMENTS,
    proposals: Proposals | None = None,
    start: Day | None = None,
    end: Day | None = None,
    mandates: bool = False,
) -> Timeline:
    """List what happened, in order.

    A proposal concerns the missions that it names and those in which it asks to expand engagement. A record that names
    no mission may mean any, so it is kept whichever missions are asked about.

    Args:
        missions: Keep only what concerns one of these, missions or text for `find_mission`. Defaults to everything.
        records: The statements on who served and serves, or a data set. Defaults to the article's.
        proposals: The proposals. Defaults to those of the data set, or to the article's if the records are.
        start: Leave out what was certainly before this date.
        end: Leave out what was certainly after this date.
        mandates: Whether to add the first and last days of the missions, which are the UN's facts, not the article's.

    Returns:
        The events. A SERVED record stands at its start, or at its end if its start is open.

    Raises:
        UnknownMissionError: If a mission cannot be found.
        ValueError: If the end is before the start, two unequal missions have one acronym, or the records are of several
            contributors.

    >>> [str(event.when) for event in timeline("MINURSO")]
    ['2014', '2022-06-30']
    """
    dataset = dataset_of(records, proposals)
    first, last = date_argument(start, "start"), date_argument(end, "end")
    if first and last and last.latest < first.earliest:
        message = f"timeline: expected an end that is not before the start, {first}, got {last}"
        raise ValueError(message)
    found = sorted({each.contributor for each in dataset.deployments + dataset.proposals})
    if len(found) > 1:
        message = f"timeline: expected records of one contributor, got {', '.join(found)}; ask for each by itself"
        raise ValueError(message)
    events = list(_events(dataset))
    named = by_acronym([*(mission for event in events for mission in event.missions), *dataset.missions])
    asked = named if missions is None else by_acronym(resolve_missions(missions, named))
    if mandates:
        days = [event for mission in asked.values() for event in _mandate_events(mission)]
        events = sorted([*days, *events], key=lambda event: event.kind is EventKind.MANDATE_ENDED)
    return Timeline(
        event
        for event in events
        if (missions is None or not event.missions or any(key_of(mission) in asked for mission in event.missions))
        and (first is None or event.when.latest >= first.earliest)
        and (last is None or event.when.earliest <= last.latest)
    )


def _events(dataset: Dataset) -> Iterator[Event]:
    """Yield an event for each record and for each proposal, and one for its outcome if the date of that is known."""
    for record in dataset.deployments:
        when, kind = record.period.first_known, EventKind[record.status.name]
        yield Event(when=when, kind=kind, missions=record.missions, subject=record, citation=record.citation)
    for proposal in dataset.proposals:
        missions = tuple(by_acronym(proposal.missions + proposal.expansion).values())
        cited = dict(proposal.citations)
        place = cited.get("presenter", cited.get("date"))
        event = Event(when=proposal.date, kind=EventKind.PROPOSED, missions=missions, subject=proposal, citation=place)
        yield event
        if proposal.decided is not None:
            yield evolve(event, when=proposal.decided, kind=EventKind.DECIDED, citation=cited.get("outcome"))


def _mandate_events(mission: Mission) -> Iterator[Event]:
    """Yield an event for the first day of a mission, and for the last, if they are known."""
    if mandate := mission.mandate:
        began = EventKind.MANDATE_BEGAN, mandate.first_day, mandate.established_by[0]
        for kind, when, cited in (began, (EventKind.MANDATE_ENDED, mandate.last_day, mandate.ended_by)):
            if when is not None:
                planned = when.latest > date.today()  # noqa: DTZ011 - the reader's own day
                yield Event(when=when, kind=kind, missions=(mission,), subject=mission, citation=cited, planned=planned)
