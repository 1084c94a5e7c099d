"""The checks that values make when they are created, with one form of error: ``Class.field: expected X, got Y``.

A validator's docstring says what it accepts, so that the codebook can say it too.
"""

from __future__ import annotations

import enum
import operator
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, NoReturn, SupportsIndex, TypeAlias, TypeVar, cast

from attrs import Attribute, field

Check: TypeAlias = "Callable[[Any, Attribute[Any], Any], None]"
Fault: TypeAlias = Callable[[Any, Any], object]
Kind = TypeVar("Kind")
Member = TypeVar("Member", bound=enum.Enum)

LONGEST_SHOWN = 80  # characters of a value in an error message
_TEXT = "(?!\\s)[^\ud800-\udfff]+(?<!\\s)"
_WANTED = "text that is not empty, without space around it or lone surrogates"
LARGEST = 2**63 - 1  # what data frames and other readers of our files can hold


class TextFormat:
    """A mix-in for values with a text: format specifications work as they do for that text."""

    __slots__ = ()

    def __format__(self, specification: str) -> str:
        return format(str(self), specification)


def short_repr(value: object) -> str:
    """Return the repr of a value, or the class and text of one of ours; cut if it is long."""
    try:
        text = f"<{type(value).__name__} {value}>" if isinstance(value, TextFormat) else repr(value)
    except Exception:  # noqa: BLE001 - such as for a number with too many digits
        text = f"<{type(value).__name__}>"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."


def raise_invalid(instance: object, field: str, value: object, wanted: str) -> NoReturn:
    """Raise the ValueError for a field that cannot hold a value."""
    message = f"{type(instance).__name__}.{field}: expected {wanted}, got {short_repr(value)}"
    raise ValueError(message)


def require(kind: type[Kind], value: object, place: str, wanted: str | None = None) -> Kind:
    """Return a value of the kind, or raise a ValueError, which says why if text could not be read."""
    if isinstance(value, kind):
        return value
    message = f"{place}: expected {wanted or _describe(kind)}, got {short_repr(value)}"
    if isinstance(value, str) and hasattr(kind, "parse"):
        try:
            cast("Any", kind).parse(value)
        except ValueError as error:
            message = f"{place}: {error}"
    raise ValueError(message)


def to_tuple(value: Any) -> tuple[Any, ...]:
    """Convert one item or several to a tuple; text is one item, and a set is sorted, as its order varies."""
    if isinstance(value, str) or not issubclass(type(value), Iterable):
        return (value,)
    return tuple(sorted(value, key=short_repr) if type(value) in {set, frozenset} else value)


def as_tuple_of(kind: type[Kind], value: Kind | Iterable[Kind], argument: str) -> tuple[Kind, ...]:
    """Return an argument, one item or several, as a tuple; raise a ValueError if an item is of another kind."""
    return tuple(require(kind, item, argument, f"each to be {_describe(kind)}") for item in to_tuple(value))


def to_member(kind: type[Member], value: object) -> Member:
    """Convert text such as ``"military observers"`` to a member; leave anything else for a validator to refuse."""
    if isinstance(value, str):
        text = " ".join(value.casefold().replace("_", " ").split()).removesuffix("s")
        for member in kind:
            if text in {str(member.value).removesuffix("s"), member.name.lower().removesuffix("s")}:
                return member
    return cast("Member", value)


def to_whole_number(value: SupportsIndex) -> int:
    """Convert any integer, such as a data frame's, to an int; leave a bool and anything else for a validator."""
    with suppress(TypeError):
        return value if isinstance(value, bool) else operator.index(value)
    return cast("int", value)


def to_optional_whole_number(value: SupportsIndex | None) -> int | None:
    """Convert as `to_whole_number` does, and keep None."""
    return None if value is None else to_whole_number(value)


def rule(accepts: str, *, optional: bool = False) -> Callable[[Fault], Check]:
    """Turn a function into a validator: it returns whether a value is wrong for an instance, or what would be right."""

    def decorate(fault: Fault) -> Check:
        def validate(instance: object, attribute: Attribute[Any], value: object) -> None:
            if not (optional and value is None) and (wrong := fault(instance, value)):
                raise_invalid(instance, attribute.name, value, wrong if isinstance(wrong, str) else accepts)

        validate.__doc__ = accepts + (", or None" if optional else "")
        return validate

    return decorate


def whole_number(low: int, high: int = LARGEST, *, optional: bool = False) -> Check:
    """Return a validator for whole numbers from ``low`` to ``high``; a bool is not one."""
    wanted = f"a whole number, {low} or more"

    @rule(wanted if high == LARGEST else f"a whole number from {low} to {high}", optional=optional)
    def validate(_: object, value: Any) -> str | bool:
        return wanted if type(value) is not int or value < low else value > high and f"a whole number up to {high}"

    return validate


def optional_number(unit: str, *validators: Check, high: int = LARGEST) -> Any:
    """Return a field for a whole number, 1 or more, or None, which sorts first."""
    return field(
        default=None,
        order=lambda value: value or 0,
        converter=to_optional_whole_number,
        validator=[whole_number(1, high, optional=True), *validators],
        metadata={"unit": unit},
    )


def text(form: str = _TEXT, wanted: str = _WANTED, *, optional: bool = False) -> Check:
    """Return a validator for text of a form, by default any that can be written to a file."""
    match = re.compile(form).fullmatch
    return rule(wanted, optional=optional)(lambda _, value: not (isinstance(value, str) and match(value)))


not_empty = rule("at least one")(lambda _, value: not value)


def only_with(other: str) -> Check:
    """Return a validator for a field that must be None if another field is."""
    wanted = f"None, as {other} is None"
    return rule(f"None if {other} is", optional=True)(lambda instance, _: getattr(instance, other) is None and wanted)


def instance_of(kind: type, wanted: str | None = None, *, optional: bool = False) -> Check:
    """Return a validator for instances of ``kind``, or None if ``optional``."""
    expected = wanted or _describe(kind) + (" or None" if optional else "")

    def validate(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not (optional and value is None):
            require(kind, value, f"{type(instance).__name__}.{attribute.name}", expected)

    validate.__doc__ = expected
    return validate


def tuple_of(kind: type, *, unique: bool = True) -> Check:
    """Return a validator for tuples of instances of ``kind``, each once if ``unique``."""

    def validate(instance: object, attribute: Attribute[Any], value: Any) -> None:
        as_tuple_of(kind, value, f"{type(instance).__name__}.{attribute.name}")
        if unique and len(set(value)) < len(value):
            raise_invalid(instance, attribute.name, ", ".join(map(str, value)), f"each {kind.__name__} once")

    validate.__doc__ = f"each {_describe(kind)}" + (", none twice" if unique else "")
    return validate


def _describe(kind: type) -> str:
    """Name a kind with its article, and the texts of its members if it is an enumeration."""
    choices = f" ({', '.join(member.value for member in kind)})" if issubclass(kind, enum.Enum) else ""
    return f"{'an' if kind.__name__[0] in 'AEIOaeio' else 'a'} {kind.__name__}{choices}"
