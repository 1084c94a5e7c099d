"""The data as one JSON document and back, without loss.

cattrs turns objects into plain values and back. What is added here is strictness, and the place of what is wrong: a
hook raises a ValueError whose text continues the place it was called for, such as ``: expected text, got 5``, and the
hook above it puts its own part in front, such as ``[2]`` or ``.headcount``.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, get_args, get_origin

from attrs import fields, frozen, has

from kzpeace._checks import as_tuple_of, short_repr
from kzpeace.article import DEPLOYMENTS, PROPOSAL
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Dataset, Deployment, Mission, Proposal
from kzpeace.extras import needs
from kzpeace.missions import MISSIONS, by_acronym
from kzpeace.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

    from cattrs import Converter

    Hook = Callable[[Any, Any], Any]

HEADER = {"format": "kzpeace", "version": 1}
"""What a document says of itself. The version goes up when what is written changes."""

CITED_FIELDS = tuple[tuple[str, Citation], ...]
"""The type of `Proposal.citations`, which a document has as an object: no field is in it twice."""

NAMED: ContextVar[Mapping[str, Mission]] = ContextVar("NAMED", default=MappingProxyType({}))
"""The missions that an acronym stands for: none until the records are written or read."""


def to_json(
    missions: Mission | Iterable[Mission] = MISSIONS,
    deployments: Deployment | Iterable[Deployment] = DEPLOYMENTS,
    proposals: Proposal | Iterable[Proposal] = (PROPOSAL,),
) -> str:
    """Write the data as a JSON document, of which `from_json` makes equal objects.

    Dates and periods are EDTF text, enums their values. A mission of a deployment or proposal is its acronym where it
    is one of ``missions``, and in full where it is not. Every field is written, null and empty ones too, and
    `from_json` asks for every one: so a field that was lost is not taken for one that the source leaves open.

    Args:
        missions: The missions, written in full; the article's unless told.
        deployments: The statements on who served and serves; the article's unless told.
        proposals: The proposals; the article's unless told.

    Returns:
        The document, indented by two, in the order of the arguments and of the fields of each class.

    Raises:
        ValueError: For an argument of the wrong kind, and for two unequal missions with one acronym in ``missions``.
        ImportError: Where cattrs is not installed.

    >>> record = json.loads(to_json())["deployments"][0]
    >>> record["missions"], record["period"]
    (['MINURSO', 'UNOCI', 'UNIFIL'], '2014/2022-06-30')
    """
    missions = as_tuple_of(Mission, missions, "missions")
    deployments = as_tuple_of(Deployment, deployments, "deployments")
    proposals = as_tuple_of(Proposal, proposals, "proposals")
    by_acronym(missions)
    plain = converter().unstructure
    document = {**HEADER, "missions": plain(missions)}
    with named(missions):
        document |= {"deployments": plain(deployments), "proposals": plain(proposals)}
    return json.dumps(document, indent=2, ensure_ascii=False)


def from_json(text: str) -> Dataset:
    """Read a JSON document as `to_json` writes it.

    Args:
        text: The document.

    Returns:
        Its missions, deployments and proposals, equal to those that were written and hashing the same.

    Raises:
        ValueError: For what is no text, no JSON, or another format or version; for a key that is unknown, missing or
            there twice; for a value of the wrong type, or that its class refuses; and for an acronym that no mission
            of the document has. The message names the place.
        ImportError: Where cattrs is not installed.

    >>> from_json(to_json()).deployments == DEPLOYMENTS
    True
    >>> from_json(to_json().replace("520", '"520"', 1))
    Traceback (most recent call last):
    ...
    ValueError: deployments[1].headcount.figure: expected a whole number, got '520'
    """
    if not isinstance(text, str):
        message = f"from_json: expected text, got {short_repr(text)}"
        raise ValueError(message)
    try:
        document = json.loads(text, object_pairs_hook=parsed_object, parse_int=parsed_number)
    except RecursionError:
        message = "document: expected JSON, got lists or objects nested too deep"
        raise ValueError(message) from None
    except ValueError as error:
        message = f"document: expected JSON, got text that is none: {error}"
        raise ValueError(message) from None
    try:
        return to_dataset(document)
    except ValueError as error:
        place = str(error)
        message = f"document{place}" if place.startswith(":") else place.removeprefix(".")
        # The errors it is pieced together from say nothing more.
        raise ValueError(message) from None


def to_dataset(document: Any) -> Dataset:
    """The dataset of a document: missions first, as the rest names them by their acronyms."""
    as_object(document)
    for name, wanted in HEADER.items():
        with at(f".{name}"):
            # Before the other keys: those of another version may be others.
            given = document.get(name)
            if type(given) is not type(wanted) or given != wanted:
                reject(given, repr(wanted))
    check_keys(document, (*HEADER, *(each.name for each in fields(Dataset))))
    read = converter().structure
    with at(".missions"):
        missions = read(document["missions"], tuple[Mission, ...])
        with at(": "):
            by_acronym(missions)
    with named(missions):
        with at(".deployments"):
            deployments = read(document["deployments"], tuple[Deployment, ...])
        with at(".proposals"):
            proposals = read(document["proposals"], tuple[Proposal, ...])
    return Dataset(missions=missions, deployments=deployments, proposals=proposals)


@contextmanager
def named(missions: Iterable[Mission]) -> Generator[None, None, None]:
    """Let the acronyms of these missions stand for them."""
    token = NAMED.set({mission.acronym: mission for mission in missions})
    try:
        yield
    finally:
        NAMED.reset(token)


@contextmanager
def at(place: str) -> Generator[None, None, None]:
    """Put a place in front of what a ValueError says."""
    try:
        yield
    except ValueError as error:
        message = f"{place}{error}"
        raise ValueError(message) from error


@frozen
class KeyTwice:
    """What the parser makes of an object that has a key twice: which of the two is meant, nobody knows."""

    key: str


def parsed_object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | KeyTwice:
    """What the parser makes of an object. It knows no place, so what is wrong is left for a hook to reject."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    return KeyTwice(next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))


def parsed_number(digits: str) -> int | Decimal:
    """What the parser makes of a whole number: of one with more digits than Python takes, what no hook takes."""
    try:
        return int(digits)
    except ValueError:
        return Decimal(digits)


def reject(value: object, wanted: str) -> NoReturn:
    """Raise the ValueError for a value that its place cannot hold."""
    if isinstance(value, KeyTwice):
        came = f"an object with the key {short_repr(value.key)} twice"
    else:
        # Not what is in an object or list, which may be nested deeper than a repr can follow.
        came = "an object" if isinstance(value, dict) else "a list" if isinstance(value, list) else short_repr(value)
    message = f": expected {wanted}, got {came}"
    raise ValueError(message)


def only(kind: type, wanted: str) -> Callable[..., Any]:
    """A hook: the value, where it is of this very type; a bool is no whole number."""

    def hook(value: Any, _: Any = None) -> Any:
        return value if type(value) is kind else reject(value, wanted)

    return hook


as_object = only(dict, "an object")
as_list = only(list, "a list")
as_text = only(str, "text")
as_whole_number = only(int, "a whole number")


def check_keys(value: Any, names: tuple[str, ...]) -> None:
    """Reject an object with a key too many or too few."""
    for key in value:
        if key not in names:
            message = f": expected no key but {', '.join(names)}, got {short_repr(key)}"
            raise ValueError(message)
    for name in names:
        if name not in value:
            message = f".{name}: missing"
            raise ValueError(message)


def as_member(value: Any, kind: Any) -> Any:
    """Hook for enums: the member with this value."""
    values = [member.value for member in kind]
    return kind(value) if value in values else reject(value, f"one of {', '.join(map(repr, values))}")


def from_edtf(value: Any, kind: Any) -> Any:
    """Hook for dates and periods: the text that `str` makes of one, not all that a person might type."""
    as_text(value)
    with at(": "):
        made = kind.parse(value)
    return made if str(made) == value else reject(value, f"EDTF, {str(made)!r}")


def each_of(items: Iterable[tuple[object, Any]], kind: Any) -> Iterator[Any]:
    """The items of a list or object, each structured.

    Not by cattrs, which goes on after an error: a million wrong items would be a million errors.
    """
    for place, item in items:
        with at(f"[{short_repr(place)}]"):
            structured = converter().structure(item, kind)
        yield structured


def is_tuple(kind: Any) -> bool:
    """Whether a type is that of tuples of something."""
    return get_origin(kind) is tuple


def as_tuple(value: Any, kind: Any) -> tuple[Any, ...]:
    """Hook for tuples of one type: from a list."""
    items: list[Any] = as_list(value)
    return tuple(each_of(enumerate(items), get_args(kind)[0]))


def as_cited_fields(value: Any, _: Any) -> tuple[tuple[str, Citation], ...]:
    """Hook for `CITED_FIELDS`: from an object."""
    return tuple(zip(as_object(value), each_of(value.items(), Citation), strict=True))


def from_cited_fields(pairs: tuple[tuple[str, Citation], ...]) -> dict[str, Any]:
    """Hook for `CITED_FIELDS`: to an object."""
    return {name: converter().unstructure(citation) for name, citation in pairs}


def class_reader(kind: Any) -> Hook:
    """The hook for a class: from an object that has its fields and nothing else."""
    from cattrs import ClassValidationError  # noqa: PLC0415 - only with the extra
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415

    names = tuple(each.name for each in fields(kind))
    structure = make_dict_structure_fn(kind, converter())

    def hook(value: Any, _: Any) -> Any:
        check_keys(as_object(value), names)
        try:
            return structure(value, kind)
        except ClassValidationError as errors:
            of_fields, of_class = errors.group_exceptions()
            if of_fields:
                error, field = of_fields[0]
                message = f".{field.name}{error}"
            else:
                # What a class refuses begins with its name, which the place stands for.
                message = str(of_class[0]).removeprefix(kind.__name__)
            raise ValueError(message) from errors

    return hook


def mission_reader(kind: Any) -> Hook:
    """The hook for missions: from an acronym where one may stand for a mission, or from an object."""
    from_object = class_reader(kind)

    def hook(value: Any, _: Any) -> Any:
        known = NAMED.get()
        if type(value) is not str or not known:
            return from_object(value, kind)
        return known[value] if value in known else reject(value, "the acronym of one of the document's missions")

    return hook


def mission_writer(kind: Any) -> Callable[[Any], Any]:
    """The hook for missions: to the acronym where it stands for this mission, or to an object."""
    from cattrs.gen import make_dict_unstructure_fn  # noqa: PLC0415 - only with the extra

    to_object = make_dict_unstructure_fn(kind, converter())

    def hook(mission: Mission) -> Any:
        return mission.acronym if NAMED.get().get(mission.acronym) == mission else to_object(mission)

    return hook


@cache
def converter() -> Converter:
    """The converter that writes and reads the classes. Built once: that takes longer than reading the article."""
    with needs("json"):
        from cattrs import Converter  # noqa: PLC0415 - only where it is asked for
    made = Converter()
    made.register_structure_hook(int, as_whole_number)
    made.register_structure_hook(str, as_text)
    made.register_structure_hook(Enum, as_member)
    for kind in (PartialDate, Period):
        made.register_structure_hook(kind, from_edtf)
        made.register_unstructure_hook(kind, str)
    # Of the rest, what is registered later is asked first.
    made.register_structure_hook_func(is_tuple, as_tuple)
    made.register_structure_hook_func(lambda kind: kind == CITED_FIELDS, as_cited_fields)
    made.register_unstructure_hook_func(lambda kind: kind == CITED_FIELDS, from_cited_fields)
    made.register_structure_hook_factory(has, class_reader)
    made.register_structure_hook_factory(lambda kind: kind is Mission, mission_reader)
    made.register_unstructure_hook_factory(lambda kind: kind is Mission, mission_writer)
    return made
