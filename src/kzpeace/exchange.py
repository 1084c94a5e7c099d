"""The data as one JSON document and back, without loss.

cattrs converts the objects to plain values and back. The hooks make it strict: alone, it reads ``"520"`` as a number.
"""

from __future__ import annotations

import json
from types import GenericAlias
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from attrs import evolve, has

from kzpeace._checks import short_repr
from kzpeace.article import DEPLOYMENTS, dataset_of
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Dataset, Mission
from kzpeace.extras import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cattrs import Converter

    from kzpeace.domain import Proposal, Records

FORMAT, VERSION = "kzpeace", 2  # the version goes up when the layout changes


def to_json(records: Records = DEPLOYMENTS, proposals: Proposal | Iterable[Proposal] | None = None) -> str:
    """Write records, with their missions and proposals, as a JSON document that `from_json` reads.

    Dates and periods are EDTF text, and enumerations their values. A mission of a record or proposal is its acronym if
    it is one of the document's missions.

    Args:
        records: Statements on who served and serves, or a `Dataset`. Defaults to the article's.
        proposals: Defaults to those of the dataset; for the article's records, to the article's.

    Returns:
        The document, with all fields, indented by two.

    Raises:
        ValueError: If an argument is of the wrong kind, or two unequal missions have one acronym.
        ImportError: If cattrs is not installed.

    >>> text = to_json()
    >>> from_json(text).deployments == DEPLOYMENTS
    True
    """
    dataset = dataset_of(records, proposals)
    known: dict[str, Mission] = {}
    write = _converter(known).unstructure
    document = {"format": FORMAT, "version": VERSION, "missions": [write(mission) for mission in dataset.missions]}
    known.update((mission.acronym, mission) for mission in dataset.missions)
    document["deployments"] = [write(record) for record in dataset.deployments]
    document["proposals"] = [write(proposal) for proposal in dataset.proposals]
    return json.dumps(document, indent=2, ensure_ascii=False)


def from_json(text: str) -> Dataset:
    """Read a JSON document that `to_json` wrote.

    Args:
        text: The document. A field that has a default may be left out.

    Returns:
        Its missions, deployments and proposals, equal to those that were written.

    Raises:
        ValueError: If the text is not JSON, of another format or version, or truncated; if a key is unknown, missing or
            repeated; if a value is of the wrong type or its class refuses it. The message names the place.
        ImportError: If cattrs is not installed.

    >>> from_json(to_json().replace("520", '"520"', 1))
    Traceback (most recent call last):
    ...
    ValueError: deployments[1].headcount.figures[0]: expected a whole number, got '520'
    """
    if not isinstance(text, str):
        _reject(text, "text", "from_json: ")
    try:
        document = _read_object(json.loads(text, object_pairs_hook=_unique_keys))
    except (ValueError, RecursionError) as error:  # RecursionError if it is nested too deeply
        message = f"document: expected JSON: {error}"
        raise ValueError(message) from None
    for key, wanted in (("format", FORMAT), ("version", VERSION)):
        given = document.pop(key, None)
        if type(given) is not type(wanted) or given != wanted:
            _reject(given, repr(wanted), f"{key}: ")
    known: dict[str, Mission] = {}
    converter = _converter(known)
    from cattrs import BaseValidationError  # noqa: PLC0415 - an extra

    try:
        missions = converter.structure({"missions": document.pop("missions", [])}, Dataset).missions
        known.update((mission.acronym, mission) for mission in missions)
        return evolve(converter.structure(document, Dataset), missions=missions)
    except BaseValidationError as group:
        errors: Any = group
    place = ""
    note: Any
    while hasattr(errors, "group_exceptions"):  # report the first of each group
        noted, others = errors.group_exceptions()
        errors, note = noted[0] if noted else (others[0], None)
        place += f".{note.name}" if hasattr(note, "name") else f"[{note.index}]" if note else ""
    message = f"{place.removeprefix('.') or 'document'}: {'missing' if type(errors) is KeyError else errors}"
    raise ValueError(message)


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)  # json itself would keep the last of two equal keys
    return found if len(found) == len(pairs) else _reject([key for key, _ in pairs], "each key once")


def _reject(value: object, wanted: str, place: str = "") -> NoReturn:
    message = f"{place}expected {wanted}, got {short_repr(value)}"
    raise ValueError(message)


def _only(kind: type, wanted: str) -> Callable[..., Any]:
    """Return a hook that accepts values of this very type: True is not a whole number."""

    def read(value: Any, _: Any = None) -> Any:
        return value if type(value) is kind else _reject(value, wanted)

    return read


_read_list, _read_object = _only(list, "a list"), _only(dict, "an object")


def _converter(known: dict[str, Mission]) -> Converter:
    """Return a converter for which acronyms stand for the known missions."""
    with needs("json"):
        from cattrs import Converter  # noqa: PLC0415 - an extra
    converter = Converter(forbid_extra_keys=True)
    read: Any = converter.structure

    def read_class(kind: Any) -> Any:
        read_fields = converter.gen_structure_attrs_fromdict(kind)

        def read_object(value: Any, _: Any) -> Any:
            if kind is Mission and known and type(value) is str:
                return known.get(value) or _reject(value, "one of the document's missions")
            return read_fields(_read_object(value), kind)

        return read_object

    def write_mission(kind: Any) -> Any:
        write_fields = converter.gen_unstructure_attrs_fromdict(kind)

        def write(mission: Mission) -> Any:
            return mission.acronym if known.get(mission.acronym) == mission else write_fields(mission)

        return write

    converter.register_structure_hook(int, _only(int, "a whole number"))
    converter.register_structure_hook(str, _only(str, "text"))
    for kind in (PartialDate, Period):
        converter.register_structure_hook(kind, lambda value, kind: kind.parse(value))
        converter.register_unstructure_hook(kind, str)
    # cattrs tries the last registered hook first.
    converter.register_structure_hook_func(
        lambda kind: getattr(kind, "__origin__", None) is tuple and ... in get_args(kind),
        lambda value, kind: tuple(read(_read_list(value), GenericAlias(list, get_args(kind)[0]))),
    )
    converter.register_structure_hook_factory(has, read_class)
    converter.register_unstructure_hook_factory(lambda kind: kind is Mission, write_mission)
    return converter
