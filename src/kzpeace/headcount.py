"""Numbers of people as a source states them."""

from __future__ import annotations

import enum
from typing import Any, NoReturn

from attrs import Attribute, field, frozen

from kzpeace._checks import (
    instance_of,
    is_whole_number,
    raise_invalid,
    to_optional_whole_number,
    to_whole_number,
    whole_number,
)

EVERYONE = 10_000_000_000
"""More people than there are: a headcount above it is a slip."""

PERSONS = {"unit": "persons"}
"""What is counted, for the codebook."""


class Precision(enum.Enum):
    """How a source states a number of people."""

    EXACT = "exact"
    """The number and nothing else, such as *45*."""
    APPROXIMATE = "approximate"
    """About the number, with no bounds given, such as *around 430*."""
    AT_MOST = "at most"
    """The number or fewer, such as *up to 430*."""
    AT_LEAST = "at least"
    """The number or more, such as *more than 499*."""
    MORE_THAN = "more than"
    """More than the number, such as *more than 600*."""
    FEWER_THAN = "fewer than"
    """Fewer than the number, such as *fewer than 600*."""
    BETWEEN = "between"
    """From one number to another, such as *520 to 565*."""


def bounds_follow(instance: Headcount, attribute: Attribute[int | None], value: int | None) -> None:
    """Low and high are the bounds that follow from the precision; between two numbers there is no one figure."""
    figure = instance.figure
    if instance.precision is Precision.BETWEEN:
        if figure is not None:
            raise_invalid(instance, "figure", figure, "None, as a headcount between two numbers has no one figure")
        if instance.low is None or value is None:
            raise_invalid(instance, attribute.name, (instance.low, value), "two numbers for a headcount between them")
        if instance.low > value:
            raise_invalid(instance, attribute.name, value, f"no less than the low, {instance.low}")
        return
    if figure is None:
        raise_invalid(instance, "figure", figure, f"a whole number from 0 to {EVERYONE}")
    bounds = BOUNDS[instance.precision]
    right = tuple(None if bound is None else bound * figure for bound in bounds)
    if (instance.low, value) != right:
        raise_invalid(
            instance,
            attribute.name,
            (instance.low, value),
            f"low and high {right} for {instance.precision.value} {figure}",
        )


@frozen
class Headcount:
    """A number of people as a source states it, in persons.

    Made by `exactly`, `around`, `at_most`, `at_least` or `between`. Headcounts do not add: the same person may be in
    two of them, so adding them is refused and points to the helpers that count people.

    Attributes:
        precision: How the source states it.
        figure: The number the source states; None for `between`, which states two.
        low: The fewest people it may mean; None where the source gives no bounds.
        high: The most people it may mean; None where the source gives no upper bound.

    Raises:
        ValueError: For a number that is negative or not whole, and for bounds that do not follow from the precision.

    >>> str(Headcount.around(430)), Headcount.around(430).high is None
    ('≈430', True)
    """

    precision: Precision = field(validator=instance_of(Precision, "a Precision"))
    figure: int | None = field(
        converter=to_optional_whole_number, validator=whole_number(0, EVERYONE, optional=True), metadata=PERSONS
    )
    low: int | None = field(
        converter=to_optional_whole_number, validator=whole_number(0, EVERYONE, optional=True), metadata=PERSONS
    )
    high: int | None = field(
        converter=to_optional_whole_number,
        validator=[whole_number(0, EVERYONE, optional=True), bounds_follow],
        metadata=PERSONS,
    )

    @classmethod
    def exactly(cls, figure: int) -> Headcount:
        """Just so many people.

        >>> Headcount.exactly(45).low, Headcount.exactly(45).high
        (45, 45)
        """
        return cls(Precision.EXACT, figure, figure, figure)

    @classmethod
    def around(cls, figure: int) -> Headcount:
        """About so many people: the source gives no bounds, so there are none.

        >>> Headcount.around(430).low is None
        True
        """
        return cls(Precision.APPROXIMATE, figure, None, None)

    @classmethod
    def at_most(cls, figure: int) -> Headcount:
        """So many people or fewer: *up to*, *no more than*.

        >>> Headcount.at_most(430).low, Headcount.at_most(430).high
        (0, 430)
        """
        return cls(Precision.AT_MOST, figure, 0, figure)

    @classmethod
    def at_least(cls, figure: int) -> Headcount:
        """So many people or more. *More than 500* is at least 501.

        >>> Headcount.at_least(501).low, Headcount.at_least(501).high
        (501, None)
        """
        return cls(Precision.AT_LEAST, figure, figure, None)

    @classmethod
    def between(cls, low: int, high: int) -> Headcount:
        """From ``low`` to ``high`` people, both included.

        >>> str(Headcount.between(520, 565))
        '520–565'
        """
        return cls(Precision.BETWEEN, None, low, high)

    def __str__(self) -> str:
        """The headcount in figures: ``45``, ``≈430``, ``≤430``, ``≥501`` or ``520–565``."""
        if self.precision is Precision.BETWEEN:
            return f"{self.low}–{self.high}"
        return f"{SIGNS[self.precision]}{self.figure}"

    def __add__(self, other: object) -> NoReturn:
        """Refuse: the people of two headcounts may be the same people."""
        message = (
            "Headcounts do not add: the people of one may be among those of another. "
            "Use total_served(records=...) or total_serving(records=...), which count people"
        )
        raise TypeError(message)

    __radd__ = __add__


BOUNDS = {
    Precision.EXACT: (1, 1),
    Precision.APPROXIMATE: (None, None),
    Precision.AT_MOST: (0, 1),
    Precision.AT_LEAST: (1, None),
}
"""What low and high are, in figures."""

SIGNS = {
    Precision.EXACT: "",
    Precision.APPROXIMATE: "≈",
    Precision.AT_MOST: "≤",
    Precision.AT_LEAST: "≥",
}


def to_headcount(value: Headcount | int) -> Headcount:
    """Convert a whole number to exactly so many; the rest is left for a validator to refuse."""
    given: Any = value
    number = to_whole_number(given)
    return Headcount.exactly(number) if is_whole_number(number) and 0 <= number <= EVERYONE else given
