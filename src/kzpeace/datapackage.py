"""The article's data as files that others can load: CSV, described by the Data Package standard."""

from __future__ import annotations

import csv
import io
import json
import os
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kzpeace._checks import as_tuple_of, short_repr
from kzpeace.article import DEPLOYMENTS, PROPOSAL
from kzpeace.chronology import Event, timeline
from kzpeace.columns import MISSION, SHARING, Column, columns_of
from kzpeace.counting import Total, total_served, total_serving
from kzpeace.domain import Deployment, Mission, Proposal
from kzpeace.missions import MISSIONS, by_acronym
from kzpeace.tables import is_web_address, to_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzpeace.columns import Value
    from kzpeace.sources import Source

TYPES = {str: "string", int: "integer", bool: "boolean", date: "date"}
"""The standard's names for the types of columns."""


@frozen
class Table:
    """One file of the package.

    Attributes:
        name: What it is called.
        description: What is in it, in a sentence.
        columns: Its columns.
        rows: Its rows.
        key: The columns that together differ in every row.
        references: For columns that name a row of another table: that table and its column.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: list[dict[str, Value]]
    key: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...] = ()


def export(
    directory: str | os.PathLike[str],
    *,
    overwrite: bool = False,
    missions: Iterable[Mission] = MISSIONS,
    deployments: Iterable[Deployment] = DEPLOYMENTS,
    proposals: Iterable[Proposal] = (PROPOSAL,),
) -> Path:
    """Write the data as CSV files in UTF-8 and a ``datapackage.json`` that says what is in them.

    All files are written before the first of them is put in its place, and where that fails, what was there stays. The
    same data give the same bytes.

    Args:
        directory: Where to: a new directory, or an empty one.
        overwrite: Whether to write to a directory that is not empty too. The package's files in it are replaced; all
            others stay.
        missions: The missions to write first; those that the records name follow.
        deployments: The statements on who served and serves.
        proposals: The proposals.

    Returns:
        The directory.

    Raises:
        ValueError: For a directory that is not empty, is none or cannot be made; for two unequal missions with one
            acronym, and records that contradict one another.
        OSError: The files cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as empty:
    ...     print(*sorted(path.name for path in export(empty).iterdir()))
    datapackage.json deployment_missions.csv deployments.csv missions.csv proposals.csv timeline.csv totals.csv
    """
    missions = as_tuple_of(Mission, missions, "missions")
    deployments = as_tuple_of(Deployment, deployments, "deployments")
    proposals = as_tuple_of(Proposal, proposals, "proposals")
    named = [*missions]
    for record in deployments:
        named += record.missions
    for proposal in proposals:
        named += proposal.missions + proposal.expansion
    missions = tuple(by_acronym(named).values())
    tables = tables_of(missions, deployments, proposals)
    files = {f"{table.name}.csv": csv_of(table) for table in tables}
    files["datapackage.json"] = descriptor_of(tables, sources_of(missions, deployments, proposals))
    place = writable(directory, files, overwrite=overwrite)
    put(files, place)
    return place


def tables_of(
    missions: tuple[Mission, ...], deployments: tuple[Deployment, ...], proposals: tuple[Proposal, ...]
) -> list[Table]:
    """The files of the package."""
    deployment, event, proposal = (
        Column(name, int, int, f"The number of the {what}, in this package.", required=True)
        for name, what in (("deployment", "statement"), ("event", "event"), ("proposal", "proposal"))
    )
    return [
        Table(
            name="missions",
            description="The missions: the UN's reference facts, which are not the report's.",
            columns=columns_of(Mission),
            rows=to_rows(missions),
            key=("acronym",),
        ),
        Table(
            name="deployments",
            description="A row for each statement that a number of people serve or have served. They do not add up: "
            "the people of one may be among those of another. See the totals.",
            columns=(deployment, *columns_of(Deployment)),
            rows=numbered(deployment, to_rows(deployments)),
            key=(deployment.name,),
        ),
        Table(
            name="deployment_missions",
            description="Which statements are about which missions.",
            columns=(deployment, MISSION, SHARING),
            rows=[
                {deployment.name: number, **{column.name: row[column.name] for column in (MISSION, SHARING)}}
                for number, each in enumerate(deployments, start=1)
                for row in to_rows(each, explode=True)
            ],
            key=(deployment.name, MISSION.name),
            references=((deployment.name, "deployments", deployment.name), (MISSION.name, "missions", "acronym")),
        ),
        Table(
            name="proposals",
            description="What the President put to Parliament. Proposed is not deployed.",
            columns=(proposal, *columns_of(Proposal)),
            rows=numbered(proposal, to_rows(proposals)),
            key=(proposal.name,),
        ),
        Table(
            # Without mandates: whether their last days are still to come depends on the day of the export.
            name="timeline",
            description="The statements and proposals by date. The days of the mandates are among the missions.",
            columns=(event, *columns_of(Event)),
            rows=numbered(event, to_rows(timeline(records=deployments, proposals=proposals))),
            key=(event.name,),
        ),
        Table(
            name="totals",
            description="How many different people have served and are serving, in all missions that the statements "
            "name and in each one. These do not add up either: the same people may have served in several missions.",
            columns=columns_of(Total),
            rows=to_rows(totals_of(missions, deployments)),
            key=("status", "missions"),
        ),
    ]


def numbered(column: Column, rows: list[dict[str, Value]]) -> list[dict[str, Value]]:
    """The rows with their numbers, from 1, in a column before the others."""
    return [{column.name: number, **row} for number, row in enumerate(rows, start=1)]


def totals_of(missions: tuple[Mission, ...], deployments: tuple[Deployment, ...]) -> list[Total]:
    """The totals of all missions together, then of each; none where there is nothing to count."""
    if not deployments:
        return []
    asked = [None, *missions]
    # Where the statements name one mission only, the total of all is that mission's.
    return list(
        dict.fromkeys(total(each, records=deployments) for each in asked for total in (total_served, total_serving))
    )


def sources_of(
    missions: tuple[Mission, ...], deployments: tuple[Deployment, ...], proposals: tuple[Proposal, ...]
) -> list[Source]:
    """The documents that the data are from, each once."""
    cited = [record.citation for record in deployments]
    documents: list[Source | None] = []
    for proposal in proposals:
        cited += [citation for _, citation in proposal.citations]
        cited += [statement.citation for statement in proposal.statements]
        if proposal.basis:
            cited.append(proposal.basis.citation)
            documents.append(proposal.basis.document)
    for mandate in (mission.mandate for mission in missions):
        cited += (*mandate.established_by, mandate.ended_by) if mandate else ()
    sources = [citation.source if citation else None for citation in cited]
    return list(dict.fromkeys(filter(None, sources + documents)))


def csv_of(table: Table) -> bytes:
    """A table as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in table.columns])
    writer.writeheader()
    writer.writerows(table.rows)
    return text.getvalue().encode()


def descriptor_of(tables: list[Table], sources: list[Source]) -> bytes:
    """What is in the package, as the standard has it said."""
    descriptor = {
        "profile": "tabular-data-package",
        "name": "kzpeace",
        "title": "Kazakhstan's peacekeepers in United Nations missions",
        "description": "What sources say of who serves and has served, what was proposed, and how many people that is. "
        "An empty value is not known or not there, and is not zero.",
        "licenses": [{"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}],
        "sources": [
            {"title": str(source), **({"path": source.address} if is_web_address(source.address) else {})}
            for source in sources
        ],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "path": f"{table.name}.csv",
                "description": table.description,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": schema_of(table),
            }
            for table in tables
        ],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def schema_of(table: Table) -> dict[str, Any]:
    """The columns of a table, its primary key and its foreign keys, as the standard has them said."""
    return {
        "fields": [
            {
                "name": column.name,
                "type": TYPES.get(column.kind, "string"),
                "description": column.description,
                "constraints": {"required": column.required} | ({"enum": column.choices} if column.choices else {}),
            }
            for column in table.columns
        ],
        "primaryKey": table.key,
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": other, "fields": [key]}}
            for column, other, key in table.references
        ],
    }


def writable(directory: str | os.PathLike[str], files: Iterable[str], *, overwrite: bool) -> Path:
    """The directory as a path.

    Raises:
        ValueError: For a directory that the files cannot be, or are not to be, written to.
    """
    name: object = os.fspath(directory) if isinstance(directory, os.PathLike) else directory
    if not isinstance(name, str) or "\0" in name:
        message = f"directory: expected a path, got {short_repr(directory)}"
        raise ValueError(message)
    place = Path(name)
    wrong = None
    if not os.path.lexists(place):
        if not place.parent.is_dir():
            wrong = f"there is no directory {place.parent} to make it in"
    elif not place.is_dir():
        wrong = "it is no directory"
    elif not overwrite and any(place.iterdir()):
        wrong = "it is not empty; with overwrite, the package's files in it are replaced, and all others stay"
    else:
        directories = [name for name in files if (place / name).is_dir()]
        if directories:
            wrong = f"{directories[0]} in it is a directory"
    if wrong:
        message = f"directory: expected a new or empty directory, got {short_repr(str(place))}: {wrong}"
        raise ValueError(message)
    return place


def put(files: dict[str, bytes], place: Path) -> None:
    """Write the files to a directory, all or none: first elsewhere, then each is moved to its place."""
    if not place.exists():
        with TemporaryDirectory(dir=place.parent, prefix=".kzpeace-") as temporary:
            write(files, Path(temporary, "new")).rename(place)
        return
    with TemporaryDirectory(dir=place, prefix=".kzpeace-") as temporary, ExitStack() as undo:
        new, old = write(files, Path(temporary, "new")), Path(temporary)
        for name in files:
            if os.path.lexists(place / name):
                (place / name).rename(old / name)
                undo.callback((old / name).rename, place / name)
            (new / name).rename(place / name)
            undo.callback((place / name).unlink)
        undo.pop_all()


def write(files: dict[str, bytes], directory: Path) -> Path:
    """Make a directory of the files."""
    directory.mkdir()
    for name, content in files.items():
        (directory / name).write_bytes(content)
    return directory
