"""Dates known to the year, the month or the day, and periods of them, written as in EDTF (ISO 8601-2).

A year is not its first of January: ``2014`` stays ``2014``, and knows which days it may mean.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NoReturn, TypeAlias, cast

from attrs import field, frozen

from kzpeace import _checks as check

OPEN = ".."
LONGEST_TEXT = 64
ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_DATE = r"([^–—/]*?[0-9]{4}(?:-[0-9]{2}){0,2})"
# Periods in words, for which an error suggests EDTF.
_PHRASES = (
    (rf"(?:from |between )?{_DATE}\s*(?:[-–—]| to | until | and )\s*{_DATE}", "{}/{}"),
    (rf"(?:since|from)\s+{_DATE}", "{}/.."),
    (rf"(?:until|till|up to)\s+{_DATE}", "../{}"),
)

# What dateutil fills in: they differ in every part, both years have a 29 February, and the days are more than a week
# apart, as dateutil moves a day by up to six to match a weekday.
_FILLINGS = datetime(1904, 1, 1, 1, 1, 1), datetime(1908, 3, 11, 2, 2, 2)  # noqa: DTZ001 - days have no time zone
_YEARS = {"unit": "years"}

Day: TypeAlias = "PartialDate | date | str | int"


def _last_day(year: int, month: int) -> int:
    """Return the number of days in a month; the module calendar, which knows it, is slow to import."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day  # noqa: PLR2004


@check.rule("a day that the month has", optional=True)
def _day_of_month(instance: PartialDate, day: int) -> str | bool:
    last = _last_day(instance.year, instance.month or 1)
    return day > last and f"a day of {instance.year:04}-{instance.month:02} (1 to {last})"


@frozen(order=True)
class PartialDate(check.TextFormat):
    """A date as precise as its source: a year, a month of a year, or a day.

    Dates sort by their earliest day; if two have the same one, the less precise comes first.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None if only the year is known.
        day: 1 to 31, or None if the day is not known.

    >>> PartialDate(2014).earliest, PartialDate(2014).latest
    (datetime.date(2014, 1, 1), datetime.date(2014, 12, 31))
    """

    year: int = field(converter=check.to_whole_number, validator=check.whole_number(1, 9999), metadata=_YEARS)
    month: int | None = check.optional_number("months of the year", high=12)
    day: int | None = check.optional_number("days of the month", check.only_with("month"), _day_of_month, high=31)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date as people write it: ``2014``, ``2022-06``, ``2022-06-30``, ``30 June 2022``, ``June 2022``.

        The year has four digits. Text that is not in ISO form is read by dateutil. Text that is not a date, or can be
        read only by guessing, is a ValueError.
        """
        found = ISO_DATE.fullmatch(_stripped(cls, text))
        return cls(*(int(part) for part in found.groups() if part)) if found else _parse_with_dateutil(text)

    @property
    def earliest(self) -> date:
        """The first day that this date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or _last_day(self.year, month))

    def __str__(self) -> str:
        """Return the date in EDTF: ``2014``, ``2022-06`` or ``2022-06-30``."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def _stripped(kind: type, text: object) -> str:
    """Return text without the space around it; refuse anything else, and long text, which is slow to read."""
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        _raise_unreadable(kind, f"text of at most {LONGEST_TEXT} characters", text)
    return text.strip()


def _raise_unreadable(kind: type, wanted: str, text: object) -> NoReturn:
    message = f"{kind.__name__}.parse: expected {wanted}, got {check.short_repr(text)}"
    raise ValueError(message)


def _parse_with_dateutil(text: str) -> PartialDate:
    """Read a date with dateutil, and accept nothing that it had to guess.

    It fills in what the text leaves out, and picks an order of day and month. So read the text twice, with another
    filling and the other order: a part that differs is missing from the text, or ambiguous.
    """
    from dateutil import parser  # noqa: PLC0415 - import kzpeace stays quick

    wanted = "a date such as 2014, 2022-06 or 30 June 2022"
    try:
        one = parser.parse(text, default=_FILLINGS[0], ignoretz=True)
        other = parser.parse(text, default=_FILLINGS[1], ignoretz=True, dayfirst=True)
    except Exception:  # noqa: BLE001 - dateutil raises errors of many kinds
        _raise_unreadable(PartialDate, wanted, text)
    weekdays = {parser.parserinfo().weekday(word) for word in re.findall(r"\w+", text)} - {None}
    if one.year != other.year or f"{one.year:04}" not in text:
        wanted = "a year in four digits"
    elif (one.time(), other.time()) != tuple(filling.time() for filling in _FILLINGS):
        wanted = "a date without a time of day"
    elif weekdays and (one.day != other.day or weekdays != {one.weekday()}):
        wanted = "the weekday of the date, or none"
    elif (one.month, one.day) == (other.day, other.month) and one.month != one.day:
        wanted = "a date that can be read in only one way, as YYYY-MM-DD"
    elif one.month == other.month:
        return PartialDate(one.year, one.month, one.day if one.day == other.day else None)
    _raise_unreadable(PartialDate, wanted, text)


def to_date(value: Day) -> PartialDate:
    """Convert a date, text or a year in four digits; leave anything else for a validator to refuse."""
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    year = check.to_whole_number(cast("int", value))  # a data frame's numbers are not ints
    if type(year) is int and 1000 <= year <= 9999:  # noqa: PLR2004
        return PartialDate(year)
    if isinstance(value, str):
        with suppress(ValueError):
            return PartialDate.parse(value)
    return cast("PartialDate", value)


def to_optional_date(value: Day | None) -> PartialDate | None:
    """Convert as `to_date` does; None, or two dots, is None."""
    return None if value is None or (isinstance(value, str) and value == OPEN) else to_date(value)


a_date = check.instance_of(PartialDate, "a date")
optional_date = check.instance_of(PartialDate, "a date or None", optional=True)


def not_before(other: str) -> check.Check:
    """Return a validator for a date, or None, that is not before the date, or None, in another field."""

    @check.rule(f"not before the {other}", optional=True)
    def validate(instance: object, value: PartialDate) -> object:
        first: PartialDate | None = getattr(instance, other)
        return first and value.latest < first.earliest and f"no date before the {other}, {first}"

    return validate


@check.rule("None only with a start")
def _not_both_open(period: Period, end: PartialDate | None) -> str | bool:
    return not (period.start or end) and "a date, as the start is open too"


@frozen
class Period(check.TextFormat):
    """An interval of dates, both ends included, each as precise as its source and open where the source is.

    Attributes:
        start: The first date, or None if the source leaves the start open.
        end: The last date, or None if the source leaves the end open.

    >>> Period(start="2014", end="2022-06-30") == Period.parse("2014/2022-06-30")
    True
    """

    start: PartialDate | None = field(converter=to_optional_date, validator=optional_date)
    end: PartialDate | None = field(
        converter=to_optional_date, validator=[optional_date, not_before("start"), _not_both_open]
    )

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2014/2022-06-30``, ``2018/..`` (open end), ``../2022`` (open start) or one date, which is both ends.

        Text that is not a period, or ends before it starts, is a ValueError.
        """
        parts = [part.strip() for part in _stripped(cls, text).split("/")]
        if len(parts) != 2:  # noqa: PLR2004
            if edtf := _edtf_of(text.strip()):
                _raise_unreadable(cls, f"EDTF (write {edtf})", text)
            day = PartialDate.parse(text)
            return cls(day, day)
        if not all(part == OPEN or ISO_DATE.fullmatch(part) for part in parts):
            _raise_unreadable(cls, "dates such as 2014 or 2022-06-30, or ..", text)
        return cls(*parts)

    @property
    def first_known(self) -> PartialDate:
        """The start, or the end if the start is open."""
        return cast("PartialDate", self.start or self.end)

    def __str__(self) -> str:
        """Return the period in EDTF: ``2014/2022-06-30``, ``2018/..``, or one date."""
        return str(self.start) if self.start == self.end else f"{self.start or OPEN}/{self.end or OPEN}"


def _edtf_of(text: str) -> str | None:
    """Return the EDTF for text such as *since 2014*, or None."""
    for pattern, form in _PHRASES:
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            with suppress(ValueError):
                return form.format(*map(PartialDate.parse, found.groups()))
    return None


def to_period(value: Period | Day) -> Period:
    """Convert a date, text or a year in four digits; leave anything else for a validator to refuse."""
    if isinstance(value, str):
        with suppress(ValueError):
            return Period.parse(value)
    elif not isinstance(value, Period):
        day = to_date(value)
        return Period(day, day) if isinstance(day, PartialDate) else cast("Period", value)
    return cast("Period", value)


def date_argument(value: Day | None, argument: str) -> PartialDate | None:
    """Return the date given as an argument, or None; raise a ValueError that names the argument."""
    wanted = "a date or text such as 2022-06-30"
    return None if value is None else check.require(PartialDate, to_date(value), argument, wanted)


def period_argument(value: Period | Day | None, argument: str) -> Period | None:
    """Return the period given as an argument, or None; raise a ValueError that names the argument."""
    wanted = "a period or text such as 2018/.. or 2014/2022-06-30"
    return None if value is None else check.require(Period, to_period(value), argument, wanted)
