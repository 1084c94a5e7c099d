"""The article's objects as tables: rows of plain values, data frames, and what a notebook shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any, TypeGuard, cast

from attrs import fields

from kzpeace._checks import short_repr, to_tuple
from kzpeace.chronology import Event, Timeline
from kzpeace.columns import COLUMNS, MISSION, Column, columns_of, plain
from kzpeace.counting import VERBS, MissionTotals, Total
from kzpeace.domain import ConstitutionalBasis, Deployment, Mandate, Mission, Proposal, Statement
from kzpeace.extras import needs
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from kzpeace.columns import Value

    Thing = Mission | Deployment | Proposal | Event | Total | MissionTotals
    Things = Thing | Iterable[Thing] | Mapping[str, MissionTotals]


def to_rows(things: Things, *, explode: bool = False) -> list[dict[str, Value]]:
    """Things of one kind as flat dictionaries, for `csv.DictWriter`, `pandas.DataFrame` or `polars.DataFrame`.

    What is not known is None, never zero.

    Args:
        things: One or several of one kind: missions, deployments, proposals, events (a timeline) or totals, or what
            `totals_by_mission` returns, which has two rows a mission: one for who has served, one for who is serving.
        explode: Whether each mission gets a row of its own. The figure of a statement on several missions is theirs
            jointly and then stands in several rows: ``missions_sharing_figure`` says in how many. Missions have a row
            each in any case.

    Returns:
        The rows, in the things' order; those of one kind always have the same columns.

    Raises:
        ValueError: For things of different kinds, and for what is none of these.

    >>> import kzpeace as kz
    >>> for row in to_rows(kz.DEPLOYMENTS):
    ...     print(row["missions"], row["status"], row["figure"], row["start"])
    MINURSO; UNOCI; UNIFIL served 45 2014
    UNIFIL served 520 2018
    MINURSO serving 6 2022-06-30
    UNIFIL serving 9 2022-06-30
    """
    _, rows = table_of(things, explode=explode)
    return rows


def to_pandas(things: Things, *, explode: bool = False) -> pd.DataFrame:
    """Things of one kind as a data frame: `to_rows` with the right types.

    Whole numbers are nullable, enumerations are categories with all that there are of them, and days are timestamps.

    Args:
        things: As for `to_rows`.
        explode: As for `to_rows`.

    Returns:
        The frame; an empty one for no things.

    Raises:
        ImportError: pandas is not installed; the message has the command that installs it.
        ValueError: As for `to_rows`.

    >>> import kzpeace as kz
    >>> to_pandas(kz.DEPLOYMENTS)["figure"].tolist()  # doctest: +SKIP
    [45, 520, 6, 9]
    """
    with needs("pandas"):
        import pandas as pd  # noqa: PLC0415 - an extra
    # Seconds, as a frame's usual nanoseconds hold the years 1678 to 2262 only.
    types: dict[type, Any] = {str: "string", int: "Int64", bool: "boolean", date: "datetime64[s]"}
    columns, rows = table_of(things, explode=explode)
    return pd.DataFrame(rows, dtype=object).astype(
        {
            column.name: pd.CategoricalDtype(column.choices) if column.choices else types[column.kind]
            for column in columns
        }
    )


def table_of(things: Any, *, explode: bool) -> tuple[tuple[Column, ...], list[dict[str, Value]]]:
    """The columns and rows of things of one kind; no columns for no things.

    Raises:
        ValueError: As for `to_rows`.
    """
    flat: list[Any] = []
    for thing in to_tuple(things.values() if isinstance(things, Mapping) else things):
        flat += (thing.served, thing.serving) if isinstance(thing, MissionTotals) else (thing,)
    kinds: dict[type, None] = {}
    for thing in flat:
        kind = next((kind for kind in COLUMNS if isinstance(thing, kind)), None)
        if kind is None:
            names = ", ".join(each.__name__ for each in COLUMNS)
            message = f"things: expected each to be one of {names}, got {short_repr(thing)}"
            raise ValueError(message)
        kinds[kind] = None
    if not kinds:
        return (), []
    if len(kinds) > 1:
        message = f"things: expected things of one kind, got {' and '.join(kind.__name__ for kind in kinds)}"
        raise ValueError(message)
    columns = columns_of(*kinds, explode=explode)
    rows = [
        {column.name: plain(column.get(mission if column is MISSION else thing)) for column in columns}
        for thing in flat
        for mission in (thing.missions if MISSION in columns else (None,))
    ]
    return columns, rows


def html_of(thing: object) -> str:
    """What a notebook shows of a thing: a table, with links that open the sources at the words that say so.

    All text is escaped, and colours are left to the notebook's theme.

    Args:
        thing: A Mission, Deployment, Proposal, ConstitutionalBasis, Total or Timeline, or what `totals_by_mission`
            returns.

    Returns:
        HTML.

    Raises:
        ValueError: For anything else.

    >>> import kzpeace as kz
    >>> "Art. 53(5)" in html_of(kz.PROPOSAL)
    True
    """
    if isinstance(thing, Mission | Deployment | Proposal | ConstitutionalBasis):
        return html_table(in_words(type(thing).__name__), field_rows(thing))
    if isinstance(thing, Total):
        missions = ", ".join(map(str, thing.missions))
        return html_table(f"How many different people {VERBS[thing.status]} in {missions}?", total_rows(thing))
    if isinstance(thing, Timeline):
        events = ((str(each.when), escape(each.what), link(each.citation)) for each in thing)
        return html_table("Timeline" if thing else "Timeline: no events", events, heads=("Date", "What", "Source"))
    totals = cast("Mapping[str, Any]", thing)
    if isinstance(totals, Mapping) and all(isinstance(each, MissionTotals) for each in totals.values()):
        rows = ((escape(acronym), answer(each.served), answer(each.serving)) for acronym, each in totals.items())
        caption = "How many different people; the same may have served in several missions, so these do not add up"
        return html_table(caption, rows, heads=("Mission", "Have served", "Are serving"))
    message = (
        "html_of: expected a Mission, Deployment, Proposal, ConstitutionalBasis, Total, Timeline or what "
        f"totals_by_mission returns, got {short_repr(thing)}"
    )
    raise ValueError(message)


def html_table(caption: str, rows: Iterable[tuple[str, ...]], heads: Sequence[str] = ()) -> str:
    """A table of rows whose cells are HTML; the first of each row is its heading."""
    # Notebooks align cells to the right, which is for numbers, and would break dates at their hyphens.
    left = "text-align: left; vertical-align: top; padding: 0.5em"
    parts = [f'<table>\n<caption style="{left}; font-weight: bold">{escape(caption)}</caption>']
    if heads:
        parts.append("<tr>" + "".join(f'<th scope="col" style="{left}">{head}</th>' for head in heads) + "</tr>")
    for head, *cells in rows:
        data = "".join(f'<td style="{left}">{cell}</td>' for cell in cells)
        parts.append(f'<tr><th scope="row" style="{left}; white-space: nowrap">{head}</th>{data}</tr>')
    return "\n".join([*parts, "</table>"])


def field_rows(thing: Mission | Mandate | Deployment | Proposal | ConstitutionalBasis) -> Iterator[tuple[str, str]]:
    """A row for each field that says something, with the words that state it."""
    cited = dict(thing.citations) if isinstance(thing, Proposal) else {}
    for name in (field.name for field in fields(type(thing))):
        value = getattr(thing, name)
        if isinstance(value, Mandate):
            yield from ((f"Mandate {head.lower()}", cell) for head, cell in field_rows(value))
        elif value is not None and value != () and name != "citations":
            jointly = ", jointly" if name == "missions" and len(value) > 1 else ""
            yield in_words(name) + jointly, said(value, cited.get(name))


def total_rows(total: Total) -> Iterator[tuple[str, str]]:
    """The answer, when, and the records that each bound rests on."""
    yield "Answer", said(total)
    if total.period:
        yield "When", said(total.period)
    if total.reported_by:
        yield "As of", said(total.reported_by)
    if total.low:
        yield f"No fewer than {total.low}, by", listed(said(each, each.citation) for each in total.low_records)
    if total.high is None:
        yield "No more than", "no upper bound is known"
    else:
        yield f"No more than {total.high}, by", listed(said(each, each.citation) for each in total.high_records)


def answer(total: Total) -> str:
    """The answer, with the words of the records that it rests on."""
    citations = dict.fromkeys(record.citation for record in total.low_records + total.high_records)
    return lines(said(total), *map(link, citations))


def said(value: Any, citation: Citation | None = None) -> str:
    """A value, or several, with the words that state it."""
    if isinstance(value, Citation):
        return link(value)
    if isinstance(value, Statement):
        return said(value.text, value.citation)
    if isinstance(value, Source):
        return anchor(str(value), value.address)
    values = to_tuple(value)
    if isinstance(values[0], Citation | Statement):
        return listed(map(said, values))
    return lines(escape(str(plain(value))), link(citation))


def link(citation: Citation | None) -> str:
    """The words of a citation, as a link that opens them, and their place; or the place, as a link."""
    if citation is None:
        return ""
    if citation.quote is None:
        return anchor(str(citation), citation.link)
    return f"{anchor(f'“{citation.quote}”', citation.link)}, {escape(str(citation))}"


def anchor(text: str, address: str | None) -> str:
    """Text as a link, where there is a web address for it."""
    if not is_web_address(address):
        return escape(text)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{escape(text)}</a>'


def is_web_address(address: str | None) -> TypeGuard[str]:
    """Whether an address opens a page: others, such as ``javascript:``, may do something in the reader's notebook."""
    return address is not None and address.lower().startswith(("https://", "http://"))


def lines(*parts: str) -> str:
    """The parts that say something, one below the other."""
    return "<br>".join(filter(None, parts))


def listed(parts: Iterable[str]) -> str:
    """A list of parts; where there is only one, that."""
    items = list(parts)
    if len(items) < 2:  # noqa: PLR2004 - one, or none
        return "".join(items)
    return '<ul style="margin: 0; padding-left: 1.2em">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def in_words(name: str) -> str:
    """The name of a class or field as a heading."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).capitalize()
