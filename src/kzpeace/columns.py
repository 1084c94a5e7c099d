"""The columns that each kind of thing has in a table: what rows, data frames and the data package are made from.

Every value in a table is plain: text, a whole number, a boolean or a day, or None for what is not known or not there.
A date stands in it twice: as its source states it, in EDTF (``2014`` stays ``2014``), and as the days it may mean.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kzpeace._checks import to_tuple
from kzpeace.chronology import Event, EventKind
from kzpeace.counting import Total
from kzpeace.domain import Deployment, Mission, Outcome, Personnel, Proposal, Status
from kzpeace.headcount import Precision

if TYPE_CHECKING:
    from collections.abc import Callable

Value = str | int | bool | date | None
"""What stands in a table."""

SEPARATOR = "; "
"""What stands between several in one value: a comma may be part of any."""

CONTRIBUTOR = "KAZ"
"""The troop-contributing country whose records these are, as an ISO 3166-1 alpha-3 code: Kazakhstan."""


@frozen
class Column:
    """One column of a table.

    Attributes:
        name: What it is called.
        kind: What its values are: ``str``, ``int``, ``bool``, ``date``, or the enumeration they are of.
        get: What gives the value for a thing; `plain` is applied to it.
        description: What it says, in a sentence.
        required: Whether it always has a value.
    """

    name: str
    kind: type
    get: Callable[[Any], Any]
    description: str
    required: bool = False

    @property
    def choices(self) -> list[str]:
        """The values that there are, where they are of an enumeration; otherwise none."""
        kind: Any = self.kind
        return [choice.value for choice in kind] if issubclass(kind, enum.Enum) else []


def at(path: str) -> Callable[[Any], Any]:
    """What gets an attribute of an attribute, such as ``period.start.earliest``; None where one on the way is None."""

    def get(thing: Any) -> Any:
        for name in path.split("."):
            thing = None if thing is None else getattr(thing, name)
        return thing

    return get


def plain(value: Any) -> Value:
    """A value as it stands in a table: several are joined, and none of several is None."""
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return SEPARATOR.join(str(plain(each)) for each in to_tuple(value)) or None
    return value if value is None or isinstance(value, int | date) else str(value)


def period_columns(of: str) -> tuple[Column, ...]:
    """The columns of a period."""
    return (
        Column("start", str, at("period.start"), f"The start of {of} as stated, in EDTF; empty where it is open."),
        Column("end", str, at("period.end"), f"The end of {of} as stated, in EDTF; empty where it is open."),
        Column("start_earliest", date, at("period.start.earliest"), "The first day that the start may mean."),
        Column("end_latest", date, at("period.end.latest"), "The last day that the end may mean."),
    )


def date_columns(name: str, path: str, description: str, *, required: bool = False) -> tuple[Column, ...]:
    """The columns of a date."""
    return (
        Column(name, str, at(path), f"{description}, in EDTF.", required),
        Column(f"{name}_earliest", date, at(f"{path}.earliest"), f"The first day that {name} may mean.", required),
        Column(f"{name}_latest", date, at(f"{path}.latest"), f"The last day that {name} may mean.", required),
    )


def citation_columns(citation: Callable[[Any], Any]) -> tuple[Column, ...]:
    """The columns of a citation."""

    def part(path: str) -> Callable[[Any], Any]:
        return lambda thing: at(path)(citation(thing)) or None

    return (
        Column("source", str, part("source"), "The document that says so: publisher, title and date."),
        Column("locator", str, part("locator"), "The place in the document."),
        Column("quote", str, part("quote"), "The document's words, at most eight."),
        Column("citation_url", str, part("link"), "An address that opens the document at those words."),
    )


def resolutions(path: str, part: str) -> Callable[[Any], Any]:
    """What gets a part of each of the citations at a path."""
    return lambda thing: tuple(at(part)(citation) for citation in at(path)(thing) or () if at(part)(citation))


def reported_low(total: Total) -> int | None:
    """The low of a total; None where its answer is *not reported*, which is not zero."""
    return total.low if total.low or total.high is not None else None


CONTRIBUTORS = Column(
    "contributor", str, lambda _: CONTRIBUTOR, "The troop-contributing country, in ISO 3166-1 alpha-3.", required=True
)
MISSIONS = Column(
    "missions", str, at("missions"), "The acronyms of the missions that this is about, jointly.", required=True
)
MISSION = Column("mission", str, at("acronym"), "The acronym of one of the missions that this is about.", required=True)
"""In place of ``missions`` where each mission has a row of its own: its value is the mission's, not the thing's."""
SHARING = Column(
    "missions_sharing_figure",
    int,
    lambda thing: len(thing.missions),
    "How many missions share what this row says. Where more than one, its figure is theirs jointly and is in a row of "
    "each: do not add such rows.",
    required=True,
)
HEADCOUNT = (
    Column("figure", int, at("headcount.figure"), "The number stated; empty where two are (see precision)."),
    Column("precision", Precision, at("headcount.precision"), "How the number is stated.", required=True),
    Column("headcount_low", int, at("headcount.low"), "The fewest people it may mean; empty where no bound is given."),
    Column("headcount_high", int, at("headcount.high"), "The most people it may mean; empty where no bound is given."),
)
PERSONNEL = Column("personnel", Personnel, at("personnel"), "Who is counted.", required=True)

COLUMNS: dict[type, tuple[Column, ...]] = {
    Deployment: (
        CONTRIBUTORS,
        MISSIONS,
        Column("status", Status, at("status"), "Served: a flow over the period; serving: a stock.", required=True),
        *HEADCOUNT,
        *period_columns("the period"),
        Column("roles", str, at("roles"), "The roles that the figure is for; empty for any role."),
        PERSONNEL,
        *citation_columns(at("citation")),
    ),
    Mission: (
        Column("acronym", str, at("acronym"), "The acronym, as the UN writes it.", required=True),
        Column("name", str, at("name"), "The official name in English.", required=True),
        Column("territories", str, at("territories"), "The host territories, in ISO 3166-1 alpha-2.", required=True),
        Column(
            "established_by",
            str,
            resolutions("mandate.established_by", "source.title"),
            "The establishing resolutions.",
        ),
        Column(
            "established_by_urls", str, resolutions("mandate.established_by", "link"), "The resolutions' addresses."
        ),
        *date_columns("first_day", "mandate.first_day", "The first day of the mission"),
        *date_columns("last_day", "mandate.last_day", "The last day of the mandate; empty where none is set"),
        Column("ended_by", str, at("mandate.ended_by.source.title"), "The resolution that set the last day."),
        Column("ended_by_url", str, at("mandate.ended_by.link"), "That resolution's address."),
    ),
    Proposal: (
        *date_columns("date", "date", "When it was presented", required=True),
        CONTRIBUTORS,
        MISSIONS,
        *HEADCOUNT,
        PERSONNEL,
        Column("proposer", str, at("proposer"), "Who proposed it."),
        Column("presenter", str, at("presenter"), "Who presented it."),
        Column("forum", str, at("forum"), "Before whom it was presented."),
        Column("place", str, at("place"), "Where it was presented."),
        Column("expansion", str, at("expansion"), "The missions in which it asks to expand engagement."),
        Column("individuals", str, at("individuals"), "Who is offered to serve individually, in whatever role."),
        Column("roles", str, at("roles"), "The roles offered to be served individually."),
        Column("units", str, at("units"), "The specialised units offered."),
        Column("basis", str, at("basis"), "The provision it rests on, with its constitution."),
        Column("outcome", Outcome, at("outcome"), "What Parliament did with it; empty where that is not known."),
        *date_columns("decided", "decided", "When Parliament did so"),
        *citation_columns(lambda proposal: dict(proposal.citations).get("headcount")),
    ),
    Event: (
        *date_columns("date", "when", "When it happened", required=True),
        Column("kind", EventKind, at("kind"), "What kind of thing happened.", required=True),
        MISSIONS,
        Column("what", str, at("what"), "What happened.", required=True),
        Column("planned", bool, at("planned"), "Whether the date was still to come.", required=True),
        *citation_columns(at("citation")),
    ),
    Total: (
        Column("status", Status, at("status"), "Who is asked about: have served, or are serving.", required=True),
        MISSIONS,
        Column("low", int, reported_low, "At least so many different people; empty where it is not reported."),
        Column("high", int, at("high"), "At most so many different people; empty where no upper bound is known."),
        Column("answer", str, str, "The answer in words.", required=True),
        *period_columns("what the records of these missions speak of"),
        *date_columns("reported_by", "reported_by", "The date up to which reports are taken"),
        Column("low_records", str, at("low_records"), "The records that the low rests on."),
        Column("high_records", str, at("high_records"), "The records that the high rests on."),
    ),
}
"""The columns of each kind of thing."""


def columns_of(kind: type, *, explode: bool = False) -> tuple[Column, ...]:
    """The columns of a kind of thing, or those it has with a row for each of its missions."""
    columns: list[Column] = []
    for column in COLUMNS[kind]:
        columns += (MISSION, SHARING) if explode and column is MISSIONS else (column,)
    return tuple(columns)
