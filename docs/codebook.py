"""The codebook, generated from the code: every public class with its fields, every enumeration with its values.

A field's meaning comes from the docstring of its class, its type from its annotation, its unit from its metadata and
its allowed values from its validators; the article's value, and the words that state it, come from the article's data.
Anything missing is an error and stops the build.
"""

from __future__ import annotations

import enum
import inspect
from typing import Any

import attrs
import griffe

import kzpeace as kz
from kzpeace._checks import LARGEST
from kzpeace.tables import to_cell

PUBLIC = [value for name in sorted(kz.__all__) if inspect.isclass(value := getattr(kz, name))]
CLASSES = [value for value in PUBLIC if attrs.has(value)]
ENUMERATIONS = [value for value in PUBLIC if issubclass(value, enum.Enum)]

RECORDS = {f"record {number}": record for number, record in enumerate(kz.DEPLOYMENTS, start=1)}
FROM_THE_ARTICLE: dict[type, dict[str, Any]] = {
    kz.Source: {"the article": kz.ARTICLE},
    kz.Deployment: RECORDS,
    kz.Proposal: {"the proposal": kz.PROPOSAL},
    kz.ConstitutionalBasis: {"the basis": kz.CONSTITUTIONAL_BASIS},
    kz.Headcount: {name: each.headcount for name, each in {**RECORDS, "the proposal": kz.PROPOSAL}.items()},
    kz.Statement: {f"statement {number}": each for number, each in enumerate(kz.PROPOSAL.statements, start=1)},
}
"""The article's objects, by class."""

FROM_THE_UN: dict[type, dict[str, Any]] = {
    kz.Mission: {mission.acronym: mission for mission in kz.KNOWN_MISSIONS},
    kz.Mandate: {mission.acronym: mission.mandate for mission in kz.KNOWN_MISSIONS},
}
"""The objects that come from documents of the United Nations, by class."""

PARTS = {kz.Citation, kz.PartialDate, kz.Period}
"""Classes whose objects fill the fields of others."""

RESULTS = {
    *(kz.Dataset, kz.Event, kz.MissionTotals, kz.Timeline, kz.Total, kz.TotalsByMission, kz.TotalsBySource),
    kz.Verification,
}
"""Classes of what the library returns."""

NOT_STATED = {
    (kz.Deployment, "missions"): "The article names territories, and the force in Lebanon; acronyms are the UN's.",
    (kz.Deployment, "period"): "We infer that it ends on the day of the report, or is that day.",
    (kz.Deployment, "contributor"): "The code is ISO's; the article names Kazakhstan.",
    (kz.Proposal, "contributor"): "The code is ISO's; the article names Kazakhstan.",
    (kz.Proposal, "date"): "The article gives the day of the week; the date is the report's.",
    (kz.Proposal, "missions"): "The article names the missions; their acronyms are the UN's.",
    (kz.Proposal, "decided"): "We infer that it was on the day of the report.",
    (kz.ConstitutionalBasis, "adopted"): "From the constitution; the article does not date the one it cites.",
    (kz.ConstitutionalBasis, "empowers"): "From the constitution.",
    (kz.Source, "language"): "The language of the edition that we read.",
}
"""Values in the article's objects that the article does not state."""

MODULES = griffe.load("kzpeace", docstring_parser="google")


def codebook() -> str:
    """Return the codebook as Markdown.

    Raises:
        LookupError: If a class, field or value lacks a description.
    """
    parts = ["## Classes", *map(class_section, CLASSES), "## Enumerations", *map(enumeration_section, ENUMERATIONS)]
    return "\n\n".join(parts) + "\n"


def class_section(kind: type) -> str:
    """Describe a class: each of its fields, and the values that come with the library."""
    meaning = meanings(kind)
    names = [field.name for field in attrs.fields(kind)]
    if sorted(names) != sorted(meaning):
        message = f"{kind.__name__}: has the fields {names}, but its docstring describes {list(meaning)}"
        raise LookupError(message)
    rows = [
        (code(field.name), code(field.type), unit_of(kind, field), allowed(field), meaning[field.name])
        for field in attrs.fields(kind)
    ]
    fields = table(("field", "type", "unit", "allowed", "meaning"), rows)
    return "\n\n".join([f"### {kind.__name__}", summary(kind), fields, origin(kind)])


def enumeration_section(kind: Any) -> str:
    """Describe an enumeration and each of its members."""
    rows = [(code(each.name), code(each.value), member_meaning(kind, each.name)) for each in kind]
    return "\n\n".join([f"### {kind.__name__}", summary(kind), table(("member", "value", "meaning"), rows)])


def parsed(kind: type) -> Any:
    """Return what griffe knows of a class."""
    return MODULES[f"{kind.__module__.removeprefix('kzpeace.')}.{kind.__name__}"]


def summary(kind: type) -> str:
    """Return the docstring of a class up to the first section or example."""
    return str(parsed(kind).docstring.parsed[0].value).partition(">>>")[0].strip()


def meanings(kind: type) -> dict[str, str]:
    """Return the meaning of each field, from the *Attributes* section of the class's docstring."""
    return {
        each.name: " ".join(each.description.split())
        for section in parsed(kind).docstring.parsed
        if section.kind is griffe.DocstringSectionKind.attributes
        for each in section.value
    }


def member_meaning(kind: type, name: str) -> str:
    """Return the meaning of a member of an enumeration, from the docstring below it."""
    docstring = parsed(kind)[name].docstring
    if docstring is None:
        message = f"{kind.__name__}.{name}: has no docstring"
        raise LookupError(message)
    return " ".join(docstring.value.split())


def unit_of(kind: type, field: attrs.Attribute[Any]) -> str:
    """Return the unit of a field that holds a number."""
    unit = field.metadata.get("unit", "")
    if "int" in str(field.type) and not unit:
        message = f"{kind.__name__}.{field.name}: is a number without a unit"
        raise LookupError(message)
    return str(unit)


def allowed(field: attrs.Attribute[Any]) -> str:
    """Say which values the validators of a field accept."""
    validators = getattr(field.validator, "_validators", (field.validator,)) if field.validator else ()
    rules = (str(inspect.getdoc(each)).removesuffix(".") for each in validators)
    text = " ".join(f"{each[:1].upper()}{each[1:]}." for each in rules) or "Any value of its type."
    return text.replace(str(LARGEST), "2⁶³ − 1")


def origin(kind: type) -> str:
    """Say where the objects of a class come from, and show the ones that come with the library."""
    if kind in PARTS:
        return "Its objects fill the fields of other classes, and are shown there."
    if kind in RESULTS:
        return "The library returns it; the article fills none of its fields."
    if kind in FROM_THE_UN:
        return f"From documents of the United Nations, not from the article:\n\n{contents(kind, FROM_THE_UN[kind])}"
    if kind in FROM_THE_ARTICLE:
        return f"From the article:\n\n{contents(kind, FROM_THE_ARTICLE[kind])}"
    message = f"{kind.__name__}: nothing says where its objects come from"
    raise LookupError(message)


def contents(kind: type, objects: dict[str, Any]) -> str:
    """Show the fields of objects: one row per object, or one row per field of a single object."""
    names = [field.name for field in attrs.fields(kind)]
    remarks = "\n".join(f"- {code(name)}: {NOT_STATED[kind, name]}" for name in names if (kind, name) in NOT_STATED)
    if len(objects) > 1:
        rows = [(label, *(cell(getattr(each, name)) for name in names)) for label, each in objects.items()]
        return f"{table(('', *map(code, names)), rows)}\n\n{remarks}".strip()
    ((_, thing),) = objects.items()
    cited = dict(getattr(thing, "citations", ()))
    rows = [
        (code(name), cell(held := getattr(thing, name)), cell(cited.get(name) or citations_of(held)))
        for name in names
        if name != "citations"
    ]
    heads = ("field", "value", "words that state it")
    if not cited:
        rows, heads = [row[:2] for row in rows], heads[:2]
    return f"{table(heads, rows)}\n\n{remarks}".strip()


def citations_of(held: Any) -> tuple[kz.Citation, ...]:
    """Return the citations of statements."""
    return tuple(each.citation for each in held if each.citation) if has_any(held, kz.Statement) else ()


def has_any(held: Any, kind: type) -> bool:
    """Return whether a value is a tuple with an object of a class in it."""
    return isinstance(held, tuple) and any(isinstance(each, kind) for each in held)


def cell(value: Any) -> str:
    """Return a value as the text of a cell; citations become links to the words."""
    if isinstance(value, kz.Citation):
        words = f"“{value.quote}”, {value}" if value.quote else str(value)
        return f"[{words}]({value.link})" if value.link else words
    if isinstance(value, kz.Mandate):
        return "see [Mandate](#mandate)"
    if has_any(value, kz.Citation):
        return "; ".join(map(cell, value))
    text = to_cell(value)
    return "" if text is None else str(text)


def code(text: object) -> str:
    """Mark text as code."""
    return f"`{text}`"


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(each.replace("|", "\\|") for each in line) + " |" for line in lines)
