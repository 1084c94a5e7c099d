"""The UN's monthly table of contributions, read as records.

The UN's own table is complete for its month: what it does not list is zero. A month that is not in the file is unknown.
"""

from __future__ import annotations

import csv
import os
from contextlib import suppress
from datetime import date, datetime
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from kzpeace._checks import short_repr
from kzpeace._html import Listing
from kzpeace.dates import Period
from kzpeace.domain import Deployment, Mission, Personnel, Role, Status
from kzpeace.headcount import Headcount
from kzpeace.missions import KNOWN_MISSIONS, by_acronym
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE, COUNTRY, MISSION, TYPE = "ISOCode3", "Contributing_Country", "Mission_Acronym", "Personnel_Type"
WOMEN, MEN, TOTAL, DATE = "Female_Personnel", "Male_Personnel", "Total_Uniformed_Personnel", "Last_Reporting_Date"
BY_MISSION, BY_RANK = (CODE, MISSION, TYPE, WOMEN, MEN, DATE), (CODE, WOMEN, MEN, TOTAL, DATE)
COLUMN_NAMES = {column.casefold(): column for column in (COUNTRY, *BY_MISSION, *BY_RANK)}
ROLES_BY_TYPE = {
    "troops": Role.TROOPS,
    **dict.fromkeys(("staff officers", "staff officer"), Role.STAFF_OFFICER),
    **dict.fromkeys(("experts on mission", "observers", "eom"), Role.MILITARY_OBSERVER),
    **dict.fromkeys(("formed police units", "individual police", "civilian police"), Role.POLICE),
}
MISSIONS_BY_ACRONYM = by_acronym(KNOWN_MISSIONS)
ABSENT = ("", "#N/A")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
ADVICE = "download a web address first; pass CSV text as io.StringIO(text), a frame's as io.StringIO(frame.to_csv())"


def read_contributions(
    file: str | os.PathLike[str] | TextIO, contributor: str = "KAZ", *, complete: bool = True
) -> Listing[Deployment]:
    """Read the UN's monthly table of contributions as records of who was serving.

    Women and men are counted together, and so are formed units and individual police. A blank cell counts nobody;
    ``#N/A`` makes a minimum. In months that list staff officers of no country, the record of troops names both roles.

    Args:
        file: The path of the UN's CSV file, or the file opened as text.
        contributor: The troop-contributing country, as an ISO 3166-1 alpha-3 code.
        complete: Whether the file has all that the UN published for its months. Then each month has a record of zero
            for each mission in which the file has the contributor, in the roles not listed there. Pass False if cut.

    Returns:
        The records, by month, each citing the UN's table of that month. Those of a table of ranks name no mission.

    Raises:
        ValueError: If the file is not such a table or lacks the contributor. The message names file, line and column.

    >>> table = StringIO('''ISOCode3,Mission_Acronym,Personnel_Type,Female_Personnel,Male_Personnel,Last_Reporting_Date
    ... KAZ,UNIFIL,Troops,2,100,30/11/2020''')
    >>> print(read_contributions(table)[0])
    102 service members (troops, staff officer) serving in UNIFIL, 2020-11-30
    """
    code = str(contributor).strip().upper()
    table = _Table(file, code)
    missions: dict[str, tuple[Mission, ...]] = {}
    lines: dict[tuple[date, str, Role | None, bool], int] = {}
    counts: dict[tuple[date, str], dict[tuple[date, tuple[Role, ...], Personnel], list[int | None]]] = {}
    for line, row in table.rows:
        day, (acronym, role, in_unit) = table.days[row[table.index[DATE]]], table.post(line, row)
        month, key = day.replace(day=1), acronym.casefold()
        if (first := lines.setdefault((month, key, role, in_unit), line)) != line:
            column, once = (TYPE, "each mission and type") if role else (CODE, "each contributor")
            again = ", ".join(filter(None, [acronym, row[table.index[column]].strip()]))
            table.fail(line, column, f"{once} once a month, got {again} again (line {first})")
        missions.setdefault(key, (MISSIONS_BY_ACRONYM.get(key) or Mission(acronym=acronym),) if key else ())
        roles: tuple[Role, ...] = (role,) if role else ()
        if role is Role.TROOPS and month not in table.staffed:
            roles = (Role.TROOPS, Role.STAFF_OFFICER)
        personnel = Personnel.UNIFORMED if role in {None, Role.POLICE} else Personnel.SERVICE_MEMBERS
        counts.setdefault((month, key), {}).setdefault((day, roles, personnel), []).extend(table.numbers(line, row))
    records: list[Deployment] = []
    for month, last_day in table.last_days.items():
        title = f"Troop and police contributors, {MONTHS[month.month - 1]} {month.year}"
        url = "https://peacekeeping.un.org/en/troop-and-police-contributors"
        cited = Citation(
            Source(publisher="United Nations", title=title, date=f"{month:%Y-%m}", language="en", address=url)
        )
        for key, mission in missions.items():
            posts = counts.get((month, key), {})
            unlisted = tuple(role for role in Role if not any(role in roles for _, roles, _ in posts))
            if complete and mission and unlisted:
                last = max((day for day, _, _ in posts), default=last_day)
                posts[last, unlisted if posts else (), Personnel.UNIFORMED] = [0]
            for (day, roles, personnel), numbers in posts.items():
                known = sum(filter(None, numbers))
                count = Headcount.at_least(known) if None in numbers else Headcount.exactly(known)
                who: Any = {"roles": roles, "personnel": personnel, "contributor": code, "citation": cited}
                records.append(
                    Deployment(headcount=count, missions=mission, status=Status.SERVING, period=Period(day, day), **who)
                )
    return Listing(records)


class _Table:
    """The rows of a contributor, and what the whole file says of its months."""

    def __init__(self, file: str | os.PathLike[str] | TextIO, code: str) -> None:
        self.name = str(getattr(file, "name", "the open file") if hasattr(file, "read") else file)
        self.reader = reader = csv.reader(StringIO(self.read(file)), skipinitialspace=True, strict=True)
        names = [COLUMN_NAMES.get(cell.strip().casefold(), cell) for cell in next(self.parse(), [""])]
        layout = min((BY_MISSION, BY_RANK), key=lambda columns: len({*columns}.difference(names)))
        for column in layout:
            if names.count(column) != 1:
                self.fail(reader.line_num or 1, column, "one column of this name", ", ".join(names))
        self.index = {column: names.index(column) for column in (*layout, COUNTRY) if column in names}
        at_code, at_date, width = self.index[CODE], self.index[DATE], len(names)
        at_type, at_country = self.index.get(TYPE, at_code), self.index.get(COUNTRY, at_code)
        lines, others, self.rows = dict[tuple[str, str], int](), dict[str, str](), list[tuple[int, list[str]]]()
        for row in self.parse():
            if len(row) != width:
                self.fail(reader.line_num, names[min(len(row), width - 1)], f"{width} cells in the row", len(row))
            if (when := (row[at_date], row[at_type])) not in lines:
                lines[when] = reader.line_num
            if (given := row[at_code]) not in others:
                if given.strip().upper() == code or given.strip() in ABSENT:
                    self.rows.append((reader.line_num, row))
                else:
                    others[given] = row[at_country]
        # Where a code is missing, the country's name says whose row it is.
        own = {row[at_country].strip() for _, row in self.rows if row[at_code].strip() not in ABSENT}
        self.rows = [(line, row) for line, row in self.rows if row[at_country].strip() in own]
        if not self.rows:
            known = {name.strip().upper(): given for given, country in others.items() for name in (country, given)}
            nearest = [known[name] for name in get_close_matches(code, known)]
            codes = [*dict.fromkeys(each.strip() for each in (*nearest, *others))]
            self.fail(1, CODE, f"one of the file's {len(codes)} contributors, such as {', '.join(codes[:5])}", code)
        self.days = {cell: self.day(line, cell) for (cell, _), line in lines.items()}
        self.last_days = {day.replace(day=1): day for day in sorted(self.days.values())}
        self.staffed = {self.days[cell].replace(day=1) for cell, name in lines if "staff officer" in name.casefold()}

    def fail(self, line: int, column: str | int, expected: str, *got: object) -> NoReturn:
        message = f"{self.name}, line {line}, column {column}: expected {expected}"
        raise ValueError(", got ".join([message, *map(short_repr, got)]))

    def read(self, file: str | os.PathLike[str] | TextIO) -> str:
        try:
            if isinstance(file, os.PathLike) or (isinstance(file, str) and "\n" not in file and "://" not in file):
                return Path(file).read_text("utf-8-sig")
            text: object = getattr(file, "read", bytes)()
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(errors="replace")
            *_, row = csv.reader(StringIO(before + "?"))
            self.fail(before.count("\n") + 1, len(row), "text in UTF-8", error.object[error.start : error.end])
        if not isinstance(text, str):
            message = f"file: expected a path, or a file opened as text, got {short_repr(file)}; {ADVICE}"
            raise ValueError(message)
        return text.removeprefix("\ufeff")

    def parse(self) -> Iterator[list[str]]:
        try:
            yield from filter(any, self.reader)
        except csv.Error as error:
            self.fail(self.reader.line_num, 1, "CSV", str(error))

    def post(self, line: int, row: list[str]) -> tuple[str, Role | None, bool]:
        """Return a row's mission, its role and whether it counts formed units; of ranks neither is known."""
        if TYPE not in self.index:
            return "", None, False
        acronym, name = row[self.index[MISSION]].strip(), row[self.index[TYPE]].strip().casefold()
        if acronym in ABSENT:
            self.fail(line, MISSION, "the acronym of a mission", acronym)
        if name not in ROLES_BY_TYPE:
            self.fail(line, TYPE, f"one of {', '.join(ROLES_BY_TYPE)}", name)
        return acronym, ROLES_BY_TYPE[name], name.startswith("formed")

    def numbers(self, line: int, row: list[str]) -> Iterator[int | None]:
        """Yield the numbers that a row's count is the sum of; None for one that is not available."""
        total = TOTAL in self.index and row[self.index[TOTAL]].strip() not in ABSENT
        for column in (TOTAL,) if total else (WOMEN, MEN):
            cell = row[self.index[column]].strip()
            number = cell.removesuffix(".0") or "0"  # as pandas writes a column with blanks
            if cell not in ABSENT and not (number.isascii() and number.isdecimal() and len(number) < 10):  # noqa: PLR2004
                self.fail(line, column, "a whole number", cell)
            yield None if cell == "#N/A" else int(number)

    def day(self, line: int, cell: str) -> date:
        text = cell.strip().casefold()
        for number, name in enumerate(MONTHS, 1):
            text = text.replace(f"-{name[:3].lower()}-", f"-{number}-")
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d-%m-%y"):
            with suppress(ValueError):
                return datetime.strptime(text, form).date()  # noqa: DTZ007
        return self.fail(line, DATE, "a day such as 30/06/2022, 30-Jun-22 or 2022-06-30", cell)
