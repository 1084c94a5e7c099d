"""The data as files that others can load: CSV, described by the Data Package standard."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from attrs import fields, frozen, has

from kzpeace._checks import short_repr
from kzpeace._html import is_web_address
from kzpeace.article import DEPLOYMENTS, dataset_of
from kzpeace.chronology import Event, timeline
from kzpeace.counting import Total, total_served, total_serving
from kzpeace.domain import Dataset, Deployment, Mission, Proposal
from kzpeace.missions import by_acronym
from kzpeace.sources import Source
from kzpeace.tables import EACH_MISSION, SHARING, Column, columns_of, to_rows

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from kzpeace.domain import Records
    from kzpeace.tables import Value

    Rows = list[dict[str, Value]]

FIELD_TYPES = {str: "string", int: "integer", bool: "boolean", date: "date"}  # the standard's names
FORMULA_SIGNS = ("=", "+", "-", "@")  # a spreadsheet may run a cell that begins with one of these


@frozen
class _Resource:
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()  # by default the first column
    references: tuple[tuple[str, str, str], ...] = ()  # a column, and the table and column that it refers to


def _number_column(name: str) -> Column:
    return Column(name, int, f"The number of the {name} in this package.", required=True)


_RESOURCES = {
    "missions": _Resource(
        "The missions: the UN's reference facts, which are not the report's. The territory NA is Namibia, not a "
        "missing value: with pandas, read this file with keep_default_na=False.",
        columns_of(Mission),
    ),
    "deployments": _Resource(
        "One row per statement that a number of people serve or have served. They do not add up: the people of one may "
        "be among those of another. See the totals.",
        (_number_column("deployment"), *columns_of(Deployment)),
    ),
    "deployment_missions": _Resource(
        "Which statements are about which missions. A statement on any UN mission has no row here.",
        (_number_column("deployment"), EACH_MISSION, SHARING),
        ("deployment", "mission"),
        (("deployment", "deployments", "deployment"), ("mission", "missions", "acronym")),
    ),
    "proposals": _Resource(
        "What a President put to Parliament. Proposed is not deployed.",
        (_number_column("proposal"), *columns_of(Proposal)),
    ),
    # Without mandates: whether a last day is still to come depends on the day of the export.
    "timeline": _Resource(
        "The statements and proposals by date. The days of the mandates are among the missions.",
        (_number_column("event"), *columns_of(Event)),
    ),
    "totals": _Resource(
        "How many different people have served and are serving: first in all missions, then in each one. Do not add "
        "them: the total of all includes those of each, and the same people may have served in several missions.",
        columns_of(Total),
        ("status", "missions"),
    ),
}


def export(
    directory: str | os.PathLike[str],
    *,
    overwrite: bool = False,
    records: Records = DEPLOYMENTS,
    proposals: Proposal | Iterable[Proposal] | None = None,
) -> Path:
    """Write the data as CSV files in UTF-8 and a ``datapackage.json`` that describes them.

    All files are written to a temporary folder in it before the first is moved into place. The same data give the same
    bytes.

    Args:
        directory: A new directory, or an empty one.
        overwrite: Whether to write to a directory that is not empty. Only the package's own files are replaced.
        records: Statements on who served and serves, or a `Dataset`. Defaults to the article's.
        proposals: Defaults to those of the dataset; for the article's records, to the article's.

    Returns:
        The directory.

    Raises:
        ContradictionError: If the records cannot all be true.
        OSError: If the files cannot be written.
        ValueError: If the directory is not empty or the folder for it is missing, an argument is of the wrong kind, or
            two unequal missions have one acronym.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as directory:
    ...     sorted(file.name for file in export(directory).glob("d*"))
    ['datapackage.json', 'deployment_missions.csv', 'deployments.csv']
    """
    place = Path(directory)
    in_use = place.is_dir() and not overwrite and any(place.iterdir())
    if in_use or not place.parent.is_dir():
        wanted = "a new or empty directory, or overwrite=True" if in_use else "a directory whose parent folder exists"
        message = f"directory: expected {wanted}, got {short_repr(str(place))}"
        raise ValueError(message)
    dataset = dataset_of(records, proposals)
    rows = _rows_of(dataset)
    files = {f"{name}.csv": _csv_of(table.columns, rows[name]) for name, table in _RESOURCES.items()}
    files["datapackage.json"] = _descriptor_of(rows, dataset)
    place.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=place, prefix=".kzpeace-") as beside:
        for name, content in files.items():
            Path(beside, name).write_bytes(content)
        for name in files:
            Path(beside, name).replace(place / name)
    return place


def _rows_of(dataset: Dataset) -> dict[str, Rows]:
    records, proposals = dataset.deployments, dataset.proposals
    named = [mission for record in records for mission in record.missions]
    named += [mission for proposal in proposals for mission in proposal.missions + proposal.expansion]
    missions = tuple(by_acronym([*dataset.missions, *named]).values())
    asked = [None, *missions] if records else []
    # If the records name only one mission, the total of all missions equals that mission's.
    totals = dict.fromkeys(total(each, records=records) for each in asked for total in (total_served, total_serving))
    return {
        "missions": to_rows(missions),
        "deployments": _numbered("deployment", to_rows(records)),
        "deployment_missions": [
            {"deployment": number, EACH_MISSION.name: mission.acronym, SHARING.name: len(record.missions)}
            for number, record in enumerate(records, start=1)
            for mission in record.missions
        ],
        "proposals": _numbered("proposal", to_rows(proposals)),
        "timeline": _numbered("event", to_rows(timeline(records=records, proposals=proposals))),
        "totals": to_rows(list(totals)),
    }


def _numbered(name: str, rows: Rows) -> Rows:
    return [{name: number, **row} for number, row in enumerate(rows, start=1)]


def _csv_of(columns: tuple[Column, ...], rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in columns])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _descriptor_of(rows: dict[str, Rows], dataset: Dataset) -> bytes:
    contributors = sorted({each.contributor for each in dataset.deployments + dataset.proposals})
    descriptor = {
        "profile": "tabular-data-package",
        "name": "kzpeace",
        "title": f"Peacekeepers in United Nations missions ({', '.join(contributors) or 'no records'})",
        "description": "What sources say about who serves and has served, what was proposed, and how many people that "
        f"is. An empty value is not known or does not apply; it is not zero. {_spreadsheet_advice(rows)}",
        "licenses": [{"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}],
        "sources": [
            {"title": str(source)} | ({"path": source.address} if is_web_address(source.address) else {})
            for source in dict.fromkeys(_sources_in((dataset.deployments, dataset.proposals, dataset.missions)))
        ],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": f"{name}.csv",
                "description": table.description,
                "encoding": "utf-8",
                "schema": _schema_of(table),
            }
            for name, table in _RESOURCES.items()
        ],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def _spreadsheet_advice(tables: dict[str, Rows]) -> str:
    cells = ((f"{table}.{name}", row[name]) for table, rows in tables.items() for row in rows for name in row)
    risky = sorted({name for name, value in cells if isinstance(value, str) and value.startswith(FORMULA_SIGNS)})
    return (
        "In a spreadsheet, import the files as UTF-8 with all columns as text (in Excel: Data, From Text/CSV); if they "
        "are opened with a double click, Cyrillic may be lost and dates rewritten. A spreadsheet may run cells that "
        f"begin with {' '.join(FORMULA_SIGNS)} as formulas; columns with such cells: {', '.join(risky) or 'none'}."
    )


def _schema_of(table: _Resource) -> dict[str, Any]:
    return {
        "fields": [
            {
                "name": column.name,
                "type": FIELD_TYPES.get(column.kind, "string"),
                "description": column.description,
                "constraints": {"required": column.required} | ({"enum": column.choices} if column.choices else {}),
            }
            for column in table.columns
        ],
        "primaryKey": table.key or (table.columns[0].name,),
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": other, "fields": [key]}}
            for column, other, key in table.references
        ],
    }


def _sources_in(thing: Any) -> Iterator[Source]:
    """Yield the documents that an object, or anything in it, is from."""
    if isinstance(thing, Source):
        yield thing
    else:
        kind = thing.__class__
        inside: Any = [getattr(thing, field.name) for field in fields(kind)] if has(kind) else thing
        for each in inside if hasattr(inside, "__getitem__") and not isinstance(inside, str) else ():
            yield from _sources_in(each)
