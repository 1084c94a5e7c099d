"""Numbers of people as a source states them."""

from __future__ import annotations

import enum
from typing import Any, NoReturn, SupportsIndex, cast

from attrs import Attribute, field, frozen

from kzpeace import _checks as check

EVERYONE = 10_000_000_000  # more people than exist: a larger headcount is an error
PERSONS = {"unit": "persons"}  # for the codebook


class Precision(enum.Enum):
    """How a source states a number of people."""

    EXACT = "exact"
    """The number and nothing else, such as *45*."""
    APPROXIMATE = "approximate"
    """About the number, with no bounds given, such as *around 430*."""
    AT_MOST = "at most"
    """The number or fewer, such as *up to 430*."""
    AT_LEAST = "at least"
    """The number or more, such as *at least 500*."""
    MORE_THAN = "more than"
    """More than the number, such as *more than 600*."""
    FEWER_THAN = "fewer than"
    """Fewer than the number, such as *fewer than 600*."""
    BETWEEN = "between"
    """From one number to another, such as *520 to 565*."""


_SIGNS = dict(zip(Precision, ("", "≈", "≤", "≥", ">", "<", ""), strict=True))


def _to_precision(value: Precision | str) -> Precision:
    return check.to_member(Precision, value)


def _to_figures(value: SupportsIndex | tuple[SupportsIndex, ...]) -> tuple[int, ...]:
    return tuple(map(check.to_whole_number, check.to_tuple(value)))


def _validate_figures(instance: Headcount, attribute: Attribute[tuple[int, ...]], value: tuple[int, ...]) -> None:
    """One whole number; for BETWEEN two, the lower first; for FEWER_THAN 1 or more."""
    lowest = 1 if instance.precision is Precision.FEWER_THAN else 0
    for figure in value:
        check.whole_number(lowest, EVERYONE)(instance, attribute, figure)
    is_range = instance.precision is Precision.BETWEEN
    if len(value) != 1 + is_range or list(value) != sorted(value):
        wanted = "two numbers, the lower first" if is_range else "one number"
        check.raise_invalid(instance, attribute.name, value, wanted)


@frozen
class Headcount(check.TextFormat):
    """A number of people as a source states it, in persons.

    Use `exactly`, `around`, `at_most`, `at_least`, `more_than`, `fewer_than` or `between` to create one. Headcounts
    cannot be added, because two of them may count the same person; the error names the helpers that count people.

    Attributes:
        precision: How the source states it.
        figures: The number that the source states, or the two numbers for ``between``.

    >>> str(Headcount.around(430)), Headcount.more_than(600).low, Headcount.more_than(600).high
    ('≈430', 601, None)
    """

    precision: Precision = field(converter=_to_precision, validator=check.instance_of(Precision))
    figures: tuple[int, ...] = field(converter=_to_figures, validator=_validate_figures, metadata=PERSONS)

    @classmethod
    def exactly(cls, figure: int) -> Headcount:
        """Create an exact headcount."""
        return cls(Precision.EXACT, figure)

    @classmethod
    def around(cls, figure: int) -> Headcount:
        """Create an approximate headcount; it has no bounds, as the source gives none."""
        return cls(Precision.APPROXIMATE, figure)

    @classmethod
    def at_most(cls, figure: int) -> Headcount:
        """Create a headcount of a number or fewer: *up to*, *no more than*."""
        return cls(Precision.AT_MOST, figure)

    @classmethod
    def at_least(cls, figure: int) -> Headcount:
        """Create a headcount of a number or more: *no fewer than*."""
        return cls(Precision.AT_LEAST, figure)

    @classmethod
    def more_than(cls, figure: int) -> Headcount:
        """Create a headcount above a number: *more than*, *over*."""
        return cls(Precision.MORE_THAN, figure)

    @classmethod
    def fewer_than(cls, figure: int) -> Headcount:
        """Create a headcount below a number: *fewer than*, *under*."""
        return cls(Precision.FEWER_THAN, figure)

    @classmethod
    def between(cls, low: int, high: int) -> Headcount:
        """Create a headcount from ``low`` to ``high``, both included."""
        return cls(Precision.BETWEEN, (low, high))

    @property
    def figure(self) -> int | None:
        """The number that the source states; None for ``between``, which has two."""
        return None if self.precision is Precision.BETWEEN else self.figures[0]

    @property
    def low(self) -> int | None:
        """The fewest people it may mean; None if the source gives no bounds."""
        if self.precision in {Precision.AT_MOST, Precision.FEWER_THAN}:
            return 0
        is_known = self.precision is not Precision.APPROXIMATE
        return self.figures[0] + (self.precision is Precision.MORE_THAN) if is_known else None

    @property
    def high(self) -> int | None:
        """The most people it may mean; None if the source gives no upper bound."""
        if self.precision in {Precision.APPROXIMATE, Precision.AT_LEAST, Precision.MORE_THAN}:
            return None
        return self.figures[-1] - (self.precision is Precision.FEWER_THAN)

    def __str__(self) -> str:
        """Return ``45``, ``≈430``, ``≤430``, ``≥500``, ``>600``, ``<600`` or ``520–565``."""
        return _SIGNS[self.precision] + "–".join(map(str, self.figures))

    def __int__(self) -> int:
        """Return the number of people if it is exact; otherwise raise a ValueError that gives the range."""
        if self.low is None or self.low != self.high:
            message = f"{self} is not one number; use .low ({self.low}) and .high ({self.high})"
            raise ValueError(message)
        return self.low

    def __add__(self, other: object) -> NoReturn:
        """Refuse to add, as two headcounts may count the same people."""
        message = (
            "Headcounts do not add: the people of one may be among those of another. "
            "Use total_served(records=...) or total_serving(records=...), which count people"
        )
        raise TypeError(message)

    __radd__ = __add__


def to_headcount(value: Headcount | int) -> Headcount:
    """Convert a whole number to an exact headcount; leave anything else for a validator to refuse."""
    number = check.to_whole_number(cast("Any", value))
    return Headcount.exactly(number) if type(number) is int and 0 <= number <= EVERYONE else cast("Headcount", value)
