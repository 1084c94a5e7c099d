"""What every value checks where it is made, with one form of error: class, field, what came, what would be right.

A validator's docstring says what it lets through, so that the codebook can say it too.
"""

from __future__ import annotations

import operator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, SupportsIndex, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attrs import Attribute

    Check = Callable[[Any, Attribute[Any], Any], None]

Kind = TypeVar("Kind")

LONGEST_SHOWN = 80
"""How many characters of a value an error message shows."""

LARGEST_SHOWN = 256
"""How many bits a number may have to be written out."""

LARGEST = 2**63 - 1
"""The largest whole number that data frames and other readers of our files hold."""


def short_repr(value: object) -> str:
    """The value as an error message shows it: its repr, cut where it is long, or its class where it has none."""
    try:
        if isinstance(value, int) and value.bit_length() > LARGEST_SHOWN:
            return f"a whole number of {value.bit_length()} bits"  # Python refuses to write out the longest
        text = repr(value[: LONGEST_SHOWN + 1] if isinstance(value, str | bytes) else value)
    except Exception:  # noqa: BLE001 - what is wrong with its repr must not hide what is wrong with the value
        text = f"a {type(value).__name__} that cannot be shown"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."


def raise_invalid(instance: object, field: str, value: object, wanted: str) -> NoReturn:
    """Raise the ValueError for a field that was given what it cannot hold."""
    message = f"{type(instance).__name__}.{field}: expected {wanted}, got {short_repr(value)}"
    raise ValueError(message)


def to_tuple(value: Any) -> tuple[Any, ...]:
    """A tuple of what came, one or several; what is neither is left for the validator to refuse."""
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        return (value,)
    try:
        each = iter(value)
    except TypeError:  # a class such as `list` has the method for its instances
        return (value,)
    items = tuple(each)
    if type(value) in {set, frozenset}:
        with suppress(Exception):  # what has no text is refused by a validator
            items = tuple(sorted(items, key=str))  # a set of texts has another order in each process
    return items


def as_tuple_of(kind: type[Kind], value: Kind | Iterable[Kind], argument: str) -> tuple[Kind, ...]:
    """What a caller gave for an argument, one or several of a kind.

    Raises:
        ValueError: For anything else among them.
    """
    given: tuple[Kind, ...] = to_tuple(value)
    for item in given:
        if not isinstance(item, kind):
            message = f"{argument}: expected each to be a {kind.__name__}, got {short_repr(item)}"
            raise ValueError(message)
    return given


def is_whole_number(value: object) -> bool:
    """Whether the value is an integer that a person meant as one: a bool is not."""
    return isinstance(value, int) and not isinstance(value, bool)


def to_whole_number(value: SupportsIndex) -> int:
    """Any kind of integer, such as a data frame's, as Python's own; the rest is left for a validator to refuse."""
    with suppress(TypeError):
        return value if isinstance(value, bool) else operator.index(value)
    left: Any = value
    return cast("int", left)


def to_optional_whole_number(value: SupportsIndex | None) -> int | None:
    """Convert as `to_whole_number`, and keep None."""
    return None if value is None else to_whole_number(value)


def instance_of(kind: type, wanted: str, *, optional: bool = False) -> Check:
    """A validator: an instance of ``kind`` (or None, where optional); of text it says why it could not be read."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if isinstance(value, kind) or (optional and value is None):
            return
        parse = getattr(kind, "parse", None)
        if parse is not None and isinstance(value, str):
            try:
                parse(value)
            except ValueError as error:
                message = f"{type(instance).__name__}.{attribute.name}: {error}"
                raise ValueError(message) from error
        raise_invalid(instance, attribute.name, value, wanted)

    check.__doc__ = wanted
    return check


def whole_number(least: int, most: int | None = None, *, optional: bool = False) -> Check:
    """A validator: a whole number from ``least`` to ``most``, or to `LARGEST`."""
    wanted = f"a whole number, {least} or more" if most is None else f"a whole number from {least} to {most}"

    def check(instance: object, attribute: Attribute[Any], value: Any) -> None:
        if optional and value is None:
            return
        if not is_whole_number(value) or value < least or (most is not None and value > most):
            raise_invalid(instance, attribute.name, value, wanted)
        if value > LARGEST:
            raise_invalid(instance, attribute.name, value, f"a whole number up to {LARGEST}")

    check.__doc__ = f"{wanted}, or None" if optional else wanted
    return check


def text(*, optional: bool = False) -> Check:
    """A validator: text with something in it and no space around it (or None, where optional)."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if optional and value is None:
            return
        if not isinstance(value, str) or not value.strip():
            raise_invalid(instance, attribute.name, value, "text that is not empty")
        if value != value.strip():
            raise_invalid(instance, attribute.name, value, "text without space around it")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise_invalid(
                instance, attribute.name, value, "text that can be written to a file, without halves of characters"
            )

    check.__doc__ = "text that is not empty, without space around it" + (", or None" if optional else "")
    return check


def tuple_of(kind: type, what: str, *, least: int = 0) -> Check:
    """A validator: at least ``least`` instances of ``kind``, which is called ``what``, none of them twice."""

    def check(instance: object, attribute: Attribute[Any], value: Any) -> None:
        items = cast("tuple[Any, ...]", value)
        if not isinstance(value, tuple):
            raise_invalid(instance, attribute.name, value, f"a tuple, each a {what}")
        for item in items:
            if not isinstance(item, kind):
                raise_invalid(instance, attribute.name, item, f"each to be a {what}")
        if len(items) < least:
            raise_invalid(instance, attribute.name, items, f"at least {least} {what}")
        if len(items) > 1 and len(set(items)) < len(items):  # hashing a mission takes a while
            raise_invalid(instance, attribute.name, ", ".join(map(str, items)), f"each {what} once")

    check.__doc__ = f"each a {what}, none twice" + (f", {least} at least" if least else "")
    return check
