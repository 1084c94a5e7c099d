"""Dates known to the year, the month or the day, and periods of them, written as in EDTF (ISO 8601-2).

A year is not its first of January: ``2014`` stays ``2014``, and says which days it may mean.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any, cast

from attrs import Attribute, field, frozen

from kzpeace._checks import (
    instance_of,
    raise_invalid,
    short_repr,
    to_optional_whole_number,
    to_whole_number,
    whole_number,
)

OPEN = ".."
LONGEST_TEXT = 64
ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _none_first(part: int | None) -> int:
    """What a month or day sorts by: where there is none, before all that have one."""
    return part or 0


def day_exists(instance: PartialDate, attribute: Attribute[int | None], value: int | None) -> None:
    """A day that the month has; none without a month."""
    if value is None:
        return
    if instance.month is None:
        raise_invalid(instance, attribute.name, value, "a month where there is a day")
    last = last_of_month(instance.year, instance.month).day
    if value > last:
        raise_invalid(
            instance, attribute.name, value, f"a day that {instance.year:04}-{instance.month:02} has (1 to {last})"
        )


@frozen(order=True)
class PartialDate:
    """A date as precise as its source: a year, a month of a year, or a day.

    Dates sort by their earliest day; of two that begin alike, the coarser comes first.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None where only the year is known.
        day: 1 to 31, or None where the day is not known.

    Raises:
        ValueError: For a part out of range, a day without a month, or a day that the month has not.

    >>> PartialDate(2014).earliest, PartialDate(2014).latest
    (datetime.date(2014, 1, 1), datetime.date(2014, 12, 31))
    """

    year: int = field(
        converter=to_whole_number, validator=whole_number(1, 9999), metadata={"unit": "years of the common era"}
    )
    month: int | None = field(
        default=None,
        order=_none_first,
        converter=to_optional_whole_number,
        validator=whole_number(1, 12, optional=True),
        metadata={"unit": "months of the year"},
    )
    day: int | None = field(
        default=None,
        order=_none_first,
        converter=to_optional_whole_number,
        validator=[whole_number(1, 31, optional=True), day_exists],
        metadata={"unit": "days of the month"},
    )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date as a person writes it: ``2014``, ``2022-06``, ``2022-06-30``, ``30 June 2022``, ``June 2022``.

        Args:
            text: The date, with its year in four digits. What is not in ISO form is read by dateutil.

        Returns:
            The date, as precise as the text is.

        Raises:
            ValueError: For text that is no date, has no year or a time of day, leaves open which number is the day and
                which the month, or is longer than 64 characters.

        >>> print(PartialDate.parse("30 June 2022"))
        2022-06-30
        """
        if not isinstance(text, str):
            message = f"PartialDate.parse: expected text, got {short_repr(text)}"
            raise ValueError(message)
        if len(text) > LONGEST_TEXT:
            message = f"PartialDate.parse: expected at most {LONGEST_TEXT} characters, got {short_repr(text)}"
            raise ValueError(message)
        found = ISO_DATE.fullmatch(text.strip())
        if found is None:
            return _parse_with_dateutil(text)
        return cls(*(int(part) for part in found.groups() if part))

    @property
    def earliest(self) -> date:
        """The first day this date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day this date may mean."""
        if self.day is None:
            return last_of_month(self.year, self.month or 12)
        return self.earliest

    def __str__(self) -> str:
        """The date in EDTF: ``2014``, ``2022-06`` or ``2022-06-30``."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:  # noqa: PLR2004 - December; the month after it may lie beyond the calendar
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _parse_with_dateutil(text: str) -> PartialDate:
    """Read a date with dateutil, and take nothing that it had to guess.

    It fills in what the text leaves out, so a part that changes with the filling is not in the text; and it chooses
    between orders of day and month, so text that reads differently in another order is ambiguous.
    """
    from dateutil import parser  # noqa: PLC0415 - only where text needs it: import kzpeace stays quick

    fillings = [datetime(1904 + 4 * n, 1 + n, 1 + 9 * n, 1 + n, 1 + n, 1 + n) for n in range(3)]  # noqa: DTZ001
    try:
        readings = [
            {
                parser.parse(text, default=filling, dayfirst=dayfirst, yearfirst=yearfirst, ignoretz=True)
                for dayfirst in (False, True)
                for yearfirst in (False, True)
            }
            for filling in fillings
        ]
    except Exception as error:  # dateutil lets errors of many kinds out; to the caller all mean the same
        message = f"PartialDate.parse: expected a date such as 2014, 2022-06 or 30 June 2022, got {short_repr(text)}"
        raise ValueError(message) from error
    if any(len(reading) > 1 for reading in readings):
        message = f"PartialDate.parse: {short_repr(text)} can be read in more than one way; write it as YYYY-MM-DD"
        raise ValueError(message)
    first, *others = (reading.pop() for reading in readings)
    if f"{first.year:04}" not in text or any(first.year != other.year for other in others):
        message = f"PartialDate.parse: expected a year in four digits, got {short_repr(text)}"
        raise ValueError(message)
    if any(one.time() != filling.time() for one, filling in zip((first, *others), fillings, strict=True)):
        message = f"PartialDate.parse: expected a date without a time of day, got {short_repr(text)}"
        raise ValueError(message)
    if any(first.month != other.month for other in others):
        # A year alone is read without dateutil; here something stands beside it.
        message = f"PartialDate.parse: expected a date such as 2014, 2022-06 or 30 June 2022, got {short_repr(text)}"
        raise ValueError(message)
    weekdays = {parser.parserinfo().weekday(word) for word in re.findall(r"\w+", text)} - {None}
    if weekdays - {first.weekday()} or (weekdays and any(first.day != other.day for other in others)):
        message = f"PartialDate.parse: expected the weekday of the date, or none, got {short_repr(text)}"
        raise ValueError(message)
    if any(first.day != other.day for other in others):
        return PartialDate(first.year, first.month)
    return PartialDate(first.year, first.month, first.day)


def read_or_left(kind: type[PartialDate | Period], value: Any) -> Any:
    """Text as a date or period; what cannot be read is left for a validator, which knows whose field it is."""
    if isinstance(value, str):
        with suppress(ValueError):
            return kind.parse(value)
    return value


def to_date(value: PartialDate | date | str) -> PartialDate:
    """Convert what a person would type for a date; the rest is left for a validator to refuse."""
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    known: PartialDate = read_or_left(PartialDate, value)
    return known


def to_optional_date(value: PartialDate | date | str | None) -> PartialDate | None:
    """Convert as `to_date`, and keep None."""
    return None if value is None else to_date(value)


def to_bound(value: PartialDate | date | str | None) -> PartialDate | None:
    """Convert as `to_date`; None and ``..`` are an open end."""
    return None if value is None or (isinstance(value, str) and value == OPEN) else to_date(value)


def end_follows_start(instance: Period, attribute: Attribute[PartialDate | None], value: PartialDate | None) -> None:
    """No end before the start; one where the start is open."""
    if value is None and instance.start is None:
        raise_invalid(instance, attribute.name, value, "a date, as the start is open too")
    if value is not None and instance.start is not None and value.latest < instance.start.earliest:
        raise_invalid(instance, attribute.name, str(value), f"no end before the start, {instance.start}")


@frozen
class Period:
    """An interval of dates, both ends included, each as precise as its source and open where the source is.

    Attributes:
        start: The first date, or None where the source leaves the start open.
        end: The last date, or None where the source leaves the end open.

    Raises:
        ValueError: For an end before the start, and for no end at all on either side.

    >>> Period(start="2014", end="2022-06-30") == Period.parse("2014/2022-06-30")
    True
    """

    start: PartialDate | None = field(
        converter=to_bound, validator=instance_of(PartialDate, "a date or None", optional=True)
    )
    end: PartialDate | None = field(
        converter=to_bound, validator=[instance_of(PartialDate, "a date or None", optional=True), end_follows_start]
    )

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period: an EDTF interval, or one date, which is then both start and end.

        Args:
            text: ``2014/2022-06-30``, ``2018/..`` (open end), ``../2022`` (open start), or a single date as
                `PartialDate.parse` reads it.

        Returns:
            The period, each end as precise as written.

        Raises:
            ValueError: For text that is no period, or a period that ends before it starts.

        >>> print(Period.parse("2018/.."))
        2018/..
        """
        if not isinstance(text, str):
            message = f"Period.parse: expected text, got {short_repr(text)}"
            raise ValueError(message)
        if text.count("/") != 1:
            day = PartialDate.parse(text)
            return cls(day, day)
        start, end = (part.strip() for part in text.split("/"))
        for part in (start, end):
            if part != OPEN and not ISO_DATE.fullmatch(part):
                message = f"Period.parse: expected dates such as 2014 or 2022-06-30, or .., got {short_repr(text)}"
                raise ValueError(message)
        return cls(start, end)

    @property
    def first_known(self) -> PartialDate:
        """The start, or the end where the start is open."""
        return cast("PartialDate", self.start or self.end)

    def __str__(self) -> str:
        """The period in EDTF: ``2014/2022-06-30``, ``2018/..``, or one date."""
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or OPEN}/{self.end or OPEN}"


def to_period(value: Period | PartialDate | date | str) -> Period:
    """Convert what a person would type for a period; the rest is left for a validator to refuse."""
    if isinstance(value, PartialDate | date):
        return Period(value, value)
    known: Period = read_or_left(Period, value)
    return known


def date_argument(value: Any, argument: str) -> PartialDate | None:
    """The date that a caller gave for an argument, or None where none was given.

    Raises:
        ValueError: For what is no date.
    """
    wanted: object = to_optional_date(value)
    if isinstance(wanted, str):
        try:
            wanted = PartialDate.parse(wanted)
        except ValueError as error:
            message = f"{argument}: {error}"
            raise ValueError(message) from error
    if wanted is None or isinstance(wanted, PartialDate):
        return wanted
    message = f"{argument}: expected a date or text such as 2022-06-30, got {short_repr(value)}"
    raise ValueError(message)
