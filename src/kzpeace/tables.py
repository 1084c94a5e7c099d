"""The objects as tables: rows of plain values, data frames, and HTML in each language.

Every value in a row is plain: text, a whole number, a boolean or a day, or None if it is not known or does not apply.
A date has three columns: the date as its source states it, in EDTF (``2014`` stays ``2014``), and the days it may mean.
"""

from __future__ import annotations

import enum
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from kzpeace._checks import require, to_tuple
from kzpeace._html import HtmlMixin, Listing, in_language, render
from kzpeace.chronology import Event, EventKind
from kzpeace.counting import MissionTotals, Total, TotalsBySource
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission, Outcome, Personnel, Proposal, Status
from kzpeace.extras import needs
from kzpeace.headcount import Headcount, Precision
from kzpeace.language import Wording
from kzpeace.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pandas as pd
    from babel import Locale

    Thing = Mission | Deployment | Proposal | Event | Total | MissionTotals
    Things = Thing | Iterable[Thing] | Mapping[str, MissionTotals]

Value = str | int | bool | date | None
SEPARATOR = "; "  # a comma may be part of a value


@frozen
class Column:
    """One column; *get* is a dotted path, by default the name, or a function of the thing."""

    name: str
    kind: type
    description: str
    get: str | Callable[[Any], Any] = ""
    required: bool = False

    @property
    def choices(self) -> list[str]:
        """The values of the enumeration, if it is one."""
        kind: Any = self.kind
        return [choice.value for choice in kind] if issubclass(kind, enum.Enum) else []

    def cell(self, thing: Any) -> Value:
        """Return the value for a thing."""
        get = self.get or self.name
        return to_cell((path_getter(get) if isinstance(get, str) else get)(thing))


def path_getter(path: str) -> Callable[[Any], Any]:
    """Return a getter for a dotted path; it returns None if any step is None, and takes a step for each of several."""

    def step(value: Any, name: str) -> Any:
        if issubclass(type(value), tuple):
            return tuple(step(each, name) for each in value)
        return None if value is None else getattr(value, name)

    return lambda thing: reduce(step, path.split("."), thing)


def to_cell(value: Any) -> Value:
    """Return a value as it stands in a table: several are joined, and an empty tuple is None."""
    if isinstance(value, enum.Enum):
        return str(value.value)
    if issubclass(type(value), tuple):
        return SEPARATOR.join(str(to_cell(each)) for each in value if each is not None) or None
    return value if value is None or isinstance(value, int | date) else str(value)


def _period_columns(what: str) -> tuple[Column, ...]:
    return (
        Column("start", str, f"The start of {what} as stated, in EDTF; empty if it is open.", "period.start"),
        Column("end", str, f"The end of {what} as stated, in EDTF; empty if it is open.", "period.end"),
        Column("start_earliest", date, "The first day that the start may mean.", "period.start.earliest"),
        Column("end_latest", date, "The last day that the end may mean.", "period.end.latest"),
    )


def _date_columns(name: str, path: str, description: str, *, required: bool = False) -> tuple[Column, ...]:
    return (
        Column(name, str, f"{description}, in EDTF.", path, required),
        Column(f"{name}_earliest", date, f"The first day that {name} may mean.", f"{path}.earliest", required),
        Column(f"{name}_latest", date, f"The last day that {name} may mean.", f"{path}.latest", required),
    )


def _citation_columns(citation: Callable[[Any], Any]) -> tuple[Column, ...]:
    def part(path: str) -> Callable[[Any], Any]:
        return lambda thing: path_getter(path)(citation(thing)) or None

    return (
        Column("source", str, "The document that says so: publisher, title and date.", part("source")),
        Column("locator", str, "The place in the document.", part("locator")),
        Column("quote", str, "The document's words, at most eight.", part("quote")),
        Column("citation_url", str, "An address that opens the document at those words.", part("link")),
    )


def _unreported(total: Total) -> tuple[str, ...]:
    return tuple(f"{mission} ({date or 'never'})" for mission, date in total.unreported)


CONTRIBUTOR = Column("contributor", str, "The troop-contributing country, in ISO 3166-1 alpha-3.", required=True)
JOINT_MISSIONS = Column("missions", str, "The acronyms of the missions, jointly; empty for any UN mission.")
EACH_MISSION = Column("mission", str, "The acronym of one of the missions; empty for any UN mission.", "acronym")
# With a row for each mission, that mission and how many share the figure replace the list of missions.
SHARING = Column(
    "missions_sharing_figure", int, "How many missions share it.", lambda it: len(it.missions), required=True
)
PUBLISHER = Column("publisher", str, "Whose reports the total is of.", required=True)
HEADCOUNT = (
    Column("figure", int, "The number stated; empty if two are (see precision).", "headcount.figure"),
    Column("precision", Precision, "How the number is stated.", "headcount.precision", required=True),
    Column("headcount_low", int, "The fewest people it may mean; empty if no bound is given.", "headcount.low"),
    Column("headcount_high", int, "The most people it may mean; empty if no bound is given.", "headcount.high"),
)
PERSONNEL = Column("personnel", Personnel, "Who is counted.", required=True)

COLUMNS: dict[type, tuple[Column, ...]] = {
    Deployment: (
        CONTRIBUTOR,
        JOINT_MISSIONS,
        Column("status", Status, "Served: a flow over the period; serving: a stock.", required=True),
        *HEADCOUNT,
        *_period_columns("the period"),
        Column("roles", str, "The roles that the figure is for; empty for any role."),
        PERSONNEL,
        *_citation_columns(path_getter("citation")),
    ),
    Mission: (
        Column("acronym", str, "The acronym, as the UN writes it.", required=True),
        Column("name", str, "The official name in English."),
        Column("territories", str, "The host territories, in ISO 3166-1 alpha-2 (NA is Namibia)."),
        Column("established_by", str, "The establishing resolutions.", "mandate.established_by.source.title"),
        Column("established_by_urls", str, "The resolutions' addresses.", "mandate.established_by.link"),
        *_date_columns("first_day", "mandate.first_day", "The first day of the mission"),
        *_date_columns("last_day", "mandate.last_day", "The last day of the mandate; empty if none is set"),
        Column("ended_by", str, "The resolution that set the last day.", "mandate.ended_by.source.title"),
        Column("ended_by_url", str, "That resolution's address.", "mandate.ended_by.link"),
    ),
    Proposal: (
        *_date_columns("date", "date", "When it was presented", required=True),
        CONTRIBUTOR,
        JOINT_MISSIONS,
        *HEADCOUNT,
        PERSONNEL,
        Column("proposer", str, "Who proposed it."),
        Column("presenter", str, "Who presented it."),
        Column("forum", str, "Before whom it was presented."),
        Column("place", str, "Where it was presented."),
        Column("expansion", str, "The missions in which it asks to expand engagement."),
        Column("individuals", str, "Who is offered to serve individually, in whatever role."),
        Column("roles", str, "The roles offered to be served individually."),
        Column("units", str, "The specialised units offered."),
        Column("basis", str, "The provision it rests on, with its constitution."),
        Column("outcome", Outcome, "What Parliament did with it; empty if that is not known."),
        *_date_columns("decided", "decided", "When Parliament did so"),
        *_citation_columns(lambda proposal: dict(proposal.citations).get("headcount")),
    ),
    Event: (
        *_date_columns("date", "when", "When it happened", required=True),
        Column("kind", EventKind, "What kind of thing happened.", required=True),
        JOINT_MISSIONS,
        Column("what", str, "What happened.", required=True),
        Column("planned", bool, "Whether the date was still to come.", required=True),
        *_citation_columns(path_getter("citation")),
    ),
    Total: (
        CONTRIBUTOR,
        Column("status", Status, "Who is asked about: have served, or are serving.", required=True),
        JOINT_MISSIONS,
        Column("roles", str, "The roles asked about; empty for any role."),
        Column("personnel", Personnel, "Who is asked about; empty for everyone whom the records count."),
        Column("during", str, "The period asked about, in EDTF; empty for any."),
        Column("on", str, "The date asked about, in EDTF; empty for the latest that is reported."),
        # What is not reported is not zero.
        Column("low", int, "At least so many people; empty if not reported.", lambda it: it.low or (it.high and 0)),
        Column("high", int, "At most so many different people; empty if no upper bound is known."),
        Column("answer", str, "The answer in words.", str, required=True),
        Column("assumes_serving_included", bool, "Whether it assumes that those serving are included.", required=True),
        Column("unreported", str, "Missions not reported on that date (and when they last were).", _unreported),
        *_period_columns("the days that the records of these missions speak of"),
        *_date_columns("reported_by", "reported_by", "The date up to which reports are taken"),
        Column("low_records", str, "The records that the low rests on."),
        Column("high_records", str, "The records that the high rests on."),
    ),
}


def columns_of(kind: type, *, explode: bool = False) -> tuple[Column, ...]:
    """Return the columns of a kind of thing, or those it has with a row for each of its missions."""
    both = (EACH_MISSION, SHARING) if explode else (JOINT_MISSIONS,)
    return tuple(each for column in COLUMNS[kind] for each in (both if column is JOINT_MISSIONS else (column,)))


def to_rows(things: Things, *, explode: bool = False) -> list[dict[str, Value]]:
    """Return things of one kind as flat dictionaries, for `csv.DictWriter`, `pandas.DataFrame` or `polars.DataFrame`.

    What is not known is None, never zero.

    Args:
        things: One or several of one kind: missions, deployments, proposals, events (a timeline) or totals. What
            `totals_by_mission` and `totals_by_source` return has two rows for each key: who has served, and who is
            serving.
        explode: Whether each mission gets a row of its own. A figure for several missions is their joint figure and
            then stands in several rows: ``missions_sharing_figure`` says in how many.

    Returns:
        The rows, in the things' order; those of one kind always have the same columns.

    Raises:
        ValueError: If the things are of different kinds, or of none of these.

    >>> import kzpeace as kz
    >>> for row in to_rows(kz.DEPLOYMENTS[:2]):
    ...     print(row["missions"], row["status"], row["figure"], row["start"])
    MINURSO; UNOCI; UNIFIL served 45 2014
    UNIFIL served 520 2018
    """
    return _columns_and_rows(things, explode=explode)[1]


def to_pandas(things: Things, *, explode: bool = False) -> pd.DataFrame:
    """Return things of one kind as a data frame: `to_rows` with the right types.

    Whole numbers are nullable, enumerations are categories with all their values, and days are timestamps.

    Args:
        things: As for `to_rows`.
        explode: As for `to_rows`.

    Returns:
        The frame; an empty one for no things.

    Raises:
        ImportError: If pandas is not installed; the message has the command that installs it.
        ValueError: As for `to_rows`.

    >>> import kzpeace as kz
    >>> to_pandas(kz.DEPLOYMENTS).groupby("status", observed=True)["figure"].max().to_dict()
    {'served': 520, 'serving': 9}
    """
    with needs("pandas"):
        import pandas as pd  # noqa: PLC0415 - an extra
    # Seconds, as pandas' usual nanoseconds hold only the years 1678 to 2262.
    types: dict[type, Any] = {str: "string", int: "Int64", bool: "boolean", date: "datetime64[s]"}
    columns, rows = _columns_and_rows(things, explode=explode)
    dtypes = {each.name: pd.CategoricalDtype(each.choices) if each.choices else types[each.kind] for each in columns}
    return pd.DataFrame(rows, dtype=object).astype(dtypes)


def to_html(thing: object, locale: str | Locale = "en") -> str:
    """Return an object, or several of one kind, as an HTML table like that of a notebook, or a phrase as a span.

    Links open the sources at the words that say so. All text is escaped, and colours are left to the page.

    Args:
        thing: Anything that a notebook shows as a table, or several of one kind.
        locale: As for `describe`.

    Returns:
        The table. Its ``lang`` is the language.

    Raises:
        ValueError: If there is no table for the thing, or if the language has no catalogue.

    >>> import kzpeace as kz
    >>> print(to_html(kz.UNIFIL, "ru").splitlines()[0])
    <table lang="ru">
    """
    words = _TableWords(locale)
    if isinstance(thing, Headcount | PartialDate | Period | enum.Enum):
        return in_language(words.text(thing), words.locale.language)
    if not isinstance(thing, HtmlMixin):
        wanted = "an object that has a table, such as a Deployment"
        thing = Listing(require(HtmlMixin, each, "thing", wanted) for each in to_tuple(thing))
    return render(thing, words)


class _TableWords(Wording):
    """The words of a table, where each text stands by itself and what is cited follows as a link."""

    def text(self, value: Any) -> str:
        if isinstance(value, Deployment):
            value = evolve(value, citation=None)
        short: Any = {str: self.name, int: self.number, Citation: self.citation, Total: self.answer}
        text: str = short.get(type(value), self.of)(value)
        return text.partition("\n")[0]  # details are in further lines

    def event(self, event: Event) -> str:  # its date has a column of its own
        return self.of(event).removeprefix(f"{self.date(event.when)}: ")


def _columns_and_rows(things: Any, *, explode: bool) -> tuple[tuple[Column, ...], list[dict[str, Value]]]:
    """Return the columns and rows of things of one kind; no columns for no things."""
    by_source = isinstance(things, TotalsBySource)
    pairs: Any = things.items() if hasattr(things, "items") else ((None, thing) for thing in to_tuple(things))
    flat = [
        (key, each)
        for key, thing in pairs
        for each in ((thing.served, thing.serving) if isinstance(thing, MissionTotals) else (thing,))
    ]
    kinds = dict.fromkeys(_kind_of(thing) for _, thing in flat)
    if len(kinds) > 1:
        message = f"things: expected things of one kind, got {' and '.join(kind.__name__ for kind in kinds)}"
        raise ValueError(message)
    columns = columns_of(*kinds, explode=explode) if kinds else ()
    rows = [
        ({PUBLISHER.name: key} if by_source else {})
        | {column.name: column.cell(mission if column is EACH_MISSION else thing) for column in columns}
        for key, thing in flat
        for mission in (thing.missions or (None,) if EACH_MISSION in columns else (None,))
    ]
    return ((PUBLISHER, *columns) if by_source else columns), rows


def _kind_of(thing: Any) -> type:
    kinds: Any = tuple(COLUMNS)
    require(kinds, thing, "things", f"each to be one of {', '.join(kind.__name__ for kind in kinds)}")
    return next(kind for kind in COLUMNS if isinstance(thing, kind))
