"""The UN's monthly table of contributions, read as records.

A month of the UN's own table is whole: a mission that it does not list for a country had nobody from there. So a record
of zero stands for what a month leaves out, unless someone cut the file. Of months that the file lacks nothing is known.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from contextlib import suppress
from datetime import datetime
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from kzpeace import missions as _missions
from kzpeace._checks import short_repr
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission, Personnel, Role, Status
from kzpeace.headcount import Headcount
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    Post = tuple[PartialDate, tuple[Role, ...], Personnel]

CODE, COUNTRY, MISSION, TYPE = "ISOCode3", "Contributing_Country", "Mission_Acronym", "Personnel_Type"
WOMEN, MEN, TOTAL, DATE = "Female_Personnel", "Male_Personnel", "Total_Uniformed_Personnel", "Last_Reporting_Date"
BY_MISSION, RANKS = (CODE, MISSION, TYPE, WOMEN, MEN, DATE), (CODE, WOMEN, MEN, TOTAL, DATE)
COLUMNS = {column.casefold(): column for column in (COUNTRY, *BY_MISSION, *RANKS)}
TYPES = {
    "troops": Role.TROOPS,
    **dict.fromkeys(("staff officers", "staff officer"), Role.STAFF_OFFICER),
    **dict.fromkeys(("experts on mission", "observers", "eom"), Role.MILITARY_OBSERVER),
    **dict.fromkeys(("formed police units", "individual police", "civilian police"), Role.POLICE),
}
KNOWN_MISSIONS = {each.acronym.casefold(): each for each in getattr(_missions, "KNOWN_MISSIONS", _missions.MISSIONS)}
ABSENT = ("", "#N/A")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_contributions(
    file: str | os.PathLike[str] | TextIO, contributor: str = "KAZ", *, complete: bool = True
) -> tuple[Deployment, ...]:
    """Read the UN's monthly table of contributions as records of who was serving.

    Women and men are counted together, and so are formed units and individual police. A blank cell counts nobody;
    ``#N/A`` makes a headcount a minimum. In months for which the file lists staff officers of no country, troops may
    include them, and the record names both roles.

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
    >>> for record in read_contributions(table):
    ...     print(record)
    102 service members (troops, staff officer) serving in UNIFIL, 2020-11-30
    0 uniformed personnel (military observer, police) serving in UNIFIL, 2020-11-30
    """
    code = str(contributor).strip().upper()
    table = _Table(file, code)
    missions: dict[str, tuple[Mission, ...]] = {}
    lines: dict[tuple[PartialDate, str, Role | None, bool], int] = {}
    counts: dict[tuple[PartialDate, str], dict[Post, list[int | None]]] = defaultdict(lambda: defaultdict(list))
    for line, row in table.rows:
        (month, day), (acronym, role, in_unit) = table.days[row[table.at[DATE]]], table.post(line, row)
        key = acronym.casefold()
        if (first := lines.setdefault((month, key, role, in_unit), line)) != line:
            table.fail(line, TYPE if role else CODE, f"one row a month (line {first} is of {month} too)", row)
        missions.setdefault(key, (KNOWN_MISSIONS.get(key) or Mission(acronym=acronym),) if key else ())
        roles: tuple[Role, ...] = (role,) if role else ()
        if role is Role.TROOPS and month not in table.with_staff_officers:
            roles = (Role.TROOPS, Role.STAFF_OFFICER)
        personnel = Personnel.UNIFORMED if role in {None, Role.POLICE} else Personnel.SERVICE_MEMBERS
        counts[month, key][day, roles, personnel] += table.numbers(line, row)
    records = []
    for month, last_day in table.last_days.items():
        title, address = "Troop and police contributors", "https://peacekeeping.un.org/en/troop-and-police-contributors"
        source = Source(publisher="United Nations", title=title, date=month, language="en", address=address)
        for key, mission in missions.items():
            posts = counts[month, key]
            unlisted = tuple(role for role in Role if not any(role in roles for _, roles, _ in posts))
            if complete and mission and unlisted:
                day = max((day for day, _, _ in posts), default=last_day)
                posts[day, unlisted if posts else (), Personnel.UNIFORMED] = [0]
            records += [
                Deployment(
                    headcount=Headcount.at_least(known) if None in numbers else known,
                    missions=mission,
                    status=Status.SERVING,
                    period=Period(day, day),
                    roles=roles,
                    personnel=personnel,
                    contributor=code,
                    citation=Citation(source),
                )
                for (day, roles, personnel), numbers in posts.items()
                for known in [sum(number or 0 for number in numbers)]
            ]
    return tuple(records)  # a Listing


class _Table:
    """The rows of a contributor, and what the whole file says of its months."""

    def __init__(self, file: str | os.PathLike[str] | TextIO, code: str) -> None:
        self.name = str(getattr(file, "name", "the open file") if hasattr(file, "read") else file)
        rows = self.parse(file)
        line, header = next(rows, (1, [""]))
        names = [COLUMNS.get(cell.strip().casefold(), cell) for cell in header]
        layout = min((BY_MISSION, RANKS), key=lambda columns: len({*columns}.difference(names)))
        for column in layout:
            if names.count(column) != 1:
                self.fail(line, column, "one column of this name", ", ".join(names))
        self.at = {column: names.index(column) for column in (*layout, COUNTRY) if column in names}
        at_code, at_date, width = self.at[CODE], self.at[DATE], len(names)
        at_type, at_country = self.at.get(TYPE, at_code), self.at.get(COUNTRY, at_code)
        lines, countries = dict[tuple[str, str], int](), set[tuple[str, str]]()
        candidates = []
        for line, row in rows:
            if len(row) != width:
                self.fail(line, names[min(len(row), width - 1)], f"{width} cells in the row", len(row))
            lines.setdefault((row[at_date], row[at_type]), line)
            given = row[at_code].strip().upper()
            countries.add((row[at_country].strip(), given))
            if given == code or given in ABSENT:
                candidates.append((line, row))
        own = {country for country, given in countries if given == code}
        if not own:
            known = {name.upper(): given for country, given in countries for name in (country, given)}
            nearest = dict.fromkeys(known[name] for name in get_close_matches(code, known))
            self.fail(1, CODE, f"a contributor of the file (the nearest: {', '.join(nearest) or 'none'})", code)
        # Where a code is missing, the country's name says whose row it is.
        self.rows = [(line, row) for line, row in candidates if row[at_country].strip() in own]
        self.days = {cell: self.date(line, cell) for (cell, _), line in lines.items()}
        self.last_days = dict(sorted(self.days.values()))
        staffed = [cell for cell, name in lines if TYPES.get(name.strip().casefold()) is Role.STAFF_OFFICER]
        self.with_staff_officers = {self.days[cell][0] for cell in staffed}

    def fail(self, line: int, column: str | int, expected: str, got: object) -> NoReturn:
        message = f"{self.name}, line {line}, column {column}: expected {expected}, got {short_repr(got)}"
        raise ValueError(message)

    def parse(self, file: str | os.PathLike[str] | TextIO) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that are not blank, each with its line."""
        try:
            text: object = Path(file).read_text("utf-8") if isinstance(file, str | os.PathLike) else file.read()
            if not isinstance(text, str):
                self.fail(1, 1, "text, as of a file opened without 'b'", text)
            reader = csv.reader(StringIO(text.removeprefix("\ufeff")), skipinitialspace=True, strict=True)
            for row in filter(any, reader):
                yield reader.line_num, row
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(errors="replace")
            *_, row = csv.reader(StringIO(before + "?"))
            self.fail(before.count("\n") + 1, len(row), "text in UTF-8", error.object[error.start : error.end])
        except csv.Error as error:
            self.fail(reader.line_num, 1, "CSV", str(error))

    def post(self, line: int, row: list[str]) -> tuple[str, Role | None, bool]:
        """Return a row's mission, its role and whether it counts formed units; of ranks neither is known."""
        if TYPE not in self.at:
            return "", None, False
        acronym, name = row[self.at[MISSION]].strip(), row[self.at[TYPE]].strip().casefold()
        if acronym in ABSENT:
            self.fail(line, MISSION, "the acronym of a mission", acronym)
        if name not in TYPES:
            self.fail(line, TYPE, f"one of {', '.join(TYPES)}", name)
        return acronym, TYPES[name], name.startswith("formed")

    def numbers(self, line: int, row: list[str]) -> Iterator[int | None]:
        """Yield the numbers that a row's count is the sum of; None for one that is not available."""
        total = TOTAL in self.at and row[self.at[TOTAL]].strip() not in ABSENT
        for column in (TOTAL,) if total else (WOMEN, MEN):
            cell = row[self.at[column]].strip()
            number = cell.removesuffix(".0") or "0"  # as pandas writes a column with blanks
            if cell not in ABSENT and not (number.isascii() and number.isdecimal() and len(number) < 10):  # noqa: PLR2004
                self.fail(line, column, "a whole number", cell)
            yield None if cell == "#N/A" else int(number)

    def date(self, line: int, cell: str) -> tuple[PartialDate, PartialDate]:
        text = cell.strip().casefold()
        for number, name in enumerate(MONTHS, 1):
            text = text.replace(f"-{name}-", f"-{number}-")
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d-%m-%y"):
            with suppress(ValueError):
                day = datetime.strptime(text, form)  # noqa: DTZ007
                return PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)
        return self.fail(line, DATE, "a day such as 30/06/2022, 30-Jun-22 or 2022-06-30", cell)
